"""What answers to feedback cards add up to. Each figure carries the answers it rests on, and owns up where
they are too few to say anything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import day_at
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import UNHAPPY, Topic
from frontdesk.domain.feedback.said_often import SaidOften

FEW: Final = 5
"""Of fewer answers, or cards, no mean and no share is told: one more would turn it over."""
MOST_WEEKS: Final = 53
_NOBODY: Final = 0


@dataclass(frozen=True, slots=True)
class Face:
    """One answer as it is counted. `mood` is None where no face was tapped."""

    response_id: int
    batch_id: int
    came_at: int
    mood: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers that are counted together, the latest first; of how many a face is known, what their faces add
    up to (1 to 5 each), and how many of them were unhappy.
    """

    ids: tuple[int, ...] = ()
    faces: int = 0
    total: int = 0
    unhappy: int = 0

    @property
    def enough(self) -> bool:
        return self.faces >= FEW

    @property
    def mean(self) -> float:
        return self.total / self.faces if self.faces else 0.0

    @property
    def unhappy_share(self) -> float:
        return self.unhappy / self.faces if self.faces else 0.0


@dataclass(frozen=True, slots=True)
class WeekMood:
    """The answers of one week, which begins on `first`, a Monday."""

    first: date
    tally: Tally


@dataclass(frozen=True, slots=True)
class Batch:
    """Cards as they were printed: `answered` of them came back. `host_id` is whose face is on them."""

    id: int
    format: CardFormat
    shared: bool
    at: int
    host_id: int | None
    cards: int
    answered: int

    @property
    def single(self) -> bool:
        """Was it one card, handed to somebody over the counter?"""
        return self.cards == 1 and not self.shared


@dataclass(frozen=True, slots=True)
class Handed:
    """Cards that are told of together. `cards` is 0 for codes that many share: of those nobody knows how many
    saw them. `format` is None for single cards; `at` is when one batch was printed, None for several; `host`
    is a name or empty.
    """

    cards: int
    answered: int
    tally: Tally
    format: CardFormat | None = None
    at: int | None = None
    host: str = ""

    @property
    def enough(self) -> bool:
        return self.cards >= FEW

    @property
    def share(self) -> float:
        return self.answered / self.cards if self.cards else 0.0


@dataclass(frozen=True, slots=True)
class ResponseSummary:
    """All figures of one span. `latest_remarks` is how many remarks were compared for what is said in words
    again and again, where not all were.
    """

    span: CareSpan
    tally: Tally
    weeks: tuple[WeekMood, ...]
    liked: tuple[SaidOften, ...]
    disliked: tuple[SaidOften, ...]
    batches: tuple[Handed, ...]
    hosts: tuple[Handed, ...]
    latest_remarks: int | None = None


def tally(faces: Iterable[Face]) -> Tally:
    told = sorted(faces, key=lambda each: (-each.came_at, -each.response_id))
    moods = [each.mood for each in told if each.mood is not None]
    unhappy = sum(mood in UNHAPPY for mood in moods)
    return Tally(tuple(each.response_id for each in told), len(moods), sum(moods), unhappy)


def by_week(faces: Iterable[Face], zone: ZoneInfo) -> tuple[WeekMood, ...]:
    """Week by week, also those in which nobody answered, the latest last and MOST_WEEKS of them at most."""
    of_week: defaultdict[date, list[Face]] = defaultdict(list)
    for each in faces:
        day = day_at(each.came_at, zone)
        of_week[day - timedelta(days=day.weekday())].append(each)
    if not of_week:
        return ()
    last = max(of_week)
    first = max(min(of_week), last - timedelta(weeks=MOST_WEEKS - 1))
    weeks = (first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1))
    return tuple(WeekMood(week, tally(of_week.get(week, ()))) for week in weeks)


def by_batch(batches: Sequence[Batch], faces: Iterable[Face], hosts: dict[int, str]) -> tuple[Handed, ...]:
    """Single cards in one line, and so the customer's screen, which has a code of its own for each day; then
    each batch by itself, the latest first.
    """
    of_batch = _by_batch(faces)
    single = [each for each in batches if each.single]
    screen = [each for each in batches if each.format is CardFormat.SCREEN]
    lines = [_together(single, of_batch)] if single else []
    if screen:
        lines.append(replace(_together(screen, of_batch), cards=0, format=CardFormat.SCREEN))
    for each in sorted(batches, key=lambda batch: (-batch.at, -batch.id)):
        if not each.single and each.format is not CardFormat.SCREEN:
            host = hosts.get(each.host_id, "") if each.host_id is not None else ""
            told, cards = tally(of_batch.get(each.id, ())), 0 if each.shared else each.cards
            lines.append(Handed(cards, each.answered, told, each.format, each.at, host))
    return tuple(lines)


def by_host(batches: Sequence[Batch], faces: Iterable[Face], hosts: dict[int, str]) -> tuple[Handed, ...]:
    """By whose face is on the cards, or who handed them over: who handed out most first; those without a face
    last. What many share says nothing of who.
    """
    of_batch = _by_batch(faces)
    of_host: defaultdict[int, list[Batch]] = defaultdict(list)
    for each in batches:
        if not each.shared:
            of_host[each.host_id if each.host_id in hosts else _NOBODY].append(each)
    lines = (_together(told, of_batch, hosts.get(host, "")) for host, told in of_host.items())
    return tuple(sorted(lines, key=lambda each: (not each.host, -each.cards, each.host)))


def by_box(ticks: Iterable[tuple[int, Topic, ContactPoint]], topic: Topic) -> tuple[SaidOften, ...]:
    """Which boxes were ticked for a question, the most frequent first; `ticks` are by answers, the latest
    first.
    """
    ids: defaultdict[ContactPoint, list[int]] = defaultdict(list)
    for response_id, asked, point in ticks:
        if asked is topic:
            ids[point].append(response_id)
    often = Counter({point: len(told) for point, told in ids.items()})
    return tuple(SaidOften(tuple(ids[point]), point=point) for point, _ in often.most_common())


def _together(batches: Sequence[Batch], of_batch: dict[int, list[Face]], host: str = "") -> Handed:
    told = tally(face for each in batches for face in of_batch.get(each.id, ()))
    cards, answered = (sum(each.cards for each in batches), sum(each.answered for each in batches))
    return Handed(cards, answered, told, host=host)


def _by_batch(faces: Iterable[Face]) -> dict[int, list[Face]]:
    of_batch: defaultdict[int, list[Face]] = defaultdict(list)
    for each in faces:
        of_batch[each.batch_id].append(each)
    return of_batch
