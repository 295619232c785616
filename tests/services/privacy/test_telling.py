"""Everything about one person in one file."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.interchange.person_file import ENGLISH_PAGE, PAGE, ROWS
from frontdesk.storage.privacy.personal_data import PLACES
from tests.services.counter_acts import hire, refusal
from tests.services.privacy.everywhere import ELSE, NAME, somebody_everywhere


def read(path: Path) -> dict[str, str]:
    """The texts of the files in it."""
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        names = [name for name in packed.namelist() if not name.endswith(".webp")]
        return {name: packed.read(name).decode("utf-8-sig") for name in names}


def test_all_that_the_inventory_reaches_is_in_the_file(desk: FrontDesk, tmp_path: Path) -> None:
    customer = somebody_everywhere(desk)
    path = tmp_path / "person.zip"

    rows = desk.telling.write(desk.act(), customer, path)

    assert desk.store.read().value("SELECT kind FROM gesture ORDER BY id DESC LIMIT 1") == "TAKE_OUT_PERSON"
    files = read(path)
    told = json.loads(files[ROWS])["tables"]
    assert {place.table for place in PLACES} == set(told)
    assert rows == sum(map(len, told.values()))
    for place in PLACES:  # every column that is emptied when they are forgotten is told before
        assert set(place.emptied) <= set(told[place.table][0]), place.table
    tables = {name.split("/")[1].removesuffix(".csv") for name in files if name.startswith("tables/")}
    assert {"customer", "visit", "ledger_entry", "absence_step"} <= tables
    assert not tables & {"gesture", "search_slot", "import_item"}  # they say something to a program alone
    for table in tables:
        assert len(list(csv.reader(io.StringIO(files[f"tables/{table}.csv"])))) == len(told[table]) + 1
    assert {row["name"] for row in told["customer"]} == {NAME, ELSE}
    for words in ("note of", "what of", "words of", "told of"):
        assert f"{words} {NAME}" in files[PAGE]
    with zipfile.ZipFile(path) as packed:
        assert packed.read("pictures/photo-1.webp") == NAME.encode()


def test_that_it_was_taken_is_on_record_before_there_is_a_file(
    desk: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = somebody_everywhere(desk)

    def no_room(*args: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("frontdesk.services.privacy.telling.write_person", no_room)
    with pytest.raises(OSError, match="no room"):
        desk.telling.write(desk.act(), customer, tmp_path / "person.zip")
    assert desk.store.read().value("SELECT kind FROM gesture ORDER BY id DESC LIMIT 1") == "TAKE_OUT_PERSON"


def test_it_speaks_their_language_with_english_beside(desk: FrontDesk, tmp_path: Path) -> None:
    draft = CustomerDraft("<b>ສົມສັກ</b>", language="lo", note="=1+1")
    customer = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.telling.write(desk.act(), customer, tmp_path / "lo.zip")
    files = read(tmp_path / "lo.zip")
    assert '<html lang="lo">' in files[PAGE]
    assert '<html lang="en">' in files[ENGLISH_PAGE]
    assert "&lt;b&gt;ສົມສັກ&lt;/b&gt;" in files[PAGE]
    assert "'=1+1" in files["tables/fact.csv"]
    assert "Owner (owner)" in files["tables/fact.csv"] or "Noy (owner)" in files["tables/fact.csv"]


def test_each_line_of_what_was_done_says_what_it_was_and_a_birthday_has_its_year_once(
    desk: FrontDesk, tmp_path: Path
) -> None:
    draft = CustomerDraft("Noy", birthday=Birthday(11, 16, 1975))
    customer = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.submit(desk.slipping.called, desk.act(), customer, "Will come by").result()
    desk.telling.write(desk.act(), customer, tmp_path / "noy.zip")
    page = read(tmp_path / "noy.zip")[PAGE]
    assert page.count("1975") == 1
    assert "<td>We got in touch with you</td><td>Will come by</td>" in page


def test_other_customers_are_not_named(desk: FrontDesk, tmp_path: Path) -> None:
    ids = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Secretive")
    ]
    desk.submit(desk.groups.join, desk.act(), *ids).result()
    desk.telling.write(desk.act(), ids[0], tmp_path / "noy.zip")
    everything = "".join(read(tmp_path / "noy.zip").values())
    assert "Secretive" not in everything
    assert "another customer" in everything


def test_no_cashier_takes_anybody_out_and_nothing_is_left_of_the_try(desk: FrontDesk, tmp_path: Path) -> None:
    customer = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    act = desk.act()
    cashier = Act(act.gesture, hire(desk, role=Role.CASHIER), act.till_id, act.at)
    with pytest.raises(Refused) as raised:
        desk.telling.write(cashier, customer, tmp_path / "noy.zip")
    assert refusal(raised)[0] == "ONLY_MANAGER"
    with pytest.raises(FileNotFoundError):
        desk.telling.write(desk.act(), customer, tmp_path / "nowhere" / "noy.zip")
    assert list(tmp_path.glob("*.zip*")) == []
