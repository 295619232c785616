"""What is done to the list of staff, each with its way back in the notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.people.photos import Photo
from frontdesk.services.team.staffing import StaffSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr

Landed = Callable[[], None]


@dataclass(frozen=True)
class StaffActs:
    """Outlives the sheet. `landed` is called when an act is done or refused: the list is then shown anew."""

    counter: Counter
    landed: Landed

    def add(self, name: str, role: Role, added: Landed, refused: Callable[[str], None]) -> None:
        def done(member: StaffMember) -> None:
            added()
            self._settle(
                tr("{name} works here now.", name=member.name), lambda: self._leave(member.id, undone=True)
            )

        desk = self.counter.desk
        self.counter.bridge.submit(
            desk.staffing.add_staff,
            desk.act(),
            name,
            role,
            done=done,
            refused=lambda sentence, error: refused(sentence),
        )

    def rename(self, member: StaffMember, name: str, *, undone: bool = False) -> None:
        back = None if undone else lambda: self.rename(member, member.name, undone=True)
        said = tr("As it was before.") if undone else tr("Saved.")
        self._submit(self._staffing.rename_staff, member.id, name, done=lambda _: self._settle(said, back))

    def change_role(self, member: StaffMember, role: Role, *, undone: bool = False) -> None:
        back = None if undone else lambda: self.change_role(member, member.role, undone=True)
        said = tr("As it was before.") if undone else tr("Saved.")
        self._submit(self._staffing.change_role, member.id, role, done=lambda _: self._settle(said, back))

    def set_photo(self, member: StaffMember, photo: Photo | None, *, undone: bool = False) -> None:
        """Show another face to customers, or none."""
        before: Photo | None = self._staffing.photo(member.id)
        back = None if undone else lambda: self.set_photo(member, before, undone=True)
        said = tr("As it was before.") if undone else tr("Saved.")
        method, facts = (
            (self._staffing.remove_photo, ()) if photo is None else (self._staffing.set_photo, (photo,))
        )
        self._submit(method, member.id, *facts, done=lambda _: self._settle(said, back))

    def leave(self, member: StaffMember) -> None:
        self._leave(member.id)

    def come_back(self, member: StaffMember) -> None:
        self._come_back(member.id)

    def _leave(self, staff_id: int, *, undone: bool = False) -> None:
        def done(saved: StaffSaved) -> None:
            back = None if undone else lambda: self._come_back(staff_id, undone=True)
            self._settle(tr("{name} no longer works here.", name=saved.member.name), back)

        self._submit(self._staffing.leave, staff_id, done=done)

    def _come_back(self, staff_id: int, *, undone: bool = False) -> None:
        def done(saved: StaffSaved) -> None:
            back = None if undone else lambda: self._leave(staff_id, undone=True)
            self._settle(tr("{name} works here again.", name=saved.member.name), back)

        self._submit(self._staffing.come_back, staff_id, done=done)

    def _settle(self, said: str, undo: Callable[[], None] | None) -> None:
        self.counter.notify(said, icon="users" if undo is not None else "undo-2", undo=undo)
        self.landed()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.counter.notify(sentence, icon="circle-alert")
        self.landed()

    def _submit(self, method: Any, *args: Any, done: Callable[[StaffSaved], None]) -> None:
        self.counter.bridge.submit(
            method, self.counter.desk.act(), *args, done=done, refused=self._on_refused
        )

    @property
    def _staffing(self) -> Any:
        return self.counter.desk.staffing
