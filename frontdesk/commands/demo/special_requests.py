"""What customers of the demo shop have asked for: most of it done, a little declined, some still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from frontdesk.commands.demo.cafe import next_open_day, open_hours
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.requests import Declined, DeclineReason, RequestState

_SHARE = 0.2
_MOST = 2_000
_KEPT_SHARE = 0.9

# (what, note, how often). One asked for often is what a manager should notice.
_ASKED_FOR = (
    ("Oat milk kept for Saturday", "One carton is enough", 7),
    ("Birthday cake for eight", "Less sweet, no peanuts", 4),
    ("Ten sandwiches for a meeting", "Half of them without meat", 4),
    ("Window table for four", "With a high chair", 4),
    ("Gluten-free cake", "", 5),
    ("Coffee beans, 500 g, ground", "For a moka pot", 5),
    ("Box of twelve croissants", "Collected by a driver", 3),
    ("Decaf beans", "", 5),
    ("Quiet table for an interview", "Away from the door", 2),
    ("Banana bread, a whole loaf", "Not sliced", 4),
    ("Twenty iced coffees to take away", "Ice in a separate bag", 2),
    ("Gift card, 200,000 kip", "Wrapped, please", 2),
    ("Umbrella left on Monday, please keep", "Green, wooden handle", 2),
    ("Big table for a study group", "Near a socket", 3),
    ("Flowers on the table", "They met here a year ago", 1),
)
# (what, why it could not be done, in words, what was offered instead)
_TOO_MUCH = (
    (
        "Home delivery across the bridge",
        Declined(DeclineReason.CANNOT_MAKE, "nobody has a car that day", "kept warm until they come"),
    ),
    (
        "Whole upper floor for an evening",
        Declined(DeclineReason.NO_TIME, "the shop closes at six", "the big table from three to six"),
    ),
    (
        "Credit until the end of the month",
        Declined(DeclineReason.NOT_ALLOWED, "", "a pass of ten, paid once"),
    ),
    (
        "Durian smoothie",
        Declined(DeclineReason.OTHER, "the smell stays in the blender", "a mango smoothie"),
    ),
)

# Where in the visit it was asked for, and what was said that it would cost; other wishes are about a product.
_POINTS = {
    "Window table for four": ContactPoint.PLACE,
    "Quiet table for an interview": ContactPoint.PLACE,
    "Big table for a study group": ContactPoint.PLACE,
    "Flowers on the table": ContactPoint.PLACE,
    "Gift card, 200,000 kip": ContactPoint.PAYING,
    "Umbrella left on Monday, please keep": ContactPoint.LEAVING,
    "Home delivery across the bridge": ContactPoint.SERVICE,
}
_QUOTED = {
    "Birthday cake for eight": 280_000,
    "Ten sandwiches for a meeting": 450_000,
    "Box of twelve croissants": 240_000,
    "Twenty iced coffees to take away": 500_000,
}
_DEARER_EVERY, _DEARER = 8, 30_000
"""One price in so many could not be kept, and came to so much more."""

_HOURS_PROMISED = (9, 10, 11, 12, 14, 15, 16)


@dataclass(frozen=True, slots=True)
class DemoStep:
    """A request reached `state` at a local time; `declined` is why, where it was declined."""

    state: RequestState
    at: datetime
    declined: Declined | None = None


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """What `person` asked for. `steps` begins with OPEN, when it was asked; `owner` is a key of the staff.
    All times are in the shop's local time, before the demo day except for `promised`."""

    person: int
    what: str
    note: str
    promised: datetime
    owner: str
    steps: tuple[DemoStep, ...]

    @property
    def point(self) -> ContactPoint:
        """Where in the visit it was."""
        return _POINTS.get(self.what, ContactPoint.PRODUCT)

    @property
    def quoted(self) -> int | None:
        """What was said that it would cost."""
        return _QUOTED.get(self.what)

    @property
    def final(self) -> int | None:
        """What it came to: mostly what was said."""
        dearer = _DEARER if self.person % _DEARER_EVERY == 0 else 0
        return self.quoted + dearer if self.quoted is not None else None

    @property
    def asked(self) -> datetime:
        return self.steps[0].at

    @property
    def state(self) -> RequestState:
        return self.steps[-1].state


@dataclass(frozen=True, slots=True)
class _Live:
    """A request that the demo day begins with: promised `ahead` days from it at `hour`, in `state`, and
    asked for between so many days ago."""

    state: RequestState
    ahead: int
    hour: int
    asked_ago: tuple[int, int]


