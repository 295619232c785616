"""The shop's own playbooks: written in the settings, kept in versions, undone in one tap."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.playbooks import Situation
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.playbooks_panel import PlaybooksPanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet


@pytest.fixture
def panel(window: CounterWindow) -> PlaybooksPanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="playbooks")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.playbooks


def tap(qtbot: QtBot, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def change(qtbot: QtBot, panel: PlaybooksPanel, situation: str) -> None:
    button = panel.rows[situation].button
    assert button is not None
    button.click()
    assert panel.editor.isVisible()


def test_every_situation_is_listed_with_whose_words_it_has(panel: PlaybooksPanel) -> None:
    assert list(panel.rows) == list(Situation)
    assert panel.rows["UNWELL"].when == "As shipped · the manager is told at once · called the same day"


def test_own_words_are_saved_when_the_page_is_left_and_undone_in_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    change(qtbot, panel, "WAITED")
    panel.editor.rows[0].words.setPlainText("So sorry! Here is some water.")
    panel.editor.rows[-1].up.click()
    panel.editor.rows[1].remove.click()
    panel.editor.calls.click()
    panel.editor.goodwill.setValue(2)
    panel.done_button.click()
    qtbot.waitUntil(lambda: "your own words" in window.notices.text())
    kept = desk.playbooks.read("WAITED", "en")
    assert [step.key for step in kept.steps] == [1, 3, 5, 4]
    assert kept.steps[0].text == "So sorry! Here is some water."
    assert (kept.handling.goodwill, kept.handling.calls) == (2, True)
    assert panel.rows["WAITED"].when.startswith("Your own words")
    window.notices.undo()
    qtbot.waitUntil(lambda: not desk.playbooks.read("WAITED", "en").own)


def test_looking_changes_nothing(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    for situation in Situation:
        change(qtbot, panel, situation)
        panel.done_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.store.read().value("SELECT count(*) FROM playbook") == 0


def test_what_is_being_written_is_kept_when_the_settings_close(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    change(qtbot, panel, "RUDE")
    panel.editor.add_button.click()
    panel.editor.rows[-1].words.setPlainText("Offer a glass of water.")
    window.sheets.ask_to_close()
    qtbot.waitUntil(lambda: len(desk.playbooks.read("RUDE", "en").steps) == 7)


def test_in_a_customers_language_only_what_is_said_is_written(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    change(qtbot, panel, "WAITED")
    panel.editor.languages.chip("th").click()
    assert len(panel.editor.rows) == 2
    panel.editor.rows[0].words.setPlainText("ขอโทษค่ะ")
    panel.done_button.click()
    qtbot.waitUntil(lambda: desk.playbooks.read("WAITED", "en", "th").steps[0].said == "ขอโทษค่ะ")
    assert not desk.playbooks.read("WAITED", "en").own


def test_as_it_was_shipped_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    change(qtbot, panel, "PRICE")
    assert panel.reset_button.isHidden()
    panel.editor.name.setText("Too dear")
    panel.done_button.click()
    qtbot.waitUntil(lambda: panel.rows["PRICE"].what == "Too dear")
    change(qtbot, panel, "PRICE")
    tap(qtbot, panel.reset_button)
    qtbot.waitUntil(lambda: panel.rows["PRICE"].what == "The price")


def test_a_situation_of_ones_own_is_added_and_put_away(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    panel.add_button.click()
    assert panel.editor.languages.isHidden()
    panel.editor.name.setText("No seat left")
    panel.editor.rows[0].words.setPlainText("I am sorry. May I find you a seat?")
    panel.done_button.click()
    qtbot.waitUntil(lambda: "OWN_1" in panel.rows)
    assert len(desk.playbooks.read("OWN_1", "en").steps) == 1  # the empty step is left out
    change(qtbot, panel, "OWN_1")
    tap(qtbot, panel.reset_button)
    qtbot.waitUntil(lambda: "OWN_1" not in panel.rows)


def test_a_cashier_may_look_and_not_change(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, panel: PlaybooksPanel
) -> None:
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    change(qtbot, panel, "RUDE")
    panel.editor.name.setText("Nothing")
    panel.done_button.click()
    qtbot.waitUntil(lambda: "Only the manager" in window.notices.text())
    assert not desk.playbooks.read("RUDE", "en").own
