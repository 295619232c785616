"""Who is here today: their faces, and the names they go by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.domain.people.first_names import first_name
from frontdesk.ui.display.words import Words
from frontdesk.ui.widgets.portrait import Portrait, Portraits

_LARGEST_FACE = 168.0
_GAP = 0.16
_NAME = 0.3
"""Shares of a face's side: the gap between two, and the room for the name below."""


class DutyRow(QWidget):
    """At most four of the staff, side by side in the middle."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._shown: tuple[StaffMember, ...] = ()
        self._places: list[tuple[Portrait, Words]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_staff(self, staff: tuple[StaffMember, ...]) -> None:
        """Show others than before; the same ones stay as they are."""
        if staff == self._shown:
            return
        self._shown = staff
        for widget in (each for place in self._places for each in place):
            widget.hide()
            widget.deleteLater()
        self._places = [self._place(member) for member in staff]
        self.arrange()

    def names(self) -> list[str]:
        return [words.text() for _, words in self._places]

    def arrange(self) -> None:
        """Divide the room that there is."""
        count = len(self._places)
        if not count:
            return
        by_width = self.width() / (count + _GAP * (count - 1))
        side = min(by_width, self.height() / (1 + _NAME), _LARGEST_FACE)
        left = (self.width() - side * (count + _GAP * (count - 1))) / 2
        top = (self.height() - side * (1 + _NAME)) / 2
        for number, (face, words) in enumerate(self._places):
            x = left + number * side * (1 + _GAP)
            face.set_side(round(side))
            face.move(round(x), round(top))
            over = side * _GAP / 2
            words.place(QRectF(x - over, top + side, side + 2 * over, side * _NAME), side * 0.17)

    def _place(self, member: StaffMember) -> tuple[Portrait, Words]:
        face = Portrait(self._portraits, 1, self)
        name = first_name(member.name) or member.name
        face.show_person(member.id, name, member.has_photo)
        words = Words("ink", strong=True, centred=True, parent=self)
        words.say(name)
        face.show()
        words.show()
        return face, words
