"""Which header of which system holds what. Headers are compared without case, blanks and punctuation.

Square and Google name theirs exactly; everything else (Loyverse, Shopify, Open Source POS, EPOS, Perkstar, a
shop's own list) is matched by the loose table, in English and in the languages of the shops.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontdesk.domain.importing.imports import Column, ColumnMatch, FileKind

# The order is the order of columns in our own export.
OWN_HEADERS: dict[str, Column] = {
    "Name": Column.NAME,
    "Given name": Column.GIVEN_NAME,
    "Nickname": Column.NICKNAME,
    "How to say it": Column.SPOKEN,
    "Phone": Column.PHONE,
    "Other phones": Column.PHONE,
    "Email": Column.EMAIL,
    "Birthday": Column.BIRTHDAY,
    "Language": Column.LANGUAGE,
    "Greet by name": Column.GREET_BY_NAME,
    "Name on the screen": Column.ON_SCREEN,
    "Allergy": Column.ALLERGY,
    "Preference": Column.PREFERENCE,
    "Note": Column.NOTE,
    "Stamps": Column.STAMPS,
    "Visits": Column.VISITS,
    "First visit": Column.FIRST_VISIT,
    "Last visit": Column.LAST_VISIT,
    "Agreed to": Column.CONSENTS,
    "Front Desk reference": Column.REFERENCE,
}

_SQUARE = {
    "Square Customer ID": Column.REFERENCE,
    "First Name": Column.GIVEN_NAME,
    "Last Name": Column.FAMILY_NAME,
    "Email Address": Column.EMAIL,
    "Phone Number": Column.PHONE,
    "Nickname": Column.NICKNAME,
    "Company Name": Column.COMPANY,
    "Birthday": Column.BIRTHDAY,
    "Memo": Column.NOTE,
    "First Visit": Column.FIRST_VISIT,
    "Last Visit": Column.LAST_VISIT,
    "Transaction Count": Column.VISITS,
}
_GOOGLE = {
    "Name": Column.NAME,
    "First Name": Column.GIVEN_NAME,
    "Given Name": Column.GIVEN_NAME,
    "Middle Name": Column.MIDDLE_NAME,
    "Additional Name": Column.MIDDLE_NAME,
    "Last Name": Column.FAMILY_NAME,
    "Family Name": Column.FAMILY_NAME,
    "Nickname": Column.NICKNAME,
    "Organization Name": Column.COMPANY,
    "Birthday": Column.BIRTHDAY,
    "Notes": Column.NOTE,
    **{f"E-mail {n} - Value": Column.EMAIL for n in range(1, 10)},
    **{f"Phone {n} - Value": Column.PHONE for n in range(1, 10)},
}
_LOOSE_NAMES: dict[Column, str] = {
    Column.NAME: "name, full name, customer, customer name, display name, ชื่อ, ชื่อลูกค้า, ชื่อ-นามสกุล, ຊື່, "
    "ຊື່ລູກຄ້າ, ຊື່ ແລະ ນາມສະກຸນ, ឈ្មោះ, ឈ្មោះអតិថិជន, სახელი და გვარი, მომხმარებელი",
    Column.GIVEN_NAME: "first name, given name, forename, ชื่อจริง, სახელი, នាមខ្លួន",
    Column.MIDDLE_NAME: "middle name",
    Column.FAMILY_NAME: "last name, family name, surname, นามสกุล, ນາມສະກຸນ, នាមត្រកូល, გვარი",
    Column.NICKNAME: "nickname, called, ชื่อเล่น, ຊື່ຫຼິ້ນ, ឈ្មោះហៅក្រៅ, მეტსახელი",
    Column.COMPANY: "company, company name, organization",
    Column.PHONE: "phone, phone number, telephone, tel, mobile, mobile number, mobile phone, cell, whatsapp, "
    "other phones, default address phone, "
    "เบอร์โทร, เบอร์โทรศัพท์, โทรศัพท์, เบอร์มือถือ, ເບີໂທ, ເບີໂທລະສັບ, ໂທລະສັບ, លេខទូរស័ព្ទ, "
    "ទូរស័ព្ទ, ტელეფონი, ტელეფონის ნომერი, მობილური",
    Column.EMAIL: "email, e-mail, email address, mail, อีเมล, ອີເມວ, ອີເມລ, អ៊ីមែល, ელფოსტა, ელ. ფოსტა",
    Column.BIRTHDAY: "birthday, birth date, birthdate, date of birth, dob, วันเกิด, ວັນເກີດ, "
    "ថ្ងៃកំណើត, ថ្ងៃខែឆ្នាំកំណើត, დაბადების დღე, დაბადების თარიღი",
    Column.NOTE: "note, notes, memo, comment, comments, remarks, หมายเหตุ, ໝາຍເຫດ, ຫມາຍເຫດ, ចំណាំ, შენიშვნა",
    Column.REFERENCE: "id, customer id, reference, reference id, customer code, account number, member id, "
    "lookup id, identifier value, front desk reference, รหัส, รหัสลูกค้า, ລະຫັດ, លេខសម្គាល់",
    Column.STAMPS: "stamps, balance, stamp balance, current stamps, แสตมป์, ສະແຕມ, ត្រា, შტამპები",
    Column.VISITS: "visits, total visits, visit count, total orders, transaction count",
    Column.FIRST_VISIT: "first visit, first order, customer since",
    Column.LAST_VISIT: "last visit, last order, last seen",
    Column.ALLERGY: "allergy, allergies",
    Column.PREFERENCE: "preference, preferences",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read one file's columns: for each header what it holds, and which positions hold what."""

    kind: FileKind
    matches: tuple[ColumnMatch, ...]

    def positions(self, column: Column) -> tuple[int, ...]:
        return tuple(at for at, match in enumerate(self.matches) if match.column is column)


