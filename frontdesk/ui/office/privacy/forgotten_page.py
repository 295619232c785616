"""Who was forgotten, as far as that can still be said: when, why and by whom. And where to begin it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.privacy.erasing import ErasedPerson
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.privacy import erased_line


class ForgottenPage(ReadPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.found: tuple[ErasedPerson, ...] | None = None
        self.words = Prose(size=Size.BODY, ink="ink")
        self.find_button = TextButton("search", "filled")
        speak(self.find_button.say, lambda: tr("Find them among all customers"))
        self.find_button.clicked.connect(lambda: counter.open(SheetName.CUSTOMERS))
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        self.page.column.addWidget(self.words)
        self.page.column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.column.addLayout(self._list)
        self.page.column.addStretch(1)
        self._fill()

    def first_focus(self) -> QWidget:
        return self.find_button

    def stops(self) -> Sequence[QWidget]:
        return (self.find_button,)

    def read(self) -> None:
        desk = self._counter.desk
        self._work(tr("Looking up who was forgotten"), desk.erasing.lately, desk.act(), done=self._on_found)

    def _on_found(self, people: tuple[ErasedPerson, ...]) -> None:
        self.progress.stop()
        self.found = people
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        self.words.setText(
            tr(
                "Does somebody want to know what you have of them, or to be forgotten? Open their page: the "
                "buttons for both are at its foot. Nothing of this leaves this computer by itself."
            )
        )
        self._list.addWidget(PlainLabel(tr("Who was forgotten"), "heading"))
        if not self.found:
            self._list.addWidget(Prose(tr("Nobody so far.")))
            return
        for person in self.found:
            when, why = erased_line(LANGUAGE.texts, person, self._counter.desk.zone)
            self._list.addWidget(RecordRow("trash-2", when, "", origin=why))
