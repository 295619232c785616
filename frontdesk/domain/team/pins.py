"""What a PIN may be, and for how long wrong ones wait.

The wait is served in the program's own time: the milliseconds for which it was seen to run, kept with each
try. That is never more than what went by, so neither a clock that is set nor a restart makes a wait shorter.
"""

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes, Role, StaffMember
from frontdesk.domain.days import HOUR
from frontdesk.domain.text import BadInput, InputFault

MANAGERS_DIGITS: Final = 6
FEWEST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
CODE_BYTES: Final = 16
"""Of a recovery code: so many that nobody need count how often one is guessed."""

MOST_AN_HOUR: Final = 12
"""Wrong tries within any hour, whoever passed in between: of a cashier; and together of all who lead the
shop, so that nobody gains a try by turning to another of them.
"""

AFTER: Final = (0, 1, 1, 30, 60, 120, 240, 480, 600)
"""Seconds to wait after so many wrong tries of one name; the last holds for all that follow."""

_SECOND: Final = 1000


class ProofKind(StrEnum):
    """By what somebody of the staff proves who they are."""

    PIN = "PIN"
    RECOVERY = "RECOVERY"


@dataclass(frozen=True, slots=True)
class PinCode:
    """A recovery code, for the one time that it is seen: what its sheet says. The shop keeps a hash of it."""

    member: StaffMember
    day: date
    language: str
    lines: tuple[str, ...] = field(repr=False)
    changes: Changes


def digits_of(typed: str) -> str:
    """What was typed as digits from 0 to 9, whatever script they were typed in; blanks are forgiven.

    Raises `BadInput` PIN_DIGITS.
    """
    plain = "".join(str(unicodedata.decimal(char, char)) for char in typed if not char.isspace())
    if not (plain.isascii() and plain.isdecimal()):
        raise BadInput(InputFault.PIN_DIGITS)
    return plain


def new_pin(typed: str, role: Role) -> str:
    """The PIN that somebody of this role chose. Raises `BadInput` PIN_DIGITS, PIN_OF_SIX, PIN_TOO_SHORT,
    PIN_TOO_LONG, PIN_GUESSABLE.
    """
    pin = digits_of(typed)
    if role is not Role.CASHIER and len(pin) != MANAGERS_DIGITS:
        raise BadInput(InputFault.PIN_OF_SIX)
    if len(pin) < FEWEST_DIGITS:
        raise BadInput(InputFault.PIN_TOO_SHORT, FEWEST_DIGITS)
    if len(pin) > MOST_DIGITS:
        raise BadInput(InputFault.PIN_TOO_LONG, MOST_DIGITS)
    if is_guessable(pin):
        raise BadInput(InputFault.PIN_GUESSABLE)
    return pin


def can_be_pin(digits: str) -> bool:
    """Whether it can be anybody's: what cannot need not be tried."""
    return FEWEST_DIGITS <= len(digits) <= MOST_DIGITS


def wait(own: Sequence[int], together: Sequence[int], now: int) -> int:
    """For how many milliseconds a name is not tried. `own` are its wrong tries that no later success has
    cleared; `together` are all wrong tries, cleared or not, of those who share a cap with it. All are moments
    of the program's own time, the last first, as far back as MOST_AN_HOUR of them.
    """
    left = 0
    if own:
        left = own[0] + AFTER[min(len(own), len(AFTER) - 1)] * _SECOND - now
    if len(together) >= MOST_AN_HOUR:
        left = max(left, together[MOST_AN_HOUR - 1] + HOUR - now)
    return max(left, 0)


def is_guessable(pin: str) -> bool:
    """What people try first: few digits over and over, rows, patterns of the keys, years and birthdays."""
    single = "".join(digit for digit, _ in itertools.groupby(pin))
    return (
        len(set(pin)) < 3
        or pin in _WELL_KNOWN
        or pin == pin[::-1]
        or _repeats(pin)
        or _is_row(single)
        or _is_on_lines(pin)
        or _is_date(pin)
    )


_WELL_KNOWN: Final = frozenset(
    {
        *("2580", "0852", "1397", "7139", "1470", "3690", "1010", "5201", "1314"),
        *("142536", "135246", "246135", "135790", "112358", "314159", "271828", "520131", "102030", "010203"),
    }
)

_LINES: Final = frozenset(
    each[::way] for each in ("123", "456", "789", "147", "258", "369", "159", "357", "321") for way in (1, -1)
)
"""Three keys in a line of the pad."""

_CENTURIES: Final = ("19", "20", "24", "25")
"""Years begin so, in the calendar of the Buddha's era, too."""


def _repeats(pin: str) -> bool:
    return any(pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, len(pin) // 2 + 1))


def _is_row(pin: str) -> bool:
    """Each digit is as far from the one before it: 123456, 8642, 0987."""
    steps = {(int(later) - int(sooner)) % 10 for sooner, later in itertools.pairwise(pin)}
    return len(steps) == 1


def _is_on_lines(pin: str) -> bool:
    triples = {pin[at : at + 3] for at in range(0, len(pin), 3)}
    return len(pin) > 3 and triples <= _LINES


def _is_date(pin: str) -> bool:
    if len(pin) == 4:
        return pin.startswith(_CENTURIES) or _is_day(pin[:2], pin[2:]) or _is_day(pin[2:], pin[:2])
    if len(pin) == MANAGERS_DIGITS:
        first, second, third = pin[:2], pin[2:4], pin[4:]
        in_a_year = (pin[:2] in _CENTURIES and 1 <= int(third) <= 12) or (
            second in _CENTURIES and 1 <= int(first) <= 12
        )
        return in_a_year or _is_day(first, second) or _is_day(second, first) or _is_day(third, second)
    return len(pin) == 8 and (
        (pin[4:6] in _CENTURIES and (_is_day(pin[:2], pin[2:4]) or _is_day(pin[2:4], pin[:2])))
        or (pin[:2] in _CENTURIES and _is_day(pin[6:], pin[4:6]))
    )


def _is_day(day: str, month: str) -> bool:
    """Of any year: the 29th of February, too."""
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
