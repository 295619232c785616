"""What is wrong with a page as it is laid out: cut, covered, without a name, too small to tap."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import TARGET, Size
from frontdesk.ui.widgets.buttons import ActionButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel, KeyHint, NameLabel
from frontdesk.ui.widgets.prose import Prose

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
CONTROLS = (QAbstractButton, *FIELDS)
WORDS = (QLabel, Prose, NameLabel)
ROLES = {
    QAbstractButton: (
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu,
    ),
    QLineEdit: (QAccessible.Role.EditableText,),
    QPlainTextEdit: (QAccessible.Role.EditableText,),
    QComboBox: (QAccessible.Role.ComboBox,),
    QAbstractSpinBox: (QAccessible.Role.SpinBox,),
}
_ROUNDS = 4  # a page that scrolls is laid out by and by
_LEAST_SHOWN = 0.34
"""Of a line that may end in …, this much is to be read at least."""


def faults_of(page: QWidget, window: QWidget) -> list[str]:
    """Everything that is wrong with what is visible on `page`, a sentence each."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    window.grab()
    parts = [each for each in page.findChildren(QWidget) if each.isVisible()]
    controls = controls_of(page)
    words = [each for each in parts if isinstance(each, WORDS) and _inside(each, CONTROLS) is None]
    faults = [f"{_told(each)}: {fault}" for each in controls for fault in _control_faults(each)]
    faults += [f"{_told(each)}: {fault}" for each in words for fault in _word_faults(each)]
    faults += [f"{_told(each)}: {fault}" for each in parts for fault in _place_faults(each)]
    return faults + list(_overlaps([*controls, *words], window))


def controls_of(page: QWidget) -> list[QWidget]:
    """All that is visible and can be tapped or typed into."""
    return [each for each in page.findChildren(QWidget) if each.isVisible() and _is_control(each)]


def _is_control(widget: QWidget) -> bool:
    within = (QComboBox, QAbstractSpinBox, QScrollBar)
    return isinstance(widget, CONTROLS) and _inside(widget, within) is None


def _inside(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, kinds):
        above = above.parentWidget()
    return above


def _control_faults(widget: QWidget) -> Iterator[str]:
    reader = QAccessible.queryAccessibleInterface(widget)
    if not reader.text(QAccessible.Text.Name).strip():
        yield "has no name"
    roles = next(roles for kind, roles in ROLES.items() if isinstance(widget, kind))
    if reader.role() not in roles:
        yield f"is told as {reader.role()}"
    if min(widget.width(), widget.height()) < TARGET:
        yield f"is small: {widget.width()} × {widget.height()}"
    if widget.height() < widget.fontMetrics().height():
        yield f"is {widget.height()} high, its type {widget.fontMetrics().height()}"
    if isinstance(widget, QPushButton):
        yield from _button_faults(widget)
    elif isinstance(widget, ActionButton):
        words = fonts.measures(Size.TINY, True)  # it says its word smaller before it cuts it
        if widget.width() < words.horizontalAdvance(widget.text()) + 16 or widget.height() < words.height():
            yield f"has no room in {widget.width()} × {widget.height()}"
    elif isinstance(widget, QAbstractButton):
        least = widget.minimumSizeHint()
        if widget.width() < least.width() or widget.height() < least.height():
            yield f"is {widget.width()} × {widget.height()} of {least.width()} × {least.height()}"


def _button_faults(button: QPushButton) -> Iterator[str]:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
    lines = [button.text().replace("&&", "&")]
    if isinstance(button, TextButton) and button.hasHeightForWidth():
        lines = button.lines()
        if button.height() < button.heightForWidth(button.width()):
            yield f"is {button.height()} high of {button.heightForWidth(button.width())}"
    words = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
    sign = button.iconSize().width() if not button.icon().isNull() and button.text() else 0
    if words + sign > room + 1:
        yield f"has {room} for words of {words} and a sign of {sign}"


def _word_faults(words: QWidget) -> Iterator[str]:
    wide, high = words.width(), words.height()
    if isinstance(words, QLabel) and not words.text():
        return
    if isinstance(words, ElidedLabel):
        whole = words.fontMetrics().horizontalAdvance(words.full_text())
        least = min(whole, words.fontMetrics().height() * 3, whole * _LEAST_SHOWN)
    else:
        least = words.sizeHint().width() if isinstance(words, QLabel) and not words.wordWrap() else 0
    if wide < least:
        yield f"shows {wide} of {least}"
    wraps = isinstance(words, QLabel | Prose) and words.hasHeightForWidth()
    needed = words.heightForWidth(wide) if wraps else words.minimumSizeHint().height()
    if high < needed - 1:
        yield f"is {high} high of {needed}"


def _place_faults(widget: QWidget) -> Iterator[str]:
    above = widget.parentWidget()
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None and content.width() > widget.viewport().width():
            yield f"its content of {content.width()} has {widget.viewport().width()}"
        return
    if above is None or not (_is_control(widget) or isinstance(widget, WORDS)):
        return
    if isinstance(above, QAbstractScrollArea) or isinstance(above.parentWidget(), QAbstractScrollArea):
        return
    inside = _inside(widget, (QScrollBar, *CONTROLS)) is not None
    if not inside and not above.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"at {_rect(widget.geometry())} leaves its place {_rect(above.rect())}"


def _overlaps(parts: Sequence[QWidget], window: QWidget) -> Iterator[str]:
    seen = [(each, _seen(each, window)) for each in parts if not isinstance(each, KeyHint)]
    places = [(each, place.adjusted(1, 1, -1, -1)) for each, place in seen if not place.isEmpty()]
    for (one, first), (other, second) in combinations(places, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        if first.intersects(second):
            yield f"{_told(one)} and {_told(other)} lie over each other"


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Where it is in the window, without what scrolls out of sight."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        place &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    return place


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


def _told(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "text", str)()
    chain, above = [type(widget).__name__], widget.parentWidget()
    while above is not None and len(chain) < 4:
        chain.append(type(above).__name__)
        above = above.parentWidget()
    return f"{'<'.join(chain)} “{said[:40]}”"
