"""One of the staff: name, role, and the button with which they leave or come back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel

_ROLE_WIDTH = 176


class StaffRow(QWidget):
    """Somebody who works here. Whoever is at the till now cannot leave it from here."""

    def __init__(self, member: StaffMember, *, at_the_till: bool) -> None:
        super().__init__()
        self.member = member
        self.name, self.role = TextLine(limit=NAME_LIMIT), Choice(role_options)
        self.name.put(member.name)
        self.role.choose(member.role)
        self.role.setFixedWidth(_ROLE_WIDTH)
        self.leave_button = TextButton("log-out", "quiet")
        here = PlainLabel(role="small")
        (self.leave_button if at_the_till else here).hide()
        speak(here.setText, lambda: tr("At the till now"))
        speak(self.leave_button.say, lambda: tr("No longer works here"))
        speak(self.name.setAccessibleName, lambda: tr("Name"))
        speak(self.role.setAccessibleName, lambda: tr("Role of {name}", name=member.name))
        here.setMinimumWidth(self.leave_button.sizeHint().width())
        self.leave_button.setAccessibleDescription(member.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.name, 1)
        row.addWidget(self.role)
        row.addWidget(self.leave_button)
        row.addWidget(here)


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
