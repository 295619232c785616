"""The owner's name, in the settings: saved when the field is left, with Undo."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.domain.acts import Changes, Role, StaffMember
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.fields import Field, TextLine


class OwnerField(Field):
    """Follows the store: what another page saves is shown here too."""

    def __init__(self, counter: Counter) -> None:
        self.name = TextLine(limit=NAME_LIMIT)
        super().__init__(lambda: tr("Your name, as the owner"), self.name)
        self._counter = counter
        self._show()
        self.name.finished.connect(self._save)
        counter.bridge.changed.connect(self._on_changed)

    def _owner(self) -> StaffMember | None:
        staff = self._counter.desk.staffing.staff()
        return next((member for member in staff if member.role is Role.OWNER), None)

    def _show(self) -> None:
        owner = self._owner()
        if owner is not None and not self.name.hasFocus():
            self.name.setText(owner.name)

    def _save(self, typed: str) -> None:
        owner = self._owner()
        if owner is not None and typed.strip() != owner.name:
            self._submit(owner.id, typed, lambda: self._submit(owner.id, owner.name, None))

    def _submit(self, staff_id: int, name: str, undo: Callable[[], None] | None) -> None:
        desk = self._counter.desk
        said = tr("Saved.") if undo else tr("As it was before.")
        self._counter.bridge.submit(
            desk.staffing.rename_staff,
            desk.act(),
            staff_id,
            name,
            done=lambda saved: self._counter.notify(said, undo=undo),
            refused=lambda sentence, error: self.set_fault(sentence),
            owner=self,
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.set_fault("")
            self._show()
