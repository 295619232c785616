"""Which of the shop's cards an answer came back on. A made-up code is refused before the store is asked."""

from frontdesk.domain.feedback.card_codes import read_short, signed_code, signed_codes_in
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.storage.feedback import feedback_cards
from frontdesk.storage.store import Store


class ResponseCards:
    def __init__(self, store: Store, code_key: bytes) -> None:
        self._store = store
        self._code_key = code_key

    def card(self, raw: str) -> FeedbackCard | None:
        """For staff: the card of a full code, of an address or message that holds one, or of a short code as
        "231-K7Q", however it was typed.
        """
        for code in signed_codes_in(raw, self._code_key):
            if (found := feedback_cards.card_by_code(self._store.read(), code)) is not None:
                return found
        return self._numbered(raw)

    def card_of_code(self, code: str) -> FeedbackCard | None:
        """For the page: the card of a full signed code, and of nothing less."""
        read = signed_code(code, self._code_key)
        return feedback_cards.card_by_code(self._store.read(), read) if read is not None else None

    def _numbered(self, raw: str) -> FeedbackCard | None:
        short = read_short(raw)
        if short is None:
            return None
        number, check = short
        cards = feedback_cards.cards_numbered(self._store.read(), number)
        return next((card for card in cards if card.code.endswith(check)), None)
