"""What people agreed to, each answer open to who gave it; and the words in which they were asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.privacy.consents import ConsentReport, PurposeFigures
from frontdesk.texts import Texts
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.figure_row import FigureRow
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
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

    def _show_purpose(self, figures: PurposeFigures) -> None:
        texts, zone = LANGUAGE.texts, self._counter.desk.zone
        self._list.addWidget(PlainLabel(purpose_name(texts, figures.purpose), "heading"))
        self._add_row(said_yes, figures, figures.agreed)
        self._add_row(said_no, figures, figures.refused)
        self._add_row(never_asked, figures, figures.unasked)
        assert self.found is not None
        for used in self.found.wordings:
            if used.purpose is figures.purpose:
                words = wording_line(texts, used, zone)
                self._list.addWidget(RecordRow("quote", words, "", origin=used.wording))

    def _add_row(
        self,
        sentence: Callable[[Texts, PurposeFigures], str],
        figures: PurposeFigures,
        people: tuple[int, ...],
    ) -> None:
        def say() -> str:
            return sentence(LANGUAGE.texts, figures)

        def opened() -> None:
            what = purpose_name(LANGUAGE.texts, figures.purpose)
            said = tr("{purpose}: {said}", purpose=what, said=say())
            self._counter.open(SheetName.CUSTOMERS, customer_ids=people, said=said)

        row = FigureRow(say, people, opened)
        self.rows.append(row)
        self._list.addWidget(row)
