"""Settings: all stamp cards and passes in a list; a tap opens one, on the same page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeDraft, ProgrammeKind
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.programmes.kept_drafts import kept_drafts
from frontdesk.ui.programmes.programme_editor import ProgrammeEditor
from frontdesk.ui.programmes.programme_row import ProgrammeRow
from frontdesk.ui.programmes.shelf import shelf_of
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.programmes import retired_sentence, short_promise, state_words

_NEW_KINDS: Final = (ProgrammeKind.STAMPS, ProgrammeKind.PASS)


class ProgrammesPanel(QWidget):
    """The list, or the editor of one of them, which is made when it is opened and goes when it is left."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.editor: ProgrammeEditor | None = None
        self.card_button, self.pass_button = TextButton("plus", "filled"), TextButton("plus")
        speak(self.card_button.say, lambda: tr("New stamp card"))
        speak(self.pass_button.say, lambda: tr("New pass or membership"))
        self.card_button.clicked.connect(lambda: self.begin_new(ProgrammeKind.STAMPS))
        self.pass_button.clicked.connect(lambda: self.begin_new(ProgrammeKind.PASS))
        self._list, self._pages = ScrolledColumn(), QStackedWidget()
        self._list.column.setSpacing(RHYTHM)
        self._rows: list[ProgrammeRow] = []
        self.said = Prose()
        self._lay_out()
        self.show_list()
        LANGUAGE.changed.connect(self._fill)
        LOOK.changed.connect(self._fill)
        counter.bridge.changed.connect(self._on_changed)

    def rows(self) -> list[ProgrammeRow]:
        """What the list shows."""
        return self._rows

    def choose(self, programme_id: int) -> None:
        """Open the editor of a programme."""
        programmes: tuple[Programme, ...] = self._counter.desk.shop.programmes()
        chosen = next(each for each in programmes if each.id == programme_id)
        self._open(ProgrammeEditor(self._counter, chosen.kind, chosen))

    def begin_new(self, kind: ProgrammeKind) -> None:
        """Open the editor for a new one; what was begun of it and not saved is there still."""
        self._open(ProgrammeEditor(self._counter, kind))

    def show_list(self) -> None:
        """Leave the editor. What was changed in it is kept, and the list says so."""
        self._fill()
        self._pages.setCurrentWidget(self._list)
        if self.editor is not None:
            self._pages.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
            self.card_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, editor: ProgrammeEditor) -> None:
        self.editor = editor
        editor.left.connect(self.show_list)
        self._pages.addWidget(editor)
        self._pages.setCurrentWidget(editor)
        editor.topics.name.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._say_which()
        desk, drafts = self._counter.desk, kept_drafts(self._counter.bridge)
        self._rows = []
        for kind in _NEW_KINDS:
            if kind in drafts:
                self._add_row(drafts[kind], tr("Not saved yet")).clicked.connect(
                    lambda checked=False, kind=kind: self.begin_new(kind)
                )
        for programme in desk.shop.programmes():
            kept = ProgrammeDraft(
                programme.look, programme.terms_at(desk.now()), programme.kind, programme.span
            )
            unsaved = programme.id in drafts
            state = state_words(LANGUAGE.texts, programme, desk.now(), desk.zone)
            row = self._add_row(kept, tr("Changed, not saved yet") if unsaved else state)
            row.clicked.connect(lambda checked=False, id_=programme.id: self.choose(id_))

    def _add_row(self, draft: ProgrammeDraft, state: str) -> ProgrammeRow:
        row = ProgrammeRow(draft.look, self._promise(draft), state)
        self._list.column.insertWidget(self._list.column.count() - 1, row)
        self._rows.append(row)
        return row

    def _promise(self, draft: ProgrammeDraft) -> str:
        texts, desk = LANGUAGE.texts, self._counter.desk
        if draft.span.retired_at is not None:
            return retired_sentence(texts, draft.kind, draft.span, desk.zone, desk.now())
        return short_promise(texts, draft.kind, draft.terms, shelf_of(self._counter).told())

    def _say_which(self) -> None:
        """Where several cards run, the counter's button must be known to mean one of them."""
        desk = self._counter.desk
        running = [
            each
            for each in desk.shop.programmes()
            if each.kind is ProgrammeKind.STAMPS and each.span.earns(desk.now())
        ]
        if len(running) < 2:
            self.said.setText(tr("Tap one to change it."))
            return
        which = tr(
            "“Add stamp” at the counter means {card}, the first that runs. It is shown first there, and a "
            "tap on another card's name switches to that one.",
            card=running[0].name,
        )
        self.said.setText(which)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.card_button)
        buttons.addWidget(self.pass_button)
        buttons.addStretch(1)
        self._list.column.addLayout(buttons)
        self._list.column.addWidget(self.said)
        self._list.column.addStretch(1)
        self._pages.addWidget(self._list)
        fill_with(self, self._pages)
