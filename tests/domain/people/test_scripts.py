import pytest

from frontdesk.domain.people.scripts import Script, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Zoë Nguyễn", Script.LATIN),
        ("ສົມສັກ", Script.LAO),
        ("สมชาย", Script.THAI),
        ("ស្រីមុំ", Script.KHMER),
        ("გიორგი", Script.GEORGIAN),
        ("Пётр", Script.OTHER),
        ("ສົມສັກ (Som)", Script.LAO),
        ("12 ?", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_the_script_of_most_letters(text: str, script: Script) -> None:
    assert script_of(text) is script
