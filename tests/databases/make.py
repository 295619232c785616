"""Makes the saved store of the present schema: `python tests/databases/make.py` from the checkout.

Run once when a schema is released, and never again for that one: `v1.sqlite3` must stay what program
version 1 wrote, because that is what lies in the shops. `v1.key` is its chain's key. All names are invented.
"""

import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from frontdesk.bootstrap import FrontDesk, open_desk  # noqa: E402
from frontdesk.config import paths_for  # noqa: E402
from frontdesk.domain.acts import Role  # noqa: E402
from frontdesk.domain.care.asked_again import Answer as OfferAnswer  # noqa: E402
from frontdesk.domain.care.care_rules import Axis, CareRules  # noqa: E402
from frontdesk.domain.care.contact_points import ContactPoint  # noqa: E402
from frontdesk.domain.care.follow_ups import FollowUpKind  # noqa: E402
from frontdesk.domain.care.messages import MessageKind, Way  # noqa: E402
from frontdesk.domain.care.playbooks import Handling, OwnWords, Situation, Step, StepKind  # noqa: E402
from frontdesk.domain.care.recoveries import RecoveryState  # noqa: E402
from frontdesk.domain.care.requests import DeclineReason, PictureKind, RequestState  # noqa: E402
from frontdesk.domain.care.today import TodayItem, TodayKind  # noqa: E402
from frontdesk.domain.feedback.feedback_cards import CardFormat  # noqa: E402
from frontdesk.domain.feedback.feedback_rules import FeedbackRules  # noqa: E402
from frontdesk.domain.feedback.questions import Mood, Topic  # noqa: E402
from frontdesk.domain.feedback.responses import Answer, ResponseDraft, WayBack  # noqa: E402
from frontdesk.domain.ids import seeded  # noqa: E402
from frontdesk.domain.loyalty.limits import Limits  # noqa: E402
from frontdesk.domain.loyalty.programmes import (  # noqa: E402
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    Look,
    PassTerms,
    ProgrammeDraft,
    ProgrammeKind,
    Reward,
    Terms,
    stamp_card,
)
from frontdesk.domain.loyalty.stamping import GoodwillReason  # noqa: E402
from frontdesk.domain.loyalty.tickets import DropReason, TicketDraft  # noqa: E402
from frontdesk.domain.paper.power_sheets import Written  # noqa: E402
from frontdesk.domain.paper.shop_signs import Logo  # noqa: E402
from frontdesk.domain.people.customer_filters import CustomerFilter  # noqa: E402
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose  # noqa: E402
from frontdesk.domain.people.facts import FactKind, Reason  # noqa: E402
from frontdesk.domain.people.leaving import LeavingReason  # noqa: E402
from frontdesk.domain.people.photos import Photo  # noqa: E402
from frontdesk.domain.privacy.erasing import WhyErased  # noqa: E402
from frontdesk.domain.privacy.retention import RetentionRules  # noqa: E402
from frontdesk.domain.refusals import Refused  # noqa: E402
from frontdesk.domain.regulars.absences import AwayReason  # noqa: E402
from frontdesk.domain.regulars.visits import Product  # noqa: E402
from frontdesk.domain.said import Said  # noqa: E402
from frontdesk.domain.shop import ShopSettings  # noqa: E402
from frontdesk.domain.team.shifts import EARLY  # noqa: E402
from frontdesk.domain.team.staff_requests import StaffRequestState  # noqa: E402
from frontdesk.storage.migrations import LATEST  # noqa: E402

FIRST_DAY = 1_751_000_000_000
MINUTE = 60_000
DAY = 24 * 60 * MINUTE

PEOPLE = (
    CustomerDraft("ສົມສັກ ວົງສາ", spoken="Som-sak", phone="020 5555 1234", language="lo"),
    CustomerDraft("สมชาย ใจดี", phone="+66 81 234 5678", language="th", allergy="peanuts"),
    CustomerDraft("សុខា ចាន់", phone="+855 12 345 678", language="km"),
    CustomerDraft("ნინო ბერიძე", language="ka", birthday=Birthday(3, 14)),
    CustomerDraft("Anna Example", email="anna@example.org", consents=frozenset({Purpose.PHOTO})),
    CustomerDraft("Ann Example", phone="020 5555 9876", note="sits by the window"),
)


