"""The texts of one language, from its gettext catalogue.

There is one catalogue per language and one `Texts` per recipient: a cashier reads Lao while the card
that she prints speaks Thai. So a language is an argument, never a global. Source strings are whole
English sentences; where a catalogue has no translation the English one is used.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from types import MappingProxyType
from typing import Final

from frontdesk.config import resource_path

SOURCE_LANGUAGE: Final = "en"
DOMAIN: Final = "frontdesk"

#: Languages that the windows speak: code → the language's own name for itself.
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({"en": "English", "lo": "ລາວ"})

#: Languages that a customer may choose for prints and messages; a superset of `LANGUAGES`.
CUSTOMER_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {**LANGUAGES, "th": "ไทย", "km": "ខ្មែរ", "ka": "ქართული"}
)


@dataclass(frozen=True, slots=True)
class Texts:
    """Speaks one language. Fill placeholders with ``.format(name=…)`` after the lookup, not before."""

    language: str
    _catalogue: NullTranslations = field(repr=False, compare=False)

    def gettext(self, message: str) -> str:
        """Return the translation of a whole sentence."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the translation for the number `n`, by the language's own plural rule."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a word that means two things: `context` says which one."""
        return self._catalogue.pgettext(context, message)


@cache
def texts_for(language: str) -> Texts:
    """Return the texts of `language` ("lo", "lo_LA" or "lo-LA"); English where there is no catalogue."""
    code = language.replace("-", "_").split("_")[0].lower()
    catalogue = resource_path("i18n", code, "LC_MESSAGES", f"{DOMAIN}.mo")
    if code not in CUSTOMER_LANGUAGES or not catalogue.is_file():
        return Texts(SOURCE_LANGUAGE, NullTranslations())
    with catalogue.open("rb") as file:
        return Texts(code, GNUTranslations(file))
