"""The order of what a search found: the surest way first, within it whoever is likelier to stand here now."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from frontdesk.domain.days import DAY
from frontdesk.domain.folding import words
from frontdesk.domain.sounds.keys import distance
from frontdesk.services.finding import Candidate, Way
from frontdesk.storage.database import Row
from frontdesk.storage.search_keys import full_sounds, name_spellings

HALF_LIFE_MS: Final = 60 * DAY
_HALF_LIVES_TO_NOW: Final = 340  # since 1970, so that the power below neither overflows nor vanishes
_BY_SOUND: Final = (Way.FULL_NAME, Way.SOUNDS_WHOLE, Way.NEAR)

Rank = tuple[bool, int, int, float, float, bool, float, int]


def ranked(
    found: Sequence[Candidate], tokens: Sequence[str], chances: Mapping[int, float]
) -> list[Candidate]:
    """The likeliest first. `tokens` is what was typed; `chances` says who may walk in now."""
    typed = _Typed(" ".join(tokens), tuple(tokens), frozenset(full_sounds(tokens)))
    return sorted(found, key=lambda candidate: _rank(candidate, typed, chances), reverse=True)


class _Typed(NamedTuple):
    whole: str
    tokens: tuple[str, ...]
    full: frozenset[str]


def _rank(candidate: Candidate, typed: _Typed, chances: Mapping[int, float]) -> Rank:
    row, way, like = candidate.row, candidate.way, candidate.like
    exact = way <= Way.WHOLE and _is_whole(row, typed.whole)
    if (
        way in (Way.WHOLE, Way.SOUNDS_WHOLE)
        and row[2]
        and typed.full.intersection(full_sounds(words(row[2])))
    ):
        way = Way.FULL_NAME
    if way is Way.BEGINS and not typed.whole.isascii() and not _begins(row, typed.tokens):
        like = 0.0  # in another script: whose name is written in this one comes before
    written = _written_alike(row, typed.whole) if way in _BY_SOUND else 0.0
    habit = row[6] * 2.0 ** ((row[5] or 0) / HALF_LIFE_MS - _HALF_LIVES_TO_NOW)
    named = candidate.way is Way.FULL_NAME
    return exact, -way, round(like * 10), chances.get(row[0], 0.0), habit, named, written, row[7]


def _is_whole(row: Row, whole: str) -> bool:
    """Is just this their name, or the last four digits of their phone?"""
    # Folding keeps a name's length, or all but; so only a name as long as what was typed is worth folding.
    return row[4][-4:] == whole or any(
        len(text) == len(whole) and " ".join(words(text)) == whole for text in row[1:4]
    )


def _begins(row: Row, tokens: Sequence[str]) -> bool:
    return all(any(word.startswith(token) for name in row[1:4] for word in words(name)) for token in tokens)


def _written_alike(row: Row, whole: str) -> float:
    """Minus the letters in which what was typed differs from how a word of their names is usually spelt."""
    return -min(
        (distance(whole, spelling) for name in row[1:4] for spelling in name_spellings(name)), default=0
    )
