"""Who is it, and their PIN. Used by the counter, and by the office's door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.team.pins import MANAGERS_DIGITS
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.team.pin_choice import PinChoice
from frontdesk.ui.team.pin_code_entry import PinCodeEntry
from frontdesk.ui.team.pin_entry import PinEntry
from frontdesk.ui.team.pin_faces import PinFaces
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from frontdesk.services.team.pins import Opened, PinSaved

_TICK_MS = 1000


class PinPad(QWidget):
    """`opened` is told who proved it, and by what key. Whoever `needs` that right may be chosen, or only
    `staff_id`. Nothing here waits for argon2: a worker does.

    Where no PIN is in use, a tap on the name is enough.
    """

    def __init__(
        self,
        counter: Counter,
        *,
        opened: Callable[[Opened], None],
        needs: Role = Role.MANAGER,
        staff_id: int = 0,
    ) -> None:
        super().__init__()
        self._counter, self._opened = counter, opened
        self._recovered: Opened | None = None
        self._wrong = ""
        members = [
            each.member
            for each in counter.desk.pins.holders(Role.CASHIER if staff_id else needs)
            if staff_id in (0, each.member.id)
        ]
        self.faces = PinFaces(Portraits(counter.desk.staffing, self), members, self._preferred(members))
        self.faces.chosen.connect(self._on_chosen)
        self.entry, self.code_entry = PinEntry(), PinCodeEntry()
        self.choice: PinChoice | None = None
        self.entry.entered.connect(self._try)
        self.entry.field.textChanged.connect(self._on_digit)
        self.code_entry.entered.connect(self._recover)
        self.said = Prose(size=Size.BODY, ink="warn_ink", strong=True)
        self.lost = TextButton("life-buoy", "quiet")
        self.lost.clicked.connect(self._turn)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._look_at_the_wait)
        self._lay_out()
        self.setFocusProxy(self.entry)
        self._prepare()

    def take_scan(self, scan: Scan) -> bool:
        """The square of a recovery code is for here."""
        if self._pages.currentWidget() is not self.code_entry:
            return False
        return any(map(self.code_entry.take_scan, scan.readings()))

    # --- the steps ---

    def _preferred(self, members: list[StaffMember]) -> int:
        here = self._counter.desk.staff_id
        return here if any(each.id == here for each in members) else 0

    def _on_chosen(self, staff_id: int) -> None:
        pins = self._counter.desk.pins
        if not pins.in_use() and not pins.asked_at_the_till(staff_id):
            self._opened(pins.enter(staff_id))
            return
        self._wrong = ""
        self._prepare()
        self._pages.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_digit(self, typed: str) -> None:
        """That the last one was wrong stands until the next one is begun."""
        if typed and self._wrong:
            self._wrong = ""
            self._say()

    def _try(self, typed: str) -> None:
        member = self.faces.member()
        if member is None or not self.entry.isEnabled():
            return
        self._begin()
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.pins.open, desk.act(), member.id, typed, done=self._on_open, refused=self._on_refused
        )

    def _recover(self, typed: str) -> None:
        member = self.faces.member()
        if member is None or not self.code_entry.isEnabled():
            return
        self._begin()
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.pins.recover, desk.act(), member.id, typed, done=self._on_recovered, refused=self._on_refused
        )

    def _on_open(self, opened: Opened) -> None:
        self._end()
        self._opened(opened)

    def _on_recovered(self, opened: Opened) -> None:
        """What opens the next time is a new PIN, chosen now; with it the code is used up."""
        self._end()
        self.code_entry.clear()
        self._recovered = opened
        self.choice = PinChoice(opened.member.role)
        self.choice.chosen.connect(self._set)
        self._pages.addWidget(self.choice)
        self._pages.setCurrentWidget(self.choice)
        self.faces.setEnabled(False)
        self.lost.hide()
        self._say()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, typed: str) -> None:
        opened, desk = self._recovered, self._counter.desk
        if opened is None or not self._pages.isEnabled():
            return
        self._begin()
        act = replace(desk.act(), staff_id=opened.member.id, key=opened.key)
        self._counter.bridge.work(
            desk.pins.set_pin, act, opened.member.id, typed, done=self._on_set, refused=self._on_refused
        )

    def _on_set(self, saved: PinSaved) -> None:
        self._end()
        if self._recovered is not None:
            self._opened(replace(self._recovered, key=saved.key))

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        code = error.code if isinstance(error, Refused) else None
        self._wrong = "" if code is RefusalCode.PIN_WAITS else sentence
        if code is RefusalCode.PIN_NEEDED and self.choice is not None:
            self._ask_for_the_code_again()
        self._prepare()
        self._pages.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_the_code_again(self) -> None:
        """What the code gave is over, and the code still stands."""
        assert self.choice is not None
        self._pages.removeWidget(self.choice)
        self.choice.deleteLater()
        self.choice = self._recovered = None
        self._pages.setCurrentWidget(self.code_entry)
        self.faces.setEnabled(True)
        self.lost.show()
        self._wrong = tr("That took too long. The code still works: type it once more.")

    def _turn(self) -> None:
        """To the code, and back to the PIN."""
        code = self._pages.currentWidget() is self.entry
        self._pages.setCurrentWidget(self.code_entry if code else self.entry)
        self._wrong = ""
        self._prepare()
        self._pages.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what it shows ---

    def _begin(self) -> None:
        """One at a time: what is being looked at is not tried again by a second tap."""
        self._pages.setEnabled(False)
        self.said.setText("")

    def _end(self) -> None:
        self._pages.setEnabled(True)
        self.entry.clear()

    def _prepare(self) -> None:
        member = self.faces.member()
        leads = member is not None and member.role is not Role.CASHIER
        self.entry.expect(MANAGERS_DIGITS if leads else 0)
        self._look_at_the_wait()

    def _look_at_the_wait(self) -> None:
        """While a PIN waits, the seconds are counted down; a recovery code need not wait."""
        member = self.faces.member()
        left = self._counter.desk.pins.wait(member.id) if member is not None else 0
        self.entry.setEnabled(not left and member is not None)
        if left and not self._clock.isActive():
            self._clock.start()
        elif not left and self._clock.isActive():
            self._clock.stop()
            if self._pages.currentWidget() is self.entry:
                self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(left)

    def _say(self, left: int = 0) -> None:
        at_code = self._pages.currentWidget() is self.code_entry
        if self.choice is not None:
            self.said.set_ink("ink")
            self.said.setText(
                self._wrong or tr("That was the code. Choose a new PIN now: with it the code is used up.")
            )
        elif self._needs_none():
            self.said.set_ink("ink")
            self.said.setText(tr("Nobody has a PIN yet: a tap on the name is enough."))
        elif self.faces.member() is None:
            self.said.set_ink("ink")
            self.said.setText(tr("Tap who you are, then type your PIN."))
        else:
            self.said.set_ink("warn_ink")
            self.said.setText(self._wrong if at_code or left <= 1 else self._why_wait(left))
        asks = self.choice is not None or not self._needs_none()
        self._pages.setVisible(asks)
        first = next(iter(self.faces.rows.values()), self.entry)
        self.setFocusProxy(self.entry if asks else first)
        self.lost.setVisible(asks and self.choice is None)
        self.lost.say(tr("Type the PIN instead") if at_code else tr("PIN lost? Use the printed code"))

    def _needs_none(self) -> bool:
        """Whether a tap on the name is enough: then there is nothing to type."""
        pins, member = self._counter.desk.pins, self.faces.member()
        return not pins.in_use() and (member is None or not pins.asked_at_the_till(member.id))

    def _why_wait(self, left: int) -> str:
        waits = sentence_for(Refused(RefusalCode.PIN_WAITS, seconds=left))
        return f"{tr('That is not the PIN.')}\n{waits}" if self._wrong else waits

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.entry)
        self._pages.addWidget(self.code_entry)
        right = QVBoxLayout()
        right.setSpacing(RHYTHM * 2)
        right.addWidget(self.said)
        right.addWidget(self._pages)
        right.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(self.faces, 1)
        row.addLayout(right, 1)
        LANGUAGE.changed.connect(self._look_at_the_wait)
