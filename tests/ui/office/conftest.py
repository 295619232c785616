"""The back office over the counter, opened by the owner of the shop with four customers."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.window import OfficeWindow

KEY = b"the owner's proof"


class Ticks:
    """What the proofs are counted by, for a test to move on."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def ticks(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Ticks:
    ticks = Ticks()
    monkeypatch.setattr(desk.proofs, "ticks", ticks)
    return ticks


@pytest.fixture
def locked(qtbot: QtBot, ticks: Ticks, window: CounterWindow) -> Iterator[OfficeWindow]:
    """Asked for, and locked as it always begins."""
    office = window.office
    office.come()
    office.resize(1366, 768)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is office)
    yield office
    window.end_office()


LetIn = Callable[[int, bytes], None]


@pytest.fixture
def let_in(desk: FrontDesk, locked: OfficeWindow) -> LetIn:
    """Somebody proves who they are."""

    def let_in(staff_id: int, key: bytes) -> None:
        desk.proofs.give(key, staff_id)
        locked.let_in(staff_id, key)

    return let_in


@pytest.fixture
def office(desk: FrontDesk, locked: OfficeWindow, let_in: LetIn) -> OfficeWindow:
    """Opened by the owner, who is at the till as well."""
    let_in(desk.staff_id, KEY)
    return locked
