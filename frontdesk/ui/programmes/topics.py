"""All fields of a programme: what every one has in sight, the rest folded away by topic."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import ProgrammeDraft, ProgrammeKind
from frontdesk.domain.loyalty.terms_checks import TermsFault
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.basic_part import BasicPart, NamePart
from frontdesk.ui.programmes.earning_part import EarningPart
from frontdesk.ui.programmes.ending_part import EndingPart
from frontdesk.ui.programmes.fold import Fold
from frontdesk.ui.programmes.gifts_part import GiftsPart
from frontdesk.ui.programmes.hours_part import HoursPart
from frontdesk.ui.programmes.look_part import LookPart
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.programmes.pass_part import PassPart
from frontdesk.ui.programmes.rewards_part import RewardsPart
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.programmes.span_part import SpanPart
from frontdesk.ui.widgets.fields import Say
from frontdesk.wording.programme_rules import Told
from frontdesk.wording.programmes import terms_fault_sentence

_WHERE: Final = {
    TermsFault.NO_REWARD: "rewards",
    TermsFault.PRICE: "rewards",
    TermsFault.TOO_MANY_REWARDS: "rewards",
    TermsFault.PERCENT: "rewards",
    TermsFault.NO_STEP: "earning",
    TermsFault.BIRTHDAY: "gifts",
    TermsFault.HOURS: "hours",
    TermsFault.FACTOR: "hours",
    TermsFault.TOO_MANY_HOURS: "hours",
    TermsFault.MONTHS: "ending",
    TermsFault.WARNING: "ending",
}


class Topics(QWidget):
    """A column of parts. Together they show a programme, and write it back."""

    edited = Signal()

    def __init__(self, kind: ProgrammeKind, shelf: Shelf, zone: ZoneInfo, highest: int, *, new: bool) -> None:
        """`highest` is the highest number that a reward of the programme has ever had."""
        super().__init__()
        self.folds: dict[str, Fold] = {}
        self._shelf, self._parts = shelf, list[Part]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM * 2)
        stamps = kind is ProgrammeKind.STAMPS
        self.name = NamePart(of_pass=not stamps)
        self._show(self.name)
        if stamps:
            self.basic, self.earning, self.hours = BasicPart(), EarningPart(shelf), HoursPart()
            self.rewards = RewardsPart(shelf, highest)
            self.gifts, self.ending = GiftsPart(), EndingPart()
            self._show(self.basic)
            self._fold("earning", "stamp", lambda: tr("How stamps are earned"), self.earning)
            self._fold("hours", "clock", lambda: tr("Double hours"), self.hours)
            self._fold("rewards", "gift", lambda: tr("Rewards"), self.rewards)
            self._fold("gifts", "cake", lambda: tr("Gifts"), self.gifts)
            self._fold("ending", "hourglass", lambda: tr("When stamps end"), self.ending)
        else:
            self.passes = PassPart(shelf, new=new)
            self._show(self.passes)
        self.look, self.span = LookPart(), SpanPart(zone)
        self._fold("look", "heart", lambda: tr("Picture, colour, other languages"), self.look)
        self._fold("span", "calendar", lambda: tr("When it runs"), self.span)

    def put(self, draft: ProgrammeDraft) -> None:
        """Show a programme; nothing is wrong with it yet."""
        for part in self._parts:
            part.put(draft)
        self.clear_faults()
        self.say_summaries(draft)

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        """`draft` with what the fields say."""
        for part in self._parts:
            draft = part.applied(draft)
        return draft

    def keep_kind(self) -> None:
        """It is set up: whether its visits are counted can no longer be chosen."""
        for part in self._parts:
            if isinstance(part, PassPart):
                part.keep_kind()

    def told(self) -> Told:
        """What the promise's sentences need, with what the fields leave open."""
        told = self._shelf.told()
        for part in self._parts:
            if isinstance(part, EarningPart):
                told = replace(told, nothing_earns=part.undecided())
            elif isinstance(part, RewardsPart):
                told = replace(told, nothing_free=part.undecided())
        return told

    def say_summaries(self, draft: ProgrammeDraft) -> None:
        """Say in each head what is in its fold."""
        for fold in self.folds.values():
            if isinstance(fold.content, Part):
                fold.head.set_summary(fold.content.summary(draft))

    def first_fault(self) -> bool:
        """Check what was typed; what cannot be kept is shown, with the focus in it."""
        for part in self._parts:
            found = part.faulty()
            if found is None:
                continue
            for fold in self.folds.values():
                if fold.content is part:
                    fold.open()
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def show_fault(self, fault: TermsFault) -> str:
        """Say in its fold what is wrong; the sentence, where it belongs to none."""
        sentence = terms_fault_sentence(LANGUAGE.texts, fault)
        fold = self.folds.get(_WHERE.get(fault, ""))
        if fold is None:
            return sentence
        fold.set_fault(sentence)
        fold.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return ""

    def clear_faults(self) -> None:
        for fold in self.folds.values():
            fold.set_fault("")

    def _show(self, part: Part) -> None:
        self._take(part)
        self._column.addWidget(part)

    def _fold(self, name: str, icon: str, say_title: Say, part: Part) -> None:
        self._take(part)
        self.folds[name] = Fold(icon, say_title, part)
        self._column.addWidget(self.folds[name])

    def _take(self, part: Part) -> None:
        self._parts.append(part)
        part.edited.connect(self.edited)