def recognise(headers: Sequence[str], mapping: Mapping[str, Column | None] | None = None) -> Layout | None:
    """The layout that fits the headers, or None when nothing in them could name a customer.

    `mapping` is a person's own choice by header and goes before what is recognised.
    """
    layout = matched(headers, mapping)
    return layout if any(layout.positions(column) for column in _NAMING) else None


def matched(headers: Sequence[str], mapping: Mapping[str, Column | None] | None = None) -> Layout:
    """What each header is taken for, whether there is a name among them or not."""
    keys = [_key(header) for header in headers]
    kind = _kind(set(keys))
    known = _KNOWN[kind]
    chosen = {_key(header): column for header, column in (mapping or {}).items()}
    matches = tuple(
        ColumnMatch(header, chosen.get(key, known.get(key)))
        for header, key in zip(headers, keys, strict=True)
    )
    return Layout(kind, matches)


def known_headers(headers: Sequence[str]) -> int:
    """How many of the headers mean something to us; decides which delimiter a file uses."""
    return sum(any(_key(header) in table for table in _KNOWN.values()) for header in headers)


def _kind(keys: set[str]) -> FileKind:
    return next((kind for kind, signs in _SIGNS.items() if signs & keys), FileKind.TABLE)


def _key(header: str) -> str:
    return re.sub(r"[\s_\-.:/*()\"'\u200b\ufeff]+", "", header).casefold()


def _keyed(table: Mapping[str, Column]) -> dict[str, Column]:
    return {_key(header): column for header, column in table.items()}


_NAMING = (Column.NAME, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.NICKNAME, Column.COMPANY)
# Headers that no other system has: one of them is enough.
_SIGNS: dict[FileKind, set[str]] = {
    FileKind.FRONT_DESK: {_key("Front Desk reference")},
    FileKind.SQUARE: {_key("Square Customer ID"), _key("Instant Profile")},
    FileKind.GOOGLE: {_key("Phone 1 - Value"), _key("E-mail 1 - Value"), _key("Phonetic First Name")},
}
_KNOWN: dict[FileKind, dict[str, Column]] = {
    FileKind.FRONT_DESK: _keyed(OWN_HEADERS),
    FileKind.SQUARE: _keyed(_SQUARE),
    FileKind.GOOGLE: _keyed(_GOOGLE),
    FileKind.TABLE: {
        _key(header): column for column, headers in _LOOSE_NAMES.items() for header in headers.split(",")
    },
}
