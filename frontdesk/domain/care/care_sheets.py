"""Take-home sheets: how to keep, use or look after what somebody bought, in their own language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.domain.acts import Changes
from frontdesk.domain.regulars.visits import Product


@dataclass(frozen=True, slots=True)
class CareSheet:
    """The sheet of a product as it is printed. `language` is what its text is in; `wanted` what the customer
    reads: where nobody wrote that one yet, the two differ.
    """

    product: Product
    text: str
    language: str
    wanted: str

    @property
    def theirs(self) -> bool:
        return self.language == self.wanted


@dataclass(frozen=True, slots=True)
class CareSheetSaved:
    """The texts of a product by language, as they now stand; `before` is what they replaced."""

    product_id: int
    texts: Mapping[str, str]
    before: Mapping[str, str]
    changes: Changes = field(default_factory=Changes)


def sheet_in(product: Product, texts: Mapping[str, str], wanted: str, house: str) -> CareSheet | None:
    """The sheet in the language that is wanted, else the shop's, else any there is; None without a text."""
    for language in (wanted, house, *sorted(texts)):
        if texts.get(language):
            return CareSheet(product, texts[language], language, wanted)
    return None
