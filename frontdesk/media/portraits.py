"""Drawn people for the demo shop: friendly, different from each other, and the same for the same seed.

They stand in for photos, so that no real person's picture is needed to show the app.
"""

from __future__ import annotations

from io import BytesIO

from frontdesk.media.brush import MIDDLE, Brush, Colour, mix
from frontdesk.media.portrait_sitter import INK, Beard, Collar, Looks, Sitter, sitter_for

__all__ = ["Looks", "draw_portrait"]

_OVERSIZE = 2
_QUALITY = 80

_SHADE: Colour = (116, 52, 34)  # what falls into shadow on skin turns warm, not grey
_WHITE: Colour = (255, 252, 248)


def draw_portrait(seed: int, size: int = 512, looks: Looks = Looks.ANY) -> bytes:
    """A square WEBP of `size` pixels; the same bytes for the same arguments."""
    sitter = sitter_for(seed, looks)
    brush = Brush(size, _OVERSIZE, sitter.ground)
    sitter.style.behind(brush, sitter.tint)
    _draw_body(brush, sitter)
    _draw_head(brush, sitter)
    _draw_beard(brush, sitter)
    _draw_features(brush, sitter)
    sitter.style.front(brush, sitter.tint)
    _draw_extras(brush, sitter)
    saved = BytesIO()
    brush.finished().save(saved, "WEBP", quality=_QUALITY, method=2)
    return saved.getvalue()


def _draw_body(brush: Brush, sitter: Sitter) -> None:
    neck = mix(mix(sitter.skin, _SHADE, 0.2), INK, 0.06)
    brush.mirrored((256, 280), (300, 280), (300, 360), (306, 392, 340, 400, 340, 432), (256, 432), fill=neck)
    shoulders = sitter.clothes
    brush.mirrored(
        (256, 424), (292, 420, 300, 398, 306, 382), (372, 396, 424, 412, 438, 512), (256, 512), fill=shoulders
    )
    _draw_collar(brush, sitter, mix(shoulders, INK, 0.2), mix(shoulders, _WHITE, 0.3))


def _draw_collar(brush: Brush, sitter: Sitter, dark: Colour, light: Colour) -> None:
    match sitter.collar:
        case Collar.ROUND:
            brush.twin_strokes((256, 424), (292, 420, 300, 398, 306, 384), width=9, fill=dark)
        case Collar.V_NECK:
            brush.mirrored(
                (256, 420), (300, 400), (302, 388), (256, 462), fill=mix(sitter.skin, _SHADE, 0.12)
            )
            brush.twin_strokes((256, 464), (304, 386), width=9, fill=dark)
        case Collar.SHIRT:
            brush.mirrored((256, 424), (304, 378), (328, 396), (292, 446), (256, 424), fill=light)
            brush.stroke((256, 436), (256, 512), width=4, fill=dark)
            for button in (456, 488):
                brush.ellipse(MIDDLE + 9, button, 4, 4, light)
        case Collar.STRIPES:
            for y in (436, 466, 496):
                spread = 112 + (y - 436) * 0.85
                brush.stroke(
                    (MIDDLE - spread, y),
                    (MIDDLE - 60, y + 14, MIDDLE + 60, y + 14, MIDDLE + spread, y),
                    width=9,
                    fill=light,
                )
        case Collar.SASH:
            brush.shape((128, 414), (206, 382), (222, 420, 300, 470, 396, 512), (236, 512), fill=light)
            brush.stroke((150, 416), (180, 450, 240, 494, 280, 516), width=5, fill=sitter.tint.cloth)
            brush.stroke((186, 402), (214, 440, 290, 490, 350, 514), width=5, fill=sitter.tint.cloth)
        case Collar.HOOD:
            brush.mirrored(
                (256, 448),
                (310, 440, 344, 404, 330, 376),
                (306, 372),
                (304, 400, 286, 418, 256, 424),
                fill=dark,
            )
            brush.twin_strokes((276, 440), (278, 456, 276, 470, 278, 484), width=5, fill=light)


def _draw_head(brush: Brush, sitter: Sitter) -> None:
    skin, shade = sitter.skin, mix(sitter.skin, _SHADE, 0.22)
    if not sitter.style.hides_ears:
        brush.twins(90 * sitter.width, 232, 17, 24, skin)
        brush.twins(91 * sitter.width, 233, 9, 14, shade)
    w = sitter.width

    def across(x: float) -> float:
        return MIDDLE + x * w

    brush.mirrored(
        (256, 108),
        (across(66), 108, across(92), 158, across(91), 218),
        (across(91), 284, across(52), 338, 256, 338),
        fill=skin,
    )


