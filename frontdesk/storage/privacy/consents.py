"""What everybody who is here last said to each purpose; of merged records as `customers.consents` has it."""

from collections import defaultdict
from typing import Final

from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.privacy.consents import PurposeFigures, WordingUsed
from frontdesk.storage.database import Db

_HOLDING: Final = (
    "SELECT root_id, purpose, granted FROM (SELECT r.id AS root_id, n.purpose, n.granted,"
    "  row_number() OVER (PARTITION BY r.id, n.purpose ORDER BY n.customer_id = r.id AND n.gesture_id >"
    "   coalesce((SELECT max(g.gesture_id) FROM merge AS g WHERE g.kept_id = r.id"
    "    AND g.undone_gesture_id IS NULL), 0) DESC, n.granted, n.id DESC) AS place"
    "  FROM consent AS n JOIN customer AS c ON c.id = n.customer_id"
    "  JOIN customer AS r ON r.id = c.root_id AND r.archived_at IS NULL"
    "  WHERE n.id IN (SELECT max(o.id) FROM consent AS o GROUP BY o.customer_id, o.purpose))"
    " WHERE place = 1 ORDER BY root_id"
)


def figures(db: Db) -> tuple[PurposeFigures, ...]:
    """Of each purpose: who agreed, who refused, who was never asked."""
    here = [id_ for (id_,) in db.run("SELECT id FROM customer WHERE id = root_id AND archived_at IS NULL")]
    said: dict[str, dict[int, bool]] = defaultdict(dict)
    for root_id, purpose, granted in db.run(_HOLDING):
        said[purpose][root_id] = bool(granted)
    return tuple(_figures(purpose, said[purpose.value], here) for purpose in Purpose)


def wordings(db: Db) -> tuple[WordingUsed, ...]:
    """Every sentence that people agreed to, the latest used first."""
    rows = db.run(
        "SELECT purpose, wording, language, count(*), min(at), max(at) FROM consent WHERE granted = 1"
        " AND wording <> '' GROUP BY purpose, wording, language ORDER BY purpose, max(at) DESC"
    )
    return tuple(WordingUsed(Purpose(purpose), *rest) for purpose, *rest in rows)


def _figures(purpose: Purpose, said: dict[int, bool], here: list[int]) -> PurposeFigures:
    return PurposeFigures(
        purpose,
        tuple(id_ for id_, granted in said.items() if granted),
        tuple(id_ for id_, granted in said.items() if not granted),
        tuple(id_ for id_ in here if id_ not in said),
    )
