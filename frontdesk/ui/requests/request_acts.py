"""What is done to one request, each act with its way back in the notice; it outlives the sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from frontdesk.domain.care.requests import (
    OPEN_STATES,
    DeclineReason,
    PictureKind,
    RequestChanged,
    RequestOutcome,
    RequestState,
    SpecialRequest,
)
from frontdesk.domain.people.photos import Photo
from frontdesk.services.care.request_details import PictureSaved
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.requests import changed_sentence, declined_sentence, state_name

Landed = Callable[[], None]


@dataclass(frozen=True)
class RequestActs:
    """`landed` is called when an act is done or refused: then what is shown is read anew."""

    counter: Counter
    landed: Landed

    def move(self, request: SpecialRequest, to: RequestState) -> None:
        self._submit(self._desk.requests.move, request.id, to, done=self._on_moved)

    def decline(
        self, request: SpecialRequest, reason: DeclineReason, words: str, alternative: str, refused: Refusal
    ) -> None:
        """`refused` takes what cannot be kept, such as too many words: nothing is lost then."""
        decline = self._desk.requests.decline
        self._submit(decline, request.id, reason, words, alternative, done=self._on_moved, refused=refused)

    def change(self, method: str, request: SpecialRequest, value: object) -> None:
        """Change a detail by the method of its service."""
        self._submit(getattr(self._desk.request_details, method), request.id, value, done=self._on_changed)

    def put_picture(self, request: SpecialRequest, kind: PictureKind, taken: Photo | None) -> None:
        """Keep a picture, or take it away."""
        said = tr("The picture is kept.") if taken is not None else tr("The picture is gone.")

        def done(saved: PictureSaved) -> None:
            back = partial(self._put_back, request, kind, saved.before)
            self._settle(said, back if not saved.repeated else None)

        self._submit(self._desk.request_details.put_picture, request.id, kind, taken, done=done)

    def _put_back(self, request: SpecialRequest, kind: PictureKind, before: Photo | None) -> None:
        put = self._desk.request_details.put_picture
        said = tr("The picture is as it was before.")
        self._submit(put, request.id, kind, before, done=lambda _: self._settle(said, icon="undo-2"))

    def _on_moved(self, outcome: RequestOutcome) -> None:
        request, texts = outcome.request, LANGUAGE.texts
        if request.declined is not None:
            said = f"{request.what}. {declined_sentence(texts, request.declined)}"
        else:
            state = state_name(texts, request.state)
            said = tr("{what} ({name}): {state}", what=request.what, name=request.customer_name, state=state)
        self._settle(said, lambda: self._undo_move(outcome.gesture), icon="list-checks")

    def _on_changed(self, changed: RequestChanged) -> None:
        said = changed_sentence(LANGUAGE.texts, changed.request, changed.detail)
        self._settle(said, lambda: self._undo_change(changed.gesture))

    def _undo_move(self, gesture: bytes) -> None:
        def done(outcome: RequestOutcome) -> None:
            state = state_name(LANGUAGE.texts, outcome.request.state)
            what = outcome.request.what
            if outcome.request.state in OPEN_STATES:
                self._settle(tr("Taken back. {what}: {state}", what=what, state=state), icon="undo-2")
            else:
                self._settle(tr("Taken back: {what}", what=what), icon="undo-2")

        self._submit(self._desk.requests.undo, gesture, done=done)

    def _undo_change(self, gesture: bytes) -> None:
        def done(changed: RequestChanged) -> None:
            self._settle(tr("{what}: as it was before", what=changed.request.what), icon="undo-2")

        self._submit(self._desk.request_details.undo, gesture, done=done)

    def _settle(self, said: str, undo: Callable[[], None] | None = None, icon: str = "check") -> None:
        self.landed()
        self.counter.notify(said, icon=icon, undo=undo)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.landed()
        self.counter.bridge.refused.emit(sentence, error)

    def _submit(
        self, method: Any, *args: Any, done: Callable[[Any], None], refused: Refusal | None = None
    ) -> None:
        self.counter.submit(method, *args, done=done, refused=refused or self._on_refused)

    @property
    def _desk(self) -> Any:
        return self.counter.desk
