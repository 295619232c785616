"""The people of the demo shop: names, phones, birthdays, consents, all drawn from a seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from frontdesk.commands.demo.habits import Habit, Plan, draw_plans
from frontdesk.commands.demo.names import BOOKS, Gender, Name, NameBook
from frontdesk.commands.demo.tastes import DemoFact, draw_taste
from frontdesk.domain.people.customers import Birthday, Purpose

_LANGUAGES = {"lo": 50, "en": 20, "th": 14, "km": 8, "ka": 8}
_TOURIST_LANGUAGES = {"lo": 0, "en": 55, "th": 25, "km": 10, "ka": 10}
_LAO_MOBILE_STARTS = ("55", "56", "58", "59", "76", "77", "78", "91", "95", "97", "98", "99", "22", "28")
_CONSENTING = {Purpose.PHOTO: 0.92, Purpose.BIRTHDAY: 0.65, Purpose.MESSAGES: 0.55}
_BIRTHDAYS_AHEAD = (0, 0, 1, 3, 5)
"""Days from the demo day on which a regular's birthday falls, so that there is somebody to congratulate."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a drawn portrait starts from."""

    seed: int
    gender: Gender
    age: int


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One customer. `name` and `called` are in their own script, `spoken` and `called_spoken` in Latin
    letters; `usual` are product keys; `avoids` is an allergen or empty; `stopped` the last day of somebody
    who no longer comes. Without consent to a photo there is no portrait, without the other no birthday.
    """

    index: int
    name: str
    spoken: str
    called: str
    called_spoken: str
    language: str
    phone: str
    birthday: Birthday | None
    portrait: Portrait | None
    consents: tuple[Purpose, ...]
    facts: tuple[DemoFact, ...]
    usual: tuple[str, ...]
    avoids: str
    habit: Habit
    keenness: float
    enrolled: date
    stopped: date | None


@dataclass(frozen=True, slots=True)
class _FullName:
    name: Name
    called: Name


@dataclass(slots=True)
class _Taken:
    """What two people do not share."""

    names: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)


def draw_people(customers: int, seed: int, today: date) -> list[DemoPerson]:
    """Return `customers` people in the order in which they enrolled; each from a stream of its own."""
    plans = draw_plans(customers, today, Random(f"{seed}/plans"))
    celebrants = _celebrants(plans, today, Random(f"{seed}/birthdays"))
    taken = _Taken()
    return [
        _person(index, plan, today, celebrants.get(index), taken, Random(f"{seed}/person/{index}"))
        for index, plan in enumerate(plans)
    ]


def _person(
    index: int, plan: Plan, today: date, birthday_on: date | None, taken: _Taken, rng: Random
) -> DemoPerson:
    weights = _TOURIST_LANGUAGES if plan.habit is Habit.TOURIST else _LANGUAGES
    language = rng.choices(tuple(weights), tuple(weights.values()))[0]
    gender = rng.choice(tuple(Gender))
    age = round(rng.triangular(16, 78, 30))
    full = _full_name(BOOKS[language], gender, taken.names, rng)
    consents = _consents(rng, celebrates=birthday_on is not None)
    birthday = _birthday(birthday_on, age, today, rng)
    portrait = Portrait(rng.getrandbits(32), gender, age)
    taste = draw_taste(plan.habit, plan.enrolled, today, rng)
    return DemoPerson(
        index=index,
        name=full.name.text,
        spoken=full.name.spoken,
        called=full.called.text,
        called_spoken=full.called.spoken,
        language=language,
        phone=_phone(language, plan.habit, taken.phones, rng),
        birthday=birthday if Purpose.BIRTHDAY in consents else None,
        portrait=portrait if Purpose.PHOTO in consents else None,
        consents=consents,
        facts=taste.facts,
        usual=taste.usual,
        avoids=taste.avoids,
        habit=plan.habit,
        keenness=plan.keenness,
        enrolled=plan.enrolled,
        stopped=plan.stopped,
    )


def _celebrants(plans: Sequence[Plan], today: date, rng: Random) -> dict[int, date]:
    """Return who has a birthday in the week that begins with the demo day: people who really come."""
    daily = (Habit.MORNING, Habit.LUNCH, Habit.AFTERNOON)
    regulars = [
        index
        for index, plan in enumerate(plans)
        if plan.habit in daily and plan.keenness >= 0.4 and plan.stopped is None
    ]
    chosen = rng.sample(regulars, min(len(regulars), len(_BIRTHDAYS_AHEAD)))
    return {
        index: today + timedelta(days=ahead) for index, ahead in zip(chosen, _BIRTHDAYS_AHEAD, strict=False)
    }


def _full_name(book: NameBook, gender: Gender, taken: set[str], rng: Random) -> _FullName:
    """Return a full name, nearly always a new one: a name that is taken gets a second given name."""
    given = rng.choice(book.given[gender])
    family = rng.choice(book.families)
    name = _joined(family, given) if book.family_first else _joined(given, family)
    if name.text in taken:
        second = rng.choice([other for other in book.given[gender] if other is not given])
        both = _joined(given, second)
        name = _joined(family, both) if book.family_first else _joined(both, family)
    taken.add(name.text)
    called = given
    if rng.random() < book.short_share:
        nicknames = book.nicknames[gender]
        called = rng.choice(nicknames) if nicknames else given.short or given
    return _FullName(name, called)


def _joined(first: Name, second: Name) -> Name:
    return Name(f"{first.text} {second.text}", f"{first.spoken} {second.spoken}")


def _consents(rng: Random, *, celebrates: bool) -> tuple[Purpose, ...]:
    agreed = [purpose for purpose, share in _CONSENTING.items() if rng.random() < share]
    if celebrates and Purpose.BIRTHDAY not in agreed:
        agreed.append(Purpose.BIRTHDAY)
    return tuple(agreed)


def _birthday(fixed: date | None, age: int, today: date, rng: Random) -> Birthday:
    """Return the `fixed` day or any; the year is told by two in three."""
    day = fixed or date(2000, 1, 1) + timedelta(days=rng.randrange(366))
    tells_year = rng.random() < 0.66
    leap_day = (day.month, day.day) == (2, 29)
    return Birthday(day.month, day.day, today.year - age if tells_year and not leap_day else None)


def _phone(language: str, habit: Habit, taken: set[str], rng: Random) -> str:
    """Return a number as its owner would write it, or nothing: some do not want to give one."""
    if rng.random() < (0.5 if habit is Habit.TOURIST else 0.07):
        return ""
    thai = rng.random() < (0.9 if habit is Habit.TOURIST else 0.25) and language == "th"
    while True:
        start = rng.choice(("81", "86", "89", "92", "95", "64") if thai else _LAO_MOBILE_STARTS)
        rest = f"{rng.randrange(10**7 if thai else 10**6):0{7 if thai else 6}d}"
        number = f"+66 {start} {rest[:3]} {rest[3:]}" if thai else f"020 {start}{rest[:2]} {rest[2:]}"
        if number not in taken:
            taken.add(number)
            return number
