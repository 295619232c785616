"""Hair and what is worn over it. Each style has a part behind the head and a part over the forehead."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.media.brush import MIDDLE, Brush, Colour, mix

_DARK: Colour = (20, 16, 18)
_LIGHT: Colour = (255, 246, 232)


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours a style draws with: hair, and the cloth or ribbon over it."""

    hair: Colour
    cloth: Colour
    skin: Colour

    @property
    def deep(self) -> Colour:
        """Hair in its own shadow."""
        return mix(self.hair, _DARK, 0.28)

    @property
    def sheen(self) -> Colour:
        """Hair where the light falls."""
        return mix(self.hair, _LIGHT, 0.13)


Paint = Callable[[Brush, Tint], None]


@dataclass(frozen=True, slots=True)
class HairStyle:
    """`behind` is drawn before the neck and face, `front` after; `hides_ears` and `covers` tell the face."""

    behind: Paint
    front: Paint
    hides_ears: bool = False
    covers: bool = False


def _nothing(brush: Brush, tint: Tint) -> None:
    """A style that has no part here."""


def _short_front(brush: Brush, tint: Tint) -> None:
    brush.shape(
        (166, 226), (158, 150, 176, 96, 258, 94), (338, 92, 356, 152, 346, 226),
        (338, 206, 336, 190, 326, 174), (280, 178, 226, 166, 206, 150), (196, 170, 178, 182, 176, 222),
        fill=tint.hair,
    )  # fmt: skip
    brush.stroke((212, 122), (236, 108, 272, 106, 296, 116), width=7, fill=tint.sheen)


def _quiff_front(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 130), (320, 130, 352, 158, 347, 222), (334, 200, 338, 176, 318, 158), (256, 152), fill=tint.deep
    )
    brush.shape(
        (184, 166), (162, 112, 214, 66, 292, 76), (350, 84, 356, 128, 330, 166),
        (300, 146, 232, 150, 184, 166), fill=tint.hair,
    )  # fmt: skip
    brush.stroke((206, 122), (226, 98, 266, 90, 302, 96), width=7, fill=tint.sheen)


def _buzz_front(brush: Brush, tint: Tint) -> None:
    stubble = mix(tint.hair, tint.skin, 0.22)
    brush.mirrored(
        (256, 106), (322, 106, 352, 150, 345, 214), (338, 186, 330, 164, 304, 154), (256, 146), fill=stubble
    )


def _curls_behind(brush: Brush, tint: Tint) -> None:
    for step in range(13):
        angle = math.pi * (0.9 + 1.2 * step / 12)
        brush.ellipse(MIDDLE + 98 * math.cos(angle), 196 + 96 * math.sin(angle), 36, 36, tint.deep)


def _curls_front(brush: Brush, tint: Tint) -> None:
    for step in range(9):
        angle = math.pi * (1.04 + 0.92 * step / 8)
        brush.ellipse(MIDDLE + 82 * math.cos(angle), 190 + 76 * math.sin(angle), 29, 27, tint.hair)
    for x, y in ((216, 128), (254, 112), (292, 126), (180, 168)):
        brush.stroke((x - 9, y + 1), (x - 6, y - 9, x + 5, y - 10, x + 10, y - 3), width=5, fill=tint.sheen)


def _curly_crop_front(brush: Brush, tint: Tint) -> None:
    for step in range(8):
        angle = math.pi * (1.06 + 0.88 * step / 7)
        brush.ellipse(MIDDLE + 76 * math.cos(angle), 184 + 70 * math.sin(angle), 24, 23, tint.hair)
    brush.mirrored((256, 98), (318, 98, 340, 138, 330, 160), (300, 142, 280, 140, 256, 142), fill=tint.hair)


def _fringe(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 90),
        (330, 90, 364, 146, 358, 240),
        (346, 238),
        (344, 210, 340, 186, 326, 176),
        (256, 184),
        fill=tint.hair,
    )
    brush.stroke((206, 124), (232, 106, 280, 106, 306, 124), width=7, fill=tint.sheen)


