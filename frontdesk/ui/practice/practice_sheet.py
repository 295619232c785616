"""Before a practice: what in it is real and what is not, and the button that begins it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, Size
from frontdesk.ui.practice.practice import Practice
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.practice import what_is_real


def open_sheet(counter: Counter, practice: Practice) -> PracticeSheet:
    """The page from which `practice` is begun."""
    return PracticeSheet(practice)


class PracticeSheet(Sheet):
    """Enter begins. The page goes when the copy's counter stands over it; with Esc there is none."""

    place = Place.LEFT

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self._practice = practice
        self.begin = TextButton("graduation-cap", "filled")
        self.begin.setMinimumHeight(ACTION)
        speak(self.begin.say, lambda: tr("Begin the practice"))
        self.begin.clicked.connect(self._on_begin)
        self.progress, self.sorry = ProgressRow(), ProseStrip("warn", "circle-alert")
        self.progress.cancelled.connect(practice.cancel)
        practice.advanced.connect(self.progress.advance)
        practice.failed.connect(self._on_failed)
        self._facts = [Prose(size=Size.BODY, ink="ink") for _ in what_is_real(LANGUAGE.texts)]
        page = ScrolledColumn()
        for fact in self._facts:
            page.column.addWidget(fact)
        for widget in (self.sorry, self.progress, self.begin):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        fill_with(self, page)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def title(self) -> str:
        return tr("Practise on a copy")

    def first_focus(self) -> QWidget:
        return self.begin

    def may_close(self) -> bool:
        """Whoever goes away wants no copy."""
        self._practice.cancel()
        return True

    def _on_begin(self) -> None:
        self.sorry.setText("")
        self.begin.setEnabled(False)
        self.progress.start(tr("Copying the shop…"))
        self._practice.begin()

    def _on_failed(self, sorry: str) -> None:
        self.progress.stop()
        self.begin.setEnabled(True)
        self.begin.setFocus()
        self.sorry.setText(sorry)

    def _say(self) -> None:
        for prose, said in zip(self._facts, what_is_real(LANGUAGE.texts), strict=True):
            prose.setText(said)
