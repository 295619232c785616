"""A store that was tampered with, and what the verification says about it."""

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from frontdesk.domain.trust.verification import Fault, FaultCode, Unchecked, VerifyReport
from frontdesk.storage.migrations import LATEST, Migration, NewerFile, migrate
from frontdesk.storage.opening import NeedsItsFolder, NotAStore, opened
from frontdesk.storage.trust import epochs
from frontdesk.storage.trust.anchors import heads_of
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.saved_shop import KEY, put_saved_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite3"
    put_saved_store(path)
    return path


def tamper(path: Path, *statements: str) -> None:
    """Change the store as somebody with an SQLite tool would, and hide that triggers were in the way."""
    db = apsw.Connection(str(path))
    db.execute("PRAGMA foreign_keys = 0")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement).fetchall()
    for _, sql in triggers:
        db.execute(sql)
    db.close()


def verify(path: Path) -> VerifyReport:
    return verify_store(path, [KEY])


def codes(report: VerifyReport) -> set[tuple[FaultCode, int]]:
    return {(fault.code, fault.row) for fault in report.faults}


def test_what_the_program_wrote_is_in_order(store: Path) -> None:
    seen = list[tuple[int, int]]()
    report = verify_store(store, [KEY], lambda done, total: seen.append((done, total)))
    assert report.ok
    assert report.faults == ()
    assert report.entries > 25
    assert len(report.short_hash) == 8
    assert [(epoch.reason, epoch.checked, epoch.entries) for epoch in report.epochs] == [
        ("FIRST", True, report.entries)
    ]
    assert seen[0] == (0, report.entries)
    assert seen[-1] == (report.entries, report.entries)


@pytest.mark.parametrize(
    "change",
    [
        "stamps = stamps + 1",
        "reason = 'KIND'",
        "at = at + 1",
        "card_id = (SELECT max(id) FROM card)",
        "uid = zeroblob(16)",
        "staff_id = 99",
        "gesture_id = (SELECT id FROM gesture WHERE kind = 'OPEN_SHOP')",
        "chain_hash = zeroblob(32)",
    ],
)
def test_an_edited_entry_is_named(store: Path, change: str) -> None:
    tamper(store, f"UPDATE ledger_entry SET {change} WHERE id = 4")
    report = verify(store)
    assert not report.ok
    chain_faults = {fault.row for fault in report.faults if fault.code is FaultCode.ENTRY_EDITED}
    assert chain_faults == {4}


def test_an_edited_amount_is_also_a_wrong_balance(store: Path) -> None:
    tamper(store, "UPDATE ledger_entry SET stamps = 9 WHERE id = 4")
    assert FaultCode.WRONG_BALANCE in {fault.code for fault in verify(store).faults}


def test_an_entry_removed_from_the_middle_is_missed(store: Path) -> None:
    tamper(store, "DELETE FROM ledger_entry WHERE id IN (4, 5)")
    missing = [fault for fault in verify(store).faults if fault.code is FaultCode.ENTRIES_MISSING]
    assert missing == [Fault(FaultCode.ENTRIES_MISSING, "ledger_entry", 6, 2)]


def test_a_removal_that_was_renumbered_is_still_seen(store: Path) -> None:
    tamper(
        store,
        "DELETE FROM ledger_entry WHERE id = 4",
        "UPDATE ledger_entry SET chain_no = chain_no - 1 + 100000 WHERE id > 4",
        "UPDATE ledger_entry SET chain_no = chain_no - 100000 WHERE id > 4",
    )
    assert (FaultCode.ENTRY_EDITED, 5) in codes(verify(store))


def test_entries_that_changed_places_are_named(store: Path) -> None:
    tamper(
        store,
        "UPDATE ledger_entry SET chain_no = -chain_no + 100000 WHERE id IN (4, 5)",
        "UPDATE ledger_entry SET chain_no = 5 WHERE id = 4",
        "UPDATE ledger_entry SET chain_no = 4 WHERE id = 5",
    )
    chain_faults = {code for code in codes(verify(store)) if code[1] in (3, 4, 5, 6)}
    assert chain_faults == {(FaultCode.ENTRY_MOVED, 4), (FaultCode.ENTRY_MOVED, 5)}


