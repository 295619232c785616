"""Settings: the second way back, for whoever is not on the shop's Wi-Fi: a message, or a hosted form."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.links import CODE_PLACE
from frontdesk.domain.feedback.ways_back import ways_back
from frontdesk.domain.people.phones import COUNTRY_PREFIXES
from frontdesk.domain.text import BadInput
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.shop_fields import EXAMPLE_LINK, ShopFields
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.links import link_sentence, telephone_sentence


class LinkPart(QWidget):
    """The shop's link; below it what the one that stands there does."""

    def __init__(self, counter: Counter, fields: ShopFields) -> None:
        super().__init__()
        self._counter, self._fields = counter, fields
        heading, why = PlainLabel(role="strong"), Prose()
        speak(heading.setText, lambda: tr("Without the shop’s Wi-Fi"))
        speak(
            why.setText,
            lambda: tr(
                "For whoever has left already, or joins no Wi-Fi. On paper an answer comes back in any case: "
                "whoever is at the till keys it in with the card’s code."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (heading, why, fields.link_field):
            column.addWidget(part)
        fields.link.textChanged.connect(self._say)
        LANGUAGE.changed.connect(self._say)
        counter.bridge.changed.connect(self._on_changed)
        self._say()

    def _on_changed(self, changes: Changes) -> None:
        """The shop's phone may be another one now."""
        if changes.shop or changes.everything:
            self._say()

    def _say(self) -> None:
        self._fields.link_field.set_hint(self._hint)

    def _hint(self) -> str:
        settings, typed = self._counter.desk.shop.settings(), self._fields.link.text().strip()
        country = COUNTRY_PREFIXES.get(settings.country, "")
        try:
            link = ways_back("", typed, settings.phone, country).link
        except BadInput:  # half of one: what is wrong is said when it is left
            link = None
        if link is not None:
            say = link_sentence if typed else telephone_sentence
            return say(LANGUAGE.texts, link)
        return tr(
            "A phone number for SMS, an e-mail address, a WhatsApp, LINE or Telegram link, or a form’s "
            "link with {place} where the card’s code belongs: {link}",
            place=CODE_PLACE,
            link=EXAMPLE_LINK,
        )
