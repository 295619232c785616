"""The whole demo shop from a number, a seed and a day: the same every time, on every machine.

Pure: no clock, no file, no database. Each part draws from a stream of its own, seeded by text (which
`random` digests with SHA-512, whatever PYTHONHASHSEED says), so that a change to one leaves the others.
"""

from dataclasses import dataclass
from datetime import date
from random import Random

from frontdesk.commands.demo.cafe import (
    CAFE,
    LUNCH_CARD,
    PRODUCTS,
    PROGRAMME,
    STAFF,
    DemoCafe,
    DemoProduct,
    DemoProgramme,
    DemoStaff,
    DemoTiers,
)
from frontdesk.commands.demo.people import DemoPerson, draw_people
from frontdesk.commands.demo.rhythms import DemoVisit, visits_of
from frontdesk.commands.demo.special_requests import DemoRequest, draw_requests


@dataclass(frozen=True, slots=True)
class DemoShop:
    """A shop on the morning of `today`, before it opens.

    People are in the order they enrolled, visits and requests in the order of time. `visits` end on the day
    before; `visits_today` are those that the day would bring by itself: of them, take those before the
    clock. Balances of stamps hold wherever they are cut off.
    """

    seed: int
    today: date
    cafe: DemoCafe
    products: tuple[DemoProduct, ...]
    programme: DemoProgramme
    lunch_card: DemoTiers
    staff: tuple[DemoStaff, ...]
    people: tuple[DemoPerson, ...]
    visits: tuple[DemoVisit, ...]
    visits_today: tuple[DemoVisit, ...]
    requests: tuple[DemoRequest, ...]


def make_demo(customers: int, seed: int, today: date) -> DemoShop:
    """Return the demo shop of `customers` people (none is a shop that has just opened) as of `today`."""
    if customers < 0:
        raise ValueError(f"A shop cannot have {customers} customers.")
    people = draw_people(customers, seed, today)
    visits = [
        visit
        for person in people
        for visit in visits_of(person, today, Random(f"{seed}/visits/{person.index}"))
    ]
    visits.sort(key=lambda visit: (visit.at, visit.person))
    before = tuple(visit for visit in visits if visit.at.date() < today)
    return DemoShop(
        seed=seed,
        today=today,
        cafe=CAFE,
        products=PRODUCTS,
        programme=PROGRAMME,
        lunch_card=LUNCH_CARD,
        staff=STAFF,
        people=tuple(people),
        visits=before,
        visits_today=tuple(visits[len(before) :]),
        requests=tuple(draw_requests(customers, before, today, Random(f"{seed}/requests"))),
    )