def test_a_forged_entry_does_not_fit(store: Path) -> None:
    tamper(
        store,
        "INSERT INTO gesture (id, uid, kind, at, staff_id, till_id)"
        " VALUES (9999, randomblob(16), 'STAMP', 1, 1, 1)",
        "CREATE TEMP TABLE forged AS SELECT * FROM ledger_entry WHERE id = 1",
        "UPDATE forged SET id = 9999, uid = randomblob(16), chain_hash = randomblob(32), gesture_id = 9999,"
        " chain_no = (SELECT max(chain_no) + 1 FROM ledger_entry)",
        "INSERT INTO ledger_entry SELECT * FROM forged",
        "UPDATE card SET balance = balance + 1 WHERE id = (SELECT card_id FROM forged)",
    )
    assert (FaultCode.ENTRY_EDITED, 9999) in codes(verify(store))


def test_a_ledger_cut_off_at_its_end_is_seen_by_its_backups(store: Path) -> None:
    with opened(store) as db:
        before = heads_of(db, "yesterday")
    tamper(
        store,
        "CREATE TEMP TABLE gone AS SELECT * FROM ledger_entry ORDER BY id DESC LIMIT 1",
        "DELETE FROM ledger_entry WHERE id IN (SELECT id FROM gone)",
        "UPDATE card SET balance = balance - (SELECT stamps FROM gone) WHERE id = (SELECT card_id FROM gone)",
    )
    assert FaultCode.LEDGER_CUT not in {fault.code for fault in verify(store).faults}
    report = verify_store(store, [KEY], backups=[before])
    assert Fault(FaultCode.LEDGER_CUT, "yesterday", number=before.heads[0].chain_no) in report.faults


def test_an_entry_cut_off_the_end_leaves_its_act_behind(store: Path) -> None:
    with opened(store) as db:
        last, redeem = db.one("SELECT id, gesture_id FROM ledger_entry ORDER BY id DESC LIMIT 1") or (0, 0)
    tamper(
        store,
        "UPDATE card SET balance = balance + 5"
        f" WHERE id = (SELECT card_id FROM ledger_entry WHERE id = {last})",
        f"DELETE FROM ledger_entry WHERE id = {last}",
    )
    assert verify(store).faults == (Fault(FaultCode.ACT_WITHOUT_ENTRY, "gesture", redeem),)


SWAP_OWNERS = (
    "UPDATE card SET customer_id = 99 WHERE id = 1",
    "UPDATE card SET customer_id = (SELECT g.customer_id FROM card AS k JOIN gesture AS g"
    " ON g.id = k.gesture_id WHERE k.id = 1) WHERE id = 2",
    "UPDATE card SET customer_id = (SELECT g.customer_id FROM card AS k JOIN gesture AS g"
    " ON g.id = k.gesture_id WHERE k.id = 2) WHERE id = 1",
)


@pytest.mark.parametrize(
    ("statements", "faults"),
    [
        (SWAP_OWNERS, {(FaultCode.WRONG_OWNER, 1), (FaultCode.WRONG_OWNER, 2)}),
        (("UPDATE customer SET root_id = 2 WHERE id = 1",), {(FaultCode.WRONG_MERGE, 1)}),
        (
            ("UPDATE customer SET root_id = 2, merged_into_id = 2 WHERE id = 1",),
            {(FaultCode.WRONG_MERGE, 1)},
        ),
        (("DELETE FROM merge",), {(FaultCode.WRONG_MERGE, 6)}),
        (("UPDATE customer SET merged_into_id = 6 WHERE id = 5",), {(FaultCode.WRONG_MERGE, 5)}),
        (("UPDATE ledger_entry SET part = part + 5 WHERE id = 1",), {(FaultCode.WRONG_ACT, 1)}),
    ],
)
def test_rows_around_the_ledger_that_tell_another_story_are_named(
    store: Path, statements: tuple[str, ...], faults: set[tuple[FaultCode, int]]
) -> None:
    tamper(store, *statements)
    assert faults <= codes(verify(store))


def gesture_of(store: Path, kind: str) -> int:
    with opened(store) as db:
        id_: int = db.value("SELECT max(id) FROM gesture WHERE kind = ?", (kind,))
        return id_


