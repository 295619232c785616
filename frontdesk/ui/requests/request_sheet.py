"""One request with all that belongs to it: its next step, whose it is, its price, its picture, its ticket."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.requests import (
    DeclineReason,
    PictureKind,
    RequestState,
    SpecialRequest,
    next_states,
)
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size, grown, is_large
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.pictures import holds_picture
from frontdesk.ui.requests.decline_part import DeclinePart
from frontdesk.ui.requests.picture_part import PicturePart
from frontdesk.ui.requests.price_part import PricePart, not_a_price
from frontdesk.ui.requests.request_acts import RequestActs
from frontdesk.ui.requests.staff_chips import StaffChips
from frontdesk.ui.requests.ticket_part import TicketPart
from frontdesk.ui.requests.when_words import when_line
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.contact_point_chips import ContactPointChips
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with, in_a_row, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.care_rules import axis_name, axis_sentence
from frontdesk.wording.requests import move_name

_WHO_WIDTH, _PICTURES_WIDTH = 260, 340


def open_sheet(counter: Counter, request_id: int, *, listed: bool = False) -> RequestSheet:
    """The request with this key; `listed` where the way back is the list of all requests."""
    return RequestSheet(counter, request_id, listed=listed)


class RequestSheet(Sheet):
    """Each tap is saved at once, with Undo. It follows what is done to the request elsewhere."""

    def __init__(self, counter: Counter, request_id: int, *, listed: bool = False) -> None:
        super().__init__()
        self.counter, self._listed = counter, listed
        self.request: SpecialRequest = counter.desk.requests.get(request_id)
        self._acts = RequestActs(counter, self._on_landed)
        self.who = PersonRow(counter.portraits, 44, flat=True)
        self.who.clicked.connect(self._greet)
        self._what = Prose(size=Size.TITLE, ink="ink", strong=True)
        self._note, self._when = Prose(size=Size.BODY), Prose(size=Size.BODY, ink="ink", strong=True)
        self.steps, self.step_buttons = WrappedChips(), list[TextButton]()
        self.ticket = TicketPart(counter, lambda: self.request.id)
        self.decline = DeclinePart()
        self.staff = StaffChips()
        self.axis = ChipRow([(axis.value, partial(_axis_name, axis)) for axis in Axis])
        self.price = PricePart(counter.desk.shop.settings().currency)
        self.points = ContactPointChips()
        self.pictures = PicturePart(counter)
        self._axis_field = Field(lambda: tr("How it is to please"), self.axis)
        self._listen()
        self._lay_out()
        self.setAcceptDrops(True)
        self.refresh()

    def title(self) -> str:
        return tr("Request")

    def told_of(self) -> frozenset[int]:
        return frozenset({self.request.customer_id})

    def first_focus(self) -> QWidget:
        return self.step_buttons[0] if self.step_buttons else self.who

    def may_close(self) -> bool:
        """Esc switches the camera off first. A price that is none is said, and keeps the page open once. From
        the list of all requests one goes back to it.
        """
        if self.pictures.stop_camera():
            return False
        if not self.price.isHidden() and not self.price.finish():
            self.counter.notify(not_a_price(), icon="circle-alert")
            return False
        if self._listed:
            self.counter.open(SheetName.REQUESTS)
            return False
        return True

    def refresh(self) -> None:
        """Read the request anew. What is being typed stays."""
        desk = self.counter.desk
        self.request = request = desk.requests.get(self.request.id)
        self.who.show_person(
            request.customer_id, request.customer_name, self._has_photo(), tr("Tap to greet them")
        )
        self._what.setText(request.what)
        self._note.setText(request.note)
        self._note.setVisible(bool(request.note))
        self._when.setText(when_line(request, desk.now(), desk.zone))
        self._show_steps()
        self.decline.show_request(request)
        self.staff.show_staff(desk.staffing.staff(), request.owner_id)
        self.axis.choose(request.axis.value)
        self._axis_field.set_hint(lambda: axis_sentence(LANGUAGE.texts, request.axis))
        self.price.setVisible(request.axis is Axis.COST)
        self.price.show_request(request)
        self.points.choose(request.contact_point)
        self.pictures.show_request(request)
        tab_through(*self._in_order())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pictures.photo.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()) or event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.pictures.photo.place.set_welcoming(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.pictures.photo.place.set_welcoming(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.pictures.photo.place.set_welcoming(False)
        if self.pictures.photo.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _in_order(self) -> tuple[QWidget, ...]:
        """As it is read; steps and staff come and go."""
        acts = (*self.step_buttons, self.ticket, self.decline)
        return (self.who, *acts, self.staff, self.axis, self.price, self.points, self.pictures)

    def _show_steps(self) -> None:
        """A button for each step but declining, which has its own reasons; none where they are the same."""
        steps = [to for to in next_states(self.request.state) if to is not RequestState.DECLINED]
        self.steps.setVisible(bool(steps))
        if [button.property("to") for button in self.step_buttons] == [to.value for to in steps]:
            return
        focused = any(button.hasFocus() for button in self.step_buttons)
        self.step_buttons = [self._step_button(to, place) for place, to in enumerate(steps)]
        self.steps.show_chips(self.step_buttons)
        if focused:
            self.first_focus().setFocus()

    def _step_button(self, to: RequestState, place: int) -> TextButton:
        button = TextButton(role="filled" if place == 0 else "plain")
        button.setProperty("to", to.value)
        button.say(move_name(LANGUAGE.texts, to))
        button.clicked.connect(lambda: self._acts.move(self.request, to))
        return button

    def _decline(self, reason: DeclineReason, words: str, alternative: str) -> None:
        self._acts.decline(self.request, reason, words, alternative, self._on_not_declined)

    def _on_not_declined(self, sentence: str, error: Exception) -> None:
        if isinstance(error, Refused):  # somebody was faster
            self.refresh()
        self.decline.show_fault(sentence)

    def _put_picture(self, kind: PictureKind, taken: Photo | None) -> None:
        self._acts.put_picture(self.request, kind, taken)

    def _change(self, method: str, value: object) -> None:
        self._acts.change(method, self.request, value)

    def _greet(self) -> None:
        self.counter.choose(self.request.customer_id)

    def _on_landed(self) -> None:
        """Of what was typed for declining, nothing is left to be sent again."""
        if shiboken6.isValid(self):
            self.pictures.show_anew()
            self.refresh()
            if self.request.declined is not None:
                self.decline.empty()

    def _on_changes(self, changes: Changes) -> None:
        if changes.requests or changes.everything:
            self.refresh()

    def _has_photo(self) -> bool:
        try:
            return bool(self.counter.desk.customers.get(self.request.customer_id).has_photo)
        except Refused:  # taken off the list meanwhile
            return False

    def _listen(self) -> None:
        self.decline.declined.connect(self._decline)
        self.staff.chosen.connect(partial(self._change, "give_to"))
        self.axis.chosen.connect(lambda axis: self._change("set_axis", Axis(axis)))
        self.price.quoted.connect(partial(self._change, "set_quoted"))
        self.price.final.connect(partial(self._change, "set_final"))
        self.points.changed.connect(lambda: self._change("set_contact_point", self.points.chosen()))
        self.pictures.put.connect(self._put_picture)
        self.counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self._say_anew)

    def _say_anew(self) -> None:
        self.step_buttons = []
        self.refresh()

    def _lay_out(self) -> None:
        self.who.setFixedWidth(grown(_WHO_WIDTH))
        words = _column(self._what, self._note, self._when, spacing=2)
        left = _column(
            _row((self.who, 0), (words, 1)),
            _row((self.steps, 3), (self.ticket, 2)),
            self.decline,
            Field(lambda: tr("Whose it is"), self.staff),
            self._axis_field,
            self.price,
            Field(lambda: tr("Where in the visit (optional)"), self.points),
            spacing=RHYTHM * 2,
        )
        if not is_large():
            self.pictures.setFixedWidth(_PICTURES_WIDTH)
        page = ScrolledColumn()
        page.column.addLayout(beside(left, self.pictures, stretch=(1, 0)))
        page.column.addStretch(1)
        fill_with(self, page)


def _column(*parts: QWidget, spacing: int) -> QWidget:
    """A widget, and not only a layout: large text needs the heights of what wraps to be heeded."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return place


def _row(*parts: tuple[QWidget, int]) -> QWidget:
    """Each with its share of the width; large text has them one below the other, each as high as it is."""
    place, row = QWidget(), in_a_row()
    place.setLayout(row)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(RHYTHM)
    for part, share in parts:
        row.addWidget(part, 0 if is_large() else share)
    return place


def _axis_name(axis: Axis) -> str:
    return axis_name(LANGUAGE.texts, axis)
