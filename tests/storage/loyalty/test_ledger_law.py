"""The schema itself keeps the ledger's law, whoever writes."""

import random
from collections.abc import Iterator

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.storage.regulars import visits
from tests.conftest import FakeClock


@pytest.fixture
def raw(desk: FrontDesk) -> Iterator[apsw.Connection]:
    """A connection as a stranger's program would open it, with 7 stamps on customer 1's card."""
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), 1, 7).result()
    desk.submit(desk.loyalty.redeem, desk.act(), 1).result()
    connection = apsw.Connection(str(desk.paths.store))
    connection.execute("PRAGMA recursive_triggers = 1")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET stamps = 99 WHERE id = 1",
        "DELETE FROM ledger_entry WHERE id = 1",
        "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE id = 1",
        "UPDATE gesture SET at = 0",
        "DELETE FROM gesture",
        "UPDATE OR REPLACE ledger_entry SET id = 1 WHERE id = 2",
        "UPDATE card SET customer_id = 2",
        "UPDATE card SET programme_id = 2",
        "UPDATE card SET uid = zeroblob(16)",
        "DELETE FROM card",
        "INSERT OR REPLACE INTO card SELECT * FROM card",
    ],
)
def test_what_was_written_stays(raw: apsw.Connection, statement: str) -> None:
    before = [list(raw.execute(f"SELECT * FROM {table}")) for table in ("ledger_entry", "card")]
    with pytest.raises(apsw.ConstraintError, match=r"append-only|never rewritten|stays whose"):
        raw.execute(statement)
    assert [list(raw.execute(f"SELECT * FROM {table}")) for table in ("ledger_entry", "card")] == before


def _insert(raw: apsw.Connection, **changed: object) -> None:
    row = {
        "uid": b"n" * 16,
        "card_id": 1,
        "kind": "EARNED",
        "stamps": 1,
        "reason": "",
        "reverses_id": None,
        "at": 0,
        "staff_id": 1,
        "till_id": 1,
        "gesture_id": 1,
        "part": 0,
        "epoch_id": 1,
        "chain_no": 99,
        "chain_hash": b"h" * 32,
    } | changed
    marks = ", ".join("?" * len(row))
    raw.execute(f"INSERT INTO ledger_entry ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "REDEEMED", "stamps": -3},
        {"kind": "REDEEMED", "stamps": 3},
        {"kind": "EARNED", "stamps": -1},
        {"stamps": 0},
        {"kind": "REVERSED", "stamps": -7},
        {"kind": "REVERSED", "stamps": -6, "reverses_id": 1},
        {"reverses_id": 1},
        {"reason": "Noy asked"},
        {"kind": "GIFT"},
        {"chain_no": 1},
        {"uid": b"short"},
    ],
)
def test_what_may_not_be_written_is_not(raw: apsw.Connection, fault: dict[str, object]) -> None:
    with pytest.raises(apsw.ConstraintError):
        _insert(raw, **fault)
    assert next(raw.execute("SELECT balance FROM card"))[0] == 2


def test_a_well_formed_entry_moves_the_balance(raw: apsw.Connection) -> None:
    _insert(raw, kind="REDEEMED", stamps=-2)
    assert next(raw.execute("SELECT balance FROM card"))[0] == 0


def test_the_summary_of_visits_is_what_the_visits_say(desk: FrontDesk, clock: FakeClock) -> None:
    rng = random.Random(20)
    people = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(f"N{number}")).result().customer.id
        for number in range(4)
    ]
    given: list[bytes] = []
    merges: list[int] = []
    for _ in range(300):
        clock.forward(minutes=rng.choice([1, 20, 45, 600, -300]))
        who = rng.choice(people)
        choice = rng.random()
        try:
            if choice < 0.7:
                given.append(desk.submit(desk.loyalty.add_stamps, desk.act(), who).result().gesture)
            elif choice < 0.85 and given:
                desk.submit(desk.loyalty.undo, desk.act(), rng.choice(given)).result()
            elif choice < 0.93:
                merged = desk.submit(desk.merging.merge, desk.act(), who, rng.choice(people)).result()
                merges.append(merged.merge.id)
            elif merges:
                desk.submit(desk.merging.unmerge, desk.act(), rng.choice(merges)).result()
        except Refused:
            continue
    db = desk.store.read()
    for who in people:
        stored = db.one(
            "SELECT visits, first_at, last_at, habit FROM visit_summary WHERE customer_id = ?", (who,)
        )
        expected = visits.computed(db, who)
        assert (stored or (0, None, None, 0.0)) == pytest.approx(expected, nan_ok=True)
    assert merges
    assert len(given) > 100
