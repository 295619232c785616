"""Buttons: large enough for a wet finger, with the key that does the same shown on them."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap, let_icon_stand, wear_icon
from frontdesk.ui.look.metrics import ACTION, CONTROL_RADIUS, TARGET, Size, grown, is_large, taller
from frontdesk.ui.look.style import LOOK, set_role
from frontdesk.ui.widgets.labels import key_cap_height, key_cap_width, paint_key_cap, plain_tip
from frontdesk.ui.widgets.paragraph import broken
from frontdesk.ui.widgets.shapes import paint_focus

_LONGEST_NAME = 260
_BREAK = re.compile(r"[\s\u200b]+")
"""Where a line may end: at a blank, and between Lao words at the mark that has no width."""


class Weight(StrEnum):
    """How loud a button is. One filled button per page; a muted one works but is not the moment's act."""

    FILLED = "filled"
    PLAIN = "plain"
    READY = "ready"
    MUTED = "muted"


class ActionButton(QAbstractButton):
    """One of the counter's acts: an icon, a word, and its key beneath the word.

    A muted button still answers to a tap, so that it can say why not. Tapping leaves the keyboard where
    it was (usually the search); Tab reaches the button.
    """

    def __init__(
        self, icon: str, key: str = "", weight: Weight = Weight.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon_name, self.key, self._weight = icon, key, weight
        self._hovered, self._note = False, ""
        self.setFixedHeight(taller(ACTION, 2))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    @property
    def weight(self) -> Weight:
        return self._weight

    def set_weight(self, weight: Weight) -> None:
        self._weight = weight
        self.update()

    def say(self, text: str) -> None:
        """The word on the button, and its accessible name together with its key."""
        self.setText(text)
        self._name()
        self.updateGeometry()

    def note(self, text: str) -> None:
        """What it is done to, small beside the key; as much of it as there is room for."""
        self._note = text
        self._name()
        self.update()

    def _name(self) -> None:
        said = f"{self.text()}: {self._note}" if self._note else self.text()
        self.setAccessibleName(f"{said} ({self.key})" if self.key else said)

    def sizeHint(self) -> QSize:
        words = fonts.measures(Size.BODY, True).horizontalAdvance(self.text())
        return QSize(round(max(words, key_cap_width(self.key))) + 26 + 12 + 2 * 16, self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        fill, edge, ink, hint = self._inks()
        painter.setPen(QPen(LOOK.palette.colour(edge), 2))
        painter.setBrush(LOOK.palette.colour(fill))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS + 2, CONTROL_RADIUS + 2)
        self._paint_words(painter, frame, ink, hint)
        if self.hasFocus():
            ring = "ink" if self._weight is Weight.FILLED else "accent"
            paint_focus(painter, frame, CONTROL_RADIUS + 2, LOOK.palette.colour(ring))

    def _inks(self) -> tuple[str, str, str, str]:
        """Fill, edge, ink and key's ink by the weight and by what the pointer does."""
        pressed = self.isDown()
        match self._weight:
            case Weight.FILLED:
                fill = "accent_deep" if pressed else "accent_light" if self._hovered else "accent"
                return fill, fill, "on_accent", "on_accent"
            case Weight.READY:
                return "soft", "accent", "accent_ink", "accent_ink"
            case Weight.MUTED:
                return "soft" if pressed else "card", "line", "quiet", "quiet"
        fill = "soft" if pressed else "raised" if self._hovered else "card"
        return fill, "line", "ink", "quiet"

    def _paint_words(self, painter: QPainter, frame: QRectF, ink: str, hint: str) -> None:
        words = fonts.measures(Size.BODY, True).horizontalAdvance(self.text())
        cap = key_cap_width(self.key) if self.key else 0
        sign = 38 if frame.width() >= words + 38 + 2 * 8 else 0
        high, below = grown(26), key_cap_height() + 3
        keyed = bool(self.key) and frame.height() >= high + below  # else F1 shows the key
        left = max(8.0, (frame.width() - sign - max(words, cap)) / 2)
        if sign:
            icon = icon_pixmap(self.icon_name, ink, 26, self.devicePixelRatioF())
            painter.drawPixmap(round(left), round((frame.height() - 26) / 2), icon)
        left += sign
        room = frame.width() - left - 8
        size = self._size_for(room)
        painter.setFont(fonts.bold(size))
        painter.setPen(LOOK.palette.colour(ink))
        text = fonts.measures(size, True).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        top = (frame.height() - high - below) / 2 if keyed else 0
        line = QRectF(left, top, room, high if keyed else frame.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if keyed:
            edge = "on_accent" if self._weight is Weight.FILLED else "line"
            place = QRectF(left, line.bottom() + 3, cap, key_cap_height())
            paint_key_cap(painter, place, self.key, hint, edge)
            beside = QRectF(place.right() + 6, place.top(), room - cap - 6, place.height())
            note = fonts.measures(Size.TINY).elidedText(
                self._note, Qt.TextElideMode.ElideRight, beside.width()
            )
            painter.setFont(fonts.font(Size.TINY))
            painter.setPen(LOOK.palette.colour(hint))
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, note)

    def _size_for(self, room: float) -> int:
        """Where large text finds no room without its sign either, the word is a little smaller, not cut."""
        sizes = range(Size.BODY, Size.TINY - 2, -1)
        return next(
            (size for size in sizes if fonts.measures(size, True).horizontalAdvance(self.text()) <= room),
            Size.TINY,
        )


class IconButton(QPushButton):
    """A square button with only an icon; what it does is its tool tip and its accessible name."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, role: str = "icon") -> None:
        super().__init__(parent)
        self.setFixedSize(TARGET, TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, role)
        wear_icon(self, icon)

    def say(self, text: str) -> None:
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)


class TextButton(QPushButton):
    """A button with words, in one of the style sheet's roles: plain, filled, quiet, danger or chip.

    Large words that find no room in one line go on in the next.
    """

    def __init__(self, icon: str = "", role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = icon
        self.wear(role)
        if is_large():
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def wear(self, role: str) -> None:
        """Be dressed for this role, now and when the colours change."""
        set_role(self, role)
        if self._icon:
            wear_icon(self, self._icon, "on_accent" if role == "filled" else "ink", 20, gap=8)

    def setText(self, text: str) -> None:
        """A sign without a word beside it stands in the middle."""
        turns = bool(text) != bool(self.text())
        super().setText(text)
        if turns:
            let_icon_stand(self, alone=not text)

    def say(self, text: str) -> None:
        """The words. An ampersand in a name is an ampersand, not a mnemonic."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        if not self.hasHeightForWidth():
            return whole
        longest = max(map(self._advance, _BREAK.split(self._said())), default=0)
        return QSize(self._beside_words() + longest, whole.height())

    def heightForWidth(self, width: int) -> int:
        more = len(self._lines(width)) - 1
        return self.sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasHeightForWidth():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self.lines()).replace("&", "&&")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def lines(self) -> list[str]:
        """The words as they stand in it now."""
        return self._lines(self.width())

    def _said(self) -> str:
        return self.text().replace("&&", "&")

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _beside_words(self) -> int:
        """The width of all that is not words: the edges and the sign."""
        return self.sizeHint().width() - self._advance(self._said())

    def _lines(self, width: int) -> list[str]:
        words, room = self._said(), width - self._beside_words()
        return [words] if self._advance(words) <= room else broken(words, self.font(), max(room, 1))


class Chip(TextButton):
    """A small choice or a thing to tap, such as one of the usual. Checkable chips show a choice."""

    def __init__(self, icon: str = "", parent: QWidget | None = None, *, checkable: bool = False) -> None:
        super().__init__("", "chip", parent)
        self.setCheckable(checkable)
        if icon:
            wear_icon(self, icon, "accent_ink", 22, gap=8)

    def say_short(self, name: str) -> None:
        """A name that somebody typed: a long one is cut with …, and whole in the tool tip and for readers."""
        room = grown(_LONGEST_NAME)
        self.say(fonts.measures(Size.BODY, True).elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
