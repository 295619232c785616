"""Looks into a backup: is there a shop in it that somebody would want back?"""

from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.storage import shop
from frontdesk.storage.database import StoreError
from frontdesk.storage.opening import DAMAGED_ROW, opened, schema_version

_WORKED_IN: Final = "SELECT EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM ledger_entry)"
_DAMAGED_SETTING: Final = (ValueError, KeyError)
"""What a setting that is no JSON, or names no time zone, raises."""


def is_new(store: Path) -> bool:
    """Whether there is no store yet, or one of a shop that nobody has opened or worked in."""
    if not store.exists():
        return True
    with opened(store) as db:
        return not schema_version(db) or not (db.value(_WORKED_IN) or shop.settings(db).opened)


def kept_shop(made: BackupMade) -> KeptShop | None:
    """The shop in a backup; None where nobody has worked yet, or where it cannot be read."""
    try:
        with opened(made.path) as db:
            if not db.value(_WORKED_IN):
                return None
            settings = shop.settings(db)
            return KeptShop(made, settings.name, settings.language, ZoneInfo(settings.zone))
    except (*DAMAGED_ROW, *_DAMAGED_SETTING, StoreError):
        return None
