"""A customer's photo: from a file, dropped, pasted or from the camera; shown, taken again, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.people.photos import Photo
from frontdesk.ui.bridge import Bridge, Job
from frontdesk.ui.counter.sheets import Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET
from frontdesk.ui.people.camera import CameraFault, CameraFeed, NoCamera, camera_words, open_camera
from frontdesk.ui.people.fields import FaultLine
from frontdesk.ui.people.photo_place import PhotoPlace
from frontdesk.ui.people.photo_taking import PhotoTaking
from frontdesk.ui.people.pictures import ask_for_picture, encoded, picture_file, picture_in, read_picture
from frontdesk.ui.widgets.buttons import IconButton

OpenCamera = Callable[[QWidget], CameraFeed]


class PhotoField(QWidget):
    """`photo` is a newly chosen one, `removed` asks for the present one to go. Nothing here writes."""

    changed = Signal()
    settled = Signal()
    """A photo that was being made ready is ready."""
    asked_to_film = Signal()
    """The camera was asked for before `may_film` allowed it: nothing was opened."""

    def __init__(
        self,
        bridge: Bridge,
        side: int,
        parent: QWidget | None = None,
        *,
        camera: OpenCamera = open_camera,
        face: bool = True,
    ) -> None:
        """Without `face` it is a photo of a thing."""
        super().__init__(parent)
        self._bridge, self._open_camera, self._face = bridge, camera, face
        self.photo: Photo | None = None
        self.removed = False
        self._present: bytes | None = None
        self._job: Job | None = None
        self._taking: PhotoTaking | None = None
        self.may_film: Callable[[], bool] = lambda: True
        self.place = PhotoPlace(side)
        self.place.clicked.connect(self.choose_file)
        self._fault = FaultLine()
        self._make_buttons()
        self._lay_out()
        self._dress()

    @property
    def busy(self) -> bool:
        """Whether a photo is being made ready."""
        return self._job is not None

    def fault(self) -> str:
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        self._fault.say(sentence)

    def begin(self, present: bytes | None) -> None:
        """Begin with the photo that the shop has, or with none."""
        self._present = present
        self.put(None, False)

    def put(self, photo: Photo | None, removed: bool) -> None:
        """Show a photo as it was chosen before."""
        self.photo, self.removed = photo, removed
        self._show()

    def choose_file(self) -> None:
        """Ask for a file, without stopping the counter."""
        ask_for_picture(self, tr("Choose a photo"), self.take_file)

    def take_file(self, file: Path) -> None:
        """Take the photo in a file."""
        self._prepare(lambda: read_picture(file))

    def take_image(self, image: QImage) -> None:
        """Take a picture that is in memory already."""
        self._prepare(lambda: encoded(image))

    def take_mime(self, mime: QMimeData | None) -> bool:
        """Take what was dropped or pasted; False when there is no picture in it."""
        file = picture_file(mime) if mime is not None else None
        image = picture_in(mime) if mime is not None and file is None else None
        if file is not None:
            self.take_file(file)
        elif image is not None:
            self.take_image(image)
        return file is not None or image is not None

    def paste(self) -> None:
        """Take the picture on the clipboard; say so when there is none."""
        if not self.take_mime(QGuiApplication.clipboard().mimeData()):
            self.show_fault(tr("There is no picture to paste. Copy one first."))

    def remove(self) -> None:
        """Take the photo away; the one that the shop has goes when the form is saved."""
        self._forget_job()
        self.put(None, self._present is not None)
        self.changed.emit()

    def start_camera(self) -> None:
        """Take a photo over the whole sheet, if that is allowed and there is a camera."""
        if not self.may_film():
            self.asked_to_film.emit()
            return
        try:
            self._taking = PhotoTaking(_sheet_of(self), self._open_camera, face=self._face)
        except NoCamera as missing:
            self.show_fault(camera_words(missing.code))
            return
        self.show_fault("")
        self._taking.taken.connect(self._on_taken)
        self._taking.given_up.connect(self._on_given_up)

    def stop_camera(self) -> bool:
        """Switch the camera off, if it is on."""
        taking, self._taking = self._taking, None
        if taking is not None:
            taking.close_camera()
            self._camera.setFocus()
        return taking is not None

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop_camera()
        super().hideEvent(event)

    def _prepare(self, read: Callable[[], bytes]) -> None:
        """Make a photo ready beside the window. A later choice wins over one that is still under way."""
        self._forget_job()
        prepare = self._bridge.desk.photos.prepare
        self.show_fault("")
        self.place.set_busy(True)
        self._job = self._bridge.work(
            lambda: prepare(read()), done=self._on_prepared, refused=self._on_refused, owner=self
        )
        self._dress()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.done = self._job.refused = None
            self._job.cancel()
            self._job = None
            self.place.set_busy(False)

    def _on_prepared(self, photo: Photo) -> None:
        self._job = None
        self.place.set_busy(False)
        self.put(photo, False)
        self.changed.emit()
        self.settled.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._job = None
        self.place.set_busy(False)
        self.show_fault(sentence)
        self._dress()

    def _on_taken(self, portrait: QImage) -> None:
        self._taking = None
        self._camera.setFocus()
        self.take_image(portrait)

    def _on_given_up(self, fault: CameraFault | None) -> None:
        self._taking = None
        self._camera.setFocus()
        if fault is not None:
            self.show_fault(camera_words(fault))

    def _show(self) -> None:
        source = self.photo.full if self.photo is not None else None if self.removed else self._present
        image = QImage.fromData(source) if source else QImage()
        self.place.show_image(None if image.isNull() else image)
        if self.photo is not None:
            self.show_fault("")
        self._dress()

    def _dress(self) -> None:
        """Show the buttons that fit: what is there can be removed, nothing can be pasted over it."""
        shown = self.place.has_image()
        self._paste.setVisible(not shown)
        self._remove.setVisible(shown)

    def _make_buttons(self) -> None:
        self._camera, self._file = IconButton("camera"), IconButton("folder-open")
        self._paste, self._remove = IconButton("clipboard-paste"), IconButton("trash-2")
        speak(self._camera.say, lambda: tr("Photo from the camera"))
        speak(self._file.say, lambda: tr("Photo from a file"))
        speak(self._paste.say, lambda: tr("Paste a photo (Ctrl+V)"))
        speak(self._remove.say, lambda: tr("Remove the photo"))
        self._camera.clicked.connect(self.start_camera)
        self._file.clicked.connect(self.choose_file)
        self._paste.clicked.connect(self.paste)
        self._remove.clicked.connect(self.remove)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(RHYTHM)
        for button in (self._camera, self._file, self._paste, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(RHYTHM)
        row.addWidget(self.place)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(row)
        column.addWidget(self._fault)
        self.setFixedWidth(self.place.width() + RHYTHM + TARGET)


def _sheet_of(field: QWidget) -> QWidget:
    """The sheet that a field stands on; the window where there is none."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, Sheet):
        above = above.parentWidget()
    return above or field.window()
