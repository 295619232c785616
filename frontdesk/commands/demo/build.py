"""Lives the demo shop's year through the real services, so that the demo is a shop like any other.

Everything is written in slices on the writer's thread, in one fixed order, with ids, codes and keys from one
seed: the same seed and day give the same store.
"""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.console import Progress
from frontdesk.commands.demo.absences import absence_events
from frontdesk.commands.demo.answers import answer_events
from frontdesk.commands.demo.asking import asking_events
from frontdesk.commands.demo.cafe import CATEGORIES, PRODUCT
from frontdesk.commands.demo.complaints import complaint_events
from frontdesk.commands.demo.drafts import draft_of, with_facts
from frontdesk.commands.demo.evenings import evening_events
from frontdesk.commands.demo.follow_ups import follow_up_events
from frontdesk.commands.demo.in_touch import contact_events
from frontdesk.commands.demo.lunch import coffee_terms, lunch_terms
from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.portraits import Gallery, draw_face, gallery
from frontdesk.commands.demo.quizzing import quiz_events
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.tastes import DemoFact
from frontdesk.commands.demo.team_life import team_events
from frontdesk.commands.demo.timeline import (
    BETWEEN_TAPS,
    Doing,
    Enrolment,
    Event,
    Learning,
    RequestStep,
    timeline,
)
from frontdesk.commands.demo.why_they_come import learning_events
from frontdesk.config import Paths, resource_path
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.ids import seeded
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.shop import ShopSettings
from frontdesk.texts import texts_for
from frontdesk.wording.consents import consent_wording

FEEDBACK_LINK: Final = "https://example.com/cafe-mekong?card={code}"
SLICE: Final = 200
SLICES_AHEAD: Final = 2
SAVERS: Final = 4


def build(shop: DemoShop, paths: Paths, progress: Progress) -> None:
    """Write the whole shop into the empty folder at `paths`."""
    drawn = (
        *timeline(shop),
        *team_events(shop),
        *evening_events(shop),
        *complaint_events(shop),
        *contact_events(shop),
        *follow_up_events(shop),
        *absence_events(shop),
        *learning_events(shop),
        *quiz_events(shop),
        *asking_events(shop),
        *answer_events(shop),
    )
    events = sorted(drawn, key=lambda event: event.at)
    opening = _opening(shop, events)
    zone = ZoneInfo(shop.cafe.zone)
    desk = open_desk(paths, clock=lambda: _milliseconds(opening, zone), source=seeded(shop.seed))
    try:
        with gallery(shop.people) as photos:
            year = _Year(shop, desk, zone, photos)
            desk.submit(year.open_shop, opening).result()
            year.read_menu()
            _live(desk, year, events, progress)
    finally:
        desk.close()


def _live(desk: FrontDesk, year: "_Year", events: Sequence[Event], progress: Progress) -> None:
    """Submit slice after slice, a few ahead of the one that is waited for."""
    waiting: deque[tuple[int, Future[None]]] = deque()
    for start in range(0, len(events), SLICE):
        end = min(start + SLICE, len(events))
        waiting.append((end, desk.submit(year.live, events[start:end])))
        if len(waiting) > SLICES_AHEAD:
            _wait_for_one(waiting, len(events), progress)
    while waiting:
        _wait_for_one(waiting, len(events), progress)


def _wait_for_one(waiting: deque[tuple[int, Future[None]]], total: int, progress: Progress) -> None:
    end, future = waiting.popleft()
    future.result()
    progress(end, total)


