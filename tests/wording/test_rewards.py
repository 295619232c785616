"""Rewards in words at the till: what to hand out, what to take off, what each would be."""

import pytest

from frontdesk.domain.loyalty.cards import Offer
from frontdesk.domain.loyalty.programmes import Reward, RewardKind
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.programme_rules import Told
from frontdesk.wording.rewards import choice_words, taken_sentence

EN = texts_for("en")
TOLD = Told(lambda amount: f"{amount:,} LAK", {7: "Latte", 8: "Mocha"}.__getitem__)
COFFEE = Said("coffee", (("lo", "ກາເຟ"),))


@pytest.mark.parametrize(
    ("reward", "said"),
    [
        (None, "Maria has the reward. Enjoy it!"),
        (Reward(1, 5, COFFEE), "Maria has the free coffee. Enjoy it!"),
        (
            Reward(1, 5, COFFEE, products=(7, 8), categories=("hot drinks",)),
            "Maria has the free coffee: one of hot drinks, Latte, and Mocha.",
        ),
        (Reward(1, 5, COFFEE, up_to=30_000), "Maria has the free coffee, up to 30,000 LAK."),
        (
            Reward(1, 5, COFFEE, products=(7,), up_to=30_000),
            "Maria has the free coffee: one of Latte, up to 30,000 LAK.",
        ),
        (Reward(1, 5, COFFEE, RewardKind.PERCENT_OFF, value=15), "Take 15 % off coffee for Maria."),
        (Reward(1, 5, COFFEE, RewardKind.AMOUNT_OFF, value=5_000), "Take 5,000 LAK off coffee for Maria."),
    ],
)
def test_the_cashier_reads_what_to_do(reward: Reward | None, said: str) -> None:
    assert taken_sentence(EN, reward, "Maria", TOLD) == said


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (Offer(Reward(1, 5, COFFEE), 1, 1), "free coffee (5 stamps)"),
        (Offer(Reward(1, 1, COFFEE), 1, 1, kept=True), "free coffee from the card before (1 stamp)"),
        (
            Offer(Reward(1, 5, COFFEE, RewardKind.AMOUNT_OFF, value=5_000), 1, 1),
            "5,000 LAK off coffee (5 stamps)",
        ),
        (Offer(Reward(1, 5, COFFEE, RewardKind.PERCENT_OFF, value=15), 1, 1), "15 % off coffee (5 stamps)"),
    ],
)
def test_a_choice_says_what_it_is_and_costs(offer: Offer, said: str) -> None:
    assert choice_words(EN, offer, TOLD) == said


def test_a_reward_speaks_the_language_of_the_till() -> None:
    assert "ກາເຟ" in taken_sentence(texts_for("lo"), Reward(1, 5, COFFEE), "Maria", TOLD)
