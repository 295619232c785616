"""The frame in which a sheet lies over the counter: a card with a title and a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.widgets.buttons import IconButton
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.labels import ElidedLabel, KeyHint


class SheetHost(QWidget):
    """Shows one sheet at a time over the area it is told; `left` when it is gone."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet: Sheet | None = None
        self.back_to: Callable[[], object] | None = None
        """What Esc opens again: the page from which the sheet was opened, where there is more to do."""
        self._title = ElidedLabel("", "title")
        self.back = IconButton("arrow-left")
        speak(self.back.say, lambda: tr("Back to the counter"))
        self.back.clicked.connect(lambda: self.ask_to_close(to_counter=True))
        top = QHBoxLayout()
        top.setSpacing(RHYTHM * 2)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        self._key = KeyHint("Esc")
        top.addWidget(self._key)
        card = Card()
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(RHYTHM * 3, RHYTHM * 2, RHYTHM * 3, RHYTHM * 3)
        self._column.setSpacing(RHYTHM * 2)
        self._column.addLayout(top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        LANGUAGE.changed.connect(self._say)
        self.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        """Open a sheet; one that is open is closed first."""
        self.close_now()
        self.sheet = sheet
        sheet.closed.connect(self.close_now)
        self._column.addWidget(sheet, 1)
        self._say()
        self.show()
        self.raise_()
        focus = sheet.first_focus()
        (focus or self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def place_over(self, left: QRect, right: QRect) -> None:
        """Cover the cards that the sheet wants covered."""
        if self.sheet is None:
            return
        areas = {Place.LEFT: left, Place.RIGHT: right, Place.PAGE: left.united(right)}
        self.setGeometry(areas[self.sheet.place])
        self._key.setVisible(not is_large() or self.sheet.place is not Place.RIGHT)

    def ask_to_close(self, *, to_counter: bool = False) -> None:
        """Esc and the back button, which leads to the counter: the sheet may want to keep what was typed."""
        if self.sheet is not None and self.sheet.may_close():
            back = None if to_counter else self.back_to
            self.close_now()
            if back is not None:
                back()

    def close_now(self) -> None:
        if self.sheet is None:
            return
        sheet, self.sheet, self.back_to = self.sheet, None, None
        self._column.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()
        self.hide()
        self.left.emit()

    def covers_greeting(self) -> bool:
        return self.sheet is not None and self.sheet.place is not Place.RIGHT

    def _say(self) -> None:
        if self.sheet is not None:
            self._title.setText(self.sheet.title())
