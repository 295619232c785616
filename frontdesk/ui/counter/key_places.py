"""Which letter or digit a Latin keyboard has in the place of a key, whatever layout is on."""

from __future__ import annotations

from typing import Final

_X11_FIRST: Final = 8
"""X11 and Wayland count the keys as Linux does, from eight."""
_ROWS: Final = {2: "1234567890-", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_BY_SCAN_CODE: Final = {first + at: key for first, row in _ROWS.items() for at, key in enumerate(row)}
"""The codes of a PC's keyboard, on Windows and on Linux."""

_MAC_KEYS: Final = "ASDFHGZXCV BQWERYT123465 97-80 OU IP LJ K    NM"
_ON_A_MAC: Final = {place: key for place, key in enumerate(_MAC_KEYS) if key != " "}
"""What macOS calls virtual keys are places too."""


def latin_key(platform: str, scan_code: int, virtual_key: int) -> str:
    """The letter or digit of a key by its place; nothing for other keys, and where Qt knows no places."""
    match platform:
        case "xcb" | "wayland":
            return _BY_SCAN_CODE.get(scan_code - _X11_FIRST, "")
        case "windows":
            return _BY_SCAN_CODE.get(scan_code, "")
        case "cocoa":
            return _ON_A_MAC.get(virtual_key, "")
    return ""
