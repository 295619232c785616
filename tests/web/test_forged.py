"""Codes that this shop never printed: none opens anything, and the store is not even asked."""

import asyncio
import random

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.paper.codes import ALPHABET
from frontdesk.storage.feedback import feedback_cards
from frontdesk.web.answering import Answering
from tests.web.conftest import ALL_DAY, Unwired, came

RANDOM_CODES = 20_000
"""To guess one of a shop's codes is as likely as 1 in 2⁴⁰, each time: more would say no more."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes that the store was asked about."""
    asked: list[str] = []
    look_up = feedback_cards.card_by_code
    monkeypatch.setattr(
        feedback_cards, "card_by_code", lambda db, code: asked.append(code) or look_up(db, code)
    )
    return asked


@pytest.mark.parametrize("limits", [ALL_DAY])
def test_every_change_of_one_character_is_refused(
    answering: Answering, card: FeedbackCard, desk: FrontDesk, asked: list[str]
) -> None:
    phone = Unwired(answering)
    assert asyncio.run(phone.get(f"/{card.code}")).status == 200
    assert asked == [card.code]
    changed = [
        card.code[:at] + other + card.code[at + 1 :]
        for at, letter in enumerate(card.code)
        for other in ALPHABET
        if other != letter
    ]
    assert len(changed) == 17 * 31

    async def post_each() -> set[int]:
        return {await phone.post(f"/{code}", {"mood": "1"}) for code in changed}

    assert asyncio.run(post_each()) == {404}
    assert asked == [card.code]
    assert came(desk) == ()


def test_no_random_code_is_accepted(
    desk: FrontDesk, answering: Answering, card: FeedbackCard, asked: list[str]
) -> None:
    rng = random.Random(5)
    letters = "".join(rng.choices(ALPHABET, k=16 * RANDOM_CODES))
    for at in range(0, len(letters), 16):
        assert answering.card_of(f"F{letters[at : at + 16]}") is None
    assert asked == []
    found = answering.card_of(card.code)
    assert found is not None
    assert found.id == card.id
