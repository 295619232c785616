"""Controls to choose with: one of many, one of a few, and a small number; none needs a fine pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import Chip, IconButton
from frontdesk.ui.widgets.wrapping import Wrapping

Option = tuple[str, str]
"""What is kept, and what is shown for it."""


class _TallRows(QStyledItemDelegate):
    """Rows of a drop-down list that a finger hits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        separator = index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator"
        return hint if separator else QSize(hint.width(), taller(TARGET))


class Choice(QComboBox):
    """One of many. `options` says them in the language spoken now; `chosen` is for a person's own choice."""

    chosen = Signal(str)

    def __init__(self, options: Callable[[], Sequence[Option]], *, first: int = 0) -> None:
        """`first` so many options stand above a line, because they are the likely ones."""
        super().__init__()
        self._options, self._first = options, first
        self.setView(QListView())
        self.setItemDelegate(_TallRows(self))
        self.setMinimumHeight(TARGET)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda: self.chosen.emit(self.value()))
        LANGUAGE.changed.connect(self.refill)
        LOOK.changed.connect(self.update)
        self.refill()

    def value(self) -> str:
        """What is chosen now."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Show `value` as chosen; an unknown one is kept and shown as it is."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))

    def refill(self) -> None:
        """Say the options anew; what is chosen stays."""
        kept = self.value()
        self.clear()
        for at, (value, label) in enumerate(self._options()):
            if at and at == self._first:
                self.insertSeparator(self.count())
            self.addItem(label, value)
        if kept:
            self.choose(kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change what is chosen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = icon_pixmap("chevron-down", "quiet", 20, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - 34, (self.height() - 20) // 2, arrow)


class ChipRow(QWidget):
    """One of a few, all of them in sight: in a row, or in as many as they need."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, Callable[[], str]]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        rows = Wrapping(self)
        for value, say in options:
            chip = Chip(checkable=True)
            speak(chip.say, say)
            chip.clicked.connect(lambda checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(chip)
            self._chips[value] = chip
            rows.addWidget(chip)

    def chip(self, value: str) -> Chip:
        """The chip of a value, such as for the focus or a tool tip."""
        return self._chips[value]

    def value(self) -> str:
        return next((value for value, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, value: str) -> None:
        """Show `value` as chosen; an unknown one is not shown."""
        if value in self._chips:
            self._chips[value].setChecked(True)


class Stepper(QWidget):
    """A small whole number: two large buttons, and a field that takes digits and the arrow keys.

    Each digit counts when it is typed: a form is saved as it is seen, also while the field is not left.
    """

    changed = Signal(int)
    settled = Signal(int)
    """The number stands: it was stepped or set, or the field was left after other digits were typed."""

    def __init__(self, least: int, most: int, value: int, *, step: int = 1) -> None:
        super().__init__()
        self._least, self._most, self._step, self._value = least, most, step, value
        self._settled = value
        self._less, self._more = IconButton("minus"), IconButton("plus")
        # A spin box under a style sheet has no room left for its number; a line has.
        self._field = QLineEdit(str(value))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setFixedSize(grown(88), taller(TARGET))
        self._field.setMaxLength(len(str(most)))
        self._field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self._on_typed)
        self._field.editingFinished.connect(self.finish)
        self._less.clicked.connect(self.step_down)
        self._more.clicked.connect(self.step_up)
        speak(self._less.say, lambda: tr("Less"))
        speak(self._more.say, lambda: tr("More"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        for part in (self._less, self._field, self._more):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self._field)

    def value(self) -> int:
        return self._value

    def setValue(self, value: int) -> None:
        """Take the nearest number within the limits."""
        self._take(value)
        self._field.setText(str(self._value))
        before, self._settled = self._settled, self._value
        if self._settled != before:
            self.settled.emit(self._settled)

    def finish(self) -> None:
        """As if the person had left the field: what was typed is settled, and shown as it was taken."""
        self.setValue(self._typed())

    def step_up(self) -> None:
        """One step more, onto the round numbers: after 1 in tens comes 10."""
        self.setValue((self._value // self._step + 1) * self._step)

    def step_down(self) -> None:
        self.setValue((-(-self._value // self._step) - 1) * self._step)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._field.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrow keys count."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: self.step_up, Qt.Key.Key_Down: self.step_down}.get(Qt.Key(event.key()))
            if step is not None:
                step()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self._take(self._typed())

    def _typed(self) -> int:
        """Digits of any script are a number; anything else leaves the number as it was before them."""
        typed = self._field.text().strip()
        return int(typed) if typed.isdecimal() else self._settled

    def _take(self, value: int) -> None:
        before, self._value = self._value, min(max(value, self._least), self._most)
        if self._value != before:
            self.changed.emit(self._value)
