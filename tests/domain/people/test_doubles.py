"""Which records look like one person."""

import pytest

from frontdesk.domain.people.doubles import Alike, Told, doubles


def told(id_: int, names: str, phone: str = "", email: str = "", born: tuple[int, int] | None = None) -> Told:
    return Told(id_, names, phone, email, born)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (told(1, "Somsak Vongsa", "2055551234"), told(2, "somsak", "2055551234"), Alike.PHONE_AND_NAME),
        (told(1, "Somsak", "2055551234"), told(2, "Noy", "2055551234"), Alike.PHONE),
        (told(1, "Zoë Müller", email="z@m.de"), told(2, "Z. M.", email="z@m.de"), Alike.EMAIL),
        (told(1, "Zoë", born=(4, 7)), told(2, "zoe", born=(4, 7)), Alike.NAME_AND_BIRTHDAY),
        (told(1, "ສົມສັກ ວົງສາ", "2055551234"), told(2, "ວົງສາ ສົມສັກ"), Alike.NAME),
    ],
)
def test_what_two_records_have_in_common(one: Told, other: Told, alike: Alike) -> None:
    (found,) = doubles([other, one])
    assert (found.one_id, found.other_id, found.alike) == (1, 2, alike)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told(1, "Noy"), told(2, "Noy")),  # a first name is nobody's alone
        (told(1, "Noy Vongsa", born=(1, 2)), told(2, "Noy Vongsa", born=(3, 4))),
        (told(1, "Noy Vongsa", "2055551234"), told(2, "Noy Vongsa", "2077777777")),
        (told(1, "Noy", "1234"), told(2, "Noy", "1234")),
        (told(1, "Noy"), told(2, "Keo")),
    ],
)
def test_who_is_not_taken_for_one(one: Told, other: Told) -> None:
    assert doubles([one, other]) == ()


def test_the_surest_come_first_and_who_was_said_to_be_two_not_at_all() -> None:
    people = [
        told(1, "Keo Sok", "2055551234"),
        told(2, "Dara", "2055551234"),
        told(3, "Keo", "2055551234"),
        told(4, "Dara", "2055551234"),
    ]
    found = [(each.one_id, each.other_id, each.alike) for each in doubles(people, frozenset({(1, 3)}))]
    assert found[0] == (2, 4, Alike.PHONE_AND_NAME)
    assert {alike for *_, alike in found[1:]} == {Alike.PHONE}
    assert (1, 3) not in {pair[:2] for pair in found}


def test_an_office_with_one_number_is_no_crowd_of_doubles() -> None:
    assert doubles([told(id_, f"Person {id_}", "2021212121") for id_ in range(1, 40)]) == ()
