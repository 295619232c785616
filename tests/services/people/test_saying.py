"""How a name is said, in letters that the cashier reads."""

import pytest

from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.scripts import Script
from frontdesk.services.people.saying import reading, reading_aloud

LATIN, LAO = Script.LATIN, Script.LAO


@pytest.mark.parametrize(
    ("customer", "reader", "said"),
    [
        (Customer(1, "Maria"), LATIN, ""),
        (Customer(1, "ສົມສັກ ວົງສາ", spoken="Somsak Vongsa"), LATIN, "Somsak Vongsa"),
        (Customer(1, "ສົມສັກ ວົງສາ", called="ສົມ", spoken="Som · Somsak Vongsa"), LATIN, "Som"),
        (Customer(1, "ສົມສັກ ວົງສາ", called="Sam", spoken="Somsak Vongsa"), LATIN, ""),
        (Customer(1, "Siobhan", spoken="Shivawn"), LATIN, "Shivawn"),
        (Customer(1, "Maria Oliveira", called="Maria", spoken="maria"), LATIN, ""),
        (Customer(1, "გიორგი"), LATIN, "Giorgi"),
        (Customer(1, "ສົມສັກ", spoken="Somsak"), LAO, ""),
        (Customer(1, "สมชาย", spoken="Somchai"), LAO, "ສົມຊາຍ"),
        (Customer(1, "Charles"), LAO, "ຊາລສ໌"),
        (Customer(1, "Somsak Phommachan"), LAO, "ສົມສັກ ພົມມະຈັນ"),
        (Customer(1, "Mr. Bounmy Vongsa", language="lo"), LAO, "ບຸນມີ ວົງສາ"),
        (Customer(1, "Maria Phommachanh"), LAO, "ມາເຣຍ ພົມມະຈັນ"),
        (Customer(1, "Khamxay Bounthieng"), LAO, ""),
        (Customer(1, "Somsak Phoukhaothao", language="lo"), LAO, ""),
        (Customer(1, "Somsak", spoken="Shivon"), LAO, "ຊີວອນ"),
        (Customer(1, "Siobhan", spoken="Shivon"), LAO, "ຊີວອນ"),
        (Customer(1, "გიორგი", spoken="Giorgi"), LAO, "ກີອໍກີ"),
        (Customer(1, "สมชาย", spoken="Somchai"), Script.GEORGIAN, "Somchai"),
    ],
)
def test_a_name_is_said_in_the_readers_letters(customer: Customer, reader: Script, said: str) -> None:
    assert reading(customer, reader) == said


@pytest.mark.parametrize(
    ("customer", "reader", "said"),
    [
        (Customer(1, "Somsak Phommachan"), LAO, "ສົມສັກ"),
        (Customer(1, "Phommachan, Somsak"), LAO, "ສົມສັກ"),
        (Customer(1, "ສົມສັກ ວົງສາ", spoken="Sohmsak Vongsa"), LATIN, "Sohmsak"),
        (Customer(1, "ທ້າວ ບຸນມີ ວົງສາ"), LATIN, "Bounmi"),
        (Customer(1, "Somsak Phoukhaothao", language="lo"), LAO, "ສົມສັກ"),
        (Customer(1, "Somsak Vongsa", called="Noy"), LAO, "ນ້ອຍ"),
    ],
)
def test_aloud_only_what_they_are_called_is_said(customer: Customer, reader: Script, said: str) -> None:
    assert reading_aloud(customer, reader) == said
