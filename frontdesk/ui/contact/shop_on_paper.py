"""What a print that customers take home says of the shop, in their language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.texts import texts_for
from frontdesk.wording.shop_hours import hours_line


def shop_on_paper(desk: Any, language: str) -> ShopSigns:
    """Name, logo, how to reach it, and when it is open, where its owner said so."""
    signs: ShopSigns = desk.logo.signs()
    rules = desk.care_rules.get()
    line = hours_line(texts_for(language), rules.hours, rules.closed_weekdays)
    return replace(signs, contacts=(*signs.contacts, line)) if line else signs
