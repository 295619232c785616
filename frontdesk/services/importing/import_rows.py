"""One row of an import brought in, and taken out again. Runs inside a slice of the import's act.

A known customer is only completed: a field that says something is never overwritten. Stamps and visits from
elsewhere are carried over by one import for each person; our own table's may be the very ones that stand
here, so they come only to somebody who has none at all. Stamps of several rows of one import add up, and
those that do not come in are named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.finding.folding import fold
from frontdesk.domain.importing.imports import Column, LeftOut, RowFault
from frontdesk.domain.people.customers import Consent, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.photos import Photo
from frontdesk.services.gesture import Begun
from frontdesk.services.importing.import_matching import STAMPS, Columns, Incoming, InStore, Match
from frontdesk.services.loyalty.stamping import LoyaltyService
from frontdesk.services.people.romanising import spoken
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.importing import imports
from frontdesk.storage.people import customers, facts, leaving
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import NewId

PHOTO_WORDING: Final = "The shop stated, when it imported the photo, that the customer had agreed to it."
TABLE_WORDING: Final = "Carried over from a table that Front Desk had written."
UNDONE_WORDING: Final = "The import that had brought this consent was undone."

_OF_THE_NAME: Final = frozenset({"called", "spoken"})
_SEARCHED: Final = _OF_THE_NAME | {"phone"}
_FILLED: Final = ("name", *customers.FILLABLE, "reference")


@dataclass(frozen=True, slots=True)
class Lacking:
    """What of a row a known customer has not: completing them means just this."""

    fields: dict[str, Columns]
    facts: dict[FactKind, str]
    stamps: int
    consents: frozenset[Purpose]
    photo: bool

    @property
    def parts(self) -> frozenset[str]:
        """Names of what is lacking, as in `Incoming.parts`; a photo is another question."""
        return frozenset((*self.fields, *self.facts, *self.consents, *((STAMPS,) if self.stamps else ())))


def lacking(db: Db, root_id: int, row: Incoming, gesture_id: int | None = None) -> Lacking:
    """Compare a row with the customer it matches.

    Stamps that the import itself, the act `gesture_id`, has brought do not stand in the way of more. How
    somebody is called comes only with the same name: a family's phone can bring two people together.
    """
    has = customers.columns(db, root_id, _FILLED)
    other = _OF_THE_NAME if fold(row.name) != fold(str(has["name"])) else frozenset()
    fields = {
        part: columns
        for part, columns in row.fields.items()
        if part != "visits" and part not in other and all(has[name] in ("", None) for name in columns)
    }
    if "visits" in row.fields and not imports.has_prior_visits(db, root_id, or_own=row.own_table):
        fields["visits"] = row.fields["visits"]
    noted = {fact.kind for fact in facts.of(db, root_id)} if row.facts else set()
    asked = {said.purpose: said.granted for said in customers.consents(db, root_id)} if _asks(row) else {}
    stamps = row.stamps
    if stamps and imports.has_stamps(db, root_id, or_own=row.own_table, besides=gesture_id):
        stamps = 0
    may_show = asked.get(Purpose.PHOTO, True)
    return Lacking(
        fields,
        {kind: text for kind, text in row.facts.items() if kind not in noted},
        stamps,
        row.consents - asked.keys(),
        row.photo is not None and may_show and customers.photo(db, root_id, full=False) is None,
    )


def has_left(db: Db, match: Match) -> bool:
    """Did whom a row is leave the shop, before the import or while it runs?"""
    return isinstance(match, InStore) and leaving.left(db, match.customer_id) is not None


def left_out(row: Incoming, what: Lacking) -> tuple[LeftOut, ...]:
    """What of a row does not come in, when the customer lacks only this: what is wrong, and old stamps."""
    if row.stamps and not what.stamps:
        return (*row.left_out, LeftOut(RowFault.STAMPS_NOT_ADDED, Column.STAMPS, str(row.stamps)))
    return row.left_out


def _asks(row: Incoming) -> bool:
    return bool(row.consents) or row.photo is not None


@dataclass(frozen=True, slots=True)
class Slice:
    """What every part of a long act needs while it runs in the writer. `language` is the shop's."""

    new_id: NewId
    loyalty: LoyaltyService
    act: Act
    begun: Begun
    language: str

    def consent(self, customer_id: int, purpose: Purpose, wording: str, *, granted: bool) -> None:
        said = Consent(purpose, granted, wording, self.language, self.act.at)
        customers.add_consent(self.begun.db, self.new_id, self.act, self.begun.id, customer_id, said)


