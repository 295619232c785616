"""One person's pass or membership at a moment, read from the store."""

from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.passes import pass_view
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import passes


def pass_at(db: Db, root_id: int, programme: Programme, balance: int, at: int) -> CardView:
    """The card as it stands at `at`; its validity follows from the sales and uses that stand."""
    zone = ZoneInfo(shop.settings(db).zone)
    return pass_view(programme, passes.entries(db, root_id, programme.id), balance, at, zone)
