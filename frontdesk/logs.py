"""The log: a rotating file in the data folder, read by whoever helps the shop.

What it may hold: ids, counts, durations, codes, names of files that the program made. What it may
never hold: a customer's name, phone, note, photo or answer. A log is mailed to strangers for help, so
write ``logger.info("merged customer %s into %s", a.id, b.id)`` and nothing that a person could be
known by. The same holds for messages of exceptions, which end here when nobody catches them.
"""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from frontdesk.config import Paths

LOG_FILE: Final = "frontdesk.log"
_BYTES: Final = 1_000_000
_KEPT: Final = 5
_FORMAT: Final = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"

logger = logging.getLogger(__name__)


class _LogFile(logging.Handler):
    """A rotating file, opened with the first record: most starts have none, and none waits for the import.

    A log that cannot be written is no reason to fill a terminal: what went wrong is said elsewhere.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
            self._file.handleError = self.handleError  # type: ignore[method-assign]
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Go without this record."""


def start_logging(paths: Paths, *, level: int = logging.INFO) -> logging.Handler:
    """Send the program's log records to a rotating file; return its handler, for `stop_logging`.

    The folder is made if it is missing; where it cannot be, nothing is kept. Only the `frontdesk` tree is
    taken: libraries stay silent unless something is wrong with them.
    """
    handler = _handler(paths)
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)
    logging.getLogger("frontdesk").setLevel(level)
    logging.captureWarnings(True)
    return handler


def _handler(paths: Paths) -> logging.Handler:
    try:
        paths.create()
    except OSError:
        return logging.NullHandler()  # without any handler, Python prints what is logged
    return _LogFile(paths.logs / LOG_FILE)


def stop_logging(handler: logging.Handler) -> None:
    """Close the file of `start_logging`; safe to call twice."""
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(False)
    handler.close()


def log_uncaught_exceptions() -> Callable[[], None]:
    """Write exceptions that nobody caught to the log, in any thread; return a function that stops it.

    They still reach the hooks that were there, so that a terminal shows them too. An interrupt from the
    keyboard is no fault and is passed on unlogged.
    """
    before, before_in_thread = sys.excepthook, threading.excepthook

    def log_it(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            logger.critical("nobody caught this exception", exc_info=(kind, error, trace))
        before(kind, error, trace)

    def log_it_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            logger.critical(
                "nobody caught this exception", exc_info=(args.exc_type, args.exc_value, args.exc_traceback)
            )
        before_in_thread(args)

    def stop() -> None:
        sys.excepthook, threading.excepthook = before, before_in_thread

    sys.excepthook, threading.excepthook = log_it, log_it_in_thread
    return stop
