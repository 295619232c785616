"""What people agreed to, each answer open to who gave it; and the words in which they were asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.privacy.consents import ConsentReport, PurposeFigures, WordingUsed
from frontdesk.texts import Texts
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.figure_row import FigureRow
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.consents import purpose_name
from frontdesk.wording.privacy import never_asked, said_no, said_yes, wording_line


class ConsentsPage(ReadPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.found: ConsentReport | None = None
        self.rows: list[FigureRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        self.page.column.addLayout(self._list)
        self.page.column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        return next((row.button for row in self.rows if row.counted), None)

    def read(self) -> None:
        desk = self._counter.desk
        self._work(
            tr("Counting what people agreed to"), desk.consents.report, desk.act(), done=self._on_found
        )

    def _on_found(self, report: ConsentReport) -> None:
        self.progress.stop()
        self.found = report
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        self.rows = []
        if self.found is None:
            return
        explained = tr("Each was asked on its own, and a no costs nothing. What was said last counts.")
        self._list.addWidget(Prose(explained))
        for figures in self.found.figures:
            self._show_purpose(figures)
        if self.found.wordings:
            self._list.addWidget(PlainLabel(tr("The words in which they were asked"), "heading"))
        for used in self.found.wordings:
            self._show_wording(used)

    def _show_purpose(self, figures: PurposeFigures) -> None:
        self._list.addWidget(PlainLabel(purpose_name(LANGUAGE.texts, figures.purpose), "heading"))
        said = ((said_yes, figures.agreed), (said_no, figures.refused), (never_asked, figures.unasked))
        rows = [self._row(sentence, figures, people) for sentence, people in said]
        self.rows += rows
        answers = QWidget()
        row = beside(*rows)
        row.setContentsMargins(0, 0, 0, 0)
        answers.setLayout(row)
        self._list.addWidget(answers)

    def _show_wording(self, used: WordingUsed) -> None:
        texts = LANGUAGE.texts
        words = wording_line(texts, used, self._counter.desk.zone)
        said = tr("{purpose}: {said}", purpose=purpose_name(texts, used.purpose), said=words)
        self._list.addWidget(RecordRow("quote", said, "", origin=used.wording))

    def _row(
        self,
        sentence: Callable[[Texts, PurposeFigures], str],
        figures: PurposeFigures,
        people: tuple[int, ...],
    ) -> FigureRow:
        def say() -> str:
            return sentence(LANGUAGE.texts, figures)

        def opened() -> None:
            what = purpose_name(LANGUAGE.texts, figures.purpose)
            said = tr("{purpose}: {said}", purpose=what, said=say())
            self._counter.open(SheetName.CUSTOMERS, customer_ids=people, said=said)

        return FigureRow(say, people, opened)
