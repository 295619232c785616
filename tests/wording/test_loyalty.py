"""Where a card stands, in words."""

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView, card_view
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Span, Terms
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.loyalty import amount_sentence, card_sentence, stamp_sentence, undone_sentence

EN = texts_for("en")
NOW = 1000


def sentence(balance: int, span: Span | None = None, price: int = 5) -> str:
    terms = Terms((Reward(1, price, Said("coffee")),))
    programme = Programme(1, Look(Said("Coffee card")), (terms,), span=span or Span())
    return card_sentence(EN, card_view(programme, balance, NOW))


@pytest.mark.parametrize(
    ("balance", "span", "said"),
    [
        (7, Span(), "Ready: 1 × free coffee, and 2 stamps on the next card."),
        (3, Span(), "3 of 5. 2 more to the free coffee."),
        (7, Span(retired_at=1, redeem_until=NOW), "7 stamps. The last day for this card's rewards is over."),
        (5, Span(redeem_until=NOW), "5 stamps. The last day for this card's rewards is over."),
        (7, Span(starts_at=NOW + 1), "7 stamps. The rewards can be taken when the programme begins."),
        (
            7,
            Span(retired_at=1, redeem_until=NOW + 1),
            "Ready: 1 × free coffee, and 2 stamps on the next card.",
        ),
    ],
)
def test_a_card_says_what_comes_or_why_nothing_does(balance: int, span: Span, said: str) -> None:
    assert sentence(balance, span) == said


def test_of_a_single_stamp_it_is_said_in_the_singular() -> None:
    over, before = Span(redeem_until=NOW), Span(starts_at=NOW + 1)
    assert sentence(1, over, 1) == "1 stamp. The last day for this card's rewards is over."
    assert sentence(1, before, 1) == "1 stamp. The rewards can be taken when the programme begins."


TIERS = Terms((Reward(1, 5, Said("lime soda")), Reward(2, 10, Said("lunch"))))


def tiers(balance: int) -> CardView:
    return card_view(Programme(2, Look(Said("Lunch card")), (TIERS,)), balance, NOW)


def coffee(balance: int) -> CardView:
    terms = Terms((Reward(1, 5, Said("coffee")),))
    return card_view(Programme(1, Look(Said("Coffee card")), (terms,)), balance, NOW)


def stamped(card: CardView, stamps: int, *others: CardView, item: str = "") -> StampOutcome:
    return StampOutcome(1, card, b"g", EntryKind.EARNED, stamps, False, Changes(), item, others=others)


@pytest.mark.parametrize(
    ("balance", "said"),
    [
        (3, "3 of 10. 2 more to the free lime soda."),
        (4, "4 of 10. One more to the free lime soda."),
        (5, "Ready: free lime soda. 5 more to the free lunch."),
        (8, "Ready: free lime soda. 2 more to the free lunch."),
        (12, "12 stamps: free lime soda or free lunch is ready."),
    ],
)
def test_a_card_with_two_rewards_speaks_of_the_next_one_and_of_no_next_card(balance: int, said: str) -> None:
    assert card_sentence(EN, tiers(balance)) == said


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (stamped(coffee(3), 1), "1 stamp for Noy: 3 of 5."),
        (stamped(coffee(7), 1), "1 stamp for Noy: 7 on the card."),
        (stamped(tiers(5), 1), "Ready for Noy: free lime soda (5 of 10)."),
        (stamped(tiers(7), 1), "1 stamp for Noy: 7 of 10."),
        (stamped(coffee(5), 1), "Noy's card is full: free coffee is ready."),
    ],
)
def test_what_a_stamp_did_is_counted_as_the_card_counts(outcome: StampOutcome, said: str) -> None:
    assert stamp_sentence(EN, outcome, "Noy") == said


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (stamped(coffee(3), 1), "1 stamp for Noy: Coffee card, 3 of 5."),
        (stamped(coffee(7), 1), "1 stamp for Noy: Coffee card, 7 on it."),
        (stamped(coffee(5), 1), "Noy's card is full (Coffee card): free coffee is ready."),
        (
            stamped(coffee(3), 1, tiers(4)),
            "1 stamp for Noy: Coffee card, 3 of 5. Also stamped: Lunch card, 4 of 10.",
        ),
        (
            stamped(coffee(3), 0, tiers(4), item="Soup"),
            "Soup noted for Noy. Also stamped: Lunch card, 4 of 10.",
        ),
    ],
)
def test_of_several_cards_each_that_got_something_is_named(outcome: StampOutcome, said: str) -> None:
    assert stamp_sentence(EN, outcome, "Noy", named=True) == said


def test_an_amount_says_no_stamp_yet_only_when_no_card_got_one() -> None:
    def said(*others: CardView) -> str:
        return amount_sentence(EN, stamped(coffee(3), 0, *others), "Noy", "9 LAK", named=True)

    assert said() == "9 LAK noted for Noy, and no stamp yet: Coffee card, 3 of 5."
    assert said(tiers(4)) == "9 LAK noted for Noy. Also stamped: Lunch card, 4 of 10."


def test_an_undo_names_the_card_among_several() -> None:
    assert undone_sentence(EN, coffee(3), "Noy") == "Taken back. Noy: 3 of 5. 2 more to the free coffee."
    named = undone_sentence(EN, coffee(3), "Noy", named=True)
    assert named == "Taken back. Noy, Coffee card: 3 of 5. 2 more to the free coffee."
