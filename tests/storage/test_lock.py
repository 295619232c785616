"""The lock of the store, between real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.storage.lock import AlreadyOpen, StoreLock

HOLDER = """
import sys
from pathlib import Path
from frontdesk.storage.lock import StoreLock
lock = StoreLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


def hold_elsewhere(path: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_a_second_window_is_told_who_has_the_store(tmp_path: Path) -> None:
    path = tmp_path / "shop.lock"
    child = hold_elsewhere(path)
    with pytest.raises(AlreadyOpen) as refused:
        StoreLock(path).acquire()
    child.communicate()
    assert refused.value.pid == child.pid


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX matter")
def test_a_killed_window_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "shop.lock"
    child = hold_elsewhere(path)
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    with StoreLock(path):
        assert (tmp_path / "shop.lock.pid").read_text() == f"{os.getpid()}\n"


def test_within_one_process_too_there_is_one_window(tmp_path: Path) -> None:
    path = tmp_path / "shop.lock"
    with StoreLock(path), pytest.raises(AlreadyOpen) as refused:
        StoreLock(path).acquire()
    assert refused.value.pid == os.getpid()


def test_a_lock_let_go_can_be_taken_again_and_let_go_twice(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path / "shop.lock").acquire()
    lock.release()
    lock.release()
    with StoreLock(tmp_path / "shop.lock"):
        pass


def test_a_holder_who_left_no_number_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "shop.lock"
    with StoreLock(path):
        (tmp_path / "shop.lock.pid").write_text("garbage")
        with pytest.raises(AlreadyOpen) as refused:
            StoreLock(path).acquire()
    assert refused.value.pid is None


def test_a_folder_that_takes_no_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        StoreLock(tmp_path / "file" / "shop.lock").acquire()
