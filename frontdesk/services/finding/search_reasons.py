"""Why somebody is among those found, when the name that is shown does not say so itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from frontdesk.domain.finding.folding import words
from frontdesk.domain.finding.hits import FoundBy, Hit
from frontdesk.services.finding.search_ways import Candidate, Way
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search
from frontdesk.storage.finding.search_keys import name_words

_BY_NAME: Final = frozenset({Way.WHOLE, Way.BEGINS, Way.PART})
_BY_SOUND: Final = frozenset({Way.FULL_NAME, Way.SOUNDS_WHOLE, Way.NEAR})


def why(db: Db, tokens: Sequence[str], best: Sequence[Candidate], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits of `best`, each with what of it matched `tokens`."""
    numbers = [token for token in tokens if token.isdecimal() and len(token) > 1]
    if not numbers and all(candidate.way in _BY_NAME for candidate in best):
        return tuple(hits)
    by_id = {candidate.row[0]: candidate for candidate in best}
    about = [id_ for id_, candidate in by_id.items() if candidate.way is Way.ABOUT]
    notes: dict[int, list[str]] = {}
    for id_, text in search.notes_of(db, about) if about else ():
        notes.setdefault(id_, []).append(text)
    explained = []
    for hit in hits:
        found = by_id[hit.customer_id]
        if found.way is Way.ABOUT:
            hit = _about(db, tokens, hit, notes.get(hit.customer_id, ()))
        elif any(number in found.row[4][:-1] for number in numbers):
            hit = replace(hit, found_by=FoundBy.PHONE, matched=found.row[4])
        elif found.way in _BY_SOUND and not _is_written(found, tokens):
            hit = replace(hit, found_by=FoundBy.SOUND)
        explained.append(hit)
    return tuple(explained)


def _is_written(found: Candidate, tokens: Sequence[str]) -> bool:
    """Whether a name that can be seen has what was typed: then it need not be said."""
    seen = [word for name in found.row[1:4] for word in name_words(name)]
    return all(token in seen for token in tokens)


def _about(db: Db, tokens: Sequence[str], hit: Hit, notes: Sequence[str]) -> Hit:
    """The line of a note that has a word which was typed, or else what they usually take."""
    for note in notes:
        for line in note.splitlines():
            if any(word.startswith(token) for word in words(line) for token in tokens):
                return replace(hit, found_by=FoundBy.NOTE, matched=line.strip())
    usual = search.usual_of(db, hit.customer_id)
    return replace(hit, found_by=FoundBy.USUAL, matched=", ".join(usual)) if usual else hit
