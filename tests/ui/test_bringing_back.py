"""From a window to a backup and back: the shop is closed, brought back and opened again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import Theme
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.ui.application import run
from frontdesk.ui.bringing_back import BringingBackWindow
from frontdesk.ui.cannot_open import CannotOpenWindow
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.first_page import FirstPage

EVERY_MS = 20


class Owner:
    """Sits before the running program: does each step once its window is there, and notes what was said."""

    def __init__(self, app: QApplication) -> None:
        self.said: list[str] = []
        self._app = app
        self._steps: list[tuple[type[QWidget], Callable[[QWidget], bool]]] = []
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def then(self, kind: type[QWidget], act: Callable[[QWidget], bool]) -> None:
        """When a window of that kind is seen, `act` on it until it answers True."""
        self._steps.append((kind, act))

    def done(self) -> bool:
        return not self._steps

    def _look(self) -> None:
        if not self._steps:
            return
        kind, act = self._steps[0]
        for window in self._app.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible() and act(window):
                self._steps.pop(0)
                return


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[Owner]:
    owner = Owner(qapp)
    yield owner
    owner._timer.stop()
    LOOK.wear(qapp, Theme.LIGHT)


@pytest.fixture
def made(paths: Paths, desk: FrontDesk, clock: Callable[[], int]) -> BackupMade:
    """A backup of a shop with one customer; its window is closed."""
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maria Oliveira")).result()
    made = desk.backups.make()
    desk.close()
    return made


def lose(paths: Paths) -> None:
    """The folder is gone, keys and all; the backups lie beside it."""
    for file in sorted(paths.data.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    paths.data.rmdir()


def damage(file: Path) -> None:
    """Past the first page: it still opens, and only reading all of it shows."""
    with file.open("r+b") as opened:
        opened.seek(3 * 4096)
        opened.write(b"\xff" * 20 * 4096)


def names(paths: Paths) -> list[str]:
    desk = open_desk(paths)
    try:
        return [found.name for found in desk.search.find("Maria")]
    finally:
        desk.close()


def close(window: QWidget) -> bool:
    return window.close()


def close_with_its_notice(owner: Owner) -> Callable[[QWidget], bool]:
    def act(window: QWidget) -> bool:
        assert isinstance(window, CounterWindow)
        owner.said += [window.windowTitle(), window.notices.text()]
        return window.close()

    return act


def bring_back_from_the_first_page(window: QWidget) -> bool:
    assert isinstance(window, CounterWindow)
    page = window.sheets.sheet
    assert isinstance(page, FirstPage)
    if not page.shop_step.found.isVisible():
        return False
    page.shop_step.found.back_button.click()
    return True


def test_a_lost_folder_is_offered_on_the_first_page_and_comes_back(
    paths: Paths, made: BackupMade, owner: Owner, expect_log: Callable[[str], None], clock: Callable[[], int]
) -> None:
    expect_log("restored a backup")
    lose(paths)
    owner.then(CounterWindow, bring_back_from_the_first_page)
    owner.then(CounterWindow, close_with_its_notice(owner))
    assert run(paths, clock=clock) == 0
    title, notice = owner.said
    assert title == "Café Mekong"
    assert notice.startswith("The shop is back, as it was today at 8:30.")
    assert names(paths) == ["Maria Oliveira"]


@pytest.mark.parametrize("content", [b"no shop at all" * 999, None])
def test_a_file_that_is_no_shop_is_named_and_the_latest_backup_brought_back(
    paths: Paths,
    made: BackupMade,
    owner: Owner,
    expect_log: Callable[[str], None],
    clock: Callable[[], int],
    content: bytes | None,
) -> None:
    expect_log("could not be opened")
    expect_log("restored a backup")
    if content is None:
        damage(paths.store)
        expect_log("the store that is replaced cannot be read|restored a backup")
    else:
        expect_log("the store that is replaced cannot be read")
        paths.store.write_bytes(content)

    def bring_back(window: QWidget) -> bool:
        assert isinstance(window, CannotOpenWindow)
        owner.said.append(window.back_button.text())
        window.back_button.click()
        return True

    owner.then(CannotOpenWindow, bring_back)
    owner.then(CounterWindow, close)
    assert run(paths, clock=clock) == 0
    assert owner.said == ["Bring back the latest backup (today at 8:30)"]
    assert names(paths) == ["Maria Oliveira"]
    assert len(list(paths.backups.glob("*before-restore*"))) == 1


def test_without_a_backup_the_window_offers_nothing_but_close(
    paths: Paths, owner: Owner, expect_log: Callable[[str], None], clock: Callable[[], int]
) -> None:
    expect_log("could not be opened")
    paths.create()
    paths.store.write_text("no shop at all")

    def look(window: QWidget) -> bool:
        assert isinstance(window, CannotOpenWindow)
        assert not hasattr(window, "back_button")
        window.close_button.click()
        return True

    owner.then(CannotOpenWindow, look)
    assert run(paths, clock=clock) == 1
    assert owner.done()


def test_a_restore_that_fails_is_said_and_the_old_shop_opens_again(
    paths: Paths, made: BackupMade, owner: Owner, expect_log: Callable[[str], None], clock: Callable[[], int]
) -> None:
    expect_log("the next one is tried")
    damage(made.path)

    def choose(window: QWidget) -> bool:
        assert isinstance(window, CounterWindow)
        window.bring_back((made,))
        return True

    def go_on(window: QWidget) -> bool:
        assert isinstance(window, BringingBackWindow)
        if not window.go_on.isVisible():
            return False
        owner.said.append(window.said.text())
        window.go_on.click()
        return True

    owner.then(CounterWindow, choose)
    owner.then(BringingBackWindow, go_on)
    owner.then(CounterWindow, close_with_its_notice(owner))
    assert run(paths, clock=clock) == 0
    said, title, notice = owner.said
    assert "damaged" in said
    assert title == "Café Mekong"
    assert "is back" not in notice
    assert names(paths) == ["Maria Oliveira"]


def test_the_window_cannot_be_closed_half_way(
    qtbot: QtBot, paths: Paths, made: BackupMade, expect_log: Callable[[str], None], clock: Callable[[], int]
) -> None:
    expect_log("restored a backup")
    window = BringingBackWindow(paths, (made,), clock)
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.brought is not None)
    assert not window.isVisible()


def test_why_not_is_said_in_the_shops_own_language(
    paths: Paths, made: BackupMade, owner: Owner, expect_log: Callable[[str], None], clock: Callable[[], int]
) -> None:
    expect_log("could not be opened")
    desk = open_desk(paths, clock=clock)
    settings = desk.shop.settings()
    desk.submit(desk.shop.save_settings, desk.act(), replace(settings, language="lo")).result()
    made.path.unlink()
    desk.backups.make()
    desk.close()
    paths.store.write_text("no shop at all")

    def look(window: QWidget) -> bool:
        owner.said.append(LANGUAGE.code)
        return window.close()

    owner.then(CannotOpenWindow, look)
    run(paths, clock=clock)
    assert owner.said == ["lo"]
