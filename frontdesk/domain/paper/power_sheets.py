"""The power-cut sheet: who is printed on which line, what was written there by hand, and what came of it.

Paper lies about. So a line has the shortest name that tells its owner from the others on the sheet, and
neither a phone nor a note.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY, MINUTE
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.people.first_names import first_name
from frontdesk.domain.people.titles import without_title
from frontdesk.domain.refusals import RefusalCode, Refused

LINES_ON_A_PAGE: Final = 28
MOST_PEOPLE: Final = 48
LEAST_BLANK: Final = 8
MOST_TICKS: Final = 5
"""As many boxes as a line has. Whoever buys more gets another line."""

GOES_STALE: Final = 14 * DAY
"""A sheet this old says little about who comes, and how many stamps they have."""

LOOKED_BACK: Final = 84 * DAY
"""The visits of so long say who comes regularly."""

_HALF_LIFE: Final = 21 * DAY
_VISIT: Final = 1_000

BACK_AT_MOST: Final = 14 * DAY
"""Longer ago than this nobody vouches for what a sheet says."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be printed on a sheet."""

    customer_id: int
    name: str
    called: str = ""

    @property
    def address(self) -> str:
        return self.called or self.name


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A printed line: whose it is, by which name, and what their card had when it was printed. `by_name` is
    whether they may be called by it.
    """

    line: int
    customer_id: int
    name: str
    stamps: int
    ready: bool
    by_name: bool = True


@dataclass(frozen=True, slots=True)
class PowerSheet:
    """A sheet as it was printed. The lines after its rows are blank."""

    id: int
    uid: bytes
    number: int
    made_at: int
    programme: Programme
    lines: int
    rows: tuple[SheetRow, ...]

    def row(self, line: int) -> SheetRow | None:
        """Who is printed on a line; None for a blank one."""
        return next((row for row in self.rows if row.line == line), None)

    def stale(self, now: int) -> bool:
        return now - self.made_at > GOES_STALE


@dataclass(frozen=True, slots=True)
class Written:
    """What stands on a line in somebody's hand. `customer_id` says who it was, on a blank line too."""

    sheet_id: int
    line: int
    customer_id: int
    came_at: int
    stamps: int = 1
    free: bool = False


class Free(StrEnum):
    """What became of a free one that was given on paper."""

    NONE = "NONE"
    TAKEN = "TAKEN"
    """It was taken from the card."""
    OPEN = "OPEN"
    """The card did not bear it: the manager looks at it."""
    LET_BE = "LET_BE"
    """It was on the house."""


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """A line that was keyed in and stands. `earned` are the stamps that the card got for its ticks."""

    gesture: bytes
    sheet_id: int
    line: int
    customer_id: int
    name: str
    came_at: int
    stamps: int
    earned: int
    free: Free
    keyed_at: int
    settled_by: bytes | None = None


@dataclass(frozen=True, slots=True)
class KeyedOutcome:
    """What keying a line in, or an act on a line, left behind. `line` is None when it was taken back."""

    line: KeyedLine | None
    gesture: bytes
    card: CardView
    changes: Changes
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class KeyedSum:
    """What a sheet's lines add up to."""

    stamps: int
    people: int
    free: int
    open: int


def most_regular(visits: Iterable[tuple[int, int]], now: int) -> list[int]:
    """Who is likeliest to come in the weeks in which a sheet is used, by their visits (who, when): often, and
    lately more than long ago. Whoever was here just now is among them, unlike on the wall.
    """
    weight = Counter[int]()
    for customer_id, at in visits:
        weight[customer_id] += round(_VISIT * 2.0 ** (-max(now - at, 0) / _HALF_LIFE))
    return [customer_id for customer_id, _ in weight.most_common()]


def sum_of(lines: Iterable[KeyedLine]) -> KeyedSum:
    found = tuple(lines)
    states = Counter(line.free for line in found)
    return KeyedSum(
        stamps=sum(line.earned for line in found),
        people=len({line.customer_id for line in found}),
        free=states[Free.TAKEN] + states[Free.LET_BE],
        open=states[Free.OPEN],
    )


