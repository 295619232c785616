"""What random gestures found (test_loyalty_machine.py), each told as a story of its own."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Reward
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from tests.conftest import FakeClock


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def test_a_card_that_owes_stamps_offers_no_reward_of_older_terms(
    desk: FrontDesk, noy: int, clock: FakeClock
) -> None:
    given = desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 5).result()
    desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    clock.forward(minutes=1)
    (programme,) = desk.programmes.all()
    dearer = replace(programme.terms[0], rewards=(Reward(1, 9, Said("coffee")),))
    desk.submit(desk.programmes.change, desk.act(), programme.id, dearer).result()
    card = desk.submit(desk.loyalty.undo, desk.act(), given.gesture).result().card
    assert (card.balance, card.offers) == (-5, ())
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    assert refused.value.code is RefusalCode.STAMPS_SHORT


def test_an_undo_that_took_back_no_stamps_says_so_again_when_asked_again(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Water", stamps=0)).result()
    noted = desk.submit(desk.loyalty.add_item, desk.act(), noy, 1).result()
    undo = desk.act()
    for repeated in (False, True):
        outcome = desk.submit(desk.loyalty.undo, undo, noted.gesture).result()
        assert (outcome.repeated, outcome.kind, outcome.stamps) == (repeated, EntryKind.REVERSED, 0)
