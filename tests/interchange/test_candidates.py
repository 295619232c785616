"""Values as other systems write them."""

from datetime import UTC, datetime

import pytest

from frontdesk.domain.importing.imports import BadRow, CandidateCustomer, Column, LeftOut, RowFault
from frontdesk.domain.people.customers import Birthday
from frontdesk.interchange.candidates import (
    RawCustomer,
    candidate,
    read_birthday,
    read_moment,
    writes_month_first,
)


@pytest.mark.parametrize(
    ("raw", "birthday"),
    [
        ("1990-04-12", Birthday(4, 12, 1990)),
        ("19900412", Birthday(4, 12, 1990)),
        ("1990-04-12T00:00:00Z", Birthday(4, 12, 1990)),
        ("1990/4/2", Birthday(4, 2, 1990)),
        ("04-12", Birthday(4, 12)),
        (" --04-12", Birthday(4, 12)),
        ("--0412", Birthday(4, 12)),
        ("--02-29", Birthday(2, 29)),
        ("0000-04-12", Birthday(4, 12)),
        ("1604-04-12", Birthday(4, 12)),
        ("12/04/1990", Birthday(4, 12, 1990)),
        ("12.4.1990", Birthday(4, 12, 1990)),
        ("12/04/2533", Birthday(4, 12, 1990)),
        ("12 04 1990", Birthday(4, 12, 1990)),
    ],
)
def test_a_birthday_is_read(raw: str, birthday: Birthday) -> None:
    assert read_birthday(raw) == birthday


@pytest.mark.parametrize("raw", ["sometime", "13-45", "1990-02-30", "12/04", "1990-04", "31/31/1990"])
def test_what_is_no_birthday_is_refused(raw: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_birthday(raw)


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2024-03-02", datetime(2024, 3, 2)),
        ("2024-03-02 09:15", datetime(2024, 3, 2, 9, 15)),
        ("2024-03-02T02:15:00Z", datetime(2024, 3, 2, 2, 15, tzinfo=UTC)),
        ("2/3/2024 9:15", datetime(2024, 3, 2)),
        ("02/03/2567", datetime(2024, 3, 2)),
        ("2567-03-02", datetime(2024, 3, 2)),
    ],
)
def test_the_day_of_a_visit_is_read(raw: str, moment: datetime) -> None:
    assert read_moment(raw) == moment


def test_american_dates_are_known_by_their_company() -> None:
    assert writes_month_first(["04/05/1990", "12/31/1999"])
    assert not writes_month_first(["04/05/1990", "31/12/1999"])
    assert not writes_month_first(["04/05/1990", "", "1990-12-31"])
    assert read_birthday("04/05/1990", month_first=True) == Birthday(4, 5, 1990)


def test_a_full_row_becomes_a_candidate() -> None:
    raw = RawCustomer(
        line=7,
        given=" Somsak ",
        family="Vongsa",
        phones=["020 5555 1234", "", "021 2", "021 2"],
        stamps="4.0",
        visits="12",
    )

    assert candidate(raw) == CandidateCustomer(
        line=7,
        name="Somsak Vongsa",
        given_name="Somsak",
        phone="020 5555 1234",
        other_phones=("021 2",),
        stamps=4,
        visits=12,
    )


def test_what_cannot_be_read_is_left_out_and_named_while_the_person_comes_in() -> None:
    raw = RawCustomer(
        line=2,
        name="Noy",
        email="no at all",
        birthday="soon",
        stamps="-3",
        note="x" * 3000,
        nickname="y" * 300,
        first_visit="0001-01-01",
        last_visit="never",
        language="English",
        greet_by_name="perhaps",
        consents="photo, everything",
    )

    read = candidate(raw)

    assert isinstance(read, CandidateCustomer)
    assert (read.email, read.birthday, read.stamps, read.note, read.nickname) == ("", None, None, "", "")
    assert {left.reason for left in read.left_out} == {
        RowFault.BAD_EMAIL,
        RowFault.BAD_BIRTHDAY,
        RowFault.BAD_NUMBER,
        RowFault.TOO_LONG,
        RowFault.BAD_VALUE,
    }
    assert (read.first_visit, read.last_visit, read.language, read.consents) == (None, None, "", frozenset())
    assert read.greet_by_name
    assert LeftOut(RowFault.BAD_BIRTHDAY, Column.BIRTHDAY, "soon") in read.left_out


@pytest.mark.parametrize(
    ("raw", "bad"),
    [
        (RawCustomer(line=3, phones=["020 1"]), BadRow(3, RowFault.NO_NAME, "020 1")),
        (
            RawCustomer(line=4, name="\u200b", email="a@b.example"),
            BadRow(4, RowFault.NO_NAME, "\u200b".strip()),
        ),
        (RawCustomer(line=5, name="z" * 201), BadRow(5, RowFault.TOO_LONG, "z" * 80)),
    ],
)
def test_without_a_usable_name_there_is_nobody(raw: RawCustomer, bad: BadRow) -> None:
    read = candidate(raw)
    assert isinstance(read, BadRow)
    assert (read.line, read.reason) == (bad.line, bad.reason)
    assert len(read.detail) <= 80


@pytest.mark.parametrize(
    ("raw", "name", "given"),
    [
        (RawCustomer(line=1, name="สมชาย", family="ศรีสุวรรณ์"), "สมชาย ศรีสุวรรณ์", "สมชาย"),
        (RawCustomer(line=1, name="Kim Lee", family="Lee"), "Kim Lee", ""),
        (RawCustomer(line=1, name="K. Lee", given="Kim", family="Lee"), "K. Lee", "Kim"),
        (RawCustomer(line=1, nickname="Noy", company="Shop"), "Noy", ""),
        (RawCustomer(line=1, company="Shop"), "Shop", ""),
    ],
)
def test_the_name_is_put_together_from_what_there_is(raw: RawCustomer, name: str, given: str) -> None:
    read = candidate(raw)
    assert isinstance(read, CandidateCustomer)
    assert (read.name, read.given_name) == (name, given)
