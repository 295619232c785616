"""Every printed feedback card is recorded before it is printed."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused


def test_each_card_has_its_own_code_and_link(desk: FrontDesk) -> None:
    cards = desk.submit(desk.feedback.issue, desk.act(), 50, "lo").result().cards
    assert len({card.code for card in cards}) == 50
    assert cards[0].url == f"https://forms.example.com/r?c={cards[0].code}"
    assert desk.store.read().value("SELECT count(*) FROM feedback_card WHERE language = 'lo'") == 50


def test_a_repeat_prints_the_same_cards(desk: FrontDesk) -> None:
    act = desk.act()
    first = desk.submit(desk.feedback.issue, act, 3, "en").result()
    assert desk.submit(desk.feedback.issue, act, 3, "en").result() == first


def test_a_customers_own_card_knows_them(desk: FrontDesk) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "th", noy).result().cards
    assert card.customer_id == noy


@pytest.mark.parametrize("count", [0, 2001])
def test_a_senseless_number_is_refused(desk: FrontDesk, count: int) -> None:
    with pytest.raises(Refused) as refused:
        desk.submit(desk.feedback.issue, desk.act(), count, "en").result()
    assert refused.value.code is RefusalCode.TOO_MANY_AT_ONCE


def test_without_a_link_there_is_no_card(desk: FrontDesk) -> None:
    unset = replace(desk.shop.settings(), feedback_link="")
    desk.submit(desk.shop.save_settings, desk.act(), unset).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.feedback.issue, desk.act(), 1, "en").result()
    assert refused.value.code is RefusalCode.NO_FEEDBACK_LINK


def test_who_has_no_card_yet_is_known(desk: FrontDesk) -> None:
    noy, keo, maly = (
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Keo", "Maly")
    )
    desk.submit(desk.member_cards.codes_for, desk.act(), [noy]).result()
    assert desk.member_cards.without_card() == (maly, keo)
    desk.submit(desk.merging.merge, desk.act(), noy, keo).result()
    assert desk.member_cards.without_card() == (maly,)
    assert desk.member_cards.without_card(0) == ()
