"""What the shop writes out comes back as it was."""

import csv
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.import_batches import Fate
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.refusals import Refused
from frontdesk.domain.shop import ShopSettings
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, refusal

PEOPLE = (
    CustomerDraft(
        "ສົມສັກ ວົງສາ",
        called="=Sak",
        spoken="som-SAK",
        phone="020 5555 1234",
        email="somsak@example.com",
        birthday=Birthday(4, 12),
        language="lo",
        greet_by_name=False,
        on_screen=False,
        allergy="peanuts\n+ sesame",
        preference='"less" sweet; oat milk',
        note="- sits by the window\n@door",
        consents=frozenset({Purpose.BIRTHDAY, Purpose.MESSAGES}),
    ),
    CustomerDraft("=cmd|' /C calc'!A0", birthday=Birthday(2, 29, 1988)),
    CustomerDraft("<b>Robert</b>", phone="+66 81 234 5678"),
    CustomerDraft("ស្រី" * 50, called="'quoted'"),
)


@pytest.fixture
def shop(desk: FrontDesk, clock: FakeClock) -> FrontDesk:
    """The desk with everybody in it, some visits and stamps, and one merge."""
    ids = [desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id for draft in PEOPLE]
    for number, id_ in enumerate(ids[:3], start=1):
        for _ in range(number):
            desk.submit(desk.loyalty.add_stamps, desk.act(), id_, number).result()
            clock.at += int(timedelta(days=1, minutes=7, seconds=13).total_seconds() * 1000)
    twin = CustomerDraft(
        "Robert",
        email="robert@example.com",
        note="the same Robert",
        consents=frozenset({Purpose.PHOTO, Purpose.MESSAGES}),
    )
    absorbed = desk.submit(desk.customers.enrol, desk.act(), twin).result().customer.id
    desk.submit(desk.merging.merge, desk.act(), ids[2], absorbed).result()
    changed_mind = replace(desk.customers.draft(ids[2]), consents=frozenset({Purpose.PHOTO}))
    desk.submit(desk.customers.edit, desk.act(), ids[2], changed_mind).result()
    gone = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Gone")).result().customer.id
    desk.submit(desk.customers.archive, desk.act(), gone).result()
    return desk


@pytest.fixture
def empty(tmp_path: Path, clock: FakeClock) -> Iterator[FrontDesk]:
    desk = open_desk(paths_for(tmp_path / "other"), clock=clock)
    try:
        programme = stamp_card("Coffee card", 5, "coffee")
        desk.submit(desk.shop.open_shop, desk.act(), ShopSettings(name="Other"), programme).result()
        yield desk
    finally:
        desk.close()


def export(desk: FrontDesk, path: Path) -> bytes:
    desk.exports.customers_csv(path)
    return path.read_bytes()


def test_an_empty_shop_takes_everything_back_unchanged(
    shop: FrontDesk, empty: FrontDesk, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    seen: list[tuple[int, int]] = []
    assert shop.exports.customers_csv(path, lambda done, total: seen.append((done, total))) == len(PEOPLE)
    assert seen[-1] == (len(PEOPLE), len(PEOPLE))
    preview = empty.imports.preview(path)
    assert [row.fate for row in preview.rows] == [Fate.NEW] * len(PEOPLE)
    assert not preview.bad_rows
    assert not [row.left_out for row in preview.rows if row.left_out]

    empty.imports.run(preview)

    assert export(empty, tmp_path / "again.csv") == path.read_bytes()
    for number, draft in enumerate(PEOPLE[:2], start=1):
        (hit,) = empty.search.find(draft.name[:6])
        assert empty.customers.draft(hit.customer_id) == draft
        assert empty.loyalty.cards(hit.customer_id, empty.now())[0].balance == number * number
        assert empty.greetings.open(hit.customer_id, empty.now()).summary.visits == number


def test_the_shop_that_wrote_it_gains_nothing(shop: FrontDesk, tmp_path: Path) -> None:
    before = export(shop, tmp_path / "out.csv")
    assert {row.fate for row in shop.imports.preview(tmp_path / "out.csv").rows} == {Fate.UNCHANGED}
    assert export(shop, tmp_path / "again.csv") == before


def test_a_spreadsheet_runs_none_of_it(shop: FrontDesk, tmp_path: Path) -> None:
    data = export(shop, tmp_path / "out.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)) for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@"} and cell.strip()] == []
    assert "'=cmd|' /C calc'!A0" in cells


def test_merged_records_are_one_row_and_who_was_taken_out_is_none(shop: FrontDesk, tmp_path: Path) -> None:
    rows = list(csv.DictReader(export(shop, tmp_path / "out.csv").decode("utf-8-sig").splitlines()))
    names = [row["Name"] for row in rows]
    assert "Robert" not in names
    assert "Gone" not in names
    (robert,) = (row for row in rows if row["Name"] == "<b>Robert</b>")
    assert (robert["Email"], robert["Note"]) == ("robert@example.com", "the same Robert")
    assert robert["Agreed to"] == "photo"
    assert (robert["Stamps"], robert["Visits"]) == ("9", "3")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_its_owners_alone(shop: FrontDesk, tmp_path: Path) -> None:
    export(shop, tmp_path / "out.csv")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


class BrokenOff(Exception):
    """What a test raises in the middle of an export."""


def test_an_export_that_breaks_off_leaves_the_old_file(shop: FrontDesk, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("the old one")

    def break_off(done: int, total: int) -> None:
        raise BrokenOff

    with pytest.raises(BrokenOff):
        shop.exports.customers_csv(path, break_off)
    assert path.read_text() == "the old one"
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_is_not_there_is_an_os_error(shop: FrontDesk, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        shop.exports.customers_csv(tmp_path / "nowhere" / "out.csv")


def test_the_whole_file_is_on_the_disk_before_it_takes_its_name(
    shop: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, synced = tmp_path / "customers.csv", list[tuple[int, int]]()

    def sync(handle: int) -> None:
        assert not target.exists()
        told = os.fstat(handle)
        synced.append((told.st_ino, told.st_size))

    monkeypatch.setattr("frontdesk.services.importing.exports.os.fsync", sync)
    shop.exports.customers_csv(target)
    assert synced == [(target.stat().st_ino, target.stat().st_size)]


@pytest.mark.parametrize(("role", "may"), [(Role.CASHIER, False), (Role.MANAGER, True)])
def test_a_cashier_does_not_take_the_shops_people_along(
    shop: FrontDesk, tmp_path: Path, role: Role, may: bool
) -> None:
    shop.staff_id = hire(shop, role=role)
    path = tmp_path / "customers.csv"
    if may:
        shop.exports.customers_csv(path)
    else:
        with pytest.raises(Refused) as refused:
            shop.exports.customers_csv(path)
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    assert path.exists() == may
