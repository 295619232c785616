"""The stretches of a till's chain, on a real file."""

from pathlib import Path

from frontdesk.domain.chain import key_mark
from frontdesk.storage import epochs
from frontdesk.storage.migrations import migrate
from frontdesk.storage.opening import opened

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
