"""A field of a form: its name, its control, and below it one sentence: a hint, or what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.language import LANGUAGE, speak
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose

Say = Callable[[], str]
_LINE_MARGIN = 100  # typed past the limit, a text is refused with its sentence rather than cut in silence


class Field(QWidget):
    """A name above a control. A screen reader hears the name, and the sentence below as its description."""

    def __init__(self, say_name: Say, control: QWidget, say_hint: Say | None = None) -> None:
        super().__init__()
        self.control = control
        self._say_hint, self._fault = say_hint, ""
        name = PlainLabel(role="heading")
        name.setBuddy(control)
        speak(name.setText, say_name)
        speak(control.setAccessibleName, say_name)
        self._below = Prose()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(control)
        column.addWidget(self._below)
        LANGUAGE.changed.connect(self._say_below)
        self._say_below()

    @property
    def fault(self) -> str:
        """What is wrong, as it is shown; empty when nothing is."""
        return self._fault

    def set_fault(self, sentence: str) -> None:
        """Show what is wrong in place of the hint; an empty sentence brings the hint back."""
        self._fault = sentence
        self._say_below()

    def set_hint(self, say_hint: Say | None) -> None:
        self._say_hint = say_hint
        self._say_below()

    def _say_below(self) -> None:
        said = self._fault or (self._say_hint() if self._say_hint else "")
        self._below.set_ink("warn_ink" if self._fault else "quiet")
        self._below.setText(said)
        self._below.setVisible(bool(said))
        if self.control.property("faulty") != bool(self._fault):
            self.control.setProperty("faulty", bool(self._fault))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
        self.control.setAccessibleDescription(said)


class TextLine(QLineEdit):
    """One line of text. `finished` comes when a person leaves it, or presses Enter, having changed it."""

    finished = Signal(str)

    def __init__(self, text: str = "", *, limit: int = LINE_LIMIT) -> None:
        super().__init__(text)
        self.setMinimumHeight(TARGET)
        self.setMaxLength(limit + _LINE_MARGIN)
        self.editingFinished.connect(self._on_finished)

    def put(self, text: str) -> None:
        """Show what is kept; that is no change by a person. The beginning is what is in sight."""
        if text != self.text():
            self.setText(text)
        self.setCursorPosition(0)
        self.setModified(False)

    def finish(self) -> None:
        """As if the person had left the field: what was typed and not yet taken is taken now."""
        self._on_finished()

    def _on_finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.finished.emit(self.text())
