"""How a command speaks: results to stdout, progress and faults to stderr, one plain sentence each."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from frontdesk.config import Paths
from frontdesk.texts import Texts

Progress = Callable[[int, int], None]

ZERO_WIDTH_SPACE: Final = "\u200b"
_BAR: Final = 30
_SECONDS_BETWEEN: Final = 0.1
_WHOLE: Final = 100
_LINE_EACH: Final = 10


class CommandFailed(Exception):
    """A command cannot do its work, for a reason that it has said in the sentence. Exit code 1."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def assert_shop(paths: Paths, texts: Texts) -> None:
    """Raises `CommandFailed` where there is no shop to work on."""
    if not paths.store.is_file():
        raise CommandFailed(
            texts.gettext(
                "There is no shop in {folder} yet. Start Front Desk without a command to open one there, "
                "or name another folder with --data."
            ).format(folder=paths.data)
        )


def say(sentence: str = "") -> None:
    """Print a result."""
    print(_plain(sentence), flush=True)


def fail(sentence: str) -> None:
    """Say what went wrong."""
    print(_plain(sentence), file=sys.stderr, flush=True)


@contextmanager
def progress_line(label: str) -> Iterator[Progress]:
    """Show how far a long job is: a bar on a terminal, elsewhere a line at every tenth, for a log file."""
    line = _Bar(label, sys.stderr) if sys.stderr.isatty() else _Tenths(label, sys.stderr)
    try:
        yield line.show
    finally:
        line.end()


class _Bar:
    """One line that is drawn over and over, and wiped at the end."""

    def __init__(self, label: str, stream: TextIO) -> None:
        self._label, self._stream = _plain(label), stream
        self._drawn_at = 0.0
        self._width = 0

    def show(self, done: int, total: int) -> None:
        if done < total and time.monotonic() - self._drawn_at < _SECONDS_BETWEEN:
            return
        self._drawn_at = time.monotonic()
        percent = _percent(done, total)
        filled = percent * _BAR // _WHOLE
        line = f"{self._label} [{'█' * filled}{'·' * (_BAR - filled)}] {percent:3d} %"
        self._width = max(self._width, len(line))
        self._stream.write(f"\r{line}")
        self._stream.flush()

    def end(self) -> None:
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()


class _Tenths:
    """A line of its own at each tenth of the way; nothing for a job that is done at once."""

    def __init__(self, label: str, stream: TextIO) -> None:
        self._label, self._stream = _plain(label), stream
        self._said = 0

    def show(self, done: int, total: int) -> None:
        reached = _percent(done, total) // _LINE_EACH * _LINE_EACH
        if reached > self._said:
            self._said = reached
            print(f"{self._label} {reached} %", file=self._stream, flush=True)

    def end(self) -> None:
        """Nothing to wipe."""


def _percent(done: int, total: int) -> int:
    return min(max(done, 0) * _WHOLE // total, _WHOLE) if total > 0 else _WHOLE


def _plain(text: str) -> str:
    """Without the zero-width spaces that let a window break Lao lines: terminals draw them as boxes."""
    return text.replace(ZERO_WIDTH_SPACE, "")
