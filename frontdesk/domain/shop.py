"""What the owner has set: one shop, one till, in one place of the world."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class TouchKeys(StrEnum):
    """When letters and digits to tap appear on the screen."""

    WHEN_TOUCHED = "when_touched"
    ALWAYS = "always"
    NEVER = "never"


AT_THE_TILL: Final = frozenset({"theme", "text_size", "touch_keys", "language"})
"""Settings that whoever stands at the till may set: how it looks, speaks and takes letters."""


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """The shop's own settings. `zone` is an IANA name; `country` an ISO code whose phones are local;
    `currency` an ISO code; `language` what the counter speaks; `customer_language` what customers are
    addressed in while nobody knows theirs, or empty for the counter's own; `feedback_link` a template as
    links.parse_link_template reads it, or empty; `printer` a queue's name, or empty for the system's own;
    `customer_screen` whether a second display shows the customer's screen; `text_size` how large this till's
    text is, in parts of a hundred; `touch_keys` when its keys appear on the screen. `phone`, `email` and
    `address` are how a customer reaches the shop: they are on every print. `receipt_printer` is where
    receipts go, as receipts.parse_receipt_printer reads it, or empty; `receipt_width` its paper, 58 or 80 mm.
    `shared_screen` whether customers can see this till's screen: then it tells less of them.
    """

    name: str = ""
    language: str = "en"
    currency: str = "LAK"
    country: str = "LA"
    zone: str = "Asia/Vientiane"
    feedback_link: str = ""
    printer: str = ""
    theme: Theme = Theme.LIGHT
    customer_language: str = ""
    customer_screen: bool = False
    text_size: int = 100
    touch_keys: TouchKeys = TouchKeys.WHEN_TOUCHED
    phone: str = ""
    email: str = ""
    address: str = ""
    receipt_printer: str = ""
    receipt_width: int = 80
    shared_screen: bool = False

    def differs_in(self, other: "ShopSettings") -> frozenset[str]:
        """The names of the settings in which the two differ."""
        names = (each.name for each in fields(self))
        return frozenset(name for name in names if getattr(self, name) != getattr(other, name))

    @property
    def opened(self) -> bool:
        """Has the first page been filled in?"""
        return bool(self.name)

    @property
    def contacts(self) -> tuple[str, ...]:
        """How to reach the shop, as its prints say it: phone, e-mail, address, as far as they are known."""
        return tuple(each for each in (self.phone, self.email, self.address) if each)

    @property
    def cards_language(self) -> str:
        """What a customer of unknown language is addressed in: on cards, and when asked for consent."""
        return self.customer_language or self.language
