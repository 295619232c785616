"""An import under way. It belongs to the counter, not to the sheet: closing the sheet stops nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.importing.import_batches import ImportDone, ImportPreview
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import ntr, tr


class ImportRun(QObject):
    """Brings in what a preview showed. `ended` carries the outcome, or None when it was refused."""

    advanced = Signal(int, int)
    ended = Signal(object)

    def __init__(self, counter: Counter, preview: ImportPreview, *, photos_allowed: bool) -> None:
        super().__init__(counter.bridge)
        self._counter = counter
        self._job: Job = counter.bridge.work(
            counter.desk.imports.run,
            preview,
            photos_allowed=photos_allowed,
            progress=self.advanced.emit,
            cancellable=True,
            done=self._on_done,
            refused=self._on_refused,
            owner=self,
        )

    def cancel(self) -> None:
        """Stop after the rows that are being written now; what is in stays, and can be taken back."""
        self._job.cancel()

    def _on_done(self, done: ImportDone) -> None:
        undo = None
        if done.batch_id is not None and brought_something(done):
            undo = _undoer(self._counter, done.batch_id)
        self._counter.notify(done_sentence(done), icon="import", undo=undo, beside=True)
        self._leave(done)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._counter.notify(sentence, icon="circle-alert")
        self._leave(None)

    def _leave(self, done: ImportDone | None) -> None:
        self.setParent(None)
        self.ended.emit(done)
        self.deleteLater()


def run_under_way(counter: Counter) -> ImportRun | None:
    """The import that goes on at this moment, if there is one."""
    found: ImportRun | None = counter.bridge.findChild(ImportRun)
    return found


def undo_import(counter: Counter, batch_id: int) -> None:
    """Take a whole import back; the counter goes on meanwhile, and hears of it when it is done."""
    counter.notify(tr("Taking the import back…"), icon="hourglass")
    counter.bridge.work(
        counter.desk.imports.undo,
        batch_id,
        done=lambda done: counter.notify(undone_sentence(done), icon="undo-2"),
        refused=lambda sentence, error: counter.notify(sentence, icon="circle-alert"),
        owner=counter.bridge,
    )


def brought_something(done: ImportDone) -> bool:
    """Whether there is anything to take back."""
    return done.added + done.updated > 0


def done_sentence(done: ImportDone) -> str:
    """What an import did."""
    if done.batch_id is None:
        return tr("Everyone in this file was here already.")
    if done.stopped and not brought_something(done):
        return tr("The import was stopped before anybody came in.")
    if done.stopped:
        return tr(
            "The import was stopped: {added} new, {updated} completed so far.",
            added=done.added,
            updated=done.updated,
        )
    if not done.updated:
        return ntr("{n} customer came in.", "{n} customers came in.", done.added)
    return ntr(
        "{n} customer came in; known ones that were completed: {updated}.",
        "{n} customers came in; known ones that were completed: {updated}.",
        done.added,
        updated=done.updated,
    )


def undone_sentence(done: ImportDone) -> str:
    """What taking an import back did."""
    if done.kept:
        return ntr(
            "The import is taken back. {n} customer has visits by now and stays.",
            "The import is taken back. {n} customers have visits by now and stay.",
            done.kept,
        )
    return tr("The import is taken back, as if it had never been.")


def _undoer(counter: Counter, batch_id: int) -> Any:
    """A function for the notice bar's Undo."""
    return lambda: undo_import(counter, batch_id)
