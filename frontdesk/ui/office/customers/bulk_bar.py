"""What can be done for everybody who is chosen: cards, a table of them as a file, or to paste."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.people.customer_table import CustomerLine
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET
from frontdesk.ui.office.customers.table_model import CustomerTableModel
from frontdesk.ui.prints.member_cards_sheet import MOST_AT_ONCE
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.customer_table import chosen_sentence
from frontdesk.wording.numbers import count

if TYPE_CHECKING:
    from frontdesk.services.importing.exports import ExportService

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget, str, str, str, str], Path | None]
Cells = Callable[[CustomerLine], Sequence[str]]

MOST_COPIED: Final = 10_000
"""More is a file's work: what is copied has to fit in the memory of two programs."""


class BulkBar(QWidget):
    """Hidden while nobody is chosen. `cells` says a line as its columns stand now, `head` their names."""

    def __init__(
        self,
        counter: Counter,
        model: CustomerTableModel,
        head: Callable[[], Sequence[str]],
        cells: Callable[[], Cells],
        *,
        ask_path: AskPath = ask_where_to_save,
    ) -> None:
        super().__init__()
        self._counter, self._model, self._ask_path = counter, model, ask_path
        self._head, self._cells = head, cells
        self.count = PlainLabel(role="strong")
        self.count.setMinimumHeight(TARGET)
        self.cards, self.feedback = TextButton("credit-card"), TextButton("message-square-heart")
        self.take_out, self.copy, self.none = (
            TextButton("file-down"),
            TextButton("copy"),
            TextButton("x", "quiet"),
        )
        speak(self.cards.say, lambda: tr("Print member cards"))
        speak(self.feedback.say, lambda: tr("Feedback card"))
        speak(self.take_out.say, lambda: tr("Save as a table"))
        speak(self.copy.say, lambda: tr("Copy"))
        speak(self.none.say, lambda: tr("Choose nobody"))
        self.progress = ProgressRow(cancellable=False)
        self._acts = WrappedChips()
        self._acts.show_chips([self.count, self.cards, self.feedback, self.take_out, self.copy, self.none])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._acts)
        column.addWidget(self.progress)
        self.cards.clicked.connect(self.print_cards)
        self.feedback.clicked.connect(self.print_feedback)
        self.take_out.clicked.connect(self.export)
        self.copy.clicked.connect(self.copy_lines)
        self.none.clicked.connect(model.choose_none)
        model.chosen_changed.connect(self.show_chosen)
        LANGUAGE.changed.connect(self.show_chosen)
        self.show_chosen()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in the order of reading."""
        return [self.cards, self.feedback, self.take_out, self.copy, self.none]

    def print_cards(self) -> None:
        """Their member cards, as many as the page takes at once."""
        ids = self._model.chosen_in_order()
        if len(ids) > MOST_AT_ONCE:
            said = ntr(
                "The page has the first {n} of them. Print the others after these.",
                "The page has the first {n} of them. Print the others after these.",
                MOST_AT_ONCE,
            )
            self._counter.notify(said, icon="credit-card")
        self._counter.open(SheetName.MEMBER_CARDS, customer_ids=tuple(ids[:MOST_AT_ONCE]))

    def print_feedback(self) -> None:
        """A feedback card is handed to one person."""
        for customer_id in self._model.chosen_in_order()[:1]:
            self._counter.open(SheetName.FEEDBACK_CARDS, customer_id=customer_id)

    def export(self) -> None:
        """Ask where, then write them as the shop's own table; that they were taken out is on record."""
        desk, ids = self._counter.desk, self._model.chosen_in_order()
        stem = tr("Customers of {shop} {date}", shop=desk.shop.settings().name, date=desk.today().isoformat())
        path = self._ask_path(self, tr("Save as a table"), stem, tr("Table"), "csv")
        if path is None or not ids:
            return
        self._begin(tr("Writing the table…"))
        self._counter.bridge.work(
            _export,
            desk.exports,
            path,
            ids,
            progress=self.progress.advance,
            done=self._on_exported,
            refused=self._on_refused,
        )

    def copy_lines(self) -> None:
        """Put their lines, as the columns stand, where another program can paste them."""
        desk, ids = self._counter.desk, self._model.chosen_in_order()
        if not ids:
            return
        if len(ids) > MOST_COPIED:
            said = tr("These are too many to copy. Save them as a table instead.")
            self._counter.notify(said, icon="circle-alert")
            return
        self._begin(tr("Copying…"))
        self._counter.bridge.work(
            desk.customer_table.copied,
            desk.act(),
            ids,
            self._cells(),
            done=self._on_copied,
            refused=self._on_refused,
        )

    def show_chosen(self) -> None:
        """How many, and what can be done for them."""
        count = len(self._model.chosen)
        self.setVisible(bool(count) or self.progress.isVisibleTo(self))
        self.count.setText(chosen_sentence(LANGUAGE.texts, count))
        self.feedback.setVisible(count == 1)

    def _begin(self, said: str) -> None:
        self.progress.start(said)
        self._enable(False)

    def _end(self) -> None:
        self.progress.stop()
        self._enable(True)
        self.show_chosen()

    def _enable(self, enabled: bool) -> None:
        for button in (self.take_out, self.copy):
            button.setEnabled(enabled)

    def _on_exported(self, written: tuple[Path, int] | None) -> None:
        self._end()
        if written is None:
            said = tr("The table could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")
            return
        path, rows = written
        said = ntr(
            "{shown} customer is in {file}, in {folder}.",
            "{shown} customers are in {file}, in {folder}.",
            rows,
            shown=count(LANGUAGE.texts, rows),
            file=path.name,
            folder=short_folder(path.parent),
        )
        self._counter.notify(said, icon="file-down")

    def _on_copied(self, lines: str) -> None:
        self._end()
        QGuiApplication.clipboard().setText("\n".join(("\t".join(self._head()), lines)))
        rows = lines.count("\n") + 1
        said = ntr("{n} line is copied.", "{n} lines are copied.", rows)
        self._counter.notify(said, icon="copy")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.bridge.refused.emit(sentence, error)


def _export(
    exports: ExportService, path: Path, ids: list[int], *, progress: Callable[[int, int], None]
) -> tuple[Path, int] | None:
    """On a worker thread. A folder without room or right is nothing to be alarmed about."""
    try:
        return path, exports.chosen_csv(path, ids, progress)
    except OSError as fault:
        log.info("the table of customers was not written: %s", fault.strerror)
        return None
