"""What the cashier says aloud, in the customer's own language; and how, in letters that the cashier reads."""

from enum import StrEnum
from typing import Final

from frontdesk.domain.day_parts import DayPart, day_part
from frontdesk.domain.people.scripts import Script
from frontdesk.texts import SOURCE_LANGUAGE, Texts


class Hello(StrEnum):
    """Which words fit the moment."""

    MORNING = "MORNING"
    AFTERNOON = "AFTERNOON"
    EVENING = "EVENING"
    BIRTHDAY = "BIRTHDAY"


_OF_DAY: Final = {
    DayPart.MORNING: Hello.MORNING,
    DayPart.AFTERNOON: Hello.AFTERNOON,
    DayPart.EVENING: Hello.EVENING,
}

# Language → words → how they sound, to a reader of Latin letters and to one of Lao.
_SOUNDS: Final[dict[str, dict[Hello, tuple[str, str]]]] = {
    "en": {
        Hello.MORNING: ("", "ກຸດ ມໍນິງ"),
        Hello.AFTERNOON: ("", "ກຸດ ອາຟເຕີນູນ"),
        Hello.EVENING: ("", "ກຸດ ອີບນິງ"),
        Hello.BIRTHDAY: ("", "ແຮັບປີ ເບີດເດ"),
    },
    "lo": {
        Hello.MORNING: ("sabaidee ton sao", ""),
        Hello.AFTERNOON: ("sabaidee ton bai", ""),
        Hello.EVENING: ("sabaidee ton laeng", ""),
        Hello.BIRTHDAY: ("suk san wan koet", ""),
    },
    "th": {
        Hello.MORNING: ("sawatdee ton chao", "ສະຫວັດດີ ຕອນເຊົ້າ"),
        Hello.AFTERNOON: ("sawatdee ton bai", "ສະຫວັດດີ ຕອນບ່າຍ"),
        Hello.EVENING: ("sawatdee ton yen", "ສະຫວັດດີ ຕອນເຢັນ"),
        Hello.BIRTHDAY: ("suk san wan koet", "ສຸກສັນ ວັນເກີດ"),
    },
    "km": {
        Hello.MORNING: ("arun suosdey", "ອາຣຸນ ຊົວສະເດີຍ"),
        Hello.AFTERNOON: ("tivea suosdey", "ທິເວຍ ຊົວສະເດີຍ"),
        Hello.EVENING: ("sayon suosdey", "ສາຍອນ ຊົວສະເດີຍ"),
        Hello.BIRTHDAY: ("rik reay thngai khuob kamnaeut", "ຣີກຣາຍ ທະໄງ ຂວບ ກຳເນີດ"),
    },
    "ka": {
        Hello.MORNING: ("dila mshvidobisa", "ດີລາ ມະຊະວີໂດບີຊາ"),
        Hello.AFTERNOON: ("shuadghe mshvidobisa", "ຊູອາດເກ ມະຊະວີໂດບີຊາ"),
        Hello.EVENING: ("saghamo mshvidobisa", "ຊາກາໂມ ມະຊະວີໂດບີຊາ"),
        Hello.BIRTHDAY: ("gilotsav dabadebis dghes", "ກີໂລຊາບ ດາບາເດບິສ ເກສ"),
    },
}


# As above, for the question of `ask_why`.
_SOUNDS_OF_WHY: Final[dict[str, tuple[str, str]]] = {
    "en": ("", "ເມ ໄອ ອາສ ວັດ ບຣິງສ໌ ຢູ ເຮຍ"),
    "lo": ("kho tham dae wa, pen nyang than chueng ma han ni", ""),
    "th": ("kho tham noi dai mai, a rai tham hai khun ma ran rao", "ຂໍຖາມໜ່ອຍໄດ້ໄໝ, ອະໄຣທຳໃຫ້ຄຸນມາຮ້ານເຮົາ"),
    "km": ("som suor bantech, tae avei noam neak mok hang yeung", "ສົມ ຊົວ ບັນຕິດ, ແຕ ອະເວີຍ ນຳ ເນັຍກ ໂມກ ຮາງ ເຍີງ"),
    "ka": ("sheidzleba gkitkhot, ra gizidavt chventan", "ເຊຍຊະເລບາ ກິດຄົດ, ຣາ ກິຊີດາວ ຈະເວນທານ"),
}


def ask_why(texts: Texts) -> str:
    """The question why somebody comes here. `texts` are the customer's."""
    return texts.gettext("May I ask what brings you here?")


def sound_of_why(language: str, reader: Script) -> str:
    """How `ask_why` sounds, for a cashier who reads another script; empty where they read it."""
    latin, lao = _SOUNDS_OF_WHY.get(language, _SOUNDS_OF_WHY[SOURCE_LANGUAGE])
    return lao if reader is Script.LAO else latin


def hello_at(hour: int, *, birthday: bool = False) -> Hello:
    """What to wish whoever walks in at `hour` of the shop's day."""
    return Hello.BIRTHDAY if birthday else _OF_DAY[day_part(hour)]


def say_hello(texts: Texts, hello: Hello, name: str = "") -> str:
    """The words to say; without a name to whoever is not called by it. `texts` are the customer's."""
    if not name:
        return _nameless(texts, hello)
    match hello:
        case Hello.MORNING:
            said = texts.gettext("Good morning, {name}")
        case Hello.AFTERNOON:
            said = texts.gettext("Good afternoon, {name}")
        case Hello.EVENING:
            said = texts.gettext("Good evening, {name}")
        case Hello.BIRTHDAY:
            said = texts.gettext("Happy birthday, {name}")
    return said.format(name=name)


def sound_of(language: str, hello: Hello, reader: Script, name: str = "") -> str:
    """How `say_hello` in a language sounds, for a cashier who reads another script; empty where they read it.

    `name` is how to say the name, in that script too.
    """
    latin, lao = _SOUNDS.get(language, _SOUNDS[SOURCE_LANGUAGE])[hello]
    words = lao if reader is Script.LAO else latin
    return f"{words}, {name}" if words and name else words


def _nameless(texts: Texts, hello: Hello) -> str:
    match hello:
        case Hello.MORNING:
            return texts.gettext("Good morning")
        case Hello.AFTERNOON:
            return texts.gettext("Good afternoon")
        case Hello.EVENING:
            return texts.gettext("Good evening")
        case Hello.BIRTHDAY:
            return texts.gettext("Happy birthday")
