"""Replies to answers: the words, in the language they wrote in, and where they may go. It sends nothing."""

from frontdesk.domain.care.message_links import recipient_of
from frontdesk.domain.care.messages import MessageKind, Recipient, hindrance_to
from frontdesk.domain.feedback.replies import ReplyOffer, reply_kind, ways_of_reply
from frontdesk.domain.feedback.responses import Response
from frontdesk.domain.people.customers import Customer, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.shop import ShopService
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import responses
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store
from frontdesk.texts import texts_for
from frontdesk.wording.replies import reply, reply_heading


class ReplyService:
    """Reads only: that a reply went out is the answers' own to note."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def offer(self, response_id: int, *, staff_id: int = 0) -> ReplyOffer:
        """The reply to an answer, signed by `staff_id`. Raises `Refused` UNKNOWN_RESPONSE."""
        db, facts = self._store.read(), self._shop.facts()
        response = responses.one(db, response_id)
        if response is None:
            raise Refused(RefusalCode.UNKNOWN_RESPONSE)
        customer = customers.get(db, response.customer_id) if response.customer_id is not None else None
        texts = texts_for(response.language or facts.settings.cards_language)
        kind, own = reply_kind(response), _own_recipient(customer, facts.phone_prefix)
        granted = _granted(db, response)
        hindered = hindrance_to(MessageKind.THANKS, granted) if customer is not None else None
        recipient, ways, hindrance = ways_of_reply(response, own, hindered, facts.phone_prefix)
        return ReplyOffer(
            response,
            kind,
            texts.language,
            reply_heading(texts, kind),
            reply(
                texts,
                kind,
                done=bool(response.told),
                shop=facts.settings.name,
                name=_told_name(response, customer),
                staff=shop.name_of(db, staff_id) if staff_id else "",
            ),
            recipient,
            ways,
            hindrance,
            nowhere=customer is None and not response.contact,
        )


def _told_name(response: Response, customer: Customer | None) -> str:
    """A no to being called by name holds also where they signed: somebody else may read it."""
    return customer.told_name if customer is not None else response.name


def _own_recipient(customer: Customer | None, prefix: str) -> Recipient:
    return recipient_of(customer.phone, customer.email, prefix) if customer is not None else Recipient()


def _granted(db: Db, response: Response) -> frozenset[Purpose]:
    if response.customer_id is None:
        return frozenset()
    said = customers.consents(db, response.customer_id)
    return frozenset(each.purpose for each in said if each.granted)
