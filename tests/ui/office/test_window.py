"""The back office's window: who may see what is in it, in whose name it acts, and how one gets about."""

from collections.abc import Callable
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Changes, Role
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.rooms import Room
from frontdesk.ui.office.window import OfficeWindow
from frontdesk.ui.office.workplace import Workplace
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.conftest import FakeClock
from tests.services.team.pin_acts import OWNERS, quick, with_pins
from tests.ui.office.conftest import KEY, LetIn, Ticks
from tests.ui.wholeness import controls_of, faults_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows, drawn into memory

SIZES = ((1280, 720), (1366, 768), (1920, 1080))


def place_of(office: OfficeWindow) -> Workplace:
    assert office.workplace is not None
    return office.workplace


def settings_of(office: OfficeWindow, part: str) -> SettingsSheet:
    place = place_of(office)
    place.go_to(room_of(place, SheetName.SETTINGS, part))
    assert place.pages.top is not None
    sheet = place.pages.top.sheet
    assert isinstance(sheet, SettingsSheet)
    return sheet


def room_of(place: Workplace, sheet: SheetName, part: str = "") -> Room:
    rooms = (room for wing in place.index.wings for room in wing.rooms)
    return next(room for room in rooms if room.sheet is sheet and room.facts.get("part", "") == part)


def press(qtbot: QtBot, office: OfficeWindow, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or office, key, held)


def words_of(office: OfficeWindow) -> str:
    return " ".join(each.text() for each in office.findChildren(QLabel) if each.isVisible())


def add_manager(desk: FrontDesk) -> int:
    return desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.MANAGER).result().id


def last_actor(desk: FrontDesk) -> tuple[str, int]:
    found = desk.store.read().one("SELECT kind, staff_id FROM gesture ORDER BY id DESC LIMIT 1")
    assert found is not None
    return found[0], found[1]


# --- the lock ---


def test_it_begins_locked_and_shows_nothing_but_who_may_open_it(locked: OfficeWindow) -> None:
    assert locked.locked
    assert locked.workplace is None
    assert locked.lock_page.isVisible()
    assert "Café Mekong" in locked.windowTitle()


@pytest.mark.parametrize("by", ["button", "Esc"])
def test_whoever_cannot_open_it_goes_back_to_the_counter(qtbot: QtBot, locked: OfficeWindow, by: str) -> None:
    if by == "button":
        qtbot.mouseClick(locked.lock_page.back, Qt.MouseButton.LeftButton)
    else:
        press(qtbot, locked, Qt.Key.Key_Escape)
    assert not locked.isVisible()


def test_two_minutes_without_input_lock_it_and_end_the_proof(
    qtbot: QtBot, desk: FrontDesk, office: OfficeWindow, ticks: Ticks
) -> None:
    ticks.at += 119
    office.watch.check()
    assert not office.locked
    press(qtbot, office, Qt.Key.Key_Shift)
    ticks.at += 119
    office.watch.check()
    assert not office.locked
    assert desk.proofs.left(KEY) == 1
    ticks.at += 1
    office.watch.check()
    assert office.locked
    assert desk.proofs.left(KEY) == 0


def test_what_pages_read_by_themselves_does_not_hold_it_open(
    desk: FrontDesk, office: OfficeWindow, ticks: Ticks
) -> None:
    """A page that follows the counter uses the proof at each stamp."""
    ticks.at += 100
    assert desk.proofs.stands(KEY, desk.staff_id)
    ticks.at += 20
    office.watch.check()
    assert office.locked


def test_a_computer_that_slept_wakes_up_locked(clock: FakeClock, office: OfficeWindow) -> None:
    clock.forward(minutes=1)
    office.watch.check()
    assert office.locked


def test_the_counter_in_front_locks_it(qtbot: QtBot, window: CounterWindow, office: OfficeWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: office.locked)


