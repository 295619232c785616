"""Settings of this till's screen: how large text is, keys to tap on it, and whether customers see it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.shop import ShopSettings, TouchKeys
from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import TEXT_SIZES
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field


class HandsFields(QObject):
    """The fields, for a page to lay out. `edited` carries what a person changed, by its settings' names."""

    edited = Signal(dict)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sizes = [(str(size), partial("{} %".format, size)) for size in TEXT_SIZES]
        self.text_size = ChipRow(sizes)
        self.touch_keys = ChipRow(
            [
                (TouchKeys.WHEN_TOUCHED, lambda: tr("When a field is touched")),
                (TouchKeys.ALWAYS, lambda: tr("Always show them")),
                (TouchKeys.NEVER, lambda: tr("Never show them")),
            ]
        )
        self.shared = ChipRow(
            [
                ("no", lambda: tr("Only we see it")),
                ("yes", lambda: tr("Customers can see it")),
            ]
        )
        self.text_size_field = Field(lambda: tr("Text size"), self.text_size)
        self.touch_keys_field = Field(lambda: tr("Keys on the screen"), self.touch_keys)
        self.shared_field = Field(
            lambda: tr("This screen"),
            self.shared,
            lambda: tr(
                "Seen by customers: no faces and no list of the day until you ask for them, hidden phone "
                "numbers, F12 blanks it."
            ),
        )
        self.text_size.chosen.connect(lambda size: self.edited.emit({"text_size": int(size)}))
        self.touch_keys.chosen.connect(lambda when: self.edited.emit({"touch_keys": TouchKeys(when)}))
        self.shared.chosen.connect(lambda seen: self.edited.emit({"shared_screen": seen == "yes"}))

    def show_settings(self, settings: ShopSettings) -> None:
        self.text_size.choose(str(settings.text_size))
        self.touch_keys.choose(settings.touch_keys)
        self.shared.choose("yes" if settings.shared_screen else "no")
