"""What the feedback prints share: the shop's head, the face of whoever asks, lines to write on, squares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainterPath, QPen

from frontdesk.domain.feedback.feedback_cards import CardLink, FeedbackCard, LinkWay
from frontdesk.domain.feedback.feedback_prints import CardSetting
from frontdesk.printing.canvas import ACCENT, HAIRLINE, INK, QUIET_INK, Canvas, CodeSquare, CodeTooLong
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.shop_foot import contacts_line, paint_logo
from frontdesk.printing.stack import UNSQUEEZED, Block, Figure, Words, paint_stack
from frontdesk.texts import Texts, texts_for
from frontdesk.wording.prints import card_number, here_for_you, scan_line

_CORNER: Final = 0.18
_LOGO_WIDEST: Final = 2.4
_LOGO_GAP: Final = 0.25
"""Of its height."""
_CAPTION_GAP: Final = 1.6


@dataclass(frozen=True, slots=True)
class FeedbackPrint:
    """One print of one card. `customer_name` may be empty, for a card that is for anybody."""

    card: FeedbackCard
    setting: CardSetting
    customer_name: str = ""

    @property
    def texts(self) -> Texts:
        """The words of the card's own language."""
        return texts_for(self.setting.language)

    @property
    def way(self) -> LinkWay:
        """Where its first square leads."""
        return self.card.links[0].way

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        raise NotImplementedError


def large_square(link: CardLink, side: float) -> CodeSquare:
    """A square for a table or a wall: as wide as its neighbours, whatever it holds. Raises CodeTooLong."""
    return CodeSquare(link.url, side, wished=side, largest=side)


def fitting_square(link: CardLink, rooms: Sequence[float], wished: float) -> CodeSquare:
    """The square in the smallest of these rooms in which it can be read. Raises CodeTooLong."""
    for room in rooms[:-1]:
        try:
            return CodeSquare(link.url, room, wished=wished)
        except CodeTooLong:
            continue
    return CodeSquare(link.url, rooms[-1], wished=wished)


def head(setting: CardSetting, lettering: Lettering, room: float, ink: QColor = ACCENT) -> Block:
    """The shop's sign and, beside it, its name."""
    name = Words(setting.shop.name, lettering, room, ink, typed=True)
    if setting.shop.logo is None:
        return name

    def draw(canvas: Canvas, place: QRectF) -> None:
        box = QRectF(place.left(), place.top(), place.height() * _LOGO_WIDEST, place.height())
        across = paint_logo(canvas, setting.shop, box)
        aside = across + place.height() * _LOGO_GAP if across else 0.0
        _paint_beside(canvas, [name], place.adjusted(aside, 0, 0, 0))

    return Figure(room, draw)


def host_figure(
    print_: FeedbackPrint, side: float, said: Sequence[Words], above: float = 1.0
) -> Block | None:
    """The face of whoever asks, and words beside it; words alone where there is no face, and None where
    there is nothing to show.
    """
    photo = print_.setting.host.photo if print_.setting.host is not None else None
    face = _square_picture(photo) if photo else QImage()
    told = [words for words in said if words.text]
    if not told and face.isNull():
        return None

    def draw(canvas: Canvas, place: QRectF) -> None:
        aside = 0.0
        if not face.isNull():
            paint_rounded(canvas, face, QRectF(place.left(), place.top(), side, side))
            aside = side + max(side * 0.12, 1.2)
        _paint_beside(canvas, told, place.adjusted(aside, 0, 0, 0))

    return Figure(side, draw, above)


def host_words(print_: FeedbackPrint, lettering: Lettering, room: float, colour: QColor = INK) -> Words:
    """That somebody is here; nothing where nobody is on the card."""
    host = print_.setting.host
    said = here_for_you(print_.texts, host.name) if host is not None else ""
    return Words(said, lettering, room, colour, above=0.3, typed=True)


def number_words(print_: FeedbackPrint, lettering: Lettering, room: float, colour: QColor = INK) -> Words:
    """The short code, to be keyed in."""
    return Words(card_number(print_.texts, print_.card.short), lettering, room, colour, above=0.3)


def contact_words(
    setting: CardSetting, lettering: Lettering, room: float, colour: QColor = QUIET_INK
) -> Words:
    """How the shop is reached."""
    return Words(contacts_line(setting.shop), replace(lettering, typed=True), room, colour, typed=True)


def writing_lines(count: int, apart: float, ink: QColor = QUIET_INK, above: float = 0.0) -> Figure:
    """Lines to write on, far enough apart for a hand."""

    def draw(canvas: Canvas, place: QRectF) -> None:
        canvas.painter.setPen(QPen(ink, HAIRLINE * 1.5))
        for line in range(1, count + 1):
            y = place.top() + line * apart
            canvas.painter.drawLine(QLineF(place.left(), y, place.right(), y))

    return Figure(count * apart, draw, above)


def paint_squares(
    canvas: Canvas, print_: FeedbackPrint, side: float, apart: float, row: QRectF, caption: Lettering
) -> None:
    """All squares of the card, one beside the other in a row, each with its words below it."""
    left = row.left()
    for link in print_.card.links:
        canvas.code(large_square(link, side), QPointF(left, row.top()))
        below = QRectF(left, row.top() + side + _CAPTION_GAP, side, row.height() - side - _CAPTION_GAP)
        canvas.text(scan_line(print_.texts, link.way), caption, below, INK, Qt.AlignmentFlag.AlignHCenter)
        left += side + apart


def paint_rounded(canvas: Canvas, image: QImage, place: QRectF) -> None:
    """A face with round corners."""
    shape = QPainterPath()
    shape.addRoundedRect(place, place.width() * _CORNER, place.width() * _CORNER)
    canvas.painter.save()
    canvas.painter.setClipPath(shape)
    canvas.picture(image, place)
    canvas.painter.restore()


def _paint_beside(canvas: Canvas, words: Sequence[Words], place: QRectF) -> None:
    """Words in the middle of a place's height, no higher than it."""
    heights = [each.height(canvas.typesetter, place.width(), UNSQUEEZED) for each in words]
    gaps = sum(each.above for each in words[1:])
    spare = max(place.height() - sum(heights) - gaps, 0.0)
    paint_stack(canvas, words, place.adjusted(0, spare / 2, 0, -spare / 2))


@lru_cache(maxsize=4)
def _square_picture(data: bytes) -> QImage:
    """The middle of a picture, as wide as high: read once, so that a PDF of a thousand holds it once."""
    whole = QImage.fromData(data)
    across = min(whole.width(), whole.height())
    return whole.copy((whole.width() - across) // 2, (whole.height() - across) // 2, across, across)
