"""Cards with which the staff take the till over: a signed code each, as those of customers have."""

from collections.abc import Iterable
from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role, StaffMember
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.paper.codes import CodeKind, read_code
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import begin
from frontdesk.services.paper.printed_cards import CodeMaker
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_cards, staffing
from frontdesk.storage.trust import acts_about


@dataclass(frozen=True, slots=True)
class StaffCard:
    """What is printed: whose card it is, and its code."""

    member: StaffMember
    code: str


@dataclass(frozen=True, slots=True)
class StaffCardsSaved:
    """The cards as they stand; none of whom a card was taken from."""

    cards: tuple[StaffCard, ...]
    changes: Changes


class StaffCardService:
    """A card says who stands there, as a tap on their name does, and no more: who has a PIN gives it after
    either.
    """

    def __init__(self, store: Store, maker: CodeMaker, code_key: bytes) -> None:
        self._store, self._maker, self._code_key = store, maker, code_key

    def holder(self, scan: Scan) -> StaffMember:
        """Whose card was scanned. Raises `Refused` UNKNOWN_CODE, STAFF_CARD_REVOKED, and UNKNOWN_STAFF for
        the card of somebody who works here no longer.
        """
        read = (read_code(raw, self._code_key) for raw in scan.codes())
        code = next((each.code for each in read if each is not None and each.kind is CodeKind.STAFF), "")
        db = self._store.read()
        found = staff_cards.holder(db, code) if code else None
        if found is None:
            raise Refused(RefusalCode.UNKNOWN_CODE, Remedy.SEARCH_BY_NAME)
        if found.revoked:
            raise Refused(RefusalCode.STAFF_CARD_REVOKED)
        return _working(db, found.member_id)

    def with_card(self) -> frozenset[int]:
        """Who has a card that works."""
        return staff_cards.with_card(self._store.read())

    def codes_for(self, act: Act, staff_ids: Iterable[int]) -> StaffCardsSaved:
        """Each one's card with the code they have, or a first one. Raises `Refused` ONLY_MANAGER, PIN_NEEDED,
        UNKNOWN_STAFF.
        """
        db, wanted = self._store.write(), tuple(staff_ids)
        begun = begin(self._store, act, "STAFF_CARD", needs=Role.MANAGER)
        for staff_id in wanted:
            _working(db, staff_id)
            if begun is not None and staff_cards.code_of(db, staff_id) is None:
                self._add(db, act, begun.id, staff_id)
        return self._saved(db, wanted)

    def reissue(self, act: Act, staff_id: int) -> StaffCardsSaved:
        """A new code; an older card of theirs works no longer. Raises as `codes_for` does."""
        db = self._store.write()
        _working(db, staff_id)
        begun = begin(self._store, act, "STAFF_CARD", needs=Role.MANAGER)
        if begun is not None:
            staff_cards.revoke(db, staff_id, act.at)
            self._add(db, act, begun.id, staff_id)
        return self._saved(db, (staff_id,))

    def revoke(self, act: Act, staff_id: int) -> StaffCardsSaved:
        """Their card works no longer; it may be in strange hands. Raises as `codes_for` does."""
        db = self._store.write()
        begun = begin(self._store, act, "REVOKE_STAFF_CARD", needs=Role.MANAGER)
        if begun is not None:
            staff_cards.revoke(db, staff_id, act.at)
            acts_about.note(db, begun.id, member_id=staff_id)
        return self._saved(db, ())

    def _add(self, db: Db, act: Act, gesture_id: int, staff_id: int) -> None:
        code = self._maker.make(CodeKind.STAFF)
        staff_cards.add(db, self._store.new_id, act, gesture_id, staff_id, code)

    @staticmethod
    def _saved(db: Db, staff_ids: tuple[int, ...]) -> StaffCardsSaved:
        codes = ((staff_id, staff_cards.code_of(db, staff_id)) for staff_id in staff_ids)
        cards = tuple(StaffCard(_working(db, staff_id), code) for staff_id, code in codes if code is not None)
        return StaffCardsSaved(cards, Changes(team=True))


def _working(db: Db, staff_id: int) -> StaffMember:
    """Somebody who works here. Raises `Refused` UNKNOWN_STAFF."""
    member = staffing.member(db, staff_id) if shop.role_of(db, staff_id) is not None else None
    if member is None:
        raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
    return member
