"""The questions in the shop's own words. What was asked is never rewritten: the latest wording holds."""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.questions import Question, Topic
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_LATEST: Final = (
    "SELECT topic, text, id, language FROM feedback_question WHERE id IN"
    " (SELECT max(id) FROM feedback_question GROUP BY topic, language) AND text <> ''"
)


def own(db: Db, language: str) -> dict[Topic, Question]:
    """What the shop asks in its own words in one language."""
    rows = db.run(f"{_LATEST} AND language = ?", (language,))
    return {Topic(topic): Question(Topic(topic), text, id_) for topic, text, id_, _ in rows}


def all_own(db: Db) -> Iterator[tuple[str, Question]]:
    """The same in each language: its code, and the question."""
    for topic, text, id_, language in db.run(_LATEST):
        yield language, Question(Topic(topic), text, id_)


def text_of(db: Db, version: int) -> str | None:
    """A wording as it was asked, whatever is asked today."""
    text: str | None = db.value("SELECT text FROM feedback_question WHERE id = ?", (version,))
    return text


def is_wording(db: Db, version: int, topic: Topic, language: str) -> bool:
    """Whether a question was ever asked in these words of the shop's own, in that language."""
    sql = "SELECT 1 FROM feedback_question WHERE id = ? AND topic = ? AND language = ? AND text <> ''"
    return db.value(sql, (version, topic, language)) is not None


def before(db: Db, gesture_id: int, topic: Topic, language: str) -> str:
    """The shop's own words as they were before an act; empty where there were none."""
    text: str | None = db.value(
        "SELECT text FROM feedback_question WHERE topic = ? AND language = ? AND id <"
        " (SELECT id FROM feedback_question WHERE gesture_id = ?) ORDER BY id DESC LIMIT 1",
        (topic, language, gesture_id),
    )
    return text or ""


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, topic: Topic, language: str, text: str) -> None:
    db.run(
        "INSERT INTO feedback_question (uid, topic, language, text, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), topic, language, text, act.at, act.staff_id, act.till_id, gesture_id),
    )
