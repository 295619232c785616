"""From when until when a programme runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from frontdesk.domain.days import day_at, end_of_day
from frontdesk.domain.loyalty.programmes import ProgrammeDraft
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.programmes.days import begins_at, last_day
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.widgets.pages import beside
from frontdesk.wording.programmes import span_sentences


class SpanPart(Part):
    """Days of the shop; both of them count in."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.first = DayField(lambda: tr("First day"), lambda: tr("Empty: from now on."))
        self.last = DayField(lambda: tr("Last day"), lambda: tr("Empty: without an end."))
        self.column.addLayout(beside(self.first, self.last))
        for field in (self.first, self.last):
            field.edited.connect(self.edited)

    def put(self, draft: ProgrammeDraft) -> None:
        self.first.put(self._first_of(draft))
        self.last.put(self._last_of(draft))

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        """A moment within its day stays as it is until another day is written."""
        first, last, span = self.first.value(), self.last.value(), draft.span
        if first != self._first_of(draft):
            span = replace(span, starts_at=begins_at(first, self._zone) if first is not None else None)
        if last != self._last_of(draft):
            span = replace(span, ends_at=end_of_day(last, self._zone) if last is not None else None)
        return replace(draft, span=span)

    def summary(self, draft: ProgrammeDraft) -> str:
        return " ".join(span_sentences(LANGUAGE.texts, draft.kind, draft.span, self._zone))

    def faulty(self) -> QWidget | None:
        for field in (self.first, self.last):
            if not field.check():
                return field.day
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            self.last.set_fault(tr("The last day is before the first."))
            return self.last.day
        return None

    def _first_of(self, draft: ProgrammeDraft) -> date | None:
        at = draft.span.starts_at
        return day_at(at, self._zone) if at is not None else None

    def _last_of(self, draft: ProgrammeDraft) -> date | None:
        at = draft.span.ends_at
        return last_day(at, self._zone) if at is not None else None
