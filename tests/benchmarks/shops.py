"""Shops of many customers in five scripts, made through the real services."""

import random
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.people import draw_people
from frontdesk.config import paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import ShopSettings

DAY_MS = 86_400_000
IN_FLIGHT = 2000


def fill(folder: Path, customers: int, *, visits_each: float = 1.0) -> FrontDesk:
    """An open shop with so many customers, and so many stamped visits on average, over the last year."""
    desk = open_desk(paths_for(folder / f"shop-{customers}"))
    programme = stamp_card("Coffee card", 5, "coffee")
    link = "https://forms.example.com/r?c={code}"
    desk.submit(
        desk.shop.open_shop, desk.act(), ShopSettings("Bench", feedback_link=link), programme
    ).result()
    waiting: list[Future[object]] = []

    def wait(most: int) -> None:
        while len(waiting) > most:
            waiting.pop(0).result()

    for person in draw_people(customers, seed=1, today=date.today()):
        draft = CustomerDraft(person.name, person.called, person.spoken, person.phone)
        waiting.append(desk.submit(desk.customers.enrol, desk.act(), draft))  # type: ignore[arg-type]
        wait(IN_FLIGHT)
    wait(0)
    rng, now = random.Random(1), desk.now()
    for at in sorted(now - rng.randrange(365 * DAY_MS) for _ in range(int(customers * visits_each))):
        regular = 1 + int(customers * rng.random() ** 3)
        waiting.append(desk.submit(desk.loyalty.add_stamps, desk.act(at), min(regular, customers)))  # type: ignore[arg-type]
        wait(IN_FLIGHT)
    wait(0)
    return desk
