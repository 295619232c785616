"""The form of a customer: photo, name, what is good to know, and what they agree to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.ask_first import AskFirst
from frontdesk.ui.people.birthday_field import BirthdayField
from frontdesk.ui.people.consent_rows import ConsentRows
from frontdesk.ui.people.fault_words import fault_words
from frontdesk.ui.people.fields import Line, Note, PhoneLine, TypedField
from frontdesk.ui.people.form_state import (
    EMAIL_LIMIT,
    Fault,
    FormFault,
    FormField,
    FormState,
    faults_of,
    language_of_name,
)
from frontdesk.ui.people.language_chips import LanguageChips
from frontdesk.ui.people.photo_field import PhotoField
from frontdesk.ui.people.pictures import holds_picture
from frontdesk.ui.people.screen_tick import ScreenTick
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import in_a_row

_PHOTO_SIDE = 176
_HEIGHT_MOST = 640


class PersonForm(QWidget):
    """Shows a `FormState` and gives it back as it stands. `begun` is what it began with; it saves nothing.

    The consents to a birthday and to messages are made here and laid out by the sheet, in `consents.rows`.
    """

    changed = Signal()
    save_wanted = Signal()

    def __init__(
        self,
        desk: Any,
        bridge: Bridge,
        begun: FormState,
        present: bytes | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self.begun = desk, begun
        self._house_language = begun.language or desk.shop.settings().cards_language
        self.suggests_language = False
        self._loading = False
        self._faults: dict[FormField, Fault] = {}
        self.photo = PhotoField(bridge, _PHOTO_SIDE)
        self.photo.begin(present)
        self.consents = ConsentRows(desk.shop.settings().name, self)
        self.birthday = BirthdayField()
        self.languages = LanguageChips()
        self.by_name = TickRow()
        speak(self.by_name.say, lambda: tr("Greet by name"))
        self.on_screen = ScreenTick(self.by_name)
        self.fields = self._make_fields()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.put(begun)

    def state(self) -> FormState:
        """All that stands in the form now."""
        day, month, year = self.birthday.typed()
        return FormState(
            **{field.value: editor.typed() for field, editor in self.fields.items()},
            day=day,
            month=month,
            year=year,
            language=self.languages.language(),
            greet_by_name=self.by_name.isChecked(),
            on_screen=self.on_screen.isChecked(),
            consents=self.consents.granted(),
            photo=self.photo.photo,
            photo_removed=self.photo.removed,
        )

    def put(self, state: FormState) -> None:
        """Show another state."""
        self._loading = True
        for field, editor in self.fields.items():
            editor.put(getattr(state, field.value))
        self.birthday.put(state.day, state.month, state.year)
        self.languages.put(state.language)
        self.by_name.setChecked(state.greet_by_name)
        self.on_screen.setChecked(state.on_screen)
        self.consents.ask_in(state.language or self._house_language)
        self.consents.put(state.consents)
        if (state.photo, state.photo_removed) != (self.photo.photo, self.photo.removed):
            self.photo.put(state.photo, state.photo_removed)
        self._loading = False
        self._on_changed()

    def check(self) -> bool:
        """Whether it can be saved. Faults are said beside their fields; the first gets the focus."""
        today: date = self._desk.today()
        prefix = self._desk.shop.facts().phone_prefix
        self._faults = faults_of(self.state(), self.begun, prefix, today.year)
        self._say_faults()
        if not self._faults:
            return True
        self._place_of(next(iter(self._faults))).setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def faults(self) -> dict[FormField, Fault]:
        """What was wrong at the last check and was not touched since."""
        return dict(self._faults)

    def first_focus(self) -> QWidget:
        """The name, or the phone when the name is there already."""
        name = self.fields[FormField.NAME]
        return self.fields[FormField.PHONE].editor if name.typed() else name.editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.photo.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()) or event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.photo.place.set_welcoming(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.photo.place.set_welcoming(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.photo.place.set_welcoming(False)
        if self.photo.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _make_fields(self) -> dict[FormField, TypedField]:
        made: dict[FormField, tuple[Callable[[], str], Line | Note]] = {
            FormField.NAME: (lambda: tr("Name"), Line(NAME_LIMIT)),
            FormField.PHONE: (lambda: tr("Phone"), PhoneLine()),
            FormField.CALLED: (lambda: tr("Likes to be called"), Line()),
            FormField.SPOKEN: (lambda: tr("How to say it"), Line()),
            FormField.EMAIL: (lambda: tr("E-mail"), Line(EMAIL_LIMIT)),
            FormField.ALLERGY: (lambda: tr("Allergy"), Note()),
            FormField.PREFERENCE: (lambda: tr("Likes"), Note()),
            FormField.NOTE: (lambda: tr("Good to know"), Note()),
        }
        made[FormField.NAME][1].setProperty("large", True)
        return {field: TypedField(say, editor) for field, (say, editor) in made.items()}

    def _connect(self) -> None:
        for field, editor in self.fields.items():
            editor.changed.connect(lambda field=field: self._on_touched(field))
            editor.entered.connect(lambda field=field: self._on_entered(field))
        self.birthday.changed.connect(lambda: self._on_touched(FormField.BIRTHDAY))
        self.birthday.entered.connect(lambda: self.focusNextPrevChild(True))
        self.languages.chosen.connect(self._on_language)
        self.by_name.toggled.connect(self._on_changed)
        self.on_screen.toggled.connect(self._on_changed)
        self.consents.changed.connect(self._on_consent)
        self.photo.changed.connect(lambda: self._on_touched(FormField.PHOTO))
        AskFirst(self.photo, self.consents, self)
        LANGUAGE.changed.connect(self._say_faults)

    def _on_touched(self, field: FormField) -> None:
        self._faults.pop(field, None)
        if field is FormField.NAME and self.suggests_language and not self._loading:
            name = self.fields[FormField.NAME].typed()
            self.languages.put(language_of_name(name) or self._house_language)
        self._on_changed()

    def _on_language(self, language: str) -> None:
        self.suggests_language = False
        self._on_changed()

    def _on_consent(self) -> None:
        """An answer that was missing may be there now."""
        for field, fault in list(self._faults.items()):
            if fault in (FormFault.NO_BIRTHDAY_CONSENT, FormFault.NO_PHOTO_CONSENT):
                self._faults.pop(field)
        self._say_faults()
        self._on_changed()

    def _on_changed(self) -> None:
        if self._loading:
            return
        state = self.state()
        self.consents.ask_in(state.language or self._house_language)
        rows = self.consents.rows
        rows[Purpose.PHOTO].set_pressing(state.photo is not None)
        told_anew = state.birthday_typed and (state.day, state.month) != (self.begun.day, self.begun.month)
        rows[Purpose.BIRTHDAY].set_pressing(told_anew)
        self.changed.emit()

    def _on_entered(self, field: FormField) -> None:
        """Enter goes on to the next field, and saves from the last."""
        if field is FormField.NOTE:
            self.save_wanted.emit()
        else:
            self.focusNextPrevChild(True)

    def _say_faults(self) -> None:
        places: dict[FormField, TypedField | BirthdayField | PhotoField] = {
            **self.fields,
            FormField.BIRTHDAY: self.birthday,
            FormField.PHOTO: self.photo,
        }
        for field, place in places.items():
            fault = self._faults.get(field)
            if fault is not None:
                place.show_fault(fault_words(fault))
            elif place.fault() and field is not FormField.PHOTO:
                place.show_fault("")
        if self.photo.photo is not None and FormField.PHOTO not in self._faults:
            self.photo.show_fault("")

    def _place_of(self, field: FormField) -> QWidget:
        match self._faults[field]:
            case FormFault.NO_PHOTO_CONSENT:
                return self.consents.rows[Purpose.PHOTO]
            case FormFault.NO_BIRTHDAY_CONSENT:
                return self.consents.rows[Purpose.BIRTHDAY]
        return self.birthday.day if field is FormField.BIRTHDAY else self.fields[field].editor

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(RHYTHM)
        left.addWidget(self.photo)
        left.addWidget(self.consents.rows[Purpose.PHOTO])
        left.addWidget(self.on_screen)
        left.addStretch(1)
        for tick in (self.consents.rows[Purpose.PHOTO], self.on_screen):
            tick.setFixedWidth(self.photo.width())
        row, typed, column = QHBoxLayout(), QWidget(), QVBoxLayout()
        row.setSpacing(RHYTHM * 3)
        row.addLayout(left)
        typed.setLayout(self._grid())
        if not is_large():
            typed.setMaximumHeight(_HEIGHT_MOST)
        column.addWidget(typed, 1)
        column.addStretch(0)
        row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(row))

    def _grid(self) -> QGridLayout:
        """Six columns, so that a row can be one field, two or three."""
        field, grid = self.fields, QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(RHYTHM * 2)
        grid.setVerticalSpacing(RHYTHM + 2)
        tapped, spoken, label = in_a_row(), QVBoxLayout(), PlainLabel(role="heading")
        tapped.setSpacing(RHYTHM)
        spoken.setSpacing(4)
        speak(label.setText, lambda: tr("Language"))
        spoken.addWidget(label)
        spoken.addWidget(self.languages)
        tapped.addLayout(spoken)
        tapped.addStretch(1)
        tapped.addWidget(self.by_name, 0, Qt.AlignmentFlag.AlignBottom)
        rows: tuple[tuple[QWidget | QLayout, ...], ...] = (
            (field[FormField.NAME],),
            (field[FormField.PHONE], self.birthday),
            (field[FormField.CALLED], field[FormField.SPOKEN], field[FormField.EMAIL]),
            (tapped,),
            (field[FormField.ALLERGY], field[FormField.PREFERENCE], field[FormField.NOTE]),
        )
        if is_large():
            rows = tuple((part,) for row in rows for part in row)
        for row, parts in enumerate(rows):
            wide = 6 // len(parts)
            for place, part in enumerate(parts):
                if isinstance(part, QLayout):
                    grid.addLayout(part, row, place * wide, 1, wide)
                else:
                    grid.addWidget(part, row, place * wide, 1, wide)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(rows) - 1, 1)
        return grid
