"""Thai names in Lao letters, and any name from its sound: guesses that a Lao reader can say."""

import pytest

from frontdesk.domain.people.lao_from_latin import from_sound
from frontdesk.domain.people.lao_from_thai import from_thai
from frontdesk.domain.people.scripts import Script, script_of

THAI = {
    "สมชาย": "ສົມຊາຍ",
    "สมศักดิ์": "ສົມສັກ",
    "น้อย": "ນ້ອຍ",
    "มาลี": "ມາລີ",
    "พร": "ພອນ",
    "เดือน": "ເດືອນ",
    "ประทุม": "ປະທຸມ",
    "ต้อม": "ຕ້ອມ",
    "บัว": "ບົວ",
    "ยุพา": "ຢຸພາ",
    "หนูนา": "ໜູນາ",
    "พ่อ": "ພໍ່",
    "เจ้า": "ເຈົ້າ",
    "จันทร์": "ຈັນ",
    "สมชาย ใจดี": "ສົມຊາຍ ໃຈດີ",
}
SPELT = {
    "Charles": "ຊາລສ໌",
    "Maria": "ມາເຣຍ",
    "Rachel": "ຣາເຊລ",
    "Anna": "ອັນນາ",
    "George": "ຈອດ",
    "David": "ດາວິດ",
    "John": "ຈອນ",
    "Mike": "ໄມກ",
    "Chris": "ຄຣິສ",
    "Stephan": "ສະເທຟັນ",
    "Grace": "ເກຣສ",
    "Zoë": "ໂຊເອ",
    "Jean-Luc": "ຈີນ ລຸກ",
}
HEARD = {"Giorgi": "ກີອໍກີ", "Nino": "ນີໂນ", "Sokha": "ໂຊຄາ", "Dara": "ດາຣາ", "Somsak": "ຊອມຊັກ"}


@pytest.mark.parametrize(("name", "written"), THAI.items())
def test_a_thai_name_goes_letter_by_letter(name: str, written: str) -> None:
    assert from_thai(name) == written


@pytest.mark.parametrize(("name", "written"), SPELT.items())
def test_a_name_in_latin_letters_is_read_as_english_first(name: str, written: str) -> None:
    assert from_sound(name, spelt=True) == written


@pytest.mark.parametrize(("sound", "written"), HEARD.items())
def test_a_sound_is_written_as_it_is(sound: str, written: str) -> None:
    assert from_sound(sound) == written


@pytest.mark.parametrize(
    "name", ["Krzysztof", "Ng", "X Æ A-12", "Schwarzenegger", "O'Neill", "Yvonne", "Iyer", "Qi"]
)
def test_any_name_comes_out_in_lao(name: str) -> None:
    assert script_of(from_sound(name, spelt=True)) is Script.LAO


@pytest.mark.parametrize("name", ["", "  ", "123", "—"])
def test_what_has_no_letters_has_no_sound(name: str) -> None:
    assert from_sound(name) == from_sound(name, spelt=True) == ""
