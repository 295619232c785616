"""Passes and memberships at the counter: sold, used, renewed, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import FigureKind, Unit
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView, Validity
from frontdesk.domain.loyalty.passes import PassEnding, PassOutcome
from frontdesk.domain.loyalty.programmes import Look, PassTerms, ProgrammeDraft, ProgrammeKind, Span, Terms
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.said import Said
from frontdesk.domain.trust.verification import FaultCode
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.conftest import FakeClock

Enrol = Callable[[str], int]


@pytest.fixture
def enrol(desk: FrontDesk) -> Enrol:
    def add(name: str) -> int:
        return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id

    return add


def added(desk: FrontDesk, kind: ProgrammeKind, passes: PassTerms) -> int:
    draft = ProgrammeDraft(Look(Said("Gym pass"), "dumbbell"), Terms(passes=passes), kind)
    return desk.submit(desk.programmes.add, desk.act(), draft).result().programme.id


@pytest.fixture
def ten(desk: FrontDesk) -> int:
    """Ten visits within three months."""
    return added(desk, ProgrammeKind.PASS, PassTerms(visits=10, months=3))


@pytest.fixture
def month(desk: FrontDesk) -> int:
    """Any number of visits for a month."""
    return added(desk, ProgrammeKind.MEMBERSHIP, PassTerms(months=1))


def sell(desk: FrontDesk, customer_id: int, programme_id: int, times: int = 1) -> PassOutcome:
    return desk.submit(desk.passes.sell, desk.act(), customer_id, programme_id, times).result()


def use(desk: FrontDesk, customer_id: int, programme_id: int, people: int = 1) -> PassOutcome:
    return desk.submit(desk.passes.use, desk.act(), customer_id, programme_id, people).result()


def undo(desk: FrontDesk, gesture: bytes) -> StampOutcome:
    return desk.submit(desk.loyalty.undo, desk.act(), gesture).result()


def card(desk: FrontDesk, customer_id: int) -> CardView:
    (found,) = desk.passes.cards(customer_id, desk.now())
    return found


def last_day(desk: FrontDesk, validity: Validity | None) -> str:
    assert validity is not None
    return datetime.fromtimestamp(validity.until / 1000 - 1, desk.zone).date().isoformat()


def lines(desk: FrontDesk, customer_id: int) -> list[GreetingLine]:
    about = (LineKind.PASS_ENDING, LineKind.PASS_USED_UP, LineKind.PASS_OVER)
    return [line for line in desk.greetings.open(customer_id, desk.now()).lines if line.kind in about]


def in_order(desk: FrontDesk) -> bool:
    return verify_store(desk.paths.store, [desk.chain_key()]).faults == ()


def test_a_pass_is_sold_used_and_used_up(desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int) -> None:
    noy = enrol("Noy")
    bought = sell(desk, noy, ten)
    assert bought.card.validity is not None
    assert (bought.card.validity.visits_left, bought.card.balance) == (10, 10)
    assert last_day(desk, bought.card.validity) == "2027-02-19"
    for left in range(9, -1, -1):
        clock.forward(days=1)
        taken = use(desk, noy, ten)
        assert taken.card.validity is not None
        assert (taken.count, taken.card.validity.visits_left, taken.card.balance) == (1, left, left)
    clock.forward(days=1)
    with pytest.raises(Refused) as refused:
        use(desk, noy, ten)
    assert (refused.value.code, refused.value.remedy) == (RefusalCode.PASS_USED_UP, Remedy.RENEW_PASS)
    assert [line.kind for line in lines(desk, noy)] == [LineKind.PASS_USED_UP]
    assert desk.greetings.open(noy, clock.at).summary.visits == 11
    assert in_order(desk)


def test_a_pass_that_was_never_bought_or_is_over_is_refused(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    for programme_id in (ten, month):
        with pytest.raises(Refused) as refused:
            use(desk, noy, programme_id)
        assert refused.value.code is RefusalCode.NO_PASS
        sell(desk, noy, programme_id)
    clock.forward(days=100)
    for programme_id in (ten, month):
        with pytest.raises(Refused) as refused:
            use(desk, noy, programme_id)
        assert (refused.value.code, refused.value.remedy) == (RefusalCode.PASS_OVER, Remedy.RENEW_PASS)
    assert in_order(desk)


def test_the_same_gesture_twice_sells_and_uses_once(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    for programme_id in (ten, month):
        sale, entry = desk.act(), desk.act()
        for method, act in ((desk.passes.sell, sale), (desk.passes.use, entry)):
            outcomes = [desk.submit(method, act, noy, programme_id).result() for _ in range(2)]
            assert [(each.repeated, each.again) for each in outcomes] == [(False, False), (True, False)]
            assert outcomes[0].card == outcomes[1].card
    counts = [(entry.kind, entry.stamps) for entry in desk.loyalty.history(noy)]
    assert counts == [(EntryKind.EARNED, 1), (EntryKind.REDEEMED, -1), (EntryKind.EARNED, 10)]
    assert in_order(desk)


def test_once_a_visit_is_enough_and_a_group_pays_for_each(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    sell(desk, noy, ten)
    clock.forward(hours=5)
    assert use(desk, noy, ten).card.balance == 9
    clock.forward(minutes=20)
    again = use(desk, noy, ten)
    assert (again.again, again.count, again.card.balance) == (True, 0, 9)
    grown = use(desk, noy, ten, people=3)  # two more have come
    assert (grown.again, grown.count, grown.card.balance) == (False, 2, 7)
    clock.forward(hours=2)
    assert use(desk, noy, ten, people=2).card.balance == 5
    with pytest.raises(Refused) as refused:
        use(desk, noy, ten, people=25)
    assert refused.value.code is RefusalCode.TOO_MANY_AT_ONCE
    clock.forward(hours=2)
    with pytest.raises(Refused) as refused:
        use(desk, noy, ten, people=6)
    assert (refused.value.code, refused.value.facts) == (RefusalCode.PASS_USED_UP, {"left": 5})
    sell(desk, noy, month)
    with pytest.raises(Refused) as refused:  # a membership is for one person
        use(desk, noy, month, people=2)
    assert refused.value.facts == {"most": 1}
    assert in_order(desk)


def test_a_membership_takes_no_count_and_renewing_it_adds_to_it(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, month: int
) -> None:
    noy = enrol("Noy")
    assert card(desk, noy).validity is None
    assert last_day(desk, sell(desk, noy, month).card.validity) == "2026-12-19"
    clock.forward(days=3)
    used = use(desk, noy, month)
    assert (used.count, used.again, used.card.balance) == (1, False, 1)
    assert use(desk, noy, month).again
    assert last_day(desk, sell(desk, noy, month, 2).card.validity) == "2027-02-19"
    greeting = desk.greetings.open(noy, clock.at)
    assert greeting.passes == (card(desk, noy),)
    assert [each.programme.name for each in greeting.cards] == ["Coffee card"]
    assert [(visit.stamps, visit.rewards, visit.passes) for visit in greeting.recent] == [
        (0, 0, 2),
        (0, 0, 1),
    ]
    assert in_order(desk)


def test_a_sale_taken_back_gives_exactly_what_was_before(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    for programme_id in (ten, month):
        before = sell(desk, noy, programme_id)
        clock.forward(days=2)
        renewed = sell(desk, noy, programme_id)
        assert renewed.card.validity != before.card.validity
        assert undo(desk, renewed.gesture).card.validity == before.card.validity
        undo(desk, before.gesture)
        assert {each.programme.id: each.validity for each in desk.passes.cards(noy, clock.at)}[
            programme_id
        ] is None
    assert desk.greetings.open(noy, clock.at).summary.visits == 0
    assert in_order(desk)


def test_a_use_taken_back_is_given_back_with_its_visit(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    for programme_id in (ten, month):
        bought = sell(desk, noy, programme_id)
        clock.forward(days=1)
        used = use(desk, noy, programme_id)
        undone = undo(desk, used.gesture)
        assert undone.card.validity == bought.card.validity
        with pytest.raises(Refused) as refused:
            undo(desk, used.gesture)
        assert refused.value.code is RefusalCode.ALREADY_UNDONE
        assert not use(desk, noy, programme_id).again  # it is free to be used in this visit
        clock.forward(days=1)
    assert desk.greetings.open(noy, clock.at).summary.visits == 4
    assert in_order(desk)


def test_a_visit_on_a_membership_stands_when_a_stamp_of_it_is_taken_back(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, month: int
) -> None:
    noy = enrol("Noy")
    sell(desk, noy, month)
    clock.forward(days=1)
    use(desk, noy, month)
    stamped = desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 1).result()
    undo(desk, stamped.gesture)
    assert desk.greetings.open(noy, clock.at).summary.visits == 2
    assert in_order(desk)


def test_a_use_whose_sale_was_taken_back_is_owed_by_the_next(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int
) -> None:
    noy = enrol("Noy")
    sale = sell(desk, noy, ten)
    use(desk, noy, ten)
    assert undo(desk, sale.gesture).card.balance == -1
    again = sell(desk, noy, ten).card
    assert again.validity is not None
    assert (again.balance, again.validity.visits_left) == (9, 9)
    assert in_order(desk)


def test_two_records_that_are_one_have_one_pass(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy, noi = enrol("Noy"), enrol("Noi")
    for programme_id in (ten, month):
        sell(desk, noy, programme_id)
        sell(desk, noi, programme_id)
    merged = desk.submit(desk.merging.merge, desk.act(), noy, noi).result().merge
    clock.forward(days=1)
    one = {each.programme.id: each.validity for each in desk.passes.cards(noi, clock.at)}
    assert (one[ten] or pytest.fail("no pass")).visits_left == 20
    assert last_day(desk, one[month]) == "2027-01-19"
    used = [use(desk, noi, programme_id) for programme_id in (ten, month)]
    desk.submit(desk.merging.unmerge, desk.act(), merged.id).result()
    left = [desk.passes.cards(id_, clock.at)[0].validity for id_ in (noy, noi)]
    assert [each.visits_left for each in left if each is not None] == [9, 10]
    for each in used:
        undo(desk, each.gesture)
    assert in_order(desk)


def test_a_change_of_terms_leaves_what_was_sold_as_it_was(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int
) -> None:
    noy = enrol("Noy")
    sell(desk, noy, ten)
    clock.forward(days=1)
    terms = Terms(passes=PassTerms(visits=5, months=1))
    desk.submit(desk.programmes.change, desk.act(), ten, terms).result()
    before = card(desk, noy).validity
    assert (last_day(desk, before), before.visits_left if before else 0) == ("2027-02-19", 10)
    after = sell(desk, noy, ten).card
    assert after.validity is not None
    assert after.ending is not None
    assert (after.validity.visits_left, after.ending.stamps) == (15, 5)


def test_a_pass_that_is_not_sold_any_more_can_be_used_up(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy, fon = enrol("Noy"), enrol("Fon")
    sell(desk, noy, ten)
    desk.submit(desk.programmes.retire, desk.act(), ten, clock.at + 10 * 86_400_000).result()
    with pytest.raises(Refused) as refused:
        sell(desk, noy, ten)
    assert refused.value.code is RefusalCode.PROGRAMME_RETIRED
    clock.forward(days=9)
    assert use(desk, noy, ten).card.balance == 9
    assert [each.programme.id for each in desk.passes.cards(fon, clock.at)] == [month]
    clock.forward(days=2)
    with pytest.raises(Refused) as refused:
        use(desk, noy, ten)
    assert refused.value.code is RefusalCode.REDEEMING_OVER
    soon = Span(starts_at=clock.at + 1)
    desk.submit(desk.programmes.set_span, desk.act(), month, soon).result()
    with pytest.raises(Refused) as refused:
        sell(desk, noy, month)
    assert refused.value.code is RefusalCode.PROGRAMME_NOT_BEGUN


def test_a_stamp_card_is_no_pass(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    (coffee,) = desk.programmes.all()
    for method in (sell, use):
        with pytest.raises(Refused) as refused:
            method(desk, noy, coffee.id)
        assert refused.value.code is RefusalCode.NO_PROGRAMME
    with pytest.raises(Refused) as refused:
        sell(desk, noy, coffee.id, 25)
    assert refused.value.code is RefusalCode.TOO_MANY_AT_ONCE


def test_the_counter_says_what_ends_and_offers_to_renew_what_ended(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    noy = enrol("Noy")
    sell(desk, noy, month)  # until 19 December
    assert lines(desk, noy) == []
    clock.forward(days=23)
    (line,) = lines(desk, noy)
    assert (line.kind, line.number, line.card) == (
        LineKind.PASS_ENDING,
        0,
        desk.passes.cards(noy, clock.at)[1],
    )
    clock.forward(days=8)
    (line,) = lines(desk, noy)
    assert (line.kind, line.number) == (LineKind.PASS_OVER, 1)
    clock.forward(days=59)
    assert [line.number for line in lines(desk, noy)] == [60]
    clock.forward(days=1)
    assert lines(desk, noy) == []
    sell(desk, noy, ten)
    clock.forward(days=85)
    (line,) = lines(desk, noy)
    assert (line.kind, line.number) == (LineKind.PASS_ENDING, 10)


def test_who_is_to_be_reminded(desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int) -> None:
    noy, fon, bua, dao = enrol("Noy"), enrol("Fon"), enrol("Bua"), enrol("Dao")
    sell(desk, noy, month)
    clock.forward(days=3)
    sell(desk, fon, month)
    renewed = sell(desk, bua, month)
    taken_back = sell(desk, dao, month)
    undo(desk, taken_back.gesture)
    clock.forward(days=20)
    sell(desk, bua, month)
    sell(desk, bua, ten)
    clock.forward(days=9)
    ends = {id_: validity_of(desk, id_, month).until for id_ in (noy, fon, bua)}
    found = desk.passes.ending_between(clock.at, 7)
    assert found == (PassEnding(noy, month, ends[noy]), PassEnding(fon, month, ends[fon]))
    assert ends[noy] < clock.at < ends[fon]
    assert renewed.card.validity is not None
    assert ends[bua] > renewed.card.validity.until


def test_only_those_that_have_ended_are_asked_for_and_who_left_is_not_among_them(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, month: int
) -> None:
    noy, fon, bua = enrol("Noy"), enrol("Fon"), enrol("Bua")
    sell(desk, noy, month)
    sell(desk, bua, month)
    clock.forward(days=5)
    sell(desk, fon, month)
    clock.forward(days=28)
    desk.submit(desk.leaving.leave, desk.act(), bua).result()
    assert [each.customer_id for each in desk.passes.ending_between(clock.at, 7)] == [noy, fon]
    assert [each.customer_id for each in desk.passes.ending_between(clock.at, 7, ahead=0)] == [noy]
    sell(desk, noy, month)
    assert not desk.passes.ending_between(clock.at, 7, ahead=0)


def test_at_any_day_those_are_found_whose_cards_say_so(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int
) -> None:
    """Sales at random, also of several at once, in joined records, and taken back: nobody is missed."""
    chance = Random(7)
    people = [enrol(f"P{number}") for number in range(24)]
    desk.submit(desk.merging.merge, desk.act(), people[0], people[1]).result()
    for _ in range(140):
        clock.forward(days=chance.randint(0, 3))
        sold = sell(desk, chance.choice(people), chance.choice((ten, month)), chance.choice((1, 1, 3)))
        if chance.random() < 0.2:
            undo(desk, sold.gesture)
    for days in (7, 40):
        wanted = {
            (desk.customers.get(person).id, card.programme.id, card.validity.until)
            for person in people
            for card in desk.passes.cards(person, clock.at)
            if card.validity is not None and abs(card.validity.until - clock.at) <= days * DAY
        }
        found = desk.passes.ending_between(clock.at, days)
        assert {(each.customer_id, each.programme_id, each.until) for each in found} == wanted
        assert wanted


def test_the_share_that_was_not_renewed_opens_into_its_people(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, month: int, ten: int
) -> None:
    noy, fon, bua, dao = enrol("Noy"), enrol("Fon"), enrol("Bua"), enrol("Dao")
    began = clock.at
    for each in (noy, fon, bua):
        sell(desk, each, month)
    sell(desk, dao, ten)
    clock.forward(days=20)
    sell(desk, fon, month)  # before its end
    clock.forward(days=15)
    (figure,) = desk.passes.figures(began, clock.at)
    assert (figure.kind, figure.unit, figure.of) == (FigureKind.NOT_RENEWED, Unit.SHARE, 3)
    assert figure.value == pytest.approx(2 / 3)
    assert {each.customer_id for each in figure.people} == {noy, bua}
    sell(desk, bua, month)  # later, and yet
    (figure,) = desk.passes.figures(began, clock.at + 1)
    assert [(each.customer_id, each.note) for each in figure.people] == [(noy, "Gym pass")]
    (nothing,) = desk.passes.figures(began - DAY, began)
    assert (nothing.value, nothing.of) == (None, 0)


def validity_of(desk: FrontDesk, customer_id: int, programme_id: int) -> Validity:
    for each in desk.passes.cards(customer_id, desk.now()):
        if each.programme.id == programme_id and each.validity is not None:
            return each.validity
    raise AssertionError


@pytest.mark.parametrize("leap", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_that_was_wrong_for_an_hour_takes_nothing_away(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, ten: int, month: int, leap: timedelta
) -> None:
    noy = enrol("Noy")
    for programme_id in (ten, month):
        sell(desk, noy, programme_id)
    before = desk.passes.cards(noy, clock.at)
    began = clock.at
    clock.at += int(leap.total_seconds() * 1000)
    desk.expiring.sweep(clock.at)
    desk.greetings.open(noy, clock.at)
    for programme_id in (ten, month):
        if leap.days > 0:
            with pytest.raises(Refused):
                use(desk, noy, programme_id)
    clock.at = began
    assert desk.passes.cards(noy, clock.at) == before
    assert in_order(desk)


@pytest.mark.parametrize(
    ("tampered", "undone", "found"),
    [
        ("UPDATE check_in SET void = 1", False, FaultCode.WRONG_UNDO),
        ("DELETE FROM check_in", False, FaultCode.ACT_WITHOUT_ENTRY),
        ("UPDATE check_in SET void = 0", True, FaultCode.WRONG_UNDO),
    ],
)
def test_a_use_of_a_membership_that_was_tampered_with_is_found(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, month: int, tampered: str, undone: bool, found: FaultCode
) -> None:
    noy = enrol("Noy")
    sell(desk, noy, month)
    clock.forward(days=1)
    used = use(desk, noy, month)
    if undone:
        undo(desk, used.gesture)
    assert in_order(desk)
    desk.store.submit(lambda: desk.store.write().run(tampered)).result()
    report = verify_store(desk.paths.store, [desk.chain_key()])
    assert [fault.code for fault in report.faults] == [found]


def test_who_is_not_on_the_staff_sells_nothing(desk: FrontDesk, enrol: Enrol, ten: int) -> None:
    noy = enrol("Noy")
    nobody = replace(desk.act(), staff_id=99)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.passes.sell, nobody, noy, ten).result()
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    assert card(desk, noy).validity is None
