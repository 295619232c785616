"""Type on screen: the same bundled families as on paper, at the sizes of the look."""

from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from frontdesk.printing import session
from frontdesk.ui.look.metrics import Size, grown, grown_type, set_text_size


def load_fonts(app: QApplication) -> None:
    """Register the bundled fonts and make them the application's; call it before the first widget."""
    session.ensure_gui()
    app.setFont(font(Size.BODY))


def wear_text_size(app: QApplication, percent: int) -> None:
    """Make all text `percent` of its usual size, for the windows that are made from now on."""
    if grown(100) == percent:
        return
    set_text_size(percent)
    for kept in (font, bold, measures):
        kept.cache_clear()
    app.setFont(font(Size.BODY))


@cache
def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The house's type at a size in logical pixels, as large as text is worn. Copy what comes back; do not
    change it.
    """
    return session.font(grown_type(pixels), weight)


@cache
def bold(pixels: int) -> QFont:
    """As `font`, in bold."""
    return font(pixels, QFont.Weight.Bold)


@cache
def measures(pixels: int, strong: bool = False) -> QFontMetricsF:
    """The measures of a size, cached: a paint event asks for them many times."""
    return QFontMetricsF(bold(pixels) if strong else font(pixels))
