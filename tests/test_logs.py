"""The log file, and exceptions that nobody caught."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontdesk.config import Paths
from frontdesk.logs import LOG_FILE, log_uncaught_exceptions, start_logging, stop_logging

ExpectLog = Callable[[str], None]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    paths = Paths(tmp_path / "shop")
    handler = start_logging(paths)
    yield paths.logs / LOG_FILE
    stop_logging(handler)


@pytest.fixture
def _silent_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hooks that say nothing, in the place of those that print."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)


def test_the_programs_records_reach_the_file(log: Path) -> None:
    logging.getLogger("frontdesk.services.counter").info("stamped card %s", 7)
    assert "INFO" in log.read_text(encoding="utf-8")
    assert "stamped card 7" in log.read_text(encoding="utf-8")


def test_chatter_of_libraries_does_not(log: Path) -> None:
    logging.getLogger("PIL.Image").info("chatter")
    logging.getLogger("frontdesk").info("a word of our own")
    assert "chatter" not in log.read_text(encoding="utf-8")


@pytest.mark.usefixtures("_silent_hooks")
def test_an_uncaught_exception_is_in_the_log_with_its_trace(log: Path, expect_log: ExpectLog) -> None:
    expect_log("nobody caught this")
    stop = log_uncaught_exceptions()
    try:
        raise LookupError("card 7 is not there")
    except LookupError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        stop()
    written = log.read_text(encoding="utf-8")
    assert "LookupError: card 7 is not there" in written
    assert "test_logs.py" in written


@pytest.mark.usefixtures("_silent_hooks")
def test_an_exception_in_a_thread_is_in_the_log(log: Path, expect_log: ExpectLog) -> None:
    expect_log("nobody caught this")
    stop = log_uncaught_exceptions()
    try:
        thread = threading.Thread(target=lambda: 1 // 0, name="photos")
        thread.start()
        thread.join()
    finally:
        stop()
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "photos" in written


@pytest.mark.usefixtures("_silent_hooks")
def test_an_interrupt_is_no_fault(log: Path) -> None:
    stop = log_uncaught_exceptions()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    stop()
    assert not log.exists()


def test_the_hooks_are_given_back() -> None:
    before = sys.excepthook, threading.excepthook
    log_uncaught_exceptions()()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize("in_the_way", ["shop", "shop/logs/frontdesk.log"])
def test_a_log_that_cannot_be_written_says_nothing_to_the_terminal(
    tmp_path: Path, in_the_way: str, capfd: pytest.CaptureFixture[str], expect_log: ExpectLog
) -> None:
    expect_log("the shop could not be opened")
    blocked = tmp_path / in_the_way
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.mkdir() if blocked.suffix else blocked.write_text("a file where the folder belongs")
    handler = start_logging(Paths(tmp_path / "shop"))
    logging.getLogger("frontdesk").error("the shop could not be opened")
    stop_logging(handler)
    assert capfd.readouterr().err == ""
