"""Cards on their way to paper. A run belongs to the counter: whatever closes the sheet, it ends well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from frontdesk.ui.bridge import Job as Work
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.printer import Fate, Job, save_cards
from frontdesk.ui.widgets.saving import short_folder

PrintTo = Callable[..., Fate]

_ICONS: Final = {True: "file-down", False: "printer"}


class PrintRun(QObject):
    """Writes cards to a file, or to a printer by its name. What a practice prints has its mark.

    `came_out` is called when they are on paper or on the disk, even if nobody is looking any more.
    """

    advanced = Signal(int, int)
    ended = Signal(str)
    """What to say when the cards did not come out; empty when they did."""

    def __init__(
        self, counter: Counter, target: Path | str, job: Job, print_to: PrintTo, came_out: Callable[[], None]
    ) -> None:
        super().__init__(counter.bridge)
        self._counter, self._target, self._came_out = counter, target, came_out
        self._work: Work = counter.bridge.work(
            save_cards if isinstance(target, Path) else print_to,
            target,
            replace(job, mark=mark_of(counter)),
            progress=self.advanced.emit,
            cancellable=True,
            done=self._on_fate,
            refused=lambda sentence, error: self._leave(sentence),
            owner=self,
        )

    def cancel(self) -> None:
        """Stop before the next page."""
        self._work.cancel()

    def _on_fate(self, fate: Fate) -> None:
        to_file = isinstance(self._target, Path)
        if fate is not Fate.DONE:
            self._leave(_sorry(fate, printing=not to_file))
            return
        said = tr("It is at the printer.")
        if isinstance(self._target, Path):
            folder = short_folder(self._target.parent)
            said = tr("Saved: {file}, in the folder {folder}.", file=self._target.name, folder=folder)
        self._came_out()
        self._counter.notify(said, icon=_ICONS[to_file])
        self._leave("")

    def _leave(self, sorry: str) -> None:
        self.ended.emit(sorry)
        self.deleteLater()


def _sorry(fate: Fate, *, printing: bool) -> str:
    """Why it did not come out, and what helps. The cards that were issued wait for the next press."""
    match fate:
        case Fate.CANCELLED if printing:
            return tr("Stopped. Pages that had reached the printer by then may still come out.")
        case Fate.CANCELLED:
            return tr("Stopped. Nothing came out; press again for the very same cards.")
        case Fate.NO_ROOM:
            return tr("The disk is full, so no file was written. Make room, or choose another folder.")
        case Fate.NOT_ALLOWED:
            return tr("No file may be written there. Choose another folder.")
        case Fate.NO_FOLDER:
            return tr("That folder is no longer there. Choose another one.")
        case Fate.NO_PRINTER:
            return tr("The printer is not there. Switch it on, or save the cards as a PDF.")
    return tr("The printer or the disk did not take the cards. Look at it, then press again.")