def test_a_menu_of_its_own_leaves_it_open_and_goes_with_the_lock(qtbot: QtBot, office: OfficeWindow) -> None:
    menu = QMenu(place_of(office))
    menu.addAction("Somebody's name")
    menu.popup(QPoint(20, 20))
    qtbot.waitUntil(menu.isVisible)
    QApplication.processEvents()
    assert not office.locked
    office.lock()
    assert not menu.isVisible()


@pytest.mark.parametrize("leave", [OfficeWindow.showMinimized, OfficeWindow.hide, OfficeWindow.close])
def test_whoever_puts_it_away_has_locked_it(
    desk: FrontDesk, office: OfficeWindow, leave: Callable[[OfficeWindow], object]
) -> None:
    leave(office)
    assert office.locked
    assert desk.proofs.left(KEY) == 0


def test_locked_nothing_of_the_page_is_there_and_no_key_does_anything(
    qtbot: QtBot, desk: FrontDesk, office: OfficeWindow
) -> None:
    settings_of(office, "limits")
    place = place_of(office)
    before = desk.shop.settings().text_size
    place.notices.show_notice("Maria has had a free coffee")
    assert "Maria" in words_of(office)
    press(qtbot, office, Qt.Key.Key_L, ctrl=True)
    assert office.locked
    assert not place.isVisible()
    assert "Maria" not in words_of(office)
    press(qtbot, office, Qt.Key.Key_Plus, ctrl=True)
    press(qtbot, office, Qt.Key.Key_1, ctrl=True)
    press(qtbot, office, Qt.Key.Key_Escape)
    assert place.room is room_of(place, SheetName.SETTINGS, "limits")
    assert desk.shop.settings().text_size == before


def test_the_same_person_finds_it_as_it_was_and_another_one_anew(
    qtbot: QtBot, desk: FrontDesk, office: OfficeWindow, let_in: LetIn
) -> None:
    keo = add_manager(desk)
    sheet = settings_of(office, "shop")
    sheet.parts.fields.name.setFocus()
    sheet.parts.fields.name.end(False)
    sheet.parts.fields.name.insert(" and Bakery")
    office.lock()
    let_in(desk.staff_id, b"again")
    assert not office.locked
    assert sheet.isVisible()
    assert sheet.parts.fields.name.text() == "Café Mekong and Bakery"
    assert place_of(office).lent.desk.act().key == b"again"
    office.lock()
    owners = place_of(office)
    let_in(keo, b"Keo's")
    assert place_of(office) is not owners
    assert place_of(office).room is place_of(office).index.wings[0].rooms[0]
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))


def test_what_was_typed_last_is_saved_by_who_typed_it_and_then_the_proof_is_over(
    qtbot: QtBot, desk: FrontDesk, locked: OfficeWindow
) -> None:
    owner, _, _ = with_pins(desk)
    opened = desk.pins.open(desk.act(), owner, OWNERS)
    locked.let_in(owner, opened.key)
    name = settings_of(locked, "shop").parts.fields.name
    name.setFocus()
    name.setText("Mekong Bakery")
    name.setModified(True)
    locked.lock()
    qtbot.waitUntil(lambda: desk.shop.settings().name == "Mekong Bakery")
    qtbot.waitUntil(lambda: not desk.pins.left(opened.key))


def test_where_nobody_has_a_pin_it_says_so_and_leads_to_where_one_is_given(
    qtbot: QtBot, desk: FrontDesk, locked: OfficeWindow
) -> None:
    quick(desk)
    assert locked.lock_page.pad is not None
    locked.lock_page.pad.faces.chosen.emit(desk.staff_id)
    assert not locked.locked
    place = place_of(locked)
    assert place.open_to_all.isVisible()
    place.set_pin.click()
    assert place.room is room_of(place, SheetName.SETTINGS, "staff")
    desk.pins.set_pin(place.lent.desk.act(), desk.staff_id, OWNERS)
    place.bridge.changed.emit(Changes(shop=True))
    assert not place.open_to_all.isVisible()
    assert not place.set_pin.isVisible()


