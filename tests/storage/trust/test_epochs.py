"""The stretches of a till's chain, on a real file."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from frontdesk.domain.trust.chain import key_mark
from frontdesk.storage.database import Db
from frontdesk.storage.migrations import migrate
from frontdesk.storage.opening import opened
from frontdesk.storage.trust import epochs
from frontdesk.storage.trust.epochs import Seal, Seals
from tests.saved_shop import KEY, put_saved_store

NOON = 1_751_371_200_000


def test_an_epoch_lasts_as_long_as_its_key(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path)
    one, other = bytes(32), bytes(range(32))
    with opened(path, read_only=False) as db:
        db.run("INSERT INTO till VALUES (1, randomblob(16), 'Till 1', 1, 0)")
        found = [epochs.current_epoch(db, 1, key, NOON) for key in (one, one, other, other, one)]
        assert found == [1, 1, 2, 2, 3]
        rows = list(db.run("SELECT number, key_mark, reason, at FROM chain_epoch ORDER BY id"))
    assert rows == [
        (1, key_mark(one), "FIRST", NOON),
        (2, key_mark(other), "KEY_LOST", NOON),
        (3, key_mark(one), "KEY_LOST", NOON),
    ]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    path = tmp_path / "shop.sqlite3"
    put_saved_store(path)
    with opened(path, read_only=False) as db:
        yield db


def states(db: Db) -> list[Seal | None]:
    seals = Seals(db, [KEY])
    return [seals.examine(epoch) for epoch in seals.epochs]


def forge(db: Db, statement: str) -> None:
    """As somebody with an SQLite tool."""
    for name in ("epoch_no_update", "epoch_no_delete", "epoch_sealed_once"):
        db.run(f"DROP TRIGGER IF EXISTS {name}")
    db.run(statement)


def test_an_epoch_is_sealed_when_it_begins_and_an_older_one_at_the_next_opening(db: Db) -> None:
    assert states(db) == [Seal.ADOPTED]
    epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, NOON)
    assert states(db) == [Seal.ADOPTED, Seal.BEGUN]
    epochs.begin_epoch(db, 1, bytes(32), epochs.KEY_LOST, NOON)
    epochs.adopt_epochs(db, lambda: KEY)
    assert states(db) == [Seal.ADOPTED, Seal.BEGUN, None]


def test_an_entry_is_chained_to_the_seal_of_its_epoch(db: Db) -> None:
    number, last = epochs.head_of(db, 1)
    assert (number, last) == db.one("SELECT max(id), chain_hash FROM ledger_entry")
    epoch = epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, NOON)
    assert epochs.head_of(db, epoch) == (0, Seals(db, [KEY]).epochs[1].seal)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chain_epoch SET reason = 'RESTORED' WHERE id = 2",
        "UPDATE chain_epoch SET at = at + 1 WHERE id = 2",
        "UPDATE chain_epoch SET seal = randomblob(32) WHERE id = 2",
        "UPDATE chain_epoch SET number = 9 WHERE id = 2",
        "UPDATE chain_epoch SET at = at - 1 WHERE id = 1",
        "UPDATE till SET uid = randomblob(16)",
    ],
)
def test_a_seal_does_not_fit_a_row_that_was_changed_nor_one_before_it(db: Db, statement: str) -> None:
    epochs.begin_epoch(db, 1, KEY, epochs.KEY_LOST, NOON)
    forge(db, statement)
    assert states(db)[1] is Seal.BROKEN


def test_a_row_that_comes_without_a_seal_never_gets_one(db: Db) -> None:
    forge(
        db,
        "INSERT INTO chain_epoch (till_id, number, key_mark, reason, at)"
        " SELECT till_id, 2, key_mark, 'RESTORED', at FROM chain_epoch",
    )
    epochs.adopt_epochs(db, lambda: KEY)
    assert states(db) == [Seal.ADOPTED, Seal.NONE]


def test_a_chain_without_any_seal_is_adopted_but_not_as_if_it_had_been_sealed_at_once(db: Db) -> None:
    """Whoever takes all seals off gets weaker ones, which differ from those that the backups know."""
    epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, NOON)
    forge(db, "UPDATE chain_epoch SET seal = NULL")
    epochs.adopt_epochs(db, lambda: KEY)
    assert states(db) == [Seal.ADOPTED, Seal.ADOPTED]


def test_a_seal_that_was_given_late_has_none_before_it_that_was_given_in_time(db: Db) -> None:
    epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, NOON)
    third = epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, NOON)
    seals = Seals(db, [KEY])
    late = seals.make(seals.epochs[2], adopted=True)
    forge(db, f"UPDATE chain_epoch SET seal = x'{late.hex()}' WHERE id = {third}")
    assert states(db) == [Seal.ADOPTED, Seal.BEGUN, Seal.BROKEN]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM chain_epoch WHERE id = 1",
        "UPDATE chain_epoch SET reason = 'FIRST' WHERE id = 1",
        "UPDATE chain_epoch SET seal = zeroblob(32) WHERE id = 1",
        "UPDATE chain_epoch SET seal = NULL WHERE id = 1",
    ],
)
def test_the_store_itself_keeps_an_epoch_as_it_was(db: Db, statement: str) -> None:
    db.run("PRAGMA foreign_keys = 0")
    with pytest.raises(apsw.ConstraintError, match="an epoch is never rewritten"):
        db.run(statement)
