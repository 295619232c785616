"""What stands in a form, and what is wrong with it: the rules, without a widget."""

import pytest

from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.text import BadInput, InputFault
from frontdesk.ui.people.form_state import (
    Fault,
    FormFault,
    FormField,
    FormState,
    began_with,
    birthday_of,
    faults_of,
    is_another_name,
)

EMPTY = FormState()
BIRTHDAY = frozenset({Purpose.BIRTHDAY})


def faults(state: FormState, begun: FormState = EMPTY) -> dict[FormField, Fault]:
    return faults_of(state, begun, "856", 2026)


def test_a_customer_comes_back_from_the_form_as_they_went_in() -> None:
    draft = CustomerDraft(
        "ສົມສັກ ວົງສາ",
        "Somsak",
        "Somsak",
        "020 5551 4867",
        "s@example.com",
        Birthday(3, 4, 1990),
        "lo",
        False,
        "Peanuts",
        "Oat milk",
        "Plays the cello",
        BIRTHDAY,
    )
    assert FormState.of(draft).draft() == draft


def test_a_birthday_without_its_year_comes_back_without_it() -> None:
    draft = CustomerDraft("Maria", birthday=Birthday(2, 29))
    assert FormState.of(draft).draft() == draft


@pytest.mark.parametrize(
    ("day", "month", "year", "read"),
    [
        ("4", "3", "", Birthday(3, 4)),
        ("໑໔", "໔", "໑໙໙໐", Birthday(4, 14, 1990)),
        ("๑", "๕", "2533", Birthday(5, 1, 1990)),
        ("", "", "", None),
    ],
)
def test_a_birthday_is_read_in_any_digits_and_by_the_buddhist_year(
    day: str, month: str, year: str, read: Birthday | None
) -> None:
    assert birthday_of(FormState(day=day, month=month, year=year)) == read


@pytest.mark.parametrize(
    ("day", "month", "year", "fault"),
    [
        ("31", "2", "", FormFault.NO_SUCH_DAY),
        ("29", "2", "2025", FormFault.NO_SUCH_DAY),
        ("a", "2", "", FormFault.NO_SUCH_DAY),
        ("4", "", "", FormFault.DAY_AND_MONTH),
        ("", "", "1990", FormFault.DAY_AND_MONTH),
        ("4", "3", "2027", FormFault.NO_SUCH_YEAR),
        ("4", "3", "12", FormFault.NO_SUCH_YEAR),
    ],
)
def test_a_day_that_cannot_be_is_named(day: str, month: str, year: str, fault: FormFault) -> None:
    state = FormState("Maria", day=day, month=month, year=year, consents=BIRTHDAY)
    assert faults(state) == {FormField.BIRTHDAY: fault}


def test_a_birthday_and_a_photo_need_the_customers_yes() -> None:
    state = FormState("Maria", day="4", month="3", photo=Photo(b"t", b"f"))
    assert faults(state) == {
        FormField.BIRTHDAY: FormFault.NO_BIRTHDAY_CONSENT,
        FormField.PHOTO: FormFault.NO_PHOTO_CONSENT,
    }


def test_a_birthday_that_was_there_before_is_not_asked_for_again() -> None:
    begun = FormState("Maria", day="4", month="3")
    assert not faults(FormState("Maria", day="4", month="3", note="New"), begun)


def test_each_field_has_its_limit_and_the_first_fault_comes_first() -> None:
    state = FormState("", phone="12ab", called="x" * 201, note="x" * 2001, email="x" * 255)
    found = faults(state)
    assert list(found) == [
        FormField.NAME,
        FormField.PHONE,
        FormField.CALLED,
        FormField.EMAIL,
        FormField.NOTE,
    ]
    codes = [fault.code for fault in found.values() if isinstance(fault, BadInput)]
    assert codes == [
        InputFault.EMPTY,
        InputFault.NOT_A_PHONE,
        InputFault.TOO_LONG,
        InputFault.TOO_LONG,
        InputFault.TOO_LONG,
    ]


@pytest.mark.parametrize(
    ("before", "now", "another"),
    [
        ("Bounmy", "", True),
        ("Bounmy", "B", True),
        ("Bounmy", "K", True),
        ("Bounmy", "Bob Marley", True),
        ("A", "B", True),
        ("ສົມສັກ", "ກ", True),
        ("Bounmy", "Bou", False),
        ("Bounmy", "Boumy", False),
        ("Bounmy", "bounmy ", False),
        ("Bounmy", "Bounmy Sisavath", False),
        ("Tomsak", "Somsak", False),
        ("A", "An", False),
        ("", "Keo", False),
    ],
)
def test_a_mended_name_is_told_from_another_one(before: str, now: str, another: bool) -> None:
    assert is_another_name(before, now) is another


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("020 555 1234", FormState(phone="020 555 1234", language="en")),
        ("+66 81-234", FormState(phone="+66 81-234", language="en")),
        ("Maria 2", FormState(name="Maria 2", language="en")),
        ("ສົມສັກ", FormState(name="ສົມສັກ", language="lo")),
        ("នារី", FormState(name="នារី", language="km")),
        (" ", FormState(language="en")),
    ],
)
def test_what_was_searched_for_begins_the_form(typed: str, begun: FormState) -> None:
    assert began_with(typed, "en") == begun
