"""The libraries that Qt expects of a Linux system, and the packages that bring them.

Qt ends the whole process when a library of its X part is missing, with a message for programmers. So they are
looked for before the window opens.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Final

DRAWING: Final[Mapping[str, str]] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Library → Debian package: without these PySide6 is not even imported."""

WINDOW: Final[Mapping[str, str]] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Library → Debian package: without these no window opens on X. The first is missing on many desktops."""


def missing(libraries: Mapping[str, str]) -> tuple[str, ...]:
    """The libraries among these that this system does not find."""
    return tuple(library for library in libraries if not _is_there(library))


def missing_for_window(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """What a window needs and does not find here; empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return missing({**DRAWING, **(WINDOW if _draws_on_x(environment) else {})})


def line_to_run(libraries: tuple[str, ...]) -> str:
    """The line that installs them on Debian, Ubuntu and their relatives."""
    packages = {**DRAWING, **WINDOW}
    return f"sudo apt-get install -y {' '.join(packages.get(library, library) for library in libraries)}"


def _draws_on_x(environment: Mapping[str, str]) -> bool:
    named = environment.get("QT_QPA_PLATFORM", "")
    if named:
        return named.startswith("xcb")
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
