"""Privacy: what the shop keeps of people, for how long, and how it is told to them or forgotten."""

from __future__ import annotations

from enum import StrEnum


class PrivacyPart(StrEnum):
    """What the page opens with: `open_sheet(counter, customer_id=…, part=PrivacyPart.TELL)`.

    TELL and ERASE are about one customer; the others need none.
    """

    OVERVIEW = "overview"
    SILENT = "silent"
    CONSENTS = "consents"
    TELL = "tell"
    ERASE = "erase"
