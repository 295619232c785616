"""What the tables tell of an act beside who, when and for whom: one statement for a page and sort of fact.

A statement is asked only where the page has an act of its kinds. What was typed about a customer (a note, an
allergy, a complaint's words) is none of it: the trail says that it was written, not what.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from frontdesk.domain.trust.deeds import DeedFacts
from frontdesk.storage.database import Db
from frontdesk.storage.trust.audit_trail import WANTED, Written, customers, keys

_STAMPS: Final = "STAMP GOODWILL ADOPT CLAIM KEY_IN KEY_FREE MOVE REDEEM USE_PASS SELL_PASS EXPIRE"
_OF_STAFF: Final = "LEAVE COME_BACK CHANGE_ROLE RENAME_STAFF SET_STAFF_PHOTO REMOVE_STAFF_PHOTO"

_STATEMENTS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    (
        _STAMPS,
        ("number",),
        "SELECT e.gesture_id, abs(sum(e.stamps)) FROM ledger_entry AS e"
        " WHERE e.gesture_id IN {wanted} AND e.kind <> 'REVERSED' GROUP BY e.gesture_id",
    ),
    (
        "STAMP GOODWILL",
        ("card",),
        "SELECT gesture_id, group_concat(name, ', ') FROM (SELECT DISTINCT e.gesture_id, p.name"
        " FROM ledger_entry AS e JOIN card AS c ON c.id = e.card_id"
        " JOIN programme AS p ON p.id = c.programme_id"
        " WHERE e.gesture_id IN {wanted} AND e.kind <> 'REVERSED')"
        " WHERE (SELECT count(*) FROM programme WHERE kind = 'STAMPS') > 1 GROUP BY gesture_id",
    ),
    (
        "GOODWILL",
        ("what",),
        "SELECT gesture_id, reason FROM ledger_entry WHERE gesture_id IN {wanted} AND kind = 'GOODWILL'",
    ),
    (
        "STAMP CLAIM",
        ("what",),
        "SELECT i.gesture_id, group_concat(p.name, ', ') FROM visit_item AS i"
        " JOIN product AS p ON p.id = i.product_id WHERE i.gesture_id IN {wanted} GROUP BY i.gesture_id",
    ),
    (
        "REDEEM SELL_PASS USE_PASS EXPIRE",
        ("what",),
        "SELECT e.gesture_id, coalesce(b.name, p.name) FROM ledger_entry AS e"
        " JOIN card AS c ON c.id = e.card_id JOIN programme AS p ON p.id = c.programme_id"
        " LEFT JOIN redemption AS r ON r.entry_id = e.id LEFT JOIN product AS b ON b.id = r.product_id"
        " WHERE e.gesture_id IN {wanted}",
    ),
    (
        "MOVE",
        ("other",),
        "SELECT m.id, f.customer_id FROM gesture AS m JOIN gesture AS f ON f.id = m.undoes_id"
        " WHERE m.id IN {wanted}",
    ),
    (
        "OPEN_TICKET",
        ("what",),
        "SELECT gesture_id, label FROM ticket WHERE gesture_id IN {wanted}",
    ),
    (
        "NAME_TICKET DROP_TICKET CLAIM",
        ("became",),
        "SELECT s.gesture_id, t.label FROM ticket_step AS s JOIN ticket AS t ON t.id = s.ticket_id"
        " WHERE s.gesture_id IN {wanted}",
    ),
    (
        "ENROL",
        ("customer",),
        "SELECT gesture_id, id FROM customer WHERE gesture_id IN {wanted}",
    ),
    (
        # By the name that it had of its own: both stand for one person now.
        "MERGE",
        ("what",),
        "SELECT m.gesture_id, a.name FROM merge AS m JOIN customer AS a ON a.id = m.absorbed_id"
        " JOIN customer AS r ON r.id = a.root_id"
        " WHERE m.gesture_id IN {wanted} AND a.erased_at IS NULL AND r.erased_at IS NULL",
    ),
    (
        "BROUGHT",
        ("other",),
        "SELECT gesture_id, referrer_id FROM referral WHERE gesture_id IN {wanted}",
    ),
    (
        "JOIN_GROUP",
        ("other",),
        "SELECT gesture_id, holder_id FROM group_member WHERE gesture_id IN {wanted}",
    ),
    (
        "ASK MOVE_REQUEST",
        ("what", "became"),
        "SELECT e.gesture_id, r.what, e.to_state FROM request_event AS e"
        " JOIN request AS r ON r.id = e.request_id WHERE e.gesture_id IN {wanted}",
    ),
    (
        "CHANGE_REQUEST",
        ("what",),
        "SELECT c.gesture_id, r.what FROM request_change AS c JOIN request AS r ON r.id = c.request_id"
        " WHERE c.gesture_id IN {wanted}",
    ),
    (
        "RECORD_RECOVERY MOVE_RECOVERY CHANGE_RECOVERY",
        ("what", "became"),
        "SELECT s.gesture_id, r.situation, CASE s.kind WHEN 'STATE' THEN s.now ELSE '' END"
        " FROM recovery_step AS s JOIN recovery AS r ON r.id = s.recovery_id WHERE s.gesture_id IN {wanted}",
    ),
    (
        "MOVE_RESPONSE",
        ("became",),
        "SELECT gesture_id, now FROM feedback_step WHERE gesture_id IN {wanted} AND kind = 'STATE'",
    ),
    (
        "ISSUE_FEEDBACK",
        ("number",),
        "SELECT gesture_id, count(*) FROM feedback_card WHERE gesture_id IN {wanted} GROUP BY gesture_id",
    ),
    (
        "PRINT_SHEET",
        ("number",),
        "SELECT gesture_id, number FROM power_sheet WHERE gesture_id IN {wanted}",
    ),
    (
        "IMPORT",
        ("number", "what"),
        "SELECT gesture_id, added + updated, source FROM import_batch WHERE gesture_id IN {wanted}",
    ),
    (
        "CONTACT",
        ("what", "became"),
        "SELECT gesture_id, kind, way FROM contact_log WHERE gesture_id IN {wanted}",
    ),
    (
        "ADD_PROGRAMME SAVE_PROGRAMME CHANGE_TERMS",
        ("what",),
        "SELECT t.gesture_id, p.name FROM terms AS t JOIN programme AS p ON p.id = t.programme_id"
        " WHERE t.gesture_id IN {wanted}",
    ),
    (
        f"{_OF_STAFF} REVOKE_STAFF_CARD ADD_PRODUCT SAVE_PRODUCT RETIRE_PRODUCT SAVE_LIMITS SAVE_SETTINGS",
        ("member", "what", "was", "became"),
        "SELECT a.gesture_id, s.name, p.name, a.was, a.became FROM act_about AS a"
        " LEFT JOIN staff AS s ON s.id = a.member_id LEFT JOIN product AS p ON p.id = a.product_id"
        " WHERE a.gesture_id IN {wanted}",
    ),
    (
        "ADD_STAFF",
        ("member",),
        "SELECT g.id, s.name FROM gesture AS g JOIN staff AS s ON s.uid = g.uid WHERE g.id IN {wanted}",
    ),
    (
        "SET_PIN TAKE_PIN_AWAY NEW_RECOVERY_CODE",
        ("member",),
        "SELECT p.gesture_id, s.name FROM staff_proof AS p JOIN staff AS s ON s.id = p.member_id"
        " WHERE p.gesture_id IN {wanted}",
    ),
    (
        "TRY_PIN",
        ("member", "became"),
        "SELECT t.gesture_id, s.name, t.kind || CASE t.passed WHEN 1 THEN '_RIGHT' ELSE '_WRONG' END"
        " FROM pin_try AS t JOIN staff AS s ON s.id = t.member_id WHERE t.gesture_id IN {wanted}",
    ),
    (
        "STAFF_CARD",
        ("member",),
        "SELECT c.gesture_id, s.name FROM staff_code AS c JOIN staff AS s ON s.id = c.member_id"
        " WHERE c.gesture_id IN {wanted}",
    ),
    (
        "PLAN_SHIFT",
        ("member",),
        "SELECT d.gesture_id, s.name FROM shift AS d JOIN staff AS s ON s.id = d.of_id"
        " WHERE d.gesture_id IN {wanted}",
    ),
    (
        "SAY_HERE",
        ("member", "became"),
        "SELECT d.gesture_id, s.name, CASE d.here WHEN 1 THEN 'HERE' ELSE 'AWAY' END FROM duty AS d"
        " JOIN staff AS s ON s.id = d.of_id WHERE d.gesture_id IN {wanted}",
    ),
    (
        "THANK_STAFF",
        ("member",),
        "SELECT t.gesture_id, s.name FROM staff_thanks AS t JOIN staff AS s ON s.id = t.for_id"
        " WHERE t.gesture_id IN {wanted}",
    ),
    (
        "CLOSE_DAY",
        ("what",),
        "SELECT gesture_id, day FROM day_close WHERE gesture_id IN {wanted}",
    ),
)


def told(db: Db, written: Iterable[Written]) -> tuple[dict[int, DeedFacts], dict[int, int]]:
    """What is known of these acts, by their keys; and whom an act took on, which names nobody itself."""
    by_kind = defaultdict[str, list[int]](list)
    for each in written:
        by_kind[each.kind].append(each.place.id)
    found = defaultdict[int, dict[str, Any]](dict)
    for kinds, fields, sql in _STATEMENTS:
        wanted = [id_ for kind in kinds.split() for id_ in by_kind.get(kind, ())]
        if wanted:
            for id_, *values in db.run(sql.format(wanted=WANTED), (keys(wanted),)):
                found[id_].update(zip(fields, values, strict=True))
    taken_on = {id_: facts.pop("customer") for id_, facts in found.items() if "customer" in facts}
    others = customers(db, {facts["other"] for facts in found.values() if facts.get("other")})
    return {id_: _facts(facts, others) for id_, facts in found.items()}, taken_on


def _facts(found: Mapping[str, Any], others: Mapping[int, Any]) -> DeedFacts:
    plain = {name: value for name, value in found.items() if value is not None and name != "other"}
    return replace(DeedFacts(**plain), other=others.get(found.get("other", 0)))
