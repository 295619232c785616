"""The sentences of the customer's screen: whole ones, in each language that a customer may have."""

import pytest

from frontdesk.domain.loyalty.cards import CardView, Offer, Validity
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Look,
    Programme,
    ProgrammeKind,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.said import Said
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts, texts_for
from frontdesk.wording import display

EN = texts_for("en")
COFFEE = Reward(1, 5, Said("coffee", (("lo", "ກາເຟ"),)))
TENTH = Reward(1, 5, Said("lunch"), RewardKind.PERCENT_OFF, value=10)


def price(amount: int) -> str:
    return f"{amount} LAK"


def card(balance: int, reward: Reward = COFFEE) -> CardView:
    terms = Terms((reward,))
    offers = (Offer(reward, 1, balance // reward.price),) if balance >= reward.price else ()
    return CardView(Programme(1, Look(Said("Card")), (terms,)), terms, balance, offers)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (Terms((COFFEE,)), "Buy 5, get 1 free"),
        (Terms((COFFEE,), Accrual(Basis.VISIT)), "5 stamps, and your next coffee is free"),
        (Terms((COFFEE,), Accrual(stamps=2)), "5 stamps, and your next coffee is free"),
        (Terms((TENTH,)), "5 stamps, and a reward is yours"),
        (Terms(()), ""),
    ],
)
def test_the_promise_is_what_the_card_gives(terms: Terms, said: str) -> None:
    assert display.promise(EN, terms) == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (card(3), "2 more, and your next coffee is free."),
        (card(4), "One more, and your next coffee is free."),
        (card(5), "Your free coffee is ready."),
        (card(4, TENTH), "One more, and a reward is yours."),
        (card(5, TENTH), "Your reward is ready."),
        (card(-2), "7 more, and your next coffee is free."),
    ],
)
def test_what_the_card_fills_up_for(shown: CardView, said: str) -> None:
    assert display.next_line(EN, shown) == said


@pytest.mark.parametrize(
    ("saved", "worth", "said"),
    [
        (25_000, 25_000, "You saved 25000 LAK."),
        (25_000, 75_000, "You saved 25000 LAK. You have saved 75000 LAK with us so far."),
        (0, 50_000, "You have saved 50000 LAK with us so far."),
        (0, 0, ""),
    ],
)
def test_what_they_saved_is_told_where_it_is_known(saved: int, worth: int, said: str) -> None:
    assert display.saved_line(EN, saved, ValueReceived(3, 3, worth), price) == said


def test_a_pass_tells_what_is_left_and_a_membership_thanks() -> None:
    terms = Terms(())
    swims = Programme(1, Look(Said("Swims")), (terms,), ProgrammeKind.PASS)
    for validity, said in (
        (Validity(1, 4, 10), "4 visits left on your pass"),
        (Validity(1, 1, 10), "1 visit left on your pass"),
        (Validity(1), "Thank you for coming!"),
    ):
        assert display.pass_line(EN, CardView(swims, terms, 0, validity=validity)) == said


def test_the_reward_has_its_name_in_the_customers_language() -> None:
    assert "ກາເຟ" in display.enjoy(texts_for("lo"), COFFEE)


@pytest.mark.parametrize("language", [code for code in CUSTOMER_LANGUAGES if code != "en"])
def test_every_sentence_is_in_the_customers_language(language: str) -> None:
    def everything(texts: Texts) -> list[str]:
        calls = display.call_words(texts)
        return [
            display.promise(texts, Terms((COFFEE,))),
            display.next_line(texts, card(3)),
            display.next_line(texts, card(5)),
            display.gained(texts, 2),
            display.enjoy(texts, COFFEE),
            display.enjoy(texts, TENTH),
            display.saved_line(texts, 1, ValueReceived(2, 2, 2), price),
            display.on_duty_heading(texts),
            display.free_word(texts),
            calls.ask,
            calls.calling,
            calls.coming,
        ]

    for own, english in zip(everything(texts_for(language)), everything(EN), strict=True):
        assert own != english
