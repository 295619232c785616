"""Rows of a file made ready for the store, and who in it, or earlier in the file, they already are.

A row is the same person as one with its name and its phone, e-mail, birthday or the other system's reference;
else, where neither has anything more to be told by, with its name alone. Else it is the customer who has its
phone or its e-mail under another name, but only one name of a file can be that: families share a phone, and
rows of one file that differ in name are different people. Who left the shop is known too, though not by a
phone alone: they and their stamps do not come in a second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.finding.folding import words
from frontdesk.domain.importing.imports import CandidateCustomer, Column, FileKind, LeftOut, RowFault
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.phones import Phone, normalise_phone
from frontdesk.domain.text import BadInput, clean_note
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.importing import imports

STAMPS: Final = "stamps"
MOST_STAMPS: Final = 10_000
OLDEST_BIRTH_YEAR, LATEST_BIRTH_YEAR = 1880, 2200

Columns = dict[str, SqlValue]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A row as the store can take it.

    `fields` groups columns that come and go together: ``phone``, ``birthday`` and so on. `own_table` is true
    for our own export, whose stamps and visits may be those that stand here already.
    """

    line: int
    name: str
    phone: Phone | None
    fields: dict[str, Columns]
    facts: dict[FactKind, str]
    stamps: int
    consents: frozenset[Purpose]
    greet_by_name: bool
    on_screen: bool
    photo: bytes | None
    own_table: bool
    keys: tuple[str, ...]
    known_as: tuple[str, ...]
    contacts: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def parts(self) -> frozenset[str]:
        """Names of all that the row tells besides the name."""
        return frozenset((*self.fields, *self.facts, *self.consents, *((STAMPS,) if self.stamps else ())))


@dataclass(frozen=True, slots=True)
class InStore:
    """The row is this customer; `left` where they have left the shop and are not back."""

    customer_id: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class InFile:
    """The row is whom an earlier row, by its place among the file's rows, brings in."""

    row: int


Match = InStore | InFile | None


def incoming(row: CandidateCustomer, kind: FileKind, *, prefix: str, zone: ZoneInfo, now: int) -> Incoming:
    """Make a row ready. What the store cannot take is left out and named.

    A phone that cannot be read goes into the note, as do a person's other phones: the store searches by one.
    """
    left_out = list(row.left_out)
    phone, in_note = _phones(row, prefix, left_out)
    birthday = _birthday(row.birthday)
    visits = _visits(row, zone, now, left_out)
    facts = {
        FactKind.ALLERGY: row.allergy,
        FactKind.PREFERENCE: row.preference,
        FactKind.NOTE: _note(row.note, in_note),
    }
    name = " ".join(words(row.name)) or row.name
    return Incoming(
        line=row.line,
        name=row.name,
        phone=phone,
        fields=_fields(row, phone, birthday, visits),
        facts={fact: text for fact, text in facts.items() if text},
        stamps=_stamps(row, left_out),
        consents=row.consents,
        greet_by_name=row.greet_by_name,
        on_screen=row.on_screen,
        photo=row.photo,
        own_table=kind is FileKind.FRONT_DESK,
        keys=_sought(name, phone, row.email, birthday, row.reference),
        known_as=_known_as(name, phone, row.email, birthday, row.reference),
        contacts=_contacts(phone, row.email),
        left_out=tuple(left_out),
    )


class KnownPeople:
    """Everybody in the store, by what tells people apart; `match` adds the rows of the file as they come.

    Every row is announced first (`announce`): a customer whom some row names is not given to another name.
    """

    def __init__(self, db: Db, prefix: str) -> None:
        # One mapping for both: a customer is their key, a row of the file the negative of its place and one.
        self._found: dict[str, int] = {}
        self._by_contact: dict[str, int] = {}
        self._spoken_for: set[int] = set()
        self._left: set[int] = set()
        for root_id, name, phone, email, month, day, year, reference, left in imports.people(db):
            birthday = Birthday(month, day, year) if month is not None else None
            folded = " ".join(words(name)) or name
            readable = _readable(phone, prefix)
            for key in _known_as(folded, readable, email, birthday, reference):
                self._found.setdefault(key, root_id)
            if left:  # a phone alone may have gone to somebody else since
                self._left.add(root_id)
                continue
            for key in _contacts(readable, email):
                self._by_contact.setdefault(key, root_id)

    @property
    def have_contacts(self) -> bool:
        """Whether anybody could be found by a phone or an e-mail alone."""
        return bool(self._by_contact)

    def announce(self, row: Incoming) -> None:
        """Keep a customer whom this row names from rows with other names."""
        named = self._named(row)
        if named is not None:
            self._spoken_for.add(named)

    def match(self, place: int, row: Incoming) -> Match:
        """Who the row at this place of the file already is; None for somebody new."""
        found = self._named(row)
        if found is None:
            found = self._by_contact_alone(row)
        person = found if found is not None else -1 - place
        for key in row.known_as:
            self._found.setdefault(key, person)
        if found is None:
            return None
        return InStore(found, found in self._left) if found > 0 else InFile(-1 - found)

    def _named(self, row: Incoming) -> int | None:
        return next((self._found[key] for key in row.keys if key in self._found), None)

    def _by_contact_alone(self, row: Incoming) -> int | None:
        """The customer with the row's phone or e-mail, unless another name in the file is them."""
        known = (self._by_contact.get(key) for key in row.contacts)
        found = next((id_ for id_ in known if id_ is not None and id_ not in self._spoken_for), None)
        if found is not None:
            self._spoken_for.add(found)
        return found


