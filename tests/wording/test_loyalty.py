"""Where a card stands, in words."""

import pytest

from frontdesk.domain.cards import card_view
from frontdesk.domain.programmes import Look, Programme, Reward, Span, Terms
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.loyalty import card_sentence

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
