"""What the demo's people order, avoid, prefer, and what staff have noted about them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from frontdesk.commands.demo.cafe import PRODUCT
from frontdesk.commands.demo.habits import Habit
from frontdesk.domain.people.facts import FactKind

_WITH_MILK = ("iced_latte", "hot_latte", "cappuccino", "matcha_latte")
_ICED = ("iced_latte", "iced_americano", "lao_iced_coffee", "mango_smoothie", "lime_soda")
_SWEET = ("lao_coffee", "lao_iced_coffee", "matcha_latte", "mango_smoothie", "lime_soda")

_USUALS: dict[Habit, tuple[tuple[str, ...], ...]] = {
    Habit.MORNING: (
        ("lao_coffee",),
        ("americano",),
        ("hot_latte",),
        ("lao_coffee", "khao_jee"),
        ("iced_latte",),
        ("cappuccino", "croissant"),
        ("lao_iced_coffee",),
        ("americano", "banana_bread"),
    ),
    Habit.COFFEE_BREAK: (
        ("cappuccino",),
        ("americano", "croissant"),
        ("iced_latte",),
        ("hot_latte", "banana_bread"),
        ("iced_americano",),
        ("jasmine_tea", "peanut_cookie"),
    ),
    Habit.LUNCH: (
        ("iced_americano", "baguette_sandwich"),
        ("iced_latte", "khao_jee"),
        ("lao_iced_coffee", "khao_piak"),
        ("americano",),
        ("iced_latte",),
        ("matcha_latte",),
    ),
    Habit.AFTERNOON: (
        ("iced_latte",),
        ("matcha_latte",),
        ("lao_iced_coffee",),
        ("cappuccino", "banana_bread"),
        ("iced_americano",),
        ("mango_smoothie",),
        ("iced_latte", "peanut_cookie"),
    ),
    Habit.WEEKEND: (
        ("cappuccino", "croissant"),
        ("iced_latte", "baguette_sandwich"),
        ("matcha_latte", "croissant"),
        ("hot_latte", "khao_jee"),
        ("mango_smoothie", "croissant"),
        ("lao_coffee", "khao_piak"),
    ),
}
_ANY_USUAL: tuple[tuple[str, ...], ...] = (
    ("iced_latte",),
    ("americano",),
    ("lao_iced_coffee",),
    ("cappuccino",),
    ("matcha_latte",),
    ("hot_latte",),
    ("jasmine_tea",),
)

_ALLERGENS = ("peanuts", "milk", "gluten", "shellfish", "eggs", "peanuts")
_ALLERGIC_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class _Preference:
    """`fits` are the drinks that it makes sense for; none: any."""

    text: str
    fits: tuple[str, ...] = ()


_PREFERENCES = (
    _Preference("Less sweet", _SWEET),
    _Preference("Oat milk", _WITH_MILK),
    _Preference("No ice", _ICED),
    _Preference("Little ice", _ICED),
    _Preference("Extra shot", ("americano", "iced_americano", "hot_latte", "cappuccino")),
    _Preference("No sugar", ("lao_coffee", "americano")),
    _Preference("Extra hot", ("hot_latte", "cappuccino")),
    _Preference("Window table"),
    _Preference("Brings a cup from home"),
    _Preference("Table near a socket"),
    _Preference("Takes it away"),
)
_PREFERRING_SHARE = 0.34

_NOTES = (
    "Blue helmet",
    "Red helmet, in a hurry before eight",
    "Works at the bank next door",
    "Teaches at the school across the road",
    "Brings a small dog; a bowl of water helps",
    "Learning Lao: likes to be greeted in Lao",
    "Studying for exams, stays for hours",
    "Pays for the colleagues on Fridays",
    "New job since the rains; used to come in the afternoon",
    "Plays the khaen at the night market",
    "Bad knee: carry the tray to the table",
    "Two children, both love the peanut cookies",
    "Hard of hearing on the left side",
    "Runs the guesthouse by the river, sends guests",
)
_NOTED_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class DemoFact:
    """One thing to know about a person, and the day on which it was noted."""

    kind: FactKind
    text: str
    noted: date


@dataclass(frozen=True, slots=True)
class Taste:
    """What a person orders and what is known about it; `usual` never holds what they are allergic to."""

    usual: tuple[str, ...]
    avoids: str
    facts: tuple[DemoFact, ...]


def draw_taste(habit: Habit, enrolled: date, today: date, rng: Random) -> Taste:
    avoids = rng.choice(_ALLERGENS) if rng.random() < _ALLERGIC_SHARE else ""
    usual = rng.choice([order for order in _USUALS.get(habit, _ANY_USUAL) if not contains(order, avoids)])
    texts = [(FactKind.ALLERGY, avoids.capitalize())] if avoids else []
    if rng.random() < _PREFERRING_SHARE:
        fitting = [wish for wish in _PREFERENCES if not wish.fits or set(wish.fits) & set(usual)]
        texts.append((FactKind.PREFERENCE, rng.choice(fitting).text))
    if habit is not Habit.TOURIST and rng.random() < _NOTED_SHARE:
        texts.append((FactKind.NOTE, rng.choice(_NOTES)))
    known_for = (today - enrolled).days
    facts = tuple(DemoFact(kind, text, _noted(kind, enrolled, known_for, rng)) for kind, text in texts)
    return Taste(usual, avoids, facts)


def contains(order: Collection[str], allergen: str) -> bool:
    """Is `allergen` in anything of this order?"""
    return any(allergen in PRODUCT[key].contains for key in order)


def _noted(kind: FactKind, enrolled: date, known_for: int, rng: Random) -> date:
    """Return when a fact was noted: an allergy at once, the rest whenever it came up."""
    if kind is FactKind.ALLERGY:
        return enrolled
    return enrolled + timedelta(days=rng.randrange(max(known_for, 1)))
