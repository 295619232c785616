"""Which items of Today were seen to."""

import json
from collections.abc import Iterable
from datetime import date

from frontdesk.domain.acts import Act
from frontdesk.domain.care.today import OF_A_CUSTOMER, TodayItem, TodayKind
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import TodayTickRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

Key = tuple[TodayKind, int, date]


def ticked(db: Db, days: Iterable[date]) -> frozenset[Key]:
    """The items of these days that were seen to; what was ticked for somebody who was merged since counts for
    who answers for them.
    """
    rows = db.run(
        "SELECT t.kind, coalesce(c.root_id, t.subject), t.day FROM today_tick AS t"
        " LEFT JOIN customer AS c ON c.id = t.customer_id"
        " WHERE t.day IN (SELECT value FROM json_each(?))"
        f" AND {gestures.STANDS.format(row='t')}",
        (json.dumps(sorted({day.isoformat() for day in days})),),
    )
    return frozenset((TodayKind(kind), subject, date.fromisoformat(day)) for kind, subject, day in rows)


def tick(db: Db, new_id: NewId, act: Act, gesture_id: int, item: TodayItem) -> None:
    TodayTickRow.insert(
        uid=new_id(act.at),
        kind=int(item.kind),
        subject=item.subject,
        day=item.day.isoformat(),
        customer_id=item.subject if item.kind in OF_A_CUSTOMER else None,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
