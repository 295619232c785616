"""What the owner says of the shop: the same fields on the first page and in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.feedback.links import CODE_PLACE, parse_link_template
from frontdesk.domain.people.phones import COUNTRY_PREFIXES
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.text import BadInput, clean_name
from frontdesk.texts import CUSTOMER_LANGUAGES, LANGUAGES
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import tr
from frontdesk.ui.prints.printer import Printers
from frontdesk.ui.settings.places import (
    LIKELY_COUNTRIES,
    country_options,
    currency_options,
    place_of,
    zone_options,
)
from frontdesk.ui.widgets.choices import ChipRow, Choice, Option
from frontdesk.ui.widgets.fields import Field, TextLine

EXAMPLE_LINK = f"https://example.com/form?c={CODE_PLACE}"
_LINK_LENGTH = 400


class ShopFields(QObject):
    """The fields, for a page to lay out. `edited` carries what a person changed, by its settings' names.

    A faulty text is shown as such at its field and is not carried.
    """

    edited = Signal(dict)

    def __init__(self, settings: ShopSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._printers = Printers()
        self._country = settings.country
        self.name, self.link = TextLine(), TextLine(limit=_LINK_LENGTH)
        self.languages, self.cards_languages = _chips(LANGUAGES), _chips(CUSTOMER_LANGUAGES)
        self._cards_language = ""  # as the settings keep it: empty while it is the counter's
        self._cards_follow = True  # the place that is chosen, until somebody taps a language
        self.country = Choice(country_options, first=len(LIKELY_COUNTRIES))
        self.currency = Choice(lambda: currency_options(self._country))
        self.zone = Choice(lambda: zone_options(self._country))
        self.printer = Choice(self._printer_options)
        self._make_fields()
        self._listen()
        self.fill(settings)

    def fill(self, settings: ShopSettings) -> None:
        """Show what is kept; a field that is being typed in, or is faulty, is left alone."""
        self._country = settings.country
        for line, field, text in (
            (self.name, self.name_field, settings.name),
            (self.link, self.link_field, settings.feedback_link),
        ):
            if not line.isModified() and not field.fault:
                line.put(text)
        self.languages.choose(settings.language)
        self.cards_languages.choose(settings.cards_language)
        self._cards_language = settings.customer_language
        usual = ("", place_of(settings.country).language)
        self._cards_follow = self._cards_follow and self._cards_language in usual
        self.currency.refill()
        self.zone.refill()
        for choice, value in (
            (self.country, settings.country),
            (self.currency, settings.currency),
            (self.zone, settings.zone),
            (self.printer, settings.printer),
        ):
            choice.choose(value)

    def collected(self, base: ShopSettings) -> ShopSettings:
        """The settings as the fields say them, as far as they can be; `base` has the rest."""
        return replace(
            base,
            name=self.name.text(),
            feedback_link=self.link.text().strip(),
            language=self.languages.value(),
            customer_language=self._cards_language,
            country=self.country.value(),
            currency=self.currency.value(),
            zone=self.zone.value(),
            printer=self.printer.value(),
        )

    def first_fault(self) -> Field | None:
        """Check the typed texts and show what is wrong; the first faulty field."""
        checked = ((self.name_field, self._name_fault()), (self.link_field, self._link_fault()))
        for field, fault in checked:
            field.set_fault(fault)
        return next((field for field, fault in checked if fault), None)

    def set_printers(self, printers: Printers) -> None:
        """Offer what printers there are; until then only the computer's own is."""
        self._printers = printers
        self.printer.refill()

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        self.name.finish()
        self.link.finish()

    def _make_fields(self) -> None:
        self.name_field = Field(lambda: tr("The shop's name"), self.name)
        self.language_field = Field(lambda: tr("Language of this counter"), self.languages)
        self.cards_language_field = Field(lambda: tr("Language of cards and customers"), self.cards_languages)
        self.country_field = Field(lambda: tr("Where the shop is"), self.country)
        self.currency_field = Field(lambda: tr("Prices are in"), self.currency)
        self.zone_field = Field(lambda: tr("Clock of"), self.zone)
        self.printer_field = Field(lambda: tr("Cards are printed on"), self.printer)
        self.link_field = Field(
            lambda: tr("Feedback link"),
            self.link,
            lambda: tr(
                "Where the square on a feedback card leads: a form's link, a phone number for SMS, an e-mail "
                "address, or a WhatsApp or LINE link. With {place} in a form's link, each answer knows its "
                "card: {link}",
                place=CODE_PLACE,
                link=EXAMPLE_LINK,
            ),
        )

    def _listen(self) -> None:
        self.name.finished.connect(self._on_name)
        self.link.finished.connect(self._on_link)
        self.name.textEdited.connect(lambda: self.name_field.set_fault(""))
        self.link.textEdited.connect(lambda: self.link_field.set_fault(""))
        self.languages.chosen.connect(self._on_language)
        self.cards_languages.chosen.connect(self._on_cards_language)
        self.country.chosen.connect(self._on_country)
        self.currency.chosen.connect(lambda code: self.edited.emit({"currency": code}))
        self.zone.chosen.connect(lambda zone: self.edited.emit({"zone": zone}))
        self.printer.chosen.connect(lambda name: self.edited.emit({"printer": name}))

    def _on_name(self, text: str) -> None:
        self.name_field.set_fault(self._name_fault())
        if not self.name_field.fault:
            self.edited.emit({"name": text})

    def _on_link(self, text: str) -> None:
        self.link_field.set_fault(self._link_fault())
        if not self.link_field.fault:
            self.edited.emit({"feedback_link": text.strip()})

    def _on_language(self, code: str) -> None:
        if not self._cards_language:
            self.cards_languages.choose(code)
        self.edited.emit({"language": code})

    def _on_cards_language(self, code: str) -> None:
        self._cards_language, self._cards_follow = code, False
        self.edited.emit({"customer_language": code})

    def _on_country(self, country: str) -> None:
        place = place_of(country)
        self._country = country
        if self._cards_follow:
            self._cards_language = place.language
            self.cards_languages.choose(place.language or self.languages.value())
        self.currency.refill()
        self.currency.choose(place.currency)
        self.zone.refill()
        self.zone.choose(place.zone)
        self.edited.emit(
            {
                "country": country,
                "currency": place.currency,
                "zone": place.zone,
                "customer_language": self._cards_language,
            }
        )

    def _name_fault(self) -> str:
        try:
            clean_name(self.name.text())
        except BadInput as bad:
            return sentence_for(bad)
        return ""

    def _link_fault(self) -> str:
        try:
            if self.link.text().strip():
                parse_link_template(self.link.text(), COUNTRY_PREFIXES.get(self._country, ""))
        except BadInput as bad:
            return sentence_for(bad)
        return ""

    def _printer_options(self) -> list[Option]:
        names = self._printers.names
        if not names:
            return [("", tr("No printer: save as PDF"))]
        own = self._printers.default
        usual = tr("The computer's usual printer ({name})", name=own) if own else tr("The usual printer")
        return [("", usual), *((name, name) for name in names)]


def _chips(languages: Mapping[str, str]) -> ChipRow:
    """Each language in its own words."""
    return ChipRow([(code, partial(str, own)) for code, own in languages.items()])
