"""The list of who was erased loses nobody: not to a byte that is broken, nor to a disk that will not read."""

from pathlib import Path

import pytest

from frontdesk.config import Paths
from frontdesk.storage.privacy import erased_list
from frontdesk.storage.privacy.erased_list import NAME
from tests.conftest import ExpectLog

ONE, TWO, THREE = (bytes([number]) * 16 for number in (1, 0xAB, 0xFF))


@pytest.fixture
def lists(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "shop")
    paths.create()
    paths.backups.mkdir(parents=True, exist_ok=True)
    paths.chain_key.parent.mkdir(parents=True, exist_ok=True)
    assert erased_list.add(paths, [ONE, TWO])
    return paths


@pytest.mark.parametrize(
    "spoil",
    [
        lambda held: b"\xff\xfe broken \x80\n" + held,
        lambda held: b"\xef\xbb\xbf" + held,
        lambda held: held.replace(b"\n", b"\r\n").upper(),
        lambda held: held + b"0303\n" + b"f" * 40,
    ],
    ids=["a byte that is none", "the mark of an editor", "another system's lines", "half a line"],
)
def test_only_what_is_broken_is_skipped_and_stays_no_trap(lists: Paths, spoil: object) -> None:
    file = lists.backups / NAME
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert erased_list.read(lists.backups) == {ONE, TWO}
    (lists.chain_key.parent / NAME).unlink()
    assert erased_list.add(lists, [THREE])
    assert erased_list.read(lists.backups) == {ONE, TWO, THREE}


def test_a_list_that_cannot_be_read_is_left_as_it_is(
    lists: Paths, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("cannot be read: PermissionError")
    file = lists.backups / NAME
    before, read = file.read_bytes(), Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == file:
            raise PermissionError
        return read(path)

    (lists.chain_key.parent / NAME).unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        patch.setattr(Path, "read_text", lambda path, **_: refuse(path).decode())
        assert not erased_list.add(lists, [THREE])
    assert file.read_bytes() == before
    assert erased_list.add(lists, [THREE])
    assert erased_list.read(lists.backups) == {ONE, TWO, THREE}
