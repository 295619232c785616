"""Who sits for a drawn portrait: every trait, chosen from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from frontdesk.media import portrait_hair as hair
from frontdesk.media.brush import Colour
from frontdesk.media.portrait_hair import HairStyle, Tint

INK: Colour = (43, 30, 26)

_GROUNDS: tuple[tuple[Colour, Colour], ...] = (
    ((233, 217, 245), (196, 166, 219)),  # lilac
    ((208, 232, 200), (158, 200, 150)),  # leaf
    ((250, 210, 182), (240, 168, 136)),  # apricot
    ((200, 222, 242), (150, 186, 224)),  # sky
    ((253, 228, 168), (245, 186, 98)),  # honey
    ((200, 230, 230), (132, 190, 188)),  # lagoon
    ((248, 210, 216), (232, 164, 178)),  # rose
    ((234, 226, 208), (206, 190, 160)),  # sand
)
_SKINS: tuple[Colour, ...] = (
    (246, 214, 186), (240, 196, 160), (228, 178, 138), (214, 158, 116), (196, 138, 98), (172, 114, 76),
    (142, 92, 62), (110, 70, 48),
)  # fmt: skip
_HAIRS: tuple[Colour, ...] = (
    (28, 22, 24), (28, 22, 24), (44, 30, 26), (62, 40, 28), (94, 60, 36), (132, 84, 46), (198, 150, 84),
    (160, 78, 44),
)  # fmt: skip
_GREYS: tuple[Colour, ...] = ((122, 118, 116), (168, 164, 160), (214, 210, 204))
_CLOTHES: tuple[Colour, ...] = (
    (110, 76, 146), (58, 108, 168), (54, 70, 80), (46, 98, 100), (180, 83, 42), (168, 58, 84),
    (76, 120, 76), (222, 168, 72), (238, 232, 222), (92, 58, 48), (216, 118, 104), (60, 66, 110),
)  # fmt: skip

_HERS = (
    hair.BOB, hair.SIDE_BOB, hair.LONG, hair.LONG_FRINGE, hair.WAVY, hair.BUN, hair.PONYTAIL, hair.BRAIDS,
    hair.CURLS, hair.HEADSCARF, hair.HIJAB, hair.SHORT,
)  # fmt: skip
_HIS = (
    hair.SHORT, hair.SHORT, hair.QUIFF, hair.QUIFF, hair.BUZZ, hair.CURLY_CROP, hair.THINNING, hair.SHAVEN,
    hair.CAP,
)  # fmt: skip


class Looks(StrEnum):
    """Which of the drawn people to choose from, so that a name and a face go together."""

    ANY = "ANY"
    HERS = "HERS"
    HIS = "HIS"


class Collar(StrEnum):
    """How the clothes close at the neck."""

    ROUND = "ROUND"
    V_NECK = "V_NECK"
    SHIRT = "SHIRT"
    STRIPES = "STRIPES"
    SASH = "SASH"
    HOOD = "HOOD"


class Beard(StrEnum):
    """What grows on the face."""

    NONE = "NONE"
    STUBBLE = "STUBBLE"
    FULL = "FULL"
    MOUSTACHE = "MOUSTACHE"


@dataclass(frozen=True, slots=True)
class Sitter:
    """One drawn person: everything that tells them from the next."""

    ground: tuple[Colour, Colour]
    skin: Colour
    style: HairStyle
    tint: Tint
    clothes: Colour
    collar: Collar
    beard: Beard
    width: float
    eyes_apart: float
    brow_lift: float
    laughing: bool
    lips: bool
    lashes: bool
    blush: bool
    freckles: bool
    old: bool
    glasses: Colour | None
    round_glasses: bool
    earrings: Colour | None


def sitter_for(seed: int, looks: Looks) -> Sitter:
    """The same person for the same seed and looks."""
    dice = Random(seed)
    hers = looks is Looks.HERS or (looks is Looks.ANY and dice.random() < 0.52)
    old = dice.random() < 0.2
    skin = dice.choice(_SKINS)
    darkest = _HAIRS[:4] if skin in _SKINS[4:] or dice.random() < 0.6 else _HAIRS
    hair_colour = dice.choice(_GREYS if old else darkest)
    clothes, cloth = dice.sample(_CLOTHES, 2)
    style = dice.choice(_HERS if hers else _HIS)
    shaved = hers or dice.random() < 0.55
    return Sitter(
        ground=dice.choice(_GROUNDS),
        skin=skin,
        style=style,
        tint=Tint(hair_colour, cloth, skin),
        clothes=clothes,
        collar=dice.choice(list(Collar)),
        beard=Beard.NONE if shaved else dice.choice([Beard.STUBBLE, Beard.FULL, Beard.MOUSTACHE]),
        width=dice.uniform(0.93, 1.03) - (0.03 if hers else 0),
        eyes_apart=dice.uniform(33, 39),
        brow_lift=dice.uniform(-4, 5),
        laughing=dice.random() < 0.3,
        lips=hers and dice.random() < 0.7,
        lashes=hers,
        blush=dice.random() < (0.75 if hers else 0.35),
        freckles=skin in _SKINS[:3] and dice.random() < 0.15,
        old=old,
        glasses=dice.choice([INK, (122, 72, 40), (150, 44, 60), (60, 84, 110)])
        if dice.random() < 0.26
        else None,
        round_glasses=dice.random() < 0.6,
        earrings=dice.choice([(232, 190, 92), (240, 236, 228), (200, 76, 92)])
        if hers and dice.random() < 0.5
        else None,
    )
