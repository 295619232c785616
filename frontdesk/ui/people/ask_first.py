"""No camera looks at anybody who has not said yes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.domain.people.customers import Purpose
from frontdesk.ui.language import tr
from frontdesk.ui.people.consent_rows import ConsentRows
from frontdesk.ui.people.photo_field import PhotoField


class AskFirst(QObject):
    """Stands between a form's camera and its consents: the yes to a photo switches a camera on that waits."""

    def __init__(self, photo: PhotoField, consents: ConsentRows, parent: QObject) -> None:
        super().__init__(parent)
        self._photo, self._consents = photo, consents
        self._waits = False
        photo.may_film = self._agreed
        photo.asked_to_film.connect(self._ask)
        photo.changed.connect(self._forget)
        consents.changed.connect(self._on_answer)

    def _agreed(self) -> bool:
        return Purpose.PHOTO in self._consents.granted()

    def _ask(self) -> None:
        self._waits = True
        self._photo.show_fault(tr("First ask. Tick the box below when they say yes; then the camera opens."))
        row = self._consents.rows[Purpose.PHOTO]
        row.set_pressing(True)
        row.setFocus()

    def _forget(self) -> None:
        """A photo came another way."""
        self._waits = False

    def _on_answer(self) -> None:
        if self._waits and self._agreed():
            self._waits = False
            self._photo.start_camera()