class _Year:
    """What has been made so far. Whatever writes runs on the writer's thread."""

    def __init__(self, shop: DemoShop, desk: FrontDesk, zone: ZoneInfo, photos: Gallery) -> None:
        self._shop = shop
        self._desk = desk
        self._zone = zone
        self._photos = photos
        self._staff: dict[str, int] = {}
        self._products: dict[str, int] = {}
        self._customers: dict[int, int] = {}
        self._drafts: dict[int, CustomerDraft] = {}
        self._requests: dict[int, int] = {}

    def open_shop(self, at: datetime) -> None:
        """What the owner does on the day before the first customer."""
        cafe, programme, service = self._shop.cafe, self._shop.programme, self._desk.shop
        owner, *others = self._shop.staff
        self._staff[owner.key] = self._desk.staff_id
        settings = ShopSettings(
            cafe.name,
            cafe.language,
            cafe.currency,
            cafe.country,
            cafe.zone,
            feedback_link=FEEDBACK_LINK,
            phone=cafe.phone,
            address=cafe.address,
        )
        card = coffee_terms(programme, cafe.language)
        service.open_shop(self.act(owner.key, at), settings, card, owner.name)
        logo = resource_path("pictures", "demo_logo.png").read_bytes()
        self._desk.logo.set(self.act(owner.key, at), self._desk.logo.prepare(logo))
        for each in others:
            hired = self._desk.staffing.add_staff(self.act(owner.key, at), each.name, Role(each.role))
            self._staff[each.key] = hired.id
        for each in self._shop.staff:
            photo = draw_face(each.face, each.gender)
            self._desk.staffing.set_photo(self.act(owner.key, at), self._staff[each.key], photo)
        for product in self._shop.products:
            category = CATEGORIES[product.category][cafe.language]
            name, stamps = product.names[cafe.language], product.stamps
            sold = Product(0, name, product.price, product.icon, stamps, category)
            service.add_product(self.act(owner.key, at), sold)
        lunch = lunch_terms(self._shop.lunch_card, cafe.language)
        self._lunch = self._desk.programmes.add(self.act(owner.key, at), lunch).programme

    def read_menu(self) -> None:
        """Learn the products' ids, once they are written."""
        written = {product.name: product.id for product in self._desk.shop.products()}
        language = self._shop.cafe.language
        self._products = {product.key: written[product.names[language]] for product in self._shop.products}

    def live(self, events: Sequence[Event]) -> None:
        """Let each event happen."""
        for event in events:
            match event.what:
                case DemoVisit() as visit:
                    self._attend(visit)
                case Enrolment(person, facts):
                    self._enrol(person, facts, event.at)
                case Learning(person, fact):
                    self._learn(person, fact, event.at)
                case RequestStep() as step:
                    self._follow(step)
                case Doing(do):
                    do(self)

    @property
    def desk(self) -> FrontDesk:
        return self._desk

    def act(self, staff: str, at: datetime) -> Act:
        """An act of one of the staff, by their key, at a local time."""
        moment = _milliseconds(at, self._zone)
        return Act(self._desk.source.new_id(moment), self._staff[staff], self._desk.till_id, moment)

    def staff(self, key: str) -> int:
        """One of the staff in the store, by their key."""
        return self._staff[key]

    def customer(self, person: int) -> int:
        """A customer in the store, by the index of the person."""
        return self._customers[person]

    def _enrol(self, person: DemoPerson, facts: tuple[DemoFact, ...], at: datetime) -> None:
        draft = with_facts(draft_of(person), facts)
        texts = texts_for(person.language)
        wording = {
            purpose: consent_wording(texts, purpose, self._shop.cafe.name) for purpose in person.consents
        }
        saved = self._desk.customers.enrol(self._owner_act(at), draft, self._photos(person), wording)
        self._customers[person.index] = saved.customer.id
        self._drafts[person.index] = draft

    def _learn(self, person: DemoPerson, fact: DemoFact, at: datetime) -> None:
        draft = with_facts(self._drafts[person.index], (fact,))
        self._desk.customers.edit(self._owner_act(at), self._customers[person.index], draft)
        self._drafts[person.index] = draft

    def _attend(self, visit: DemoVisit) -> None:
        """What was paid for earns its stamps; then the reward is taken, so no balance is ever below zero."""
        customer_id, service = self._customers[visit.person], self._desk.loyalty
        at = visit.at
        for item in _paid_for(visit):
            service.add_item(self.act(visit.served_by, at), customer_id, self._products[item])
            at += BETWEEN_TAPS
        meal = any(PRODUCT[item].category == self._shop.lunch_card.category for item in visit.items)
        moment = _milliseconds(at, self._zone)
        if meal and self._takes_lunch(visit.person, service.cards(customer_id, moment)):
            service.redeem(self.act(visit.served_by, at), customer_id, programme_id=self._lunch.id)
            at += BETWEEN_TAPS
        if visit.redeems:
            service.redeem(self.act(visit.served_by, at), customer_id)

    def _takes_lunch(self, person: int, cards: tuple[CardView, ...]) -> bool:
        """Some take the first reward at once, some save for the second one, which comes out dearer."""
        on_card = next((card.balance for card in cards if card.programme.id == self._lunch.id), 0)
        terms = self._lunch.terms[0]
        saves = terms.goal + person % SAVERS
        return on_card >= (saves if person % SAVERS else terms.rewards[0].price)

    def _follow(self, moved: RequestStep) -> None:
        request, service = moved.request, self._desk.requests
        act = self.act(request.owner, moved.step.at)
        if moved.step.state is RequestState.OPEN:
            promised = _milliseconds(request.promised, self._zone)
            asked = service.ask(act, self._customers[request.person], request.what, request.note, promised)
            self._requests[moved.number] = asked.request.id
            self._tell_details(moved, asked.request.id)
            return
        request_id, why = self._requests[moved.number], moved.step.declined
        if why is not None:
            service.decline(act, request_id, why.reason, why.words, why.alternative)
            return
        service.move(act, request_id, moved.step.state)
        if moved.step.state is RequestState.FULFILLED and request.final is not None:
            details = self._desk.request_details
            details.set_final(self.act(request.owner, moved.step.at), request_id, request.final)

    def _tell_details(self, moved: RequestStep, request_id: int) -> None:
        """Where in the visit it was; and what it will cost, where that is what it is about."""
        request, details = moved.request, self._desk.request_details
        details.set_contact_point(self.act(request.owner, moved.step.at), request_id, request.point)
        if request.quoted is not None:
            details.set_axis(self.act(request.owner, moved.step.at), request_id, Axis.COST)
            details.set_quoted(self.act(request.owner, moved.step.at), request_id, request.quoted)

    def _owner_act(self, at: datetime) -> Act:
        return self.act(self._shop.staff[0].key, at)


def _paid_for(visit: DemoVisit) -> list[str]:
    """The items without the free coffee, which is the reward and earns nothing."""
    items = list(visit.items)
    if visit.redeems:
        items.remove(next(item for item in items if PRODUCT[item].stamps))
    return items


def _opening(shop: DemoShop, events: Sequence[Event]) -> datetime:
    """The morning before anything happens."""
    first = min((event.at for event in events), default=datetime.combine(shop.today, time(7)))
    return datetime.combine(first.date() - timedelta(days=1), time(8))


def _milliseconds(local: datetime, zone: ZoneInfo) -> int:
    return int(local.replace(tzinfo=zone).timestamp() * 1000)
