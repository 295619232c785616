"""A figure with its picture: a sentence, the picture or its table, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.office.charts import ChartData
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import CARD_RADIUS, RHYTHM, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.chart_picture import ChartPicture
from frontdesk.ui.office.charts.chart_table import ChartTable
from frontdesk.ui.office.charts.picture_out import AskPath, PictureOut
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save

_PLOT, _LINES = 220, 3


class ChartCard(QWidget):
    """`say` gives the sentence and `draw` the figures, in the language spoken now; both are asked again when
    that changes, and by `refresh`. `opened` opens the list of people that the sentence counts; without it
    there is no button for that. Where the figures tell nothing yet, the sentence alone is shown: it has to
    say so, and what will stand here.
    """

    def __init__(
        self,
        counter: Counter,
        say: Callable[[], str],
        draw: Callable[[], ChartData],
        opened: Callable[[], None] | None = None,
        *,
        ask_path: AskPath = ask_where_to_save,
    ) -> None:
        super().__init__()
        self._say, self._draw = say, draw
        self._out = PictureOut(counter, self, ask_path)
        self.words = Prose(size=Size.BODY, ink="ink")
        self.picture, self.table = ChartPicture(Size.SMALL), ChartTable()
        self.shown = QStackedWidget()
        for page in (self.picture, self.table):
            self.shown.addWidget(page)
        self.shown.setMinimumHeight(taller(_PLOT, _LINES))
        self.people = TextButton("users", "quiet")
        speak(self.people.say, lambda: tr("List"))
        self.people.setVisible(opened is not None)
        if opened is not None:
            self.people.clicked.connect(opened)
        self.turn, self.copy, self.save = (TextButton(icon, "quiet") for icon in ("table", "copy", "image"))
        self.turn.clicked.connect(self._turn)
        self.copy.clicked.connect(lambda: self._out.copy(self._draw(), self._say()))
        self.save.clicked.connect(lambda: self._out.save(self._draw(), self._say()))
        speak(self.copy.say, lambda: tr("Copy"))
        speak(self.save.say, lambda: tr("Save as picture"))
        self._lay_out()
        LANGUAGE.changed.connect(self.refresh)
        LOOK.changed.connect(self.update)
        self.refresh()

    def refresh(self) -> None:
        """Ask again what is to be said and drawn."""
        sentence, data = self._say(), self._draw()
        self.words.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.picture.show_chart(data, sentence)
        self.table.show_chart(data, sentence)
        for part in (self.shown, self.turn, self.copy, self.save):
            part.setVisible(data.tells)
        self._name_turn()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)

    def _lay_out(self) -> None:
        buttons = in_a_row()
        buttons.setSpacing(RHYTHM)
        for button in (self.people, self.turn, self.copy, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM * 2, RHYTHM)
        column.setSpacing(RHYTHM)
        column.addWidget(self.words)
        column.addWidget(self.shown, 1)
        column.addLayout(buttons)

    def _turn(self) -> None:
        """From the picture to its table, and back."""
        to_table = self.shown.currentWidget() is self.picture
        self.shown.setCurrentWidget(self.table if to_table else self.picture)
        self._name_turn()
        if to_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_turn(self) -> None:
        is_picture = self.shown.currentWidget() is self.picture
        self.turn.say(tr("Table") if is_picture else tr("Picture"))
