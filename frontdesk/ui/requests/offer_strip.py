"""What is asked for again and again, as a quiet strip for the manager: should the shop offer it?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Role
from frontdesk.domain.care.asked_again import Answer, WishKind
from frontdesk.services.care.offers import OfferAnswered
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.requests import asked_again_sentence

MOST = 2
"""One or two hints are read; the others come when those are answered."""


class OfferStrip(QWidget):
    """One line for each hint, with its two answers. Nobody but a manager sees it. `shown` when it changed."""

    shown = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._hints: tuple[WishKind, ...] = ()
        self.buttons: list[TextButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM)
        self.hide()
        LANGUAGE.changed.connect(self._show)
        LOOK.changed.connect(self._show)

    def refresh(self) -> None:
        """Look again, beside the window: thousands of wishes are compared."""
        desk = self._counter.desk
        if any(each.id == desk.staff_id and each.role is not Role.CASHIER for each in desk.staffing.staff()):
            self._counter.bridge.work(desk.offers.to_suggest, desk.now(), done=self._on_found, owner=self)
        else:
            self._on_found(())

    def sentences(self) -> list[str]:
        """The hints as they stand."""
        return [asked_again_sentence(LANGUAGE.texts, hint) for hint in self._few()]

    def _few(self) -> tuple[WishKind, ...]:
        """Large text leaves room for one beside the requests themselves."""
        return self._hints[: 1 if is_large() else MOST]

    def _on_found(self, hints: tuple[WishKind, ...]) -> None:
        if hints != self._hints:
            self._hints = hints
            self._show()

    def _show(self) -> None:
        empty(self._column)
        self.buttons = []
        for hint in self._few():
            self._column.addWidget(self._line(hint))
        self.setVisible(bool(self._hints))
        self.shown.emit()

    def _line(self, hint: WishKind) -> QWidget:
        line, row, told, answers = QWidget(), in_a_row(), QHBoxLayout(), QWidget()
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        sign = PlainLabel()
        sign.setPixmap(icon_pixmap("lightbulb", "accent_ink", 22))
        told.addWidget(sign)
        told.addWidget(Prose(asked_again_sentence(LANGUAGE.texts, hint), ink="ink"), 1)
        tapped = QHBoxLayout(answers)
        tapped.setContentsMargins(0, 0, 0, 0)
        for words, answer in (
            (tr("We offer it now"), Answer.OFFERED),
            (tr("Not for us"), Answer.NOT_FOR_US),
        ):
            button = TextButton(role="plain" if answer is Answer.OFFERED else "quiet")
            button.say(words)
            button.setAccessibleName(f"{words}: {hint.what}")
            button.clicked.connect(partial(self._answer, hint, answer))
            self.buttons.append(button)
            tapped.addWidget(button)
        row.addLayout(told, 1)
        row.addWidget(answers)
        return line

    def _answer(self, hint: WishKind, answer: Answer) -> None:
        counter = self._counter
        offered = answer is Answer.OFFERED

        def done(answered: OfferAnswered) -> None:
            said = tr("Noted: you offer it now.") if offered else tr("Noted: not for this shop.")
            counter.notify(said, icon="lightbulb", undo=partial(_undo, counter, answered.gesture))

        counter.submit(counter.desk.offers.answer, hint, answer, done=done)


def _undo(counter: Counter, gesture: bytes) -> None:
    """Not a method: undoing must work when the sheet is gone."""
    said = tr("The hint is back.")
    counter.submit(counter.desk.offers.undo, gesture, done=lambda _: counter.notify(said, icon="undo-2"))
