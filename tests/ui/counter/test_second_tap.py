"""The second half of a double tap never does what the button under the finger has come to mean meanwhile."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet
from frontdesk.ui.widgets.buttons import Chip

PLACE = QPointF(500, 400)
_KIND = QEvent.Type


def press(
    widget: QWidget, at: int, kind: QEvent.Type = _KIND.MouseButtonPress, place: QPointF = PLACE
) -> None:
    """A finger comes down and is lifted at a place of the screen, at a moment in milliseconds."""
    for each, down in (
        (kind, Qt.MouseButton.LeftButton),
        (_KIND.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        inside = QPointF(widget.rect().center())
        event = QMouseEvent(
            each, inside, place, Qt.MouseButton.LeftButton, down, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(at)
        QApplication.sendEvent(widget, event)


def counted(window: CounterWindow, words: str) -> tuple[Chip, list[str]]:
    hits: list[str] = []
    button = Chip(parent=window)
    button.say(words)
    button.clicked.connect(lambda: hits.append(button.text()))
    button.show()
    return button, hits


def test_what_takes_the_place_of_a_button_is_not_hit_by_the_second_tap(window: CounterWindow) -> None:
    window.keys  # noqa: B018 - from here on they are listened to
    first, _ = counted(window, "Start")
    press(first, 10_000)
    second, hits = counted(window, "It is ready")
    press(second, 10_120, _KIND.MouseButtonDblClick)
    press(second, 10_250)
    assert hits == []
    press(second, 12_000)
    assert hits == ["It is ready"]


def test_a_button_that_says_something_else_now_is_not_hit_either(window: CounterWindow) -> None:
    button, hits = counted(window, "It is put right")
    button.clicked.connect(lambda: button.say("They say it is right"))
    press(button, 10_000)
    press(button, 10_120, _KIND.MouseButtonDblClick)
    assert hits == ["It is put right"]


def test_two_quick_taps_on_a_button_that_stays_are_two(window: CounterWindow) -> None:
    button, hits = counted(window, "Add stamp")
    press(button, 10_000)
    press(button, 10_200, _KIND.MouseButtonDblClick)
    assert len(hits) == 2


def test_another_button_elsewhere_is_hit_at_once(window: CounterWindow) -> None:
    first, _ = counted(window, "Start")
    second, hits = counted(window, "Redeem")
    press(first, 10_000)
    press(second, 10_100, place=PLACE + QPointF(60, 0))
    assert hits == ["Redeem"]


def test_the_customers_word_is_not_put_in_their_mouth(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, people[0]).result().recovery
    sheet = window.open_sheet(SheetName.COMPLAINT, recovery_id=told.id)
    assert isinstance(sheet, ComplaintSheet)
    moves = [each for each in sheet.page.findChildren(QAbstractButton) if each.text() == "It is put right"]
    press(moves[0], 10_000)
    qtbot.waitUntil(lambda: desk.recoveries.story(told.id).recovery.state is RecoveryState.RESOLVED)
    said = [
        each for each in sheet.page.findChildren(QAbstractButton) if each.text() == "They say it is right"
    ]
    qtbot.waitUntil(lambda: bool(said) or bool(_saying(sheet)))
    press((said or _saying(sheet))[0], 10_120, _KIND.MouseButtonDblClick)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.recoveries.story(told.id).recovery.state is RecoveryState.RESOLVED


def _saying(sheet: ComplaintSheet) -> list[QAbstractButton]:
    buttons = sheet.page.findChildren(QAbstractButton)
    return [each for each in buttons if each.text() == "They say it is right"]
