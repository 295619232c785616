"""Everything out, and in again: the same shop, by a comparison that nobody tuned."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.shell_owner import act_as_owner
from frontdesk.config import Paths, paths_for, resource_path
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.archives import DESCRIPTION
from frontdesk.domain.importing.imports import BadFile
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.services.importing import archive
from frontdesk.services.importing.archive import take_in
from frontdesk.services.trust.backups import restore
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.importing import archive_tables
from frontdesk.storage.opening import opened
from frontdesk.storage.trust.backups import clear_litter
from frontdesk.texts import texts_for
from frontdesk.wording.archive_columns import column_words
from frontdesk.wording.archive_rooms import table_sentence
from tests.conftest import FakeClock
from tests.saved_shop import SAVED
from tests.services.counter_acts import hire, refusal
from tests.services.importing.archive_acts import contents, everything, taken_in
from tests.services.importing.stores_compared import differences

WORDS = (
    "",
    "\\N",
    "\\",
    "\\\\F",
    "=1+1",
    "'=1+1",
    "\\=x",
    "a\r\nb\rc\n",
    ' "x",',
    "\u200bສະບາຍດີ",
    "-5",
    "\x00x",
)

PICTURE = resource_path("pictures", "counter.png")


@pytest.fixture
def other(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "elsewhere" / "shop")


def without_date(path: Path) -> dict[str, bytes]:
    """All that is in an archive but when it was made, which the page of words has, too, and so its hash."""
    found = contents(path)
    readme, facts = found.pop("README.txt").decode().splitlines(), json.loads(found.pop(DESCRIPTION))
    del facts["made_at"], facts["files"]["README.txt"]["sha256"]
    dated = [line for line in readme if not line.endswith(" UTC")]
    return {**found, "README": "\n".join(dated).encode(), "description": json.dumps(facts).encode()}


@pytest.fixture(params=["v1", "v2", "v3", "v4", "v5", "v6"])
def filled(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[FrontDesk]:
    """The filled shop of each schema, as it was released, brought to the present one."""
    paths = paths_for(tmp_path / "filled")
    paths.create()
    shutil.copy(SAVED / f"{request.param}.sqlite3", paths.store)
    shutil.copy(SAVED / f"{request.param}.key", paths.chain_key)
    with closing(open_desk(paths, clock=clock)) as desk:
        desk.search_upkeep.renew()
        act_as_owner(desk)  # the last of these shops has a PIN
        yield desk


def test_a_filled_shop_of_every_schema_comes_back_equal(
    filled: FrontDesk, other: Paths, clock: FakeClock, tmp_path: Path, expect_log: object
) -> None:
    for number, words in enumerate(WORDS):
        draft = CustomerDraft(f"Somebody {number}")
        id_ = filled.submit(filled.customers.enrol, filled.act(), draft).result().customer.id
        put(filled, "UPDATE customer SET reference = ? WHERE id = ?", words, id_)
    made = everything(filled, tmp_path / "all.zip")
    other.create()
    shutil.copy(filled.paths.chain_key, other.chain_key)  # as typed in from the recovery sheet
    taken = taken_in(other, made.path, clock)

    assert differences(filled.paths.store, taken.made.path) == {}
    assert taken.faults == 0
    restore(other, taken.made.path, clock=clock)
    found = differences(filled.paths.store, other.store)
    assert set(found) == {"chain_epoch"}  # one more, which says that the ledger goes on from here
    missing, more = found["chain_epoch"]
    assert (missing, len(more)) == ([], 1)
    expect_log("restored a backup")
    with closing(open_desk(other, clock=clock)) as again:
        assert report(again).ok
        for name in ("somebody 1", "ສະ", "noy", "som"):
            assert [hit.name for hit in again.search.find(name)] == [h.name for h in filled.search.find(name)]


def put(desk: FrontDesk, sql: str, *values: object) -> None:
    desk.store.submit(lambda: desk.store.write().run(sql, values)).result()


def report(desk: FrontDesk) -> VerifyReport:
    return Verifier(desk.paths).verify()


def test_the_second_archive_is_the_first_but_for_its_date(
    filled: FrontDesk, other: Paths, clock: FakeClock, tmp_path: Path
) -> None:
    made = everything(filled, tmp_path / "all.zip")
    other.create()
    taken = taken_in(other, made.path, clock)
    shutil.copy(taken.made.path, other.store)
    clock.forward(days=1)
    with closing(open_desk(other, clock=clock)) as again:
        second = again.archive._written(tmp_path / "again.zip", lambda done, total: None)
    assert without_date(second.path) == without_date(made.path)


def test_without_the_key_the_books_go_on_and_say_so(
    filled: FrontDesk, other: Paths, clock: FakeClock, tmp_path: Path, expect_log: object
) -> None:
    taken = taken_in(other, everything(filled, tmp_path / "all.zip").path, clock)
    restore(other, taken.made.path, clock=clock)
    expect_log("restored a backup")
    with closing(open_desk(other, clock=clock)) as again:
        code = again.store.read().value("SELECT code FROM member_code LIMIT 1")
        if code is not None:  # the key of the cards came along
            assert again.code_key == filled.code_key
        found = report(again)
    assert found.fault_count == 0
    assert found.unchecked == found.entries


@pytest.fixture
def archived(desk: FrontDesk, tmp_path: Path) -> Path:
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    return everything(desk, tmp_path / "all.zip").path


def test_only_an_owner_takes_everything_out(desk: FrontDesk, tmp_path: Path) -> None:
    desk.staff_id = hire(desk, role=Role.MANAGER)
    with pytest.raises(Refused) as refused:
        desk.archive.everything(desk.act(), tmp_path / "all.zip")
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    assert not list(tmp_path.glob("*.zip*"))


def test_a_cancelled_one_leaves_the_old_file(desk: FrontDesk, archived: Path) -> None:
    before = archived.read_bytes()
    assert desk.archive.everything(desk.act(), archived, cancelled=lambda: True) is None
    assert archived.read_bytes() == before
    assert not list(archived.parent.glob("*.part"))


def test_a_cancelled_reading_leaves_nothing(archived: Path, other: Paths, clock: FakeClock) -> None:
    assert take_in(other, archived, clock=clock, cancelled=lambda: True) is None
    assert list(other.backups.glob("*.sqlite3*")) == []
    assert not other.store.exists()


def test_what_a_killed_reading_left_goes_at_the_next_start(
    archived: Path, other: Paths, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(archive, "_clear", lambda part: None)  # nobody tidies up after a kill
    monkeypatch.setattr(archive, "verify_store", killed)
    with pytest.raises(KeyboardInterrupt):
        take_in(other, archived, clock=clock)
    assert any("incoming" in file.name for file in other.backups.iterdir())
    clear_litter(other.backups)
    assert not any("incoming" in file.name for file in other.backups.iterdir())


def test_a_shop_is_never_replaced_by_an_archive(desk: FrontDesk, archived: Path, clock: FakeClock) -> None:
    with pytest.raises(BadFile, match="NOT_EMPTY"):
        take_in(desk.paths, archived, clock=clock)


def test_photos_come_back_byte_for_byte(
    desk: FrontDesk, tmp_path: Path, other: Paths, clock: FakeClock
) -> None:
    photo = desk.photos.prepare(PICTURE.read_bytes())
    draft = CustomerDraft("Noy", consents=frozenset({Purpose.PHOTO}))
    desk.submit(desk.customers.enrol, desk.act(), draft, photo).result()
    made = everything(desk, tmp_path / "all.zip")
    assert (made.customers, made.pictures) == (1, 2)
    assert contents(made.path)["files/photo/1-full.webp"] == photo.full
    with opened(taken_in(other, made.path, clock).made.path) as db:
        assert db.one("SELECT thumb, full FROM photo") == (photo.thumb, photo.full)


def test_every_table_and_column_has_its_words(desk: FrontDesk) -> None:
    with opened(desk.paths.store) as db:
        shapes = archive_tables.shapes(db)
    assert all(table_sentence(texts_for("lo"), shape.name) for shape in shapes)
    assert {column.name for shape in shapes for column in shape.columns} == column_words(
        texts_for("lo")
    ).keys()