def test_a_pin_opens_it(qtbot: QtBot, desk: FrontDesk, locked: OfficeWindow) -> None:
    owner, _, _ = with_pins(desk)
    locked.lock_page.begin()
    pad = locked.lock_page.pad
    assert pad is not None
    pad.entry.entered.emit(OWNERS)
    qtbot.waitUntil(lambda: not locked.locked)
    assert place_of(locked).staff_id == owner
    assert not place_of(locked).open_to_all.isVisible()


# --- in whose name ---


def test_what_is_done_there_is_of_whoever_opened_it_and_not_of_the_till(
    qtbot: QtBot, desk: FrontDesk, locked: OfficeWindow, let_in: LetIn
) -> None:
    keo = add_manager(desk)
    owner = desk.staff_id
    let_in(keo, KEY)
    settings_of(locked, "hours").parts.hours.holidays.click()
    bridge = place_of(locked).bridge
    qtbot.waitUntil(lambda: not bridge.busy)
    assert last_actor(desk) == ("SAVE_CARE_RULES", keo)
    assert desk.staff_id == owner
    assert desk.act().staff_id == owner


def test_undo_there_takes_back_what_was_done_there(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    people: list[int],
    locked: OfficeWindow,
    let_in: LetIn,
) -> None:
    window.attending.choose(people[1])
    window.attending.add_stamps(1)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    locked.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is locked)
    let_in(desk.staff_id, KEY)
    settings_of(locked, "hours").parts.hours.holidays.click()
    bridge = place_of(locked).bridge
    qtbot.waitUntil(lambda: not bridge.busy)
    assert not desk.care_rules.get().holidays
    press(qtbot, locked, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: desk.care_rules.get().holidays)
    assert window.notices.can_undo(), "the stamp at the till stands"


def test_a_refusal_is_said_there_and_not_at_the_till(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, office: OfficeWindow
) -> None:
    place, at_the_till = place_of(office), window.notices.text()

    def refuse(act: object) -> None:
        raise Refused(RefusalCode.ONLY_MANAGER, Remedy.CALL_MANAGER)

    place.lent.submit(refuse, done=print)
    qtbot.waitUntil(lambda: not place.notices.at_rest)
    assert window.notices.text() == at_the_till
    place.notices.remedy_button.click()
    assert office.locked


def test_what_changes_at_the_counter_is_told_there_and_the_other_way_round(
    qtbot: QtBot, window: CounterWindow, people: list[int], office: OfficeWindow
) -> None:
    there, here = list[object](), list[object]()
    bridge = place_of(office).bridge
    bridge.changed.connect(there.append)
    window.bridge.changed.connect(here.append)
    window.attending.choose(people[1])
    window.attending.add_stamps(1)
    qtbot.waitUntil(lambda: len(there) == len(here) == 1)
    settings_of(office, "hours").parts.hours.holidays.click()
    qtbot.waitUntil(lambda: len(there) == len(here) == 2)


# --- about ---


def test_it_is_worked_by_keys_alone(qtbot: QtBot, window: CounterWindow, locked: OfficeWindow) -> None:
    locked.hide()
    window.activateWindow()
    window.header.search.setFocus()
    qtbot.waitUntil(window.header.search.hasFocus)
    qtbot.keyClick(window.header.search, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is locked)
    window.desk.proofs.give(KEY, window.desk.staff_id)
    locked.let_in(window.desk.staff_id, KEY)
    place = place_of(locked)
    press(qtbot, locked, Qt.Key.Key_3, ctrl=True)
    assert place.room is room_of(place, SheetName.SETTINGS, "shop")
    assert place.index.entry_of(place.room).hasFocus()
    press(qtbot, locked, Qt.Key.Key_Down)
    press(qtbot, locked, Qt.Key.Key_Return)
    assert place.room is place.index.wings[2].rooms[1]
    press(qtbot, locked, Qt.Key.Key_Escape)
    assert place.room is place.index.wings[0].rooms[0]
    press(qtbot, locked, Qt.Key.Key_W, ctrl=True)
    assert locked.locked
    assert not locked.isVisible()


