"""Cards that are printed: each has a signed code of its own, recorded before it is given out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.paper.codes import RANDOM_BYTES, CodeKind, new_code
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import begin, root_of
from frontdesk.storage.database import Db
from frontdesk.storage.paper import codes
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

MOST_CARDS: Final = 2000
"""So many are made at once, of whatever kind."""


@dataclass(frozen=True, slots=True)
class MemberCard:
    """What a member card shows: their code, and the name they like; none for who is not called by it."""

    customer_id: int
    name: str
    code: str
    language: str


class CodeMaker:
    """Makes fresh signed codes with the store's key."""

    def __init__(self, key: bytes, token: Callable[[int], bytes]) -> None:
        self._key = key
        self._token = token

    def make(self, kind: CodeKind) -> str:
        return new_code(kind, self._key, self._token(RANDOM_BYTES))


class MemberCardService:
    def __init__(self, store: Store, maker: CodeMaker) -> None:
        self._store = store
        self._maker = maker

    def without_card(self, limit: int = MOST_CARDS) -> tuple[int, ...]:
        """Customers who were never given a card, or whose card was revoked; who came last first."""
        return codes.without_member_code(self._store.read(), limit)

    def codes_for(self, act: Act, customer_ids: Iterable[int]) -> tuple[MemberCard, ...]:
        """Each customer's card with the code they have, or a first one."""
        db = self._store.write()
        begun = begin(self._store, act, "MEMBER_CARDS")
        cards = []
        for customer_id in customer_ids:
            root_id = root_of(db, customer_id)
            if codes.member_code(db, root_id) is None and begun is not None:
                self._add(db, act, begun.id, root_id)
            cards.append(self._card(db, root_id))
        return tuple(cards)

    def reissue(self, act: Act, customer_id: int) -> MemberCard:
        """A new code; every older card of this person is revoked."""
        db = self._store.write()
        root_id = root_of(db, customer_id)
        begun = begin(self._store, act, "REISSUE_CARD", customer_id=root_id)
        if begun is not None:
            codes.revoke_member_codes(db, root_id, act.at)
            self._add(db, act, begun.id, root_id)
        return self._card(db, root_id)

    def _add(self, db: Db, act: Act, gesture_id: int, root_id: int) -> None:
        code = self._maker.make(CodeKind.MEMBER)
        codes.add_member_code(db, self._store.new_id, act, gesture_id, root_id, code)

    @staticmethod
    def _card(db: Db, root_id: int) -> MemberCard:
        customer, code = customers.get(db, root_id), codes.member_code(db, root_id)
        if customer is None or code is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        return MemberCard(root_id, customer.told_name, code, customer.language)
