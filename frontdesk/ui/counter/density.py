"""How much room the window has, in five steps; each step is one set of sizes."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.ui.look.metrics import RHYTHM, is_large


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes of the greeting in logical pixels."""

    padding: int
    portrait: int
    stamp: int
    gap: int
    name: int
    lines: int
    """Between the lines beside the portrait."""


TIGHT = Density(padding=14, portrait=148, stamp=48, gap=8, name=24, lines=2)
COMPACT = Density(padding=18, portrait=168, stamp=58, gap=10, name=36, lines=2)
NORMAL = Density(padding=22, portrait=180, stamp=66, gap=12, name=40, lines=3)
ROOMY = Density(padding=32, portrait=240, stamp=92, gap=24, name=48, lines=RHYTHM)
GRAND = Density(padding=44, portrait=320, stamp=124, gap=36, name=64, lines=RHYTHM * 2)

_NORMAL_FROM, _ROOMY_FROM, _GRAND_FROM = 600, 760, 1060


def density_for(card_height: int) -> Density:
    """The sizes for a card of this height. In a low window large text has the room of all else."""
    if card_height >= _GRAND_FROM:
        return GRAND
    if card_height >= _ROOMY_FROM:
        return ROOMY
    if card_height >= _NORMAL_FROM:
        return NORMAL
    return TIGHT if is_large() else COMPACT