def test_an_act_made_out_to_be_an_undo_is_named(store: Path) -> None:
    stranger, stamp = gesture_of(store, "OPEN_SHOP"), gesture_of(store, "STAMP")
    tamper(store, f"UPDATE gesture SET undoes_id = {stamp} WHERE id = {stranger}")
    assert verify(store).faults == (Fault(FaultCode.WRONG_UNDO, "gesture", stranger),)


@pytest.mark.parametrize("undone", ["NULL", "(SELECT max(id) FROM gesture WHERE kind = 'STAMP')"])
def test_an_undo_of_something_else_is_named(store: Path, undone: str) -> None:
    undo = gesture_of(store, "UNDO")
    tamper(store, f"UPDATE gesture SET undoes_id = {undone} WHERE id = {undo}")
    assert (FaultCode.WRONG_UNDO, undo) in codes(verify(store))


def test_an_item_that_was_taken_back_or_brought_back_by_no_act_is_named(store: Path) -> None:
    with opened(store) as db:
        standing, taken_back = (
            db.value("SELECT max(gesture_id) FROM visit_item WHERE void = ?", (void,)) for void in (0, 1)
        )
    tamper(store, "UPDATE visit_item SET void = 1 - void")
    undo_of_it = gesture_of(store, "UNDO")
    assert {(FaultCode.WRONG_UNDO, standing), (FaultCode.WRONG_UNDO, undo_of_it)} <= codes(verify(store))
    assert taken_back is not None


def test_a_ledger_that_went_another_way_than_a_backup_is_seen(store: Path) -> None:
    with opened(store) as db:
        before = heads_of(db, "yesterday")
    tamper(
        store,
        "UPDATE ledger_entry SET chain_hash = zeroblob(32)"
        " WHERE chain_no = (SELECT max(chain_no) FROM ledger_entry)",
    )
    report = verify_store(store, [KEY], backups=[before])
    assert FaultCode.LEDGER_REWRITTEN in {fault.code for fault in report.faults}


def test_with_another_key_an_epoch_is_declared_and_not_checked(store: Path) -> None:
    other = bytes(32)
    with opened(store, read_only=False) as db:
        epochs.current_epoch(db, 1, other, 1_800_000_000_000)
    report = verify_store(store, [other])
    assert report.fault_count == 0
    assert (report.ok, report.unchecked) == (False, report.entries)
    assert [(epoch.reason, epoch.unchecked) for epoch in report.epochs] == [
        ("FIRST", Unchecked.KEY_LOST),
        ("KEY_LOST", None),
    ]


@pytest.mark.parametrize(("keys", "why"), [([], Unchecked.NO_KEY), ([b"x" * 32], Unchecked.OTHER_KEY)])
def test_what_could_not_be_checked_is_not_in_order(store: Path, keys: list[bytes], why: Unchecked) -> None:
    tamper(store, "UPDATE ledger_entry SET at = at + 1 WHERE id = 4")
    report = verify_store(store, keys)
    assert (report.faults, report.ok, report.unchecked) == ((), False, report.entries)
    assert [epoch.unchecked for epoch in report.epochs] == [why]


def test_a_changed_mark_of_a_key_is_named_and_its_entries_are_checked_all_the_same(store: Path) -> None:
    tamper(
        store,
        "UPDATE chain_epoch SET key_mark = zeroblob(8)",
        "UPDATE ledger_entry SET at = at + 1 WHERE id IN (1, 4)",
    )
    report = verify(store)
    assert {(FaultCode.KEY_MARK_CHANGED, 1), (FaultCode.ENTRY_EDITED, 4)} <= codes(report)
    assert report.unchecked == 0


def test_a_changed_mark_of_a_key_is_seen_by_the_backups(store: Path) -> None:
    with opened(store) as db:
        before = heads_of(db, "yesterday")
    tamper(store, "UPDATE chain_epoch SET key_mark = zeroblob(8)")
    assert verify_store(store, [bytes(32)], backups=[before]).faults == (
        Fault(FaultCode.KEY_MARK_CHANGED, "yesterday", 1, 1),
    )


