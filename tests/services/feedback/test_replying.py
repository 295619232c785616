"""Replies to answers: in the language they wrote in, by name only where that is welcome."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Hindrance, Recipient, Way
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.replies import ReplyOffer
from frontdesk.domain.feedback.responses import ResponseDraft
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from tests.services.feedback.feedback_acts import issue, take


def offered(desk: FrontDesk, said: ResponseDraft, customer: int | None = None) -> ReplyOffer:
    response = take(desk, issue(desk, customer), said).response
    return desk.replies.offer(response.id, staff_id=desk.staff_id)


def enrolled(desk: FrontDesk, draft: CustomerDraft) -> int:
    wording = {Purpose.MESSAGES: "I agree."}
    saved = desk.submit(desk.customers.enrol, desk.act(), draft, None, wording).result()
    return saved.customer.id


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_the_reply_is_in_the_language_they_wrote_in(desk: FrontDesk, language: str) -> None:
    offer = offered(desk, ResponseDraft(Mood.BAD, name="Bee", language=language))
    assert (offer.language, offer.heading) == (language, texts_for(language).gettext("We are sorry"))
    assert "Bee" in offer.text
    assert "Noy" in offer.text
    assert "Café Mekong" in offer.text


def test_what_was_done_is_in_it_once_it_is_known(desk: FrontDesk) -> None:
    response = take(desk, issue(desk), ResponseDraft(Mood.BAD, name="Bee", language="en")).response
    assert "We are seeing to it" in desk.replies.offer(response.id).text
    desk.submit(desk.responses.tell, desk.act(), response.id, "Tell them it works again.").result()
    assert "it is put right now" in desk.replies.offer(response.id).text


def test_who_is_not_called_by_name_is_not_even_where_they_signed(desk: FrontDesk) -> None:
    draft = CustomerDraft("Xaysavanh", greet_by_name=False)
    shy = enrolled(desk, draft)
    said = ResponseDraft(Mood.GOOD, name="Xay", language="en")
    assert "Xay" not in offered(desk, said, shy).text
    open_one = enrolled(desk, replace(draft, greet_by_name=True))
    assert "Xaysavanh" in offered(desk, said, open_one).text


def test_it_goes_where_they_asked_for_it_else_where_they_agreed(desk: FrontDesk) -> None:
    yes = enrolled(desk, CustomerDraft("Mo", phone="020 5551 4867", consents=frozenset({Purpose.MESSAGES})))
    no = enrolled(desk, CustomerDraft("No", phone="020 5551 4868"))
    assert offered(desk, ResponseDraft(Mood.GOOD), yes).recipient == Recipient("+8562055514867")
    hindered = offered(desk, ResponseDraft(Mood.GOOD), no)
    assert (hindered.ways, hindered.hindrance) == ((Way.PAPER,), Hindrance.NO_CONSENT)
    left = offered(desk, ResponseDraft(Mood.GOOD, contact="020 7777 1234"), no)
    assert (left.recipient, left.hindrance) == (Recipient("+8562077771234"), None)
    assert offered(desk, ResponseDraft(Mood.GOOD)).nowhere


def test_an_answer_that_is_not_there_has_no_reply(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        desk.replies.offer(77)
    assert refused.value.code is RefusalCode.UNKNOWN_RESPONSE
