"""The look that is worn now: one palette, one style sheet, and a signal when it changes."""

from __future__ import annotations

import re
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.config import resource_path
from frontdesk.domain.shop import Theme
from frontdesk.ui.look.metrics import grown_type
from frontdesk.ui.look.palette import Palette, palette_of


class Look(QObject):
    """Which theme is worn. Painted widgets read `palette` when they paint and update on `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.LIGHT
        self.palette = palette_of(Theme.LIGHT)
        self.animated = True

    def wear(self, app: QApplication, theme: Theme) -> None:
        """Dress the application in `theme`: the palette first, because the style sheet inherits from it.

        What it wears already is not put on again: each widget that there is would be dressed anew.
        """
        self.theme = theme
        self.palette = palette_of(theme)
        sheet = style_sheet(self.palette)
        if app.styleSheet() != sheet:
            app.setPalette(qt_palette(self.palette))
            app.setStyleSheet(sheet)
        self.changed.emit()


LOOK: Final = Look()
_FONT_SIZE: Final = re.compile(r"font-size: (\d+)px")


def style_sheet(palette: Palette) -> str:
    """The house's one style sheet, filled with a palette's colours, its text as large as it is worn."""
    source = resource_path("style", "frontdesk.qss").read_text(encoding="utf-8")
    dressed = Template(source).substitute(palette.placeholders())
    return _FONT_SIZE.sub(lambda size: f"font-size: {grown_type(int(size[1]))}px", dressed)


def qt_palette(palette: Palette) -> QPalette:
    """Qt's own palette in our colours, for what the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: palette.ground,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.raised,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.PlaceholderText: palette.quiet,
        QPalette.ColorRole.Link: palette.accent_ink,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.quiet))
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Name what a widget is for (``title``, ``quiet``, ``filled``…); the style sheet dresses it."""
    set_property(widget, "role", role)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Tell the style sheet something about a widget; dressed already, it is dressed anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
