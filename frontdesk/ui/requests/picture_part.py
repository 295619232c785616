"""What a request looks like: a photo of the thing, and a sketch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.requests import PictureKind, SpecialRequest
from frontdesk.domain.people.photos import Photo
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.photo_field import PhotoField
from frontdesk.ui.people.pictures import encoded
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.sketch_pad import SketchPad

_SIDE = 152


class PicturePart(QWidget):
    """Emits `put(kind, photo or None)`: a picture that is to be kept, or to go."""

    put = Signal(object, object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._shown: frozenset[PictureKind] | None = None
        self._preparing = False
        self.photo = PhotoField(counter.bridge, _SIDE, face=False)
        self.photo.changed.connect(lambda: self.put.emit(PictureKind.PHOTO, self.photo.photo))
        self.pad = SketchPad()
        self.keep = TextButton("check")
        self.back, self.clear = IconButton("undo-2"), IconButton("trash-2")
        speak(self.pad.say, lambda: tr("Sketch here, with a finger or the mouse"))
        speak(self.keep.say, lambda: tr("Keep the sketch"))
        speak(self.back.say, lambda: tr("Take the last line back"))
        speak(self.clear.say, lambda: tr("Remove the sketch"))
        self.pad.changed.connect(self._dress)
        self.keep.clicked.connect(self._keep_sketch)
        self.back.clicked.connect(self.pad.take_back_line)
        self.clear.clicked.connect(self._clear_sketch)
        self._lay_out()
        self._dress()

    def show_request(self, request: SpecialRequest) -> None:
        """Show the pictures that are kept; lines that are not kept yet stay."""
        if self._shown == request.pictures:
            return
        self._shown = request.pictures
        details = self._counter.desk.request_details
        photo: Photo | None = details.picture(request.id, PictureKind.PHOTO)
        sketch: Photo | None = details.picture(request.id, PictureKind.SKETCH)
        self.photo.begin(photo.full if photo is not None else None)
        if not self.pad.has_lines():
            self.pad.begin(QImage.fromData(sketch.full) if sketch is not None else None)
        self._dress()

    def show_anew(self) -> None:
        """The next request is read with its pictures, also where there are as many as before."""
        self._shown = None

    def stop_camera(self) -> bool:
        return self.photo.stop_camera()

    def _keep_sketch(self) -> None:
        if self._preparing:
            return
        self._preparing = True
        image, prepare = self.pad.image(), self._counter.desk.photos.prepare
        self._counter.bridge.work(
            lambda: prepare(encoded(image)), done=self._on_prepared, refused=self._on_refused, owner=self
        )

    def _on_prepared(self, sketch: Photo) -> None:
        self._preparing = False
        self.pad.begin(QImage.fromData(sketch.full))
        self.put.emit(PictureKind.SKETCH, sketch)
        self._dress()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._preparing = False
        self._counter.bridge.refused.emit(sentence, error)

    def _clear_sketch(self) -> None:
        """Lines that are not kept go first; then the sketch that is."""
        if self.pad.has_lines():
            self.pad.begin(None)
            self.show_anew()
            self.pad.changed.emit()
        else:
            self.put.emit(PictureKind.SKETCH, None)

    def _dress(self) -> None:
        """Only what can be done now can be tapped."""
        lines = self.pad.has_lines()
        self.keep.setEnabled(lines)
        self.back.setEnabled(lines)
        self.clear.setEnabled(lines or PictureKind.SKETCH in (self._shown or ()))

    def _lay_out(self) -> None:
        heading, no_faces = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("What it is to look like"))
        speak(no_faces.setText, lambda: tr("Only the thing itself, no faces."))
        beneath = QHBoxLayout()
        beneath.setSpacing(RHYTHM)
        for button in (self.keep, self.back, self.clear):
            beneath.addWidget(button)
        beneath.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addWidget(self.photo)
        column.addWidget(no_faces)
        column.addWidget(self.pad)
        column.addLayout(beneath)
