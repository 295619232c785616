"""Answers of a hosted form on their way in. It belongs to the counter: closing the page stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.feedback.response_tables import AnswersBrought, AnswersPreview
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.answer_tables import brought_sentence, taken_back_sentence

if TYPE_CHECKING:
    from frontdesk.services.feedback.response_files import ResponseFiles


class BringingIn(QObject):
    """Brings in what a preview showed. `ended` carries what it did, or None when it was refused."""

    advanced = Signal(int, int)
    ended = Signal(object)

    def __init__(self, counter: Counter, preview: AnswersPreview) -> None:
        super().__init__(counter.bridge)
        self._counter = counter
        self._job: Job = counter.bridge.work(
            counter.desk.response_files.bring_in,
            preview,
            progress=self.advanced.emit,
            cancellable=True,
            done=self._on_done,
            refused=self._on_refused,
            owner=self,
        )

    def cancel(self) -> None:
        """Stop after the rows that are being written now; what is in stays, and can be taken back."""
        self._job.cancel()

    def _on_done(self, done: AnswersBrought) -> None:
        undo = partial(take_back, self._counter, done.gestures) if done.gestures else None
        said = brought_sentence(LANGUAGE.texts, done)
        if done.fault is not None:
            said = f"{sentence_for(done.fault)} {said}"
        icon = "inbox" if done.fault is None else "circle-alert"
        self._counter.notify(said, icon=icon, undo=undo, beside=True)
        self._leave(done)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._counter.notify(sentence, icon="circle-alert")
        self._leave(None)

    def _leave(self, done: AnswersBrought | None) -> None:
        self.setParent(None)
        self.ended.emit(done)
        self.deleteLater()


def take_back(counter: Counter, gestures: tuple[bytes, ...]) -> None:
    """Take all of it back; the counter goes on meanwhile, and hears of it when it is done."""
    counter.notify(tr("Taking the answers back…"), icon="hourglass")
    counter.bridge.work(
        counter.desk.response_files.undo,
        gestures,
        done=lambda done: counter.notify(taken_back_sentence(LANGUAGE.texts, done), icon="undo-2"),
        refused=lambda sentence, error: counter.notify(sentence, icon="circle-alert"),
        owner=counter.bridge,
    )


class _Left(Exception):
    """Nobody waits for this file any more."""


def read_preview(
    files: ResponseFiles,
    path: Path,
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> AnswersPreview | None:
    """What the file would bring, or None when it was cancelled. Raises `BadFile`."""

    def tell(done: int, total: int) -> None:
        if cancelled():
            raise _Left
        progress(done, total)

    try:
        return files.preview(path, tell)
    except _Left:
        return None
