"""The room kept aside, on a real disk."""

from pathlib import Path

import pytest

from frontdesk.storage.ballast import BALLAST_BYTES, ensure_ballast, release_ballast


def test_the_room_is_really_taken_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "ballast.bin"
    assert ensure_ballast(path)
    assert path.stat().st_size == BALLAST_BYTES
    if hasattr(path.stat(), "st_blocks"):
        assert path.stat().st_blocks * 512 >= BALLAST_BYTES
    assert release_ballast(path)
    assert not path.exists()
    assert not release_ballast(path)


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ballast.bin"
    ensure_ballast(path, 100)
    content = path.read_bytes()
    assert ensure_ballast(path, 100)
    assert path.read_bytes() == content


def test_half_a_ballast_is_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "ballast.bin"
    path.write_bytes(b"half")
    assert ensure_ballast(path, 100)
    assert path.stat().st_size == 100


def test_without_room_there_is_none_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", full)
    assert not ensure_ballast(tmp_path / "ballast.bin")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_has_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not ensure_ballast(tmp_path / "file" / "ballast.bin")
