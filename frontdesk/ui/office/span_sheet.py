"""A page of figures of a span of time, which is chosen above them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QWidget

from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak
from frontdesk.ui.office.listed_page import ListedPage
from frontdesk.ui.office.reckoned_sheet import ReckonedSheet
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.care_figures import span_name


class SpanSheet(ReckonedSheet):
    """What is reckoned is given the span, and its answer names it."""

    def __init__(self, counter: Counter, listed: ListedPage) -> None:
        super().__init__(counter, listed)
        self.chips = {span: Chip(checkable=True) for span in CareSpan}

    def first_focus(self) -> QWidget:
        return self.chips[self._span()]

    def _asked(self) -> tuple[CareSpan]:
        return (self._span(),)

    def _is_wanted(self, found: Any) -> bool:
        return bool(found.span is self._span())

    def _begin_with_spans(
        self, span: CareSpan, *, above: Sequence[QWidget] = (), beside: Sequence[QWidget] = ()
    ) -> None:
        """Lay out, with what stands above the figures and beside the spans, and ask for one of them."""
        spans, group = WrappedChips(), QButtonGroup(self)
        for each, chip in self.chips.items():
            speak(chip.say, partial(_span_said, each))
            group.addButton(chip)
            chip.clicked.connect(self.ask)
        self._lay_out(above=above, over=[spans])
        spans.show_chips((*self.chips.values(), *beside))
        self.chips[span].setChecked(True)
        self._begin()

    def _span(self) -> CareSpan:
        return next(span for span, chip in self.chips.items() if chip.isChecked())


def _span_said(span: CareSpan) -> str:
    return span_name(LANGUAGE.texts, span)
