"""What the owner has set: one shop, one till, in one place of the world."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """The shop's own settings. `zone` is an IANA name; `country` an ISO code whose phones are local;
    `currency` an ISO code; `feedback_link` a template as links.parse_link_template reads it, or empty;
    `printer` a queue's name, or empty for the system's own.
    """

    name: str = ""
    language: str = "en"
    currency: str = "LAK"
    country: str = "LA"
    zone: str = "Asia/Vientiane"
    feedback_link: str = ""
    printer: str = ""
    theme: Theme = Theme.LIGHT

    @property
    def opened(self) -> bool:
        """Has the first page been filled in?"""
        return bool(self.name)
