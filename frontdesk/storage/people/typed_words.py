"""What was typed about one person, by the act that wrote it: for their own page, where all of it stands."""

from typing import Final

from frontdesk.storage.database import Db

_RECORDS: Final = "(SELECT id FROM customer WHERE root_id = ?1)"
_STATEMENTS: Final = (
    f"SELECT gesture_id, text FROM fact WHERE customer_id IN {_RECORDS}",
    f"SELECT gesture_id, what || char(10) || note FROM request WHERE customer_id IN {_RECORDS}",
    "SELECT d.gesture_id, d.words || char(10) || d.alternative FROM request_decline AS d"
    f" JOIN request AS r ON r.id = d.request_id WHERE r.customer_id IN {_RECORDS}",
    f"SELECT gesture_id, what FROM recovery WHERE customer_id IN {_RECORDS}",
    f"SELECT gesture_id, text FROM follow_up WHERE customer_id IN {_RECORDS}",
    "SELECT s.gesture_id, s.note FROM follow_up_step AS s JOIN follow_up AS f ON f.id = s.follow_up_id"
    f" WHERE f.customer_id IN {_RECORDS}",
    f"SELECT gesture_id, words FROM staff_thanks WHERE customer_id IN {_RECORDS}",
    f"SELECT gesture_id, note FROM absence_step WHERE customer_id IN {_RECORDS}",
    "SELECT r.gesture_id, group_concat(a.words, char(10)) FROM feedback_response AS r"
    f" JOIN feedback_answer AS a ON a.response_id = r.id WHERE r.customer_id IN {_RECORDS} GROUP BY r.id",
    "SELECT s.gesture_id, s.note FROM feedback_step AS s JOIN feedback_response AS r ON r.id = s.response_id"
    f" WHERE r.customer_id IN {_RECORDS}",
)


def of(db: Db, root_id: int) -> dict[int, str]:
    """The words by the act's key, over all records of the person; an act of several has them line by line."""
    found = dict[int, list[str]]()
    for statement in _STATEMENTS:
        for gesture_id, typed in db.run(statement, (root_id,)):
            found.setdefault(gesture_id, []).extend((typed or "").splitlines())
    lined = {key: "\n".join(line for line in lines if line.strip()) for key, lines in found.items()}
    return {key: text for key, text in lined.items() if text}
