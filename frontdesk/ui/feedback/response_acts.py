"""The acts about an answer: one tap, one act, said in the notice bar with Undo. They outlive their sheet.

The bar says which card it is about, and nobody's name or words: customers stand in front of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from frontdesk.domain.care.messages import Way
from frontdesk.domain.feedback.responses import ResponseSaved, ResponseState
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.responses import card_words, moved_response_sentence

if TYPE_CHECKING:
    from frontdesk.services.feedback.responses import ResponseService

Done = Callable[[ResponseSaved], None]


@dataclass(frozen=True)
class ResponseActs:
    """`done` of an act comes after it is saved, before the notice is said."""

    counter: Counter

    def take_on(self, response_id: int, staff_id: int) -> None:
        """Somebody sees to it."""
        self._send(self._service.take_on, response_id, staff_id, done=self._on_taken)

    def move(self, response_id: int, to: ResponseState) -> None:
        self._send(self._service.move, response_id, to, done=self._on_moved)

    def link(self, response_id: int, customer_id: int, done: Done) -> None:
        """Somebody knows whose it is."""
        self._send(self._service.link, response_id, customer_id, done=partial(self._on_linked, done))

    def tell(self, response_id: int, text: str, done: Done, refused: Refusal) -> None:
        """What was done about it, for the next greeting. Its Undo brings the words back that were there."""
        self._send(self._service.tell, response_id, text, done=partial(self._on_told, done), refused=refused)

    def said(self, response_id: int) -> None:
        """They heard it."""
        self._send(self._service.said, response_id, done=self._on_said)

    def replied(self, response_id: int, way: Way, text: str, done: Done) -> None:
        """It was handed over to be sent, or printed: the tap was looked at before that."""
        desk = self.counter.desk
        self.counter.bridge.submit(self._service.replied, desk.act(), response_id, way, text, done=done)

    def undo(self, gesture: bytes) -> None:
        self._send(self._service.undo, gesture, done=self._on_undone)

    # --- what came of them ---

    def _on_taken(self, saved: ResponseSaved) -> None:
        name, card = saved.response.owner_name, card_words(LANGUAGE.texts, saved.response)
        self._say(tr("{card}: {name} sees to it.", card=card, name=name), "user-check", saved)

    def _on_moved(self, saved: ResponseSaved) -> None:
        icon = "archive" if saved.response.state is ResponseState.SET_ASIDE else "check"
        self._say(moved_response_sentence(LANGUAGE.texts, saved.response), icon, saved)

    def _on_linked(self, done: Done, saved: ResponseSaved) -> None:
        done(saved)
        card = card_words(LANGUAGE.texts, saved.response)
        self._say(tr("{card}: it is known now whose it is.", card=card), "user-check", saved)

    def _on_told(self, done: Done, saved: ResponseSaved) -> None:
        """With the words the answer is done, as nobody sees who has just left them."""
        done(saved)
        card = card_words(LANGUAGE.texts, saved.response)
        if not saved.response.told:
            said = tr("Nothing is to be said at the next greeting.")
        elif saved.response.customer_id is None:
            said = tr(
                "{card}: Done. It is said at the next greeting once you know whose answer it is.", card=card
            )
        else:
            said = tr("{card}: Done. It is said at the next greeting.", card=card)
        self._say(said, "notebook-pen", saved)

    def _on_said(self, saved: ResponseSaved) -> None:
        self._say(tr("Noted: they have heard it."), "message-circle", saved)

    def _on_undone(self, saved: ResponseSaved) -> None:
        self.counter.notify(tr("As it was before."), icon="undo-2")

    # --- how they are sent ---

    def _say(self, said: str, icon: str, saved: ResponseSaved) -> None:
        self.counter.notify(said, icon=icon, undo=partial(self.undo, saved.gesture))

    def _send(
        self,
        method: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        refused: Refusal | None = None,
    ) -> None:
        self.counter.submit(method, *args, done=done, refused=refused)

    @property
    def _service(self) -> ResponseService:
        service: ResponseService = self.counter.desk.responses
        return service
