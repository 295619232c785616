"""The page for everybody: the shop, its promise, who is here today, and where to say how it was."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.ui.display.code_view import CodeView
from frontdesk.ui.display.duty_row import DutyRow
from frontdesk.ui.display.page import Page, is_tall, rows
from frontdesk.ui.display.picture import Picture
from frontdesk.ui.display.words import Words
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.shapes import paint_card


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the page says, in one language."""

    shop: str
    hello: str
    promise: str
    programme: str
    free_word: str
    on_duty: str
    question: str
    invitation: str


class IdlePage(Page):
    """On the left the welcome and the promise, on the right a card with the people and the square."""

    framed = False

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop = Words("accent_ink", strong=True, centred=True, parent=self)
        self.hello = Words(strong=True, centred=True, parent=self)
        self.picture = Picture(self)
        self.promise = Words(strong=True, centred=True, parent=self)
        self.on_duty = Words("quiet", strong=True, centred=True, parent=self)
        self.duty = DutyRow(portraits, self)
        self.code = CodeView(self)
        self.question = Words(strong=True, centred=True, parent=self)
        self.invitation = Words("quiet", centred=True, parent=self)
        self._aside = QRectF()

    def show_invitation(self, said: Invitation, face: CardFace | None) -> None:
        """Say it, over a card that shows the promise; without one there is only the welcome."""
        self.shop.say(said.shop)
        self.hello.say(said.hello)
        self.promise.say(said.promise)
        self.on_duty.say(said.on_duty)
        self.question.say(said.question)
        self.invitation.say(said.invitation)
        if face is not None:
            self.picture.show_card(said.programme, face, said.free_word)
        for part in (self.picture, self.promise):
            part.setVisible(face is not None)
        self.arrange()

    def show_staff(self, staff: tuple[StaffMember, ...]) -> None:
        self.duty.show_staff(staff)
        self.arrange()

    def show_url(self, url: str) -> None:
        """Where the square leads; without an address there is none."""
        self.code.show_url(url)
        for part in (self.code, self.question, self.invitation):
            part.setVisible(bool(url))
        self.arrange()

    def arrange(self) -> None:
        room, scale = self.inside(), self.scale
        if is_tall(self.size()):
            aside = min(room.height() * 0.4, 500 * scale)
            main = QRectF(room.left(), room.top(), room.width(), room.height() - aside - 12 * scale)
            self._aside = QRectF(room.left(), main.bottom() + 12 * scale, room.width(), aside)
        else:
            width = room.width() * 0.36
            main = QRectF(room.left(), room.top(), room.width() - width - 36 * scale, room.height())
            self._aside = QRectF(room.right() - width, room.top(), width, room.height())
        self._arrange_main(main, scale)
        edge = 26 * scale
        self._arrange_aside(self._aside.adjusted(edge, edge, -edge, -edge), scale)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(QPainter(self), self._aside, 28 * self.scale, LOOK.palette)

    def _arrange_main(self, room: QRectF, scale: float) -> None:
        shown = not self.picture.isHidden()
        promise = 96 * scale if shown else 0.0
        words = 60 * scale + 110 * scale
        picture = max(room.height() - words - promise, 40.0) if shown else 0.0
        shop, hello, middle, below = rows(room, [60 * scale, 110 * scale, picture, promise])
        middle = middle.adjusted(0, 8 * scale, 0, -8 * scale)
        self.shop.place(shop, 34 * scale)
        self.hello.place(hello, 76 * scale)
        self.picture.setGeometry(middle.toRect())
        self.promise.place(below, 56 * scale)

    def _arrange_aside(self, room: QRectF, scale: float) -> None:
        coded = bool(self.code.url)
        if is_tall(self.size()):
            share = 0.54 if coded else 1.0
            people = QRectF(room.left(), room.top(), room.width() * share, room.height())
            asking = QRectF(people.right() + 24 * scale, room.top(), 0, room.height())
            asking.setRight(room.right())
        else:
            share = (0.38 if coded else 1.0) * room.height()
            people = QRectF(room.left(), room.top(), room.width(), share)
            asking = QRectF(room.left(), people.bottom() + 14 * scale, room.width(), 0)
            asking.setBottom(room.bottom())
        heading, faces = rows(people, [46 * scale, people.height() - 46 * scale])
        self.on_duty.place(heading, 28 * scale)
        self.duty.setGeometry(faces.toRect())
        self.duty.arrange()
        if coded:
            above = max(52 * scale, self.question.least_height(asking.width()))
            below = max(70 * scale, self.invitation.least_height(asking.width()))
            question, code, invitation = rows(asking, [above, asking.height() - above - below, below])
            self.question.place(question, 34 * scale)
            self.code.setGeometry(code.toRect())
            self.invitation.place(invitation, 24 * scale)
