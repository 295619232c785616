"""The counter's menu: what an owner does now and then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon


@dataclass(frozen=True, slots=True)
class MenuActs:
    """What the menu's lines do."""

    settings: Callable[[], None]
    import_list: Callable[[], None]
    requests: Callable[[], None]
    feedback_cards: Callable[[], object]
    power_cut: Callable[[], object]
    backup: Callable[[], None]
    customer_screen: Callable[[], None]


def open_menu(corner: QWidget, acts: MenuActs) -> QMenu:
    """Open the menu under `corner`; it does not stop anything else."""
    menu = QMenu(corner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, text, act in (
        ("bell", tr("All requests") + "\tF6", acts.requests),
        ("message-square-heart", tr("Feedback cards for the till"), acts.feedback_cards),
        ("list-checks", tr("Power-cut sheet"), acts.power_cut),
        ("smile", tr("Customer's screen"), acts.customer_screen),
        ("import", tr("Import a list"), acts.import_list),
        ("database-backup", tr("Back up now"), acts.backup),
        ("settings", tr("Settings"), acts.settings),
    ):
        menu.addAction(icon(name, "ink", 20), text).triggered.connect(lambda checked=False, act=act: act())
    number_lines(menu)
    below = corner.mapToGlobal(QPoint(corner.width(), corner.height() + 4))
    menu.popup(QPoint(below.x() - menu.sizeHint().width(), below.y()))
    return menu


def number_lines(menu: QMenu) -> None:
    """Put its digit before each line; pressing it, or tapping the line, does it."""
    lines = [action for action in menu.actions() if not action.isSeparator()]
    for digit, action in zip("123456789", lines, strict=False):
        action.setText(f"&{digit}   {action.text()}")
