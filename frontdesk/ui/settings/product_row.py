"""One product in the list of what is sold: a tap on it is the way to change it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.language import ntr, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, is_large, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.shapes import paint_focus

_HEIGHT = TARGET + 8


class ProductRow(QAbstractButton):
    """Picture, name, category, stamps, price. Checked while it is the one being changed."""

    def __init__(self, product: Product, currency: str) -> None:
        super().__init__()
        self.product = product
        self.setCheckable(True)
        self.setFixedHeight(taller(_HEIGHT, 2))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        stamps, price = (
            ntr("{n} stamp", "{n} stamps", product.stamps),
            price_in_words(product.price, currency),
        )
        said = tr("{product}, {stamps}, {price}", product=product.name, stamps=stamps, price=price)
        self.setAccessibleName(said)
        picture = PlainLabel()
        picture.setPixmap(icon_pixmap(product.icon, "accent_ink", 22))
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 2, 0, RHYTHM * 2, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(picture)
        row.addLayout(_name_and_category(product), 1)
        worth = in_a_row()
        worth.setSpacing(0 if is_large() else RHYTHM * 2)
        worth.addWidget(PlainLabel(stamps, "small"))
        worth.addWidget(PlainLabel(price))
        row.addLayout(worth)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def nextCheckState(self) -> None:
        """The panel says which row is chosen: a second tap must not seem to let it go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked() or self.isDown()
        edge = "accent" if chosen or self.underMouse() else "line"
        painter.setPen(QPen(palette.colour(edge), 2 if chosen else 1))
        painter.setBrush(palette.colour("soft" if chosen else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("ink"))


def _name_and_category(product: Product) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(ElidedLabel(product.name, "strong"))
    if product.category:
        words.addWidget(ElidedLabel(product.category, "small"))
    words.addStretch(1)
    return words
