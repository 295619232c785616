"""The notice bar: what just happened, in words, with Undo beside it. It never asks and never blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon_pixmap, wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET, is_large, taller
from frontdesk.ui.look.style import LOOK, set_role
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from frontdesk.ui.widgets.paragraph import broken

_STAYS_MS = 12_000
_UNDO_STAYS_MS = 60_000
UNDO_KEY = "F9"
REFUSED_ICON = "circle-alert"
_MOST_LINES, _MOST_LINES_LARGE = 2, 3
_ENDS = (".", "?", "!", "…")
_MOST_ACTS = 40
"""Nobody takes more than these back by the key, and in a rush no minute is quiet for hours."""


@dataclass(frozen=True)
class Remedy:
    """What would help after a refusal: a button's words, and what it does. What `lasts` is offered until it
    is used or something else is said: somebody is fetched first."""

    words: str
    act: Callable[[], object]
    lasts: bool = False


@dataclass(frozen=True)
class _Notice:
    """What stands in the bar. What its buttons say was said with it, so that both speak one language."""

    text: str
    icon: str
    remedy: Remedy | None = None
    undo: Callable[[], None] | None = None
    undo_words: str = ""
    beside: bool = False


class NoticeBar(QWidget):
    """One notice at a time; the newest wins. Without one it shows what its owner set as the resting line.

    What can be taken back is kept, the last act first, until nothing has happened for a minute. Undo stands
    beside its own act only: while something else is said, as a refusal, the act waits behind it, and the key
    brings it back before it takes it back. What was taken back names the act before it, which the key takes
    back next. A notice that `stays` comes back until it was answered.
    """

    said = Signal()
    """Something new stands in the bar: `text` has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Notice | None = None
        self._acts: list[_Notice] = []
        self._taking_back = False
        self._names_next = False
        self._unanswered: list[_Notice] = []
        self._resting = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label = _Words("", "small")
        self.undo_button = _toast_button()
        wear_icon(self.undo_button, "undo-2", "toast_accent", 20, gap=8)
        self.undo_button.clicked.connect(self._on_undo)
        self.remedy_button = _toast_button()
        self.remedy_button.clicked.connect(self._on_remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 2, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addStrut(taller(TARGET))
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.remedy_button)
        row.addWidget(self.undo_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        LOOK.changed.connect(self.update)
        self.rest()

    def set_resting(self, text: str) -> None:
        """The quiet line to show when nothing has just happened."""
        self._resting = text
        if self._shown is None:
            self._label.setText(text)

    def show_notice(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        remedy: Remedy | None = None,
        by_key: bool = True,
        beside: bool = False,
        stays: bool = False,
    ) -> None:
        """Say what happened. With `undo` its button (and F9, where it goes `by_key`) calls it once; so does
        a button of its own for what would help after a refusal. What `stays` is there until it is answered.

        What ended `beside` the counter's acts, as an import does, came unasked for: no key ever means it.
        """
        by_key = by_key and not beside and undo is not None
        words = tr("Undo ({key})", key=UNDO_KEY) if by_key else tr("Undo")
        if stays and remedy is None:
            remedy = Remedy(tr("Understood"), lambda: None)
        notice = _Notice(text, icon, remedy, undo, words, beside)
        if by_key:
            self._acts.append(notice)
            del self._acts[:-_MOST_ACTS]
        if stays:
            self._unanswered.append(notice)
        taken_back = self._taking_back and undo is None and remedy is None and icon != REFUSED_ICON
        self._taking_back = False
        if taken_back and self._acts:
            self._show(notice, _then_again(text, self._acts[-1].text))
            self._names_next = True
        else:
            self._show(notice)

    def turn_to_another(self) -> None:
        """Somebody else is attended to: what was refused or taken back before does not concern them."""
        if self._shown is None or not self._is_act(self._shown):
            self.leave()

    def forget_offer(self) -> None:
        """Nobody is attended to any more: what was offered for whoever is gone goes with them."""
        shown = self._shown
        if shown is not None and shown.remedy is not None and shown not in self._unanswered:
            self.turn_to_another()

    def text(self) -> str:
        """What is shown now."""
        return self._label.full_text()

    @property
    def at_rest(self) -> bool:
        """Whether nothing stands in it that anybody did or is to answer."""
        return self._shown is None

    def can_undo(self) -> bool:
        return bool(self._acts)

    def undo(self) -> None:
        """The key: take back the last act that was not taken back yet; say so when there is none. Where none
        is left for the key but Undo stands in the bar, that is what is meant: not of what ended beside, which
        stays there for its button.

        Where the bar speaks of something else, the act is named first: nothing unseen is undone.
        """
        shown = self._shown
        if (
            not self._acts
            and shown is not None
            and shown.undo is not None
            and not self.undo_button.isHidden()
        ):
            if not shown.beside:
                self._on_undo()
        elif not self._acts:
            said = tr("Nothing is left to take back here. For older stamps, see Edit.")
            self._show(_Notice(said, "info"))
        elif self._shown is self._acts[-1] or self._names_next:
            self._take_back(self._acts.pop())
        else:
            self._name_earlier()

    def leave(self) -> None:
        """What is said has been there long enough: an act behind it comes back, with its Undo."""
        if self._acts and (self._shown is None or not self._is_act(self._shown)):
            self._name_earlier()
        else:
            self.rest()

    def rest(self) -> None:
        """Go back to what is not answered yet, or to the resting line."""
        self._acts.clear()
        if self._unanswered:
            self._show(self._unanswered[-1])
            return
        self._shown = None
        self._timer.stop()
        self._dress("small", self._resting)

    def _name_earlier(self) -> None:
        """The last act stands beside its Undo again; it must not read as if it had just been done."""
        act = self._acts[-1]
        self._show(act, tr("Before that: {what}", what=act.text))

    def _show(self, notice: _Notice, text: str = "") -> None:
        self._shown, self._names_next = notice, False
        self._dress("toast", text or notice.text)
        self.said.emit()
        if notice in self._unanswered or (notice.remedy is not None and notice.remedy.lasts):
            self._timer.stop()
        else:
            self._timer.start(_UNDO_STAYS_MS if notice.undo is not None else _STAYS_MS)

    def _is_act(self, notice: _Notice) -> bool:
        return any(notice is act for act in self._acts)

    def _take_back(self, act: _Notice) -> None:
        """Once: what came of it is said by whoever does it."""
        self.undo_button.hide()
        self._taking_back, self._names_next = True, False
        if act.undo is not None:
            act.undo()

    def _on_undo(self) -> None:
        """The button takes back what it stands beside."""
        act, self._shown = self._shown, None
        if act is not None:
            self._acts = [each for each in self._acts if each is not act]
            self._take_back(act)

    def _on_remedy(self) -> None:
        """It helps once: the notice that spoke of it goes first, what it does may say something else."""
        answered, remedy = self._shown, self._shown.remedy if self._shown is not None else None
        self.remedy_button.hide()
        if remedy is None:
            return
        if answered in self._unanswered:
            self._unanswered.remove(answered)
            self.leave()
        remedy.act()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LOOK.palette.colour("toast_ground"))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        icon = icon_pixmap(self._shown.icon, "toast_accent", 22, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, (self.height() - 22) // 2, icon)

    def _dress(self, role: str, text: str) -> None:
        notice = self._shown
        self.layout().setContentsMargins(RHYTHM * 6 if notice is not None else RHYTHM, 0, 0, 0)
        set_role(self._label, role)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(notice is not None and notice.undo is not None)
        self.remedy_button.setVisible(notice is not None and notice.remedy is not None)
        if notice is not None:
            self.undo_button.say(notice.undo_words)
            self.remedy_button.say(notice.remedy.words if notice.remedy is not None else "")
        self.update()


class _Words(ElidedLabel):
    """What the bar says: a sentence too long for one line goes on in the next, and the bar grows with it.

    The end of a warning says what to press, so it is cut only where even the last line has no room.
    """

    def sizeHint(self) -> QSize:
        one = super().sizeHint()
        more = self.text().count("\n")
        return QSize(one.width(), one.height() + more * self.fontMetrics().lineSpacing())

    def _fit(self) -> None:
        most = _MOST_LINES_LARGE if is_large() else _MOST_LINES
        lines = broken(self._full, self.font(), self.width())
        cut = len(lines) > most
        if cut:
            rest = " ".join(lines[most - 1 :])
            shown = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            lines = [*lines[: most - 1], shown]
        self.setToolTip(plain_tip(self._full) if cut else "")
        PlainLabel.setText(self, "\n".join(lines))
        self.updateGeometry()


def _then_again(done: str, before: str) -> str:
    """What was taken back, and what the key takes back next: named once, where both are the same words."""
    ended = done if done.endswith(_ENDS) else f"{done}."
    if before.rstrip("".join(_ENDS)) in done:
        return tr("{done} F9 again takes that back, too.", done=ended)
    return tr("{done} F9 again: {what}", done=ended, what=before)


def _toast_button() -> TextButton:
    button = TextButton(role="toast")
    button.setMinimumHeight(0)
    button.setFixedHeight(taller(TARGET))
    return button
