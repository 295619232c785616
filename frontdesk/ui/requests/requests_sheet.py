"""Everything that was promised and is still open, the most pressing first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.days import MINUTE
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.requests.groups import Urgency, grouped
from frontdesk.ui.requests.offer_strip import OfferStrip
from frontdesk.ui.requests.request_card import RequestCard
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through

MOST = 80
"""More open requests than a day holds; a list of hundreds would only be slow to make."""


def open_sheet(counter: Counter) -> RequestsSheet:
    """The list of open requests."""
    return RequestsSheet(counter)


class RequestsSheet(Sheet):
    """Follows every change of the requests, and the clock: what becomes overdue moves up by itself."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.counter = counter
        self.cards: list[RequestCard] = []
        self._gestures = Gestures(counter.bridge, counter.notify, self._name_of, self)
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        listed = QVBoxLayout()
        listed.addLayout(self._column)
        listed.addStretch(1)
        self._area = scrolling(listed)
        self._nothing, self.offers = _Nothing(), OfferStrip(counter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.offers)
        whole.addWidget(self._area)
        whole.addWidget(self._nothing)
        self.offers.shown.connect(self._order)
        counter.bridge.changed.connect(self._on_changes)
        counter.bridge.refused.connect(self._on_refused)
        LANGUAGE.changed.connect(self.refresh)
        LOOK.changed.connect(self.update)
        clock = QTimer(self)
        clock.timeout.connect(self.refresh)
        clock.start(MINUTE)
        self.refresh()
        self.offers.refresh()

    def title(self) -> str:
        return tr("Requests")

    def first_focus(self) -> QWidget | None:
        return self.cards[0].buttons[0] if self.cards else None

    def refresh(self) -> None:
        """Read the list anew. It stays where it was scrolled to, and the keyboard at the same request."""
        focused, scrolled = self._focused(), self._area.verticalScrollBar().value()
        desk = self.counter.desk
        requests: tuple[SpecialRequest, ...] = desk.requests.due()
        self._clear()
        for urgency, members in grouped(requests[:MOST], desk.now(), desk.zone).items():
            self._add_heading(urgency, len(members))
            for request in members:
                self._add_card(request)
        if len(requests) > MOST:
            rest = len(requests) - MOST
            self._column.addWidget(
                PlainLabel(ntr("And {n} more after these.", "And {n} more after these.", rest), "quiet")
            )
        self._area.setVisible(bool(requests))
        self._nothing.setVisible(not requests)
        self._nothing.say()
        if focused is not None:
            self._focus_again(*focused)
        self._scroll_to(scrolled)

    def headings(self) -> list[str]:
        """The groups' headings as they stand."""
        return [widget.text() for widget in self._listed() if isinstance(widget, PlainLabel)]

    def is_empty(self) -> bool:
        return not self.cards

    def _listed(self) -> list[QWidget]:
        """Headings and cards, from the top."""
        widgets = (self._column.itemAt(place).widget() for place in range(self._column.count()))
        return [widget for widget in widgets if widget is not None]

    def _add_heading(self, urgency: Urgency, count: int) -> None:
        if self.cards:
            self._column.addSpacing(RHYTHM)
        self._column.addWidget(PlainLabel(_group_name(urgency, count), "heading"))

    def _add_card(self, request: SpecialRequest) -> None:
        card = RequestCard(
            request, self._has_photo(request.customer_id), self.counter.portraits, self.counter.desk
        )
        card.move_wanted.connect(self._move)
        card.customer_wanted.connect(self._open)
        card.details_wanted.connect(self._open_request)
        self._column.addWidget(card)
        self.cards.append(card)

    def _move(self, request: SpecialRequest, to: RequestState) -> None:
        self._gestures.move(request, to)

    def _open(self, customer_id: int) -> None:
        self.counter.choose(customer_id)
        self.closed.emit()

    def _order(self) -> None:
        """The hints stand above the rows, and are made after them."""
        tab_through(*self.offers.buttons, *(each for card in self.cards for each in card.controls()))

    def _open_request(self, request_id: int) -> None:
        self.counter.open(SheetName.REQUEST, request_id=request_id, listed=True)

    def _on_changes(self, changes: Changes) -> None:
        if changes.requests or changes.everything:
            self.refresh()
            self.offers.refresh()

    def _on_refused(self, sentence: str) -> None:
        """Somebody else was faster, perhaps at another till: show what is true now."""
        self.refresh()

    def _focused(self) -> tuple[int, RequestCard, QWidget] | None:
        """The place, card and control that the keyboard is at, if it is in the list."""
        control = self.focusWidget()
        if control is None:
            return None
        held = ((place, card, control) for place, card in enumerate(self.cards) if card.isAncestorOf(control))
        return next(held, None)

    def _focus_again(self, place: int, before: RequestCard, control: QWidget) -> None:
        """At the same request, and the same control while its steps are the same; else at the same place."""
        same = next((card for card in self.cards if card.request.id == before.request.id), None)
        if same is None:
            (self.cards[min(place, len(self.cards) - 1)].buttons[0] if self.cards else self).setFocus()
        elif same.request.state is before.request.state:
            same.controls()[before.controls().index(control)].setFocus()
        else:
            (same.who if control is before.who else same.buttons[0]).setFocus()

    def _scroll_to(self, value: int) -> None:
        """The new rows get their places first, for the scroll bar to know how long they are."""
        for widget in self._listed():
            widget.show()
        rows = self._area.widget()
        assert rows is not None, "a scrolling area has its rows from the beginning"
        QCoreApplication.sendEvent(rows, QEvent(QEvent.Type.LayoutRequest))
        self._area.verticalScrollBar().setValue(value)

    def _clear(self) -> None:
        """The keyboard leaves the rows first: from each hidden one it would go to the next, to the end."""
        if self._focused() is not None:
            self.setFocus()
        self.cards = []
        empty(self._column)

    def _has_photo(self, customer_id: int) -> bool:
        try:
            return bool(self.counter.desk.customers.get(customer_id).has_photo)
        except Refused:
            return False

    def _name_of(self, customer_id: int) -> str:
        return str(self.counter.desk.customers.get(customer_id).address)


class _Nothing(QWidget):
    """What is shown while nothing is open: that all is well, and where a request begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._title, self._below = (
            PlainLabel(),
            PlainLabel(role="title"),
            PlainLabel(role="quiet"),
        )
        column = QVBoxLayout(self)
        column.setSpacing(RHYTHM)
        column.addStretch(2)
        for label in (self._sign, self._title, self._below):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)
        LOOK.changed.connect(self.say)

    def say(self) -> None:
        self._sign.setPixmap(icon_pixmap("smile", "accent_ink", 64))
        self._title.setText(tr("Every promise is kept."))
        self._below.setText(tr("When somebody asks for something special, press F8 at their greeting."))


def _group_name(urgency: Urgency, count: int) -> str:
    match urgency:
        case Urgency.OVERDUE:
            return tr("Overdue ({n})", n=count)
        case Urgency.NOW:
            return tr("To do now, to beat the promise ({n})", n=count)
        case Urgency.TODAY:
            return tr("Today ({n})", n=count)
        case Urgency.LATER:
            return tr("Later ({n})", n=count)
        case Urgency.NO_TIME:
            return tr("No time promised ({n})", n=count)
