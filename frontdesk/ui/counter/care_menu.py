"""The acts of caring for whoever is greeted: a menu above its button, two taps from the greeting.

A room adds its line here; its sheet is opened with the customer's id.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from frontdesk.ui.counter.menu import PageLine, add_pages, number_lines
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import RHYTHM

CARE_LINES: tuple[PageLine, ...] = (
    PageLine("message-square-warning", lambda: tr("Complaint"), SheetName.COMPLAINT),
    PageLine("calendar-clock", lambda: tr("Follow-up"), SheetName.FOLLOW_UP),
    PageLine("notebook-pen", lambda: tr("What is known"), SheetName.FACTS),
    PageLine("footprints", lambda: tr("Why they were away"), SheetName.SLIPPING),
    PageLine("send", lambda: tr("Write or print a word"), SheetName.MESSAGE),
    PageLine("scroll-text", lambda: tr("Take-home sheet"), SheetName.TAKE_HOME),
    PageLine("flower-2", lambda: tr("Their year on a card"), SheetName.YEAR_CARD),
    PageLine("log-out", lambda: tr("They are leaving us"), SheetName.LEAVING),
    PageLine("hand-heart", lambda: tr("Thanks for one of us"), SheetName.THANKS),
)
"""In the order of how urgent they are at a counter."""


def open_care_menu(corner: QWidget, chosen: Callable[[SheetName], object]) -> QMenu:
    """Open the menu above `corner`; `chosen` gets the sheet of the line that is tapped."""
    menu = QMenu(corner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_pages(menu, CARE_LINES, chosen)
    number_lines(menu)
    place, size = corner.mapToGlobal(QPoint(corner.width(), -RHYTHM)), menu.sizeHint()
    menu.popup(QPoint(place.x() - size.width(), place.y() - size.height()))
    return menu
