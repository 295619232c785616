"""Rows of a customer's record: an icon, what it was, when, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.stamping import BASE_REASONS, EntryKind, LedgerEntry
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, is_large
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import clock_time, day

_HEIGHT = 60
_ICONS: Final[dict[EntryKind, str]] = {
    EntryKind.EARNED: "stamp",
    EntryKind.REDEEMED: "gift",
    EntryKind.GOODWILL: "hand-heart",
    EntryKind.EXPIRED: "hourglass",
    EntryKind.REVERSED: "undo-2",
    EntryKind.CARRIED_OVER: "import",
}


class RecordRow(QWidget):
    """One line of the record. A faded one was taken back; `origin` says where it came from, below."""

    def __init__(
        self,
        icon: str,
        what: str,
        when: str,
        *,
        origin: str = "",
        faded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self.what, self.when, self.origin = icon, what, when, origin
        self.buttons: list[TextButton] = []
        if not is_large() and not origin:
            self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(", ".join(filter(None, (what, when, origin))))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(ElidedLabel(what, "quiet" if faded else "strong"))
        if when:
            words.addWidget(ElidedLabel(when, "small"))
        if origin:
            words.addWidget(Prose(origin))
        self._row = in_a_row()
        self.setLayout(self._row)
        self._row.setContentsMargins(RHYTHM * 6, 4, 6, 4)
        self._row.setSpacing(RHYTHM)
        self._row.addLayout(words, 1)

    @property
    def button(self) -> TextButton | None:
        """The first of what is offered."""
        return self.buttons[0] if self.buttons else None

    def offer(self, words: str, act: Callable[[], None]) -> None:
        """Put a button at the row's end."""
        button = TextButton(role="quiet")
        if not is_large():
            button.setFixedHeight(TARGET)
        button.say(words)
        button.setAccessibleName(f"{words}: {self.what}, {self.when}")
        button.clicked.connect(act)
        self.buttons.append(button)
        self._row.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        picture = icon_pixmap(self._icon, "quiet", 22, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, (self.height() - 22) // 2, picture)


def entry_icon(entry: LedgerEntry) -> str:
    return _ICONS[entry.kind]


def may_be_undone(entry: LedgerEntry) -> bool:
    """A reversal is the undoing itself, nothing is undone twice, and stamps that an import brought belong to
    one act with those of many others: the import is undone as a whole.
    """
    of_import = entry.kind is EntryKind.CARRIED_OVER and entry.done_as != "ADOPT"
    return entry.kind is not EntryKind.REVERSED and not of_import and not entry.reversed


def may_be_moved(entry: LedgerEntry) -> bool:
    """What was given for buying or as a thank-you can be given to somebody else, as long as it stands. What
    was keyed in from a power-cut sheet is taken back, and keyed in for the right one.
    """
    given = entry.kind is EntryKind.GOODWILL or entry.reason in BASE_REASONS
    on_paper = entry.done_as == "KEY_IN"
    movable = entry.kind in (EntryKind.EARNED, EntryKind.GOODWILL) and given and not on_paper
    return movable and not entry.reversed


def when_words(at: int, zone: ZoneInfo, now: int) -> str:
    """The day and the time of day."""
    texts = LANGUAGE.texts
    return tr("{day}, {time}", day=day(texts, at, zone, now), time=clock_time(texts, at, zone))
