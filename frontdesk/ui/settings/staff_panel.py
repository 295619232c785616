"""Settings: who works here, and what each of them may do."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes, Role, StaffMember
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.staff_acts import StaffActs
from frontdesk.ui.settings.staff_row import GoneRow, StaffRow, role_name, role_sentence
from frontdesk.ui.team.pin_part import PinPart
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with, in_a_row
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.pins import shop_pin_sentence


class StaffPanel(QWidget):
    """A name and a role to take somebody on; below them who is here, and who was."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._acts = StaffActs(counter, self._on_landed)
        self._portraits = Portraits(counter.desk.staffing, self)
        self.name = TextLine(limit=NAME_LIMIT)
        self.role = ChipRow([(role, partial(role_name, role)) for role in Role])
        self.role.choose(Role.CASHIER)
        self.name_field = Field(lambda: tr("Somebody new"), self.name)
        self.role_field = Field(lambda: tr("Works as"), self.role, lambda: role_sentence(self._role()))
        self.add_button, self.cards_button = TextButton("user-plus", "filled"), TextButton("qr-code")
        speak(self.add_button.say, lambda: tr("Add to the staff"))
        speak(self.cards_button.say, lambda: tr("Staff cards for everybody"))
        speak(self.name.setPlaceholderText, lambda: tr("Name"))
        self.pins_said = Prose()
        self._here, self._gone = QVBoxLayout(), QVBoxLayout()
        self._gone_heading = PlainLabel(role="heading")
        self._shown: object = None
        self._lay_out()
        self.show_kept()
        self.add_button.clicked.connect(self.add)
        self.cards_button.clicked.connect(lambda: counter.open(SheetName.STAFF_CARDS))
        self.name.returnPressed.connect(self.add)
        self.name.textEdited.connect(lambda: self.name_field.set_fault(""))
        self.role.chosen.connect(lambda: self.role_field.set_hint(lambda: role_sentence(self._role())))
        LANGUAGE.changed.connect(self._say_anew)
        counter.bridge.changed.connect(self._on_changed)

    def add(self) -> None:
        """Take somebody on, or say what the name lacks."""
        try:
            name = clean_name(self.name.text())
        except BadInput as bad:
            self.name_field.set_fault(sentence_for(bad))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._acts.add(name, self._role(), self._on_added, self._on_refused)

    def show_kept(self) -> None:
        """Show who is here and who was; what is being typed stays while nothing else changed."""
        staffing, pins = self._counter.desk.staffing, self._counter.desk.pins
        self.pins_said.setText(shop_pin_sentence(LANGUAGE.texts, in_use=pins.in_use()))
        for member in staffing.staff():
            self._portraits.forget(member.id)
        kept = (staffing.staff(), staffing.gone(), self._counter.desk.staff_id)
        if kept == self._shown:
            for row in self.rows():
                row.role.choose(row.member.role)
                row.face.update()
            return
        self._shown = kept
        here, gone, at_the_till = kept
        _clear(self._here)
        _clear(self._gone)
        for member in here:
            self._here.addWidget(self._row(member, at_the_till=member.id == at_the_till))
        for member in gone:
            self._gone.addWidget(self._gone_row(member))
        self._gone_heading.setVisible(bool(gone))

    def rows(self) -> list[StaffRow]:
        """Those who work here."""
        widgets = [self._here.itemAt(place).widget() for place in range(self._here.count())]
        return [widget for widget in widgets if isinstance(widget, StaffRow)]

    def gone_rows(self) -> list[GoneRow]:
        """Those who worked here once."""
        widgets = [self._gone.itemAt(place).widget() for place in range(self._gone.count())]
        return [widget for widget in widgets if isinstance(widget, GoneRow)]

    def give_pin(self, staff_id: int) -> None:
        """Open the fields of this member's PIN; typing goes there."""
        for row in self.rows():
            if row.member.id == staff_id and row.pin is None:
                self._turn_pin(row)

    def _turn_pin(self, row: StaffRow) -> None:
        row.turn_pin(lambda: PinPart(self._counter, row.member))
        if row.pin is not None:
            row.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            self._page.show_part(row.pin)

    def finish(self) -> None:
        """Take a name that was typed and not yet left."""
        for row in self.rows():
            row.name.finish()

    def _row(self, member: StaffMember, *, at_the_till: bool) -> StaffRow:
        row = StaffRow(member, self._portraits, self._counter.bridge, at_the_till=at_the_till)
        row.photo_chosen.connect(lambda photo: self._acts.set_photo(member, photo))
        row.name.finished.connect(lambda typed: self._rename(member, row.name, typed))
        row.role.chosen.connect(lambda role: self._acts.change_role(member, Role(role)))
        row.leave_button.clicked.connect(lambda: self._acts.leave(member))
        row.pin_button.clicked.connect(lambda: self._turn_pin(row))
        row.card_button.clicked.connect(
            lambda: self._counter.open(SheetName.STAFF_CARDS, staff_ids=(member.id,))
        )
        return row

    def _gone_row(self, member: StaffMember) -> GoneRow:
        row = GoneRow(member)
        row.back_button.clicked.connect(lambda: self._acts.come_back(member))
        return row

    def _rename(self, member: StaffMember, line: TextLine, typed: str) -> None:
        if not typed.strip():
            line.put(member.name)
        elif typed.strip() != member.name:
            self._acts.rename(member, typed)

    def _role(self) -> Role:
        return Role(self.role.value())

    def _on_added(self) -> None:
        if shiboken6.isValid(self):
            self.name.put("")
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, sentence: str) -> None:
        if shiboken6.isValid(self):
            self.name_field.set_fault(sentence)

    def _on_landed(self) -> None:
        if shiboken6.isValid(self):
            self.show_kept()

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.show_kept()

    def _say_anew(self) -> None:
        self._shown = None
        self.show_kept()

    def _lay_out(self) -> None:
        here_heading = PlainLabel(role="heading")
        speak(here_heading.setText, lambda: tr("Works here"))
        speak(self._gone_heading.setText, lambda: tr("Worked here before"))
        for column in (self._here, self._gone):
            column.setSpacing(RHYTHM)
        page = self._page = ScrolledColumn()
        page.column.addLayout(beside(self.name_field, self.role_field, stretch=(2, 3)))
        buttons = in_a_row()
        buttons.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.cards_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        page.column.addLayout(buttons)
        page.column.addWidget(here_heading)
        page.column.addWidget(self.pins_said)
        page.column.addLayout(self._here)
        page.column.addWidget(self._gone_heading)
        page.column.addLayout(self._gone)
        page.column.addStretch(1)
        fill_with(self, page)


def _clear(layout: QVBoxLayout) -> None:
    empty(layout)
