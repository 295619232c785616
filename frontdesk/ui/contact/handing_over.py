"""A message is handed over to a program of this computer, and that is noted; nothing is sent from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from frontdesk.domain.care.message_links import message_link, sent_text
from frontdesk.domain.care.messages import BY_NETWORK, Keepsake, MessageKind, MessageOffer, Recipient, Way
from frontdesk.services.care.contacting import ContactSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.contact import kind_name, opened_sentence

Opener = Callable[[QUrl], bool]


def open_link(link: QUrl) -> bool:
    """Give a link to the system; whether any program took it."""
    return QDesktopServices.openUrl(link)


def is_online() -> bool:
    """Whether the system says that there is a network; where it does not tell, there is one."""
    from PySide6.QtNetwork import QNetworkInformation  # nobody needs it before a message is opened

    if not QNetworkInformation.loadDefaultBackend():
        return True
    reach = QNetworkInformation.instance().reachability()
    return reach is not QNetworkInformation.Reachability.Disconnected


def open_in_program(opener: Opener, way: Way, to: Recipient, text: str, subject: str) -> bool:
    """Give a text to the program of a way, or to the clipboard; whether any took it."""
    if way is Way.COPY:
        QGuiApplication.clipboard().setText(sent_text(text))
        return True
    link = message_link(way, to, text, subject).encode("ascii")
    return opener(QUrl.fromEncoded(link, QUrl.ParsingMode.StrictMode))


@dataclass(frozen=True)
class HandingOver:
    """Opens and notes. It outlives the sheet, so that its Undo does."""

    counter: Counter
    customer_id: int
    opener: Opener = open_link
    online: Callable[[], bool] = is_online

    def give(self, offer: MessageOffer, way: Way, text: str) -> bool:
        """Hand `text` over by `way`; False where no program of this computer takes it."""
        if self.counter.taps.is_bounce("hand over", self.customer_id, offer.kind, way):
            return True
        if self.counter.desk.paths.is_practice():
            self.counter.notify(tr("This is practice: nothing is opened, and nobody gets a message."))
            return True
        if not open_in_program(self.opener, way, offer.recipient, text, offer.heading):
            return False
        online = way not in BY_NETWORK or self.online()
        self._submit(offer.kind, way, partial(self._on_noted, way, online))
        return True

    def printed(self, kind: MessageKind | Keepsake) -> None:
        """It came out of the printer, or is in a file to print."""
        self._submit(kind, Way.PAPER, partial(self._on_printed, kind))

    def _submit(self, kind: MessageKind | Keepsake, way: Way, done: Any) -> None:
        desk = self.counter.desk  # the tap was looked at before anything was opened
        self.counter.bridge.submit(desk.contacting.note, desk.act(), self.customer_id, kind, way, done=done)

    def _on_noted(self, way: Way, online: bool, saved: ContactSaved) -> None:
        said = opened_sentence(LANGUAGE.texts, way, online=online)
        icon = "send" if online else "wifi-off"
        undo = partial(self._take_back, saved.gesture) if saved.gesture is not None else None
        self.counter.notify(said, icon=icon, undo=undo)

    def _on_printed(self, kind: MessageKind | Keepsake, saved: ContactSaved) -> None:
        what = kind_name(LANGUAGE.texts, kind)
        undo = partial(self._take_back, saved.gesture) if saved.gesture is not None else None
        self.counter.notify(tr("{what}: it counts as given on paper.", what=what), icon="printer", undo=undo)

    def _take_back(self, gesture: bytes) -> None:
        self.counter.submit(self.counter.desk.contacting.take_back, gesture, done=self._on_back)

    def _on_back(self, saved: ContactSaved) -> None:
        self.counter.notify(tr("It counts as not sent."), icon="undo-2")
