"""The whole history of one person: every act for them, and what was typed with it."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.trust.deeds import Deed, DeedGroup, DeedPlace, DeedsAsked, DeedSource
from frontdesk.services.gesture import check_role, root_of
from frontdesk.services.trust.audit_trail import AuditTrail
from frontdesk.storage.people import typed_words
from frontdesk.storage.store import Store

AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act, and the words that were typed with it; plain text, or empty."""

    deed: Deed
    words: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The latest first. `more` says where to go on; None at the end."""

    lines: tuple[HistoryLine, ...]
    more: DeedPlace | None


class HistoryService:
    def __init__(self, store: Store, audit: AuditTrail) -> None:
        self._store, self._audit = store, audit

    def of(
        self, act: Act, customer_id: int, group: DeedGroup | None = None, after: DeedPlace | None = None
    ) -> HistoryPage:
        """What was done for a person on whichever of their records, of one sort where `group` says so.

        Raises `Refused` UNKNOWN_CUSTOMER, ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_HISTORY", customer_id)
        db = self._store.read()
        root_id = root_of(db, customer_id)
        typed = typed_words.of(db, root_id)
        page = self._audit.page(act, DeedsAsked(customer_id=root_id, group=group), after, AT_ONCE)
        lines = tuple(HistoryLine(deed, _words(deed, typed)) for deed in page.deeds)
        return HistoryPage(lines, page.more)


def _words(deed: Deed, typed: dict[int, str]) -> str:
    return typed.get(deed.place.id, "") if deed.place.source is DeedSource.ACT else ""
