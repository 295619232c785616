"""Paper stamp cards: taken over once, by whom the shop allows it, and taken back."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Gifts, Reward, Terms, stamp_card
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.refusals import refusal_sentence
from tests.conftest import FakeClock

REWARDS = (Reward(1, 5, Said("coffee")), Reward(2, 10, Said("lunch")))


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrolled(desk, "Noy")


def enrolled(desk: FrontDesk, name: str) -> int:
    return int(desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id)


def adopted(desk: FrontDesk, customer: int, count: int, programme: int | None = None) -> StampOutcome:
    return desk.submit(desk.adopting.adopt, desk.act(), customer, count, programme).result()


def refused(desk: FrontDesk, *args: int) -> RefusalCode:
    with pytest.raises(Refused) as caught:
        desk.submit(desk.adopting.adopt, desk.act(), *args).result()
    return caught.value.code


def most(desk: FrontDesk, customer: int) -> list[int]:
    return list(desk.adopting.most(desk.act(), customer).values())


def cashier(desk: FrontDesk) -> None:
    member = desk.submit(desk.staffing.add_staff, desk.act(), "Dao", Role.CASHIER).result()
    desk.take_over(member.id).result()


def whole(desk: FrontDesk) -> None:
    assert desk.verifier.verify().faults == ()


def test_she_had_four(desk: FrontDesk, noy: int) -> None:
    assert most(desk, noy) == [5]
    outcome = adopted(desk, noy, 4)
    assert (outcome.kind, outcome.stamps, outcome.card.balance) == (EntryKind.CARRIED_OVER, 4, 4)
    assert most(desk, noy) == []
    assert desk.greetings.open(noy, desk.now()).recent == (), "it is no visit"
    whole(desk)


def test_it_is_done_once_and_a_repeat_is_harmless(desk: FrontDesk, noy: int) -> None:
    act = desk.act()
    for _ in range(2):
        desk.submit(desk.adopting.adopt, act, noy, 4).result()
    assert refused(desk, noy, 3) is RefusalCode.ALREADY_ADOPTED
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 4
    whole(desk)


def test_a_wrong_number_is_taken_back_and_the_right_one_put_in(desk: FrontDesk, noy: int) -> None:
    act = desk.act()
    desk.submit(desk.adopting.adopt, act, noy, 3).result()
    assert desk.submit(desk.loyalty.undo, desk.act(), act.gesture).result().card.balance == 0
    assert most(desk, noy) == [5]
    assert adopted(desk, noy, 4).card.balance == 4
    whole(desk)


def test_a_cashier_takes_over_what_is_short_of_a_reward_and_a_manager_a_full_card(
    desk: FrontDesk, noy: int
) -> None:
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, Terms(REWARDS)).result()
    owner = desk.staff_id
    cashier(desk)
    assert most(desk, noy) == [4]
    assert refused(desk, noy, 5) is RefusalCode.ONLY_MANAGER
    assert refused(desk, noy, 0) is RefusalCode.TOO_MANY_AT_ONCE
    desk.take_over(owner).result()
    assert most(desk, noy) == [10]
    assert refused(desk, noy, 11) is RefusalCode.TOO_MANY_AT_ONCE
    assert len(adopted(desk, noy, 10).card.offers) == 2
    whole(desk)


def test_whoever_has_collected_before_today_needs_the_manager(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    assert most(desk, noy) == [5], "their first visit is today"
    clock.forward(days=1)
    assert most(desk, noy) == []
    owner = desk.staff_id
    cashier(desk)
    assert refused(desk, noy, 2) is RefusalCode.CARD_IN_USE
    desk.take_over(owner).result()
    assert adopted(desk, noy, 2).card.balance == 3
    whole(desk)


def test_each_programme_has_its_own_paper_card(desk: FrontDesk, noy: int) -> None:
    saved = desk.submit(desk.programmes.add, desk.act(), stamp_card("Lunch card", 8, "lunch")).result()
    assert most(desk, noy) == [5, 8]
    adopted(desk, noy, 7, saved.programme.id)
    assert most(desk, noy) == [5]
    whole(desk)


def test_no_welcome_for_whoever_brings_a_card(desk: FrontDesk, noy: int) -> None:
    terms = Terms(REWARDS, gifts=Gifts(welcome=2))
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, terms).result()
    adopted(desk, noy, 3)
    assert desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result().stamps == 1
    whole(desk)


def test_the_shops_limits_hold_for_a_cashier(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(card_stamps=3, staff_stamps=5)).result()
    kham, bee = enrolled(desk, "Kham"), enrolled(desk, "Bee")
    cashier(desk)
    assert refused(desk, noy, 4) is RefusalCode.CARD_LIMIT
    adopted(desk, noy, 3)
    assert refused(desk, kham, 3) is RefusalCode.STAFF_LIMIT
    adopted(desk, kham, 2)
    assert refused(desk, bee, 1) is RefusalCode.STAFF_LIMIT
    whole(desk)


def test_what_was_taken_over_counts_when_more_is_stamped(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(card_stamps=6, staff_stamps=7)).result()
    kham = enrolled(desk, "Kham")
    cashier(desk)
    adopted(desk, noy, 4)
    with pytest.raises(Refused) as caught:
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 3).result()
    assert caught.value.code is RefusalCode.CARD_LIMIT
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 2).result()
    with pytest.raises(Refused) as caught:
        desk.submit(desk.loyalty.add_stamps, desk.act(), kham, 2).result()
    assert caught.value.code is RefusalCode.STAFF_LIMIT
    whole(desk)


def test_a_cashier_takes_over_so_many_stamps_a_day_and_a_manager_more(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    kham, bee, lu = (enrolled(desk, name) for name in ("Kham", "Bee", "Lu"))
    owner = desk.staff_id
    cashier(desk)
    dao = desk.staff_id
    adopted(desk, noy, 4)
    undone = adopted(desk, kham, 4)
    desk.submit(desk.loyalty.undo, desk.act(), undone.gesture).result()
    adopted(desk, kham, 3)
    with pytest.raises(Refused) as caught:
        adopted(desk, bee, 4)
    error = caught.value
    assert (error.code, error.remedy) == (RefusalCode.PAPER_LIMIT, Remedy.CALL_MANAGER)
    assert error.facts == {"most": 10, "left": 3}
    assert refusal_sentence(texts_for("en"), error) == (
        "The limit is 10 stamps a day from paper cards for each of the staff. The manager can take over more."
    )
    desk.take_over(owner).result()
    adopted(desk, bee, 5)
    desk.take_over(dao).result()
    clock.forward(days=1)
    adopted(desk, lu, 4)
    whole(desk)


def test_0_is_no_limit_for_paper_cards(desk: FrontDesk) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(paper_stamps=0)).result()
    people = [enrolled(desk, f"Guest {n}") for n in range(4)]
    cashier(desk)
    for each in people:
        adopted(desk, each, 4)
    whole(desk)


def test_two_records_of_one_person_bring_one_card(desk: FrontDesk, noy: int) -> None:
    twice = enrolled(desk, "Noy S.")
    adopted(desk, twice, 4)
    desk.submit(desk.merging.merge, desk.act(), noy, twice).result()
    assert refused(desk, noy, 2) is RefusalCode.ALREADY_ADOPTED
    whole(desk)
