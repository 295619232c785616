"""Settings: the stamp card, as customers will have it before their eyes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.programmes import ProgrammeDraft
from frontdesk.services.programmes import ProgrammeSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.settings.programme_fields import ProgrammeFields
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.stamps import StampCardView

_STAMPS_SHOWN = 2


class ProgrammePanel(QWidget):
    """Changes the shop's main programme; a shop without one gets its first here."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.fields = ProgrammeFields(self)
        self._card = StampCardView()
        speak(self._card.set_free_word, lambda: tr("FREE"))
        self._note = Prose()
        speak(
            self._note.setText,
            lambda: tr("Stamps that customers have already stay theirs when you change the card."),
        )
        page = ScrolledColumn()
        page.column.addWidget(self.fields.name_field)
        page.column.addLayout(beside(self.fields.goal_field, self.fields.reward_field, stretch=(2, 3)))
        page.column.addWidget(self._card)
        page.column.addWidget(self._note)
        page.column.addStretch(1)
        fill_with(self, page)
        self._kept = self._read()
        self.show_kept()
        self.fields.edited.connect(self._on_edited)
        counter.bridge.changed.connect(self._on_changed)

    def show_kept(self) -> None:
        """Show the programme as it is kept."""
        self._kept = self._read()
        if self._kept is None:
            self.fields.offer_usual()
        else:
            self.fields.fill(self._kept)
        self._draw()

    def _read(self) -> ProgrammeDraft | None:
        main = self._counter.desk.shop.facts().main_programme
        if main is None:
            return None
        return ProgrammeDraft(main.look, main.terms_at(self._counter.desk.now()), main.kind, main.span)

    def _on_edited(self) -> None:
        before, draft = self._kept, self.fields.collected(self._kept)
        if draft == before:
            return
        self._kept = draft
        self._draw()
        _save(self._counter, draft, tr("The stamp card is saved."), before)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.show_kept()

    def _draw(self) -> None:
        draft = self.fields.collected(self._kept)
        self._card.show_card(_STAMPS_SHOWN, draft.terms.goal, 0, draft.look.icon)


def _save(counter: Counter, draft: ProgrammeDraft, said: str, before: ProgrammeDraft | None) -> None:
    """Not a method: undoing must work when the sheet is gone."""
    desk = counter.desk
    main = desk.shop.facts().main_programme

    def undo() -> None:
        assert before is not None
        _save(counter, before, tr("The stamp card is as it was before."), None)

    def done(saved: ProgrammeSaved) -> None:
        counter.notify(said, icon="stamp", undo=undo if before is not None else None)

    service, act = desk.programmes, desk.act()
    if main is None:
        counter.bridge.submit(service.add, act, draft, done=done)
    else:
        counter.bridge.submit(service.save, act, main.id, draft, done=done)