def _fields(
    row: CandidateCustomer, phone: Phone | None, birthday: Birthday | None, visits: Columns
) -> dict[str, Columns]:
    """The columns that the row has something for, by the part that they come and go with."""
    fields: dict[str, Columns] = {
        "called": {"called": row.nickname or (row.given_name if row.given_name != row.name else "")},
        "spoken": {"spoken": row.spoken},
        "phone": {"phone": phone.shown, "phone_digits": phone.national} if phone else {},
        "email": {"email": row.email.lower()},
        "birthday": {"birth_month": birthday.month, "birth_day": birthday.day, "birth_year": birthday.year}
        if birthday
        else {},
        "language": {"language": row.language},
        "reference": {"reference": row.reference},
        "visits": visits,
    }
    return {part: columns for part, columns in fields.items() if any(columns.values())}


def _sought(
    name: str, phone: Phone | None, email: str, birthday: Birthday | None, reference: str
) -> tuple[str, ...]:
    """The keys under which a row looks for itself, the surest first."""
    keys = [f"{key} {name}" for key in _contacts(phone, email)]
    if birthday and birthday.year:
        keys += [f"b {birthday} {name}", f"d {birthday.month}-{birthday.day} {name}"]
    elif birthday:
        keys.append(f"a {birthday.month}-{birthday.day} {name}")
    if reference:
        keys.append(f"r {reference} {name}")
    return tuple(keys) or (f"n {name}",)


def _known_as(
    name: str, phone: Phone | None, email: str, birthday: Birthday | None, reference: str
) -> tuple[str, ...]:
    """The keys under which a person is found: any year of birth will do where one of the two has none."""
    keys = [f"{key} {name}" for key in _contacts(phone, email)]
    if birthday:
        day = f"{birthday.month}-{birthday.day} {name}"
        keys += [f"a {day}", f"b {birthday} {name}" if birthday.year else f"d {day}"]
    if reference:
        keys.append(f"r {reference} {name}")
    return tuple(keys) or (f"n {name}",)


def _contacts(phone: Phone | None, email: str) -> tuple[str, ...]:
    """The keys of a phone and an e-mail, which a family may share."""
    by_phone = (f"p {phone.e164}",) if phone else ()
    return (*by_phone, f"e {email.lower()}") if email else by_phone


def _readable(phone: str, prefix: str) -> Phone | None:
    try:
        return normalise_phone(phone, prefix) if phone else None
    except BadInput:
        return None


def _phones(row: CandidateCustomer, prefix: str, left_out: list[LeftOut]) -> tuple[Phone | None, list[str]]:
    """The first phone that can be read, and what else stood there."""
    kept: Phone | None = None
    in_note: list[str] = []
    for raw in filter(None, (row.phone, *row.other_phones)):
        phone = _readable(raw, prefix)
        if phone is None:
            left_out.append(LeftOut(RowFault.BAD_PHONE, Column.PHONE, raw[:80]))
        if phone is not None and kept is None:
            kept = phone
        elif phone is None or kept is None or phone.e164 != kept.e164:
            in_note.append(raw)
    return kept, in_note


def _note(note: str, phones: list[str]) -> str:
    """The note with phones below it that it does not name yet; without them where there is no room."""
    more = [phone for phone in phones if phone not in note]
    try:
        return clean_note("\n".join([note, *more]))
    except BadInput:
        return note


def _birthday(birthday: Birthday | None) -> Birthday | None:
    """A year that nobody now alive was born in is taken as not told."""
    if birthday and birthday.year and not OLDEST_BIRTH_YEAR <= birthday.year <= LATEST_BIRTH_YEAR:
        return Birthday(birthday.month, birthday.day)
    return birthday


def _stamps(row: CandidateCustomer, left_out: list[LeftOut]) -> int:
    """Old stamps. More than anybody collects are points of another kind, and are left out."""
    if row.stamps is not None and row.stamps > MOST_STAMPS:
        left_out.append(LeftOut(RowFault.BAD_NUMBER, Column.STAMPS, str(row.stamps)))
        return 0
    return row.stamps or 0


def _visits(row: CandidateCustomer, zone: ZoneInfo, now: int, left_out: list[LeftOut]) -> Columns:
    """Visits before ours: whoever has a day of a visit has been there once at least."""
    moments = list(_moments(row, zone, now, left_out))
    if not moments and not row.visits:
        return {}
    return {
        "prior_visits": max(row.visits or 0, 1 if moments else 0),
        "prior_first_at": min(moments, default=None),
        "prior_last_at": max(moments, default=None),
    }


def _moments(row: CandidateCustomer, zone: ZoneInfo, now: int, left_out: list[LeftOut]) -> Iterator[int]:
    told = ((Column.FIRST_VISIT, row.first_visit), (Column.LAST_VISIT, row.last_visit))
    for column, moment in told:
        if moment is None:
            continue
        at = _utc(moment, zone)
        if at <= now:
            yield at
        else:
            left_out.append(LeftOut(RowFault.BAD_VALUE, column, moment.date().isoformat()))


def _utc(moment: datetime, zone: ZoneInfo) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return int(aware.timestamp() * 1000)
