"""The window of the customer's screen: one page at a time, and the button for the manager below it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from frontdesk.ui.display.asking_page import AskingPage
from frontdesk.ui.display.call_button import LEAST_HEIGHT, CallButton
from frontdesk.ui.display.customer_page import CustomerPage
from frontdesk.ui.display.fading import Fading
from frontdesk.ui.display.idle_page import IdlePage
from frontdesk.ui.display.page import Page, is_tall, measure
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.portrait import Portraits

_TO_TRY = QSize(1024, 640)
_QUIET = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
_MARGIN = QPoint(24, 48)
_BUTTON_HEIGHT = 92.0


class DisplayWindow(QWidget):
    """Never takes the keyboard from the counter, and never keeps the program running by itself."""

    left = Signal()
    """It was closed by hand."""

    def __init__(self, portraits: Portraits) -> None:
        super().__init__(None, _QUIET)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(480, 360)
        self.idle, self.customer, self.asking = (
            IdlePage(portraits, self),
            CustomerPage(self),
            AskingPage(self),
        )
        self.call_button = CallButton(self)
        self._fading = Fading(self)
        self._page: Page = self.idle
        for page in (self.customer, self.asking):
            page.hide()
        LOOK.changed.connect(self.update)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    @contextmanager
    def turning_to(self, page: Page) -> Iterator[None]:
        """Fill a page within this. Where another one comes, or the idle one goes on, what was there fades; on
        the customer's own page the stamps are to be seen landing.
        """
        fades = page is self.idle or page is not self._page
        if fades:
            self._fading.keep(self._page)
        if page is not self._page:
            self._page.hide()
            self._page = page
            page.show()
        yield
        self.arrange()
        if fades:
            self._fading.begin(page)

    def fill_screen(self, screen: QScreen) -> None:
        """Take all of a display, without frame and pointer; where it stands there already nothing blinks."""
        stands = self.isVisible() and self.isFullScreen() and self.screen() is screen
        if stands and self.geometry() == screen.geometry():
            return
        self.setWindowFlags(_QUIET | Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would ask for the keyboard
        self.show()

    def open_to_try(self, beside: QRect) -> None:
        """Open as a window like any other, over the counter's lower right."""
        self.setWindowFlags(_QUIET)
        self.unsetCursor()
        size = _TO_TRY.boundedTo(beside.size() * 0.8)
        corner = beside.bottomRight() - QPoint(size.width() + _MARGIN.x(), size.height() + _MARGIN.y())
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(QRect(corner, size))
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), LOOK.palette.colour("ground"))

    def arrange(self) -> None:
        """The page above, the button below it: to the right, where a hand is; in the middle of a tall one."""
        scale = measure(self.size())
        edge = round(RHYTHM * 2.5 * scale)
        height = max(LEAST_HEIGHT, round(_BUTTON_HEIGHT * scale))
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        width = min(self.call_button.fitting_width(height), room.width())
        left = room.left() + (room.width() - width) // 2 if is_tall(self.size()) else room.right() - width
        self.call_button.setGeometry(left, room.bottom() - height, width, height)
        for page in (self.idle, self.customer, self.asking):
            page.setGeometry(room.adjusted(0, 0, 0, -height - edge // 2))
