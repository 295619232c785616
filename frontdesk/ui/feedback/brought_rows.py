"""What a table of answers would bring, or brought: what cannot come in first, then each answer in a line."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.response_tables import AnswersBrought, AnswersPreview, BadAnswerRow
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.answer_tables import row_words, trouble_words

MOST_SHOWN: Final = 100


class BroughtRows(QWidget):
    """Rows of a file, as many as somebody looks through."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(RHYTHM)

    def show_preview(self, preview: AnswersPreview) -> None:
        """Each row that would come in; what is known already is not asked about."""
        texts = LANGUAGE.texts
        self._show_bad(preview.bad)
        new = [row for row in preview.rows if not row.known]
        for row in new[:MOST_SHOWN]:
            what = tr("Line {line}: card {n}", line=row.line, n=row.card.number)
            self._rows.addWidget(RecordRow(mood_icon(row.draft.mood), what, row_words(texts, row)))
        self._say_more(len(new) - MOST_SHOWN)

    def show_done(self, done: AnswersBrought) -> None:
        """What did not come in after all."""
        self._show_bad(done.refused)

    def _show_bad(self, bad: tuple[BadAnswerRow, ...]) -> None:
        empty(self._rows)
        for row in bad[:MOST_SHOWN]:
            self._rows.addWidget(RecordRow("circle-alert", trouble_words(LANGUAGE.texts, row), row.detail))
        self._say_more(len(bad) - MOST_SHOWN)

    def _say_more(self, more: int) -> None:
        if more > 0:
            self._rows.addWidget(Prose(ntr("and {n} more line", "and {n} more lines", more)))
