"""A file that Qt writes into and that appears under its name only when it is whole and on the disk."""

import os
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice


class PartFile:
    """Writes beside `path`, to ``….part``. End it with `keep` or `discard`.

    Qt's PDF engine does not look at what a write returns, and QSaveFile, asked at the end, knows of no fault:
    on a full disk it puts half a PDF in the place of the old one. So Qt writes to memory, and `drain` moves
    that to the disk, where Python does look. (A QIODevice of our own is no way out: PySide hands its
    `writeData` the bytes as text.)
    """

    def __init__(self, path: Path) -> None:
        """Open the part; raises OSError."""
        if path.exists() and not path.is_file():
            raise IsADirectoryError(EISDIR, "not a place for a file", str(path))
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self._file = self._part.open("wb")
        self.device = QBuffer()
        self.device.open(QIODevice.OpenModeFlag.WriteOnly)

    def drain(self) -> None:
        """Move to the file what Qt has written so far, so that memory stays small; raises OSError."""
        self._file.write(self.device.data().data())
        self.device.close()
        self.device.setData(QByteArray())
        self.device.open(QIODevice.OpenModeFlag.WriteOnly)

    def keep(self) -> None:
        """Put the file under its name, in the place of an older one; raises OSError."""
        self.drain()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)

    def discard(self) -> None:
        """Remove the part; nothing happens after `keep`."""
        with suppress(OSError):  # what Python holds back does not fit either, and is not wanted
            self._file.close()
        self._part.unlink(missing_ok=True)
