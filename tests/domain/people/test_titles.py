"""A title is no name: not on a tile, not on paper, not aloud."""

import pytest

from frontdesk.domain.people.titles import formal_alone, without_title


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ທ້າວ ບຸນມີ", "ບຸນມີ"),
        ("ທ້າວບຸນມີ ວົງສາ", "ບຸນມີ ວົງສາ"),
        ("ນາງ ນ້ອຍ", "ນ້ອຍ"),
        ("ທ່ານ ດຣ. ຄຳລາ", "ຄຳລາ"),
        ("ທ. ຄຳລາ", "ຄຳລາ"),
        ("นางสาวสุดา ใจดี", "สุดา ใจดี"),
        ("น.ส. สุดา", "สุดา"),
        ("คุณ สมชาย", "สมชาย"),
        ("លោក សុខ", "សុខ"),
        ("ბატონი გიორგი ბერიძე", "გიორგი ბერიძე"),
        ("Mr. Smith", "Smith"),
        ("M. Dubois", "Dubois"),
        ("Phommachan, Somsak", "Somsak Phommachan"),
        ("Phommachan, Mr. Somsak", "Somsak Phommachan"),
        ("Phommachan, Mr.", "Phommachan"),
    ],
)
def test_what_is_no_name_goes(written: str, name: str) -> None:
    assert without_title(written) == name


@pytest.mark.parametrize(
    "name",
    ["นายิกา สุข", "คุณธรรม", "Drew Noy", "M Vongsa", "Mr.", "Martin King, Jr.", "Noy, room 12", "", "ນາງ"],
)
def test_what_only_looks_like_a_title_stays(name: str) -> None:
    assert without_title(name) == name


def test_a_title_and_one_word_may_be_the_familys() -> None:
    assert formal_alone("Mr. Smith")
    assert not formal_alone("Mr. John Smith")
    assert not formal_alone("ທ້າວ ບຸນມີ")
    assert not formal_alone("Smith")
