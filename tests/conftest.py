"""What holds for every test: no screen, no strange fonts, and nothing said to the log unexpectedly."""

import gc
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

# Before anything imports Qt: tests draw into memory. A test of the real screen starts its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor does a test reach the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.garbage import collect

ExpectLog = Callable[[str], None]


def dress_application(app: QApplication) -> None:
    """Set fonts, palette and style, as the program does at its start.

    THE one place for it: once per session, because in each test it would double the suite's time.
    """
    app.setApplicationName("Front Desk")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return the one application of the session, dressed; `qtbot` builds on it."""
    dress_application(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _garbage_in_the_main_thread() -> Iterator[None]:
    """As in the program: a widget that a writer's thread took apart would bring the session down later."""
    gc.disable()
    yield
    collect()


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> None:
    """Make the application before anything prints: a session of printing's own has no room for widgets."""


class _Records(logging.Handler):
    """Keeps the records that a test must account for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[tuple[_Records, list[str]]]:
    """Fail a test during which something was logged at WARNING or above that it did not expect."""
    watch, expected = _Records(), list[str]()
    logging.getLogger().addHandler(watch)
    try:
        yield watch, expected
    finally:
        logging.getLogger().removeHandler(watch)
    said = [record.getMessage() for record in watch.records]
    stray = [line for line in said if not any(re.search(pattern, line) for pattern in expected)]
    unsaid = [pattern for pattern in expected if not any(re.search(pattern, line) for line in said)]
    assert not stray, f"logged, and not expected: {stray}"
    assert not unsaid, f"expected in the log, and not said: {unsaid}"


@pytest.fixture
def expect_log(_log_watch: tuple[_Records, list[str]]) -> ExpectLog:
    """Return a function that names what this test is meant to log: ``expect_log("disk is full")``.

    The pattern is searched in the message. It must come up, and nothing else may, at WARNING or above.
    """
    return _log_watch[1].append


class FakeClock:
    """A clock that stands still until it is told to move. It reads as a Thursday, 8:30 in Vientiane."""

    def __init__(self) -> None:
        self.at = int(datetime(2026, 11, 19, 1, 30, tzinfo=UTC).timestamp() * 1000)

    def __call__(self) -> int:
        return self.at

    def forward(self, **span: float) -> None:
        """Move on, or back, by a span such as ``minutes=31``."""
        self.at += int(timedelta(**span).total_seconds() * 1000)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "shop")


@pytest.fixture(scope="session")
def opened_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop that was opened once, with one programme: five stamps, then a free coffee.

    Each test has a copy of its own: to make one is most of what a short test would take.
    """
    paths = paths_for(tmp_path_factory.mktemp("opened") / "shop")
    with closing(open_desk(paths, clock=FakeClock())) as desk:
        settings = ShopSettings(name="Café Mekong", feedback_link="https://forms.example.com/r?c={code}")
        programme = stamp_card("Coffee card", 5, "coffee")
        desk.submit(desk.shop.open_shop, desk.act(), settings, programme, "Noy").result()
    return paths.data


@pytest.fixture
def desk(paths: Paths, clock: FakeClock, opened_shop: Path) -> Iterator[FrontDesk]:
    """An open shop on disk, a copy of `opened_shop`."""
    shutil.copytree(opened_shop, paths.data)
    with closing(open_desk(paths, clock=clock)) as desk:
        yield desk
