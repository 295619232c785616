"""Type: the bundled fonts as one family list, so that every script is shaped alike on every machine."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from frontdesk.config import resource_path
from frontdesk.ui.look.metrics import Size

FAMILIES: Final = ("Noto Sans", "Noto Sans Lao", "Noto Sans Thai", "Noto Sans Khmer", "Noto Sans Georgian")


def load_fonts(app: QApplication) -> None:
    """Register the bundled fonts and make them the application's; call it before the first widget."""
    for file in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(font(Size.BODY))


@cache
def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The house's type at a size in logical pixels. Do not change the font that comes back; copy it."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(int(pixels))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def bold(pixels: int) -> QFont:
    """As `font`, in bold."""
    return font(pixels, QFont.Weight.Bold)


@cache
def measures(pixels: int, strong: bool = False) -> QFontMetricsF:
    """The measures of a size, cached: a paint event asks for them many times."""
    return QFontMetricsF(bold(pixels) if strong else font(pixels))
