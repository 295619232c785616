"""Each change in the settings is saved at once, with Undo beside what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from frontdesk.domain.acts import Changes
from frontdesk.domain.shop import ShopSettings, Theme
from frontdesk.services.shop import ShopSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.style import LOOK


class SettingsSaver(QObject):
    """Keeps the settings as they are meant to be. It outlives the sheet, so that Undo works after it too.

    Two quick changes must not lose one another, so each goes on from what was last meant, not from what
    the disk has confirmed so far.
    """

    settled = Signal(object)
    """The settings as they now stand: after a save, a refusal, or a change made elsewhere."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter.bridge)
        self._counter = counter
        self._under_way = 0
        self.meant: ShopSettings = counter.desk.shop.settings()
        counter.bridge.changed.connect(self._on_changed)

    def save(self, edited: Mapping[str, Any]) -> None:
        """Save these settings by their names; what is no change is not saved."""
        before = {name: getattr(self.meant, name) for name in edited}
        if before == dict(edited):
            return
        self._submit(edited, tr("Saved."), lambda: self._submit(before, tr("As it was before."), None))

    def _submit(self, edited: Mapping[str, Any], said: str, undo: Callable[[], None] | None) -> None:
        self.meant = replace(self.meant, **edited)
        self._under_way += 1
        self._show(edited)
        desk = self._counter.desk
        self._counter.bridge.submit(
            desk.shop.save_settings,
            desk.act(),
            self.meant,
            done=lambda saved: self._on_saved(saved, said, undo),
            refused=self._on_refused,
            owner=self,
        )

    def _on_saved(self, saved: ShopSaved, said: str, undo: Callable[[], None] | None) -> None:
        self._under_way -= 1
        self._settle()
        self._counter.notify(said, undo=undo)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._under_way -= 1
        self._settle()
        self._show({"language": self.meant.language, "theme": self.meant.theme})
        self._counter.notify(sentence, icon="circle-alert")

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self._settle()

    def _settle(self) -> None:
        if not self._under_way:
            self.meant = self._counter.desk.shop.settings()
            self.settled.emit(self.meant)

    @staticmethod
    def _show(edited: Mapping[str, Any]) -> None:
        """A language and a theme are seen at once."""
        if "language" in edited:
            LANGUAGE.speak(edited["language"])
        app = QApplication.instance()
        if "theme" in edited and LOOK.theme is not edited["theme"] and isinstance(app, QApplication):
            LOOK.wear(app, Theme(edited["theme"]))


def saver_of(counter: Counter) -> SettingsSaver:
    """The one saver of this counter."""
    found = counter.bridge.findChild(SettingsSaver)
    return found if found is not None else SettingsSaver(counter)
