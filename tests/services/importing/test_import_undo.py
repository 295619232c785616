"""A whole import goes out again as it came in, even after a crash, and nobody's own doings go with it."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.import_batches import Fate
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.storage.regulars import visits

SAMPLES = Path(__file__).parents[2] / "interchange" / "samples"

Write = Callable[..., Path]


@pytest.fixture
def table(tmp_path: Path) -> Write:
    def write(*lines: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def bring(desk: FrontDesk, path: Path, *, photos_allowed: bool = False) -> int:
    batch_id = desk.imports.run(desk.imports.preview(path), photos_allowed=photos_allowed).batch_id
    assert batch_id is not None
    return batch_id


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def only(desk: FrontDesk, text: str) -> int:
    (hit,) = desk.search.find(text)
    return hit.customer_id


def refusal_of(act: Callable[[], object]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def assert_sound(desk: FrontDesk) -> None:
    """Cached balances and visit summaries say what the entries and visits add up to."""
    db = desk.store.read()
    wrong = list(
        db.run(
            "SELECT k.id FROM card AS k WHERE k.balance <>"
            " (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = k.id)"
        )
    )
    assert wrong == []
    for root_id, archived in list(db.run("SELECT id, archived_at FROM customer WHERE id = root_id")):
        stored = visits.summary(db, root_id)
        assert (stored.visits, stored.first_at, stored.last_at) == visits.computed(db, root_id)[:3]
        in_search = db.value("SELECT 1 FROM search_slot WHERE customer_id = ?", (root_id,))
        assert (in_search is None) == (archived is not None)
    assert list(db.run("PRAGMA foreign_key_check")) == []


def test_a_whole_import_goes_out_in_one_act_and_only_once(desk: FrontDesk) -> None:
    noy = enrol(desk, CustomerDraft("Noy", birthday=Birthday(4, 12)))
    batch_id = bring(desk, SAMPLES / "perkstar.csv")
    keo = only(desk, "Keo")
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 4
    seen: list[tuple[int, int]] = []

    done = desk.imports.undo(batch_id, lambda at, total: seen.append((at, total)))

    assert (done.added, done.updated, done.kept) == (2, 0, 0)
    assert seen[-1] == (2, 2)
    assert desk.search.find("Keo") == ()
    assert [hit.customer_id for hit in desk.wall.tiles(desk.now(), 10)] == [noy]
    kinds = list(desk.store.read().run("SELECT kind, stamps FROM ledger_entry ORDER BY id"))
    assert kinds == [("CARRIED_OVER", 4), ("REVERSED", -4)]
    assert [batch.undone for batch in desk.imports.batches()] == [True]
    assert refusal_of(lambda: desk.imports.undo(batch_id)) is RefusalCode.ALREADY_UNDONE
    assert refusal_of(lambda: desk.imports.undo(999)) is RefusalCode.NOTHING_TO_UNDO
    assert_sound(desk)


def test_what_was_undone_can_come_in_again(desk: FrontDesk) -> None:
    desk.imports.undo(bring(desk, SAMPLES / "perkstar.csv"))
    again = desk.imports.preview(SAMPLES / "perkstar.csv")
    assert {row.fate for row in again.rows} == {Fate.NEW}
    desk.imports.run(again)
    assert desk.loyalty.cards(only(desk, "Keo"), desk.now())[0].balance == 4
    assert [batch.undone for batch in desk.imports.batches()] == [False, True]


def test_who_came_since_stays_without_the_old_stamps(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(
        desk, table("name,balance,visits,last visit", "Keo,4,30,2026-11-01", "La,2,1,2026-11-02")
    )
    keo = only(desk, "Keo")
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo, 2).result()

    done = desk.imports.undo(batch_id)

    assert (done.added, done.kept) == (1, 1)
    assert desk.search.find("La") == ()
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 2
    assert desk.greetings.open(keo, desk.now()).summary.visits == 1
    assert [entry.kind for entry in desk.loyalty.history(keo)] == [
        EntryKind.REVERSED,
        EntryKind.EARNED,
        EntryKind.CARRIED_OVER,
    ]
    assert_sound(desk)

    bring(desk, table("name,balance,visits,last visit", "Keo,3,20,2026-11-01"))

    assert desk.loyalty.cards(keo, desk.now())[0].balance == 5
    assert desk.greetings.open(keo, desk.now()).summary.visits == 21


def test_who_was_taken_out_by_hand_is_not_kept(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name", "Keo"))
    keo = only(desk, "Keo")
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo).result()
    desk.submit(desk.customers.archive, desk.act(), keo).result()
    assert desk.imports.undo(batch_id).kept == 0
    assert_sound(desk)


def test_stamps_already_taken_as_a_reward_are_owed(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name,balance", "Keo,5"))
    keo = only(desk, "Keo")
    desk.submit(desk.loyalty.redeem, desk.act(), keo).result()
    desk.imports.undo(batch_id)
    assert desk.loyalty.cards(keo, desk.now())[0].owed == 5


def test_an_undone_visit_holds_nobody_back(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name", "Keo"))
    given = desk.submit(desk.loyalty.add_stamps, desk.act(), only(desk, "Keo")).result()
    desk.submit(desk.loyalty.undo, desk.act(), given.gesture).result()
    assert desk.imports.undo(batch_id).kept == 0


@pytest.mark.parametrize("kept_is_imported", [True, False])
def test_who_was_merged_since_stays(desk: FrontDesk, table: Write, kept_is_imported: bool) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    batch_id = bring(desk, table("name,balance,visits,last visit", "Keo,4,30,2026-11-01"))
    keo = only(desk, "Keo")
    pair = (keo, noy) if kept_is_imported else (noy, keo)
    desk.submit(desk.merging.merge, desk.act(), *pair).result()

    done = desk.imports.undo(batch_id)

    assert (done.added, done.kept) == (0, 1)
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 0
    assert desk.greetings.open(keo, desk.now()).summary.visits == 0
    assert_sound(desk)


def test_what_was_filled_in_is_emptied_unless_somebody_changed_it(desk: FrontDesk, table: Write) -> None:
    draft = CustomerDraft("Noy", phone="020 5555 9876")
    noy, other = enrol(desk, draft), enrol(desk, CustomerDraft("Dao", phone="020 5555 1111"))
    header = "name,phone,email,birthday,note,allergy,nickname,balance,visits,last visit"
    row = "Noy,020 5555 9876,noy@example.com,1990-04-12,by the window,nuts,Nono,3,9,2026-11-01"
    second = "Dao,020 5555 1111,dao@example.com,1990-04-12,,,,,,"
    batch_id = bring(desk, table(header, row, second))
    edited = CustomerDraft(
        "Dao", phone="020 5555 1111", email="dao@example.com", birthday=Birthday(4, 13, 1990)
    )
    desk.submit(desk.customers.edit, desk.act(), other, edited).result()
    assert desk.search.find("Nono")

    done = desk.imports.undo(batch_id)

    assert (done.added, done.updated) == (0, 2)
    assert desk.customers.draft(noy) == draft
    assert desk.customers.draft(other) == CustomerDraft(
        "Dao", phone="020 5555 1111", birthday=Birthday(4, 13, 1990)
    )
    assert not desk.search.find("Nono")
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 0
    assert_sound(desk)


def test_rows_that_told_of_one_person_go_out_together(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name,phone,balance", "Keo,020 7777 1111,3", "Keo,020 7777 1111,4"))
    keo = only(desk, "Keo")
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 7
    done = desk.imports.undo(batch_id)
    assert (done.added, done.updated) == (1, 1)
    assert desk.search.find("Keo") == ()
    assert desk.store.read().value("SELECT sum(balance) FROM card") == 0
    assert_sound(desk)


def test_stamps_that_added_up_go_out_and_others_stay(desk: FrontDesk, table: Write) -> None:
    keo = enrol(desk, CustomerDraft("Keo", phone="020 7777 1111"))
    header = "name,phone,balance"
    rows = ("Keo,020 7777 1111,3", "Son,020 7777 1111,9", "Keo,020 7777 1111,4")
    batch_id = bring(desk, table(header, *rows))
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo, 2).result()
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 9

    done = desk.imports.undo(batch_id)

    assert (done.added, done.updated, done.kept) == (1, 2, 0)
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 2
    assert desk.search.find("Son") == ()
    assert_sound(desk)

    bring(desk, table(header, *rows))
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 9


def test_stamps_that_did_not_come_in_do_not_go_out(desk: FrontDesk, table: Write) -> None:
    bring(desk, table("name,phone,balance", "Keo,020 7777 1111,3"))
    keo = only(desk, "Keo")
    batch_id = bring(desk, table("name,phone,email,balance", "Keo,020 7777 1111,keo@example.com,4"))

    desk.imports.undo(batch_id)

    assert (desk.loyalty.cards(keo, desk.now())[0].balance, desk.customers.get(keo).email) == (3, "")
    assert_sound(desk)


def test_photos_go_out_and_their_consents_end(desk: FrontDesk) -> None:
    gio = enrol(desk, CustomerDraft("Gio", phone="+995 595 12 34 56"))
    batch_id = bring(desk, SAMPLES / "contacts-3.0.vcf", photos_allowed=True)
    assert desk.photos.thumb(gio) is not None

    desk.imports.undo(batch_id)

    assert desk.photos.thumb(gio) is None
    (said,) = desk.customers.consents(gio)
    assert (said.purpose, said.granted) == (Purpose.PHOTO, False)
    assert desk.store.read().value("SELECT count(*) FROM photo") == 0


def test_the_photos_of_who_goes_out_are_deleted(desk: FrontDesk) -> None:
    batch_id = bring(desk, SAMPLES / "contacts-3.0.vcf", photos_allowed=True)
    assert desk.store.read().value("SELECT count(*) FROM photo") == 1
    desk.imports.undo(batch_id)
    assert desk.store.read().value("SELECT count(*) FROM photo") == 0


def test_only_a_manager_undoes(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name", "Keo"))
    owner = desk.staff_id
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    assert refusal_of(lambda: desk.imports.undo(batch_id)) is RefusalCode.ONLY_MANAGER
    desk.staff_id = owner
    assert desk.imports.undo(batch_id).added == 1


class BrokenOff(Exception):
    """What a test raises in the middle of an undo."""


def test_an_undo_that_broke_off_is_taken_up_again(desk: FrontDesk, table: Write) -> None:
    batch_id = bring(desk, table("name,balance", *(f"Guest {i},3" for i in range(120))))

    def break_off(done: int, total: int) -> None:
        raise BrokenOff

    with pytest.raises(BrokenOff):
        desk.imports.undo(batch_id, break_off)
    assert [batch.undone for batch in desk.imports.batches()] == [False]
    assert 0 < desk.store.read().value("SELECT count(*) FROM ledger_entry WHERE kind = 'REVERSED'") < 120

    assert desk.imports.undo(batch_id).added == 120

    counts = dict(desk.store.read().run("SELECT kind, count(*) FROM ledger_entry GROUP BY kind"))
    assert counts == {"CARRIED_OVER": 120, "REVERSED": 120}
    assert desk.store.read().value("SELECT count(*) FROM gesture WHERE kind = 'UNDO_IMPORT'") == 1
    assert [batch.undone for batch in desk.imports.batches()] == [True]
    assert_sound(desk)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_an_import_that_was_killed_is_shown_undone_and_run_again(
    desk: FrontDesk, paths: Paths, table: Write
) -> None:
    desk.close()
    path = table("name,phone,balance,note", *(f"Guest {i},020 7000 {i:04},3,regular" for i in range(400)))
    script = Path(__file__).with_name("importing_under_fire.py")
    killed = subprocess.run([sys.executable, str(script), str(paths.data), str(path), "150"], timeout=60)
    assert killed.returncode == -signal.SIGKILL

    reopened = open_desk(paths)
    try:
        (batch,) = reopened.imports.batches()
        assert not batch.finished
        assert 150 <= batch.added < 400
        assert reopened.store.read().value("SELECT count(*) FROM customer") == batch.added
        assert_sound(reopened)
        rest = reopened.imports.run(reopened.imports.preview(path))
        assert (rest.added, rest.updated) == (400 - batch.added, 0)
        assert reopened.imports.undo(batch.id).added == batch.added
        assert rest.batch_id is not None
        assert reopened.imports.undo(rest.batch_id).added == rest.added
        assert reopened.search.find("Guest") == ()
        assert reopened.store.read().value("SELECT sum(balance) FROM card") == 0
        assert_sound(reopened)
    finally:
        reopened.close()
