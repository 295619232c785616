"""One of the staff: face, name, role, and the button with which they leave or come back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown, is_large
from frontdesk.ui.people.photo_field import PhotoField
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.settings.staff_face import PHOTO_SIDE, FaceButton
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.portrait import Portraits

_ROLE_WIDTH = 176


class StaffRow(QWidget):
    """Somebody who works here. Whoever is at the till now cannot leave it from here."""

    photo_chosen = Signal(object)
    """A Photo, or None for none any more."""

    def __init__(
        self, member: StaffMember, portraits: Portraits, bridge: Bridge, *, at_the_till: bool
    ) -> None:
        super().__init__()
        self.member, self._bridge = member, bridge
        self.face = FaceButton(portraits, member)
        self.face.clicked.connect(self.turn_photo)
        self.photo: PhotoField | None = None
        self.agreed: TickRow | None = None
        self.name, self.role = TextLine(limit=NAME_LIMIT), Choice(role_options)
        self.name.put(member.name)
        self.role.choose(member.role)
        self.role.setFixedWidth(grown(_ROLE_WIDTH))
        self.pin: QWidget | None = None
        self.pin_button, self.card_button = IconButton("key"), IconButton("qr-code")
        self.leave_button = TextButton("log-out", "quiet")
        here = PlainLabel(role="small")
        (self.leave_button if at_the_till else here).hide()
        speak(here.setText, lambda: tr("At the till now"))
        speak(self.leave_button.say, lambda: tr("No longer works here"))
        speak(self.pin_button.say, lambda: tr("PIN of {name}", name=member.name))
        speak(self.card_button.say, lambda: tr("Staff card of {name}", name=member.name))
        speak(self.name.setAccessibleName, lambda: tr("Name"))
        speak(self.role.setAccessibleName, lambda: tr("Role of {name}", name=member.name))
        if not is_large():
            here.setMinimumWidth(self.leave_button.sizeHint().width())
        self.leave_button.setAccessibleDescription(member.name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM)
        row, named, placed = in_a_row(), QHBoxLayout(), QHBoxLayout()
        for part in (row, named, placed):
            part.setSpacing(RHYTHM * 2)
        self._column.addLayout(row)
        named.addWidget(self.face)
        named.addWidget(self.name, 1)
        placed.addWidget(self.role)
        placed.addWidget(self.pin_button)
        placed.addWidget(self.card_button)
        placed.addWidget(self.leave_button)
        placed.addWidget(here)
        row.addLayout(named, 1)
        row.addLayout(placed)

    def turn_photo(self) -> None:
        """Open the place where the photo is changed, or close it. Strangers will see it: who does not agree
        has none.
        """
        if self.photo is not None and self.agreed is not None:
            for part in (self.photo, self.agreed):
                part.hide()
                part.deleteLater()
            self.photo = self.agreed = None
            return
        self.agreed, self.photo = TickRow(), PhotoField(self._bridge, PHOTO_SIDE)
        speak(self.agreed.say, lambda: tr("They agree that customers see their photo"))
        speak(self.agreed.set_below, _where_seen)
        self.agreed.setChecked(self.member.has_photo)
        self.agreed.toggled.connect(self._on_agreed)
        self.photo.begin(self._bridge.desk.staffing.full(self.member.id))
        self.photo.setEnabled(self.member.has_photo)
        self.photo.changed.connect(self._on_photo)
        self._column.addWidget(self.agreed)
        self._column.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignLeft)

    def turn_pin(self, make: Callable[[], QWidget]) -> None:
        """Open the place where the PIN is given, or close it."""
        if self.pin is not None:
            self.pin.hide()
            self.pin.deleteLater()
            self.pin = None
            return
        self.pin = make()
        self._column.addWidget(self.pin)

    def _on_agreed(self, agreed: bool) -> None:
        if self.photo is None:
            return
        self.photo.setEnabled(agreed)
        if not agreed:
            self.photo.remove()

    def _on_photo(self) -> None:
        if self.photo is not None and (self.photo.photo is not None or self.photo.removed):
            self.photo_chosen.emit(self.photo.photo)


class GoneRow(QWidget):
    """Somebody who worked here once."""

    def __init__(self, member: StaffMember) -> None:
        super().__init__()
        self.member = member
        self.back_button = TextButton("undo-2", "quiet")
        speak(self.back_button.say, lambda: tr("Works here again"))
        self.back_button.setAccessibleDescription(member.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(ElidedLabel(member.name), 1)
        row.addWidget(PlainLabel(role_name(member.role), "small"))
        row.addWidget(self.back_button)


def _where_seen() -> str:
    return tr(
        "On the customer's screen on the days they work, and on the team poster, with the first name. "
        "Untick to remove it."
    )


def role_options() -> list[Option]:
    """The roles, the one with the least rights first."""
    return [(role, role_name(role)) for role in Role]


def role_name(role: Role) -> str:
    return {Role.CASHIER: tr("Cashier"), Role.MANAGER: tr("Manager"), Role.OWNER: tr("Owner")}[role]


def role_sentence(role: Role) -> str:
    """What somebody with this role may do."""
    gettext = LANGUAGE.texts.gettext
    return {
        Role.CASHIER: gettext("A cashier greets, stamps and gives rewards, within the limits."),
        Role.MANAGER: gettext("A manager may also change the settings, and go beyond the limits."),
        Role.OWNER: gettext("An owner may also say who works here, and as what."),
    }[role]
