"""Contacts as phones export them: vCard 2.1, 3.0 and 4.0, with pictures."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from frontdesk.domain.importing.imports import (
    BadRow,
    CandidateCustomer,
    Column,
    FileKind,
    LeftOut,
    Progress,
    ReadFile,
    RowFault,
)
from frontdesk.interchange.candidates import RawCustomer, candidate, shortened
from frontdesk.interchange.vcard_lines import (
    Property,
    RawCard,
    decoded_base64,
    plain,
    properties,
    split_cards,
)

_STEP = 100  # cards between two reports of progress
_NOT_PEOPLE = ("GROUP", "ORG", "LOCATION", "DEVICE")
_DATA_URI = re.compile(rb"data:[^,]*?(?P<base64>;base64)?,", re.IGNORECASE)
_WEB = re.compile(rb"\s*(?:https?|ftp|file|content|cid):", re.IGNORECASE)
_TEL_URI = re.compile(r"tel:([^;]*).*", re.IGNORECASE)


def read_vcards(data: bytes, encoding: str, progress: Progress | None = None) -> ReadFile:
    """Every card of a file, each a candidate or a bad row named by its first line.

    `progress(lines done, lines in all)` may raise to stop the reading.
    """
    lines = data.count(b"\n") + 1
    rows: list[CandidateCustomer] = []
    bad: list[BadRow] = []
    for count, card in enumerate(split_cards(data)):
        if progress and count % _STEP == 0:
            progress(card.line, lines)
        read = _card(card)
        if isinstance(read, BadRow):
            bad.append(read)
        else:
            rows.append(read)
    if progress:
        progress(lines, lines)
    return ReadFile(FileKind.VCARD, tuple(rows), tuple(bad), encoding)


def _card(card: RawCard) -> CandidateCustomer | BadRow:
    found = list(properties(card))
    raw = _raw(card.line, found)
    if not card.ended:
        return BadRow(card.line, RowFault.CARD_NOT_ENDED, shortened(raw.shown_name()))
    if any(line.name == "KIND" and line.value.strip().upper() in _NOT_PEOPLE for line in found):
        return BadRow(card.line, RowFault.NOT_A_PERSON, shortened(raw.shown_name()))
    return candidate(raw)


def _raw(line: int, found: list[Property]) -> RawCustomer:
    """Each property counts once, the first that says something; phones are all kept."""
    first: dict[str, Property] = {}
    for found_property in found:
        if found_property.value.strip(" ;") or found_property.binary:
            first.setdefault(found_property.name, found_property)

    def text(name: str) -> str:
        return plain(first[name].value) if name in first else ""

    family, given, middle = (*(first["N"].parts() if "N" in first else []), "", "", "")[:3]
    raw = RawCustomer(
        line=line,
        name=text("FN"),
        given=given,
        middle=middle,
        family=family,
        nickname=plain(re.split(r"(?<!\\),", first["NICKNAME"].value)[0]) if "NICKNAME" in first else "",
        company=(first["ORG"].parts() if "ORG" in first else [""])[0],
        phones=[_phone(tel) for tel in sorted((p for p in found if p.name == "TEL"), key=_rank)],
        email=next((plain(p.value) for p in sorted(found, key=_rank) if p.name == "EMAIL"), "").removeprefix(
            "mailto:"
        ),
        birthday=_birthday(first["BDAY"]) if "BDAY" in first else "",
        note=text("NOTE"),
        reference=text("UID").removeprefix("urn:uuid:"),
    )
    if "PHOTO" in first:
        _take_photo(first["PHOTO"], raw)
    return raw


def _rank(line: Property) -> int:
    """Preferred first, then mobile, then as they stand."""
    if "PREF" in line.types or "PREF=1" in line.types:
        return 0
    return 1 if "CELL" in line.types else 2


def _phone(line: Property) -> str:
    return _TEL_URI.sub(r"\1", plain(line.value))


def _birthday(line: Property) -> str:
    """As written; where the phone had to invent a year it says which, and that one is dropped."""
    value = plain(line.value).strip()
    for invented in (t.partition("=")[2] for t in line.types if t.startswith("X-APPLE-OMIT-YEAR=")):
        if value.startswith(invented):
            return "--" + value.removeprefix(invented).lstrip("-")
    return value


def _take_photo(line: Property, raw: RawCustomer) -> None:
    """A picture inside the card is kept; one that is only pointed to is never fetched."""
    uri = _DATA_URI.match(line.raw.strip().replace(b"\\,", b",").replace(b"\\;", b";"))
    if _WEB.match(line.raw):
        address = shortened(line.raw.decode("ascii", "replace"))
        raw.left_out.append(LeftOut(RowFault.PHOTO_ELSEWHERE, Column.PHOTO, address))
    elif uri:
        _, _, payload = line.raw.partition(b",")
        raw.photo = decoded_base64(payload) if uri["base64"] else unquote_to_bytes(payload)
    else:
        raw.photo = decoded_base64(line.raw)
    if raw.photo is None and not _WEB.match(line.raw):
        raw.left_out.append(LeftOut(RowFault.BAD_PHOTO, Column.PHOTO))
