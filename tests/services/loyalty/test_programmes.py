"""Programmes are set up, changed from a day on and retired; what was promised stays."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Look,
    PassTerms,
    Programme,
    ProgrammeDraft,
    ProgrammeKind,
    Reward,
    Span,
    Terms,
    stamp_card,
)
from frontdesk.domain.loyalty.terms_checks import BadTerms, TermsFault
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.said import Said
from tests.conftest import FakeClock

DAY = 24 * 60 * 60 * 1000
FIVE, TEN = Reward(1, 5, Said("coffee")), Reward(1, 10, Said("coffee"))


def main(desk: FrontDesk) -> Programme:
    return desk.programmes.all()[0]


def enrol(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def stamp(desk: FrontDesk, customer: int, count: int) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer, count).result()


def test_a_programme_is_added_once_however_often_it_is_sent(desk: FrontDesk) -> None:
    act, draft = desk.act(), stamp_card("  Lunch card ", 8, "lunch", "soup")
    added = desk.submit(desk.programmes.add, act, draft).result()
    again = desk.submit(desk.programmes.add, act, draft).result()
    assert added.programme == again.programme
    assert [each.name for each in desk.programmes.all()] == ["Coffee card", "Lunch card"]


def test_a_dearer_reward_leaves_what_was_ready_at_its_price(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    stamp(desk, noy, 7)
    clock.forward(days=1)
    desk.submit(desk.programmes.change, desk.act(), main(desk).id, Terms((TEN,))).result()
    (card,) = desk.loyalty.cards(noy, desk.now())
    assert [(offer.reward.price, offer.times, offer.kept) for offer in card.offers] == [(5, 1, True)]
    clock.forward(days=1)
    stamp(desk, noy, 9)
    (card,) = desk.loyalty.cards(noy, desk.now())
    assert [(offer.reward.price, offer.kept) for offer in card.offers] == [(10, False), (5, True)]
    taken = desk.submit(desk.loyalty.redeem, desk.act(), noy, offer=card.offers[1]).result()
    assert (taken.stamps, taken.card.balance, taken.reward) == (-5, 11, FIVE)
    taken = desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    assert (taken.stamps, taken.card.balance, taken.card.offers) == (-10, 1, ())
    assert desk.verifier.verify().ok


def test_a_change_holds_from_its_day_on(desk: FrontDesk, clock: FakeClock) -> None:
    noy, monday = enrol(desk), desk.now() + 3 * DAY
    saved = desk.submit(desk.programmes.change, desk.act(), main(desk).id, Terms((TEN,)), monday).result()
    coming = saved.programme.coming(desk.now())
    assert coming is not None
    assert coming.starts_at == monday
    stamp(desk, noy, 5)
    assert desk.submit(desk.loyalty.redeem, desk.act(), noy).result().stamps == -5
    clock.forward(days=3)
    stamp(desk, noy, 5)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    assert refused.value.facts == {"short": 5}


def test_a_change_never_reaches_back(desk: FrontDesk) -> None:
    desk.submit(
        desk.programmes.change, desk.act(), main(desk).id, Terms((TEN,)), desk.now() - 9 * DAY
    ).result()
    assert [each.starts_at for each in main(desk).terms] == [0, desk.now()]


def test_words_and_picture_make_no_new_version(desk: FrontDesk) -> None:
    before = main(desk)
    look = Look(Said("Kaffee", (("lo", "ກາເຟ"), ("th", " "))), "cake", "teal")
    draft = ProgrammeDraft(look, before.terms[0], span=Span(ends_at=desk.now() + DAY))
    saved = desk.submit(desk.programmes.save, desk.act(), before.id, draft).result()
    assert saved.before == before
    assert saved.programme.terms == before.terms
    assert saved.programme.look == Look(Said("Kaffee", (("lo", "ກາເຟ"),)), "cake", "teal")
    assert saved.programme.span.ends_at == desk.now() + DAY
    changed = replace(draft, terms=replace(draft.terms, rewards=(TEN,)))
    saved = desk.submit(desk.programmes.save, desk.act(), before.id, changed).result()
    assert [each.goal for each in saved.programme.terms] == [5, 10]


def test_a_retired_programme_gives_its_rewards_until_the_day(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    stamp(desk, noy, 12)
    until = desk.now() + 30 * DAY
    desk.submit(desk.programmes.retire, desk.act(), main(desk).id, until).result()
    with pytest.raises(Refused) as refused:
        stamp(desk, noy, 1)
    assert refused.value.code is RefusalCode.PROGRAMME_RETIRED
    assert desk.submit(desk.loyalty.redeem, desk.act(), noy).result().card.balance == 7
    clock.forward(days=30)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    assert refused.value.code is RefusalCode.REDEEMING_OVER
    back = replace(main(desk).span, retired_at=None, redeem_until=None)
    desk.submit(desk.programmes.set_span, desk.act(), main(desk).id, back).result()
    assert desk.submit(desk.loyalty.redeem, desk.act(), noy).result().card.balance == 2


@pytest.mark.parametrize("method", ["set_span", "save"])
def test_no_end_is_set_for_a_time_gone_by(desk: FrontDesk, clock: FakeClock, method: str) -> None:
    def set_to(span: Span) -> Span:
        programme = main(desk)
        what = span if method == "set_span" else ProgrammeDraft(programme.look, programme.terms[0], span=span)
        how = getattr(desk.programmes, method)
        found: Span = desk.submit(how, desk.act(), programme.id, what).result().programme.span
        return found

    clock.forward(days=9)
    long_ago, now = desk.now() - 5 * DAY, desk.now()
    assert set_to(Span(ends_at=long_ago, redeem_until=long_ago)) == Span(ends_at=now, redeem_until=now)
    clock.forward(days=9)
    again = set_to(Span(ends_at=now, redeem_until=now - 1))
    assert again == Span(ends_at=now, redeem_until=desk.now())  # one that was there already is left alone


def test_before_its_first_day_nothing_is_earned(desk: FrontDesk, clock: FakeClock) -> None:
    noy, span = enrol(desk), Span(starts_at=desk.now() + DAY, ends_at=desk.now() + 2 * DAY)
    draft = replace(stamp_card("Festival", 3, "cake"), span=span)
    added = desk.submit(desk.programmes.add, desk.act(), draft).result().programme

    def tap() -> None:
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy, programme_id=added.id).result()

    with pytest.raises(Refused) as refused:
        tap()
    assert refused.value.code is RefusalCode.PROGRAMME_NOT_BEGUN
    clock.forward(days=1)
    tap()
    clock.forward(days=1)
    with pytest.raises(Refused) as refused:
        tap()
    assert refused.value.code is RefusalCode.PROGRAMME_RETIRED


@pytest.mark.parametrize("method", ["add", "change", "save", "set_span", "retire"])
def test_only_a_manager_sets_up_programmes(desk: FrontDesk, method: str) -> None:
    with_role = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    act = Act(desk.source.new_id(desk.now()), with_role.id, desk.till_id, desk.now())
    draft = stamp_card("Tea", 5, "tea")
    facts = {
        "add": (draft,),
        "change": (1, draft.terms),
        "save": (1, draft),
        "set_span": (1, Span()),
        "retire": (1,),
    }
    before = desk.programmes.all()
    with pytest.raises(Refused) as refused:
        desk.submit(getattr(desk.programmes, method), act, *facts[method]).result()
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    assert desk.programmes.all() == before


PASS = ProgrammeKind.PASS


@pytest.mark.parametrize(
    ("kind", "terms", "fault"),
    [
        (ProgrammeKind.STAMPS, Terms(), TermsFault.NO_REWARD),
        (ProgrammeKind.STAMPS, Terms((replace(FIVE, price=0),)), TermsFault.PRICE),
        (ProgrammeKind.STAMPS, Terms((replace(FIVE, price=201),)), TermsFault.PRICE),
        (ProgrammeKind.STAMPS, Terms((FIVE,) * 7), TermsFault.TOO_MANY_REWARDS),
        (ProgrammeKind.STAMPS, Terms((FIVE, TEN)), TermsFault.NUMBER),  # two with one number
        (ProgrammeKind.STAMPS, Terms((FIVE,), Accrual(Basis.AMOUNT)), TermsFault.NO_STEP),
        (ProgrammeKind.STAMPS, Terms((FIVE,), Accrual(stamps=0)), TermsFault.NUMBER),
        (ProgrammeKind.STAMPS, Terms((FIVE,), Accrual(most_per_day=0)), TermsFault.NUMBER),
        (ProgrammeKind.STAMPS, Terms((FIVE,), Accrual(boosts=(Boost(1),))), TermsFault.FACTOR),
        (ProgrammeKind.STAMPS, Terms((FIVE,), Accrual(boosts=(Boost(to_minute=0),))), TermsFault.HOURS),
        (ProgrammeKind.STAMPS, Terms((FIVE,), expiry=Expiry(ExpiryBasis.AGE, 0)), TermsFault.MONTHS),
        (PASS, Terms(), TermsFault.NO_PERIOD),
        (PASS, Terms(passes=PassTerms(visits=10, months=0)), TermsFault.NO_PERIOD),
        (PASS, Terms(passes=PassTerms(visits=0)), TermsFault.NUMBER),
        (ProgrammeKind.MEMBERSHIP, Terms(passes=PassTerms(visits=3)), TermsFault.NUMBER),
    ],
)
def test_what_cannot_be_promised_is_not_kept(
    desk: FrontDesk, kind: ProgrammeKind, terms: Terms, fault: TermsFault
) -> None:
    before = desk.programmes.all()
    with pytest.raises(BadTerms) as bad:
        desk.submit(desk.programmes.add, desk.act(), ProgrammeDraft(Look(Said("X")), terms, kind)).result()
    assert bad.value.fault is fault
    assert desk.programmes.all() == before