def _side_fringe(brush: Brush, tint: Tint) -> None:
    brush.shape(
        (154, 250), (144, 140, 180, 92, 262, 90), (338, 92, 366, 150, 358, 250), (346, 250),
        (350, 190, 330, 166, 300, 142), (270, 176, 210, 186, 172, 198), (166, 216, 166, 232, 166, 250),
        fill=tint.hair,
    )  # fmt: skip
    brush.stroke((200, 132), (224, 112, 252, 108, 274, 112), width=7, fill=tint.sheen)


def _parting(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 92), (332, 92, 366, 150, 360, 262), (346, 256), (350, 214, 318, 180, 256, 132), fill=tint.hair
    )
    brush.twin_strokes((276, 112), (304, 116, 326, 134, 336, 164), width=6, fill=tint.sheen)


def _bob_behind(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 92), (346, 92, 372, 160, 372, 240), (374, 296, 376, 326, 362, 352),
        (330, 364, 300, 350, 256, 350), fill=tint.deep,
    )  # fmt: skip


def _long_behind(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 92), (346, 92, 374, 160, 374, 260), (378, 340, 392, 400, 378, 452),
        (340, 470, 300, 440, 256, 440), fill=tint.deep,
    )  # fmt: skip


def _wavy_behind(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 90), (350, 88, 384, 150, 376, 216), (372, 246, 400, 268, 390, 308),
        (380, 340, 406, 368, 388, 402), (360, 426, 310, 400, 256, 400), fill=tint.deep,
    )  # fmt: skip


def _bun_behind(brush: Brush, tint: Tint) -> None:
    brush.ellipse(MIDDLE, 92, 46, 42, tint.deep)
    brush.ellipse(MIDDLE, 88, 40, 36, tint.hair)
    brush.stroke((232, 76), (246, 64, 266, 64, 280, 76), width=6, fill=tint.sheen)


def _swept_back(brush: Brush, tint: Tint) -> None:
    brush.mirrored((256, 98), (326, 98, 358, 148, 350, 226), (342, 194, 326, 160, 256, 148), fill=tint.hair)
    brush.twin_strokes((270, 114), (296, 118, 316, 134, 326, 152), width=5, fill=tint.sheen)


def _ponytail_behind(brush: Brush, tint: Tint) -> None:
    brush.shape(
        (316, 130), (396, 120, 424, 200, 410, 280), (408, 330, 420, 356, 398, 384),
        (376, 356, 360, 316, 362, 262), (362, 216, 346, 190, 316, 180), fill=tint.deep,
    )  # fmt: skip
    brush.ellipse(350, 146, 17, 21, tint.cloth)


def _braids_behind(brush: Brush, tint: Tint) -> None:
    for link in range(6):
        brush.twins(104 + (link % 2) * 3, 262 + link * 27, 23 - link * 1.5, 19, tint.deep)
    brush.twins(105, 424, 13, 9, tint.cloth)


def _thinning_front(brush: Brush, tint: Tint) -> None:
    for side in (-1, 1):
        x = MIDDLE
        brush.shape(
            (x + side * 66, 142), (x + side * 100, 158, x + side * 106, 206, x + side * 92, 244),
            (x + side * 82, 226, x + side * 88, 196, x + side * 76, 178), fill=tint.hair,
        )  # fmt: skip


def _shaven_front(brush: Brush, tint: Tint) -> None:
    brush.stroke((206, 140), (220, 124, 240, 116, 262, 116), width=9, fill=mix(tint.skin, _LIGHT, 0.3))


def _hijab_behind(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 80), (350, 80, 378, 150, 374, 250), (374, 320, 400, 370, 396, 430),
        (340, 470, 300, 470, 256, 470), fill=mix(tint.cloth, _DARK, 0.14),
    )  # fmt: skip


