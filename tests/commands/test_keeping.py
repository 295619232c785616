"""`backup`, `restore` and `verify` as an owner's helper calls them, on real files."""

import argparse
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import apsw
import pytest

from frontdesk.commands import backup, restore, verify
from frontdesk.commands.console import CommandFailed
from frontdesk.config import Paths, paths_for
from frontdesk.domain.trust.backups import read_name
from frontdesk.storage.lock import AlreadyOpen, StoreLock
from frontdesk.storage.opening import DamagedBackup
from frontdesk.texts import texts_for
from frontdesk.wording.verification import moment
from tests.saved_shop import put_saved_shop

TEXTS = texts_for("en")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    return paths


def call(command: ModuleType, paths: Paths, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    code: int = command.run(parser.parse_args([command.NAME, *words]), paths, TEXTS)
    return code


def test_a_backup_says_where_it_is(paths: Paths, capsys: Capture) -> None:
    assert call(backup, paths) == 0
    made = next(paths.backups.glob("frontdesk-*.sqlite3"))
    told = capsys.readouterr()
    assert str(made) in told.out
    assert "31 ledger entries" in told.out
    assert "Making a backup 100 %" in told.err
    assert call(backup, paths, "--list") == 0
    assert made.name in capsys.readouterr().out


def test_no_backup_yet_is_no_success(paths: Paths, capsys: Capture) -> None:
    assert call(backup, paths, "--list") == 1
    assert "There is no backup" in capsys.readouterr().err
    with pytest.raises(CommandFailed, match="There is no backup"):
        call(restore, paths, "--latest")


def test_a_backup_that_cannot_be_read_is_listed_as_such(paths: Paths, capsys: Capture) -> None:
    (paths.backups / "frontdesk-20250701-120000.sqlite3").write_bytes(b"gone")
    assert call(backup, paths, "--list") == 1
    assert "cannot be read" in capsys.readouterr().out


def test_restoring_without_a_choice_lists_what_there_is(paths: Paths, capsys: Capture) -> None:
    call(backup, paths)
    assert call(restore, paths) == 2
    assert "frontdesk restore --latest" in capsys.readouterr().out


def test_the_latest_or_one_by_its_name_is_restored(
    paths: Paths, capsys: Capture, expect_log: Callable[[str], None]
) -> None:
    expect_log("restored")
    call(backup, paths)
    made = next(paths.backups.glob("frontdesk-*.sqlite3"))
    assert call(restore, paths, "--latest") == 0
    told = capsys.readouterr().out
    assert f"The shop is as it was in {made}" in told
    assert "before-restore.sqlite3" in told
    for name in (made.name, str(made), "--latest"):  # what a restore set aside is not "the latest"
        assert call(restore, paths, name) == 0
        assert f"as it was in {made}" in capsys.readouterr().out
    with pytest.raises(CommandFailed, match="no backup called"):
        call(restore, paths, "nothing.sqlite3")


def test_a_backup_of_a_leapt_clock_is_not_the_latest(
    paths: Paths, capsys: Capture, expect_log: Callable[[str], None]
) -> None:
    expect_log("restored")
    call(backup, paths)
    made = next(paths.backups.glob("frontdesk-*.sqlite3"))
    ahead = paths.backups / "frontdesk-29990101-000000.sqlite3"
    ahead.write_bytes(made.read_bytes())
    assert call(backup, paths, "--list") == 0
    told = capsys.readouterr().out
    assert told.index(made.name) < told.index(ahead.name)
    call(restore, paths, "--latest")
    assert f"as it was in {made}" in capsys.readouterr().out


def spoil(path: Path, table: str) -> None:
    """Overwrite a table's first page, as a dying disk does."""
    db = apsw.Connection(str(path))
    page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).get
    db.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)


def test_a_damaged_backup_is_named_and_is_not_the_shops_damage(paths: Paths, capsys: Capture) -> None:
    call(backup, paths)
    made = next(paths.backups.glob("frontdesk-*.sqlite3"))
    spoil(made, "chain_epoch")
    assert call(verify, paths) == 0
    told = capsys.readouterr()
    name = read_name(made.name)
    assert name is not None
    when = moment(TEXTS, name.at, ZoneInfo("Asia/Vientiane"))
    assert f"The backup of {when} cannot be read" in told.err
    assert "Everything is in order" in told.out
    assert call(backup, paths, "--list") == 1
    with pytest.raises(DamagedBackup):
        call(restore, paths, made.name)


