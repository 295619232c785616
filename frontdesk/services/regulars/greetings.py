"""All that the counter shows of one customer, read in one go."""

from collections.abc import Sequence
from typing import Final, Protocol

from frontdesk.domain.days import day_at
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars import greeting_lines
from frontdesk.domain.regulars.greeting import Greeting, GreetingLine
from frontdesk.domain.regulars.greeting_lines import Asking, Past
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.domain.regulars.visits import THIS_VISIT
from frontdesk.services.gesture import root_of
from frontdesk.services.loyalty.passes import PassService
from frontdesk.services.loyalty.stamping import LoyaltyService
from frontdesk.services.regulars.habits import Habit
from frontdesk.services.regulars.suggesting import SuggestingService
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import care_rules, requests
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers, facts
from frontdesk.storage.regulars import habits, visits
from frontdesk.storage.store import Store

RECENT_SHOWN: Final = 6


class LineSource(Protocol):
    """A room that has something to say when somebody is greeted."""

    def greeting_lines(self, db: Db, root_id: int, now: int) -> Sequence[GreetingLine]:
        """Read its lines for one person, in a millisecond or less."""
        ...


class GreetingService:
    """`sources` are the rooms with lines of their own; whoever adds one names it in desk/care_services.py."""

    def __init__(
        self,
        store: Store,
        shop_service: ShopService,
        loyalty: LoyaltyService,
        passes: PassService,
        suggesting: SuggestingService,
        sources: Sequence[LineSource] = (),
    ) -> None:
        self._store = store
        self._shop = shop_service
        self._loyalty = loyalty
        self._passes = passes
        self._suggesting = suggesting
        self._sources = tuple(sources)

    def open(self, customer_id: int, now: int) -> Greeting:
        """Read a customer's greeting for the moment `now`; writes nothing.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db, zone = self._store.read(), self._shop.facts().zone
        root_id = root_of(db, customer_id)
        customer, known = _known(db, root_id), facts.of(db, root_id)
        cards, passes = self._loyalty.cards(root_id, now), self._passes.cards(root_id, now)
        summary, open_requests = visits.summary(db, root_id), requests.open_of(db, root_id)
        allergies = [fact.text for fact in known if fact.kind is FactKind.ALLERGY]
        habit = Habit.read(db, root_id, now, zone)
        lines = greeting_lines.compose(
            customer,
            summary,
            known,
            open_requests,
            cards + passes,
            now=now,
            today=day_at(now, zone),
            past=self._past(db, root_id, habit),
            news=habit.news(db, now, allergies),
            value=habit.value,
            told=self._told(db, root_id, now),
            asking=_asking(db, root_id, now),
        )
        return Greeting(
            customer,
            cards,
            summary,
            lines,
            known,
            open_requests,
            habit.usual,
            visits.recent(db, root_id, RECENT_SHOWN),
            customers.merged_names(db, root_id),
            passes,
            self._suggestion(habit, lines, allergies, now),
            () if habit.usual else self._suggesting.popular(now, habit.sold, allergies),
        )

    def _suggestion(
        self, habit: Habit, lines: Sequence[GreetingLine], allergies: Sequence[str], now: int
    ) -> Suggestion | None:
        return self._suggesting.one(
            now,
            order=[item.product for item in habit.usual],
            taken=[product.id for product in habit.taken],
            sold=habit.sold,
            lines=lines,
            allergies=allergies,
        )

    def _told(self, db: Db, root_id: int, now: int) -> list[GreetingLine]:
        return [line for source in self._sources for line in source.greeting_lines(db, root_id, now)]

    def _past(self, db: Db, root_id: int, habit: Habit) -> Past:
        first_at = habits.first_known(db, root_id)
        first_day = day_at(first_at, self._shop.facts().zone) if first_at is not None else None
        return Past(first_at, first_day, habit.visited)


def _asking(db: Db, root_id: int, now: int) -> Asking:
    return Asking(care_rules.rules(db).facts_age_days, facts.was_asked_since(db, root_id, now - THIS_VISIT))


def _known(db: Db, root_id: int) -> Customer:
    customer = customers.get(db, root_id)
    if customer is None:
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
    return customer
