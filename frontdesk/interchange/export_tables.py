"""Tables of customers that Square, Loyverse and Google Contacts take: their headers, what has a place there.

The whole name stands where a given name is asked for: which part of a Lao or Thai name is the family's nobody
can tell from outside. Visits stay here: each program counts its own. A phone or a day stays as it is: a plus
or a hyphen before digits runs nothing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO, Final

from frontdesk.domain.importing.imports import PortableCustomer
from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.domain.people.customers import Birthday
from frontdesk.interchange.cells import defuse

_DIGITS: Final = re.compile(r"[+-][\d ()./-]*")


def _headers(named: str) -> list[str]:
    return named.split(", ")


_SQUARE: Final = _headers(
    "Reference ID, First Name, Last Name, Email Address, Phone Number, Nickname, Company Name, "
    "Street Address 1, Street Address 2, City, State, Postal Code, Birthday, Memo, Square Customer ID, "
    "Creation Source, First Visit, Last Visit, Transaction Count, Lifetime Spend, Email Subscription Status, "
    "Instant Profile, Blocked from online booking"
)
_LOYVERSE: Final = _headers(
    "id, name, email, phone_number, address, city, region, postal_code, country_code, customer_code, note, "
    "first_visit, last_visit, total_visits, total_spent, total_points"
)
_GOOGLE: Final = _headers(
    "First Name, Middle Name, Last Name, Phonetic First Name, Phonetic Middle Name, Phonetic Last Name, "
    "Name Prefix, Name Suffix, Nickname, File As, Organization Name, Organization Title, "
    "Organization Department, Birthday, Notes, Photo, Labels, E-mail 1 - Label, E-mail 1 - Value, "
    "Phone 1 - Label, Phone 1 - Value"
)

HEADERS: Final = {ListKind.SQUARE: _SQUARE, ListKind.LOYVERSE: _LOYVERSE, ListKind.GOOGLE: _GOOGLE}


def write_table(kind: ListKind, rows: Iterable[PortableCustomer], stream: BinaryIO) -> int:
    """Write everybody in UTF-8 with a byte-order mark; returns how many. The stream stays open."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.DictWriter(text, HEADERS[kind], restval="")
    writer.writeheader()
    count = 0
    for row in rows:
        cells = _CELLS[kind](row)
        writer.writerow({header: _safe(cell) for header, cell in cells.items()})
        count += 1
    text.flush()
    text.detach()
    return count


def _square(row: PortableCustomer) -> Mapping[str, str]:
    return {
        "First Name": row.name,
        "Nickname": row.nickname,
        "Email Address": row.email,
        "Phone Number": row.phone,
        "Birthday": birthday_text(row.birthday, unknown_year=""),
        "Memo": row.note,
        "Square Customer ID": row.reference,
    }


def _loyverse(row: PortableCustomer) -> Mapping[str, str]:
    return {
        "name": row.name,
        "email": row.email,
        "phone_number": row.phone,
        "customer_code": row.reference,
        "note": row.note,
    }


def _google(row: PortableCustomer) -> Mapping[str, str]:
    return {
        "First Name": row.name,
        "Nickname": row.nickname,
        "Birthday": birthday_text(row.birthday, unknown_year="--"),
        "Notes": row.note,
        "E-mail 1 - Label": "Home" if row.email else "",
        "E-mail 1 - Value": row.email,
        "Phone 1 - Label": "Mobile" if row.phone else "",
        "Phone 1 - Value": row.phone,
    }


_CELLS: Final = {ListKind.SQUARE: _square, ListKind.LOYVERSE: _loyverse, ListKind.GOOGLE: _google}


def birthday_text(birthday: Birthday | None, *, unknown_year: str) -> str:
    """Year, month and day; where the year was not told, `unknown_year` stands for it."""
    if birthday is None:
        return ""
    day = f"{birthday.month:02d}-{birthday.day:02d}"
    return f"{unknown_year}{day}" if birthday.year is None else f"{birthday.year:04d}-{day}"


def _safe(cell: str) -> str:
    return cell if _DIGITS.fullmatch(cell) else defuse(cell)
