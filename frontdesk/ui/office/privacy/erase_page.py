"""Erasing one person: exactly what goes and what stays, and then two deliberate taps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.privacy.erasing import ErasedMany, ErasurePlan, WhyErased
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.privacy.confirming import ConfirmErasing
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.privacy import (
    backups_sentence,
    elsewhere_sentence,
    erased_sentence,
    files_sentence,
    records_sentence,
    standing_sentence,
    what_goes,
    what_stays,
)


class ErasePage(ReadPage):
    """`tell_wanted` asks for everything about them as a file first; after `erased` they are gone."""

    tell_wanted = Signal()
    erased = Signal()

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__(counter)
        self._customer_id = customer_id
        self.found: ErasurePlan | None = None
        self.owed = ProseStrip("warn", "gift")
        self.tell_button = TextButton("download", "quiet")
        self.tell_button.clicked.connect(self.tell_wanted)
        self.confirm = ConfirmErasing()
        self.confirm.confirmed.connect(self._erase)
        self._lists = QVBoxLayout()
        self._rest = Prose(size=Size.BODY, ink="ink")
        for part in (self.owed, self._lists, self._rest):
            if isinstance(part, QWidget):
                self.page.column.addWidget(part)
            else:
                self.page.column.addLayout(part)
        self.page.column.addWidget(self.tell_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.column.addWidget(self.confirm)
        self.page.column.addStretch(1)
        self._show_acts(False)

    def first_focus(self) -> QWidget:
        return self.tell_button

    def stops(self) -> Sequence[QWidget]:
        return self.tell_button, self.confirm

    def read(self) -> None:
        desk = self._counter.desk
        said = tr("Looking up what is known of them")
        self._work(said, desk.erasing.plan, desk.act(), self._customer_id, done=self._on_plan)

    def _on_plan(self, plan: ErasurePlan) -> None:
        self.progress.stop()
        self.found = plan
        self._fill()
        self._show_acts(True)
        if self.isVisible():
            self.tell_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase(self) -> None:
        if self.found is None:
            return
        self._show_acts(False)
        desk = self._counter.desk
        ids = (self._customer_id,)
        work, said = desk.erasing.erase_each, tr("Erasing, and clearing every trace")
        self._work(said, work, desk.act, ids, WhyErased.ASKED, done=self._on_erased, counted=True)
        self.progress.cancel.hide()  # one person is not erased by half

    def _on_erased(self, done: ErasedMany) -> None:
        self.progress.stop()
        self._counter.notify(erased_sentence(LANGUAGE.texts, done), icon="trash-2", stays=True)
        self.erased.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        super()._on_refused(sentence, error)
        self._show_acts(self.found is not None)

    def _show_acts(self, shown: bool) -> None:
        self.confirm.setVisible(shown)
        self.tell_button.setVisible(shown)

    def _fill(self) -> None:
        plan = self.found
        empty(self._lists)
        self.tell_button.say(tr("First give them everything about them"))
        if plan is None:
            return
        texts, zone = LANGUAGE.texts, self._counter.desk.zone
        goes = _listed(tr("This goes, for good"), what_goes(texts, plan))
        stays = _listed(tr("This stays, and tells of nobody"), what_stays(texts, plan))
        both = QWidget()
        row = beside(goes, stays)
        row.setContentsMargins(0, 0, 0, 0)
        both.setLayout(row)
        self._lists.addWidget(both)
        owed = standing_sentence(texts, plan.standing)
        self.owed.setText(tr("Still open between you: {what}.", what=owed) if owed else "")
        said = (
            records_sentence(texts, plan),
            elsewhere_sentence(texts, plan),
            backups_sentence(texts, plan.backups_until, zone),
            files_sentence(texts),
        )
        self._rest.setText("\n".join(filter(None, said)))
        self.confirm.say(tr("Erase {name} for good", name=plan.name))


def _listed(heading: str, lines: Sequence[str]) -> QWidget:
    listed = QWidget()
    column = QVBoxLayout(listed)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(RHYTHM)
    column.addWidget(PlainLabel(heading, "heading"))
    for line in lines:
        column.addWidget(Prose(f"•  {line}", size=Size.BODY, ink="ink"))
    return listed
