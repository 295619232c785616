"""The demo shop itself: what Café Mekong sells, to whom it owes a free coffee, and when it is open.

Fixed facts; nothing here is drawn at random. Prices are in whole kip.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.commands.demo.names import Gender


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """Something on the menu. `icon` is a bundled icon; `contains` what an allergy may be about."""

    key: str
    names: Mapping[str, str]
    price: int
    icon: str
    stamps: int = 0
    contains: tuple[str, ...] = ()
    category: str = "drinks"


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    """A stamp card whose first reward costs `goal`. Texts by language code."""

    key: str
    names: Mapping[str, str]
    rewards: Mapping[str, str]
    goal: int
    icon: str


@dataclass(frozen=True, slots=True)
class DemoTiers(DemoProgramme):
    """A card for one category, with a dearer reward and an afternoon that counts double."""

    category: str
    second_goal: int
    second_rewards: Mapping[str, str]
    colour: str
    double_weekday: int
    double_hours: tuple[int, int]


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """Someone behind the counter; `role` is CASHIER or OWNER. `face` is what their portrait starts from."""

    key: str
    name: str
    role: str
    face: int = 0
    gender: Gender = Gender.WOMAN


@dataclass(frozen=True, slots=True)
class DemoCafe:
    """What the owner would have answered on the first page."""

    name: str
    language: str
    currency: str
    zone: str
    country: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Hours:
    """When the door is open, in minutes after midnight."""

    opens: int
    closes: int


CAFE = DemoCafe(
    "Café Mekong",
    language="en",
    currency="LAK",
    zone="Asia/Vientiane",
    country="LA",
    phone="020 5550 0100",
    address="12 Setthathirath Road, Vientiane",
)

PROGRAMME = DemoProgramme(
    key="coffee_card",
    names={"en": "Coffee card", "lo": "ບັດກາເຟ"},
    rewards={"en": "coffee", "lo": "ກາເຟ"},
    goal=5,
    icon="coffee",
)

CATEGORIES: Mapping[str, Mapping[str, str]] = {
    "drinks": {"en": "Drinks", "lo": "ເຄື່ອງດື່ມ"},
    "bakery": {"en": "Bakery", "lo": "ເຂົ້າໜົມ"},
    "meals": {"en": "Meals", "lo": "ອາຫານ"},
}
"""What the shop calls its sorts of things."""

LUNCH_CARD = DemoTiers(
    key="lunch_card",
    names={"en": "Lunch card", "lo": "ບັດອາຫານທ່ຽງ"},
    rewards={"en": "lime soda", "lo": "ໂຊດາໝາກນາວ"},
    goal=4,
    icon="soup",
    category="meals",
    second_goal=8,
    second_rewards={"en": "lunch", "lo": "ອາຫານທ່ຽງ"},
    colour="teal",
    double_weekday=1,
    double_hours=(14, 16),
)

STAFF = (
    DemoStaff("noy", "Noy", "OWNER", 11),
    DemoStaff("keo", "Keo", "CASHIER", 12, Gender.MAN),
    DemoStaff("maly", "Maly", "CASHIER", 13),
)


def _drink(key: str, english: str, lao: str, price: int, icon: str, *contains: str) -> DemoProduct:
    """A drink made with coffee or matcha: each earns a stamp."""
    return DemoProduct(key, {"en": english, "lo": lao}, price, icon, stamps=1, contains=contains)


def _other(
    key: str, english: str, lao: str, price: int, icon: str, *contains: str, of: str = "drinks"
) -> DemoProduct:
    return DemoProduct(key, {"en": english, "lo": lao}, price, icon, contains=contains, category=of)


PRODUCTS = (
    _drink("iced_latte", "Iced latte", "ລາເຕ້ເຢັນ", 30_000, "cup-soda", "milk"),
    _drink("hot_latte", "Hot latte", "ລາເຕ້ຮ້ອນ", 28_000, "coffee", "milk"),
    _drink("americano", "Americano", "ອາເມຣິກາໂນ", 22_000, "coffee"),
    _drink("iced_americano", "Iced americano", "ອາເມຣິກາໂນເຢັນ", 24_000, "cup-soda"),
    _drink("lao_coffee", "Lao coffee", "ກາເຟລາວ", 15_000, "coffee"),
    _drink("lao_iced_coffee", "Lao iced coffee", "ກາເຟລາວເຢັນ", 18_000, "cup-soda", "milk"),
    _drink("cappuccino", "Cappuccino", "ຄາປູຊິໂນ", 28_000, "coffee", "milk"),
    _drink("matcha_latte", "Matcha latte", "ມັດຊະລາເຕ້", 35_000, "cup-soda", "milk"),
    _other("mango_smoothie", "Mango smoothie", "ໝາກມ່ວງປັ່ນ", 30_000, "cup-soda"),
    _other("lime_soda", "Lime soda", "ໂຊດາໝາກນາວ", 18_000, "cup-soda"),
    _other("jasmine_tea", "Jasmine tea", "ຊາດອກມະລິ", 15_000, "coffee"),
    _other("croissant", "Croissant", "ຄົວຊອງ", 22_000, "croissant", "gluten", "milk", "eggs", of="bakery"),
    _other("banana_bread", "Banana bread", "ເຂົ້າໜົມເຄັກກ້ວຍ", 20_000, "cake", "gluten", "eggs", of="bakery"),
    _other("peanut_cookie", "Peanut cookie", "ຄຸກກີ້ຖົ່ວດິນ", 10_000, "cookie", "gluten", "peanuts", of="bakery"),
    _other("baguette_sandwich", "Baguette sandwich", "ແຊນວິດບາແກັດ", 40_000, "sandwich", "gluten", of="meals"),
    _other("khao_jee", "Khao jee", "ເຂົ້າຈີ່", 25_000, "sandwich", "gluten", "eggs", of="meals"),
    _other("khao_piak", "Khao piak noodle soup", "ເຂົ້າປຽກເສັ້ນ", 30_000, "soup", of="meals"),
)

PRODUCT: Mapping[str, DemoProduct] = {product.key: product for product in PRODUCTS}
"""The menu by key."""

_SUNDAY = 6
_CLOSED_DAYS = ((1, 1), (4, 14), (4, 15), (4, 16))
"""New Year's Day and the three days of Lao New Year."""


def open_hours(day: date) -> Hours | None:
    """Return when the shop is open on `day`, or None on a holiday. On Sundays it closes at one."""
    if (day.month, day.day) in _CLOSED_DAYS:
        return None
    return Hours(7 * 60, 13 * 60 if day.weekday() == _SUNDAY else 18 * 60)


def next_open_day(day: date) -> date:
    """Return `day`, or the first day after it on which the shop opens."""
    while open_hours(day) is None:
        day += timedelta(days=1)
    return day