FORGED_RESTORE = (
    "INSERT INTO chain_epoch (till_id, number, key_mark, reason, at, seal)"
    " SELECT till_id, number + 1, {mark}, 'RESTORED', 1900000000000, {seal} FROM chain_epoch"
)
CUT = (
    "CREATE TEMP TABLE gone AS SELECT * FROM ledger_entry WHERE id > 20",
    "DELETE FROM ledger_entry WHERE id > 20",
    "UPDATE card SET balance = (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = card.id)",
)


@pytest.mark.parametrize(
    ("mark", "seal", "named"),
    [
        ("key_mark", "NULL", True),
        ("key_mark", "randomblob(32)", True),
        ("randomblob(8)", "randomblob(32)", False),
        ("randomblob(8)", "NULL", False),
    ],
)
def test_a_restore_that_never_was_excuses_nothing(store: Path, mark: str, seal: str, named: bool) -> None:
    with opened(store) as db:
        before = heads_of(db, "yesterday")
    tamper(store, *CUT, FORGED_RESTORE.format(mark=mark, seal=seal))
    report = verify_store(store, [KEY], backups=[before])
    assert Fault(FaultCode.LEDGER_CUT, "yesterday", number=before.heads[0].chain_no) in report.faults
    assert (Fault(FaultCode.EPOCH_FORGED, "chain_epoch", 2, 2) in report.faults) == named


def test_a_forged_epoch_of_a_strangers_key_is_never_in_order(store: Path) -> None:
    tamper(store, FORGED_RESTORE.format(mark="randomblob(8)", seal="randomblob(32)"))
    report = verify(store)
    assert (report.ok, report.unchecked) == (False, 0)
    with opened(store, read_only=False) as db:
        epochs.current_epoch(db, 1, KEY, 1_900_000_000_001)
    assert verify(store).ok  # it is declared, holds nothing, and the seal after it says so


def test_seals_that_were_all_taken_off_and_given_anew_differ_from_the_backups(store: Path) -> None:
    with opened(store, read_only=False) as db:
        epochs.begin_epoch(db, 1, KEY, epochs.KEY_LOST, 1_800_000_000_000)
        before = heads_of(db, "yesterday")
    tamper(store, "UPDATE chain_epoch SET seal = NULL")
    with opened(store, read_only=False) as db:
        epochs.adopt_epochs(db, lambda: KEY)
    assert verify_store(store, [KEY], backups=[before]).faults == (
        Fault(FaultCode.EPOCH_FORGED, "yesterday", 2, 2),
    )


def test_a_restore_sealed_late_explains_only_backups_that_are_as_old(store: Path) -> None:
    with opened(store) as db:
        sealed = heads_of(db, "of schema 2")
    old = replace(sealed, name="of schema 1", epochs=tuple(replace(e, seal=None) for e in sealed.epochs))
    tamper(
        store, *CUT, "UPDATE chain_epoch SET seal = NULL", FORGED_RESTORE.format(mark="key_mark", seal="NULL")
    )
    with opened(store, read_only=False) as db:
        epochs.adopt_epochs(db, lambda: KEY)
    cut = [
        f.where
        for f in verify_store(store, [KEY], backups=[sealed, old]).faults
        if f.code is FaultCode.LEDGER_CUT
    ]
    assert cut == ["of schema 2"]


def test_an_epoch_whose_key_was_away_when_seals_came_is_no_fault_once_it_is_back(store: Path) -> None:
    other = bytes(32)
    tamper(store, "UPDATE chain_epoch SET seal = NULL")  # as schema 1 left it
    with opened(store, read_only=False) as db:
        epochs.adopt_epochs(db, lambda: other)
        epochs.current_epoch(db, 1, other, 1_800_000_000_000)
    assert verify_store(store, [KEY, other]).ok


def test_an_empty_epoch_without_a_seal_stays_forged_when_the_program_went_on_after_it(store: Path) -> None:
    other = bytes(32)
    tamper(store, FORGED_RESTORE.format(mark="key_mark", seal="NULL"))
    with opened(store, read_only=False) as db:
        epochs.current_epoch(db, 1, other, 1_900_000_000_001)
    assert verify_store(store, [KEY, other]).faults == (Fault(FaultCode.EPOCH_FORGED, "chain_epoch", 2, 2),)


