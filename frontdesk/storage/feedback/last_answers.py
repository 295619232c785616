"""What these people last said of a visit on a feedback card."""

from collections.abc import Collection
from dataclasses import replace

from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_news import NOTHING
from frontdesk.domain.regulars.said_fine import LastSaid
from frontdesk.storage.database import Db
from frontdesk.storage.feedback.response_news import gists_of
from frontdesk.storage.regulars.absences import as_list


def last_said(db: Db, root_ids: Collection[int]) -> dict[int, LastSaid]:
    """The last face that each of these people gave, with what to quote; who gave none is not among them."""
    rows = db.run(
        "SELECT root_id, id, mood, came_at FROM (SELECT c.root_id, r.id, r.mood, r.came_at, row_number()"
        "  OVER (PARTITION BY c.root_id ORDER BY r.came_at DESC, r.id DESC) AS place"
        "  FROM json_each(?) AS wanted JOIN customer AS c ON c.root_id = wanted.value"
        "  JOIN feedback_response AS r ON r.customer_id = c.id"
        "  WHERE r.mood IS NOT NULL AND r.state <> 'SET_ASIDE') WHERE place = 1",
        (as_list(root_ids),),
    )
    found = {root_id: LastSaid(id_, Mood(mood), at) for root_id, id_, mood, at in rows}
    gists = gists_of(db, [said.response_id for said in found.values()])
    return {
        root_id: replace(said, gist=gists.get(said.response_id, NOTHING)) for root_id, said in found.items()
    }
