"""The third step: the owner's PIN. Without one, whoever taps the owner's name may do what the owner may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Role
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.settings.first_start.step_page import StepPage
from frontdesk.ui.team.pin_choice import PinChoice
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from frontdesk.services.team.pins import PinSaved


class PinStep(StepPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.choice = PinChoice(Role.OWNER)
        self.choice.button.hide()  # going on takes it
        self.choice.chosen.connect(self._set)
        intro = Prose(size=16)
        speak(
            intro.setText,
            lambda: tr(
                "The back office opens by it: figures, all customers, and who did what. Should you forget "
                "it, a printed code brings you in: print it under Settings, Staff."
            ),
        )
        self.column.addWidget(intro)
        self.column.addWidget(self.choice)
        self.column.addStretch(1)

    def heading(self) -> str:
        return tr("Your PIN")

    def first_focus(self) -> QWidget:
        return self.choice

    def lines(self) -> tuple[TextLine, ...]:
        """None: Enter leads from the one field to the other, and on from there."""
        return ()

    def keep(self) -> None:
        """One that was set before stands unless another is typed."""
        typed = self.choice.first.text() or self.choice.again.text()
        if not typed and self.counter.desk.pins.in_use():
            self.kept.emit(None)
        else:
            self.choice.save()

    def _set(self, typed: str) -> None:
        desk = self.counter.desk
        self.counter.bridge.work(
            desk.pins.set_pin,
            self.one_act(),
            desk.staff_id,
            typed,
            done=self._on_set,
            refused=self._on_not_set,
        )

    def _on_set(self, saved: PinSaved) -> None:
        if saved.key:  # whoever set their own has just proved who they are
            self.counter.desk.key = saved.key
        self.choice.clear()
        self.on_kept(saved)

    def _on_not_set(self, sentence: str, error: Exception) -> None:
        self.on_refused("", error)
        self.choice.say_fault(sentence)
