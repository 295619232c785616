"""Where to save a file, and which to take: the computer's own dialogs, opened at a name that is still
free.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))
_LONGEST_STEM = 80
_LONGEST_FOLDER = 48


def ask_where_to_save(parent: QWidget, title: str, stem: str, kind: str, suffix: str) -> Path | None:
    """The file that the person chose, or None. The dialog itself asks before an old file is replaced."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(str(free_name(documents(), stem, suffix)))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    return Path(chosen[0]) if chosen else None


def documents() -> Path:
    """The folder that people look in first."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def short_folder(folder: Path) -> str:
    """A folder for a notice of one line: of a long one the middle is left out, for its end says most."""
    whole = str(folder)
    if len(whole) <= _LONGEST_FOLDER:
        return whole
    head = _LONGEST_FOLDER // 3
    return f"{whole[:head]}…{whole[head + 1 - _LONGEST_FOLDER :]}"


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A name in `folder` that no file has yet: "Cards.pdf", "Cards 2.pdf"…"""
    clean = " ".join(stem.translate(_NOT_IN_NAMES).split())[:_LONGEST_STEM].strip(". ") or "Front Desk"
    path, turn = folder / f"{clean}.{suffix}", 2
    while path.exists():
        path, turn = folder / f"{clean} {turn}.{suffix}", turn + 1
    return path


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that the person chose, or None."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    return Path(chosen[0]) if chosen else None


def ask_for_file(parent: QWidget, title: str, kind: str, suffix: str) -> Path | None:
    """The file that the person chose, or None."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.setDirectory(str(documents()))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    return Path(chosen[0]) if chosen else None


def open_folder_of(path: Path) -> None:
    """Show where a file is, in the computer's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
