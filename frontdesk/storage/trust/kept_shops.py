"""Looks into a backup: is there a shop in it that somebody would want back?"""

from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.storage import shop
from frontdesk.storage.database import StoreError
from frontdesk.storage.opening import DAMAGED_ROW, opened

_WORKED_IN: Final = "SELECT EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM ledger_entry)"
_DAMAGED_SETTING: Final = (ValueError, KeyError)
"""What a setting that is no JSON, or names no time zone, raises."""


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
