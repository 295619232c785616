"""Labels. All of them show plain text, whatever a name holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size, grown, grown_type
from frontdesk.ui.look.style import LOOK, set_role


class PlainLabel(QLabel):
    """A label that never reads its text as HTML. `role` is one of the style sheet's."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            set_role(self, role)


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is: Qt would read a name with brackets as HTML."""
    if "<" not in text:
        return text
    from html import escape  # for the rare name; the first frame has none

    return f"<qt>{escape(text)}</qt>"


class ElidedLabel(PlainLabel):
    """One line that ends in … when it does not fit; the whole text is in the tool tip and for readers."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        self._full = ""
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text != self._full:
            self._full = text
            self.setAccessibleName(text)
            self._fit()

    def full_text(self) -> str:
        """What was set, before it was cut to the width."""
        return self._full

    def sizeHint(self) -> QSize:
        measures = self.fontMetrics()
        height = max(measures.height(), self._script_height())
        return QSize(measures.horizontalAdvance(self._full) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _script_height(self) -> int:
        """Lao and Khmer stack marks higher than Latin: give them room, or they are cut."""
        return round(self.font().pixelSize() * 1.5)

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        tip = plain_tip(self._full) if shown != self._full else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        super().setText(shown)


class NameLabel(QWidget):
    """The page's one large line: as large as it fits, then shorter or smaller, then cut with ….

    It paints itself, because a label's height would jump with the size of its type.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = [""]
        self._largest: int = Size.NAME
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def setText(self, text: str) -> None:
        self.set_texts([text])

    def set_texts(self, texts: list[str]) -> None:
        """Ways to say it, the fullest first: a shorter one is taken before letters shrink much."""
        self._texts = texts
        self.setAccessibleName(texts[0])
        self.update()

    def text(self) -> str:
        return self._texts[0]

    def set_largest(self, pixels: int) -> None:
        """The size to begin with; a narrow window uses a smaller one."""
        self._largest = pixels
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(grown_type(self._largest) * 1.4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text, size = self._fitting()
        painter.setFont(fonts.bold(size))
        painter.setPen(LOOK.palette.colour("ink"))
        text = fonts.measures(size, True).elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _fitting(self) -> tuple[str, int]:
        """The fullest text at a good size; else the shortest one as large as it can be."""
        good, smallest = self._largest * 4 // 5, self._largest * 3 // 5
        for least, texts in ((good, self._texts), (smallest, self._texts[-1:])):
            for text in texts:
                for size in range(self._largest, least - 1, -2):
                    if fonts.measures(size, True).horizontalAdvance(text) <= self.width():
                        return text, size
        return self._texts[-1], smallest


class KeyHint(QWidget):
    """A key's name on a small cap, such as F5."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setFixedSize(key_cap_width(key), key_cap_height())
        LOOK.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key_cap(painter, QRectF(self.rect()), self.key, "quiet", "line")


def key_cap_height() -> int:
    """How high the caps of keys are."""
    return grown(20)


def key_cap_width(key: str) -> int:
    """How wide the cap of a key is."""
    return max(26, round(fonts.measures(Size.TINY, True).horizontalAdvance(key)) + 12)


def paint_key_cap(painter: QPainter, cap: QRectF, key: str, ink: str, edge: str) -> None:
    """A key's cap. `ink` and `edge` are palette names."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(LOOK.palette.colour(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(LOOK.palette.colour(ink))
    painter.setFont(fonts.bold(Size.TINY))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
