"""The second step: the stamp card, in two answers that most shops give alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.settings.first_start.step_page import StepPage
from frontdesk.ui.settings.programme_fields import ProgrammeFields
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose


class CardStep(StepPage):
    """Skipped, the shop has no stamp card until one is made in the settings."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.programme = ProgrammeFields(self)
        self.programme.offer_usual()
        intro = Prose(size=16)
        speak(
            intro.setText,
            lambda: tr(
                "Whoever comes again gets something for it. Passes, several rewards, double hours and all "
                "else are in the settings."
            ),
        )
        self.column.addWidget(intro)
        self.column.addLayout(beside(self.programme.goal_field, self.programme.reward_field, stretch=(1, 2)))
        self.column.addStretch(1)

    def heading(self) -> str:
        return tr("The stamp card")

    def first_focus(self) -> QWidget | None:
        return None

    def lines(self) -> tuple[TextLine, ...]:
        """Enter in any of these goes on."""
        return (self.programme.reward,)

    def keep(self) -> None:
        faulty = self.programme.first_fault()
        if faulty is not None:
            faulty.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.counter.bridge.submit(
            self.counter.desk.first_steps.set_up_card,
            self.one_act(),
            self.programme.collected(),
            done=self.on_kept,
            refused=self.on_refused,
        )
