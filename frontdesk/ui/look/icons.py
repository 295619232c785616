"""Icons: the bundled SVGs drawn in the palette's inks, kept as pixmaps at the screen's own resolution."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from frontdesk.config import resource_path
from frontdesk.ui.look.style import LOOK

_STAND_IN = "tag"


def icon_pixmap(name: str, ink: str, size: int, ratio: float = 0.0) -> QPixmap:
    """The icon `name` in `ink` (a palette name or a colour), `size` logical pixels square."""
    ratio = ratio or _screen_ratio()
    return _drawn(name, LOOK.palette.colour(ink).name(), size, ratio)


def icon(name: str, ink: str = "ink", size: int = 24) -> QIcon:
    """As `icon_pixmap`, for what wants a QIcon. It keeps its ink; use `wear_icon` to follow the theme."""
    return QIcon(icon_pixmap(name, ink, size))


def wear_icon(button: QAbstractButton, name: str, ink: str = "ink", size: int = 24, gap: int = 0) -> None:
    """Give a button an icon that follows the theme, with a `gap` between it and the words."""
    for worn in button.findChildren(_WornIcon, options=Qt.FindChildOption.FindDirectChildrenOnly):
        worn.setParent(None)
    _WornIcon(button, name, ink, size, gap)


def let_icon_stand(button: QAbstractButton, *, alone: bool) -> None:
    """Without words beside the icon there is no gap to them: else it would stand off the middle."""
    for worn in button.findChildren(_WornIcon, options=Qt.FindChildOption.FindDirectChildrenOnly):
        worn.stand(alone=alone)


class _WornIcon(QObject):
    """A button's icon, drawn anew when the look changes; it lives and dies with its button."""

    def __init__(self, button: QAbstractButton, name: str, ink: str, size: int, gap: int) -> None:
        super().__init__(button)
        self._button, self._name, self._ink, self._size, self._gap = button, name, ink, size, gap
        self._wanted_gap = gap
        self.stand(alone=False)
        LOOK.changed.connect(self._draw)

    def stand(self, *, alone: bool) -> None:
        self._gap = 0 if alone else self._wanted_gap
        self._button.setIconSize(QSize(self._size + self._gap, self._size))
        self._draw()

    def _draw(self) -> None:
        if self.parent() is self._button:
            self._button.setIcon(self._spaced(icon_pixmap(self._name, self._ink, self._size)))

    def _spaced(self, pixmap: QPixmap) -> QIcon:
        """Qt's style sheets know no space between a button's icon and its words: the icon brings it."""
        if not self._gap:
            return QIcon(pixmap)
        ratio = pixmap.devicePixelRatio()
        wide = QPixmap(round((self._size + self._gap) * ratio), pixmap.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
        return QIcon(wide)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    """The SVG's text. A product may name an icon that this version does not have: then a tag."""
    file = resource_path("icons", f"{name}.svg")
    if not name.replace("-", "").isalnum() or not file.is_file():
        file = resource_path("icons", f"{_STAND_IN}.svg")
    return file.read_text(encoding="utf-8")


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
