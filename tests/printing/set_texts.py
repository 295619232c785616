"""What a print sets, and how: whether all of a text stands there."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from frontdesk.printing.canvas import Canvas, Print
from frontdesk.printing.lettering import SetText, Typesetter
from frontdesk.printing.page import SheetLayout


class _Watched(Typesetter):
    """Remembers what it set."""

    def __init__(self) -> None:
        self.done: list[tuple[str, SetText]] = []
        super().__init__()
        setting = self.set

        def watch(text: str, *rest: object) -> SetText:
            found: SetText = setting(text, *rest)  # type: ignore[arg-type]
            self.done.append((text, found))
            return found

        self.set = watch  # type: ignore[assignment]


def set_texts(drawn: Print, layout: SheetLayout) -> list[tuple[str, SetText]]:
    """What a print sets, and how."""
    image = QImage(800, 1200, QImage.Format.Format_RGB32)
    painter, typesetter = QPainter(image), _Watched()
    drawn.paint(Canvas(painter, typesetter), QRectF(0, 0, layout.card_width, layout.card_height))
    painter.end()
    return typesetter.done


def whole(text: str, done: SetText) -> bool:
    """Whether all of it stands there, and no ellipsis instead."""
    return done.layout.text() == text
