"""Feedback cards: recorded before they are printed, so that an answer always finds its card."""

from dataclasses import replace
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.codes import CodeKind
from frontdesk.domain.feedback import SHARED, CardFormat, CardLink, FeedbackCard, IssuedCards, LinkWay
from frontdesk.domain.links import FeedbackLink, LinkKind, feedback_url, parse_link_template
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import begin, number_of, root_of
from frontdesk.services.printed_cards import CodeMaker
from frontdesk.services.shop import ShopService
from frontdesk.storage import feedback
from frontdesk.storage.store import Store

MOST_CARDS: Final = 2000


class FeedbackService:
    def __init__(self, store: Store, shop: ShopService, maker: CodeMaker) -> None:
        self._store = store
        self._shop = shop
        self._maker = maker

    def issue(
        self,
        act: Act,
        count: int,
        language: str,
        customer_id: int | None = None,
        message: str = "",
        *,
        format: CardFormat = CardFormat.CARD,
        host_id: int | None = None,
    ) -> IssuedCards:
        """Record `count` new cards (at most MOST_CARDS) of one batch, for one customer or for anybody.

        `message` is the text a message link is to carry, in the card's language; `host_id` whose face is on
        them. Raises `Refused` NO_FEEDBACK_LINK while the manager has set none, TOO_MANY_AT_ONCE.
        """
        if not 1 <= count <= MOST_CARDS:
            raise Refused(RefusalCode.TOO_MANY_AT_ONCE, most=MOST_CARDS)
        facts = self._shop.facts()
        template = facts.settings.feedback_link
        if not template:
            raise Refused(RefusalCode.NO_FEEDBACK_LINK, Remedy.OPEN_SETTINGS)
        link = parse_link_template(template, facts.phone_prefix)
        db = self._store.write()
        root_id = root_of(db, customer_id) if customer_id is not None else None
        begun = begin(self._store, act, "ISSUE_FEEDBACK", customer_id=root_id)
        if begun is not None:
            shared = format in SHARED
            batch_id = feedback.add_batch(db, self._store.new_id, act, begun.id, format, shared, host_id)
            for _ in range(count):
                feedback.add_card(
                    db,
                    self._store.new_id,
                    act,
                    begun.id,
                    batch_id=batch_id,
                    code=self._maker.make(CodeKind.FEEDBACK),
                    language=language,
                    customer_id=root_id,
                )
        cards = feedback.cards_of(db, number_of(db, act))
        return IssuedCards(tuple(_linked(card, link, message) for card in cards), Changes())


def _linked(card: FeedbackCard, link: FeedbackLink, message: str) -> FeedbackCard:
    way = LinkWay.FORM if link.kind is LinkKind.FORM else LinkWay.MESSAGE
    return replace(card, links=(CardLink(way, feedback_url(link, card.code, message)),))
