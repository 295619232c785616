"""One search over what was typed: the ways to find somebody, from the surest to the vaguest."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from frontdesk.storage.database import Db, Row
from frontdesk.storage.finding import search, search_near
from frontdesk.storage.finding.search_keys import FULL, NOTE, SOUND, USUAL, full_sounds, sounds

ENOUGH: Final = 3
SHORTEST_PART: Final = 3
SHORTEST_NEAR: Final = 3
SURELY_LIKE: Final = 0.8
STEPS: Final = (SURELY_LIKE, 0.7, search_near.LEAST_LIKE)
SURE_AND_MORE: Final = 2.0
IN_FULL: Final = 0.1
"""What it adds to the likeness that the whole name is near, not one word of it."""


NearTo = Callable[[Db, str], dict[str, float]]


class Way(IntEnum):
    """How somebody was found, the surest first."""

    FULL_NAME = 0
    WHOLE = 1
    SOUNDS_WHOLE = 2
    BEGINS = 3
    NEAR = 4
    PART = 5
    ABOUT = 6


class Candidate(NamedTuple):
    """Who was found, by which way, and how alike the names are (0 to 1); `row` is one of storage.search."""

    way: Way
    like: float
    row: Row


def candidates(db: Db, tokens: Sequence[str], limit: int) -> list[Candidate]:
    """Everybody whom these words may mean; vaguer ways are tried only while fewer than `limit` are found."""
    finding = _Finding(db, tokens, limit)
    finding.surely(finding.marked)
    finding.vaguely()
    return finding.all()


def sure_candidates(db: Db, tokens: Sequence[str], limit: int) -> list[Candidate]:
    """Only those whose name is just this, or begins so; other scripts than Latin by their letters."""
    finding = _Finding(db, tokens, limit)
    finding.surely(finding.begun_surely())
    return finding.all()


def is_anybody_sure(db: Db, readings: Sequence[Sequence[str]]) -> bool:
    """Whether `sure_candidates` finds anybody for any of these: one question, mostly a no."""
    query = " OR ".join(f"({_Finding(db, tokens, 1).sure_query()})" for tokens in readings)
    return any(True for _ in search.by_words(db, query)) if query else False


class _Finding:
    def __init__(self, db: Db, tokens: Sequence[str], limit: int) -> None:
        self._db = db
        self._tokens = tokens
        self._limit = limit
        self._heard = [_heard(token) for token in tokens]
        self.typed = [[token] for token in tokens]
        self.marked = [
            [token, *(SOUND + heard for heard in all_heard)]
            for token, all_heard in zip(tokens, self._heard, strict=True)
        ]
        self._found: dict[int, Candidate] = {}

    def all(self) -> list[Candidate]:
        return list(self._found.values())

    def begun_surely(self) -> list[list[str]]:
        """What a name must begin with to be surely meant."""
        return self.marked if "".join(self._tokens).isascii() else self.typed

    def sure_query(self) -> str:
        """All that `surely` asks, as one question."""
        full = self._full()
        ways = [_all_of(self.marked), _all_of(self.begun_surely(), "*"), *([_all_of([full])] if full else [])]
        return " OR ".join(f"({way})" for way in ways)

    def _full(self) -> list[str]:
        heard = self._heard[0] if len(self._tokens) == 1 else full_sounds(self._tokens)
        return [FULL + sound for sound in heard]

    def surely(self, begun: list[list[str]]) -> None:
        """The names that are these words, and those that begin with one of each of `begun`."""
        if full := self._full():
            self._add(Way.FULL_NAME, search.by_words(self._db, _all_of([full])))
        self._add(Way.WHOLE, search.by_words(self._db, _all_of(self.typed)))
        if any(self._heard):
            self._add(Way.SOUNDS_WHOLE, search.by_words(self._db, _all_of(self.marked)))
        self._add(Way.BEGINS, search.by_words(self._db, _all_of(begun, "*")))

    def vaguely(self) -> None:
        """Other vowels, slips, parts, notes and the usual order, each only while too few are found."""
        shortest, longest = len(min(self._tokens, key=len)), len(max(self._tokens, key=len))
        if self._too_few() and shortest >= SHORTEST_NEAR and all(self._heard):
            self._near()
        if self._too_few() and shortest >= SHORTEST_PART:
            self._add(Way.PART, search.by_parts(self._db, _all_of(self.typed)))
        if self._too_few() and longest >= SHORTEST_PART:
            about = [[*words, NOTE + words[0], USUAL + words[0]] for words in self.marked]
            self._add(Way.ABOUT, search.by_words(self._db, _all_of(about, "*")))

    def _too_few(self) -> bool:
        return len(self._found) < self._limit

    def _near(self) -> None:
        """Other vowels; and slips of the finger, unless enough have just the name that was typed."""
        ways = [search_near.alike] if len(self._found) >= ENOUGH else [search_near.alike, search_near.slipped]
        self._add_near([_nearest(self._db, heard, ways) for heard in self._heard])

    def _add_near(self, near: list[dict[str, float]]) -> None:
        """The more alike first, and in each step whose whole name is: the others may be many."""
        alone = len(near) == 1
        most = SURE_AND_MORE
        for least in STEPS if alone else STEPS[:1]:  # of several words, vague ones would mean anybody
            chosen = [[other for other, like in all_.items() if least <= like < most] for all_ in near]
            if alone and chosen[0] and self._too_few():
                self._add_rows_near(_all_of([[FULL + other for other in chosen[0]]]), least + IN_FULL)
            if any(chosen) and self._too_few():
                marked = [[SOUND + other for other in others] for others in chosen]
                self._add_rows_near(_each_of(self.marked, marked), least)
            most = least

    def _add_rows_near(self, query: str, like: float) -> None:
        for row in search.by_words(self._db, query):
            if row[0] not in self._found:
                self._found[row[0]] = Candidate(Way.NEAR, like, row)

    def _add(self, way: Way, rows: Iterable[Row]) -> None:
        for row in rows:
            if row[0] not in self._found:
                self._found[row[0]] = Candidate(way, 1.0, row)


def _heard(token: str) -> tuple[str, ...]:
    """How what was typed sounds; "zzzz" sounds of too little to mean anybody."""
    if token.isdecimal():
        return ()
    least = len(token) / (2 if token.isascii() else 3)  # other scripts write marks that are not said
    return tuple(heard for heard in sounds(token) if len(heard) >= least)


def _nearest(db: Db, all_heard: Sequence[str], ways: Sequence[NearTo]) -> dict[str, float]:
    """The readings near to any of these; the greatest likeness of each counts."""
    found: dict[str, float] = {}
    for heard in all_heard:
        for near_to in ways:
            for other, like in near_to(db, heard).items():
                found[other] = max(like, found.get(other, 0.0))
    return found


def _all_of(choices: Iterable[Iterable[str]], star: str = "") -> str:
    """An FTS5 query for entries with one word of each choice; with a star, a word that begins so."""
    return " AND ".join("(" + " OR ".join(f'"{word}"{star}' for word in choice) + ")" for choice in choices)


def _each_of(begun: Sequence[Sequence[str]], near: Sequence[Sequence[str]]) -> str:
    """An FTS5 query for near words; of several words, each may also be the beginning that it was typed as."""
    if len(begun) == 1:
        return _all_of(near)
    parts = [
        " OR ".join([*(f'"{word}"*' for word in words), *(f'"{word}"' for word in others)])
        for words, others in zip(begun, near, strict=True)
    ]
    return " AND ".join(f"({part})" for part in parts)
