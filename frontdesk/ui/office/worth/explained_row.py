"""A figure with its explanation: how it is reckoned, behind a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.figure_row import FigureRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose


class ExplainedRow(QWidget):
    """`say` gives the sentence and `explain` how it is reckoned, in the language spoken now; without any
    `counted` there is no list.
    """

    def __init__(
        self,
        say: Callable[[], str],
        explain: Callable[[], str],
        counted: Sequence[object],
        opened: Callable[[], None],
    ) -> None:
        super().__init__()
        self._explain = explain
        self.figure = FigureRow(say, counted, opened)
        self.why = TextButton("circle-question-mark", "quiet")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._turn)
        self.figure.layout().addWidget(self.why)
        self.explanation = Prose(size=Size.BODY)
        self.explanation.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.figure)
        below = QVBoxLayout()
        below.setContentsMargins(RHYTHM * 2, 0, RHYTHM * 2, RHYTHM)
        below.addWidget(self.explanation)
        column.addLayout(below)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def sentence(self) -> str:
        return self.figure.sentence()

    def _turn(self, opened: bool) -> None:
        self.explanation.setVisible(opened)

    def _say(self) -> None:
        words = tr("How this is reckoned")
        self.why.say(words)
        self.why.setAccessibleName(f"{words}: {self.figure.sentence()}")
        self.explanation.setText(self._explain())
