"""Our own table of customers: opens rightly in a spreadsheet, and reads back here unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from frontdesk.domain.importing.imports import PortableCustomer
from frontdesk.domain.people.customers import Birthday
from frontdesk.interchange.cells import defuse
from frontdesk.interchange.layouts import OWN_HEADERS

_JOIN = " ::: "


def write_customers_csv(rows: Iterable[PortableCustomer], stream: BinaryIO) -> int:
    """Write UTF-8 with a byte-order mark, which Excel needs to see the letters; returns how many rows.

    The stream stays open. Photos are not in it: a table cannot carry them.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(OWN_HEADERS)
    count = 0
    for row in rows:
        writer.writerow(map(defuse, _cells(row)))
        count += 1
    text.flush()
    text.detach()
    return count


def _birthday(birthday: Birthday | None) -> str:
    """As ISO 8601 and vCard write it; a year that was not told is two hyphens."""
    if birthday is None:
        return ""
    year = "-" if birthday.year is None else f"{birthday.year:04d}"
    return f"{year}-{birthday.month:02d}-{birthday.day:02d}"


def _moment(moment: datetime | None) -> str:
    """To the minute, as spreadsheets read it."""
    return moment.isoformat(sep=" ", timespec="minutes") if moment else ""


def _cells(row: PortableCustomer) -> tuple[str, ...]:
    """In the order of OWN_HEADERS."""
    return (
        row.name,
        row.given_name,
        row.nickname,
        row.spoken,
        row.phone,
        _JOIN.join(row.other_phones),
        row.email,
        _birthday(row.birthday),
        row.language,
        "yes" if row.greet_by_name else "no",
        "yes" if row.on_screen else "no",
        row.allergy,
        row.preference,
        row.note,
        "" if row.stamps is None else str(row.stamps),
        "" if row.visits is None else str(row.visits),
        _moment(row.first_visit),
        _moment(row.last_visit),
        ", ".join(sorted(purpose.value.lower() for purpose in row.consents)),
        row.reference,
    )
