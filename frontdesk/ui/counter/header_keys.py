"""Keys' caps on the header's buttons, and what goes from a button where room is scarce."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.look.style import set_property
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import KeyHint, plain_tip


def drop_word(button: TextButton, say_short: Callable[[], str] = str) -> None:
    """Its sign says it, or a shorter word; the whole one is in the tool tip and for readers."""
    button.setToolTip(plain_tip(button.accessibleName()))
    button.setText(say_short())


def show_key(button: TextButton, key: str) -> None:
    """Put the key's cap at the end of a button that is dressed by the style sheet."""
    row = QHBoxLayout(button)
    row.setContentsMargins(0, 0, 12, 0)
    row.addStretch(1)
    cap = KeyHint(key)
    cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.addWidget(cap)
    button.setProperty("keyed", True)


def mark_keyed(cap: KeyHint, keyed: bool) -> None:
    """A button leaves room for its key's cap where that is shown."""
    button = cap.parentWidget()
    if button is not None:
        set_property(button, "keyed", keyed)


def show_caps(place: QWidget, shown: bool) -> None:
    """The caps of all the buttons there, or none."""
    for cap in place.findChildren(KeyHint):
        cap.setVisible(shown)
        mark_keyed(cap, shown)
