"""What the customer will have: the card as it looks, and all that it promises, in sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.programmes import ProgrammeDraft, ProgrammeKind
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.programmes.programme_mark import ProgrammeMark
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.stamps import StampCardView
from frontdesk.wording.programmes import promise_sentences

_STAMPS_SHOWN = 2
_DIAMETER, _LEAST_WIDTH = 76, 240
_MOST_PLACES = 24
"""More places than that are too small to be looked at."""


class Preview(QWidget):
    """Follows the editor as it is typed in."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.card, self.mark = StampCardView(), ProgrammeMark()
        self.card.set_diameter(_DIAMETER)
        self.card.setMinimumWidth(_LEAST_WIDTH)
        speak(self.card.set_free_word, lambda: tr("FREE"))
        self.name = ElidedLabel(role="title")
        self.sentences = Prose(size=Size.BODY, ink="ink")
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("This is what you promise"))
        page = ScrolledColumn()
        head = QHBoxLayout()
        head.setSpacing(RHYTHM * 2)
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        page.column.addLayout(head)
        page.column.addWidget(self.card)
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(heading)
        page.column.addWidget(self.sentences)
        page.column.addStretch(1)
        fill_with(self, page)

    def show_draft(self, draft: ProgrammeDraft) -> None:
        goal = draft.terms.goal
        self.mark.show_look(draft.look)
        self.name.setText(draft.look.names.usual or tr("Without a name yet"))
        self.card.set_colour(draft.look.colour)
        self.card.show_card(min(_STAMPS_SHOWN, goal), goal, 0, draft.look.icon)
        self.card.setVisible(draft.kind is ProgrammeKind.STAMPS and goal < _MOST_PLACES)
        said = promise_sentences(LANGUAGE.texts, draft.kind, draft.terms, self._shelf.told())
        self.sentences.setText("\n".join(said))
