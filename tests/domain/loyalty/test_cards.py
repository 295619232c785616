"""What may be taken for a card: tiers, and what older terms still owe."""

from collections.abc import Iterator

import pytest

from frontdesk.domain.loyalty.cards import CardView, Lot, card_view, unspent
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Span, Terms
from frontdesk.domain.said import Said

HOUR = 60 * 60 * 1000
COFFEE, LUNCH, TEA = Said("coffee"), Said("lunch"), Said("tea")


def terms(*rewards: tuple[int, Said], starts_at: int = 0, id_: int = 1) -> Terms:
    found = tuple(Reward(number, price, what) for number, (price, what) in enumerate(rewards, 1))
    return Terms(found, starts_at=starts_at, id=id_)


def programme(*versions: Terms, span: Span | None = None) -> Programme:
    return Programme(1, Look(Said("Card")), versions, span=span or Span())


TIERS = programme(terms((5, COFFEE), (10, LUNCH)))
CHANGED = programme(terms((5, COFFEE)), terms((10, COFFEE), starts_at=100 * HOUR, id_=2))


def told(card: CardView) -> list[tuple[str, int, int, bool]]:
    return [(str(each.reward.what), each.reward.price, each.times, each.kept) for each in card.offers]


@pytest.mark.parametrize(
    ("balance", "offered", "ready", "short", "nearest"),
    [
        (0, [], 0, 5, 5),
        (4, [], 0, 1, 5),
        (5, [("coffee", 5, 1, False)], 1, 0, 10),
        (9, [("coffee", 5, 1, False)], 1, 0, 10),
        (10, [("coffee", 5, 2, False), ("lunch", 10, 1, False)], 2, 0, 5),
        (-2, [], 0, 7, 5),
    ],
)
def test_each_tier_is_offered_when_the_card_reaches_it(
    balance: int, offered: list[tuple[str, int, int, bool]], ready: int, short: int, nearest: int
) -> None:
    card = card_view(TIERS, balance, at=1)
    assert told(card) == offered
    assert (card.rewards_ready, card.short, card.goal) == (ready, short, 10)
    assert card.next_reward
    assert card.next_reward.price == nearest


@pytest.mark.parametrize(
    ("lots", "offered"),
    [
        ([Lot(1, 1, 4, 50 * HOUR)], []),  # nothing was ready by then
        ([Lot(1, 1, 7, 50 * HOUR)], [("coffee", 5, 1, True)]),
        ([Lot(1, 1, 11, 50 * HOUR)], [("coffee", 10, 1, False), ("coffee", 5, 2, True)]),
        ([Lot(2, 1, 3, 150 * HOUR), Lot(1, 1, 6, 50 * HOUR)], [("coffee", 5, 1, True)]),
        ([Lot(2, 1, 9, 150 * HOUR)], []),  # all of it was earned after the change
        ([Lot(2, 1, 1, 100 * HOUR), Lot(1, 1, 5, 99 * HOUR)], [("coffee", 5, 1, True)]),
    ],
)
def test_what_was_ready_when_the_terms_changed_stays_at_its_price(
    lots: list[Lot], offered: list[tuple[str, int, int, bool]]
) -> None:
    balance = sum(lot.left for lot in lots)
    assert told(card_view(CHANGED, balance, 200 * HOUR, lots)) == offered


def test_before_the_change_the_older_terms_hold() -> None:
    assert told(card_view(CHANGED, 7, 99 * HOUR, [Lot(1, 1, 7, 50 * HOUR)])) == [("coffee", 5, 1, False)]


def test_a_reward_that_is_no_dearer_now_is_not_offered_twice() -> None:
    cheaper = programme(terms((10, COFFEE)), terms((5, COFFEE), starts_at=100 * HOUR, id_=2))
    assert told(card_view(cheaper, 12, 200 * HOUR, [Lot(1, 1, 12, 50 * HOUR)])) == [("coffee", 5, 2, False)]


def test_another_reward_that_was_ready_is_kept_beside_the_new_one() -> None:
    other = programme(terms((5, COFFEE)), terms((5, TEA), starts_at=100 * HOUR, id_=2))
    assert told(card_view(other, 5, 200 * HOUR, [Lot(1, 1, 5, 50 * HOUR)])) == [
        ("tea", 5, 1, False),
        ("coffee", 5, 1, True),
    ]


def test_a_version_that_was_replaced_before_it_held_owes_nothing() -> None:
    replaced = programme(
        terms((5, COFFEE)),
        terms((2, TEA), starts_at=100 * HOUR, id_=2),
        terms((9, TEA), starts_at=100 * HOUR, id_=3),
    )
    assert told(card_view(replaced, 5, 200 * HOUR, [Lot(1, 1, 5, 50 * HOUR)])) == [("coffee", 5, 1, True)]


def test_a_price_that_was_mistyped_for_a_moment_owes_nothing() -> None:
    mistyped = programme(
        terms((5, COFFEE)),
        terms((2, COFFEE), starts_at=100 * HOUR, id_=2),
        terms((5, COFFEE), starts_at=101 * HOUR - 1, id_=3),
    )
    assert told(card_view(mistyped, 4, 200 * HOUR, [Lot(1, 1, 4, 50 * HOUR)])) == []


def test_how_many_could_be_taken_counts_the_kept_ones_first() -> None:
    card = card_view(CHANGED, 16, 200 * HOUR, [Lot(1, 1, 16, 50 * HOUR)])
    assert card.rewards_ready == 3  # three at the old price; one stamp is left for the new card
    card = card_view(CHANGED, 16, 200 * HOUR, [Lot(2, 1, 10, 150 * HOUR), Lot(1, 1, 6, 50 * HOUR)])
    assert card.rewards_ready == 2  # one at 5, and 11 are left: one at 10


@pytest.mark.parametrize(("at", "ready"), [(499, 1), (500, 0)])
def test_rewards_can_be_taken_until_the_last_day(at: int, ready: int) -> None:
    ending = programme(terms((5, COFFEE)), span=Span(retired_at=300, redeem_until=500))
    assert card_view(ending, 5, at).rewards_ready == ready


def test_the_latest_stamps_are_what_is_left() -> None:
    earned = [Lot(3, 1, 4, 30), Lot(2, 1, 0, 20), Lot(1, 2, 5, 10)]
    assert unspent(earned, 6) == (Lot(3, 1, 4, 30), Lot(1, 2, 2, 10))
    assert unspent(earned, 0) == ()
    assert unspent(iter(earned), -3) == ()


def test_no_more_is_read_than_the_balance_asks_for() -> None:
    read = []

    def earned() -> Iterator[Lot]:
        for number in range(1000):
            read.append(number)
            yield Lot(number, 1, 1, 1000 - number)

    assert len(unspent(earned(), 3)) == 3
    assert len(read) <= 4
