"""What goes out to a file that somebody chose, on a worker's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontdesk.domain.importing.list_kinds import ListKind

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What was written; None where it was cancelled, or (`refused`) where the place takes no file."""

    written: Any = None
    refused: bool = False


class _Left(Exception):
    """Nobody waits for this file any more."""


def write_everything(
    archive: Any, act: Any, path: Path, *, progress: Progress, cancelled: Cancelled
) -> Outgoing:
    """The whole shop."""
    return _tried(lambda: archive.everything(act, path, progress, cancelled))


def write_list(
    exports: Any, kind: ListKind, path: Path, *, progress: Progress, cancelled: Cancelled
) -> Outgoing:
    """The list of customers; gives where it is and how many they are."""

    def tell(done: int, total: int) -> None:
        if cancelled():
            raise _Left
        progress(done, total)

    return _tried(lambda: (path, exports.customers_as(kind, path, tell)))


def _tried(write: Callable[[], Any]) -> Outgoing:
    """A folder without room or right is nothing to be alarmed about."""
    try:
        return Outgoing(write())
    except _Left:
        return Outgoing()
    except OSError as fault:
        log.info("a file was not written: %s", fault.strerror)
        return Outgoing(refused=True)