def fill(desk: FrontDesk) -> None:
    """A few weeks of a small shop: everything that the schema has a table for."""
    do = desk.submit
    programme = stamp_card("Coffee card", 5, "a free coffee")
    do(desk.shop.open_shop, desk.act(), ShopSettings(name="Example Café"), programme, "Owner").result()
    do(desk.shop.add_product, desk.act(), Product(0, "Iced coffee", 20_000)).result()
    product = desk.shop.products()[0].id
    ids = [do(desk.customers.enrol, desk.act(), person).result().customer.id for person in PEOPLE]
    do(desk.customers.set_photo, desk.act(), ids[4], Photo(b"RIFFthumb", b"RIFFfull")).result()
    for day in range(14):
        for place, customer in enumerate(ids):
            if (day + place) % 3 == 0:
                act = desk.act()
                do(desk.loyalty.add_stamps, act, customer, 1 + place % 2).result()
                do(desk.loyalty.add_item, desk.act(), customer, product).result()
                if day == 9:
                    do(desk.loyalty.undo, desk.act(), act.gesture).result()
    do(desk.loyalty.redeem, desk.act(), ids[1]).result()
    fill_programmes(desk, ids)
    asked = do(desk.requests.ask, desk.act(), ids[0], "a cake for ten", "no sugar", desk.now() + DAY).result()
    do(desk.requests.move, desk.act(), asked.request.id, RequestState.IN_PROGRESS).result()
    fill_counter(desk, ids)
    do(desk.merging.merge, desk.act(), ids[4], ids[5]).result()
    do(desk.member_cards.codes_for, desk.act(), ids[:3]).result()
    do(
        desk.shop.save_settings,
        desk.act(),
        ShopSettings("Example Café", feedback_link="https://example.org/?c={code}"),
    ).result()
    do(desk.feedback.issue, desk.act(), 3, "lo").result()
    fill_care(desk, ids)
    fill_answers(desk, ids)
    fill_office(desk, ids)


def fill_office(desk: FrontDesk, ids: list[int]) -> None:
    """The back office: who is who, who was refused, a closed day, a saved filter, who was forgotten."""
    do, keo = desk.submit, desk.staffing.staff()[-1].id
    do(desk.staff_cards.codes_for, desk.act(), [keo]).result()
    do(desk.tills.rename, desk.act(), desk.till_id, "The counter").result()
    do(desk.saved_filters.save, desk.act(), "Phones of ours", CustomerFilter(search="020")).result()
    do(desk.doubles.say_two, desk.act(), ids[0], ids[1]).result()
    do(desk.day_close.close, desk.act(), desk.today()).result()
    do(desk.retention.save_rules, desk.act(), RetentionRules(3)).result()
    do(desk.retention.keep, desk.act(), ids[2]).result()
    gone = do(desk.customers.enrol, desk.act(), CustomerDraft("Nobody Knows", note="by the door")).result()
    do(desk.loyalty.add_stamps, desk.act(), gone.customer.id, 2).result()
    do(desk.erasing.erase, desk.act(), gone.customer.id, WhyErased.ASKED).result()
    desk.drill.run(desk.act(), desk.backups.make())
    with suppress(Refused):
        do(desk.limits.save, replace(desk.act(), staff_id=keo), Limits()).result()
    desk.pins.set_pin(desk.act(), desk.staff_id, "274915")
    desk.pins.open(desk.act(), desk.staff_id, "274915")


def fill_care(desk: FrontDesk, ids: list[int]) -> None:
    """What it takes to care for people: promises, complaints, facts, who is missed, the door, the team."""
    do, today, keo = desk.submit, desk.today(), desk.staffing.staff()[-1].id
    fill_requests(desk, ids)
    told = do(desk.recoveries.record, desk.act(), Situation.UNWELL, ids[0]).result().recovery
    do(desk.recoveries.tag, desk.act(), told.id, ContactPoint.PRODUCT).result()
    do(desk.recoveries.give, desk.act(), told.id).result()
    for state in (RecoveryState.CONTACTED, RecoveryState.RESOLVED, RecoveryState.CONFIRMED):
        do(desk.recoveries.move, desk.act(), told.id, state).result()
    do(desk.recoveries.record, desk.act(), Situation.LOST).result()
    own = OwnWords("Wrong cake", (Step(1, StepKind.SAY, "I am sorry."),))
    do(desk.playbooks.save, desk.act(), "", "en", own, Handling()).result()
    oat = do(desk.facts.note, desk.act(), ids[0], FactKind.PREFERENCE, "Oat milk").result().fact
    do(desk.facts.note_why, desk.act(), ids[0], Reason.PEOPLE, "the smile", keo).result()
    do(desk.facts.stands, desk.act(), oat.id).result()
    do(desk.facts.changed, desk.act(), oat.id, "Soy milk").result()
    weekly = (FollowUpKind.CALL, today, "ask how it was", keo, 7)
    call = do(desk.follow_ups.add, desk.act(), ids[1], *weekly).result().follow_up
    do(desk.follow_ups.done, desk.act(), call.id, "all is well").result()
    seen = TodayItem(TodayKind.FIRST_DAY, ids[2], today, ids[2])
    do(desk.today_list.tick, desk.act(), seen).result()
    do(desk.slipping.called, desk.act(), ids[2], "comes next week").result()
    do(desk.slipping.asked, desk.act(), ids[2], AwayReason.PRICE).result()
    do(desk.slipping.fine, desk.act(), ids[2], today + timedelta(days=30)).result()
    fill_team(desk, ids[0], keo)
    do(desk.contacting.note, desk.act(), ids[0], MessageKind.THANKS, Way.PAPER).result()
    product = desk.shop.products()[0].id
    do(desk.care_sheets.write, desk.act(), product, {"en": "Keep it cool.", "lo": "ເກັບໄວ້ບ່ອນເຢັນ"}).result()
    do(desk.leaving.leave, desk.act(), ids[3], LeavingReason.MOVED).result()
    do(desk.quiz.answer, desk.act(), ids[0], known=True).result()
    do(desk.care_rules.save, desk.act(), CareRules(closed_weekdays=frozenset({6}))).result()


