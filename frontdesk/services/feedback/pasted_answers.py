"""Messages that brought an answer, pasted in whole: which card they are of, and what they say."""

from collections.abc import Callable

from frontdesk.domain.feedback.answers_in_words import KnownWords
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.message_form import codes_in, without
from frontdesk.domain.feedback.pasted_answers import Pasted, read_message
from frontdesk.domain.feedback.responses import ResponseDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.feedback.questions import QuestionService
from frontdesk.wording.known_words import known_words


class PastedAnswers:
    """Only reads; saving is `ResponseService.take`. `card` finds a card by any form of its code."""

    def __init__(self, questions: QuestionService, card: Callable[[str], FeedbackCard | None]) -> None:
        self._questions = questions
        self._card = card

    def read(self, text: str) -> Pasted:
        """Read what was scanned, typed or pasted: a code alone, or a message with one.

        Raises `Refused` UNKNOWN_CARD where no card of this shop is in it.
        """
        for found in codes_in(text):
            card = self._card(found.raw)
            if card is not None:
                return Pasted(card, self._draft(card, without(text, found)))
        card = self._card(text)
        if card is None:
            raise Refused(RefusalCode.UNKNOWN_CARD)
        return Pasted(card, ResponseDraft(language=card.language))

    def known(self) -> KnownWords:
        """All wordings that an answer may quote, the shop's own among them."""
        own = self._questions.wordings()
        return known_words((topic, text) for (topic, _), text in own.items())

    def _draft(self, card: FeedbackCard, text: str) -> ResponseDraft:
        topics = [question.topic for question in self._questions.asked(card.language)]
        return read_message(text, topics, self.known(), card.language)
