"""One answer to a feedback card: what it says, who sees to it, the reply, what they are told next time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.responses import ResponseSaved
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.feedback.response_page import ResponsePage
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with

if TYPE_CHECKING:
    from frontdesk.ui.feedback.reply_page import ReplyPage

_GONE = frozenset({RefusalCode.UNKNOWN_RESPONSE, RefusalCode.UNKNOWN_CUSTOMER})


def open_sheet(counter: Counter, response_id: int) -> ResponseSheet:
    """Raises `Refused` UNKNOWN_RESPONSE."""
    return ResponseSheet(counter, response_id)


class ResponseSheet(Sheet):
    """What is tapped is saved at once, so that it may be left at any moment."""

    def __init__(self, counter: Counter, response_id: int) -> None:
        super().__init__()
        self._counter, self._response_id = counter, response_id
        self._acts = ResponseActs(counter)
        self.page = ResponsePage(counter, self._acts)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        fill_with(self, self._pages)
        self.page.face_wanted.connect(self.ask_whose)
        self.page.reply_wanted.connect(self.write_reply)
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self._refresh)
        self.page.show_response(response_id)

    @cached_property
    def picker(self) -> PersonPicker:
        """Whose it is; made when somebody knows."""
        picker = PersonPicker(self._counter.desk, self._counter.portraits, without=0)
        picker.say_heading(_whose_words)
        picker.picked.connect(self._on_picked)
        found = ScrolledColumn()  # large text needs more room for five people
        found.column.addWidget(picker)
        self._pages.addWidget(found)
        return picker

    @cached_property
    def reply(self) -> ReplyPage:
        """The words to write back; made, with all that prints, when they are wanted."""
        from frontdesk.ui.feedback.reply_page import ReplyPage

        reply = ReplyPage(self._counter, self._acts)
        self._pages.addWidget(reply)
        return reply

    def told_of(self) -> frozenset[int]:
        story = self.page.story
        return frozenset({(story.response.customer_id or 0) if story is not None else 0})

    def title(self) -> str:
        return tr("What somebody said")

    def first_focus(self) -> QWidget:
        shown = self._pages.currentWidget()
        if shown is self.page:
            return self.page.first_focus()
        return self.reply.first_focus() if self._replying() else self.picker.search

    def may_close(self) -> bool:
        """Esc leads from a question, or a reply, back to the answer; the rest is saved as it is left."""
        if self._pages.currentWidget() is self.page:
            self.page.finish()
            return True
        if not self._replying() or self.reply.panel.may_close():
            self._turn_to(self.page)
        return False

    def ask_whose(self) -> None:
        """Somebody knows whose it is."""
        self.picker.search.clear()
        self.picker.find()
        self._turn_to(self.picker)

    def write_reply(self) -> None:
        """The reply, in their language and ready to go."""
        self.page.finish()
        self._offer_reply()
        self._turn_to(self.reply)

    def _offer_reply(self) -> None:
        desk = self._counter.desk
        self.reply.show_offer(desk.replies.offer(self._response_id, staff_id=desk.staff_id))

    def _turn_to(self, part: QWidget) -> None:
        pages = (self._pages.widget(number) for number in range(self._pages.count()))
        shown = next(page for page in pages if page and (page is part or page.isAncestorOf(part)))
        self._pages.setCurrentWidget(shown)
        if self.isVisible():
            self.first_focus().setFocus()

    def _on_picked(self, customer_id: int) -> None:
        self._acts.link(self._response_id, customer_id, self._on_linked)

    def _on_linked(self, saved: ResponseSaved) -> None:
        self._turn_to(self.page)

    def _on_changes(self, changes: Changes) -> None:
        story = self.page.story
        theirs = story is not None and story.response.customer_id in changes.customers
        about_it = changes.responses or changes.recoveries or changes.team
        if about_it or theirs or changes.shop or changes.everything:
            self._refresh()

    def _refresh(self) -> None:
        self._show_or_close(lambda: self.page.show_response(self._response_id))
        if self._replying():
            self._show_or_close(self._offer_reply)

    def _replying(self) -> bool:
        """Whether the reply is in sight; to ask for it would make it."""
        return self.__dict__.get("reply") is self._pages.currentWidget()

    def _show_or_close(self, show: Callable[[], None]) -> None:
        try:
            show()
        except Refused as refused:
            if refused.code not in _GONE:
                raise
            self.closed.emit()  # it was taken back meanwhile


def _whose_words(count: int, typed: str) -> str:
    if typed and not count:
        return tr("Nobody found")
    return tr("Whose answer is it?")
