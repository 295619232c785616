"""The order of what a search found: the surest way first, within it whoever is likelier to stand here now."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from frontdesk.domain.days import DAY
from frontdesk.domain.finding.sounds.keys import distance
from frontdesk.services.finding.search_ways import Candidate, Way
from frontdesk.storage.database import Row
from frontdesk.storage.finding.search_keys import full_sounds, name_spellings, name_words

HALF_LIFE_MS: Final = 60 * DAY
_HALF_LIVES_TO_NOW: Final = 340  # since 1970, so that the power below neither overflows nor vanishes
LIKE_STEPS: Final = 20  # names that are about as much alike are ordered by who is likelier
LOOKED_AT_CLOSELY: Final = 24
_BY_SOUND: Final = (Way.FULL_NAME, Way.SOUNDS_WHOLE, Way.NEAR)

Rank = tuple[bool, bool, bool, bool, int, int, float, float, int]


def ranked(
    found: Sequence[Candidate], tokens: Sequence[str], chances: Mapping[int, float]
) -> list[Candidate]:
    """The likeliest first. `tokens` is what was typed; `chances` says who may walk in now."""
    whole = " ".join(tokens)
    typed = _Typed(whole, whole.isascii(), tuple(tokens), frozenset(full_sounds(tokens)))
    by_rank = sorted(((_rank(each, typed, chances), each) for each in found), key=_first, reverse=True)
    head, tail = by_rank[:LOOKED_AT_CLOSELY], by_rank[LOOKED_AT_CLOSELY:]
    if len({rank for rank, _ in head}) < len(head):
        # Namesakes by sound of whom nothing else is known: the spelling that is nearest.
        head.sort(key=lambda pair: (pair[0], _written_alike(pair[1], typed.whole)), reverse=True)
    return [each for _, each in [*head, *tail]]


def _first(pair: tuple[Any, Candidate]) -> Any:
    return pair[0]


class _Typed(NamedTuple):
    whole: str
    latin: bool
    tokens: tuple[str, ...]
    full: frozenset[str]


def _rank(candidate: Candidate, typed: _Typed, chances: Mapping[int, float]) -> Rank:
    row, way, like = candidate.row, candidate.way, candidate.like
    exact = written = False
    if way is Way.BEGINS:
        if not typed.latin and not _begins(row, typed.tokens):
            like = 0.0  # in another script: whose name is written in this one comes before
    elif way <= Way.SOUNDS_WHOLE:
        exact, written = _is_whole(row, typed.whole), _is_written(row, typed.tokens)
        if row[2] and typed.full.intersection(full_sounds(name_words(row[2]))):
            way = Way.FULL_NAME
        elif way is Way.SOUNDS_WHOLE and typed.latin and not written and row[1].isascii():
            way = Way.NEAR  # "rach" begins Rachel, as it is written, before it sounds like Raj
    habit = row[6] and row[6] * 2.0 ** ((row[5] or 0) / HALF_LIFE_MS - _HALF_LIVES_TO_NOW)
    # Who is called just this in another script comes before who has it among their names, written so or not.
    full = way is Way.FULL_NAME and not (typed.latin and (row[2] or row[1]).isascii())
    named = full and candidate.way is Way.FULL_NAME  # their whole name, not only what they are called
    return exact, full, named, written, -way, int(like * LIKE_STEPS), chances.get(row[0], 0.0), habit, row[7]


def _is_whole(row: Row, whole: str) -> bool:
    """Is just this their name, or the last four digits of their phone?"""
    # Folding keeps a name's length, or all but; so only a name as long as what was typed is worth folding.
    return row[4][-4:] == whole or any(
        len(text) == len(whole) and " ".join(name_words(text)) == whole for text in row[1:4]
    )


def _is_written(row: Row, tokens: Sequence[str]) -> bool:
    """Is each token a word of their names, or of how they are said, and not only like one?"""
    names = f" {row[1]} {row[2]} {row[3]} ".lower()
    return all(f" {token} " in names for token in tokens)


def _begins(row: Row, tokens: Sequence[str]) -> bool:
    """Does a word of their names begin with each token, letter by letter?"""
    names = f" {row[1]} {row[2]} {row[3]}"
    return all(f" {token}" in names for token in tokens)


def _written_alike(candidate: Candidate, whole: str) -> int:
    """Minus the letters in which what was typed differs from how a word of their names is usually spelt."""
    if candidate.way not in _BY_SOUND:
        return 0
    spellings = (spelling for name in candidate.row[1:4] for spelling in name_spellings(name))
    return -min((distance(whole, spelling) for spelling in spellings), default=0)