class RowWriter:
    """Brings rows in, as items of a batch. `left_out` counts rows of which something did not come in."""

    def __init__(self, part: Slice, batch_id: int) -> None:
        self._part = part
        self._db = part.begun.db
        self._batch_id = batch_id
        self.left_out = 0

    def add(self, row: Incoming, photo: Photo | None) -> None:
        """Bring in somebody new."""
        columns: dict[str, Any] = {
            "name": row.name,
            "greet_by_name": int(row.greet_by_name),
            "on_screen": int(row.on_screen),
        }
        for part in row.fields.values():
            columns |= part
        columns.setdefault("spoken", spoken(row.name, str(columns.get("called", ""))))
        id_ = customers.insert(self._db, self._part.new_id, self._part.act, self._part.begun.id, columns)
        everything = Lacking(row.fields, row.facts, row.stamps, row.consents, photo is not None)
        self._tell(id_, row.line, everything, photo)
        search_index.index(self._db, id_)
        imports.add_item(self._db, self._batch_id, row.line, id_)
        self.left_out += bool(row.left_out)

    def complete(self, root_id: int, row: Incoming, photo: Photo | None) -> bool:
        """Give a known customer what they lack of a row; False when that is nothing."""
        what = lacking(self._db, root_id, row, self._part.begun.id)
        self.left_out += bool(left_out(row, what))
        picture = photo if what.photo else None
        if not what.parts and picture is None:
            return False
        before = self._before(root_id, what, with_photo=picture is not None)
        for columns in what.fields.values():
            customers.update(self._db, root_id, columns)
        self._tell(root_id, row.line, what, picture)
        if what.fields.keys() & _SEARCHED:
            search_index.index(self._db, root_id)
        imports.add_item(self._db, self._batch_id, row.line, root_id, before)
        return True

    def _before(self, root_id: int, what: Lacking, *, with_photo: bool) -> dict[str, Any]:
        """What the undo needs: for each field its columns as they were and as they are now."""
        names = tuple(name for columns in what.fields.values() for name in columns)
        old = customers.columns(self._db, root_id, names) if names else {}
        return {
            "fields": {
                part: {name: [old[name], value] for name, value in columns.items()}
                for part, columns in what.fields.items()
            },
            "facts": sorted(what.facts),
            "photo": with_photo,
        }

    def _tell(self, id_: int, line: int, what: Lacking, photo: Photo | None) -> None:
        """Write all that is not a column of the customer."""
        db, part = self._db, self._part
        for kind, text in what.facts.items():
            facts.add(db, part.new_id, part.act, part.begun.id, id_, kind, text)
        for purpose in sorted(what.consents):
            part.consent(id_, purpose, TABLE_WORDING, granted=True)
        if photo is not None:
            if Purpose.PHOTO not in what.consents:
                part.consent(id_, Purpose.PHOTO, PHOTO_WORDING, granted=True)
            customers.set_photo(db, part.act, part.begun.id, id_, photo.thumb, photo.full)
        if what.stamps:
            part.loyalty.carry_over(part.act, part.begun, id_, what.stamps, part=line)
        if "visits" in what.fields:
            visits.rebuild(db, id_)


class RowUndoer:
    """Takes out what an import, whose act has the key `undone_id`, brought in. Doing it twice is harmless."""

    def __init__(self, part: Slice, undone_id: int) -> None:
        self._part = part
        self._db = part.begun.db
        self._undone_id = undone_id

    def remove(self, item: imports.Item) -> bool:
        """Take out a customer whom the import added; False when they stay, without the old stamps and visits.

        Who has visits of their own by now, or is part of a merge, is the shop's own customer.
        """
        db, id_ = self._db, item.customer_id
        self._take_stamps_back(item)
        root_id, archived = imports.root_and_archived(db, id_)
        stays = not archived and imports.lives_on(db, id_)
        imports.forget_prior_visits(db, id_)
        if not stays:
            imports.remove_photo_of(db, id_, self._undone_id)
            if not archived:
                customers.archive(db, id_, self._part.act.at)
        visits.rebuild(db, root_id)
        return not stays

    def put_back(self, item: imports.Item) -> None:
        """Take away what the import had filled in, where nobody has changed it since."""
        db, id_, before = self._db, item.customer_id, item.before
        self._take_stamps_back(item)
        for columns in before["fields"].values():
            self._empty(id_, columns)
        for kind in before["facts"]:
            imports.retire_facts_of(db, id_, kind, self._undone_id, self._part.act.at)
        if before["photo"]:
            imports.remove_photo_of(db, id_, self._undone_id)
        for purpose in imports.consents_of(db, id_, self._undone_id):
            self._part.consent(id_, Purpose(purpose), UNDONE_WORDING, granted=False)
        root_id, archived = imports.root_and_archived(db, id_)
        if "visits" in before["fields"]:
            visits.rebuild(db, root_id)
        if before["fields"].keys() & _SEARCHED and not archived:
            search_index.index(db, root_id)

    def _take_stamps_back(self, item: imports.Item) -> None:
        part = self._part
        part.loyalty.take_back(part.act, part.begun, self._undone_id, item.line)

    def _empty(self, customer_id: int, columns: Mapping[str, list[Any]]) -> None:
        now = customers.columns(self._db, customer_id, tuple(columns))
        if all(now[name] == new for name, (_, new) in columns.items()):
            customers.update(self._db, customer_id, {name: old for name, (old, _) in columns.items()})
