"""Contact cards of customers as phones take them: vCard 4.0 (RFC 6350) and 3.0, with their photos."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from frontdesk.domain.importing.imports import PortableCustomer
from frontdesk.domain.importing.list_kinds import ListKind, Pictured
from frontdesk.domain.people.customers import Birthday

_LONGEST: Final = 75
"""Bytes of a line; what is longer goes on in the next one, after a blank."""

_OMITTED: Final = 1604
"""The year that phones write where there is none; the parameter beside it says so."""


def write_vcards(kind: ListKind, people: Iterable[Pictured], stream: BinaryIO) -> int:
    """Write a card for everybody, in UTF-8; returns how many. The stream stays open."""
    lines = _lines_4 if kind is ListKind.VCARD_4 else _lines_3
    count = 0
    for person in people:
        stream.write(b"".join(map(folded, lines(person))))
        count += 1
    return count


def _lines_4(person: Pictured) -> Iterator[str]:
    customer = person.customer
    yield from ("BEGIN:VCARD", "VERSION:4.0")
    yield from _alike(customer)
    if customer.phone:
        yield f"TEL;VALUE=text;TYPE=cell:{_escaped(customer.phone)}"
    if customer.birthday:
        yield f"BDAY:{_day(customer.birthday, '')}"
    if person.photo:
        yield f"PHOTO:data:image/jpeg;base64,{b64encode(person.photo).decode('ascii')}"
    yield "END:VCARD"


def _lines_3(person: Pictured) -> Iterator[str]:
    customer = person.customer
    yield from ("BEGIN:VCARD", "VERSION:3.0")
    yield from _alike(customer)
    if customer.phone:
        yield f"TEL;TYPE=CELL:{_escaped(customer.phone)}"
    if customer.birthday and customer.birthday.year:
        yield f"BDAY:{_day(customer.birthday, '-')}"
    elif customer.birthday:
        month, day = customer.birthday.month, customer.birthday.day
        yield f"BDAY;X-APPLE-OMIT-YEAR={_OMITTED}:{_OMITTED}-{month:02d}-{day:02d}"
    if person.photo:
        yield f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(person.photo).decode('ascii')}"
    yield "END:VCARD"


def _alike(customer: PortableCustomer) -> Iterator[str]:
    """What both versions write in the same way."""
    name = _escaped(customer.name)
    yield from (f"FN:{name}", f"N:;{name};;;")
    fields = (
        ("NICKNAME", customer.nickname),
        ("EMAIL", customer.email),
        ("NOTE", customer.note),
        ("UID", customer.reference),
    )
    yield from (f"{field}:{_escaped(value)}" for field, value in fields if value)


def _day(birthday: Birthday, between: str) -> str:
    year = "--" if birthday.year is None else f"{birthday.year:04d}{between}"
    return f"{year}{birthday.month:02d}{between}{birthday.day:02d}"


def _escaped(value: str) -> str:
    for sign in ("\\", ",", ";"):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> bytes:
    """The line in pieces of at most 75 bytes, none cut within a letter."""
    pieces, piece = [], b""
    for letter in line:
        coded = letter.encode("utf-8")
        if len(piece) + len(coded) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += coded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
