"""Names in the Lao way of Latin letters: each part is known, or nothing is written."""

import pytest

from frontdesk.domain.people.lao_from_spelling import from_spelling, may_be_lao


@pytest.mark.parametrize(
    ("latin", "lao"),
    [
        ("Somsak", "ສົມສັກ"),
        ("Phommachan", "ພົມມະຈັນ"),
        ("Phommachanh", "ພົມມະຈັນ"),
        ("Bounmy", "ບຸນມີ"),
        ("Khamla", "ຄຳຫຼ້າ"),
        ("Vongsa", "ວົງສາ"),
        ("Noy", "ນ້ອຍ"),
        ("Somchai", "ສົມຊາຍ"),
        ("Chanthavong", "ຈັນທະວົງ"),
        ("Rattanavong", "ຣັດຕະນະວົງ"),
        ("Phetsavanh", "ເພັດສະຫວັນ"),
        ("Khamphone", "ຄຳພອນ"),
        ("Viengxay", "ວຽງໄຊ"),
        ("Siphandone", "ສີພັນດອນ"),
        ("Souksavanh", "ສຸກສະຫວັນ"),
    ],
)
def test_a_name_out_of_known_parts_is_written_as_lao_writes_it(latin: str, lao: str) -> None:
    assert from_spelling(latin) == lao
    assert from_spelling(latin.upper(), "lo") == lao


@pytest.mark.parametrize(
    "name",
    [
        "Maria",
        "Thomas",
        "Sophie",
        "Simon",
        "Sandy",
        "Vanessa",
        "Phoebe",
        "Song",
        "One",
        "Van",
        "Som1",
    ],
)
def test_any_other_name_is_not_written(name: str) -> None:
    assert from_spelling(name) == ""


def test_a_short_name_of_somebody_from_elsewhere_is_not_taken_for_lao() -> None:
    assert from_spelling("Chan") == "ຈັນ"
    assert from_spelling("Chan", "en") == ""
    assert from_spelling("Somsak", "en") == "ສົມສັກ"


@pytest.mark.parametrize("name", ["Phoukhaothao", "Xaykhone", "Bounthieng"])
def test_what_looks_lao_is_left_alone_by_every_other_way(name: str) -> None:
    assert may_be_lao(name)
    assert not may_be_lao(name, "fr")


@pytest.mark.parametrize("name", ["Maria", "Charles", "Sophie", "Thomas", "Peter"])
def test_a_western_name_may_be_said_in_the_western_way(name: str) -> None:
    assert not may_be_lao(name)
