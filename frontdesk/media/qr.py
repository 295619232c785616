"""QR squares as a plain matrix: who prints it draws vector squares, never a scaled picture."""

from __future__ import annotations

from typing import Literal

from qrcode import constants
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode
from qrcode.util import lost_point

QUIET_ZONE = 4  # modules of blank paper that a reader needs on each side; not part of the matrix

# Any of the eight masks can be read. Judging each is most of the work of a sheet of a thousand cards, and
# the best of three is as even as the best of eight to any reader that we tried.
_MASKS = (1, 4, 6)

ErrorLevel = Literal["L", "M", "Q", "H"]

_LEVELS: dict[ErrorLevel, int] = {
    "L": constants.ERROR_CORRECT_L,
    "M": constants.ERROR_CORRECT_M,
    "Q": constants.ERROR_CORRECT_Q,
    "H": constants.ERROR_CORRECT_H,
}


def qr_matrix(data: str, error: ErrorLevel = "M") -> tuple[tuple[bool, ...], ...]:
    """The smallest square that holds `data`, row by row, True for dark; without the quiet zone.

    Raises ValueError when `data` is empty or more than a QR code can hold.
    """
    if not data:
        raise ValueError("a QR code must hold something")
    code = _Code(error_correction=_LEVELS[error], border=0)
    code.add_data(data)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as overflow:
        raise ValueError("too long for a QR code") from overflow
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


class _Code(QRCode):  # type: ignore[misc]  # qrcode has no types
    """A code that is masked by the best of three patterns instead of eight."""

    def best_mask_pattern(self) -> int:
        def unevenness(mask: int) -> int:
            self.makeImpl(True, mask)
            return int(lost_point(self.modules))

        return min(_MASKS, key=unevenness)
