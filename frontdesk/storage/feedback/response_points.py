"""Where in a visit answers to feedback cards say that something was liked, or was not."""

from frontdesk.domain.care.care_figures import Counted
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import Topic
from frontdesk.storage.database import Db
from frontdesk.storage.whose import CALLED, WHOSE


def ticked(db: Db, since: int, until: int) -> tuple[tuple[ContactPoint, bool, Counted], ...]:
    """Each box that was ticked in a span of time, whether as liked, and by whom, in the order of the answers.

    What became a complaint with a point of contact counts as that, and not once more as disliked.
    """
    rows = db.run(
        f"SELECT a.point, a.topic, c.id, coalesce({CALLED}, r.name), r.came_at, a.words"
        " FROM feedback_response AS r JOIN feedback_answer AS a ON a.response_id = r.id"
        f"{WHOSE.format(row='r')}"
        " LEFT JOIN recovery AS v ON v.id = r.recovery_id"
        " WHERE r.came_at >= ? AND r.came_at < ? AND r.state <> 'SET_ASIDE' AND a.point IS NOT NULL"
        " AND (a.topic = 'LIKED' OR (a.topic = 'DISLIKED'"
        "  AND (v.id IS NULL OR v.contact_point IS NULL OR v.state = 'WITHDRAWN')))"
        " ORDER BY r.id, a.id",
        (since, until),
    )
    return tuple(
        (ContactPoint(point), topic == Topic.LIKED, Counted(who, name, at, words))
        for point, topic, who, name, at, words in rows
    )
