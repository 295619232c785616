"""The Qt session that drawing text needs, and the fonts that come with the program.

Drawing text without a QGuiApplication aborts the process, so every way into this room passes `ensure_gui`.
The window calls it too, after making its QApplication, so that screen and paper use the same letters.
"""

import os
import sys
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from frontdesk.config import resource_path

#: Latin first: digits and punctuation come from one face in every language.
_FAMILIES: Final = ("Noto Sans", "Noto Sans Lao", "Noto Sans Thai", "Noto Sans Khmer", "Noto Sans Georgian")


class FontsMissing(RuntimeError):
    """The program's own fonts are not where they belong: the installation is incomplete."""


def ensure_gui() -> QGuiApplication:
    """Return the running QGuiApplication, starting one if there is none, with the bundled fonts loaded.

    A session started here belongs to a command, which shows nothing: on Linux it is offscreen even where
    DISPLAY is set, because a DISPLAY that has gone stale aborts. QT_QPA_PLATFORM is honoured.
    Call it first on the main thread; drawing itself may then be done on any thread.
    """
    application = QCoreApplication.instance() or _started()
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("a QCoreApplication is running, and text cannot be drawn with it")
    _load_fonts()
    return application


def families() -> list[str]:
    """Return the bundled families for ``QFont(families())``; the system's fonts fill in after them."""
    return list(_FAMILIES)


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the program's font at a size in the painter's own units, at least one.

    Hinting is off: paper and preview must break their lines at the same places at every resolution.
    """
    made = QFont(families())
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _started() -> QGuiApplication:
    """Start a session; the cache keeps it alive, because PySide ends one that nobody refers to."""
    headless = sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM")
    return QGuiApplication(["frontdesk", *(["-platform", "offscreen"] if headless else [])])


@cache
def _load_fonts() -> None:
    # Looking for Khmer letters, Qt walks along the families and notes each one that has none before it
    # takes the one that has them. The text comes out right, and a log full of this hides what matters.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for file in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    missing = set(_FAMILIES) - set(QFontDatabase.families())
    if missing:
        raise FontsMissing(f"missing from {resource_path('fonts')}: {', '.join(sorted(missing))}")
