"""A reply is handed over to a program of this computer, or printed, and that is noted on the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from frontdesk.domain.care.messages import BY_NETWORK, Way
from frontdesk.domain.feedback.replies import ReplyOffer
from frontdesk.domain.feedback.responses import ResponseSaved
from frontdesk.ui.contact.handing_over import Opener, is_online, open_in_program, open_link
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.contact import opened_sentence


@dataclass(frozen=True)
class ReplyHanding:
    """Opens and notes; nothing is sent from here. It outlives the page, so that its Undo does."""

    counter: Counter
    acts: ResponseActs
    opener: Opener = open_link
    online: Callable[[], bool] = is_online

    def give(self, offer: ReplyOffer, way: Way, text: str) -> bool:
        """Hand `text` over by `way`; False where no program of this computer takes it."""
        response_id = offer.response.id
        if self.counter.taps.is_bounce("reply", response_id, way):
            return True
        if self.counter.desk.paths.is_practice():
            self.counter.notify(tr("This is practice: nothing is opened, and nobody gets a message."))
            return True
        if not open_in_program(self.opener, way, offer.recipient, text, offer.heading):
            return False
        online = way not in BY_NETWORK or self.online()
        self.acts.replied(response_id, way, text, partial(self._on_noted, way, online))
        return True

    def printed(self, response_id: int, text: str) -> None:
        """It came out of the printer, or is in a file to print."""
        self.acts.replied(response_id, Way.PAPER, text, self._on_printed)

    def _on_noted(self, way: Way, online: bool, saved: ResponseSaved) -> None:
        said = opened_sentence(LANGUAGE.texts, way, online=online)
        self._say(said, "send" if online else "wifi-off", saved)

    def _on_printed(self, saved: ResponseSaved) -> None:
        self._say(tr("The reply counts as given on paper."), "printer", saved)

    def _say(self, said: str, icon: str, saved: ResponseSaved) -> None:
        self.counter.notify(said, icon=icon, undo=partial(self.acts.undo, saved.gesture))
