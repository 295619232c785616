"""The first start: four steps lead an owner from nothing to the counter, with the first customer greeted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.office.first_steps import STEPS, FirstStep
from frontdesk.services.people.customers import CustomerSaved
from frontdesk.texts import LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.settings.first_start.card_step import CardStep
from frontdesk.ui.settings.first_start.customer_step import CustomerStep
from frontdesk.ui.settings.first_start.pin_step import PinStep
from frontdesk.ui.settings.first_start.shop_step import ShopStep
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    """The first start, at the step that it has reached."""
    return FirstPage(counter)


class FirstPage(Sheet):
    """Enter goes on, Esc goes back. What a step kept is on the disk before the next one is shown, and where
    the way is: a start after a kill goes on from there. What was typed stays while one goes to and fro.
    """

    place = Place.PAGE

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        _speak_as_the_system_does()
        self.shop_step, self.card_step = ShopStep(counter), CardStep(counter)
        self.pin_step, self.customer_step = PinStep(counter), CustomerStep(counter)
        self._steps = (self.shop_step, self.card_step, self.pin_step, self.customer_step)
        self._pages = QStackedWidget()
        self.heading = PlainLabel(role="title")
        self.back, self.skip = TextButton("arrow-left", "quiet"), TextButton(role="quiet")
        self.open_button = TextButton("arrow-right", "filled")
        self.open_button.setMinimumHeight(ACTION)
        speak(self.back.say, lambda: tr("Back"))
        speak(self.skip.say, lambda: tr("Skip"))
        self._lay_out()
        self._listen()
        reached = counter.desk.first_steps.reached()
        self._is_over = reached is None
        self.show_step(reached or FirstStep.CUSTOMER)

    def title(self) -> str:
        return tr("Welcome. This page opens your shop.")

    def first_focus(self) -> QWidget:
        return self._steps[self._at].first_focus() or self.open_button

    def may_close(self) -> bool:
        """There is nothing behind this page until the way is gone: one step back."""
        if self._is_over:
            return True
        if self._at == 0:
            self.shop_step.fault.setText(
                tr("Type the shop's name, then go on. There is no counter without it.")
            )
        self.go_back()
        return False

    @property
    def step(self) -> FirstStep:
        return STEPS[self._at]

    def show_step(self, step: FirstStep) -> None:
        self._at = STEPS.index(step)
        self._pages.setCurrentIndex(self._at)
        self.back.setVisible(self._at > 0)
        self._say()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Keep this step, then the next."""
        if self._is_tap("go on"):
            self._steps[self._at].keep()

    def skip_step(self) -> None:
        """The next one, without this."""
        if self._is_tap("skip"):
            self._steps[self._at].skip()

    def go_back(self) -> None:
        if self._at > 0 and self._is_tap("back"):
            self.show_step(STEPS[self._at - 1])

    def _is_tap(self, what: str) -> bool:
        """A switch that bounces goes one step: the next one is there before it has come to rest."""
        return self.open_button.isEnabled() and not self._counter.taps.is_bounce(self, what)

    # --- from step to step ---

    def _on_kept(self, saved: object) -> None:
        """It is on the disk. The way is noted once more: a skipped step notes nothing by itself."""
        if isinstance(saved, CustomerSaved):
            self._end(saved.customer.id)
        elif self._at + 1 == len(STEPS):
            self._end(0)
        elif self.step is FirstStep.PIN and self.shop_step.bring.isChecked():
            self._bring()
        else:
            self._note(STEPS[self._at + 1])
            self.show_step(STEPS[self._at + 1])

    def _bring(self) -> None:
        self._end(0)
        self._counter.open(SheetName.IMPORT)

    def _end(self, customer_id: int) -> None:
        """To the counter; the first customer is greeted."""
        self._note(None)
        name = self._counter.desk.shop.settings().name
        self.closed.emit()
        if customer_id:
            self._counter.choose(customer_id)
        self._counter.notify(tr("{shop} is open. Welcome!", shop=name), icon="store")

    def _note(self, step: FirstStep | None) -> None:
        desk = self._counter.desk
        self._counter.bridge.submit(desk.first_steps.go_on, desk.act(), step)

    # --- how it looks ---

    def _listen(self) -> None:
        for step in self._steps:
            step.kept.connect(self._on_kept)
            step.busy.connect(self._on_busy)
            for line in step.lines():
                line.returnPressed.connect(self.go_on)
        self.customer_step.bring_wanted.connect(self._bring)
        self.back.clicked.connect(self.go_back)
        self.skip.clicked.connect(self.skip_step)
        self.open_button.clicked.connect(self.go_on)
        LANGUAGE.changed.connect(self._say)

    def _on_busy(self, busy: bool) -> None:
        for button in (self.open_button, self.skip, self.back):
            button.setEnabled(not busy)

    def _say(self) -> None:
        heading = self._steps[self._at].heading()
        self.heading.setText(tr("{n} of {of}: {heading}", n=self._at + 1, of=len(STEPS), heading=heading))
        words = (tr("Go on"), tr("To the counter"))
        widths = list[int]()
        for word in words:
            self.open_button.say(word)
            widths.append(self.open_button.sizeHint().width())
        self.open_button.setMinimumWidth(max(widths))  # what is beside it keeps its place over all the steps
        self.open_button.say(words[self._at + 1 == len(STEPS)])

    def _lay_out(self) -> None:
        for step in self._steps:
            self._pages.addWidget(step)
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM * 2)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.heading)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
        self.shop_step.order_tabs()
        buttons_last = (self.back, self.skip, self.open_button)
        tab_through(self.shop_step.bring, *self._steps[1:], *buttons_last)


def _speak_as_the_system_does() -> None:
    """Nobody has chosen a language yet: take the computer's, if it is one of ours."""
    code = QLocale.languageToCode(QLocale.system().language())
    if LANGUAGE.code == SOURCE_LANGUAGE and code in LANGUAGES:
        LANGUAGE.speak(code)
