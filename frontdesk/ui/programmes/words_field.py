"""The same words in the customers' other languages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from frontdesk.domain.said import Said
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, Say, TextLine


class OtherLanguages(QWidget):
    """A button that says in which languages there are words, and shows a line for each when it is tapped."""

    edited = Signal()

    def __init__(self, say_what: Say) -> None:
        """`say_what` names what is said, for whoever hears a line's name."""
        super().__init__()
        self.button = TextButton("languages", "quiet")
        self.button.setCheckable(True)
        self.lines = {code: TextLine(limit=NAME_LIMIT) for code in CUSTOMER_LANGUAGES}
        self._box = QWidget()
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(RHYTHM)
        for at, (code, own) in enumerate(CUSTOMER_LANGUAGES.items()):
            line = self.lines[code]
            field = Field(partial(str, own), line)
            speak(line.setAccessibleName, partial(_name_of, say_what, own))
            line.textEdited.connect(lambda: self.edited.emit())
            grid.addWidget(field, at // 2, at % 2)
        self._box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._box)
        self.button.toggled.connect(self._box.setVisible)
        self.edited.connect(self._say)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def put(self, said: Said) -> None:
        kept = dict(said.others)
        for code, line in self.lines.items():
            line.put(kept.get(code, ""))
        self._say()

    def applied(self, said: Said) -> Said:
        """The words with what stands in the lines; a language that has none here keeps its words."""
        typed = {code: line.text().strip() for code, line in self.lines.items()}
        kept = [(code, words) for code, words in said.others if code not in typed]
        return Said(said.usual, (*kept, *((code, words) for code, words in typed.items() if words)))

    def _say(self) -> None:
        spoken = [CUSTOMER_LANGUAGES[code] for code, line in self.lines.items() if line.text().strip()]
        if spoken:
            self.button.say(tr("In other languages: {languages}", languages=", ".join(spoken)))
        else:
            self.button.say(tr("In other languages"))


def _name_of(say_what: Say, language: str) -> str:
    return tr("{what}: {part}", what=say_what(), part=language)
