"""Everything about one person as one file, for them to have."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Customer
from frontdesk.texts import CUSTOMER_LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder

if TYPE_CHECKING:
    from frontdesk.services.privacy.telling import TellingService

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget, str, str, str, str], Path | None]


class TellPage(ReadPage):
    """Says what is in the file and in which language, asks where it is to go, and writes it whole."""

    def __init__(
        self, counter: Counter, customer: Customer, *, ask_path: AskPath = ask_where_to_save
    ) -> None:
        super().__init__(counter)
        self._customer, self._ask_path = customer, ask_path
        self.words = Prose(size=Size.BODY, ink="ink")
        self.save = TextButton("download", "filled")
        speak(self.save.say, lambda: tr("Save everything about them"))
        self.save.clicked.connect(self._save)
        self.page.column.addWidget(self.words)
        self.page.column.addStretch(1)
        self.foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def first_focus(self) -> QWidget:
        return self.save

    def stops(self) -> Sequence[QWidget]:
        return (self.save,)

    def read(self) -> None:
        """Nothing is read before it is asked for."""

    def _save(self) -> None:
        desk = self._counter.desk
        stem = tr("All about {name} {date}", name=self._customer.name, date=desk.today().isoformat())
        path = self._ask_path(self, tr("Save everything about them"), stem, tr("One packed file"), "zip")
        if path is None:
            return
        self.save.setEnabled(False)
        args = (desk.telling, desk.act(), self._customer.id, path)
        self._work(tr("Writing everything about them…"), _write, *args, done=self._on_written)

    def _on_written(self, path: Path | None) -> None:
        self._end()
        if path is None:
            said = tr("The file could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")
            return
        said = tr("It is in {file}, in {folder}.", file=path.name, folder=short_folder(path.parent))
        self._counter.notify(said, icon="download", stays=True)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        super()._on_refused(sentence, error)

    def _end(self) -> None:
        self.save.setEnabled(True)
        self.progress.stop()

    def _fill(self) -> None:
        settings = self._counter.desk.shop.settings()
        code = self._customer.language or settings.cards_language
        if code == SOURCE_LANGUAGE:
            said = tr(
                "One file with all that the shop knows of {name}: a page to read in English, tables for a "
                "spreadsheet, and the photos. Other customers are not named in it; of the staff there is the "
                "first name. Give it to nobody but {name}.",
                name=self._customer.name,
            )
        else:
            said = tr(
                "One file with all that the shop knows of {name}: a page to read in {language}, with English "
                "beside, tables for a spreadsheet, and the photos. Other customers are not named in it; of "
                "the staff there is the first name. Give it to nobody but {name}.",
                name=self._customer.name,
                language=CUSTOMER_LANGUAGES.get(code, code),
            )
        self.words.setText(said)


def _write(telling: TellingService, act: Act, customer_id: int, path: Path) -> Path | None:
    """On a worker thread. A folder without room or right is nothing to be alarmed about."""
    try:
        telling.write(act, customer_id, path)
    except OSError as fault:
        log.info("everything about somebody was not written: %s", fault.strerror)
        return None
    return path