def _draw_beard(brush: Brush, sitter: Sitter) -> None:
    w = sitter.width
    grown = mix(sitter.tint.hair, sitter.skin, 0.62 if sitter.beard is Beard.STUBBLE else 0.06)
    if sitter.beard in (Beard.STUBBLE, Beard.FULL):
        depth = 346 if sitter.beard is Beard.FULL else 339
        brush.mirrored(
            (256, depth), (MIDDLE + 56 * w, depth, MIDDLE + 94 * w, 292, MIDDLE + 91 * w, 214),
            (MIDDLE + 80 * w, 244, MIDDLE + 70, 262, MIDDLE + 40, 264),
            (MIDDLE + 20, 262, MIDDLE + 10, 262, 256, 266), fill=grown,
        )  # fmt: skip
        brush.ellipse(MIDDLE, 290, 30, 17, mix(sitter.skin, grown, 0.12))
    if sitter.beard is Beard.MOUSTACHE:
        brush.mirrored(
            (256, 266),
            (274, 260, 292, 268, 300, 282),
            (284, 282, 270, 278, 256, 277),
            fill=mix(sitter.tint.hair, sitter.skin, 0.1),
        )


def _draw_features(brush: Brush, sitter: Sitter) -> None:
    skin = sitter.skin
    if sitter.blush:
        brush.twins(52, 262, 19, 13, mix(skin, (226, 92, 84), 0.2))
    if sitter.old:
        brush.twin_strokes((318, 238), (324, 242, 326, 246, 328, 250), width=3, fill=mix(skin, _SHADE, 0.34))
        brush.twin_strokes((292, 268), (300, 274, 302, 284, 301, 290), width=3, fill=mix(skin, _SHADE, 0.28))
    if sitter.freckles:
        for x, y in ((44, 254), (54, 260), (38, 264), (62, 252)):
            brush.twins(x, y, 2.6, 2.6, mix(skin, (150, 80, 40), 0.45))
    _draw_eyes(brush, sitter)
    brush.stroke((250, 260), (254, 266, 262, 266, 265, 259), width=5, fill=mix(skin, _SHADE, 0.42))
    _draw_mouth(brush, sitter)


def _draw_eyes(brush: Brush, sitter: Sitter) -> None:
    apart = sitter.eyes_apart
    right = MIDDLE + apart
    brow = mix(sitter.tint.hair, INK, 0.25)
    lift = sitter.brow_lift
    brush.twin_strokes(
        (right - 16, 200 - lift), (right - 7, 192 - lift, right + 7, 191 - lift, right + 18, 199 - lift),
        width=5 if sitter.lashes else 7, fill=brow,
    )  # fmt: skip
    if sitter.laughing:
        brush.twin_strokes(
            (right - 13, 228), (right - 8, 214, right + 8, 214, right + 13, 228), width=6, fill=INK
        )
        return
    brush.twins(apart, 224, 9, 11, INK)
    for x in (MIDDLE - apart, right):
        brush.ellipse(x + 3, 220, 3.2, 3.6, _WHITE)
    if sitter.lashes:
        brush.twin_strokes(
            (right - 9, 216), (right - 2, 210, right + 8, 211, right + 15, 214), width=4, fill=INK
        )


def _draw_mouth(brush: Brush, sitter: Sitter) -> None:
    rosy = mix(sitter.skin, (186, 54, 62), 0.62)
    if sitter.laughing:
        brush.mirrored(
            (256, 283), (268, 283, 282, 281, 290, 279), (286, 306, 270, 313, 256, 313), fill=(122, 40, 44)
        )
        brush.mirrored(
            (256, 283), (268, 283, 278, 282, 287, 280), (284, 292, 268, 294, 256, 294), fill=_WHITE
        )
        return
    if sitter.lips:
        brush.mirrored((256, 286), (262, 281, 276, 280, 287, 283), (276, 300, 264, 302, 256, 302), fill=rosy)
        brush.twin_strokes((256, 289), (268, 291, 278, 288, 286, 284), width=2.5, fill=mix(rosy, INK, 0.4))
        return
    smile = mix(sitter.skin, (110, 34, 34), 0.7)
    brush.stroke((226, 282), (238, 298, 274, 298, 286, 282), width=6, fill=smile)


def _draw_extras(brush: Brush, sitter: Sitter) -> None:
    if sitter.earrings and not sitter.style.covers:
        brush.twins(94 * sitter.width, 264, 7, 7, sitter.earrings)
    if sitter.glasses is None:
        return
    apart = sitter.eyes_apart + 1
    for x in (MIDDLE - apart, MIDDLE + apart):
        brush.ring(x, 225, 28, 27 if sitter.round_glasses else 21, 5, sitter.glasses)
    brush.stroke(
        (MIDDLE - apart + 27, 222),
        (250, 216, 262, 216, MIDDLE + apart - 27, 222),
        width=5,
        fill=sitter.glasses,
    )
    brush.twin_strokes(
        (MIDDLE + apart + 27, 221), (MIDDLE + 88 * sitter.width, 216), width=5, fill=sitter.glasses
    )
