"""The ticket of a request: what the kitchen or the bench has to know, and nothing else about the customer."""

from dataclasses import dataclass

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.domain.paper.shop_signs import ShopSigns


@dataclass(frozen=True, slots=True)
class RequestTicket:
    """`called` is how the customer is called out, empty for whoever is not greeted by name: they have the
    `number`. `allergies` go with every ticket. `pictures` are images as WEBP. No phone of theirs is on it.
    """

    shop: ShopSigns
    language: str
    request: SpecialRequest
    called: str
    allergies: tuple[str, ...]
    pictures: tuple[bytes, ...]
    printed_at: int

    @property
    def number(self) -> str:
        return f"#{self.request.id}"
