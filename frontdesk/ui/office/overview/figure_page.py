"""One figure by itself: large, with its table, what it counts exactly, and the way back to all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.office.charts import ChartData
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.charts.chart_card import ChartCard
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose


class FigurePage(QWidget):
    back_wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._explain: Callable[[], str] = str
        self.card: ChartCard | None = None
        self.back = TextButton("arrow-left")
        speak(self.back.say, lambda: tr("All figures"))
        self.back.clicked.connect(self.back_wanted)
        self.explained = Prose()
        self._place = QVBoxLayout()
        page = ScrolledColumn()
        page.column.setSpacing(RHYTHM)
        page.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addLayout(self._place, 1)
        page.column.addWidget(self.explained)
        fill_with(self, page)
        LANGUAGE.changed.connect(self._say)

    def show_figure(
        self,
        say: Callable[[], str],
        draw: Callable[[], ChartData],
        explain: Callable[[], str],
        opened: Callable[[], None] | None,
    ) -> None:
        self.leave()
        self._explain = explain
        self.card = ChartCard(self._counter, say, draw, opened)
        self._place.addWidget(self.card, 1)
        self._say()
        self.card.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nobody looks any more: nothing is drawn anew."""
        empty(self._place)
        self.card = None

    def _say(self) -> None:
        self.explained.setText(self._explain())
