"""What a shop of before knew of its people: every fact keeps its key, its age and who noted it."""

from pathlib import Path

import pytest

from frontdesk.storage.database import Db, connect
from frontdesk.storage.migrations import migrate
from frontdesk.storage.people import facts

SAVED = Path(__file__).parents[2] / "databases"
COLUMNS = "id, uid, customer_id, kind, text, gone_at, at, staff_id, till_id, gesture_id"


def opened(path: Path) -> Db:
    db = connect(path, read_only=True)
    db.connect()
    return db


def known(path: Path) -> list[tuple[object, ...]]:
    db = opened(path)
    try:
        return list(db.run(f"SELECT {COLUMNS} FROM fact ORDER BY id"))
    finally:
        db.close()


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_facts_of_before_are_kept_to_the_last_column(tmp_path: Path, version: str) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes((SAVED / f"{version}.sqlite3").read_bytes())
    before = known(path)
    assert before, "the saved shop knows something of somebody"
    migrate(path)
    assert known(path) == before
    db = opened(path)
    try:
        for id_, _, customer_id, _, text, gone_at, at, *_ in before:
            if gone_at is None:
                root_id = db.value("SELECT root_id FROM customer WHERE id = ?", (customer_id,))
                fact = next(each for each in facts.of(db, root_id) if each.id == id_)
                assert (fact.text, fact.noted_at, fact.checked_at, fact.reason) == (text, at, None, None)
                assert fact.noted_by
    finally:
        db.close()
