"""What this till is called, in the settings: saved when the field is left, with Undo."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.domain.acts import Changes
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.fields import Field, TextLine


class TillField(Field):
    """Follows the store: what is saved elsewhere is shown here too."""

    def __init__(self, counter: Counter) -> None:
        self.name = TextLine(limit=NAME_LIMIT)
        super().__init__(
            lambda: tr("This till is called"),
            self.name,
            lambda: tr("It is on the slip of the day, and in who did what."),
        )
        self._counter = counter
        self._show()
        self.name.finished.connect(self._save)
        counter.bridge.changed.connect(self._on_changed)

    def _named(self) -> str:
        desk = self._counter.desk
        return str(desk.tills.name(desk.till_id))

    def _show(self) -> None:
        if not self.name.hasFocus():
            self.name.setText(self._named())

    def _save(self, typed: str) -> None:
        before = self._named()
        if typed.strip() != before:
            self._submit(typed, lambda: self._submit(before, None))

    def _submit(self, name: str, undo: Callable[[], None] | None) -> None:
        desk = self._counter.desk
        said = tr("Saved.") if undo else tr("As it was before.")
        self._counter.bridge.submit(
            desk.tills.rename,
            desk.act(),
            desk.till_id,
            name,
            done=lambda saved: self._counter.notify(said, undo=undo),
            refused=lambda sentence, error: self.set_fault(sentence),
            owner=self._counter.bridge,
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.set_fault("")
            self._show()
