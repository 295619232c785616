"""What a photo is once it is fit to keep, and why a file can be refused as one."""

from dataclasses import dataclass
from enum import StrEnum

PHOTO_BYTES_LIMIT = 25_000_000
PHOTO_PIXELS_LIMIT = 24_000_000


class PhotoFault(StrEnum):
    """Why a file is not taken as a photo."""

    NOT_A_PICTURE = "NOT_A_PICTURE"
    TOO_MANY_BYTES = "TOO_MANY_BYTES"
    TOO_MANY_PIXELS = "TOO_MANY_PIXELS"
    BROKEN = "BROKEN"


class BadPhoto(ValueError):
    """A refused photo: `code` says why."""

    def __init__(self, code: PhotoFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Photo:
    """A customer's picture as WEBP: a square `thumb` for lists and walls, and the `full` one."""

    thumb: bytes
    full: bytes