def _hijab_front(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 82), (342, 82, 370, 148, 364, 236), (362, 320, 330, 372, 256, 384), (256, 338),
        (304, 330, 334, 290, 336, 226), (334, 172, 306, 144, 256, 142), fill=tint.cloth,
    )  # fmt: skip
    shade = mix(tint.cloth, _DARK, 0.16)
    brush.shape(
        (356, 280), (350, 360, 280, 400, 176, 424), (170, 396, 200, 376, 230, 370),
        (290, 360, 338, 330, 356, 280), fill=mix(tint.cloth, _LIGHT, 0.12),
    )  # fmt: skip
    brush.stroke((342, 318), (318, 362, 268, 386, 196, 404), width=4, fill=shade)
    brush.stroke((196, 128), (222, 106, 262, 98, 300, 110), width=6, fill=mix(tint.cloth, _LIGHT, 0.25))


def _headscarf_behind(brush: Brush, tint: Tint) -> None:
    _bob_behind(brush, tint)
    brush.shape(
        (336, 150),
        (390, 130, 410, 176, 388, 196),
        (372, 200, 356, 190, 340, 176),
        fill=mix(tint.cloth, _DARK, 0.2),
    )


def _headscarf_front(brush: Brush, tint: Tint) -> None:
    _fringe(brush, tint)
    brush.mirrored((256, 84), (336, 84, 366, 130, 362, 182), (330, 140, 292, 132, 256, 132), fill=tint.cloth)
    for x, y in ((214, 116), (256, 106), (298, 116), (334, 138), (178, 138)):
        brush.ellipse(x, y, 6, 6, mix(tint.cloth, _LIGHT, 0.55))


def _cap_front(brush: Brush, tint: Tint) -> None:
    brush.mirrored(
        (256, 150), (330, 150), (350, 172, 350, 196, 347, 226), (336, 214, 336, 190, 330, 172), fill=tint.hair
    )
    brush.mirrored((256, 78), (328, 78, 362, 118, 358, 168), (300, 152), (256, 150), fill=tint.cloth)
    brush.mirrored(
        (256, 142),
        (320, 142, 372, 156, 384, 178),
        (350, 178, 310, 168, 256, 168),
        fill=mix(tint.cloth, _DARK, 0.25),
    )
    brush.ellipse(MIDDLE, 80, 9, 6, mix(tint.cloth, _DARK, 0.25))
    brush.stroke((208, 108), (220, 96, 236, 90, 252, 90), width=6, fill=mix(tint.cloth, _LIGHT, 0.25))


SHORT = HairStyle(_nothing, _short_front)
QUIFF = HairStyle(_nothing, _quiff_front)
BUZZ = HairStyle(_nothing, _buzz_front)
CURLY_CROP = HairStyle(_nothing, _curly_crop_front)
THINNING = HairStyle(_nothing, _thinning_front)
SHAVEN = HairStyle(_nothing, _shaven_front)
CAP = HairStyle(_nothing, _cap_front)
CURLS = HairStyle(_curls_behind, _curls_front, hides_ears=True)
BOB = HairStyle(_bob_behind, _fringe, hides_ears=True)
SIDE_BOB = HairStyle(_bob_behind, _side_fringe, hides_ears=True)
LONG = HairStyle(_long_behind, _parting, hides_ears=True)
LONG_FRINGE = HairStyle(_long_behind, _fringe, hides_ears=True)
WAVY = HairStyle(_wavy_behind, _side_fringe, hides_ears=True)
BUN = HairStyle(_bun_behind, _swept_back)
PONYTAIL = HairStyle(_ponytail_behind, _swept_back)
BRAIDS = HairStyle(_braids_behind, _parting, hides_ears=True)
HEADSCARF = HairStyle(_headscarf_behind, _headscarf_front, hides_ears=True)
HIJAB = HairStyle(_hijab_behind, _hijab_front, hides_ears=True, covers=True)
