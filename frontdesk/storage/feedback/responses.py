"""Answers that came back on feedback cards, as they stand; response_steps.py has what was done about them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, Response, ResponseDraft, ResponseState, WayBack
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, Row, SqlValue
from frontdesk.storage.feedback.feedback_tables import FeedbackResponseRow
from frontdesk.storage.store import NewId
from frontdesk.storage.whose import CALLED, WHOSE

_RESPONSE: Final = (
    "SELECT r.id, r.card_id, k.number, r.shared, r.way, r.language, r.came_at, r.at, r.mood, r.state,"
    f" c.id, coalesce({CALLED}, ''), r.name, r.contact, r.owner_id, coalesce(o.name, ''),"
    " r.recovery_id, r.told, r.said_at,"
    " (SELECT max(s.at) FROM feedback_step AS s WHERE s.response_id = r.id AND s.kind = 'REPLIED'"
    f"  AND {gestures.LASTING.format(row='s')}), b.host_id"
    " FROM feedback_response AS r JOIN feedback_card AS k ON k.id = r.card_id"
    " JOIN feedback_batch AS b ON b.id = k.batch_id LEFT JOIN staff AS o ON o.id = r.owner_id"
    f"{WHOSE.format(row='r')}"
)
"""An answer outlives the customer's leaving: it still counts, and leads to nobody."""

_COUNTS: Final = "r.state <> 'SET_ASIDE'"


@dataclass(frozen=True, slots=True)
class Coming:
    """That an answer came: on which card, in which way, when, on which of the shop's days, and from whom."""

    card: FeedbackCard
    way: WayBack
    came_at: int
    day: str
    customer_id: int | None
    owner_id: int


def one(db: Db, response_id: int) -> Response | None:
    return next(iter(_select(db, "r.id = ?", response_id)), None)


def some(db: Db, response_ids: Iterable[int]) -> tuple[Response, ...]:
    """These, in this order."""
    keys = list(response_ids)
    found = _select(db, "r.id IN (SELECT value FROM json_each(?))", json.dumps(keys))
    return tuple(sorted(found, key=lambda each: keys.index(each.id)))


def between(db: Db, since: int, until: int) -> tuple[Response, ...]:
    """All that count and were written in a span of time, the first first."""
    when = "r.came_at >= ? AND r.came_at < ?"
    return _select(db, f"{when} AND {_COUNTS} ORDER BY r.came_at, r.id", since, until)


def on_card(db: Db, card_id: int, day: str, after: int, until: int) -> Response | None:
    """The answer of a card that counts and came on a day, or in a span of time that may begin the day before;
    the latest.
    """
    when = "(r.day = ? OR (r.came_at > ? AND r.came_at <= ?))"
    where = f"r.card_id = ? AND {when} AND {_COUNTS} ORDER BY r.came_at DESC, r.id DESC LIMIT 1"
    return next(iter(_select(db, where, card_id, day, after, until)), None)


def taken_by(db: Db, response_id: int) -> int:
    """Who was at the till when it came: of what was keyed in, who did that."""
    staff_id: int = db.value("SELECT staff_id FROM feedback_response WHERE id = ?", (response_id,))
    return staff_id


def has_another(db: Db, response_id: int) -> bool:
    """Did the same card bring another answer on that day, which counts?"""
    sql = (
        "SELECT 1 FROM feedback_response AS me JOIN feedback_response AS r"
        "  ON r.card_id = me.card_id AND r.day = me.day AND r.id <> me.id"
        f" WHERE me.id = ? AND {_COUNTS}"
    )
    return db.value(sql, (response_id,)) is not None


def count_on(db: Db, card_id: int, after: int, until: int) -> int:
    """How many came on a card in a span of time, and count."""
    counted: int = db.value(
        "SELECT count(*) FROM feedback_response AS r WHERE r.card_id = ? AND r.came_at > ? AND r.came_at <= ?"
        f" AND {_COUNTS}",
        (card_id, after, until),
    )
    return counted


def complaints_on(db: Db, card_id: int, after: int) -> int:
    """How many of a card's answers since then are complaints, whatever became of them."""
    counted: int = db.value(
        "SELECT count(*) FROM feedback_response WHERE card_id = ? AND at > ? AND recovery_id IS NOT NULL",
        (card_id, after),
    )
    return counted


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, coming: Coming, said: ResponseDraft) -> int:
    """Record that an answer came, with all it says, and give its key."""
    key: int = FeedbackResponseRow.insert(
        uid=new_id(act.at),
        card_id=coming.card.id,
        shared=coming.card.shared,
        customer_id=coming.customer_id,
        way=coming.way.value,
        language=said.language,
        day=coming.day,
        came_at=coming.came_at,
        mood=said.mood,
        name=said.name,
        contact=said.contact,
        state=ResponseState.NEW.value,
        owner_id=coming.owner_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    _write_answers(db, key, said.answers)
    return key


def say_anew(db: Db, response_id: int, said: ResponseDraft) -> None:
    """What it says now; the words before are not kept."""
    db.run(
        "UPDATE feedback_response SET mood = ?, name = ?, contact = ?, language = ? WHERE id = ?",
        (said.mood, said.name, said.contact, said.language, response_id),
    )
    db.run("DELETE FROM feedback_answer WHERE response_id = ?", (response_id,))
    _write_answers(db, response_id, said.answers)


def _write_answers(db: Db, response_id: int, answers: Iterable[Answer]) -> None:
    for each in answers:
        point = each.point.value if each.point is not None else None
        db.run(
            "INSERT INTO feedback_answer (response_id, topic, question_id, point, words)"
            " VALUES (?, ?, (SELECT id FROM feedback_question WHERE id = ?), ?, ?)",
            (response_id, each.topic.value, each.version, point, each.words),
        )


def _select(db: Db, where: str, *values: SqlValue) -> tuple[Response, ...]:
    found = [_response(row) for row in db.run(f"{_RESPONSE} WHERE {where}", values)]
    answers = _answers(db, [each.id for each in found])
    return tuple(replace(each, answers=tuple(answers[each.id])) for each in found)


def _answers(db: Db, response_ids: list[int]) -> dict[int, list[Answer]]:
    """What each says, in the order in which the questions are asked."""
    answers: defaultdict[int, list[Answer]] = defaultdict(list)
    rows = db.run(
        "SELECT response_id, topic, point, words, question_id FROM feedback_answer"
        " WHERE response_id IN (SELECT value FROM json_each(?))",
        (json.dumps(response_ids),),
    )
    for response_id, topic, point, words, version in rows:
        tag = ContactPoint(point) if point is not None else None
        answers[response_id].append(Answer(Topic(topic), tag, words, version))
    order = list(Topic)
    for said in answers.values():
        said.sort(key=lambda answer: order.index(answer.topic))
    return answers


def _response(row: Row) -> Response:
    """Without its answers."""
    id_, card_id, number, shared, way, language, came_at, at, mood, state, *rest = row
    return Response(
        id_,
        card_id,
        number,
        bool(shared),
        WayBack(way),
        language,
        came_at,
        at,
        Mood(mood) if mood is not None else None,
        (),
        ResponseState(state),
        *rest,
    )
