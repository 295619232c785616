"""A shop's own playbooks: each version a whole document, never rewritten; the last one holds."""

import json
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care.playbooks import OWN_PREFIX, Handling, OwnWords, Step, StepKind
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import PlaybookRow
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import NEVER
from frontdesk.storage.store import NewId

EVERYBODY: Final = "*"
"""In place of a language: what holds in all of them."""

_LAST = "SELECT max(id) FROM playbook WHERE gesture_id < ? GROUP BY situation, language"


def own_words(db: Db, before: int = NEVER) -> dict[tuple[str, str], OwnWords]:
    """(situation, language) → what the shop says itself there, as it stood `before` an act."""
    return {
        (situation, language): _words(json.loads(document))
        for situation, language, document in _standing(db, before)
        if language != EVERYBODY
    }


def own_handling(db: Db, before: int = NEVER) -> dict[str, Handling]:
    """What the shop has set for a situation in all languages. One of its own stands as long as this does."""
    return {
        situation: Handling(**json.loads(document))
        for situation, language, document in _standing(db, before)
        if language == EVERYBODY
    }


def next_number(db: Db) -> int:
    """For a new situation of the shop's own."""
    taken = db.run("SELECT DISTINCT situation FROM playbook WHERE situation LIKE ?", (f"{OWN_PREFIX}%",))
    return max((int(code.removeprefix(OWN_PREFIX)) for (code,) in taken), default=0) + 1


def of_act(db: Db, gesture: bytes) -> str:
    """The situation that an act was about; empty for another act."""
    found: str | None = db.value(
        "SELECT p.situation FROM playbook AS p JOIN gesture AS g ON g.id = p.gesture_id WHERE g.uid = ?",
        (gesture,),
    )
    return found or ""


def keep_words(
    db: Db, new_id: NewId, act: Act, gesture_id: int, situation: str, language: str, words: OwnWords | None
) -> None:
    """The next version; without words it is as shipped again."""
    _keep(db, new_id, act, gesture_id, situation, language, _document(words) if words is not None else "")


def keep_handling(
    db: Db, new_id: NewId, act: Act, gesture_id: int, situation: str, handling: Handling | None
) -> None:
    """The next version; without one it is as shipped again, and one of the shop's own is put away."""
    document = ""
    if handling is not None:
        document = json.dumps(
            {"goodwill": handling.goodwill, "calls": handling.calls, "same_day": handling.same_day}
        )
    _keep(db, new_id, act, gesture_id, situation, EVERYBODY, document)


def _keep(
    db: Db, new_id: NewId, act: Act, gesture_id: int, situation: str, language: str, document: str
) -> None:
    PlaybookRow.insert(
        uid=new_id(act.at),
        situation=situation,
        language=language,
        document=document,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def _standing(db: Db, before: int) -> list[tuple[str, str, str]]:
    return list(
        db.run(
            f"SELECT situation, language, document FROM playbook WHERE id IN ({_LAST})"
            " AND document <> '' ORDER BY id",
            (before,),
        )
    )


def _words(document: dict[str, Any]) -> OwnWords:
    steps = (Step(each["key"], StepKind(each["kind"]), each["text"]) for each in document["steps"])
    return OwnWords(document["name"], tuple(steps))


def _document(words: OwnWords) -> str:
    steps = [{"key": step.key, "kind": step.kind.value, "text": step.text} for step in words.steps]
    return json.dumps({"name": words.name, "steps": steps}, ensure_ascii=False)
