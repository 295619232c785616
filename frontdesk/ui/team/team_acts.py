"""What is done about the team, each with its Undo. The acts outlive the sheet, and so does their Undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from frontdesk.domain.team.shifts import Hours
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.services.team.shifts import HereSaved, HoursSaved
from frontdesk.services.team.staff_requests import StaffRequestSaved
from frontdesk.services.team.staff_thanks import ThanksSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.team import hours_words, thanks_line


@dataclass(frozen=True)
class TeamActs:
    """Submits, and says what came of it. Nobody reads in the notice bar what a request was about."""

    counter: Counter

    def say_here(self, staff_id: int, here: bool) -> None:
        """Somebody came to work, or went home."""
        self._submit(self.counter.desk.shifts.say_here, staff_id, here, done=self._on_here)

    def plan(self, staff_id: int, day: date, hours: Hours | None) -> None:
        """Somebody is to work on a day, or not."""
        self._submit(self.counter.desk.shifts.set_hours, staff_id, day, hours, done=self._on_planned)

    def thank(self, for_id: int, words: str, customer_id: int | None) -> None:
        """A customer thanked somebody."""
        thank = self.counter.desk.staff_thanks.thank
        self._submit(thank, for_id, words, customer_id, done=self._on_thanked)

    def pass_on(self, thanks_id: int) -> None:
        """They were told."""
        self._submit(self.counter.desk.staff_thanks.pass_on, thanks_id, done=self._on_passed)

    def ask(self, text: str, asked: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Ask the manager for something."""
        desk = self.counter.desk

        def done(saved: StaffRequestSaved) -> None:
            asked()
            self._tell(tr("The manager will see it in Today."), "hand-helping", saved)

        self.counter.submit(
            desk.staff_requests.ask,
            text,
            done=done,
            refused=lambda sentence, error: refused(sentence),
        )

    def answer(self, request_id: int, state: StaffRequestState, words: str) -> None:
        """The manager's answer."""
        self._submit(
            self.counter.desk.staff_requests.answer, request_id, state, words, done=self._on_answered
        )

    def withdraw(self, request_id: int) -> None:
        """I no longer ask for it."""
        self._submit(self.counter.desk.staff_requests.withdraw, request_id, done=self._on_withdrawn)

    def _submit(self, method: Callable[..., object], *args: object, done: Callable[..., None]) -> None:
        self.counter.submit(method, *args, done=done)

    def _on_here(self, saved: HereSaved) -> None:
        name = saved.member.name
        said = tr("{name} is here.", name=name) if saved.here else tr("{name} has gone home.", name=name)
        undo = partial(self.say_here, saved.member.id, not saved.here)
        self.counter.notify(said, icon="users", undo=undo, by_key=False)

    def _on_planned(self, saved: HoursSaved) -> None:
        said = tr("{name}: {hours}.", name=saved.member.name, hours=hours_words(LANGUAGE.texts, saved.hours))
        undo = partial(self.plan, saved.member.id, saved.day, saved.before)
        self.counter.notify(said, icon="calendar-days", undo=undo, by_key=False)

    def _on_thanked(self, saved: ThanksSaved) -> None:
        said = tr(
            "Noted, and waits to be passed on: {thanks}.", thanks=thanks_line(LANGUAGE.texts, saved.thanks)
        )
        self._tell_thanks(said, saved)

    def _on_passed(self, saved: ThanksSaved) -> None:
        self._tell_thanks(tr("{name} knows it now.", name=saved.thanks.member), saved)

    def _tell_thanks(self, said: str, saved: ThanksSaved) -> None:
        undo = None  # somebody else had passed them on before
        if saved.gesture is not None:
            back = self.counter.desk.staff_thanks.undo
            undo = partial(self._submit, back, saved.gesture, done=self._on_back)
        self.counter.notify(said, icon="hand-heart", undo=undo, by_key=False)

    def _on_answered(self, saved: StaffRequestSaved) -> None:
        self._tell(tr("{name} will see your answer.", name=saved.request.asker), "check", saved)

    def _on_withdrawn(self, saved: StaffRequestSaved) -> None:
        self._tell(tr("You no longer ask for it."), "trash-2", saved)

    def _tell(self, said: str, icon: str, saved: StaffRequestSaved) -> None:
        undo = partial(self._submit, self.counter.desk.staff_requests.undo, saved.gesture, done=self._on_back)
        self.counter.notify(said, icon=icon, undo=undo, by_key=False)

    def _on_back(self, saved: object) -> None:
        self.counter.notify(tr("Taken back."), icon="undo-2")
