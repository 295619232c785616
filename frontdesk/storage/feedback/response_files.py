"""Every answer in one pass, with all that our own table can carry."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import Answer
from frontdesk.storage.database import Db, Row
from frontdesk.storage.whose import WHOSE

_COLUMNS: Final = 10


def count(db: Db) -> int:
    """How many `everything` gives."""
    total: int = db.value("SELECT count(*) FROM feedback_response")
    return total


def everything(db: Db) -> Iterator[tuple[Row, tuple[Answer, ...]]]:
    """The first first, all of one moment; also what was set aside, with its state.

    Gives uid in hexadecimal, code of the card, when it came, way, state, mood, name and contact that were
    left, language, the customer's name; and what was said.
    """
    order = {topic: place for place, topic in enumerate(Topic)}
    rows = db.run(
        "SELECT lower(hex(r.uid)), k.code, r.came_at, r.way, r.state, r.mood, r.name, r.contact, r.language,"
        " coalesce(c.name, ''), r.id, a.topic, a.point, a.words"
        " FROM feedback_response AS r JOIN feedback_card AS k ON k.id = r.card_id"
        f"{WHOSE.format(row='r')}"
        " LEFT JOIN feedback_answer AS a ON a.response_id = r.id ORDER BY r.came_at, r.id"
    )
    for _, said in groupby(rows, key=itemgetter(_COLUMNS)):
        told = list(said)
        answers = [
            Answer(Topic(topic), ContactPoint(point) if point else None, words)
            for *_, topic, point, words in told
            if topic is not None
        ]
        answers.sort(key=lambda answer: order[answer.topic])
        yield told[0][:_COLUMNS], tuple(answers)


def known_references(db: Db, references: list[str]) -> frozenset[str]:
    """Those that are ids of answers which are here, in hexadecimal."""
    rows = db.run(
        "SELECT j.value FROM json_each(?) AS j WHERE length(j.value) = 32 AND unhex(j.value) IN"
        " (SELECT uid FROM feedback_response)",
        (json.dumps(references),),
    )
    return frozenset(reference for (reference,) in rows)