def lines_for(people: int) -> int:
    """How many lines a sheet has: whole pages, with room for whoever is not on it."""
    pages = -(-(people + LEAST_BLANK) // LINES_ON_A_PAGE)
    return pages * LINES_ON_A_PAGE


def check_when(written: Written, made_at: int, now: int) -> None:
    """Can it have been written at that time, on that sheet?

    Raises `Refused`: NOT_YET, BEFORE_THE_SHEET, TOO_LONG_AGO.
    """
    if written.came_at > now:
        raise Refused(RefusalCode.NOT_YET)
    if written.came_at < made_at // MINUTE * MINUTE:  # what is written has no seconds
        raise Refused(RefusalCode.BEFORE_THE_SHEET)
    if now - written.came_at > BACK_AT_MOST:
        raise Refused(RefusalCode.TOO_LONG_AGO, most=BACK_AT_MOST // DAY)


def act_id(sheet_uid: bytes, line: int, came_at: int, again: int) -> bytes:
    """The id of the act that keys in a line of that time, on whichever till: the same line is the same act.
    `again` is how often it was keyed in and taken back before.
    """
    facts = b"".join(each.to_bytes(8, "big") for each in (line, came_at, again))
    digest = int.from_bytes(hashlib.sha256(b"power sheet" + sheet_uid + facts).digest()[:16], "big")
    # RFC 9562, 5.8: a UUID of one's own making, version 8.
    number = digest & ~(0xF << 76) & ~(0x3 << 62) | 8 << 76 | 2 << 62
    return number.to_bytes(16, "big")


def paper_names(people: Sequence[Candidate]) -> list[str]:
    """How each is called on paper: as they like to be called, else by the first name with one letter of the
    next. Two who would be the same get one letter more each; where that tells nothing, their stamps must.
    """
    letters = [0 if each.called else 1 for each in people]
    for _ in range(_MOST_LETTERS):
        names = [_with_letters(each, count) for each, count in zip(people, letters, strict=True)]
        count_of = Counter(map(str.casefold, names))
        letters = [
            min(count + (count_of[name.casefold()] > 1), _MOST_LETTERS)
            for count, name in zip(letters, names, strict=True)
        ]
    longest = [_with_letters(each, count) for each, count in zip(people, letters, strict=True)]
    count_of = Counter(map(str.casefold, longest))
    return [
        name if count_of[name.casefold()] == 1 else _with_letters(each, min(count, 1))
        for name, each, count in zip(longest, people, letters, strict=True)
    ]


_MOST_LETTERS: Final = 2
_LONGEST_NUMBER: Final = 3


def _with_letters(person: Candidate, count: int) -> str:
    """What they are called, and the first `count` letters of their next name; never the whole of it."""
    call, following = _call_and_next(person)
    if not following or not count:
        return call
    if following.isdigit() and len(following) <= _LONGEST_NUMBER:
        return f"{call} {following}"  # Regular 10
    begun = _first_letters(following, count)
    while begun == following and count > 1:
        count -= 1
        begun = _first_letters(following, count)
    return call if begun == following else f"{call} {begun}."


def _call_and_next(person: Candidate) -> tuple[str, str]:
    words = without_title(person.name).split() or [""]
    call = person.called or (first_name(person.name) if len(words) > 1 else "")
    call = call or " ".join(words[:-1][:2]) or words[0]
    others = [word for word in reversed(words) if word.casefold() not in call.casefold()]
    return call, others[0] if others else ""


_WRITTEN_FIRST: Final = frozenset("ເແໂໃໄเแโใไ")
"""Vowels that stand before the consonant that they are said after."""


def _first_letters(word: str, count: int) -> str:
    """So many letters of a word, each with its marks."""
    end = 0
    for _ in range(count):
        end = _after_letter(word, end)
    return word[:end]


def _after_letter(word: str, start: int) -> int:
    """Where a letter with its marks ends; a vowel that is written before it belongs to it."""
    end = min(start + (2 if word[start : start + 1] in _WRITTEN_FIRST else 1), len(word))
    while end < len(word) and (unicodedata.category(word[end])[0] == "M" or word[end - 1] == "\u17d2"):
        end += 1  # after the Khmer coeng comes the consonant below
    return end