def fill_answers(desk: FrontDesk, ids: list[int]) -> None:
    """What feedback cards bring back: an unhappy answer that is put right, an edited one, one set aside."""
    do, keo = desk.submit, desk.staffing.staff()[-1].id
    do(desk.logo.set, desk.act(), Logo(b"PNGlogo")).result()
    do(desk.feedback_rules.change, desk.act(), FeedbackRules(ask_every_weeks=6)).result()
    own = do(desk.feedback.issue, desk.act(), 1, "lo", ids[0], host_id=keo).result().cards[0]
    tent = do(desk.feedback.issue, desk.act(), 1, "en", format=CardFormat.TENT).result().cards[0]
    asked = do(desk.questions.reword, desk.act(), Topic.LIKED, "lo", "ມື້ນີ້ມັກຫຍັງ?").result().question
    liked = Answer(Topic.LIKED, ContactPoint.SERVICE, "Keo ບໍລິການດີ", asked.version)
    cold = Answer(Topic.DISLIKED, ContactPoint.PRODUCT, "ກາເຟເຢັນ")
    said = ResponseDraft(Mood.POOR, (liked, cold))
    told = do(desk.responses.take, desk.act(), own.id, said, WayBack.PAGE).result().response.id
    edited = replace(said, mood=Mood.BAD)
    act = replace(desk.act(), at=desk.responses.one(told).at + MINUTE)
    do(desk.responses.take, act, own.id, edited, WayBack.PAGE).result()
    do(desk.responses.take_on, desk.act(), told, keo).result()
    do(desk.responses.replied, desk.act(), told, Way.WHATSAPP, "ຂໍອະໄພ").result()
    do(desk.responses.tell, desk.act(), told, "The machine is hotter now").result()
    do(desk.responses.said, desk.act(), told).result()
    left = ResponseDraft(Mood.GOOD, name="Bee", contact="bee@example.org", language="en")
    linked = do(desk.responses.take, desk.act(), tent.id, left, WayBack.PAPER).result().response.id
    do(desk.responses.link, desk.act(), linked, ids[2]).result()
    joke = do(desk.responses.take, desk.act(), tent.id, left, WayBack.MESSAGE).result()
    do(desk.responses.undo, desk.act(), joke.gesture).result()


def fill_requests(desk: FrontDesk, ids: list[int]) -> None:
    """One that is priced, drawn and handed to somebody else; one that is asked for again and again."""
    do, keo = desk.submit, desk.staffing.staff()[-1].id
    asked = do(desk.requests.ask, desk.act(), ids[1], "mend a cup", "", desk.now() + DAY).result().request.id
    do(desk.request_details.give_to, desk.act(), asked, keo).result()
    do(desk.request_details.set_axis, desk.act(), asked, Axis.COST).result()
    do(desk.request_details.set_quoted, desk.act(), asked, 30_000).result()
    do(desk.request_details.set_contact_point, desk.act(), asked, ContactPoint.ORDER).result()
    sketch = Photo(b"RIFFthumb", b"RIFFfull")
    do(desk.request_details.put_picture, desk.act(), asked, PictureKind.SKETCH, sketch).result()
    for customer in ids[:3]:
        wish = do(desk.requests.ask, desk.act(), customer, "oat milk").result().request.id
        why = (DeclineReason.NOTHING_LEFT, "not yet", "soy milk")
        do(desk.requests.decline, desk.act(), wish, *why).result()
    (kind,) = desk.offers.to_suggest(desk.now())
    do(desk.offers.answer, desk.act(), kind, OfferAnswer.OFFERED).result()


