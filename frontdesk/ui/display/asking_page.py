"""The question after an act, "How are we doing?", and the square that leads to the answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from frontdesk.ui.display.code_view import CodeView
from frontdesk.ui.display.page import Page, is_tall, rows
from frontdesk.ui.display.words import Words
from frontdesk.wording.prints import FeedbackWords

_LARGEST_SQUARE = 430.0


class AskingPage(Page):
    """Without an address it only says thanks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thanks = Words("accent_ink", strong=True, centred=True, parent=self)
        self.question = Words(strong=True, centred=True, parent=self)
        self.invitation = Words("quiet", centred=True, parent=self)
        self.code = CodeView(self)

    def show_question(self, words: FeedbackWords, url: str) -> None:
        self.thanks.say(words.thanks)
        self.question.say(words.question)
        self.invitation.say(words.invitation)
        self.code.show_url(url)
        for part in (self.question, self.invitation, self.code):
            part.setVisible(bool(url))
        self.arrange()

    def arrange(self) -> None:
        scale, room = self.scale, self.inside()
        if not self.code.url:
            self.thanks.place(room, 84 * scale)
            return
        square = min(_LARGEST_SQUARE * scale, room.width() * 0.62, room.height() * 0.9)
        if is_tall(self.size()):
            top, code, below = rows(room, [330 * scale, square + 40 * scale, 150 * scale])
            thanks, question = rows(top, [130 * scale, 200 * scale])
            invitation = below
        else:
            left = QRectF(room.left(), room.top(), room.width() - square - 56 * scale, room.height())
            code = QRectF(room.right() - square, room.top(), square, room.height())
            thanks, question, invitation = rows(left, [110 * scale, 210 * scale, 130 * scale])
        self.code.setGeometry(_middle(code, square).toRect())
        self.thanks.place(thanks, 46 * scale)
        self.question.place(question, 80 * scale)
        self.invitation.place(invitation, 36 * scale)


def _middle(room: QRectF, side: float) -> QRectF:
    return QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
