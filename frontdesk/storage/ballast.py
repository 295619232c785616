"""Some room kept aside on the disk: when it is full, a store with a WAL cannot even be read."""

import os
from pathlib import Path
from typing import Final

BALLAST_BYTES: Final = 8 * 1024 * 1024
_BLOCK: Final = 1024 * 1024


def ensure_ballast(path: Path, size: int = BALLAST_BYTES) -> bool:
    """Make the ballast file unless it is there. False when the disk has no room for it."""
    try:
        if path.exists() and path.stat().st_size >= size:
            return True
        with path.open("wb") as file:
            for start in range(0, size, _BLOCK):
                # Chance does not compress: the room is taken on every file system.
                file.write(os.urandom(min(_BLOCK, size - start)))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        release_ballast(path)
        return False
    return True


def release_ballast(path: Path) -> bool:
    """Give the room back. False when there was none."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
