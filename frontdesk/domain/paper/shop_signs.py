"""What a print says of the shop: its name, how to reach it, and its logo."""

from dataclasses import dataclass
from typing import Final

LOGO_SIDE: Final = 512
LOGO_BYTES_LIMIT: Final = 400_000


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that is fit to keep: a PNG of at most LOGO_SIDE pixels a side and LOGO_BYTES_LIMIT bytes."""

    png: bytes


@dataclass(frozen=True, slots=True)
class ShopSigns:
    """`contacts` are phone, e-mail and address, as far as the shop gave them; `logo` is a PNG, or None."""

    name: str
    contacts: tuple[str, ...] = ()
    logo: bytes | None = None
