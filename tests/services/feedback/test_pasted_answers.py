"""A message is pasted in whole: its card is found, and its answers are those that were asked."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.texts import texts_for
from frontdesk.wording.feedback_messages import messages_to_fill


def card_in(desk: FrontDesk, language: str = "lo") -> FeedbackCard:
    (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, language).result().cards
    return card


@pytest.mark.parametrize("language", ["en", "lo", "th", "km", "ka"])
def test_what_a_phone_was_given_to_send_comes_back_as_its_answers(desk: FrontDesk, language: str) -> None:
    card, texts = card_in(desk, language), texts_for(language)
    for message in messages_to_fill(texts, card.code, desk.questions.asked(language), numbered=True):
        first, *lines = message.split("\n")
        sent = "\n".join(
            (first, *(f"{line}{said}" for line, said in zip(lines, ["4", "3", "tea"], strict=False)))
        )
        pasted = desk.pasted_answers.read(f"Noi, 9:41: {sent}")

        assert pasted.card.id == card.id
        assert pasted.draft.mood is Mood.GOOD
        assert Answer(Topic.LIKED, ContactPoint.QUEUE) in pasted.draft.answers
        assert Answer(Topic.DISLIKED, None, "tea") in pasted.draft.answers
        assert pasted.draft.language == language


def test_a_short_code_and_an_address_are_its_card_and_say_nothing(desk: FrontDesk) -> None:
    card = card_in(desk)
    for typed in (card.short, card.short.lower(), card.code, f"https://x.example/r?c={card.code}"):
        pasted = desk.pasted_answers.read(typed)
        assert pasted.card.id == card.id
        assert not pasted.says_something


@pytest.mark.parametrize("typed", ["", "231-K7Q", "F0123456789ABCDEF", "the coffee was cold"])
def test_what_has_no_card_of_ours_is_refused(desk: FrontDesk, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        desk.pasted_answers.read(typed)

    assert refused.value.code is RefusalCode.UNKNOWN_CARD


def test_it_is_read_in_the_order_that_the_shop_asks(desk: FrontDesk) -> None:
    from frontdesk.domain.feedback.feedback_rules import FeedbackRules

    rules = FeedbackRules(topics=(Topic.BETTER, Topic.VISIT))
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    draft = desk.pasted_answers.read(f"{card_in(desk).code} 1) 2 more chairs 2) 2").draft

    assert (draft.mood, draft.answers) == (Mood.POOR, (Answer(Topic.BETTER, None, "2 more chairs"),))
