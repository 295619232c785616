"""Files that are there after a power cut: what was written is on the disk, and so is its name."""

import os
import shutil
from pathlib import Path
from typing import Final

from frontdesk.storage.opening import NoRoom

ROOM_TO_SPARE: Final = 16 * 1024 * 1024
"""What a copy must leave free: the shop itself goes on writing to the same disk."""


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Wait until names made, changed or removed in the folder are on the disk."""
    if os.name == "nt":  # where a folder cannot be opened, and a rename is written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name in one step, replacing what bore it, and keep it through a power cut."""
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def assert_room(folder: Path, size: int) -> None:
    """Raise `NoRoom` when `size` bytes more would leave the disk too little."""
    if shutil.disk_usage(folder).free < size + ROOM_TO_SPARE:
        raise NoRoom(f"{size} bytes do not fit")
