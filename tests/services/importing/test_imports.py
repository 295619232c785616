"""A shop's own list comes in: nobody twice, nothing overwritten, and no stamp waits for it."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.import_batches import Fate, ImportDone, ImportPreview
from frontdesk.domain.importing.imports import BadFile, Column, FileFault, LeftOut, RowFault
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.importing.import_rows import PHOTO_WORDING
from frontdesk.services.importing.imports import SLICE_SECONDS, ImportService
from frontdesk.storage.regulars import visits

SAMPLES = Path(__file__).parents[2] / "interchange" / "samples"

Table = Callable[..., Path]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def write(*lines: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def bring(desk: FrontDesk, path: Path) -> ImportDone:
    return desk.imports.run(desk.imports.preview(path))


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def only(desk: FrontDesk, text: str) -> int:
    """The one customer whom a search finds."""
    (hit,) = desk.search.find(text)
    return hit.customer_id


def fates(preview: ImportPreview) -> list[Fate]:
    return [row.fate for row in preview.rows]


def everybody(desk: FrontDesk) -> int:
    count: int = desk.store.read().value(
        "SELECT count(*) FROM customer WHERE root_id = id AND archived_at IS NULL"
    )
    return count


def test_squares_customers_come_in_with_all_that_is_known(desk: FrontDesk) -> None:
    preview = desk.imports.preview(SAMPLES / "square.csv")
    assert (preview.new, preview.matched, preview.unchanged, preview.bad) == (4, 0, 0, 1)
    assert preview.source == "square.csv"
    assert [bad.line for bad in preview.bad_rows] == [5]
    assert everybody(desk) == 0

    done = desk.imports.run(preview)

    assert (done.added, done.updated, done.stopped, done.changes.everything) == (4, 0, False, True)
    somsak = only(desk, "5551234")
    customer = desk.customers.get(somsak)
    assert (customer.name, customer.called, customer.email) == ("Somsak Vongsa", "Sak", "somsak@example.com")
    assert customer.birthday == Birthday(4, 12)
    greeting = desk.greetings.open(somsak, desk.now())
    assert greeting.summary.visits == 148
    assert [(fact.kind, fact.text) for fact in greeting.facts] == [(FactKind.NOTE, "Oat milk, less sweet")]
    db = desk.store.read()
    assert db.value("SELECT reference FROM customer WHERE id = ?", (somsak,)) == "SQ0001"
    (batch,) = desk.imports.batches()
    assert (batch.id, batch.added, batch.finished, batch.undone) == (done.batch_id, 4, True, False)


@pytest.mark.parametrize(
    "name", ["square.csv", "google.csv", "perkstar.csv", "thai-shop.csv", "cyrillic.csv", "contacts-3.0.vcf"]
)
def test_a_file_read_twice_changes_nothing(desk: FrontDesk, name: str) -> None:
    bring(desk, SAMPLES / name)
    before = everybody(desk), desk.store.read().value("SELECT max(id) FROM gesture")

    again = desk.imports.preview(SAMPLES / name)

    assert set(fates(again)) == {Fate.UNCHANGED}
    assert all(row.matched_id for row in again.rows)
    assert desk.imports.run(again).batch_id is None
    assert (everybody(desk), desk.store.read().value("SELECT max(id) FROM gesture")) == before


def test_the_same_preview_run_twice_adds_nobody_twice(desk: FrontDesk) -> None:
    preview = desk.imports.preview(SAMPLES / "square.csv")
    desk.imports.run(preview)
    again = desk.imports.run(preview)
    assert (again.added, again.updated, everybody(desk)) == (0, 0, 4)
    assert len(desk.imports.batches()) == 1


@pytest.mark.parametrize(
    ("known", "row"),
    [
        (CustomerDraft("Noy", phone="020 5555 9876"), "Noi Chan,+8562055559876,,"),
        (CustomerDraft("Noy", phone="+856 20 5555 9876"), "Noi Chan,020-5555-9876,,"),
        (CustomerDraft("Noy", email="Noy@Example.com"), "Somebody,021 222 333,noy@example.COM,"),
        (CustomerDraft("Zoë Noy", birthday=Birthday(4, 12, 1990)), "ZOE NOY,,,1990-04-12"),
        (CustomerDraft("Noy", birthday=Birthday(4, 12)), "Noy,,,1990-04-12"),
        (CustomerDraft("Noy", birthday=Birthday(4, 12, 1990)), "Noy,,,04-12"),
        (CustomerDraft("Noy"), "noy,,,"),
    ],
)
def test_a_row_finds_whom_it_is(desk: FrontDesk, table: Table, known: CustomerDraft, row: str) -> None:
    noy = enrol(desk, known)
    (seen,) = desk.imports.preview(table("name,phone,email,birthday", row)).rows
    assert (seen.matched_id, seen.matched_name) == (noy, known.name)


@pytest.mark.parametrize(
    ("known", "row"),
    [
        (CustomerDraft("Noy", birthday=Birthday(4, 12, 1990)), "Noy,,,1991-04-12"),
        (CustomerDraft("Noy", birthday=Birthday(4, 12)), "Noi,,,04-12"),
        (CustomerDraft("Noy", phone="020 5555 9876"), "Noy,,,"),
        (CustomerDraft("Noy"), "Noy,020 5555 9876,,"),
        (CustomerDraft("Noy", phone="+66 81 234 5678"), "Malee,081 234 5678,,"),
    ],
)
def test_a_row_that_could_be_somebody_else_is_new(
    desk: FrontDesk, table: Table, known: CustomerDraft, row: str
) -> None:
    enrol(desk, known)
    assert fates(desk.imports.preview(table("name,phone,email,birthday", row))) == [Fate.NEW]


def test_a_known_customer_is_completed_and_never_overwritten(desk: FrontDesk, table: Table) -> None:
    noy = enrol(desk, CustomerDraft("Noy", phone="020 5555 9876", note="likes jazz", language="lo"))
    path = table(
        "name,phone,email,birthday,note,nickname,allergy",
        "Noi Chan,02055559876,noy@example.com,04-12,likes rock,Nono,peanuts",
    )
    assert fates(desk.imports.preview(path)) == [Fate.MATCHED]

    assert (bring(desk, path).added, everybody(desk)) == (0, 1)

    draft = desk.customers.draft(noy)
    assert (draft.name, draft.note, draft.phone) == ("Noy", "likes jazz", "020 5555 9876")
    assert (draft.email, draft.birthday, draft.allergy) == ("noy@example.com", Birthday(4, 12), "peanuts")
    assert draft.called == ""  # that is how the Noi of the file is called
    assert fates(desk.imports.preview(path)) == [Fate.UNCHANGED]


def test_three_rows_of_one_person_are_one_customer(desk: FrontDesk, table: Table) -> None:
    path = table(
        "name,phone,email",
        "Keo,020 7777 1111,",
        "Keo,020 7777 1111,",
        "KEO,+8562077771111,keo@example.com",
        "Keo,,KEO@example.com",
    )
    preview = desk.imports.preview(path)
    assert fates(preview) == [Fate.NEW, Fate.UNCHANGED, Fate.MATCHED, Fate.UNCHANGED]
    assert {(row.matched_id, row.matched_name) for row in preview.rows[1:]} == {(None, "Keo")}

    done = desk.imports.run(preview)

    assert (done.added, done.updated, everybody(desk)) == (1, 1, 1)
    assert desk.customers.get(only(desk, "Keo")).email == "keo@example.com"


def test_a_phone_that_cannot_be_read_is_kept_in_the_note(desk: FrontDesk, table: Table) -> None:
    path = table(
        "name,phone,mobile,note", "Keo,ask her,020 7777 1111 ::: +8562077771111 ::: 021 222 333,regular"
    )
    (row,) = desk.imports.preview(path).rows
    assert (row.phone, row.left_out) == (
        "020 7777 1111",
        (LeftOut(RowFault.BAD_PHONE, Column.PHONE, "ask her"),),
    )
    bring(desk, path)
    assert desk.customers.draft(only(desk, "Keo")).note == "regular\nask her\n021 222 333"


def test_old_stamps_are_carried_over_once(desk: FrontDesk, table: Table) -> None:
    path = table("name,phone,balance,visits", "Keo,020 7777 1111,7,30", "La,020 7777 2222,0,2")
    bring(desk, path)
    keo = only(desk, "Keo")
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 7
    (entry,) = desk.loyalty.history(keo)
    assert (entry.kind, entry.stamps) == (EntryKind.CARRIED_OVER, 7)
    assert not desk.loyalty.history(only(desk, "La"))

    desk.submit(desk.loyalty.add_stamps, desk.act(), keo).result()
    table("name,phone,balance,visits", "Keo,020 7777 1111,9,35", "La,020 7777 2222,3,4")
    bring(desk, path)

    assert desk.loyalty.cards(keo, desk.now())[0].balance == 8
    assert desk.loyalty.cards(only(desk, "La"), desk.now())[0].balance == 3
    assert desk.greetings.open(keo, desk.now()).summary.visits == 31


def test_old_stamps_join_those_that_were_given_here_already(desk: FrontDesk, table: Table) -> None:
    keo = enrol(desk, CustomerDraft("Keo"))
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo, 2).result()
    bring(desk, table("name,balance,visits,last visit", "Keo,4,30,2026-10-01"))
    assert desk.loyalty.cards(keo, desk.now())[0].balance == 6
    assert desk.greetings.open(keo, desk.now()).summary.visits == 31


def test_an_imports_stamps_are_not_undone_at_the_counter(desk: FrontDesk, table: Table) -> None:
    bring(desk, table("name,balance", "Keo,7", "La,3"))
    (entry,) = desk.loyalty.history(only(desk, "Keo"))
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.undo, desk.act(), entry.gesture).result()
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO
    assert desk.loyalty.cards(only(desk, "La"), desk.now())[0].balance == 3


def test_points_are_not_stamps(desk: FrontDesk, table: Table) -> None:
    path = table("name,balance", "Keo,2500000")
    assert desk.imports.preview(path).rows[0].left_out == (
        LeftOut(RowFault.BAD_NUMBER, Column.STAMPS, "2500000"),
    )
    bring(desk, path)
    assert not desk.loyalty.history(only(desk, "Keo"))


def test_stamps_without_a_programme_are_refused_before_anything_is_written(
    desk: FrontDesk, table: Table
) -> None:
    desk.store.submit(lambda: desk.store.write().run("UPDATE programme SET retired_at = 1")).result()
    preview = desk.imports.preview(table("name,balance", "Keo,7"))
    with pytest.raises(Refused) as refused:
        desk.imports.run(preview)
    assert refused.value.code is RefusalCode.NO_PROGRAMME
    assert (everybody(desk), desk.imports.batches()) == (0, ())


def test_only_a_manager_imports(desk: FrontDesk, table: Table) -> None:
    hand = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result()
    preview = desk.imports.preview(table("name", "Keo"))
    desk.staff_id = hand.id
    with pytest.raises(Refused) as refused:
        desk.imports.run(preview)
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    assert everybody(desk) == 0


def test_names_that_bite(desk: FrontDesk, table: Table) -> None:
    khmer = ("ស្រី" * 50)[:200]
    names = [khmer, "=HYPERLINK(1)", "<b>Robert</b>", "'); DROP TABLE customer;--", '"NEAR(', "İ" * 200]
    quoted = ['"' + name.replace('"', '""') + '"' for name in names]
    done = bring(desk, table("name", *quoted))
    assert done.added == len(names)
    assert [name for (name,) in desk.store.read().run("SELECT name FROM customer ORDER BY id")] == names
    assert desk.search.find(khmer[:12])
    assert set(fates(desk.imports.preview(table("name", *quoted)))) == {Fate.UNCHANGED}


def test_half_a_file_in_utf_16_brings_its_half(desk: FrontDesk, tmp_path: Path) -> None:
    whole = "name,phone\r\n" + "".join(f"ນ້ອຍ {i},020 5555 {i:04}\r\n" for i in range(40))
    data = whole.encode("utf-16")
    path = tmp_path / "half.csv"
    path.write_bytes(data[: len(data) // 2 + 1])
    done = bring(desk, path)
    assert 15 <= done.added <= 21
    assert desk.customers.get(only(desk, "55550003")).name == "ນ້ອຍ 3"


def test_strange_numbers_and_days_do_not_stop_an_import(desk: FrontDesk, table: Table) -> None:
    path = table(
        "name,birthday,visits,first visit,last visit,balance",
        "Old,1066-10-14,999999999,2999-01-01,0001-01-01,0",
        "New,--02-29,,2026-11-01,,",
        "Both,,3,2026-11-18,2025-01-01,",
    )
    assert bring(desk, path).added == 3
    assert desk.customers.get(only(desk, "Old")).birthday == Birthday(10, 14)
    assert desk.greetings.open(only(desk, "Old"), desk.now()).summary.visits == 999999999
    assert desk.greetings.open(only(desk, "New"), desk.now()).summary.visits == 1
    both = desk.greetings.open(only(desk, "Both"), desk.now()).summary
    assert both.visits == 3
    assert both.first_at is not None
    assert both.last_at is not None
    assert both.first_at < both.last_at


def test_visits_without_their_days_count_on(desk: FrontDesk, table: Table) -> None:
    bring(desk, table("name,visits", "Keo,5"))
    keo = only(desk, "Keo")
    assert desk.greetings.open(keo, desk.now()).summary.visits == 5
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo).result()
    summary = desk.greetings.open(keo, desk.now()).summary
    assert (summary.visits, summary.last_at) == (6, desk.now())
    assert visits.computed(desk.store.read(), keo)[0] == 6


def test_a_photo_comes_in_only_with_the_shops_word(desk: FrontDesk) -> None:
    preview = desk.imports.preview(SAMPLES / "contacts-3.0.vcf")
    assert preview.photos == 1
    desk.imports.run(preview)
    gio = only(desk, "გიორგი")
    assert desk.photos.thumb(gio) is None
    assert desk.customers.consents(gio) == ()

    again = desk.imports.run(preview, photos_allowed=True)

    assert (again.added, again.updated) == (0, 1)
    assert desk.photos.thumb(gio) is not None
    (said,) = desk.customers.consents(gio)
    assert (said.purpose, said.granted, said.wording) == (Purpose.PHOTO, True, PHOTO_WORDING)


def test_a_photo_that_was_refused_stays_out(desk: FrontDesk) -> None:
    gio = enrol(desk, CustomerDraft("Gio", phone="+995 595 12 34 56", consents=frozenset({Purpose.PHOTO})))
    desk.submit(
        desk.customers.edit, desk.act(), gio, CustomerDraft("Gio", phone="+995 595 12 34 56")
    ).result()
    desk.imports.run(desk.imports.preview(SAMPLES / "contacts-3.0.vcf"), photos_allowed=True)
    assert desk.photos.thumb(gio) is None


def test_a_picture_that_is_none_is_counted(desk: FrontDesk, tmp_path: Path) -> None:
    path = tmp_path / "card.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Keo\nPHOTO;ENCODING=b:bm90IGEgcGhvdG8=\nEND:VCARD\n")
    done = desk.imports.run(desk.imports.preview(path), photos_allowed=True)
    assert (done.added, done.photos_left_out) == (1, 1)


def test_whoever_was_taken_out_since_the_preview_comes_in_anew(desk: FrontDesk, table: Table) -> None:
    keo = enrol(desk, CustomerDraft("Keo", phone="020 7777 1111"))
    preview = desk.imports.preview(table("name,phone,email", "Keo,020 7777 1111,keo@example.com"))
    assert fates(preview) == [Fate.MATCHED]
    desk.submit(desk.customers.archive, desk.act(), keo).result()
    assert desk.imports.run(preview).added == 1


def test_a_cancelled_import_keeps_what_came_in_and_the_file_brings_the_rest(
    desk: FrontDesk, table: Table
) -> None:
    path = table("name", *(f"Guest {i}" for i in range(120)))
    seen: list[int] = []
    stopped = desk.imports.run(
        desk.imports.preview(path), lambda done, total: seen.append(done), lambda: bool(seen)
    )
    assert stopped.stopped
    assert 0 < stopped.added == everybody(desk) < 120
    assert [batch.finished for batch in desk.imports.batches()] == [False]

    rest = bring(desk, path)

    assert rest.added == 120 - stopped.added
    assert everybody(desk) == 120


def ticking(seconds: float) -> Callable[[], float]:
    """A timer that moves on by as much each time that it is read."""

    def ticks() -> Iterator[float]:
        at = 0.0
        while True:
            yield at
            at += seconds

    return ticks().__next__


def slow_imports(desk: FrontDesk, row_seconds: float) -> ImportService:
    """An import service for which each row seems to take so long."""
    return ImportService(
        desk.store, desk.shop, desk.loyalty, desk.photos, desk.act, desk.now, ticking(row_seconds)
    )


def test_a_slice_ends_in_time(desk: FrontDesk, table: Table) -> None:
    slow = slow_imports(desk, SLICE_SECONDS / 3)
    steps = [0]
    slow.run(
        slow.preview(table("name", *(f"Guest {i}" for i in range(100)))), lambda done, _: steps.append(done)
    )
    assert steps[-1] == 100
    assert max(after - before for before, after in pairwise(steps)) <= 4


def test_a_stamp_is_given_between_two_slices(desk: FrontDesk, table: Table) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    slow = slow_imports(desk, SLICE_SECONDS)
    progress: list[tuple[int, int]] = []

    def stamp(done: int, total: int) -> None:
        balance = desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result(timeout=5).card.balance
        progress.append((done, balance))

    done = slow.run(slow.preview(table("name,balance", *(f"Guest {i},3" for i in range(30)))), stamp)

    assert done.added == 30
    assert progress == [(i, i) for i in range(1, 31)]
    gestures = desk.store.read().run(
        "SELECT g.kind, count(*) FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id GROUP BY 1"
    )
    assert dict(gestures) == {"IMPORT": 30, "STAMP": 30}
    assert desk.store.read().value("SELECT count(*) FROM gesture WHERE kind = 'IMPORT'") == 1


def test_progress_rises_to_the_end(desk: FrontDesk, table: Table) -> None:
    path = table("name", *(f"Guest {i}" for i in range(1200)))
    read: list[tuple[int, int]] = []
    preview = desk.imports.preview(path, lambda done, total: read.append((done, total)))
    assert read == sorted(read)
    assert read[-1] == (100, 100)
    written: list[tuple[int, int]] = []
    desk.imports.run(preview, lambda done, total: written.append((done, total)))
    assert written == sorted(written)
    assert written[-1] == (1200, 1200)


def test_a_file_that_is_no_list_is_refused(desk: FrontDesk, tmp_path: Path) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(BadFile) as refused:
        desk.imports.preview(tmp_path / "photo.csv")
    assert refused.value.code is FileFault.NOT_TEXT


def test_who_left_is_known_and_comes_back_with_the_stamps_they_had(desk: FrontDesk, table: Table) -> None:
    """The monthly file still has them: neither they nor their stamps come in a second time."""
    path = table("name,phone,stamps", "Kham Vong,020 5551 4867,4", "Bo Li,020 5551 4868,3")
    bring(desk, path)
    kham = only(desk, "Kham Vong")
    desk.submit(desk.leaving.leave, desk.act(), kham).result()

    seen = desk.imports.preview(path)

    assert fates(seen) == [Fate.LEFT, Fate.UNCHANGED]
    assert (seen.rows[0].matched_id, seen.rows[0].stamps) == (kham, 0)
    assert seen.rows[0].left_out == (LeftOut(RowFault.HAS_LEFT, Column.NAME, "Kham Vong"),)
    longer = table(*path.read_text().splitlines(), "Noy,,1", name="more.csv")
    done = bring(desk, longer)
    assert (done.added, done.updated, everybody(desk)) == (1, 0, 2)
    desk.submit(desk.leaving.come_back, desk.act(), kham).result()
    assert only(desk, "Kham Vong") == kham
    assert desk.loyalty.cards(kham, desk.now())[0].balance == 4


def test_who_leaves_while_the_file_comes_in_is_not_brought_back_by_it(desk: FrontDesk, table: Table) -> None:
    path = table("name,phone", "Kham Vong,020 5551 4867", "Noy,")
    kham = enrol(desk, CustomerDraft("Kham Vong", phone="020 5551 4867"))
    service = desk.imports
    preview = service.preview(path)
    matched = tuple(service._plan(preview.file).matched())
    desk.submit(desk.leaving.leave, desk.act(), kham).result()
    batch = desk.submit(service._begin_batch, desk.act(), "list.csv").result()
    planned = [(row, match, None) for row, match in matched]
    act = desk.act()
    took = desk.submit(service._bring_in, act, batch[1], batch[0], preview.file, planned).result()
    assert took == (2, 1, 0, 1)


def test_a_phone_of_who_left_may_be_somebody_elses_by_now(desk: FrontDesk, table: Table) -> None:
    kham = enrol(desk, CustomerDraft("Kham Vong", phone="020 5551 4867"))
    desk.submit(desk.leaving.leave, desk.act(), kham).result()
    assert fates(desk.imports.preview(table("name,phone", "Bo Li,020 5551 4867"))) == [Fate.NEW]


def test_who_was_taken_off_the_list_comes_in_again(desk: FrontDesk, table: Table) -> None:
    kham = enrol(desk, CustomerDraft("Kham Vong", phone="020 5551 4867"))
    desk.submit(desk.customers.archive, desk.act(), kham).result()
    assert fates(desk.imports.preview(table("name,phone", "Kham Vong,020 5551 4867"))) == [Fate.NEW]
