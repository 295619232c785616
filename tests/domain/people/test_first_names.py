"""Before others, a customer has a first name or none: never the whole one, a number, or a single letter."""

import pytest

from frontdesk.domain.people.first_names import first_name, said_aloud


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ສົມສັກ ວົງສາ", "ສົມສັກ"),
        ("ທ້າວ ສົມສັກ ວົງສາ", "ສົມສັກ"),
        ("ທ້າວ ບຸນມີ", "ບຸນມີ"),
        ("ນາງສາວນ້ອຍ ວົງສາ", "ນ້ອຍ"),
        ("นายสมชาย ใจดี", "สมชาย"),
        ("លោកស្រី សុខ ចាន់ដារា", "ចាន់ដារា"),
        ("ქალბატონი სოფიო ბერიძე", "სოფიო"),
        ("Mme. Anne Dubois", "Anne"),
        ("Phommachan, Somsak", "Somsak"),
        ("Oliveira, Mrs Maria", "Maria"),
        ("สมชาย ใจดี", "สมชาย"),
        ("คุณ สมชาย ใจดี", "สมชาย"),
        ("სოფიო ბერიძე", "სოფიო"),
        ("Maria Oliveira", "Maria"),
        ("Mr. John O'Neil", "John"),
        ("Anne-Marie Dubois", "Anne-Marie"),
        ("D'Arcy Wu", "D'Arcy"),
        ("Noy", "Noy"),
        ("សុខ ស្រីនាង", "ស្រីនាង"),
        ("Nguyễn Văn An", "An"),
        ("TRẦN Thị Mai", "Mai"),
        ("王 小明", "小明"),
        ("王小明", "小明"),
        ("欧阳小明", "小明"),
        ("김민수", "민수"),
        ("山田 太郎", "太郎"),
    ],
)
def test_the_given_name_is_shown(name: str, shown: str) -> None:
    assert first_name(name) == shown


@pytest.mark.parametrize(
    "name",
    [
        "王明",
        "M. Oliveira",
        "J",
        "020 5551 4867",
        "Somsak4867",
        "blue@helmet.la",
        "<b>Anna</b> & Co",
        "Mr.",
        "Mr. Smith",
        "",
        "☕ Latte",
    ],
)
def test_what_is_not_surely_a_first_name_is_none(name: str) -> None:
    assert first_name(name) == ""


def test_what_they_like_to_be_called_comes_first() -> None:
    assert first_name("ສົມສັກ ວົງສາ", "Sak") == "Sak"
    assert first_name("王小明", "Auntie Ming") == "Auntie Ming"


@pytest.mark.parametrize("called", ["Somsak Vongsa", " Somsak  Vongsa "])
def test_called_by_the_whole_name_is_still_the_first_one(called: str) -> None:
    assert first_name("Somsak Vongsa", called) == "Somsak"


@pytest.mark.parametrize("called", ["7", "S", "room 12"])
def test_a_nickname_that_is_no_name_shows_none(called: str) -> None:
    assert first_name("Somsak Vongsa", called) == ""


def test_the_language_tells_where_the_letters_do_not() -> None:
    assert first_name("Sok Dara") == "Sok"
    assert first_name("Sok Dara", language="km") == "Dara"
    assert first_name("Sok, Dara", language="km") == "Dara"


@pytest.mark.parametrize(
    ("name", "called", "said"),
    [
        ("ທ້າວ ບຸນມີ ວົງສາ", "", "ບຸນມີ"),
        ("Somsak Phommachan", "Sak", "Sak"),
        ("Mr. Smith", "", "Mr. Smith"),
        ("王小明", "", "王小明"),
        ("Dr. S. Vongsa", "", "S. Vongsa"),
    ],
)
def test_aloud_the_first_name_suffices_where_that_is_polite(name: str, called: str, said: str) -> None:
    assert said_aloud(name, called) == said
