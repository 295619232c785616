"""Answers to feedback cards, as they are read for the greeting and for today's list."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import UNHAPPY, Topic
from frontdesk.domain.feedback.response_news import NOTHING, Came, Gist, ToTell, gist
from frontdesk.domain.feedback.responses import Answer, ResponseState
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.feedback.response_inbox import OF_SOMEBODY
from frontdesk.storage.whose import CALLED, WHOSE

_TO_TELL = (
    " FROM customer AS m CROSS JOIN feedback_response AS r ON r.customer_id = m.id"
    " LEFT JOIN recovery AS v ON v.id = r.recovery_id"
    " WHERE m.root_id = ? AND r.told <> '' AND r.said_at IS NULL AND r.state <> 'SET_ASIDE'"
    " AND coalesce(v.state, '') NOT IN ('OPEN', 'CONTACTED')"
)
"""In the words of the index of what is to be said. What is to be put right again is not told as done."""

_REPLIED = (
    "EXISTS (SELECT 1 FROM feedback_step AS s WHERE s.response_id = r.id AND s.kind = 'REPLIED'"
    f" AND {gestures.STANDS.format(row='s')})"
)

_REACHABLE = "(c.id IS NOT NULL OR r.contact <> '')"


def to_tell(db: Db, root_id: int) -> tuple[ToTell, ...]:
    """What one person is still to hear of their answers, the latest first."""
    rows = list(db.run(f"SELECT r.id, r.told, r.came_at{_TO_TELL} ORDER BY r.id DESC", (root_id,)))
    gists = gists_of(db, [id_ for id_, _, _ in rows])
    return tuple(ToTell(id_, told, at, gists.get(id_, NOTHING)) for id_, told, at in rows)


def told_with(db: Db, root_id: int) -> frozenset[int]:
    """The recoveries of which one person hears when they are told what came of their answer."""
    rows = db.run(f"SELECT r.recovery_id{_TO_TELL} AND r.recovery_id IS NOT NULL", (root_id,))
    return frozenset(recovery_id for (recovery_id,) in rows)


def asked_at(db: Db, root_id: int) -> int | None:
    """When one person last got a feedback card or answered one; None for never."""
    found: int | None = db.value(
        "SELECT max(at) FROM ("
        " SELECT k.at FROM customer AS m JOIN feedback_card AS k ON k.customer_id = m.id"
        f"  WHERE m.root_id = ?1 AND {gestures.STANDS.format(row='k')}"
        " UNION ALL SELECT r.came_at FROM customer AS m JOIN feedback_response AS r ON r.customer_id = m.id"
        "  WHERE m.root_id = ?1 AND r.state <> 'SET_ASIDE')",
        (root_id,),
    )
    return found


def to_acknowledge(db: Db, most: int) -> list[Came]:
    """What waits and is not `acknowledged`, but those whose complaint is to be put right: that is told of
    already. The unhappy first, of those what came last, `most` of them.
    """
    return _came(
        db,
        "r.state IN ('NEW', 'IN_HAND') AND coalesce(v.state, '') NOT IN ('OPEN', 'CONTACTED')"
        f" AND {OF_SOMEBODY.format(row='r')}"
        f" AND NOT (r.said_at IS NOT NULL OR {_REPLIED} OR (r.state = 'IN_HAND' AND NOT {_REACHABLE}))"
        " ORDER BY r.mood IS NULL OR r.mood > ?, r.came_at DESC, r.id DESC LIMIT ?",
        max(UNHAPPY),
        most,
    )


def between(db: Db, since: int, until: int) -> list[Came]:
    """All that came in a span of time and were not set aside, the latest first."""
    where = "r.came_at >= ? AND r.came_at < ? AND r.state <> 'SET_ASIDE' ORDER BY r.came_at DESC, r.id DESC"
    return _came(db, where, since, until)


def those(db: Db, response_ids: Collection[int]) -> list[Came]:
    """These, but what was set aside."""
    where = "r.id IN (SELECT value FROM json_each(?)) AND r.state <> 'SET_ASIDE'"
    return _came(db, where, json.dumps(list(response_ids)))


def _came(db: Db, where: str, *values: SqlValue) -> list[Came]:
    rows = db.run(
        f"SELECT r.id, c.id, coalesce({CALLED}, r.name), r.mood, r.state, r.came_at,"
        f" r.owner_id, coalesce(o.name, ''), {_REACHABLE}, {_REPLIED},"
        " r.said_at IS NOT NULL"
        " FROM feedback_response AS r LEFT JOIN staff AS o ON o.id = r.owner_id"
        " LEFT JOIN recovery AS v ON v.id = r.recovery_id"
        f"{WHOSE.format(row='r')} WHERE {where}",
        values,
    )
    return [
        Came(
            *(id_, who, name, mood, ResponseState(state), at, owner_id, owner),
            reachable=bool(reachable),
            replied=bool(replied),
            heard=bool(heard),
        )
        for id_, who, name, mood, state, at, owner_id, owner, reachable, replied, heard in rows
    ]


def with_gist(db: Db, listed: Collection[Came]) -> list[Came]:
    """The same, with what to quote of each."""
    gists = gists_of(db, [each.response_id for each in listed])
    return [replace(each, gist=gists.get(each.response_id, NOTHING)) for each in listed]


def gists_of(db: Db, response_ids: Collection[int]) -> dict[int, Gist]:
    """What to quote of these; those that say nothing but a face are not among them."""
    if not response_ids:
        return {}
    answers: defaultdict[int, list[Answer]] = defaultdict(list)
    rows = db.run(
        "SELECT response_id, topic, point, words FROM feedback_answer"
        " WHERE response_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(response_ids)),),
    )
    for response_id, topic, point, words in rows:
        answers[response_id].append(Answer(Topic(topic), ContactPoint(point) if point else None, words))
    return {response_id: gist(said) for response_id, said in answers.items()}
