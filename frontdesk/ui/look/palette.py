"""The two palettes. Everything that has a colour takes it from here.

The palette is the program's own: the system's colour scheme is not asked, because it answers on some
machines only and never without a desktop. Text on its ground has a contrast of at least 4.5 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QColor

from frontdesk.domain.shop import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for. `on_accent` is text on `accent`; `raised` is a tile on a card; in a
    practice the ground is `practice_ground`.
    """

    ground: str
    card: str
    raised: str
    ink: str
    quiet: str
    line: str
    accent: str
    accent_deep: str
    accent_light: str
    on_accent: str
    accent_ink: str
    soft: str
    warn_ground: str
    warn_ink: str
    good_ground: str
    good_ink: str
    calm_ground: str
    toast_ground: str
    toast_ink: str
    toast_accent: str
    practice: str
    on_practice: str
    practice_ground: str
    shadow_strength: int

    def colour(self, name: str) -> QColor:
        """The colour called `name`, such as ``ink``; a value such as ``#2B2118`` is taken as it is."""
        return QColor(name if name.startswith("#") else getattr(self, name))

    def placeholders(self) -> dict[str, str]:
        """Every colour by its name, to fill the style sheet with."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


LIGHT = Palette(
    ground="#F6F1EA",
    card="#FFFFFF",
    raised="#FBF8F4",
    ink="#2B2118",
    quiet="#6E6154",
    line="#E3D8CA",
    accent="#B4532A",
    accent_deep="#97421F",
    accent_light="#CC6437",
    on_accent="#FFFFFF",
    accent_ink="#A1471F",
    soft="#FBEBDD",
    warn_ground="#FFF1D6",
    warn_ink="#7A4B00",
    good_ground="#E5F3E8",
    good_ink="#1F6B3A",
    calm_ground="#F6F1EA",
    toast_ground="#2B2118",
    toast_ink="#FBF5EE",
    toast_accent="#F0A57F",
    practice="#6A1FA8",
    on_practice="#FFFFFF",
    practice_ground="#EAD9F8",
    shadow_strength=9,
)

DARK = Palette(
    ground="#171310",
    card="#221C18",
    raised="#2A231E",
    ink="#F5EDE4",
    quiet="#B5A798",
    line="#40362E",
    accent="#E07B4C",
    accent_deep="#C9663A",
    accent_light="#F08F61",
    on_accent="#1D120B",
    accent_ink="#F19A72",
    soft="#3A281D",
    warn_ground="#3C2E12",
    warn_ink="#FFD991",
    good_ground="#17321F",
    good_ink="#9BE0B0",
    calm_ground="#2A231E",
    toast_ground="#F5EDE4",
    toast_ink="#2B2118",
    toast_accent="#97421F",
    practice="#C79BF0",
    on_practice="#22083A",
    practice_ground="#3A1A57",
    shadow_strength=0,
)


@dataclass(frozen=True, slots=True)
class Dye:
    """The inks of a stamp card in one theme: what a palette calls its accent and what belongs to it."""

    accent: str
    accent_deep: str
    accent_light: str
    on_accent: str
    accent_ink: str
    soft: str


_ON_LIGHT, _ON_DARK = LIGHT.on_accent, DARK.on_accent

CARD_COLOURS: Final[Mapping[str, tuple[Dye, Dye]]] = MappingProxyType(
    {
        "leaf": (
            Dye("#2F7C49", "#256239", "#3A995A", _ON_LIGHT, "#2C7444", "#E5F5EA"),
            Dye("#43B067", "#399658", "#5AC17D", _ON_DARK, "#48BA6E", "#1C3B26"),
        ),
        "sea": (
            Dye("#207B7E", "#185F62", "#289B9F", _ON_LIGHT, "#1E7376", "#E2F7F8"),
            Dye("#2DAFB4", "#269397", "#3BC9CE", _ON_DARK, "#2FB7BC", "#1C3A3B"),
        ),
        "sky": (
            Dye("#2E6FBA", "#275E9D", "#4184D0", _ON_LIGHT, "#2A64A7", "#E2ECF8"),
            Dye("#649AD8", "#4788D1", "#85AFE0", _ON_DARK, "#669CD9", "#1C2A3B"),
        ),
        "plum": (
            Dye("#9055B6", "#7D46A2", "#A272C3", _ON_LIGHT, "#8148A8", "#EFE6F4"),
            Dye("#B289CD", "#A170C2", "#C4A6D9", _ON_DARK, "#B289CD", "#2E1C3B"),
        ),
        "rose": (
            Dye("#C73566", "#AB2E57", "#D1547E", _ON_LIGHT, "#B12F5B", "#F8E3EA"),
            Dye("#DB7899", "#D45C84", "#E498B1", _ON_DARK, "#DB7899", "#3B1C26"),
        ),
        "honey": (
            Dye("#936515", "#745011", "#B77D1A", _ON_LIGHT, "#885D13", "#F8F0E2"),
            Dye("#D2901E", "#B37A19", "#E2A336", _ON_DARK, "#D6931F", "#3B2F1C"),
        ),
        "slate": (
            Dye("#637083", "#535F6E", "#768498", _ON_LIGHT, "#596576", "#EBEDF0"),
            Dye("#8C98A8", "#788699", "#A3ADBA", _ON_DARK, "#8E99A9", "#252A31"),
        ),
    }
)
"""The colours that a stamp card can have, in the light and the dark theme. Without one it has the accent."""


@cache
def dyed(palette: Palette, colour: str) -> Palette:
    """The palette with a card's colour in place of the accent; as it is for a colour that we do not have."""
    dyes = CARD_COLOURS.get(colour)
    if dyes is None:
        return palette
    dye = dyes[palette == DARK]
    return replace(palette, **{field.name: getattr(dye, field.name) for field in fields(dye)})


def palette_of(theme: Theme) -> Palette:
    """The palette of a theme."""
    return DARK if theme is Theme.DARK else LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 counts it: 1 (none) to 21."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
