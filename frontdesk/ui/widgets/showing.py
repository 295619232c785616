"""Showing a part of a page, also before the part is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_part(part: QWidget, *, shown: bool) -> None:
    """Show or hide it. One that is in no page yet is shown with its page: by itself it would be a window for
    a moment, and take the focus from the one in which somebody works.
    """
    if shown and part.isWindow():
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        part.setVisible(shown)
