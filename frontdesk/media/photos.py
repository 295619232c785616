"""Makes any photo fit to keep: small, upright, and with nothing in it but the picture.

The file's name and claimed type count for nothing; what is inside decides. The pixels are copied into a
fresh image before saving, because place, camera and comments otherwise travel along.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from frontdesk.domain.people.photos import PHOTO_BYTES_LIMIT, PHOTO_PIXELS_LIMIT, BadPhoto, Photo, PhotoFault

THUMB_SIDE = 256
FULL_SIDE = 512

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 82
_GROUND = (246, 241, 234)  # shows through where a picture is transparent
_FACE_HEIGHT = 0.4  # of what a square cuts off a tall picture, this share goes at the top: faces are high
_DECODE_FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    struct.error,
)

# Set once for the process: warnings.catch_warnings() is not safe beside other threads.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def prepare_photo(source: bytes) -> Photo:
    """Thumb and full picture from the bytes of a JPEG, PNG or WEBP file; raises BadPhoto."""
    picture = decoded(source, in_rgb)
    full = picture.copy()
    full.thumbnail((FULL_SIDE, FULL_SIDE), Image.Resampling.LANCZOS)
    side = min(min(picture.size), THUMB_SIDE)
    thumb = ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS, centering=(0.5, _FACE_HEIGHT))
    return Photo(thumb=_webp(thumb), full=_webp(full))


def decoded(source: bytes, in_mode: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """The upright picture as `in_mode` makes it, with its pixels only; raises BadPhoto."""
    if len(source) > PHOTO_BYTES_LIMIT:
        raise BadPhoto(PhotoFault.TOO_MANY_BYTES)
    try:
        with Image.open(BytesIO(source), formats=_FORMATS) as opened:
            if opened.width * opened.height > PHOTO_PIXELS_LIMIT:
                raise BadPhoto(PhotoFault.TOO_MANY_PIXELS)
            # A JPEG can be decoded at half or a quarter of its size, which is all that is needed.
            opened.draft("RGB", (2 * FULL_SIDE, 2 * FULL_SIDE))
            opened.load()
            return _pixels_only(in_mode(_upright(opened)))
    except BadPhoto:
        raise
    except UnidentifiedImageError:
        raise BadPhoto(PhotoFault.NOT_A_PICTURE) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPhoto(PhotoFault.TOO_MANY_PIXELS) from None
    except _DECODE_FAULTS as fault:
        raise BadPhoto(PhotoFault.BROKEN) from fault


def jpeg_of(photo: bytes) -> bytes:
    """A photo that the shop keeps, as every phone can show it. Raises BadPhoto."""
    saved = BytesIO()
    decoded(photo, in_rgb).save(saved, "JPEG", quality=_QUALITY)
    return saved.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as the camera was held; a damaged orientation record leaves the picture as it lies."""
    try:
        return ImageOps.exif_transpose(picture)
    except _DECODE_FAULTS:
        return picture


def in_rgb(picture: Image.Image) -> Image.Image:
    """The picture without transparency: a light ground shows through."""
    if picture.mode.startswith("I") or picture.mode == "F":
        # Sixteen bits a pixel: keep the upper eight, or everything turns white.
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        ground = Image.new("RGBA", seen.size, (*_GROUND, 255))
        return Image.alpha_composite(ground, seen).convert("RGB")
    return picture.convert("RGB")


def _pixels_only(picture: Image.Image) -> Image.Image:
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _webp(picture: Image.Image) -> bytes:
    saved = BytesIO()
    picture.save(saved, "WEBP", quality=_QUALITY, method=4)
    return saved.getvalue()
