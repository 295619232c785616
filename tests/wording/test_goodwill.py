"""A thank-you in words, in both languages of the counter."""

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Terms
from frontdesk.domain.loyalty.stamping import EntryKind, GoodwillReason, StampOutcome
from frontdesk.domain.said import Said
from frontdesk.texts import Texts, texts_for
from frontdesk.wording.goodwill import (
    given_sentence,
    left_sentence,
    made_good_sentence,
    reason_name,
    surprises_sentence,
)

EN, LO = texts_for("en"), texts_for("lo")
COFFEE = Programme(1, Look(Said("Coffee card")), (Terms((Reward(1, 5, Said("coffee")),)),))


def given(count: int) -> StampOutcome:
    card = CardView(COFFEE, COFFEE.terms[0], 3)
    return StampOutcome(1, card, b"g" * 16, EntryKind.GOODWILL, count, False, Changes())


def every_sentence(texts: Texts) -> list[str]:
    return [
        *(reason_name(texts, reason) for reason in GoodwillReason),
        given_sentence(texts, given(2), "Noy"),
        made_good_sentence(texts, given(2), "Noy"),
        *(left_sentence(texts, left) for left in (0, 2)),
        *(surprises_sentence(texts, left) for left in (0, 2)),
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 stamp for Noy as a thank-you: 3 of 5."), (2, "2 stamps for Noy as a thank-you: 3 of 5.")],
)
def test_what_was_given_and_where_the_card_stands(count: int, said: str) -> None:
    assert given_sentence(EN, given(count), "Noy") == said


def test_nobody_is_thanked_for_what_went_wrong() -> None:
    assert made_good_sentence(EN, given(2), "Noy") == "2 stamps for Noy, to make it good: 3 of 5."


def test_what_is_left_is_counted() -> None:
    assert left_sentence(EN, 1) == "1 stamp left for thank-yous today."
    assert left_sentence(EN, 2) == "2 stamps left for thank-yous today."
    assert surprises_sentence(EN, 1) == "1 surprise left for this week."
    assert "manager" in left_sentence(EN, 0)
    assert "new ones" in surprises_sentence(EN, 0)


def test_each_reason_is_told_from_the_others_in_lao_too() -> None:
    english, lao = every_sentence(EN), every_sentence(LO)
    assert len(set(english)) == len(set(lao)) == len(english)
    assert not set(english) & set(lao)