def test_a_page_opened_from_a_page_leads_back_and_says_where_to(
    qtbot: QtBot, people: list[int], office: OfficeWindow
) -> None:
    place = place_of(office)
    place.go_to(room_of(place, SheetName.TEAM))
    team = place.pages.top
    place.lent.open(SheetName.MEMBER_CARDS, customer_ids=(people[1],))
    assert place.pages.depth() == 2
    assert place.pages.back.isVisible()
    assert "The team" in place.pages.back.accessibleName()
    press(qtbot, office, Qt.Key.Key_Escape)
    assert place.pages.top is team
    assert not place.pages.back.isVisible()


def test_a_page_with_a_fault_in_it_stays(qtbot: QtBot, office: OfficeWindow) -> None:
    sheet = settings_of(office, "shop")
    sheet.parts.fields.name.clear()
    sheet.parts.fields.name.setModified(True)
    place = place_of(office)
    place.go_to(room_of(place, SheetName.TEAM))
    assert sheet.isVisible()
    assert place.room is room_of(place, SheetName.SETTINGS, "shop")
    assert place.index.entry_of(place.room).isChecked()


def test_text_of_another_size_finds_one_where_one_was(
    qtbot: QtBot, window: CounterWindow, office: OfficeWindow
) -> None:
    settings_of(office, "limits")
    left = office.left()
    assert left is not None
    office.lock()
    assert office.left() is None
    window.desk.proofs.give(KEY, window.desk.staff_id)
    office.go_on(left)
    assert not office.locked
    assert place_of(office).room is room_of(place_of(office), SheetName.SETTINGS, "limits")


def test_the_counter_takes_it_along_when_it_is_closed(window: CounterWindow, office: OfficeWindow) -> None:
    window.close()
    assert not office.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_it_is_whole(qtbot: QtBot, text_size: int, office: OfficeWindow, size: tuple[int, int]) -> None:
    office.resize(*size)
    place = place_of(office)
    faults = []
    for room in (room_of(place, SheetName.TEAM), room_of(place, SheetName.SETTINGS, "prints")):
        place.go_to(room)
        place.open(SheetName.TEAM_POSTER)
        qtbot.waitUntil(lambda: not place.bridge.busy)
        for language in ("en", "lo"):
            LANGUAGE.speak(language)
            faults += [f"{room.say()} {language}: {each}" for each in faults_of(office, office)]
    office.lock()
    for language in ("en", "lo"):
        LANGUAGE.speak(language)
        faults += [f"locked {language}: {each}" for each in faults_of(office, office)]
    assert not faults, "\n".join(faults)


def test_f1_reaches_everything(office: OfficeWindow) -> None:
    office.resize(1920, 1080)
    office.key_caps.show_keys()
    keys = office.key_caps.taps().values()
    office.key_caps.show_keys()
    place = place_of(office)
    assert not [each.accessibleName() for each in controls_of(place.index) if each not in keys]
    assert place.lock in keys


def test_the_menu_leads_to_it_and_still_fits_a_low_screen(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window._open_menu()
    menu = window.header.menu_corner().findChild(QMenu)
    assert isinstance(menu, QMenu)
    lines = [each for each in menu.actions() if not each.isSeparator()]
    assert len(lines) <= 14
    assert menu.sizeHint().height() <= 720
    line = next(each for each in lines if "Back office" in each.text())
    menu.close()
    line.trigger()
    assert window.office.isVisible()
    qtbot.waitUntil(window.office.isActiveWindow)
    window.end_office()


def test_what_a_page_reads_comes_back_to_it_behind_the_lock(
    qtbot: QtBot, desk: FrontDesk, office: OfficeWindow, let_in: LetIn
) -> None:
    """A long job goes on: what it came to is there after the PIN, and the lock is not held open by it."""
    place, may_end = place_of(office), Event()

    def long_job() -> str:
        may_end.wait(5)
        return "found"

    found: list[str] = []
    place.bridge.work(long_job, done=found.append)
    office.lock()
    may_end.set()
    qtbot.waitUntil(lambda: found == ["found"])
    assert office.locked
    let_in(desk.staff_id, b"again")
    assert place_of(office) is place
