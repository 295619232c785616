"""What is done to programmes, each with its way back in the notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeDraft, Terms
from frontdesk.services.loyalty.programmes import ProgrammeSaved
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.programmes.shelf import shelf_of
from frontdesk.wording.programmes import change_sentence

Landed = Callable[[Programme], None]


@dataclass(frozen=True)
class ProgrammeActs:
    """Outlives the page: what came of an act is said, and undone, without one.

    `landed` gets the programme as it stands when it is done, `refused` is called when it is not.
    """

    counter: Counter

    def add(self, act: Act, draft: ProgrammeDraft, landed: Landed, refused: Refusal) -> None:
        """Set up a new one. The same act again adds nothing twice."""

        def done(saved: ProgrammeSaved) -> None:
            landed(saved.programme)
            said = tr("{programme} is set up.", programme=saved.programme.name)
            self._say(said, lambda: self._take_back(saved.programme))

        self.counter.bridge.submit(self._service.add, act, draft, done=done, refused=refused)

    def save(
        self,
        programme: Programme,
        draft: ProgrammeDraft,
        starts_at: int | None,
        landed: Landed,
        refused: Refusal,
    ) -> None:
        """Save what the editor shows, with its terms from `starts_at` on, or at once."""
        moment = max(starts_at or 0, self.counter.desk.now())

        def undo() -> None:
            self._put_back(programme, programme.terms_at(moment), starts_at)

        def done(saved: ProgrammeSaved) -> None:
            landed(saved.programme)
            self._say(self._said_of(saved.programme, later=starts_at is not None), undo)

        self._submit(self._service.save, programme.id, draft, starts_at, done=done, refused=refused)

    def take_back_change(self, programme: Programme, coming: Terms) -> None:
        """Let a change that has not come yet not come."""
        standing = replace(programme.terms_at(self.counter.desk.now()), id=0, starts_at=0)

        def undo() -> None:
            self._submit(
                self._service.change,
                programme.id,
                coming,
                coming.starts_at,
                done=lambda _: self._say_undone(tr("The change is coming again.")),
            )

        self._submit(
            self._service.change,
            programme.id,
            standing,
            coming.starts_at,
            done=lambda _: self._say(tr("The change will not come."), undo),
        )

    def retire(self, programme: Programme, redeem_until: int | None) -> None:
        def done(saved: ProgrammeSaved) -> None:
            said = tr("{programme} is retired.", programme=saved.programme.name)
            self._say(said, lambda: self._set_back_span(programme), icon="archive")

        self._submit(self._service.retire, programme.id, redeem_until, done=done)

    def bring_back(self, programme: Programme) -> None:
        """Let it run again as if it had not been retired."""
        span = replace(programme.span, retired_at=None, redeem_until=None)

        def done(saved: ProgrammeSaved) -> None:
            said = tr("{programme} runs again.", programme=saved.programme.name)
            self._say(said, lambda: self._set_back_span(programme))

        self._submit(self._service.set_span, programme.id, span, done=done)

    def _put_back(self, before: Programme, terms: Terms, starts_at: int | None) -> None:
        draft = ProgrammeDraft(before.look, replace(terms, id=0, starts_at=0), before.kind, before.span)
        self._submit(
            self._service.save,
            before.id,
            draft,
            starts_at,
            done=lambda _: self._say_as_before(before),
        )

    def _set_back_span(self, before: Programme) -> None:
        self._submit(
            self._service.set_span, before.id, before.span, done=lambda _: self._say_as_before(before)
        )

    def _take_back(self, added: Programme) -> None:
        """It is never deleted: somebody may have a stamp on it already."""
        self._submit(
            self._service.retire,
            added.id,
            done=lambda _: self._say_undone(tr("{programme} is retired again.", programme=added.name)),
        )

    def _said_of(self, saved: Programme, *, later: bool) -> str:
        """That it is saved, and of terms that hold later from which day what is promised."""
        counter = self.counter
        told, now = shelf_of(counter).told(), counter.desk.now()
        change = change_sentence(LANGUAGE.texts, saved, told, counter.desk.zone, now) if later else ""
        return change or tr("{programme} is saved.", programme=saved.name)

    def _say(self, said: str, undo: Callable[[], None], icon: str = "stamp") -> None:
        self.counter.notify(said, icon=icon, undo=undo)

    def _say_undone(self, said: str) -> None:
        self.counter.notify(said, icon="undo-2")

    def _say_as_before(self, before: Programme) -> None:
        self._say_undone(tr("{programme} is as it was before.", programme=before.name))

    def _submit(
        self, method: Any, *args: Any, done: Callable[[ProgrammeSaved], None], refused: Refusal | None = None
    ) -> None:
        self.counter.bridge.submit(method, self.counter.desk.act(), *args, done=done, refused=refused)

    @property
    def _service(self) -> Any:
        return self.counter.desk.programmes