_LIVE = (
    _Live(RequestState.OPEN, -1, 16, (7, 16)),
    _Live(RequestState.IN_PROGRESS, -2, 11, (7, 16)),
    _Live(RequestState.READY, 0, 9, (7, 12)),
    _Live(RequestState.IN_PROGRESS, 0, 12, (1, 6)),
    _Live(RequestState.OPEN, 0, 16, (1, 6)),
    _Live(RequestState.OPEN, 1, 9, (1, 6)),
    _Live(RequestState.IN_PROGRESS, 1, 12, (1, 6)),
    _Live(RequestState.OPEN, 1, 15, (1, 6)),
    _Live(RequestState.OPEN, 4, 10, (1, 6)),
    _Live(RequestState.OPEN, 6, 14, (1, 6)),
)


def draw_requests(customers: int, visits: Sequence[DemoVisit], today: date, rng: Random) -> list[DemoRequest]:
    """Return requests made during `visits` (which end before `today`), in the order they were asked."""
    long_ago = [visit for visit in visits if (today - visit.at.date()).days >= 14]
    chosen = rng.sample(long_ago, min(len(long_ago), round(customers * _SHARE), _MOST))
    requests = [_settled(visit, rng) for visit in chosen]
    busy: set[int] = set()
    for live in _LIVE:
        nearest, farthest = live.asked_ago
        recent = [
            visit
            for visit in visits
            if nearest <= (today - visit.at.date()).days <= farthest and visit.person not in busy
        ]
        if recent:
            visit = rng.choice(recent)
            busy.add(visit.person)
            requests.append(_unsettled(live, visit, today, rng))
    return sorted(requests, key=lambda request: (request.asked, request.person))


def _settled(visit: DemoVisit, rng: Random) -> DemoRequest:
    asked = visit.at + timedelta(minutes=2)
    promised = _promise(asked.date() + timedelta(days=rng.randint(1, 6)), rng.choice(_HOURS_PROMISED))
    what, note = _wish(rng)
    fate = rng.random()
    if fate < 0.08:
        what, declined = rng.choice(_TOO_MUCH)
        note = ""
        end = [DemoStep(RequestState.DECLINED, asked + timedelta(minutes=rng.randint(1, 12)), declined)]
    elif fate < 0.14:
        end = [DemoStep(RequestState.CANCELLED, promised - timedelta(minutes=rng.randint(30, 110)))]
    else:
        end = _fulfilled(promised, rng)
    steps = (DemoStep(RequestState.OPEN, asked), *end)
    return DemoRequest(visit.person, what, note, promised, visit.served_by, steps)


def _fulfilled(promised: datetime, rng: Random) -> list[DemoStep]:
    """Return the last steps of a request that was done: nine in ten in time."""
    kept = rng.random() < _KEPT_SHARE
    done = promised + timedelta(minutes=-rng.randint(5, 45) if kept else rng.randint(5, 25))
    steps = [DemoStep(RequestState.FULFILLED, done)]
    if rng.random() < 0.5:
        steps.insert(0, DemoStep(RequestState.READY, done - timedelta(minutes=rng.randint(4, 20))))
    if rng.random() < 0.6:
        steps.insert(0, DemoStep(RequestState.IN_PROGRESS, done - timedelta(minutes=rng.randint(25, 70))))
    return steps


def _unsettled(live: _Live, visit: DemoVisit, today: date, rng: Random) -> DemoRequest:
    asked = visit.at + timedelta(minutes=2)
    day = today + timedelta(days=live.ahead)
    promised = _promise(_last_open_day(day) if live.ahead < 0 else day, live.hour)
    steps = [DemoStep(RequestState.OPEN, asked)]
    if live.state is not RequestState.OPEN:
        steps.append(DemoStep(RequestState.IN_PROGRESS, asked + timedelta(minutes=4)))
    if live.state is RequestState.READY:
        evening_before = _promise(_last_open_day(today - timedelta(days=1)), 17)
        steps.append(DemoStep(RequestState.READY, evening_before))
    what, note = _wish(rng)
    return DemoRequest(visit.person, what, note, promised, visit.served_by, tuple(steps))


def _wish(rng: Random) -> tuple[str, str]:
    what, note, _ = rng.choices(_ASKED_FOR, [often for _, _, often in _ASKED_FOR])[0]
    return what, note


def _promise(day: date, hour: int) -> datetime:
    """Return `hour` on the first open day from `day`, or half an hour before closing if that is sooner."""
    day = next_open_day(day)
    hours = open_hours(day)
    assert hours is not None, "next_open_day says so"
    return datetime.combine(day, time()) + timedelta(minutes=min(hour * 60, hours.closes - 30))


def _last_open_day(day: date) -> date:
    while open_hours(day) is None:
        day -= timedelta(days=1)
    return day
