"""What the buttons of Today's rows do; each act has its Undo beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.today.today_row import RowAct
from frontdesk.wording.requests import move_name

if TYPE_CHECKING:
    from frontdesk.ui.today.today_row import TodayRow

_CALLED = frozenset({FollowUpKind.CALL, FollowUpKind.RENEWAL, FollowUpKind.RECOVERY})
_WRITTEN = {
    FollowUpKind.NOTE: MessageKind.THANKS,
    FollowUpKind.BIRTHDAY_CARD: MessageKind.BIRTHDAY,
    FollowUpKind.REASSURE: MessageKind.REASSURE,
}


class TodayActs(QObject):
    """Knows for each kind of item what one does about it."""

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self._counter, self._desk = counter, counter.desk
        self._gestures = Gestures(counter.bridge, counter.notify, self._name_of, self)

    def of(self, row: TodayRow) -> tuple[RowAct, ...]:
        """What a row offers, the usual first; empty where what it is about has gone meanwhile."""
        try:
            return self._of(row)
        except Refused:
            return ()

    def _of(self, row: TodayRow) -> tuple[RowAct, ...]:
        item = row.item
        match item.kind:
            case TodayKind.RECOVERY | TodayKind.UPSET_EXPECTED:
                whose = {"customer_id": item.customer_id or 0, "recovery_id": item.subject}
                return (RowAct(tr("Open"), partial(self._open, SheetName.COMPLAINT, **whose)),)
            case TodayKind.RESPONSE:
                answer = partial(self._open, SheetName.RESPONSE, response_id=item.subject)
                return (RowAct(tr("Open"), answer),)
            case TodayKind.PROMISE_DUE:
                return self._of_promise(item)
            case TodayKind.FOLLOW_UP:
                return self._of_follow_up(row)
            case TodayKind.PASS_NOT_RENEWED:
                return (*self._call(row), self._ticked(item))
            case TodayKind.GONE_QUIET:
                # There it is noted that they were called, and why they stay away.
                open_it = partial(self._open, SheetName.SLIPPING, customer_id=item.customer_id)
                return (*self._call(row), RowAct(tr("Open"), open_it))
            case TodayKind.FIRST_DAY:
                return (self._of_first_day(item), self._ticked(item))
            case TodayKind.BIRTHDAY | TodayKind.ANNIVERSARY:
                card = partial(self._write, item, MessageKind(item.kind.name))
                return (RowAct(tr("Print a card"), card), self._ticked(item))
            case TodayKind.SURPRISE:
                not_today = RowAct(tr("Not today"), self._ticked(item).do)
                return (RowAct(tr("Give it"), partial(self._surprise, item)), not_today)
            case TodayKind.STAFF_THANKS:
                done = partial(self._submit, self._desk.staff_thanks.pass_on, item.subject, item=item)
                return (RowAct(tr("Passed on"), done),)
            case TodayKind.STAFF_REQUEST:
                return (RowAct(tr("Open"), partial(self._open, SheetName.TEAM)),)
        raise AssertionError(item.kind)

    def _of_promise(self, item: TodayItem) -> tuple[RowAct, ...]:
        request = self._desk.requests.get(item.subject)
        to = RequestState.FULFILLED if request.state is RequestState.READY else RequestState.READY
        move = partial(self._gestures.move, request, to)
        open_it = partial(self._open, SheetName.REQUEST, request_id=request.id)
        return (RowAct(move_name(LANGUAGE.texts, to), move), RowAct(tr("Open"), open_it))

    def _of_follow_up(self, row: TodayRow) -> tuple[RowAct, ...]:
        item, kind = row.item, FollowUpKind(row.item.about)
        done = RowAct(tr("Done"), partial(self._follow_up_done, row))
        if kind in _CALLED:
            return (*self._call(row, noted=done.do), done)
        if kind in _WRITTEN:
            words = tr("Print a card") if kind is FollowUpKind.BIRTHDAY_CARD else tr("Write to them")
            return (RowAct(words, partial(self._write, item, _WRITTEN[kind])), done)
        return (done,)

    def _of_first_day(self, item: TodayItem) -> RowAct:
        """On the day itself they still may get their card in the hand; later they get a word."""
        if item.day >= self._desk.today():
            card = partial(self._open, SheetName.MEMBER_CARDS, customer_ids=(item.subject,))
            return RowAct(tr("Welcome card"), card)
        return RowAct(tr("Write to them"), partial(self._write, item, MessageKind.REASSURE))

    def _follow_up_done(self, row: TodayRow) -> None:
        done = self._desk.follow_ups.done
        self._submit(done, row.item.subject, row.take_note(), item=row.item)

    def _call(self, row: TodayRow, noted: Callable[[], None] | None = None) -> tuple[RowAct, ...]:
        """Show the number, and a line for what they said where that is `noted`; whoever gave no number can
        only be greeted.
        """
        customer = self._desk.customers.get(row.item.customer_id)
        if not customer.phone:
            return (RowAct(tr("Open"), lambda: row.customer_wanted.emit(customer.id)),)
        return (RowAct(tr("Call"), partial(_show_phone, row, customer.phone, noted)),)

    def _ticked(self, item: TodayItem) -> RowAct:
        return RowAct(tr("Done"), partial(self._submit, self._desk.today_list.tick, item, item=item))

    def _submit(self, method: Callable[..., Any], *args: Any, item: TodayItem) -> None:
        """Do it once; its service takes it back."""
        if not self._gestures.is_bounce(method.__qualname__, item.key):
            undo = method.__self__.undo  # type: ignore[attr-defined]
            self._gestures.submit(method, *args, done=partial(self._on_done, item, undo))

    def _surprise(self, item: TodayItem) -> None:
        self._gestures.give(item.subject, GoodwillReason.SURPRISE)

    def _write(self, item: TodayItem, kind: MessageKind) -> None:
        """What it is about is typed there: a row's words are the staff's, and may be about the customer."""
        self._open(SheetName.MESSAGE, customer_id=item.customer_id, kind=kind)

    def _open(self, name: SheetName, **facts: Any) -> None:
        self._counter.open(name, **facts)

    def _on_done(self, item: TodayItem, undo: Callable[..., Any], outcome: Any) -> None:
        back = partial(self._gestures.submit, undo, outcome.gesture, done=self._on_undone)
        said = tr("Done: {name}", name=item.name) if item.name else tr("Done")
        self._counter.notify(said, icon="check", undo=back)

    def _on_undone(self, outcome: Any) -> None:
        self._counter.notify(tr("Back on the list."), icon="undo-2")

    def _name_of(self, customer_id: int) -> str:
        return str(self._desk.customers.get(customer_id).address)


def _show_phone(row: TodayRow, number: str, noted: Callable[[], None] | None) -> None:
    """The keyboard goes on to what one does after calling."""
    row.show_phone(number)
    after = row.ask_what_they_said(noted) if noted is not None else row.buttons[-1]
    after.setFocus()
