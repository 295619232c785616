"""Code 128 as plain bars: for the laser scanners that read one line and know no squares."""

from __future__ import annotations

import zxingcpp

QUIET_ZONE = 10  # modules of blank paper that a reader needs on each side; not part of the bars


def code_128(data: str) -> tuple[bool, ...]:
    """The modules of the shortest Code 128 that holds `data`, from left to right, True for dark.

    Raises ValueError when `data` is empty or not plain ASCII.
    """
    if not data or not data.isascii():
        raise ValueError("a line of bars holds plain letters and digits")
    made = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.Code128)
    picture = made.to_image(scale=1, add_quiet_zones=False)
    levels = memoryview(picture).tobytes()  # type: ignore[arg-type]  # it is a buffer; the stubs do not say so
    return tuple(level == 0 for level in levels[: picture.shape[1]])
