"""The sample files, read whole."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from frontdesk.domain.importing.imports import (
    BadRow,
    CandidateCustomer,
    Column,
    FileKind,
    LeftOut,
    ReadFile,
    RowFault,
)
from frontdesk.domain.people.customers import Birthday
from frontdesk.interchange.files import read_file

SAMPLES = Path(__file__).parent / "samples"


def read(name: str) -> ReadFile:
    return read_file(SAMPLES / name)


def pick(rows: tuple[CandidateCustomer, ...], trait: Callable[[CandidateCustomer], object]) -> list[object]:
    return [trait(row) for row in rows]


def test_squares_export() -> None:
    file = read("square.csv")

    assert (file.kind, file.encoding) == (FileKind.SQUARE, "utf-8-sig")
    assert file.rows[0] == CandidateCustomer(
        line=2,
        name="Somsak Vongsa",
        given_name="Somsak",
        nickname="Sak",
        phone="+8562055551234",
        email="somsak@example.com",
        birthday=Birthday(4, 12),
        note="Oat milk, less sweet",
        reference="SQ0001",
        visits=148,
        first_visit=datetime(2024, 3, 2),
        last_visit=datetime(2025, 6, 1),
    )
    assert pick(file.rows, lambda row: row.name)[1:] == [
        "ນ້ອຍ ຈັນທະລັງສີ",
        "გიორგი მაისურაძე",
        "Mekong Cycling Club",
    ]
    assert file.rows[2].left_out == (
        LeftOut(RowFault.BAD_EMAIL, Column.EMAIL, "not an address"),
        LeftOut(RowFault.BAD_BIRTHDAY, Column.BIRTHDAY, "31-31"),
    )
    assert file.rows[3].note == 'Pays "by invoice"\nsecond line'
    assert file.bad == (BadRow(5, RowFault.NO_NAME, "+12125550123"),)


def test_googles_contacts_in_utf_16() -> None:
    file = read("google.csv")

    assert (file.kind, file.encoding) == (FileKind.GOOGLE, "utf-16")
    assert file.rows[0] == CandidateCustomer(
        line=2,
        name="ស្រីមុំ ឈឿន",
        given_name="ស្រីមុំ",
        nickname="Mom",
        phone="012 345 678",
        other_phones=("+855 98 765 432", "023 999 888"),
        email="mom@example.com",
        birthday=Birthday(5, 12),
        note="ចូលចិត្តកាហ្វេ\nwindow seat",
    )
    assert file.rows[1].name == "Maria del Carmen Núñez"
    assert file.bad == (BadRow(5, RowFault.NO_NAME, "021 111 222"),)


def test_a_thai_shops_own_list() -> None:
    file = read("thai-shop.csv")

    assert (file.kind, file.encoding) == (FileKind.TABLE, "cp874")
    assert pick(file.rows, lambda row: (row.name, row.given_name)) == [
        ("สมชาย ศรีสุวรรณ์", "สมชาย"),
        ("มาลี ทองดี", "มาลี"),
        ("น้ำผึ้ง กิ่งแก้ว", "น้ำผึ้ง"),
    ]
    assert pick(file.rows, lambda row: row.birthday) == [Birthday(5, 12, 1990), Birthday(12, 1, 1977), None]
    assert pick(file.rows, lambda row: row.note) == ["แพ้ถั่ว", "ชาเย็น; หวานน้อย", ""]
    assert not file.bad


def test_a_cyrillic_list_with_tabs() -> None:
    file = read("cyrillic.csv")

    assert file.encoding == "cp1251"
    assert pick(file.rows, lambda row: row.name) == ["Пётр Чайковский", "Анна Каренина"]
    assert file.rows[0].birthday == Birthday(5, 7, 1990)


def test_perkstars_balance_is_stamps() -> None:
    file = read("perkstar.csv")

    assert pick(file.rows, lambda row: (row.name, row.phone, row.stamps, row.birthday)) == [
        ("Keo", "+856 20 7777 1111", 4, Birthday(12, 31, 1999)),
        ("Dao", "020 7777 2222", None, Birthday(1, 2, 2001)),
    ]
    assert file.rows[1].left_out == (LeftOut(RowFault.BAD_NUMBER, Column.STAMPS, "many"),)
    assert pick_bad(file) == [(6, RowFault.TOO_MANY_CELLS)]
    assert {match.header: match.column for match in file.columns}["Balance"] is Column.STAMPS


def pick_bad(file: ReadFile) -> list[tuple[int, RowFault]]:
    return [(row.line, row.reason) for row in file.bad]


def test_an_old_phones_cards() -> None:
    file = read("contacts-2.1.vcf")

    noy, somchai = file.rows
    assert (noy.name, noy.given_name) == ("ນ້ອຍ ຈັນທະລັງສີ", "ນ້ອຍ")
    assert (noy.phone, noy.other_phones) == ("020 5555 9876", ("021 222 333",))
    assert (noy.birthday, noy.note) == (Birthday(11, 30, 1990), "first\nsecond = two")
    assert picture_size(noy) == (96, 96)
    assert (somchai.name, somchai.phone) == ("สมชาย ศรีสุวรรณ์", "0812345678")
    assert pick_bad(file) == [(somchai.line + 6, RowFault.NO_NAME)]


def test_a_newer_phones_cards() -> None:
    file = read("contacts-3.0.vcf")

    giorgi, mary = file.rows
    assert (giorgi.name, giorgi.nickname, giorgi.email) == ("გიორგი მაისურაძე", "Gio", "gio@example.com")
    assert giorgi.phone == "+995 595 12 34 56"
    assert giorgi.birthday == Birthday(4, 12)
    assert giorgi.note == (
        "Oat milk, less sweet\nTable by the window; always the same one, near the door and the plant"
    )
    assert picture_size(giorgi) == (96, 96)
    assert mary.name == "Mary-Jane O'Brien"
    assert mary.left_out == (
        LeftOut(RowFault.BAD_PHOTO, Column.PHOTO),
        LeftOut(RowFault.BAD_BIRTHDAY, Column.BIRTHDAY, "sometime"),
    )
    assert [(row.reason, row.detail) for row in file.bad] == [
        (RowFault.NOT_A_PERSON, "Mekong Cycling Club"),
        (RowFault.CARD_NOT_ENDED, "Kham Vongsa"),
    ]


def test_the_newest_cards() -> None:
    file = read("contacts-4.0.vcf")

    malee, zoe = file.rows
    assert (malee.name, malee.reference) == ("มาลี วงศา", "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1")
    assert (malee.phone, malee.other_phones) == ("+66-81-234-5678", ("+66-2-123-4567",))
    assert malee.birthday == Birthday(4, 12)
    assert picture_size(malee) == (96, 96)
    assert (zoe.name, zoe.birthday) == ("Zoë d’Aubigné", Birthday(7, 4, 1985))
    assert zoe.left_out == (LeftOut(RowFault.PHOTO_ELSEWHERE, Column.PHOTO, "https://example.com/zoe.jpg"),)
    assert not file.bad


def picture_size(row: CandidateCustomer) -> tuple[int, int]:
    assert row.photo is not None
    return Image.open(BytesIO(row.photo)).size


@pytest.mark.parametrize("name", ["contacts-2.1.vcf", "contacts-3.0.vcf", "contacts-4.0.vcf"])
def test_no_broken_card_stops_the_reading(name: str, tmp_path: Path) -> None:
    """Cut anywhere, or with any line missing, the file is still read to its end."""
    whole = (SAMPLES / name).read_bytes()
    lines = whole.splitlines(keepends=True)
    broken = [whole[:at] for at in range(20, len(whole), 97)]
    broken += [b"".join(lines[:at] + lines[at + 1 :]) for at in range(1, len(lines))]
    file = tmp_path / name
    for data in broken:
        file.write_bytes(data)
        found = read_file(file)
        assert found.rows or found.bad
