"""Pictures as they come in: from a file, from the clipboard, from another window, from a camera.

Reading and encoding are slow; both functions that give bytes belong on a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.people.photos import PHOTO_BYTES_LIMIT, BadPhoto, PhotoFault
from frontdesk.ui.language import tr

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
_LARGEST_SIDE = 1024
"""Twice what is kept: more would only be encoded to be thrown away."""


def holds_picture(mime: QMimeData | None) -> bool:
    """Whether a paste or a drop brings a picture rather than text."""
    if mime is None:
        return False
    file = picture_file(mime)
    return (file is not None and file.suffix.lower() in SUFFIXES) or (mime.hasImage() and not mime.hasText())


def picture_file(mime: QMimeData) -> Path | None:
    """The one local file that a paste or a drop brings, if it does."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if files else None


def picture_in(mime: QMimeData) -> QImage | None:
    """The picture itself that a paste or a drop brings, if it does."""
    if not mime.hasImage():
        return None
    image = QImage(mime.imageData())
    return None if image.isNull() else image


def read_picture(file: Path) -> bytes:
    """The bytes of a file, one more than is allowed at most. Raises `BadFile` UNREADABLE."""
    try:
        if not file.is_file():  # a pipe or a device would never come to an end
            raise BadFile(FileFault.UNREADABLE)
        with file.open("rb") as opened:
            return opened.read(PHOTO_BYTES_LIMIT + 1)
    except OSError as error:
        raise BadFile(FileFault.UNREADABLE) from error


def encoded(image: QImage) -> bytes:
    """An image as the bytes of a PNG, not larger than is of use. Raises `BadPhoto` BROKEN."""
    if max(image.width(), image.height()) > _LARGEST_SIDE:
        image = image.scaled(
            _LARGEST_SIDE,
            _LARGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise BadPhoto(PhotoFault.BROKEN)
    return bytes(buffer.data().data())


def ask_for_picture(parent: QWidget, title: str, taken: Callable[[Path], None]) -> None:
    """Ask for a picture's file, without stopping the counter."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUFFIXES)
    dialog.setNameFilters([tr("Photos ({patterns})", patterns=patterns), tr("All files (*)")])
    dialog.fileSelected.connect(lambda name: taken(Path(name)))
    dialog.open()
