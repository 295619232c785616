"""Who was silent for longer than the shop keeps people: proposed, and never forgotten by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.days import DAY, add_months, day_at, end_of_day
from frontdesk.domain.privacy.retention import (
    NEWS_DAYS,
    Kept,
    RetentionRules,
    RulesSaved,
    Silent,
    SilentPeople,
    silent_before,
)
from frontdesk.services.gesture import begin, check_role, number_of
from frontdesk.services.privacy.erasing import ErasingService, known_root
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage.database import Db
from frontdesk.storage.privacy import retention
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]

_A_YEAR: Final = 12
_STEP: Final = 50


class RetentionService:
    def __init__(self, store: Store, shop: ShopService, erasing: ErasingService) -> None:
        self._store = store
        self._shop = shop
        self._erasing = erasing

    # --- reading ---

    def rules(self) -> RetentionRules:
        return retention.rules(self._store.read())

    def silent(self, act: Act, *, progress: Progress, cancelled: Callable[[], bool]) -> SilentPeople:
        """Everybody who was not heard of for longer than the rules keep them, as it stands at the act's
        moment. Slow. Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_SILENT")
        years = self.rules().years
        found = self._candidates(act.at)
        if years is None or found is None:
            return SilentPeople(years, too_young=years is not None)
        proposed, held = list[Silent](), list[Silent]()
        for at, (root_id, name, last_at) in enumerate(found):
            if at % _STEP == 0:
                progress(at, len(found))
                if cancelled():
                    return SilentPeople(years, stopped=True)
            # What is owed to who left long ago holds, too, and is named as theirs.
            standing = self._erasing.standing(root_id, act.at)
            (held if standing else proposed).append(Silent(root_id, name, last_at, standing))
        return SilentPeople(years, tuple(proposed), tuple(held))

    def news(self, act: Act) -> int:
        """How many wait to be looked at, at most once a week: 0 where the manager has looked since. Raises
        `Refused` as `silent` does.
        """
        check_role(self._store, act, Role.MANAGER, "READ_SILENT")
        if 0 <= act.at - retention.looked_at(self._store.read()) < NEWS_DAYS * DAY:
            return 0
        return len(self._candidates(act.at) or ())

    # --- writing ---

    def looked(self, act: Act) -> Changes:
        """The manager has seen who waits. Raises `Refused` as `silent` does."""
        check_role(self._store, act, Role.MANAGER, "READ_SILENT")
        retention.note_looked(self._store.write(), act.at)
        return Changes(today=True)

    def save_rules(self, act: Act, chosen: RetentionRules) -> RulesSaved:
        """Raises `Refused` ONLY_MANAGER, PIN_NEEDED."""
        db = self._store.write()
        begun = begin(self._store, act, "SAVE_RETENTION", needs=Role.MANAGER)
        if begun is not None:
            retention.save_rules(db, self._store.new_id, act, begun.id, chosen)
        before = retention.rules_before(db, number_of(db, act))
        return RulesSaved(retention.rules(db), before, Changes(shop=True))

    def keep(self, act: Act, customer_id: int) -> Kept:
        """Keep somebody for another year. Raises `Refused` ONLY_MANAGER, PIN_NEEDED, UNKNOWN_CUSTOMER."""
        db, zone = self._store.write(), self._shop.facts().zone
        root_id = known_root(db, customer_id)
        begun = begin(self._store, act, "KEEP_PERSON", customer_id=root_id, needs=Role.MANAGER)
        if begun is not None:
            until = end_of_day(add_months(day_at(act.at, zone), _A_YEAR), zone)
            retention.keep(db, self._store.new_id, act, begun.id, root_id, until)
        return self._kept(db, act.gesture)

    def take_back(self, act: Act, gesture: bytes) -> Kept:
        """Undo `keep`: they are proposed again. Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, MOVED_ON,
        and as `keep` does.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, {"KEEP_PERSON"})
        if undone is not None:
            check_last(undone, retention.last_act(db, undone.customer_id or 0))
            begin(
                self._store,
                act,
                "UNDO_KEEP",
                customer_id=undone.customer_id,
                undoes_id=undone.id,
                needs=Role.MANAGER,
            )
        return replace(self._kept(db, gesture), until=0)

    # --- parts of the above ---

    def _candidates(self, now: int) -> list[tuple[int, str, int]] | None:
        """Everybody who was silent for so long; None where there is no rule, or the shop is too young."""
        db, zone, years = self._store.read(), self._shop.facts().zone, self.rules().years
        if years is None:
            return None
        before = silent_before(retention.shop_days(db, now, zone), years)
        if before is None:
            return None
        return retention.silent(db, end_of_day(before - timedelta(days=1), zone), now)

    @staticmethod
    def _kept(db: Db, gesture: bytes) -> Kept:
        found = retention.kept_by(db, gesture)
        assert found is not None, "the act has just kept somebody"
        customer_id, until = found
        return Kept(customer_id, until, gesture, Changes.of(customer_id))
