"""How pages are laid out: a column that scrolls when it must, and widgets beside one another."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from frontdesk.ui.look.metrics import RHYTHM, grown, is_large

GAP = RHYTHM * 3
_WIDEST = 1240
"""A field that is wider than a sentence looks as if it wanted one."""


class ScrolledColumn(QScrollArea):
    """A column of widgets. It scrolls only when the window is too low for them."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setMaximumWidth(grown(_WIDEST))
        self.column = QVBoxLayout(inside)
        # Room for a focus ring at the sides, and for the scroll bar.
        self.column.setContentsMargins(4, 4, RHYTHM * 2, 4)
        self.column.setSpacing(RHYTHM * 2)
        self.setWidget(inside)

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part of the column, also to one that has only just opened and is not laid out yet."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))


def fill_with(place: QWidget, content: QWidget) -> None:
    """Let `content` fill `place`."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)


def in_a_row() -> QBoxLayout:
    """A layout for what stands in a row; where text is large, one below the other."""
    way = QBoxLayout.Direction.TopToBottom if is_large() else QBoxLayout.Direction.LeftToRight
    return QBoxLayout(way)


def beside(*widgets: QWidget, stretch: tuple[int, ...] = ()) -> QBoxLayout:
    """Widgets in a row, each at the top of its place, in equal shares or by `stretch`; large text has them
    one below the other.
    """
    row = in_a_row()
    row.setSpacing(GAP)
    if is_large():
        for widget in widgets:
            row.addWidget(widget)
        return row
    for at, widget in enumerate(widgets):
        row.addWidget(widget, stretch[at] if stretch else 1, Qt.AlignmentFlag.AlignTop)
    return row


def tab_through(*widgets: QWidget) -> None:
    """Let Tab go through these in the order in which they are read, not in the one they were made in.

    A widget that is made of several stands for those of them that take the keyboard. Call it when all of
    them are in their window or page.
    """
    stops: list[QWidget] = []
    for widget in widgets:
        stops += [widget] if _takes_tab(widget) else filter(_takes_tab, widget.findChildren(QWidget))
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
