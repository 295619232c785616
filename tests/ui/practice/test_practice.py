"""A practice through the window: it cannot be missed, harms nothing, and leaves nothing."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from frontdesk.config import Paths
from frontdesk.domain.shop import Theme
from frontdesk.printing.page import SINGLE_MEMBER_CARD
from frontdesk.services.team import practice as practice_service
from frontdesk.storage.opening import DamagedStore, NoRoom
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.fonts import wear_text_size
from frontdesk.ui.look.metrics import set_text_size
from frontdesk.ui.look.palette import palette_of
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.practice import practice as practice_module
from frontdesk.ui.practice.practice_sheet import PracticeSheet
from frontdesk.ui.practice.practice_window import PracticeWindow
from frontdesk.ui.prints.print_run import PrintRun
from frontdesk.ui.prints.printer import Fate, Job
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.conftest import ExpectLog
from tests.ui.wholeness import faults_of


def files_of(paths: Paths) -> dict[str, str]:
    """What every file of the shop holds, but what SQLite keeps beside an open store."""
    found = [*paths.data.rglob("*"), *paths.backups.rglob("*")]
    return {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(found)
        if file.is_file() and not file.name.endswith("-shm")
    }


@pytest.fixture
def practice(qtbot: QtBot, window: CounterWindow) -> Iterator[PracticeWindow]:
    """The counter of a practice over the real one; ended at the end, if it was not."""
    enter(qtbot, window)
    opened = window.practice.window
    assert opened is not None
    yield opened
    window.practice.end_now()
    LOOK.wear(QApplication.instance(), Theme.LIGHT)
    set_text_size(100)


def enter(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = window.open_sheet(SheetName.PRACTICE, practice=window.practice)
    assert isinstance(sheet, PracticeSheet)
    sheet.begin.click()
    qtbot.waitUntil(lambda: window.practice.window is not None)
    qtbot.waitExposed(window.practice.window)
    window.practice.window.prepare()


def leave(qtbot: QtBot, window: CounterWindow, by: PracticeWindow) -> None:
    with qtbot.waitSignal(window.practice.ended):
        by.close()


def test_it_stands_over_the_real_counter_and_says_what_it_is(
    practice: PracticeWindow, window: CounterWindow
) -> None:
    assert practice.isVisible()
    assert not window.isVisible()
    assert practice.geometry() == window.geometry()
    assert practice.banner.isVisible()
    assert practice.banner.title.text() == "Practice: nothing here counts"
    assert practice.windowTitle() == "Practice: Café Mekong"
    assert practice.banner.accessibleName().startswith("Practice")


@pytest.mark.parametrize("theme", Theme)
def test_its_ground_has_a_colour_of_its_own(practice: PracticeWindow, theme: Theme) -> None:
    LOOK.wear(QApplication.instance(), theme)
    picture = practice.grab().toImage()
    beside_the_header = picture.pixelColor(4, practice.banner.height() + 6)
    assert beside_the_header.name().upper() == palette_of(theme).practice_ground
    assert picture.pixelColor(2, 2).name().upper() == palette_of(theme).practice


def test_stamping_enrolling_redeeming_and_printing_leave_the_shop_as_it_was(
    qtbot: QtBot,
    practice: PracticeWindow,
    window: CounterWindow,
    people: list[int],
    paths: Paths,
    tmp_path: Path,
) -> None:
    before, copy = files_of(paths), practice.desk
    practice.attending.choose(people[1])
    copy.submit(copy.loyalty.add_stamps, copy.act(), people[1], 5).result()
    copy.submit(copy.loyalty.redeem, copy.act(), people[1]).result()
    sheet = practice.open_sheet(SheetName.MEMBER_CARDS, customer_ids=tuple(people))
    assert sheet is not None
    copy.submit(copy.member_cards.codes_for, copy.act(), people).result()
    qtbot.waitUntil(lambda: not practice.bridge.busy)
    leave(qtbot, window, practice)
    assert files_of(paths) == before
    assert not paths.practice.data.parent.exists()
    assert window.desk.greetings.open(people[1], window.desk.now()).cards[0].balance == 0


def test_one_tap_leads_back_and_the_copy_is_gone(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow, paths: Paths
) -> None:
    assert paths.practice.store.exists()
    with qtbot.waitSignal(window.practice.ended):
        practice.banner.back.click()
    assert window.isVisible()
    assert window.practice.window is None
    assert not paths.practice.data.parent.exists()


def test_esc_goes_to_the_way_back_and_then_back(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow, people: list[int]
) -> None:
    practice.attending.choose(people[0])
    practice.give_up()
    assert not practice.attending.customer_id
    assert practice.isVisible()
    practice.give_up()
    assert practice.banner.back.hasFocus()
    with qtbot.waitSignal(window.practice.ended):
        practice.give_up()


def test_the_whole_way_by_keys(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = window.open_sheet(SheetName.PRACTICE, practice=window.practice)
    assert sheet is not None
    qtbot.keyClick(sheet.first_focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.practice.window is not None)
    practice = window.practice.window
    qtbot.waitExposed(practice)
    practice.prepare()
    with qtbot.waitSignal(window.practice.ended):
        for _ in range(2):
            qtbot.keyClick(practice.focusWidget(), Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_has_the_way_in_and_the_way_out_and_no_backup_in_a_practice(
    practice: PracticeWindow, window: CounterWindow
) -> None:
    def lines(of: CounterWindow) -> str:
        of._open_menu()
        menu = of.header.menu_corner().findChildren(QMenu)[-1]
        said = " ".join(action.text() for action in menu.actions())
        menu.close()
        return said

    real, practised = lines(window), lines(practice)
    assert "Practise on a copy" in real
    assert "Back up now" in real
    assert "Back to the real counter" in practised
    for absent in ("Practise on a copy", "Back up now", "Customer's screen"):
        assert absent not in practised


def test_the_settings_of_a_practice_have_nothing_that_leaves_it(practice: PracticeWindow) -> None:
    sheet = practice.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    assert {"data", "lists", "display", "feedback"}.isdisjoint(sheet._entries)
    assert "programmes" in sheet._entries


def test_what_it_prints_is_marked_and_what_the_shop_prints_is_not(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow
) -> None:
    marks = list[str]()

    def printing(name: str, job: Job, **how: object) -> Fate:
        marks.append(job.mark)
        return Fate.DONE

    for each in (practice, window):
        run = PrintRun(each.lent, "a printer", Job((), SINGLE_MEMBER_CARD, "Card"), printing, lambda: None)
        with qtbot.waitSignal(run.ended):
            pass
    assert marks == ["PRACTICE", ""]


def test_a_call_at_the_real_counter_is_said_on_the_banner(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow
) -> None:
    real = window.desk
    with qtbot.waitSignal(window.bridge.changed):
        window.bridge.submit(real.manager_calls.call, real.act())
    assert "speak to the manager" in practice.banner.below.text()
    assert "speak to the manager" in practice.banner.accessibleName()


def test_who_was_greeted_is_let_go_before_it_begins(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    enter(qtbot, window)
    assert window.attending.customer_id == 0
    window.practice.end_now()


def test_text_size_and_colours_of_the_practice_end_with_it(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow
) -> None:
    copy = practice.desk
    change = copy.shop.change_settings
    practice.bridge.submit(change, copy.act(), {"text_size": 125, "theme": Theme.DARK})
    qtbot.waitUntil(lambda: window.practice.window not in (practice, None))
    anew = window.practice.window
    assert LOOK.theme is Theme.DARK
    assert not window.isVisible()
    leave(qtbot, window, anew)
    assert LOOK.theme is Theme.LIGHT
    assert window.isVisible()
    assert not window.wants_anew


def test_too_little_room_is_said_on_the_page_and_the_counter_goes_on(
    qtbot: QtBot, window: CounterWindow, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **how: object) -> None:
        raise NoRoom("no room")

    monkeypatch.setattr(practice_service.practice, "make_copy", full)
    sheet = window.open_sheet(SheetName.PRACTICE, practice=window.practice)
    assert isinstance(sheet, PracticeSheet)
    sheet.begin.click()
    qtbot.waitUntil(lambda: bool(sheet.sorry.text()))
    assert "too little room on the disk" in sheet.sorry.text()
    assert sheet.begin.isEnabled()
    assert window.isVisible()
    assert not window.practice.under_way


def test_who_leaves_the_page_while_it_copies_gets_no_practice(
    qtbot: QtBot, window: CounterWindow, paths: Paths
) -> None:
    sheet = window.open_sheet(SheetName.PRACTICE, practice=window.practice)
    assert isinstance(sheet, PracticeSheet)
    with qtbot.waitSignal(window.practice.failed):
        sheet.begin.click()
        window.sheets.ask_to_close()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.practice.window is None
    assert not paths.practice.data.parent.exists()


def test_the_program_ends_in_the_middle_of_it(
    practice: PracticeWindow, window: CounterWindow, paths: Paths
) -> None:
    window.practice.end_now()
    assert not paths.practice.data.parent.exists()


def test_a_second_start_brings_what_is_in_front(practice: PracticeWindow, window: CounterWindow) -> None:
    assert window.in_front is practice


def test_a_fault_in_it_is_said_in_it(practice: PracticeWindow, expect_log: ExpectLog) -> None:
    expect_log("a fault in the window")
    sys.excepthook(ValueError, ValueError("x"), None)
    assert "Something went wrong" in practice.notices.text()


@pytest.mark.qt_log_ignore("does not support")
def test_the_customers_screen_stays_with_the_real_counter(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    change = window.desk.shop.change_settings
    window.desk.submit(change, window.desk.act(), {"customer_screen": True}).result()
    window.customer_display.open_to_try()
    enter(qtbot, window)
    practice = window.practice.window
    assert practice is not None
    assert window.customer_display.window.isVisible()
    practice.attending.choose(people[0])
    assert "customer_display" not in practice.__dict__
    assert not practice.desk.shop.settings().customer_screen
    window.practice.end_now()
    window.customer_display.close()


def test_at_twice_the_text_the_banner_is_whole(
    qtbot: QtBot, window: CounterWindow, qapp: QApplication
) -> None:
    window.desk.submit(window.desk.shop.change_settings, window.desk.act(), {"text_size": 200}).result()
    wear_text_size(qapp, 200)
    try:
        enter(qtbot, window)
        practice = window.practice.window
        assert practice is not None
        for size in ((1280, 720), (1920, 1080)):
            practice.resize(*size)
            for language in ("en", "lo"):
                LANGUAGE.speak(language)
                assert faults_of(practice.banner, practice) == []
        window.practice.end_now()
    finally:
        wear_text_size(qapp, 100)
        LOOK.wear(qapp, Theme.LIGHT)


def test_a_copy_that_cannot_be_opened_is_removed_and_said(
    qtbot: QtBot, window: CounterWindow, paths: Paths, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def damaged(*args: object, **how: object) -> None:
        raise DamagedStore("a flipped bit")

    expect_log("could not be opened")
    monkeypatch.setattr(practice_module, "open_desk", damaged)
    with qtbot.waitSignal(window.practice.failed) as said:
        window.practice.begin()
    assert "could not be made" in said.args[0]
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert not paths.practice.data.parent.exists()
    assert window.isVisible()


def test_there_is_one_practice_at_a_time(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow
) -> None:
    with qtbot.waitSignal(window.practice.failed) as said:
        window.practice.begin()
    assert "One moment" in said.args[0]
    leave(qtbot, window, practice)
    assert not window.practice.under_way


def test_a_copy_that_cannot_be_removed_yet_is_said(
    qtbot: QtBot, practice: PracticeWindow, window: CounterWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(practice_service.practice, "remove_copy", lambda paths: False)
        leave(qtbot, window, practice)
    assert "at the next start" in window.notices.text()
    assert window.desk.practice.remove()