def fill_team(desk: FrontDesk, customer: int, keo: int) -> None:
    """The door, the plan, who is here, what the staff ask for, and thanks."""
    do = desk.submit
    came = do(desk.arrivals.came, desk.act()).result().arrival.id
    do(desk.arrivals.greet, desk.act(), came, keo).result()
    do(desk.arrivals.came, desk.act()).result()
    do(desk.shifts.set_hours, desk.act(), keo, desk.today(), EARLY).result()
    do(desk.shifts.say_here, desk.act(), keo, True).result()
    do(desk.shifts.greet, desk.act()).result()
    wish = do(desk.staff_requests.ask, desk.act(), "a new apron").result().request.id
    do(desk.staff_requests.answer, desk.act(), wish, StaffRequestState.YES, "tomorrow").result()
    thanks = do(desk.staff_thanks.thank, desk.act(), keo, "so kind", customer).result().thanks.id
    do(desk.staff_thanks.pass_on, desk.act(), thanks).result()


def fill_counter(desk: FrontDesk, ids: list[int]) -> None:
    """What the counter does besides: names later, paper, power cuts, shared cards, staff photos, calls."""
    do = desk.submit
    product = desk.shop.products()[0]
    for label in ("blue helmet", "red bag", "nobody came"):
        draft = TicketDraft(label, stamps=1, items=((product.id, 2),))
        do(desk.tickets.open, desk.act(), draft).result()
    claimed, _, dropped = desk.tickets.waiting(desk.now())
    do(desk.tickets.claim, desk.act(), claimed.id, ids[2]).result()
    do(desk.tickets.drop, desk.act(), dropped.id, DropReason.NOBODY).result()
    late = (
        do(desk.customers.enrol, desk.act(), CustomerDraft("Latsamy", on_screen=False)).result().customer.id
    )
    do(desk.adopting.adopt, desk.act(), late, 3).result()
    do(desk.groups.join, desk.act(), late, ids[0]).result()
    do(desk.groups.add_stamps, desk.act(), late, 1).result()
    sheet = do(desk.power_sheets.make, desk.act(), ids[:3]).result()
    written = Written(sheet.id, 1, ids[0], desk.now(), 1)
    do(desk.keying_in.key_in, desk.keying_in.act_for(desk.act(), written), written).result()
    do(desk.staffing.set_photo, desk.act(), desk.staff_id, Photo(b"RIFFthumb", b"RIFFfull")).result()
    call = do(desk.manager_calls.call, desk.act(), ids[1]).result().call
    do(desk.manager_calls.answer, desk.act(), call.id).result()
    dearer = replace(product, price=product.price + 2_000)
    do(desk.shop.save_product, desk.act(), dearer).result()


def fill_programmes(desk: FrontDesk, ids: list[int]) -> None:
    """Cards of every kind, and what can be done with them besides a plain stamp."""
    do, looks = desk.submit, Look(Said("Spend and save", (("lo", "ບັດ"),)), "star", "teal")
    rule = Accrual(Basis.AMOUNT, step=10_000, most_per_visit=3, boosts=(Boost(2, (1,), 840, 960),))
    gifts = Gifts(welcome=1, birthday=1, friend=1, referrer=1)
    rewards = (Reward(1, 5, Said("tea")), Reward(2, 10, Said("lunch")))
    terms = Terms(rewards, rule, Expiry(ExpiryBasis.AGE, 6), gifts)
    do(desk.programmes.add, desk.act(), ProgrammeDraft(looks, terms)).result()
    ten = ProgrammeDraft(Look(Said("Ten visits")), Terms(passes=PassTerms(10, 3)), ProgrammeKind.PASS)
    passes = do(desk.programmes.add, desk.act(), ten).result().programme.id
    room = ProgrammeDraft(Look(Said("Room")), Terms(passes=PassTerms()), ProgrammeKind.MEMBERSHIP)
    membership = do(desk.programmes.add, desk.act(), room).result().programme.id
    do(desk.referrals.brought, desk.act(), ids[2], ids[3]).result()
    paid = [desk.act(), desk.act()]
    for act in paid:
        do(desk.loyalty.add_amount, act, ids[2], 55_000).result()
    do(desk.moving.move, desk.act(), paid[1].gesture, ids[0]).result()
    do(desk.goodwill.give, desk.act(), ids[0], GoodwillReason.WAITED).result()
    for sold in (passes, membership):
        do(desk.passes.sell, desk.act(), ids[3], sold).result()
        do(desk.passes.use, desk.act(), ids[3], sold).result()
    changed = Terms((Reward(1, 6, Said("a free coffee")),))
    do(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, changed).result()
    do(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    do(desk.limits.save, desk.act(), Limits(card_stamps=20)).result()


def main() -> None:
    ticks = count(FIRST_DAY, 40 * MINUTE)
    with tempfile.TemporaryDirectory() as folder:
        paths = paths_for(Path(folder) / "shop")
        desk = open_desk(paths, clock=lambda: next(ticks), source=seeded(LATEST))
        fill(desk)
        desk.close()
        shutil.copyfile(paths.store, HERE / f"v{LATEST}.sqlite3")
        shutil.copyfile(paths.chain_key, HERE / f"v{LATEST}.key")


if __name__ == "__main__":
    main()