def test_an_epoch_that_was_removed_is_missed_by_its_neighbour(store: Path) -> None:
    with opened(store, read_only=False) as db:
        for at in (1, 2):
            epochs.begin_epoch(db, 1, KEY, epochs.KEY_LOST, 1_800_000_000_000 + at)
    tamper(store, "DELETE FROM chain_epoch WHERE id = 2")
    assert {(FaultCode.EPOCHS_MISSING, 3), (FaultCode.EPOCH_FORGED, 3)} <= codes(verify(store))


def test_a_changed_mark_of_an_empty_epoch_is_named(store: Path) -> None:
    with opened(store, read_only=False) as db:
        epochs.begin_epoch(db, 1, KEY, epochs.KEY_LOST, 1_800_000_000_000)
    tamper(store, "UPDATE chain_epoch SET key_mark = randomblob(8) WHERE id = 2")
    assert verify(store).faults == (Fault(FaultCode.KEY_MARK_CHANGED, "chain_epoch", 2, 2),)


def test_a_backup_of_another_shop_says_nothing(store: Path) -> None:
    with opened(store) as db:
        strange = replace(heads_of(db, "yesterday"), shop=b"x" * 16)
    tamper(store, *CUT)
    assert FaultCode.LEDGER_CUT not in {f.code for f in verify_store(store, [KEY], backups=[strange]).faults}


def test_gaps_are_seen_without_the_key_too(store: Path) -> None:
    tamper(store, "DELETE FROM ledger_entry WHERE id = 4")
    assert FaultCode.ENTRIES_MISSING in {fault.code for fault in verify_store(store, [bytes(32)]).faults}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE card SET balance = balance + 5 WHERE id = 2", Fault(FaultCode.WRONG_BALANCE, "card", 2)),
        (
            "UPDATE visit_summary SET visits = visits + 1 WHERE customer_id = 3",
            Fault(FaultCode.WRONG_SUMMARY, "visit_summary", 3),
        ),
        (
            "DELETE FROM visit_summary WHERE customer_id = 3",
            Fault(FaultCode.WRONG_SUMMARY, "visit_summary", 3),
        ),
        ("DELETE FROM product", Fault(FaultCode.ORPHAN_ROW, "visit_item", 1)),
        ("DROP INDEX ledger_card", Fault(FaultCode.SCHEMA_CHANGED, "ledger_card")),
        ("CREATE TABLE extra (x)", Fault(FaultCode.SCHEMA_CHANGED, "extra")),
    ],
)
def test_what_no_longer_adds_up_is_named(store: Path, statement: str, fault: Fault) -> None:
    tamper(store, statement)
    assert fault in verify(store).faults


def test_a_reversal_that_gives_back_something_else_is_named(store: Path) -> None:
    with opened(store) as db:
        reversal = db.value("SELECT id FROM ledger_entry WHERE kind = 'REVERSED' LIMIT 1")
    tamper(store, f"UPDATE ledger_entry SET stamps = stamps - 1 WHERE id = {reversal}")
    assert (FaultCode.WRONG_REVERSAL, reversal) in codes(verify(store))


def test_a_missing_trigger_is_named(store: Path) -> None:
    db = apsw.Connection(str(store))
    db.execute("DROP TRIGGER ledger_no_update")
    db.close()
    assert verify(store).faults == (Fault(FaultCode.TRIGGER_MISSING, "ledger_no_update"),)


def test_many_faults_are_counted_and_the_first_named(store: Path) -> None:
    tamper(store, *(f"CREATE TABLE extra{number} (x)" for number in range(150)))
    report = verify(store)
    assert report.fault_count == 150
    assert len(report.faults) == 100