def test_the_next_backup_is_restored_where_the_latest_is_damaged(
    paths: Paths, capsys: Capture, expect_log: Callable[[str], None]
) -> None:
    expect_log("restored")
    call(backup, paths)
    made = next(paths.backups.glob("frontdesk-*.sqlite3"))
    good, bad = (paths.backups / f"frontdesk-2025070{day}-120000.sqlite3" for day in (1, 2))
    bad.write_bytes(made.read_bytes())
    made.rename(good)
    spoil(bad, "customer")  # its ledger can be read: only a look at all of it shows the damage
    assert call(restore, paths, "--latest") == 0
    told = capsys.readouterr()
    assert f"The backup {bad} is damaged" in told.err
    assert f"The shop is as it was in {good}" in told.out


def test_an_open_window_keeps_its_shop(paths: Paths) -> None:
    call(backup, paths)
    with StoreLock(paths.lock):
        assert call(backup, paths) == 0
        assert call(verify, paths) == 0
        with pytest.raises(AlreadyOpen):
            call(restore, paths, "--latest")


def test_a_sound_shop_is_said_to_be_sound(paths: Paths, capsys: Capture) -> None:
    assert call(verify, paths) == 0
    told = capsys.readouterr()
    assert "Everything is in order: 31 ledger entries" in told.out
    assert "Since 27 June 2025, 18:33: 31 entries." in told.out


def test_each_fault_is_named_and_the_exit_code_says_so(paths: Paths, capsys: Capture) -> None:
    db = apsw.Connection(str(paths.store))
    db.execute("DROP TRIGGER ledger_no_update; UPDATE ledger_entry SET at = 0 WHERE id = 4")
    db.close()
    assert call(verify, paths) == 1
    told = capsys.readouterr().err
    assert "Entry 4 of the ledger was changed" in told
    assert "The guard ledger_no_update is missing" in told
    assert "A good backup can be restored" in told


def test_the_hundred_and_first_fault_is_counted(paths: Paths, capsys: Capture) -> None:
    db = apsw.Connection(str(paths.store))
    for number in range(102):
        db.execute(f"CREATE TABLE extra{number} (x)")
    db.close()
    assert call(verify, paths) == 1
    assert "There are 2 more faults." in capsys.readouterr().err


def test_epochs_are_declared(paths: Paths, capsys: Capture, expect_log: Callable[[str], None]) -> None:
    expect_log("restored")
    expect_log("the ledger's end is not to be believed")  # the key that vouched for it is gone
    call(backup, paths)
    paths.chain_key.unlink()
    call(restore, paths, "--latest")
    assert call(verify, paths) == 1
    told = capsys.readouterr()
    assert "31 entries that can no longer be checked, because their key was lost" in told.out
    assert "0 entries, after a backup was restored" in told.out
    assert "but 31 ledger entries could not be checked" in told.err


@pytest.mark.parametrize(("key", "why"), [(None, "the key is not here"), (b"x" * 32, "another key is here")])
def test_a_ledger_without_its_key_is_not_said_to_be_in_order(
    paths: Paths, capsys: Capture, key: bytes | None, why: str
) -> None:
    paths.chain_key.unlink()
    if key is not None:
        paths.chain_key.write_bytes(key)
    assert call(verify, paths) == 1
    told = capsys.readouterr()
    assert why in told.out
    assert "in order" not in told.out
    assert "could not be checked" in told.err


def test_what_was_noted_down_is_compared(paths: Paths, capsys: Capture) -> None:
    assert call(verify, paths) == 0
    noted = capsys.readouterr().out.strip().rpartition(" ")[2]
    count, _, letters = noted.partition(":")
    assert call(verify, paths, "--anchor", f"{count} : {letters.upper()}") == 0
    assert f"{noted} fits" in capsys.readouterr().out
    other, fewer = f"{int(count) - 1}:{letters}", f"{int(count) + 1}:{letters}"
    assert call(verify, paths, "--anchor", noted, "--anchor", other, "--anchor", fewer) == 1
    told = capsys.readouterr()
    assert f"{noted} fits" in told.out
    assert f"The number {other} does not fit. Was it typed as it stands on the slip?" in told.err
    assert f"entry number {int(count) - 1} is another one now" in told.err
    assert f"The number {fewer} does not fit. Was it typed as it stands on the slip?" in told.err
    assert "the ledger has fewer entries now" in told.err


def test_what_is_no_anchor_is_wrong_usage(paths: Paths, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        call(verify, paths, "--anchor", "1204")
    assert left.value.code == 2
    assert "as on the slip" in capsys.readouterr().err
