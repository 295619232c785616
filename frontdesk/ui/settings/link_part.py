"""Settings: the second way back, for whoever is not on the shop's Wi-Fi: a message, or a hosted form."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.links import CODE_PLACE, parse_link_template
from frontdesk.domain.phones import COUNTRY_PREFIXES
from frontdesk.domain.text import BadInput
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.shop_fields import EXAMPLE_LINK, ShopFields
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.links import link_sentence


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
        self._say()

    def _say(self) -> None:
        self._fields.link_field.set_hint(self._hint)

    def _hint(self) -> str:
        country = COUNTRY_PREFIXES.get(self._counter.desk.shop.settings().country, "")
        try:
            return link_sentence(LANGUAGE.texts, parse_link_template(self._fields.link.text(), country))
        except BadInput:  # nothing yet, or half of it: what is wrong is said when it is left
            return tr(
                "A phone number for SMS, an e-mail address, a WhatsApp, LINE or Telegram link, or a form’s "
                "link with {place} where the card’s code belongs: {link}",
                place=CODE_PLACE,
                link=EXAMPLE_LINK,
            )
