"""The hand-over of a shift: what of today's list the next ones have to know, with the names of paper."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.paper.power_sheets import Candidate, paper_names
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.phones import without_numbers
from frontdesk.domain.team.hand_over import HANDED_OVER, WENT_WRONG, HandOver
from frontdesk.services.care.today import TodayService
from frontdesk.services.shop import ShopService
from frontdesk.services.team.shifts import ShiftService
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store


class HandOverService:
    """Reads only: what is printed is as it stands then."""

    def __init__(self, store: Store, shop: ShopService, today: TodayService, shifts: ShiftService) -> None:
        self._store = store
        self._shop = shop
        self._today = today
        self._shifts = shifts

    def page(self, here: int, now: int, language: str) -> HandOver:
        """The page for whoever comes next; `here` is who is at the till. Not for the UI thread."""
        facts = self._shop.facts()
        listed = self._today.items(now)
        items = [item for item in listed if item.kind in HANDED_OVER]
        people = self._people(items)
        names = _names(people)
        return HandOver(
            ShopSigns(facts.settings.name, facts.settings.contacts),
            now,
            day_at(now, facts.zone),
            facts.zone,
            language,
            tuple(each.member.name for each in self._shifts.today(here, now) if each.here),
            tuple(_on_paper(item, names) for item in items),
            unsaid=frozenset(each.id for each in people if not each.greet_by_name),
            left_out=len(listed) - len(items),
        )

    def _people(self, items: Iterable[TodayItem]) -> list[Customer]:
        db = self._store.read()
        found = (customers.get(db, id_) for id_ in dict.fromkeys(each.customer_id for each in items) if id_)
        return [each for each in found if each is not None]


def _names(people: Sequence[Customer]) -> dict[int, str]:
    """How each is called on paper, so that one tells them from the others on the page."""
    names = paper_names([Candidate(each.id, each.name, each.called) for each in people])
    return {each.id: name for each, name in zip(people, names, strict=True)}


def _on_paper(item: TodayItem, names: dict[int, str]) -> TodayItem:
    """With a short name, no number in a text, and nothing of what went wrong for them."""
    name = names.get(item.customer_id, "") if item.customer_id is not None else _look(item.name)
    if item.kind in WENT_WRONG:
        return replace(item, name=name, text="", about="")
    puts_right = item.kind is TodayKind.FOLLOW_UP and item.about == FollowUpKind.RECOVERY
    return replace(item, name=name, text="" if puts_right else without_numbers(item.text))


def _look(who: str) -> str:
    """How to know a stranger, as far as the first comma; how to reach them is not for paper."""
    known = without_numbers(who.partition(",")[0])
    return " ".join(word for word in known.split() if "@" not in word).strip(" …;:")
