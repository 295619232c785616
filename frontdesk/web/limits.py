"""How much the page takes from whom: a phone that is slow, broken or ill-meant costs the counter nothing.

Nothing here reads a clock or a socket: time is an argument, and whoever is connected is a `Visitor`.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import MOST_A_CARD_AN_HOUR, MOST_WORDS
from frontdesk.domain.text import LINE_LIMIT

_BYTES_A_CHARACTER: Final = 9
"""A Lao or Khmer letter as a form sends it: %E1%9E%80. No character that counts as one takes more."""
_WORDS: Final = (len(Topic) * MOST_WORDS + 2 * LINE_LIMIT) * _BYTES_A_CHARACTER
_MOST_KEYS: Final = 2000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a whole request, for the store to keep an answer, and for a reply to be read; bytes of a
    request's head, of its body, and of all that is half sent; connections of one address and in all; requests
    and answers that one address may send in a minute, and answers to one card in an hour.

    An address is not always one phone: where the shop's Wi-Fi has a router of its own between it and the
    counter, all guests have that router's. So there is room in it for a full house; but never for all that a
    poster's code takes in an hour, or one phone would close it to everybody.
    """

    request_seconds: float = 5.0
    commit_seconds: float = 8.0
    reply_seconds: float = 5.0
    head_bytes: int = 8 * 1024
    body_bytes: int = _WORDS + 4 * 1024
    held_bytes: int = 2 * 1024 * 1024
    per_address: int = 32
    in_all: int = 200
    requests_a_minute: int = 300
    answers_a_minute: int = 60
    answers_a_card: int = MOST_A_CARD_AN_HOUR // 2


class Visitor(Protocol):
    """Somebody's connection: `heard` once it has sent anything, `asked` once its request is whole, `held`
    the bytes that it has us keep until then. `drop` ends it without a word, `end` once it is answered.
    """

    @property
    def address(self) -> str: ...

    @property
    def heard(self) -> bool: ...

    @property
    def asked(self) -> bool: ...

    @property
    def held(self) -> int: ...

    def drop(self) -> None: ...

    async def end(self) -> None: ...


class Visitors:
    """Everybody who is connected, the first who came first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._here: dict[Visitor, None] = {}

    def __len__(self) -> int:
        return len(self._here)

    def take_in(self, visitor: Visitor) -> bool:
        """Whether there is room for one more. For that whoever is silent for the longest may have to go, or
        else whoever has been asking for the longest; never one whose answer is being kept. An address that
        has as many as it may makes room among its own: there may be a whole table behind it.
        """
        same = [each for each in self._here if each.address == visitor.address]
        if len(same) >= self._limits.per_address and not self._make_room(same):
            return False
        if len(self._here) >= self._limits.in_all and not self._make_room(self._here):
            return False
        self._here[visitor] = None
        return True

    def let_go(self, visitor: Visitor) -> None:
        """It is over; may be said twice."""
        self._here.pop(visitor, None)

    def everybody(self) -> tuple[Visitor, ...]:
        return tuple(self._here)

    def weigh(self) -> None:
        """Somebody sent more: while all half-sent requests are too much, the largest of them goes."""
        unfinished = [each for each in self._here if not each.asked]
        while sum(each.held for each in unfinished) > self._limits.held_bytes:
            largest = max(unfinished, key=lambda each: each.held)
            unfinished.remove(largest)
            self._drop(largest)

    def _make_room(self, among: Iterable[Visitor]) -> bool:
        unfinished = [each for each in among if not each.asked]
        if not unfinished:
            return False
        # Who has only just come was not heard yet either: whoever drips letters must not outlive them.
        longer_here = unfinished[: max(len(unfinished) // 2, 1)]
        self._drop(next((each for each in longer_here if not each.heard), longer_here[0]))
        return True

    def _drop(self, visitor: Visitor) -> None:
        self.let_go(visitor)
        visitor.drop()


class Rate:
    """At most so many times within so many seconds, for each key by itself; forgotten with the process."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._times: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def allows(self, key: Hashable, now: float) -> bool:
        """Whether it is not too often at `now`; if so, it counts."""
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        while len(self._times) > _MOST_KEYS:
            self._times.popitem(last=False)
        return True
