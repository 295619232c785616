"""The hand-over before it is printed: the half page as it comes out, and a word to the next shift."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.team.hand_over import NOTE_LIMIT, HandOver
from frontdesk.domain.text import BadInput
from frontdesk.printing.hand_over import HALF_PAGE, HandOverPrint
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.print_panel import AskPath, PrintPanel, options_width
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import print_cards
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save

_DRAWN_AFTER = 300
"""Milliseconds after the last key until the page is drawn with it."""


def open_sheet(counter: Counter) -> HandOverSheet:
    """The hand-over as it stands now."""
    return HandOverSheet(counter)


class HandOverSheet(Sheet):
    """Nothing is recorded: the page says what is open when it is drawn."""

    def __init__(
        self, counter: Counter, *, ask_path: AskPath = ask_where_to_save, print_to: PrintTo = print_cards
    ) -> None:
        super().__init__()
        self._counter = counter
        self.note = TextLine(limit=NOTE_LIMIT)
        self.panel = PrintPanel(
            counter, lambda: tr("For the next shift"), ask_path=ask_path, print_to=print_to
        )
        self._field = Field(
            lambda: tr("A word to the next shift"),
            self.note,
            lambda: tr("Such as: the milk comes at eight. It is on the page only."),
        )
        self._explains = Prose()
        speak(
            self._explains.setText,
            lambda: tr("Half a page with what is open. Short names, and no telephone numbers."),
        )
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_DRAWN_AFTER)
        self._drawing.timeout.connect(self._draw_again)
        self.note.textEdited.connect(self._drawing.start)
        self.panel.cards_wanted.connect(self._print)
        LANGUAGE.changed.connect(self._read)
        self._read_page: HandOver | None = None
        self._lay_out()
        self._draw()
        self._read()

    def title(self) -> str:
        return tr("Hand-over of the shift")

    def first_focus(self) -> QWidget:
        return self.panel.print_button if self.panel.printer_name() else self.panel.save_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def page(self) -> HandOverPrint | None:
        """What prints; None until it was read, and while the note is too long, which is said below it."""
        if self._read_page is None:
            return None
        try:
            page = self._read_page.with_note(self.note.text())
        except BadInput as error:
            self._field.set_fault(sentence_for(error))
            return None
        self._field.set_fault("")
        return HandOverPrint(page)

    def _read(self) -> None:
        """Read what is open, beside the window."""
        self._ask_page(self._on_page, lambda sentence, error: self.panel.fault.setText(sentence))

    def _ask_page(self, done: Callable[[HandOver], None], refused: Refusal) -> None:
        desk = self._counter.desk
        read = desk.hand_over.page
        self._counter.bridge.work(
            read, desk.staff_id, desk.now(), LANGUAGE.code, done=done, refused=refused, owner=self
        )

    def _on_page(self, page: HandOver) -> None:
        self._read_page = page
        self._draw()

    def _draw(self) -> None:
        page = self.page()
        self.panel.set_ready(page is not None)
        if page is not None:
            self.panel.show_sample([page], HALF_PAGE)

    def _draw_again(self) -> None:
        """A sheet that was left since draws nothing more."""
        if self.isVisible():
            self._draw()

    def _print(self) -> None:
        """It is read anew: what was done meanwhile is not handed over."""
        if self.page() is None:
            self.panel.finish(self._field.fault)
        else:
            self._ask_page(self._write, lambda sentence, error: self.panel.finish(sentence))

    def _write(self, read: HandOver) -> None:
        self._read_page = read
        page = self.page()
        if page is not None:
            self.panel.write([page], HALF_PAGE)
        else:
            self.panel.finish(self._field.fault)

    def _lay_out(self) -> None:
        options = QWidget()
        options.setFixedWidth(options_width())
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self._explains)
        column.addWidget(self._field)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(options)
        row.addWidget(self.panel, 1)
        tab_through(self.note, self.panel)
