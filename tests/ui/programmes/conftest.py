"""The settings' programmes, opened on a real counter."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.programmes.programme_editor import ProgrammeEditor
from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.widgets.choices import Stepper


@pytest.fixture
def shelf(desk: FrontDesk) -> None:
    """Three products, two of them in a category."""
    for product in (
        Product(0, "Latte", 25_000, category="Hot drinks"),
        Product(0, "Espresso", 18_000, category="Hot drinks"),
        Product(0, "Iced tea", 12_000, category="Cold drinks"),
    ):
        desk.submit(desk.shop.add_product, desk.act(), product).result()


@pytest.fixture
def panel(window: CounterWindow, shelf: None) -> ProgrammesPanel:
    """The list of a shop with one card: five stamps, then a free coffee."""
    sheet = window.open_sheet(SheetName.SETTINGS, part="programmes")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.programmes


@pytest.fixture
def editor(panel: ProgrammesPanel) -> ProgrammeEditor:
    """The editor of that card."""
    panel.choose(1)
    assert panel.editor is not None
    return panel.editor


def programme(desk: FrontDesk, programme_id: int = 1) -> Programme:
    return next(each for each in desk.programmes.all() if each.id == programme_id)


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text() and not window.bridge.busy)


def type_number(qtbot: QtBot, stepper: Stepper, digits: str) -> None:
    """As a person does with the keyboard, without leaving the field."""
    line = stepper.focusProxy()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, digits)


def type_into(line: QLineEdit, text: str) -> None:
    """As a person does: the fields listen to what is typed, not to what is put there."""
    line.setText(text)
    line.textEdited.emit(text)
