"""Answers and cards as they are read for the figures; what was set aside is in none of them."""

import json
from collections.abc import Collection

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.response_figures import Batch, Face
from frontdesk.storage.database import Db

Said = tuple[int, int, Topic, ContactPoint | None, str]
"""Which answer, when it came, and what it says to one question: a box, words."""


def faces(db: Db, since: int, until: int) -> list[Face]:
    """Every answer that came in a span of time."""
    rows = db.run(
        "SELECT r.id, k.batch_id, r.came_at, r.mood FROM feedback_response AS r"
        " JOIN feedback_card AS k ON k.id = r.card_id"
        " WHERE r.came_at >= ? AND r.came_at < ? AND r.state <> 'SET_ASIDE'",
        (since, until),
    )
    return [Face(*row) for row in rows]


def faces_of(db: Db, batch_ids: Collection[int]) -> list[Face]:
    """Every answer to the cards of these batches, whenever it came."""
    rows = db.run(
        "SELECT r.id, k.batch_id, r.came_at, r.mood FROM json_each(?) AS wanted"
        " JOIN feedback_card AS k ON k.batch_id = wanted.value"
        " JOIN feedback_response AS r ON r.card_id = k.id AND r.state <> 'SET_ASIDE'",
        (json.dumps(list(batch_ids)),),
    )
    return [Face(*row) for row in rows]


def said(db: Db, since: int, until: int) -> list[Said]:
    """What those answers say to each question, the latest answer first."""
    rows = db.run(
        "SELECT r.id, r.came_at, a.topic, a.point, a.words FROM feedback_response AS r"
        " JOIN feedback_answer AS a ON a.response_id = r.id"
        " WHERE r.came_at >= ? AND r.came_at < ? AND r.state <> 'SET_ASIDE'"
        " ORDER BY r.came_at DESC, r.id DESC",
        (since, until),
    )
    return [
        (id_, at, Topic(topic), ContactPoint(point) if point else None, words)
        for id_, at, topic, point, words in rows
    ]


def batches(db: Db, since: int, until: int) -> list[Batch]:
    """What was printed in a span of time, and how many of the cards came back since; and of older codes that
    many share those that were answered in it.
    """
    rows = db.run(
        "SELECT b.id, b.format, b.shared, b.at, b.host_id, count(DISTINCT k.id), count(DISTINCT r.card_id)"
        " FROM feedback_batch AS b JOIN feedback_card AS k ON k.batch_id = b.id"
        " LEFT JOIN feedback_response AS r ON r.card_id = k.id AND r.state <> 'SET_ASIDE'"
        " WHERE (b.at >= ?1 AND b.at < ?2) OR (b.shared = 1 AND r.came_at >= ?1 AND r.came_at < ?2)"
        " GROUP BY b.id",
        (since, until),
    )
    return [
        Batch(id_, CardFormat(format_), bool(shared), at, host_id, cards, answered)
        for id_, format_, shared, at, host_id, cards, answered in rows
    ]


def hosts(db: Db) -> dict[int, str]:
    """The names of all who work or worked here."""
    return dict(db.run("SELECT id, name FROM staff"))
