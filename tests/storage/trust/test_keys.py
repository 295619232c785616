"""The shop's two secrets, on real files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.storage.migrations import migrate
from frontdesk.storage.opening import opened
from frontdesk.storage.trust import keys


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "chain.key"
    key = keys.load_or_make(path)
    assert len(key) == 32
    assert keys.load_or_make(path) == key
    assert [file.name for file in tmp_path.iterdir()] == ["chain.key"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_three_programs_at_once_get_the_same_key(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from frontdesk.storage.trust.keys import load_or_make\n"
        "print('ready', flush=True); sys.stdin.readline(); print(load_or_make(Path(sys.argv[1])).hex())"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "chain.key")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        for _ in range(3)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    assert len({child.communicate("go\n")[0] for child in children}) == 1


def test_a_damaged_key_is_kept_beside_and_a_new_one_made(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("the chain's key was damaged")
    path = tmp_path / "chain.key"
    path.write_bytes(b"short")
    assert len(keys.load_or_make(path)) == 32
    assert (tmp_path / "chain.key.unreadable").read_bytes() == b"short"


def test_another_programs_key_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "chain.key"

    def other_was_quicker(part: Path, target: Path) -> None:
        target.write_bytes(b"k" * 32)
        raise FileExistsError

    monkeypatch.setattr(os, "link", other_was_quicker)
    assert keys.load_or_make(path) == b"k" * 32


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(part: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    key = keys.load_or_make(tmp_path / "chain.key")
    assert keys.load_or_make(tmp_path / "chain.key") == key
    assert len(list(tmp_path.iterdir())) == 1


def test_the_code_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path)
    with opened(path, read_only=False) as db:
        key = keys.code_key(db)
    with opened(path) as db:
        assert keys.code_key(db) == key
    assert len(key) == 32
