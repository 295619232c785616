"""Reading a file beside the counter, so that even a very long one can be left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from frontdesk.domain.importing.import_batches import ImportPreview


class _Left(Exception):
    """Nobody waits for this file any more."""


def read_preview(
    imports: Any, path: Path, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> ImportPreview | None:
    """What the file would bring, or None when it was cancelled. Raises `BadFile`."""

    def tell(done: int, total: int) -> None:
        if cancelled():
            raise _Left
        progress(done, total)

    try:
        preview: ImportPreview = imports.preview(path, tell)
    except _Left:
        return None
    return preview