def test_a_broken_page_is_a_damaged_file(store: Path) -> None:
    with opened(store) as db:
        page, size = (
            db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'ledger_entry'"),
            db.value("PRAGMA page_size"),
        )
    content = bytearray(store.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    store.write_bytes(content)
    faults = {(fault.code, fault.where) for fault in verify(store).faults}
    assert (FaultCode.DAMAGED_FILE, "ledger_entry") in faults
    assert (FaultCode.DAMAGED_FILE, "file") in faults


def test_flipped_bits_in_the_ledger_are_found(store: Path) -> None:
    with opened(store) as db:
        ids = [id_ for row in db.run("SELECT uid, chain_hash FROM ledger_entry") for id_ in row]
    whole, luck = store.read_bytes(), random.Random(11)
    for _ in range(40):
        wanted = luck.choice(ids)
        store.write_bytes(flipped(whole, whole.index(wanted) + luck.randrange(len(wanted)), luck))
        assert not verify(store).ok


def test_no_flipped_bit_in_the_ledger_stops_the_verification(store: Path) -> None:
    with opened(store) as db:
        pages = [
            page
            for (page,) in db.run(
                "SELECT rootpage FROM sqlite_schema WHERE name LIKE '%ledger%' AND rootpage"
            )
        ]
        size = db.value("PRAGMA page_size")
    whole, luck = store.read_bytes(), random.Random(12)
    found = 0
    for _ in range(300):
        place = (luck.choice(pages) - 1) * size + luck.randrange(size)
        store.write_bytes(flipped(whole, place, luck))
        found += not verify(store).ok
    assert found > 20, found  # most of those pages is empty


def flipped(content: bytes, place: int, luck: random.Random) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1 << luck.randrange(8)
    return bytes(changed)


def test_a_text_that_is_none_any_more_is_an_edited_entry(store: Path) -> None:
    tamper(
        store,
        "PRAGMA ignore_check_constraints = 1",
        "UPDATE ledger_entry SET reason = CAST(x'ff' AS TEXT) WHERE id = 4",
    )
    assert (FaultCode.ENTRY_EDITED, 4) in codes(verify(store))


def test_an_older_schema_is_said_and_not_read(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.storage.trust.verifying.verify.LATEST", LATEST + 1)
    assert verify(store).faults == (Fault(FaultCode.OLD_SCHEMA, "store", number=LATEST),)


def test_backups_of_the_time_before_a_restore_say_nothing(store: Path) -> None:
    with opened(store, read_only=False) as db:
        before = heads_of(db, "yesterday")
        epochs.begin_epoch(db, 1, KEY, epochs.RESTORED, 1_800_000_000_000)
    ahead = replace(before, heads=(replace(before.heads[0], chain_no=1000),))
    assert verify_store(store, [KEY], backups=[ahead]).ok


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """As somebody who may only read there; the superuser, whom no right stops, becomes nobody meanwhile."""
    rights = {path: path.stat().st_mode for path in (folder, *folder.iterdir())}
    for path in rights:
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
        for path, mode in rights.items():
            path.chmod(mode)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that others than its owner can find: a test's own folder is its owner's alone."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


posix_rights = pytest.mark.skipif(os.name == "nt", reason="rights as POSIX knows them")


@posix_rights
def test_a_closed_store_is_verified_in_a_read_only_folder(open_to_all: Path) -> None:
    path = open_to_all / "shop.sqlite3"
    put_saved_store(path)
    with opened(path, read_only=False) as db:
        assert db.value("PRAGMA journal_mode") == "wal"
    with read_only(open_to_all):
        assert verify(path).ok
    assert [file.name for file in open_to_all.iterdir()] == ["shop.sqlite3"]


@posix_rights
@pytest.mark.parametrize("whole", [True, False])
def test_a_store_that_was_not_closed_is_read_with_its_last_words_or_not_at_all(
    open_to_all: Path, whole: bool
) -> None:
    path = open_to_all / "shop.sqlite3"
    put_saved_store(path)
    with opened(path, read_only=False) as db:
        db.run("INSERT INTO setting VALUES ('last', 'word', 0)")
        beside = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
        kept = [(file, file.read_bytes()) for file in (path, *beside)]
    for file, content in kept[: 3 if whole else 2]:
        file.write_bytes(content)
    with read_only(open_to_all):
        if whole:
            with opened(path) as db:
                assert db.value("SELECT value FROM setting WHERE key = 'last'") == "word"
        else:
            with pytest.raises(NeedsItsFolder):
                verify(path)


def test_what_is_no_store_or_a_newer_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_text("Dear diary, " * 300)
    with pytest.raises(NotAStore):
        verify(path)
    path.unlink()
    migrate(path, steps=tuple(Migration(n, "n", f"CREATE TABLE t{n} (x);") for n in range(1, 60)))
    with pytest.raises(NewerFile):
        verify(path)
