"""A shop in which one customer has a row in every table that can hold anything about them."""

import json
import os
from typing import Any, Final

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.storage.database import Db
from frontdesk.storage.privacy.personal_data import PLACES
from frontdesk.storage.privacy.places import Place

NAME: Final = "ສຸກສະຫວັນ Zyzzyvanova"
CALLED: Final = "Zyzzy"
ELSE: Final = "Quuxmerged Kvothe"
"""How a second record of theirs is named, which is merged into the first."""

_SAID: Final[dict[str, dict[str, Any]]] = {
    "gesture": {"kind": "CLAIM"},
    "photo": {"thumb": NAME.encode(), "full": NAME.encode()},
    "import_item": {"line": 1, "action": "UPDATED", "before": json.dumps({"fields": {"n": [NAME, ELSE]}})},
    "fact": {"kind": "NOTE"},
    "fact_check": {"answer": "STANDS"},
    "quiz_review": {"known": 1},
    "leaving_step": {"step": "REASON", "reason": "MOVED"},
    "absence_step": {"kind": "CALLED"},
    "retention_step": {"until": 1},
    "erasure": {"why": "ASKED"},
    "refused_act": {"kind": "ERASE", "reason": "ONLY_MANAGER"},
    "visit": {"last_act_at": 1},
    "purchase": {"amount": 1},
    "group_visit": {"people": 1},
    "held_back": {"stamps": 1, "people": 1},
    "redemption": {"reward_number": 1},
    "power_sheet_row": {"line": 1, "stamps": 0},
    "power_sheet_tick": {"line": 1, "came_at": 1, "stamps": 1, "free": 0},
    "ticket_item": {"count": 1},
    "request": {"state": "OPEN"},
    "request_event": {"to_state": "OPEN"},
    "request_change": {"detail": "OWNER", "was": "1", "became": "1"},
    "request_decline": {"reason": "OTHER"},
    "request_picture": {"kind": "PHOTO", "thumb": NAME.encode(), "full": NAME.encode()},
    "offer_answer": {"answer": "OFFERED"},
    "recovery": {"situation": "OTHER", "state": "OPEN"},
    "recovery_step": {"kind": "STATE", "now": "OPEN"},
    "follow_up": {"kind": "CALL", "due": "2026-11-20", "state": "OPEN"},
    "follow_up_step": {"to_state": "OPEN"},
    "contact_log": {"kind": "READY", "way": "PAPER"},
    "today_tick": {"kind": 1, "subject": 1, "day": "2026-11-19"},
    "staff_thanks_step": {"state": "WAITING"},
    "feedback_card": {"code": "C", "language": "lo"},
    "feedback_response": {
        **{"shared": 0, "way": "PAPER", "day": "2026-11-19", "came_at": 1, "state": "NEW"},
    },
    "feedback_answer": {"topic": "LIKED"},
    "feedback_step": {"kind": "CAME"},
    "consent": {"purpose": "MESSAGES", "granted": 1, "wording": "may", "language": "lo"},
    "not_the_same": {"stands": 1},
    "member_code": {"code": "M"},
}
_BESIDE: Final[dict[str, dict[str, Any]]] = {
    "product": {"name": "Coffee"},
    "import_batch": {"source": "list.csv"},
    "power_sheet": {"number": 1, "lines": 30},
    "feedback_batch": {"format": "CARD", "shared": 0},
}
"""Of the shop: what some of those rows hang on."""


def somebody_everywhere(desk: FrontDesk) -> int:
    """A customer of two merged records with words in every column that can hold some; gives their key."""
    draft = CustomerDraft(
        NAME, CALLED, "Zyzzyspoken", "020 5512 4821", "zyzzy@example.com", Birthday(3, 4, 1980)
    )
    keys = [desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id]
    draft = CustomerDraft(ELSE, phone="020 7777 1234", email="quux@example.com", note="quuxnote")
    keys.append(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)
    friend = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    desk.submit(desk.merging.merge, desk.act(), *keys).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), keys[0], 7).result()
    desk.submit(desk.loyalty.redeem, desk.act(), keys[0]).result()
    desk.store.submit(lambda: _fill(desk, keys, friend)).result()
    return keys[0]


def _fill(desk: FrontDesk, keys: list[int], friend: int) -> None:
    db = desk.store.write()
    for table, said in _BESIDE.items():
        _insert(db, table, said, {})
    for place in PLACES:
        whose = json.dumps(keys)
        if not db.value(f"SELECT count(*) FROM {place.table} WHERE {PLACES.rows_of(place.table)}", (whose,)):
            _insert(db, place.table, _SAID.get(place.table, {}), _leads(db, place, whose, keys[0], friend))
        for column in _worded(db, place):
            sets = f"UPDATE {place.table} SET {column} = ?2 WHERE ({PLACES.rows_of(place.table)})"
            db.run(f"{sets} AND typeof({column}) = 'text'", (whose, f"{column} of {NAME}"))


def _worded(db: Db, place: Place) -> list[str]:
    """The columns that a person types in, but for those that have a form of their own."""
    texts = {row[1] for row in db.run(f"PRAGMA table_info({place.table})") if row[2] == "TEXT"}
    if place.table in {"customer", "merge", "import_item", "member_code"}:
        return []
    return [column for column in place.emptied if column in texts]


def _leads(db: Db, place: Place, whose: str, customer: int, friend: int) -> dict[str, int]:
    """By which columns a row is theirs; where two people meet in it, the other is the friend."""
    leads = {}
    for at, way in enumerate(place.ways):
        if way.table == "customer":
            leads[way.column] = friend if at else customer
        elif way.only == "":
            where = PLACES.rows_of(way.table)
            leads[way.column] = db.value(f"SELECT max(id) FROM {way.table} WHERE {where}", (whose,))
    return leads


def _insert(db: Db, table: str, said: dict[str, Any], leads: dict[str, int]) -> None:
    columns = list(db.run(f"PRAGMA table_info({table})"))
    points = {row[3] for row in db.run(f"PRAGMA foreign_key_list({table})")}
    acts = {"uid": os.urandom(16), "at": 1, "gesture_id": _fresh_act(db) if table != "gesture" else None}
    row = {**acts, **leads, **said}
    for _, name, kind, needed, default, key in columns:
        needs = needed and default is None and not (key and kind == "INTEGER" and name not in points)
        if needs and name not in row:
            row[name] = 1 if name in points else NAME
    row = {name: value for name, value in row.items() if name in {column[1] for column in columns}}
    marks = ", ".join("?" * len(row))
    db.run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def _fresh_act(db: Db) -> int:
    """Many rows want an act of their own."""
    return db.insert(
        "INSERT INTO gesture (uid, kind, at, staff_id, till_id) VALUES (?, 'TEST', 1, 1, 1)",
        (os.urandom(16),),
    )
