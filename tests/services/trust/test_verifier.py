"""The check at a start: what came since the last one, and whether the store is the one that was checked."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from frontdesk.bootstrap import open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.trust.cut_end import CutEnd
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.trust.verification import FaultCode, StartFinding
from frontdesk.services.trust.backups import BackupService, restore
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.opening import opened
from frontdesk.storage.trust.verifying.verify import verify_since
from tests.saved_shop import KEY, put_saved_shop

ExpectLog = Callable[[str], None]
NOON = 1_751_371_200_000
TIDY = "UPDATE card SET balance = (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = card.id)"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    return paths


def tamper(paths: Paths, *statements: str) -> None:
    """As somebody with an SQLite tool, who hides that triggers were in the way."""
    db = apsw.Connection(str(paths.store))
    db.execute("PRAGMA foreign_keys = 0")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement).fetchall()
    for _, sql in triggers:
        db.execute(sql)
    db.close()


def stamp(paths: Paths) -> None:
    desk = open_desk(paths, clock=lambda: NOON)
    desk.submit(desk.loyalty.add_stamps, desk.act(), 1).result()
    desk.close()


def ledger_end(paths: Paths) -> int:
    with opened(paths.store) as db:
        at: int = db.value("SELECT at FROM ledger_entry ORDER BY id DESC LIMIT 1")
    return at


def check(paths: Paths) -> StartFinding | None:
    return Verifier(paths).at_start(NOON)


def test_what_was_checked_once_is_not_checked_again_at_each_start(
    paths: Paths, expect_log: ExpectLog
) -> None:
    assert check(paths) is None
    tamper(paths, "UPDATE ledger_entry SET at = at + 1 WHERE id = 4")
    stamp(paths)
    assert check(paths) is None
    paths.verified.unlink()
    expect_log("ENTRY_EDITED in ledger_entry, row 4")
    assert check(paths) is StartFinding.FAULTS


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (("UPDATE ledger_entry SET at = at + 1 WHERE id = 32",), ["ENTRY_EDITED in ledger_entry, row 32"]),
        (
            (
                "UPDATE card SET balance = balance + 5 WHERE id IN"
                " (SELECT card_id FROM ledger_entry WHERE id = 32)",
            ),
            ["WRONG_BALANCE in card"],
        ),
        (("DELETE FROM ledger_entry WHERE id > 30", TIDY), ["LEDGER_CUT in last check", "ACT_WITHOUT_ENTRY"]),
        (
            ("UPDATE ledger_entry SET chain_hash = zeroblob(32) WHERE id = 31",),
            ["ENTRY_EDITED in ledger_entry, row 31", "LEDGER_REWRITTEN in last check"],
        ),
        (
            ("UPDATE chain_epoch SET reason = 'RESTORED'",),
            ["EPOCH_FORGED in chain_epoch", "EPOCH_FORGED in last"],
        ),
        (("CREATE TABLE extra (x)",), ["SCHEMA_CHANGED in extra"]),
    ],
)
def test_what_came_since_and_where_it_ended_is_checked_at_each_start(
    paths: Paths, expect_log: ExpectLog, statements: tuple[str, ...], said: list[str]
) -> None:
    assert check(paths) is None
    stamp(paths)
    tamper(paths, *statements)
    for line in said:
        expect_log(line)
    assert check(paths) is StartFinding.FAULTS


def test_an_old_store_put_back_by_hand_is_missed(paths: Paths, expect_log: ExpectLog) -> None:
    old = paths.store.read_bytes()
    stamp(paths)
    assert check(paths) is None
    paths.store.write_bytes(old)
    expect_log("LEDGER_CUT in last check")
    assert check(paths) is StartFinding.FAULTS


def test_an_old_store_put_back_is_missed_with_the_newest_backup_gone_too(
    paths: Paths, expect_log: ExpectLog
) -> None:
    assert check(paths) is None
    old = paths.store.read_bytes()
    stamp(paths)
    made = BackupService(paths, lambda: NOON).make()
    made.path.rename(made.path.with_suffix(".gone"))
    paths.store.write_bytes(old)
    expect_log("LEDGER_CUT in last check")
    assert check(paths) is StartFinding.FAULTS
    assert [fault.code for fault in Verifier(paths).verify().faults] == [FaultCode.LEDGER_CUT]


def test_the_note_of_the_end_does_not_move_on_over_a_loss(paths: Paths, expect_log: ExpectLog) -> None:
    assert check(paths) is None
    old = paths.store.read_bytes()
    stamp(paths)
    backups = BackupService(paths, lambda: NOON)
    backups.make().path.unlink()
    paths.store.write_bytes(old)
    stamp(paths)
    backups.make()
    expect_log("LEDGER_REWRITTEN in last check")
    assert check(paths) is StartFinding.FAULTS


def test_the_first_day_is_noted_before_any_check(tmp_path: Path, expect_log: ExpectLog) -> None:
    paths = paths_for(tmp_path / "new")
    desk = open_desk(paths, clock=lambda: NOON)
    programme = stamp_card("Card", 5, "tea")
    desk.submit(desk.shop.open_shop, desk.act(), ShopSettings("Café"), programme).result()
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer
    desk.close()
    old = paths.store.read_bytes()
    desk = open_desk(paths, clock=lambda: NOON)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy.id).result()
    desk.close()
    BackupService(paths, lambda: NOON).make().path.unlink()
    paths.store.write_bytes(old)
    expect_log("LEDGER_CUT in last check")
    assert check(paths) is StartFinding.FAULTS


def test_what_is_missing_is_said_with_the_backup_that_has_it(paths: Paths, expect_log: ExpectLog) -> None:
    assert check(paths) is None
    verifier = Verifier(paths)
    assert verifier.cut_end(NOON) is None
    old, last_at = paths.store.read_bytes(), ledger_end(paths)
    stamp(paths)
    stamp(paths)
    made = BackupService(paths, lambda: NOON).make()
    paths.store.write_bytes(old)
    BackupService(paths, lambda: NOON + 60_000).make()
    assert verifier.cut_end(NOON + 60_000) == CutEnd(2, last_at, made.at)
    made.path.unlink()
    assert verifier.cut_end(NOON + 60_000) == CutEnd(2, last_at, None)
    expect_log("restored a backup")
    restore(paths, BackupService(paths, lambda: NOON).make().path, clock=lambda: NOON + 120_000)
    assert verifier.cut_end(NOON + 180_000) is None


def test_a_store_that_cannot_be_read_says_nothing_of_its_end(paths: Paths, expect_log: ExpectLog) -> None:
    assert check(paths) is None
    paths.store.write_bytes(b"no store at all " * 300)
    expect_log("what is missing cannot be said")
    assert Verifier(paths).cut_end(NOON) is None
    assert Verifier(paths).zone() is None


def test_the_end_that_was_noted_is_left_by_a_restore(paths: Paths, expect_log: ExpectLog) -> None:
    assert check(paths) is None
    backups = BackupService(paths, lambda: NOON)
    early = backups.make()
    stamp(paths)
    backups.make()
    expect_log("restored a backup")
    restore(paths, early.path, clock=lambda: NOON + 1000)
    backups.make()
    assert check(paths) is None


def test_an_end_that_cannot_be_noted_costs_no_backup(paths: Paths, expect_log: ExpectLog) -> None:
    paths.reached.mkdir(parents=True)
    expect_log("not to be believed")
    expect_log("the end of the ledger was not noted")
    assert BackupService(paths, lambda: NOON).make().good


def test_a_note_put_back_with_its_store_is_missed_by_the_latest_backup(
    paths: Paths, expect_log: ExpectLog
) -> None:
    assert check(paths) is None
    old, note, end = paths.store.read_bytes(), paths.verified.read_bytes(), paths.reached.read_bytes()
    stamp(paths)
    assert check(paths) is None
    made = BackupService(paths, lambda: NOON).make()
    paths.store.write_bytes(old)
    paths.verified.write_bytes(note)
    paths.reached.write_bytes(end)
    expect_log(f"LEDGER_CUT in {made.path.name}")
    assert check(paths) is StartFinding.FAULTS


def test_a_restore_by_the_program_raises_no_alarm(paths: Paths, expect_log: ExpectLog) -> None:
    made = BackupService(paths, lambda: NOON).make()
    stamp(paths)
    assert check(paths) is None
    expect_log("restored a backup")
    restore(paths, made.path, clock=lambda: NOON + 1000)
    note = paths.verified.read_bytes()
    assert check(paths) is None
    paths.verified.write_bytes(note)  # what a restore brings back is checked in full
    tamper(paths, "UPDATE ledger_entry SET at = at + 1 WHERE id = 4")
    expect_log("ENTRY_EDITED in ledger_entry, row 4")
    assert check(paths) is StartFinding.FAULTS
    tamper(paths, "UPDATE ledger_entry SET at = at - 1 WHERE id = 4")
    assert check(paths) is None
    stamp(paths)
    assert check(paths) is None


@pytest.mark.parametrize("change", ["last_entry", "at", "shop", "code", "all"])
def test_a_note_that_the_key_does_not_vouch_for_is_not_believed(
    paths: Paths, expect_log: ExpectLog, change: str
) -> None:
    assert check(paths) is None
    facts = json.loads(paths.verified.read_bytes())
    if change != "all":
        facts[change] = 7 if isinstance(facts[change], int) else "00" * 32
    paths.verified.write_bytes(b"[]" if change == "all" else json.dumps(facts).encode())
    tamper(paths, "UPDATE ledger_entry SET at = at + 1 WHERE id = 4")
    expect_log("not to be believed")
    expect_log("ENTRY_EDITED")
    assert check(paths) is StartFinding.FAULTS


def test_a_stretch_that_cannot_be_checked_is_told_once(paths: Paths, expect_log: ExpectLog) -> None:
    assert check(paths) is None
    paths.chain_key.unlink()
    stamp(paths)
    expect_log("not to be believed")
    assert check(paths) is StartFinding.UNCHECKED
    assert check(paths) is None


def test_without_any_key_it_is_told_and_nothing_is_noted(paths: Paths) -> None:
    paths.chain_key.unlink()
    assert check(paths) is StartFinding.UNCHECKED
    assert not paths.verified.exists()


def test_a_folder_that_takes_no_note_is_no_fault_of_the_ledger(paths: Paths, expect_log: ExpectLog) -> None:
    paths.verified.mkdir()
    expect_log("not to be believed")
    expect_log("was not noted")
    assert check(paths) is None


def test_a_note_of_another_shop_says_nothing(paths: Paths, tmp_path: Path) -> None:
    assert check(paths) is None
    other = paths_for(tmp_path / "other")
    desk = open_desk(other, clock=lambda: NOON)
    desk.close()
    shutil.copyfile(other.store, paths.store)
    assert check(paths) is None


def test_what_stands_on_paper_is_held_against_the_entry_of_its_number(paths: Paths) -> None:
    verifier = Verifier(paths)
    before = verifier.verify()
    stamp(paths)
    then = PaperAnchor(before.entries, before.short_hash)
    assert verifier.compare(then) is AnchorVerdict.FITS
    assert verifier.compare(PaperAnchor(before.entries - 1, before.short_hash)) is AnchorVerdict.OTHER
    assert verifier.compare(PaperAnchor(before.entries + 2, before.short_hash)) is AnchorVerdict.FEWER


def test_an_older_schema_is_told_as_it_is(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.storage.trust.verifying.verify.LATEST", 99)
    report, ended = verify_since(paths.store, [KEY], None, (), NOON)
    assert ([fault.code for fault in report.faults], ended) == ([FaultCode.OLD_SCHEMA], None)
