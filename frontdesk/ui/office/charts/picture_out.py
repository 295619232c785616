"""A picture of figures leaves the program: to the clipboard with its table, or into a file, whole or not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from frontdesk.domain.office.charts import ChartData
from frontdesk.printing.part_file import PartFile
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.office.charts.chart_picture import drawn_on_white
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget, str, str, str, str], Path | None]


class PictureOut(QObject):
    """`ask_path` asks where to save; a test answers instead."""

    def __init__(self, counter: Counter, parent: QWidget, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__(parent)
        self._counter, self._widget, self._ask_path = counter, parent, ask_path

    def copy(self, data: ChartData, sentence: str) -> None:
        """Picture and table: whatever it is pasted into takes the one that it can."""
        both = QMimeData()
        both.setImageData(self._drawn(data, sentence))
        both.setText(data.as_text())
        QGuiApplication.clipboard().setMimeData(both)
        self._counter.notify(tr("Picture and table are copied: paste them where you want them."), icon="copy")

    def save(self, data: ChartData, sentence: str) -> None:
        """Ask where, and write it beside the window."""
        stem = " ".join(filter(None, (data.title, data.period)))
        path = self._ask_path(self._widget, tr("Save as picture"), stem, tr("Picture"), "png")
        if path is not None:
            image = self._drawn(data, sentence)
            self._counter.bridge.work(_written, image, path, done=self._on_written, owner=self)

    def _drawn(self, data: ChartData, sentence: str) -> QImage:
        return drawn_on_white(data, sentence, self._counter.desk.shop.settings().name)

    def _on_written(self, path: Path | None) -> None:
        if path is None:
            said = tr("The picture could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")
            return
        said = tr("The picture is in {file}, in {folder}.", file=path.name, folder=short_folder(path.parent))
        self._counter.notify(said, icon="file-down")


def _written(image: QImage, path: Path) -> Path | None:
    """On a worker's thread. A folder without room or right is nothing to be alarmed about."""
    try:
        part = PartFile(path)
    except OSError as fault:
        log.info("the picture was not written: %s", fault.strerror)
        return None
    try:
        if not QImageWriter(part.device, QByteArray(b"png")).write(image):
            return None
        part.keep()
        return path
    except OSError as fault:
        log.info("the picture was not written: %s", fault.strerror)
        return None
    finally:
        part.discard()
