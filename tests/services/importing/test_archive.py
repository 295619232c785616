"""Everything out, and in again: the same shop, by a comparison that nobody tuned."""

import json
import random
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for, resource_path
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.archives import DESCRIPTION, ArchiveMade
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.services.importing.archive import TakenIn, take_in
from frontdesk.services.trust.backups import restore
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.importing import archive_tables
from frontdesk.storage.opening import NoRoom, opened
from frontdesk.texts import texts_for
from frontdesk.wording.archive_columns import COLUMNS
from frontdesk.wording.archive_rooms import table_sentence
from tests.conftest import FakeClock
from tests.saved_shop import SAVED
from tests.services.counter_acts import hire, refusal
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


def everything(desk: FrontDesk, path: Path) -> ArchiveMade:
    made = desk.archive.everything(desk.act(), path)
    assert made is not None
    return made


def taken_in(paths: Paths, path: Path, clock: FakeClock) -> TakenIn:
    taken = take_in(paths, path, clock=clock)
    assert taken is not None
    return taken


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_date(path: Path) -> dict[str, bytes]:
    """All that is in an archive but when it was made, which the page of words has, too, and so its hash."""
    found = contents(path)
    readme, facts = found.pop("README.txt").decode().splitlines(), json.loads(found.pop(DESCRIPTION))
    del facts["made_at"], facts["files"]["README.txt"]["sha256"]
    dated = [line for line in readme if not line.endswith(" UTC")]
    return {**found, "README": "\n".join(dated).encode(), "description": json.dumps(facts).encode()}


@pytest.fixture(params=["v1", "v2", "v3", "v4", "v5"])
def filled(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[FrontDesk]:
    """The filled shop of each schema, as it was released, brought to the present one."""
    paths = paths_for(tmp_path / "filled")
    paths.create()
    shutil.copy(SAVED / f"{request.param}.sqlite3", paths.store)
    shutil.copy(SAVED / f"{request.param}.key", paths.chain_key)
    with closing(open_desk(paths, clock=clock)) as desk:
        desk.search_upkeep.renew()
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


def test_a_shop_is_never_replaced_by_an_archive(desk: FrontDesk, archived: Path, clock: FakeClock) -> None:
    with pytest.raises(BadFile, match="NOT_EMPTY"):
        take_in(desk.paths, archived, clock=clock)


def rewritten(source: Path, change: dict[str, bytes | None], more: tuple[zipfile.ZipInfo, ...] = ()) -> Path:
    """A copy with other contents; None takes a file away."""
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**contents(source), **change}.items():
            if data is not None:
                archive.writestr(name, data)
        for info in more:
            archive.writestr(info, b"x")
    return target


def described(source: Path, **facts: object) -> dict[str, bytes | None]:
    return {DESCRIPTION: json.dumps({**json.loads(contents(source)[DESCRIPTION]), **facts}).encode()}


def hash_mended(source: Path, name: str, data: bytes) -> Path:
    """A file changed by somebody who knows how: its size and hash in the description fit."""
    from hashlib import sha256

    files = json.loads(contents(source)[DESCRIPTION])["files"]
    files[name] = {"bytes": len(data), "sha256": sha256(data).hexdigest()}
    return rewritten(source, {**described(source, files=files), name: data})


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("files/photo/1-full.jpg")
    info.external_attr = 0o120777 << 16
    return info


