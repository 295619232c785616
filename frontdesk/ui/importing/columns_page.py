"""What each column of a table holds: as it was taken, and as somebody says; kept for the next such table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.importing.imports import Column, ColumnMatch
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.imports import column_name

_NOTHING: Final = "-"
_MOST: Final = 60
"""A table with more columns than these is none that a person goes through."""


class ColumnsPage(QWidget):
    """One line a column: its header, and what it holds. `used` carries what was chosen, by header."""

    used = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, Choice] = {}
        explained = Prose(size=16)
        speak(
            explained.setText,
            lambda: tr(
                "Say what each column of the table holds. Front Desk remembers it for the next table with "
                "the same words above its columns."
            ),
        )
        self.use_button, self.back_button = TextButton("check", "filled"), TextButton("arrow-left")
        speak(self.use_button.say, lambda: tr("Use these columns"))
        speak(self.back_button.say, lambda: tr("Another file"))
        self.use_button.clicked.connect(self._on_use)
        self.back_button.clicked.connect(self.left)
        page = ScrolledColumn()
        self._lines = QGridLayout()
        self._lines.setSpacing(RHYTHM)
        self._lines.setColumnStretch(0, 1)
        self._lines.setColumnStretch(1, 1)
        page.column.addLayout(self._lines)
        page.column.addStretch(1)
        last = QHBoxLayout()
        last.addStretch(1)
        for button in (self.back_button, self.use_button):
            button.setMinimumHeight(ACTION)
            last.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(explained)
        column.addWidget(page, 1)
        column.addLayout(last)

    def show_columns(self, matches: Sequence[ColumnMatch]) -> None:
        """Show what each is taken for now."""
        empty(self._lines)
        self.choices = {}
        for at, match in enumerate([each for each in matches if each.header.strip()][:_MOST]):
            if match.header in self.choices:
                continue
            choice = Choice(_options)
            choice.choose(match.column.value if match.column is not None else _NOTHING)
            choice.setAccessibleName(match.header)
            self.choices[match.header] = choice
            self._lines.addWidget(ElidedLabel(match.header, "strong"), at, 0)
            self._lines.addWidget(choice, at, 1)

    def first_focus(self) -> QWidget:
        """The first choice, or the way on."""
        return next(iter(self.choices.values()), self.use_button)

    def _on_use(self) -> None:
        chosen = {header: choice.value() for header, choice in self.choices.items()}
        self.used.emit(
            {header: Column(value) if value != _NOTHING else None for header, value in chosen.items()}
        )


def _options() -> list[Option]:
    told = [column for column in Column if column is not Column.PHOTO]
    return [
        (_NOTHING, tr("Leave it out")),
        *((each.value, column_name(LANGUAGE.texts, each)) for each in told),
    ]
