"""The backup service and the verifier on a real shop's files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.trust.backups import RECENT, backup_name
from frontdesk.domain.trust.verification import FaultCode
from frontdesk.services.trust.backups import BackupService, bring_back, restore
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.migrations import LATEST, MIGRATIONS, Migration, migrate
from frontdesk.storage.opening import DamagedBackup, file_version, opened
from tests.saved_shop import put_saved_shop

NOON = 1_751_371_200_000
HOUR = 3_600_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    return paths


def test_a_backup_is_made_listed_and_outlived_by_later_ones(paths: Paths) -> None:
    now = [NOON]
    service = BackupService(paths, lambda: now[0])
    made = []
    for _ in range(RECENT + 2):  # within one hour, of which only the last is kept in the long run
        made.append(service.make())
        now[0] += 60_000
    assert [one.path.exists() for one in made[:3]] == [False, False, True]
    now[0] += HOUR
    last = service.make()
    assert service.list()[:2] == (last, made[-1])


def test_a_new_shop_in_the_old_ones_place_deletes_none_of_its_backups(paths: Paths) -> None:
    now = [NOON]
    service = BackupService(paths, lambda: now[0])
    old = [service.make()]
    paths.store.unlink()
    desk = open_desk(paths, clock=lambda: now[0])
    desk.close()
    for _ in range(RECENT + 5):
        now[0] += 60_000
        service.make()
    now[0] += 400 * 24 * HOUR
    service.make()
    assert old[0].path.exists()
    assert service.good()[0] == old[0]


def test_a_backup_before_a_migration_outlives_its_hour(paths: Paths) -> None:
    service = BackupService(paths, lambda: NOON)
    kept = service.before_migration(paths.store)
    assert service.make().path != kept.path
    assert kept.path.name == "frontdesk-20250701-120000-before-migration.sqlite3"
    assert kept.path.exists()


def test_litter_is_cleared(paths: Paths) -> None:
    part = paths.backups / f"{backup_name(NOON)}.part"
    part.touch()
    BackupService(paths, lambda: NOON).clear_litter()
    assert not part.exists()


def test_a_shop_is_restored(paths: Paths, expect_log: Callable[[str], None]) -> None:
    expect_log("restored")
    made = BackupService(paths, lambda: NOON).make()
    paths.store.unlink()
    done = restore(paths, made.path, clock=lambda: NOON)
    assert done.anchor.entries == made.entries
    assert Verifier(paths).verify().ok


def damage(backup: Path) -> None:
    """Past the first page: it still opens, and only reading all of it shows."""
    with backup.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 20 * 4096)


def test_the_first_backup_that_is_whole_is_brought_back(
    paths: Paths, expect_log: Callable[[str], None]
) -> None:
    expect_log("the next one is tried")
    expect_log("restored")
    now = [NOON]
    service = BackupService(paths, lambda: now[0])
    older = service.make()
    now[0] += HOUR
    later = service.make()
    damage(later.path)
    done = bring_back(paths, (later, older), clock=lambda: now[0])
    assert done.made == older
    assert done.replaced is not None
    assert done.replaced.exists()


def test_without_a_whole_backup_nothing_is_brought_back(
    paths: Paths, expect_log: Callable[[str], None]
) -> None:
    expect_log("the next one is tried")
    made = BackupService(paths, lambda: NOON).make()
    damage(made.path)
    before = paths.store.read_bytes()
    with pytest.raises(DamagedBackup):
        bring_back(paths, (made,), clock=lambda: NOON)
    assert paths.store.read_bytes() == before


def test_a_shop_in_a_backup_is_found_with_its_name_and_zone(paths: Paths) -> None:
    service = BackupService(paths, lambda: NOON)
    made = service.make()
    (kept,) = service.kept_shops()
    with opened(paths.store) as db:
        name = json.loads(db.value("SELECT value FROM setting WHERE key = 'shop.name'"))
    assert (kept.made, kept.name, kept.zone.key) == (made, name, "Asia/Vientiane")


def test_a_shop_in_which_nobody_has_worked_yet_is_none_to_bring_back(tmp_path: Path) -> None:
    fresh = paths_for(tmp_path / "fresh")
    open_desk(fresh, clock=lambda: NOON).close()
    service = BackupService(fresh, lambda: NOON)
    assert service.make().good
    assert service.kept_shops() == ()


def test_a_backup_whose_settings_are_damaged_is_none_to_bring_back(paths: Paths) -> None:
    with opened(paths.store, read_only=False) as db:
        db.run("INSERT OR REPLACE INTO setting VALUES ('shop.zone', ?, 0)", (json.dumps("No/Where"),))
    service = BackupService(paths, lambda: NOON)
    assert service.make().good
    assert service.kept_shops() == ()


def test_the_verifier_holds_the_ledger_against_the_backups(paths: Paths) -> None:
    BackupService(paths, lambda: NOON).make()
    assert Verifier(paths).verify().ok
    with opened(paths.store, read_only=False) as db:
        guard = db.value("SELECT sql FROM sqlite_schema WHERE name = 'ledger_no_delete'")
        db.run("DROP TRIGGER ledger_no_delete")
        last, card, stamps = db.one("SELECT id, card_id, stamps FROM ledger_entry ORDER BY id DESC") or (
            0,
            0,
            0,
        )
        db.run("DELETE FROM ledger_entry WHERE id = ?", (last,))
        db.run("UPDATE card SET balance = balance - ? WHERE id = ?", (stamps, card))
        db.run(guard)
    report = Verifier(paths).verify()
    assert [fault.code for fault in report.faults] == [FaultCode.LEDGER_CUT, FaultCode.ACT_WITHOUT_ENTRY]


def test_without_its_key_a_ledger_is_read_and_no_key_is_made(paths: Paths) -> None:
    paths.chain_key.unlink()
    report = Verifier(paths).verify()
    assert [epoch.checked for epoch in report.epochs] == [False]
    assert not paths.chain_key.exists()


def test_a_migration_is_preceded_by_a_verified_backup_of_what_was(paths: Paths) -> None:
    """The backup reads the store while the migration already holds its write lock."""
    step = Migration(LATEST + 1, "next", "CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;")
    service = BackupService(paths, lambda: NOON)
    migrate(paths.store, backup=service.before_migration, steps=(*MIGRATIONS, step))
    assert file_version(paths.store) == LATEST + 1
    (kept,) = service.list()
    assert kept.good
    assert file_version(kept.path) == LATEST
