"""How often somebody may send and ask: enough for a full house behind one address, never all of a poster."""

import asyncio
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.responses import MOST_A_CARD_AN_HOUR
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.web.answering import Answering
from frontdesk.web.http import Request
from frontdesk.web.limits import Limits
from tests.web.conftest import ALL_DAY, Phone, came, form


@pytest.mark.parametrize("limits", [ALL_DAY])
def test_a_shared_code_takes_many_answers_until_it_is_enough_and_the_words_stay(
    phone: Phone, poster: FeedbackCard, desk: FrontDesk
) -> None:
    for _ in range(MOST_A_CARD_AN_HOUR):
        assert phone.post(f"/{poster.code}", {"mood": "4"}).status == 303
    got = phone.post(f"/{poster.code}", {"better": "A <bench>", "lang": "en"})
    assert got.status == 429
    assert "A &lt;bench&gt;</textarea>" in got.html
    assert "tell us at the counter" in got.html
    assert len(came(desk)) == MOST_A_CARD_AN_HOUR


@pytest.mark.parametrize("limits", [replace(Limits(), answers_a_minute=2)])
def test_an_address_that_sends_too_much_is_asked_to_come_to_the_counter(
    phone: Phone, poster: FeedbackCard, desk: FrontDesk
) -> None:
    assert [phone.post(f"/{poster.code}", {"mood": "4"}).status for _ in range(3)] == [303, 303, 429]
    assert len(came(desk)) == 2


@pytest.mark.parametrize("limits", [replace(Limits(), requests_a_minute=2)])
def test_an_address_that_asks_too_much_is_turned_away_without_asking_the_store(
    phone: Phone, card: FeedbackCard
) -> None:
    assert [phone.get(f"/{card.code}").status for _ in range(3)] == [200, 200, 429]


def test_the_manager_is_called_to_each_guest_of_a_full_house_behind_one_address(
    phone: Phone, desk: FrontDesk
) -> None:
    guests = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Keo", "Dao", "Mali", "Seng")
    ]
    for guest in guests:
        own = desk.submit(desk.feedback.issue, desk.act(), 1, "lo", guest).result().cards[0]
        phone.post(f"/{own.code}/manager", {})
    assert [call.customer_id for call in desk.manager_calls.waiting(desk.now())] == guests


def test_one_phone_does_not_close_a_poster_to_the_others(
    answering: Answering, poster: FeedbackCard, card: FeedbackCard, desk: FrontDesk
) -> None:
    async def send(address: str, code: str) -> int:
        request = Request("POST", f"/{code}", body=form({"better": "A bench"}), address=address)
        return (await answering.answer(request)).status

    one_phone = [asyncio.run(send("10.0.0.2", poster.code)) for _ in range(MOST_A_CARD_AN_HOUR)]
    assert one_phone.count(303) == Limits().answers_a_card < MOST_A_CARD_AN_HOUR
    assert one_phone[-1] == 429
    assert asyncio.run(send("10.0.0.3", poster.code)) == 303
    assert asyncio.run(send("10.0.0.2", card.code)) == 303
    assert len(came(desk)) == Limits().answers_a_card + 2
