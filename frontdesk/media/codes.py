"""Codes in a picture: what a camera sees, read by the engine that most phones carry."""

from __future__ import annotations

from typing import Any

import zxingcpp

_FORMATS = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128))


def read_codes(levels: bytes, width: int, height: int, line: int) -> tuple[str, ...]:
    """The texts of all squares and lines of bars in a grey picture, one byte for each point.

    `line` is how many bytes a line of it takes. Up to a tenth of a second for a picture full of noise.
    """
    picture: Any = levels  # any buffer will do, whatever the stubs say of arrays
    view = zxingcpp.ImageView(picture, width, height, zxingcpp.ImageFormat.Lum, line)
    return tuple(found.text for found in zxingcpp.read_barcodes(view, _FORMATS))
