"""What a balance is owed: the offers of its card, one after the other, and the share of what is left."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.loyalty.cards import Lot, card_view, unspent
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, RewardKind, Span, Terms
from frontdesk.domain.office.reward_debt import Owed, as_lots, on_the_way, owed, usual_worth
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said

COFFEE, CAKE = Reward(1, 5, Said("coffee")), Reward(2, 8, Said("cake"))
HOUR = 3_600_000
BEGAN = 10 * HOUR
CARD = Programme(1, Look(Said("Card")), (Terms((COFFEE, CAKE), id=1),))
DEARER = replace(
    CARD,
    terms=(
        *CARD.terms,
        Terms((replace(COFFEE, price=7),), starts_at=BEGAN, id=2),
        Terms((replace(COFFEE, price=9),), starts_at=3 * BEGAN, id=3),
    ),
)


def twenty(reward: Reward) -> int:
    return 20 if reward.number == 1 else 0


def test_a_full_card_and_two_stamps_more() -> None:
    assert owed(CARD, 12, 0, (), twenty) == Owed(free=2, priced=2, worth=40, left=2)
    assert on_the_way(CARD, 2, 0, twenty) == 8


def test_stamps_that_are_owed_to_the_shop_are_no_debt_of_it() -> None:
    assert owed(CARD, -3, 0, (), twenty) == Owed()


def test_what_no_longer_earns_owes_its_rewards_and_nothing_on_the_way() -> None:
    assert owed(replace(CARD, span=Span(retired_at=1)), 7, 5, (), twenty) == Owed(1, 1, 20, 0)
    assert owed(replace(CARD, span=Span(redeem_until=1)), 7, 5, (), twenty).free == 0


@given(
    st.lists(st.tuples(st.integers(0, 50 * HOUR), st.integers(1, 9)), max_size=8),
    st.integers(0, 30),
)
def test_lots_told_by_what_was_earned_since_are_as_good_as_the_lots(
    earned: list[tuple[int, int]], spent: int
) -> None:
    lots = [Lot(number, 1, left, at) for number, (at, left) in enumerate(earned)]
    lots.sort(key=lambda lot: (lot.at, lot.entry_id), reverse=True)
    balance = sum(lot.left for lot in lots) - spent
    since = {
        terms.starts_at: sum(lot.left for lot in lots if lot.at >= terms.starts_at)
        for terms in DEARER.terms[1:]
    }
    if balance > 0:
        by_lots = card_view(DEARER, balance, 60 * HOUR, unspent(lots, balance))
        by_sums = card_view(DEARER, balance, 60 * HOUR, as_lots(balance, since))
        assert by_sums.offers == by_lots.offers


def test_what_may_be_one_of_several_is_worth_what_such_were_given_for() -> None:
    products = [Product(1, "Espresso", 10), Product(2, "Latte", 30), Product(3, "Water", 0)]
    assert usual_worth(COFFEE, 24, products) == 24
    assert usual_worth(COFFEE, 0, products) == 20
    assert usual_worth(replace(COFFEE, up_to=15), 0, products) == 15
    assert usual_worth(replace(COFFEE, products=(3,)), 0, products) == 0
    assert usual_worth(replace(COFFEE, kind=RewardKind.PERCENT_OFF, value=10), 0, products) == 0
    assert usual_worth(replace(COFFEE, kind=RewardKind.AMOUNT_OFF, value=7), 0, products) == 7
