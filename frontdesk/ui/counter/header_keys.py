"""Keys' caps on the header's buttons, and what goes from a button where room is scarce."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.ui.look.style import set_property
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import KeyHint, plain_tip


def drop_word(button: TextButton) -> None:
    """Its sign says it; the word is in the tool tip and for readers."""
    button.setToolTip(plain_tip(button.accessibleName()))
    button.setText("")


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
