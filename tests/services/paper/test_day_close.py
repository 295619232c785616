"""What a till's day comes to, and where the books end."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.days import MINUTE
from frontdesk.domain.loyalty.programmes import Accrual, Gifts
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.paper.day_close import DaySums, StaffDay
from frontdesk.domain.paper.power_sheets import Written
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.chain import short_hash
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.texts import texts_for
from frontdesk.wording.day_close import slip_words
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, promise


def enrol(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def test_a_new_shop_has_nothing_to_keep(desk: FrontDesk) -> None:
    close = desk.day_close.slip(desk.now())
    assert (close.sums, close.anchor) == (DaySums(0, 0, 0, 0, 0), None)
    assert (close.shop.name, close.till_name, close.language) == ("Café Mekong", "Till 1", "en")


def test_only_what_stands_of_this_day_is_counted(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 4).result()
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 3).result()
    slip_of_the_hand = desk.act()
    desk.submit(desk.loyalty.add_stamps, slip_of_the_hand, noy, 2).result()
    desk.submit(desk.loyalty.undo, desk.act(), slip_of_the_hand.gesture).result()
    desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    close = desk.day_close.slip(desk.now())
    assert close.sums == DaySums(stamps=3, gifts=0, rewards=1, goodwill=0, expired=0)
    assert (close.day, close.time) == (desk.today(), "08:30")


def test_gifts_are_apart_and_each_of_the_staff_is_named(desk: FrontDesk) -> None:
    promise(desk, Accrual(), Gifts(welcome=2))
    noy, keo = enrol(desk), enrol(desk)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 4).result()
    owner = desk.staff_id
    desk.staff_id = hire(desk, "La")
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo, 3).result()
    desk.submit(desk.goodwill.give, desk.act(), keo, GoodwillReason.WAITED).result()
    desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    close = desk.day_close.slip(desk.now())
    assert close.sums == DaySums(stamps=7, gifts=4, rewards=1, goodwill=1, expired=0, made_good=1)
    first = next(each.name for each in desk.staffing.staff() if each.id == owner)
    assert close.staff == (StaffDay(first, 4, enrolled=2), StaffDay("La", 3, 1, 1))


def test_what_goodwill_was_for_is_told_apart_and_complaints_are_counted(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    record, give = desk.recoveries.record, desk.goodwill.give
    for situation in (Situation.PRICE, Situation.WAITED):
        complaint = desk.submit(record, desk.act(), situation, noy).result().recovery
    desk.submit(desk.recoveries.give, desk.act(), complaint.id, 2).result()
    desk.submit(give, desk.act(), noy, GoodwillReason.WENT_WRONG).result()
    desk.submit(give, desk.act(), noy, GoodwillReason.KINDNESS).result()
    desk.submit(give, desk.act(), noy, GoodwillReason.SURPRISE, 3).result()
    mistake = desk.act()
    desk.submit(record, mistake, Situation.RUDE, noy).result()
    desk.submit(desk.recoveries.undo, desk.act(), mistake.gesture).result()
    taken_back = desk.act()
    desk.submit(give, taken_back, noy, GoodwillReason.SURPRISE).result()
    desk.submit(desk.loyalty.undo, desk.act(), taken_back.gesture).result()
    close = desk.day_close.slip(desk.now())
    assert close.sums == DaySums(0, 0, 0, 7, 0, made_good=3, surprises=3, complaints=2)
    lines = slip_words(texts_for("en"), close).lines
    assert lines[3:] == (
        ("Stamps given as a thank-you", "7"),
        ("– of these, to make good what went wrong", "3"),
        ("– of these, as a small surprise", "3"),
        ("Stamps that ended", "0"),
        ("Complaints noted", "2"),
    )
    clock.forward(days=1)
    assert desk.day_close.slip(desk.now()).sums == DaySums(0, 0, 0, 0, 0)


def test_a_day_is_the_shops_own_from_its_midnight_to_the_next(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    clock.forward(hours=15, minutes=29)  # 23:59 in Vientiane
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 4).result()
    assert desk.day_close.slip(desk.now()).sums.stamps == 4
    yesterday = desk.now()
    clock.forward(minutes=1)
    assert desk.day_close.slip(desk.now()).sums.stamps == 0
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 2).result()
    assert desk.day_close.slip(yesterday).sums.stamps == 4


def test_the_end_of_the_books_is_the_last_entry_in_the_store(desk: FrontDesk) -> None:
    noy = enrol(desk)
    for _ in range(3):
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    last = desk.store.read().value("SELECT chain_hash FROM ledger_entry WHERE id = 3")
    assert desk.day_close.slip(desk.now()).anchor == PaperAnchor(3, short_hash(last))


def test_paper_cards_are_named_with_whoever_took_them_over(desk: FrontDesk) -> None:
    desk.submit(desk.adopting.adopt, desk.act(), enrol(desk), 4).result()
    close = desk.day_close.slip(desk.now())
    assert (close.sums.adopted, close.sums.stamps) == (4, 0)
    (staff,) = close.staff
    assert (staff.adopted, staff.stamps) == (4, 0)
    words = slip_words(texts_for("en"), close)
    assert ("Stamps taken over from paper cards", "4") in words.lines
    assert words.staff == (
        ("", "Stamps", "Thank-yous", "Rewards"),
        (staff.name, "0", "0", "0"),
        ("– 4 stamps from paper cards",),
        ("– 1 new customer",),
    )


def test_what_nobody_need_have_stood_there_for_is_apart_with_whoever_gave_it(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    sheet = desk.submit(desk.power_sheets.make, desk.act(), (noy,)).result()
    clock.forward(hours=2)
    desk.staff_id = hire(desk, "Dao")
    ticket = desk.submit(desk.tickets.open, desk.act(), TicketDraft("blue helmet", 3)).result().ticket
    desk.submit(desk.tickets.claim, desk.act(), ticket.id, noy).result()
    for minutes, stamps, free in ((60, 2, False), (30, 0, True), (20, 1, True)):
        written = Written(sheet.id, 1, noy, desk.now() // MINUTE * MINUTE - minutes * MINUTE, stamps, free)
        act = desk.keying_in.act_for(desk.act(), written)
        keyed = desk.submit(desk.keying_in.key_in, act, written).result()
    desk.submit(desk.keying_in.undo, desk.act(), keyed.gesture).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    close = desk.day_close.slip(desk.now())
    assert close.staff == (StaffDay("Dao", 1, claimed=3, keyed=2, free=1), close.staff[1])
    assert close.staff[1].enrolled == 1
    assert close.sums == DaySums(1, 0, 0, 0, 0, claimed=3, keyed=2, free=1)
    words = slip_words(texts_for("en"), close)
    assert words.staff[1:5] == (
        ("Dao", "1", "0", "0"),
        ("– 3 stamps for waiting tickets",),
        ("– 2 stamps from power-cut sheets",),
        ("– 1 free one from these sheets",),
    )
    assert ("Free ones from power-cut sheets", "1") in words.lines


def test_a_free_one_that_was_taken_from_the_card_is_no_reward_of_the_till(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 5).result()
    sheet = desk.submit(desk.power_sheets.make, desk.act(), (noy,)).result()
    clock.forward(hours=2)
    written = Written(sheet.id, 1, noy, desk.now() // MINUTE * MINUTE - MINUTE, 0, True)
    desk.submit(desk.keying_in.key_in, desk.keying_in.act_for(desk.act(), written), written).result()
    close = desk.day_close.slip(desk.now())
    assert (close.sums.rewards, close.sums.free) == (0, 1)


def test_a_day_names_its_calls_for_the_manager_and_who_came(desk: FrontDesk, clock: FakeClock) -> None:
    desk.submit(desk.manager_calls.call, desk.act()).result()
    clock.forward(days=1)
    first = desk.submit(desk.manager_calls.call, desk.act()).result().call
    clock.forward(minutes=3)
    owner = desk.staff_id
    desk.staff_id = hire(desk, "Dao")
    desk.submit(desk.manager_calls.answer, desk.act(), first.id).result()
    desk.staff_id = owner
    clock.forward(minutes=10)
    desk.submit(desk.manager_calls.call, desk.act()).result()
    close = desk.day_close.slip(desk.now())
    assert slip_words(texts_for("en"), close).calls == (
        "The manager was asked for",
        "08:30: Dao after 3 minutes",
        "08:43: nobody answered",
    )


def test_of_very_many_calls_the_latest_are_named(desk: FrontDesk) -> None:
    calls = tuple(AnsweredCall(f"10:{n:02d}") for n in range(12))
    said = slip_words(texts_for("en"), replace(desk.day_close.slip(desk.now()), calls=calls)).calls
    assert said[1:3] == ("4 calls before these", "10:04: nobody answered")
    assert len(said) == 10


def test_a_day_is_closed_by_its_slip_and_one_that_was_not_is_said(desk: FrontDesk, clock: FakeClock) -> None:
    """A day on which nothing was given owes nobody a slip."""
    customer = enrol(desk)
    first = desk.today()
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()
    assert not desk.day_close.book(desk.act()).ever_closed
    clock.forward(days=2)
    assert [line.day for line in desk.day_close.book(desk.act()).left_open] == [first]
    desk.submit(desk.day_close.close, desk.act(), first).result()
    book = desk.day_close.book(desk.act())
    assert (book.left_open, book.ever_closed) == ((), True)
    assert book.days[2].closed is not None
    assert book.days[2].closed.by == "Noy"


def test_a_former_days_slip_says_its_own_figures_and_when_it_was_printed(
    desk: FrontDesk, clock: FakeClock
) -> None:
    customer = enrol(desk)
    first = desk.today()
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 2).result()
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()
    close = desk.day_close.of_day(desk.act(), first)
    assert close.sums.stamps == 2
    assert close.asked_on == desk.today()
    assert slip_words(texts_for("en"), close).when == "19 November 2026, printed on 20 November 2026, 08:30"
    assert desk.day_close.of_day(desk.act(), desk.today()) == desk.day_close.slip(desk.now())
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Noi", Role.CASHIER).result()
    with pytest.raises(Refused):
        desk.day_close.of_day(replace(desk.act(), staff_id=cashier.id), first)
