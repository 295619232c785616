"""Makes a picture fit to be printed as the shop's logo: small, and transparent where it was."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image

from frontdesk.domain.paper.shop_signs import LOGO_BYTES_LIMIT, LOGO_SIDE, Logo
from frontdesk.media.photos import decoded, in_rgb

_SIDES: Final = (LOGO_SIDE, 384, 256)
"""Tried in turn: a photo as a logo packs badly, and 256 pixels of anything keep to the limit."""
_SMALL_SIDES: Final = (192, 128, 96, 64, 32)
"""Tried in turn for a page: sharp on a phone, where the logo is some 50 points high."""


def prepare_logo(source: bytes) -> Logo:
    """The logo from the bytes of a JPEG, PNG or WEBP file; raises BadPhoto as for a photo."""
    picture = decoded(source, _with_alpha)
    for side in _SIDES:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        png = _png(picture)
        if len(png) <= LOGO_BYTES_LIMIT:
            break
    return Logo(png)


def shrunk_logo(png: bytes, most_bytes: int) -> bytes | None:
    """The same logo in at most so many bytes, as large as that allows; None where 32 pixels are too many."""
    small = png
    picture = Image.open(BytesIO(png))
    for side in _SMALL_SIDES:
        if len(small) <= most_bytes:
            return small
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        small = _png(picture)
    return small if len(small) <= most_bytes else None


def _with_alpha(picture: Image.Image) -> Image.Image:
    return picture.convert("RGBA") if picture.has_transparency_data else in_rgb(picture)


def _png(picture: Image.Image) -> bytes:
    saved = BytesIO()
    picture.save(saved, "PNG", optimize=True)
    return saved.getvalue()
