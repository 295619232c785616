"""Why somebody is among those found, when the name that is shown does not say so itself."""

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.domain.folding import words
from frontdesk.domain.hits import FoundBy, Hit
from frontdesk.services.finding import Candidate, Way
from frontdesk.storage import search
from frontdesk.storage.database import Db


def why(db: Db, tokens: Sequence[str], best: Sequence[Candidate], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits of `best`, each with what of it matched `tokens`."""
    by_id = {candidate.row[0]: candidate for candidate in best}
    about = [id_ for id_, candidate in by_id.items() if candidate.way is Way.ABOUT]
    notes: dict[int, list[str]] = {}
    for id_, text in search.notes_of(db, about) if about else ():
        notes.setdefault(id_, []).append(text)
    return tuple(_explained(db, tokens, by_id[hit.customer_id], hit, notes) for hit in hits)


def _explained(db: Db, tokens: Sequence[str], found: Candidate, hit: Hit, notes: dict[int, list[str]]) -> Hit:
    if found.way is Way.ABOUT:
        return _about(db, tokens, hit, notes.get(hit.customer_id, ()))
    if any(token.isdecimal() and len(token) > 1 and token in found.row[4][:-1] for token in tokens):
        return replace(hit, found_by=FoundBy.PHONE, matched=found.row[4])
    if found.way in (Way.FULL_NAME, Way.SOUNDS_WHOLE, Way.NEAR):
        return replace(hit, found_by=FoundBy.SOUND)
    return hit


def _about(db: Db, tokens: Sequence[str], hit: Hit, notes: Sequence[str]) -> Hit:
    """The line of a note that has a word which was typed, or else what they usually take."""
    for note in notes:
        for line in note.splitlines():
            if any(word.startswith(token) for word in words(line) for token in tokens):
                return replace(hit, found_by=FoundBy.NOTE, matched=line.strip())
    usual = search.usual_of(db, hit.customer_id)
    return replace(hit, found_by=FoundBy.USUAL, matched=", ".join(usual)) if usual else hit
