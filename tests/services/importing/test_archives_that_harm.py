"""An archive that is damaged, foreign, newer or made to do harm gets a sentence, and nothing is changed."""

import csv
import io
import json
import random
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.importing.archives import DESCRIPTION
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.importing.archive import take_in
from frontdesk.storage.opening import NoRoom
from tests.conftest import FakeClock
from tests.services.importing.archive_acts import contents, everything, taken_in
from tests.services.importing.stores_compared import differences


@pytest.fixture
def other(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "elsewhere" / "shop")


@pytest.fixture
def archived(desk: FrontDesk, tmp_path: Path) -> Path:
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    return everything(desk, tmp_path / "all.zip").path


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
    files = json.loads(contents(source)[DESCRIPTION])["files"]
    files[name] = {"bytes": len(data), "sha256": sha256(data).hexdigest()}
    return rewritten(source, {**described(source, files=files), name: data})


def with_cell(table: bytes, column: str, value: str) -> bytes:
    """The table with another value in one column of its last row."""
    rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))
    rows[-1][rows[0].index(column)] = value
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


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
            good, "tables/gesture.csv", with_cell(contents(good)["tables/gesture.csv"], "staff_id", "77")
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