def hostile(kind: str, good: Path) -> Path:
    """One archive of each kind that must not come in."""
    table = contents(good)["tables/customer.csv"]
    if kind == "truncated":
        path = good.with_name("cut.zip")
        path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
        return path
    made = {
        "no archive": lambda: _text(good.with_name("x.zip"), b"hello"),
        "another zip": lambda: rewritten(good, {DESCRIPTION: None}),
        "another format": lambda: rewritten(good, described(good, format="other")),
        "newer": lambda: rewritten(good, described(good, format_version=2)),
        "newer schema": lambda: rewritten(good, described(good, schema_version=99)),
        "no such schema": lambda: rewritten(good, described(good, schema_version=0)),
        "other words": lambda: rewritten(good, {"tables/customer.csv": table.replace(b"Noy", b"Boy")}),
        "a table less": lambda: rewritten(good, {"tables/customer.csv": None}),
        "a claim of 10 GB": lambda: rewritten(
            good, described(good, files={"tables/customer.csv": {"bytes": 10**10, "sha256": "0" * 64}})
        ),
        "path traversal": lambda: rewritten(good, {"../../evil.sh": b"x"}),
        "an absolute path": lambda: rewritten(good, {"/etc/passwd": b"x"}),
        "a bomb": lambda: hash_mended(good, "files/photo/9-full.bin", bytes(20_000_000)),
        "a link": lambda: rewritten(good, {}, (link(),)),
        "a name twice": lambda: rewritten(good, {}, (zipfile.ZipInfo("README.txt"),)),
        "a file that nobody asks for": lambda: hash_mended(good, "files/photo/9-full.jpg", b"x"),
        "a row that points to nothing": lambda: hash_mended(
            good, "tables/customer.csv", table.replace(b",1,", b",77,")
        ),
        "a row of a wrong type": lambda: hash_mended(
            good, "tables/till.csv", contents(good)["tables/till.csv"].replace(b"0x", b"0xff", 1)
        ),
        "a number that is too large": lambda: hash_mended(
            good, "tables/customer.csv", table.replace(b"\r\n1,", b"\r\n99999999999999999999,")
        ),
        "a cell too many": lambda: hash_mended(good, "tables/customer.csv", table.replace(b"Noy", b"No,y")),
        "letters that are none": lambda: hash_mended(
            good, "tables/customer.csv", table.replace(b"Noy", b"\xff\xfe\xff")
        ),
    }
    return made[kind]()


def _text(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("truncated", FileFault.DAMAGED_ARCHIVE),
        ("no archive", FileFault.NOT_AN_ARCHIVE),
        ("another zip", FileFault.NOT_AN_ARCHIVE),
        ("another format", FileFault.NOT_AN_ARCHIVE),
        ("newer", FileFault.NEWER_ARCHIVE),
        ("newer schema", FileFault.NEWER_ARCHIVE),
        ("no such schema", FileFault.DAMAGED_ARCHIVE),
        ("other words", FileFault.DAMAGED_ARCHIVE),
        ("a table less", FileFault.DAMAGED_ARCHIVE),
        ("a claim of 10 GB", FileFault.DAMAGED_ARCHIVE),
        ("path traversal", FileFault.STRANGE_ARCHIVE),
        ("an absolute path", FileFault.STRANGE_ARCHIVE),
        ("a bomb", FileFault.STRANGE_ARCHIVE),
        ("a link", FileFault.STRANGE_ARCHIVE),
        ("a name twice", FileFault.STRANGE_ARCHIVE),
        ("a file that nobody asks for", FileFault.STRANGE_ARCHIVE),
        ("a row that points to nothing", FileFault.DAMAGED_ARCHIVE),
        ("a row of a wrong type", FileFault.DAMAGED_ARCHIVE),
        ("a number that is too large", FileFault.DAMAGED_ARCHIVE),
        ("a cell too many", FileFault.DAMAGED_ARCHIVE),
        ("letters that are none", FileFault.DAMAGED_ARCHIVE),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_must_not_come_in_changes_nothing(
    archived: Path, other: Paths, clock: FakeClock, kind: str, code: FileFault
) -> None:
    other.create()
    with pytest.raises(BadFile) as bad:
        take_in(other, hostile(kind, archived), clock=clock)
    assert bad.value.code is code
    assert [file.name for file in other.backups.iterdir() if ".sqlite3" in file.name] == []
    assert not other.store.exists()
    assert sorted(each.name for each in other.data.parent.iterdir()) == ["shop", "shop-backups"]


@pytest.mark.parametrize("place", range(8))
def test_a_flipped_bit_is_found_or_was_in_nothing_that_counts(
    desk: FrontDesk, archived: Path, other: Paths, clock: FakeClock, place: int
) -> None:
    data = bytearray(archived.read_bytes())
    data[random.Random(place).randrange(len(data))] ^= 1 << place
    archived.write_bytes(data)
    try:
        taken = taken_in(other, archived, clock)
    except BadFile:
        assert not list(other.backups.glob("*.sqlite3*"))
    else:
        assert differences(desk.paths.store, taken.made.path) == {}


def test_what_does_not_fit_the_disk_is_said_before_it_is_tried(
    archived: Path, other: Paths, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(archived.parent)._replace(free=100)
    monkeypatch.setattr("frontdesk.storage.durable.shutil.disk_usage", lambda folder: usage)
    with pytest.raises(NoRoom):
        take_in(other, archived, clock=clock)


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
    assert {column.name for shape in shapes for column in shape.columns} == COLUMNS.keys()
