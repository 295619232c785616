"""The key of the ledger: where it is, the sheet that brings it back, and the sheet typed in again."""

import logging
from datetime import datetime
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.key_custody import Entered, KeyState, RecoverySheet
from frontdesk.domain.trust.recovery_code import recovery_code, recovery_lines
from frontdesk.services.gesture import begin
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.lock import StoreLock
from frontdesk.storage.opening import opened
from frontdesk.storage.shop import save_value
from frontdesk.storage.store import Store
from frontdesk.storage.trust.custody import (
    ChainKey,
    Custody,
    custody_of,
    latest_mark,
    latest_mark_in,
    marks_in,
)
from frontdesk.storage.trust.epochs import KEY_LOST

log = logging.getLogger(__name__)

_PRINTED: Final = "key.sheet_printed"


class KeyService:
    """Of an open shop. `state` may wait for the system's keyring, so it is nothing for the UI thread."""

    def __init__(self, store: Store, shop: ShopService, keeper: Custody, chain_key: ChainKey) -> None:
        self._store, self._shop = store, shop
        self._keeper, self._chain_key = keeper, chain_key

    def state(self) -> KeyState:
        """Where the key is, and whether its sheet is still to be printed."""
        return _state(self._store.read(), self._keeper)

    def hand_out(self, act: Act) -> RecoverySheet | None:
        """What the recovery sheet says, for its owner to print; the act is recorded, the key is not.

        None where the key cannot be had now. Raises `Refused` ONLY_MANAGER for anybody but an owner.
        """
        begin(self._store, act, "TAKE_KEY_SHEET", needs=Role.OWNER)
        key = self._chain_key.look_ahead()
        if key is None:
            return None
        facts = self._shop.facts()
        return RecoverySheet(
            ShopSigns(facts.settings.name, facts.settings.contacts),
            datetime.fromtimestamp(act.at / 1000, facts.zone).date(),
            facts.settings.language,
            recovery_lines(key),
            recovery_code(key),
        )

    def came_out(self, act: Act) -> None:
        """The sheet is on paper or on the disk: note the day, and nothing else."""
        begun = begin(self._store, act, "KEEP_KEY_SHEET", needs=Role.OWNER)
        if begun is not None:
            day = datetime.fromtimestamp(act.at / 1000, self._shop.facts().zone).date()
            save_value(begun.db, _PRINTED, day.isoformat(), act.at)


def key_state(paths: Paths, keeper: Custody | None = None) -> KeyState:
    """Where the key is of a shop that need not be open. Raises an error of storage/opening.py."""
    with opened(paths.store) as db:
        return _state(db, keeper or custody_of(paths))


def enter_key(paths: Paths, key: bytes, keeper: Custody | None = None) -> Entered:
    """Keep a key that was typed in, if entries of this shop were made with it.

    Raises `AlreadyOpen` while a window has the shop open, `OSError` where the folder takes no file.
    """
    with StoreLock(paths.lock):
        latest = latest_mark_in(paths.store)
        entered = (keeper or custody_of(paths)).enter(key, marks_in(paths.store), latest)
    log.info("a key was entered: %s", entered)
    return entered


def _state(db: Db, keeper: Custody) -> KeyState:
    printed_at = db.value("SELECT changed_at FROM setting WHERE key = ?", (_PRINTED,))
    lost_at = db.value("SELECT max(at) FROM chain_epoch WHERE reason = ?", (KEY_LOST,))
    # The sheet of a key that was lost does not bring the new one back.
    due = printed_at is None or (lost_at or 0) > printed_at
    return KeyState(keeper.place(latest_mark(db)), keeper.paths.chain_key, due and not keeper.paths.is_demo())
