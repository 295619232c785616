"""What one may give for a complaint: one tap, and what is left today beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.care.playbooks import Playbook
from frontdesk.domain.care.recoveries import RecoveryStory
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.recoveries.recovery_acts import RecoveryActs
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.goodwill import left_sentence
from frontdesk.wording.recoveries import given_for_it


class GoodwillRow(QWidget):
    """A refusal stays in sight here: the nearest way on, the manager, is a button above."""

    def __init__(self, counter: Counter, acts: RecoveryActs) -> None:
        super().__init__()
        self._counter, self._acts = counter, acts
        self._recovery_id, self._count = 0, 1
        self.button = TextButton("hand-heart")
        self.button.clicked.connect(self._give)
        self.left = Prose()
        self.refusal = ProseStrip("warn", "circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (self.button, self.left, self.refusal):
            column.addWidget(part)

    def show_story(self, story: RecoveryStory, playbook: Playbook) -> None:
        """Where the playbook gives nothing there is no button; what was given is said in any case."""
        desk, recovery = self._counter.desk, story.recovery
        if recovery.id != self._recovery_id:
            self.refusal.setText("")
        self._recovery_id, self._count = recovery.id, max(playbook.handling.goodwill, 1)
        gives = bool(playbook.handling.goodwill) and recovery.customer_id is not None
        self.button.setVisible(gives)
        self.button.say(ntr("Give {n} stamp", "Give {n} stamps", self._count))
        worth = desk.value.given_for(recovery.id, desk.now()) if story.given else 0
        price = price_in_words(worth, desk.shop.settings().currency, LANGUAGE.code) if worth else ""
        said = [given_for_it(LANGUAGE.texts, story.given, price)]
        left = desk.goodwill.left(desk.act()).stamps
        if gives and left is not None:
            said.append(left_sentence(LANGUAGE.texts, left))
        elif playbook.handling.goodwill and recovery.customer_id is None:
            said.append(tr("A stamp needs a card: say whose complaint it is first."))
        self.left.setText(" ".join(filter(None, said)))
        self.left.setVisible(bool(self.left.text()))

    def _give(self) -> None:
        self.refusal.setText("")
        self._acts.give(self._recovery_id, self._count, self._on_refused)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.refusal.setText(sentence)
