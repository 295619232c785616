"""A table as text, taken apart into rows: any delimiter, empty lines on top, a quotation mark left open."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from frontdesk.interchange.cells import restore

_DELIMITERS = (",", ";", "\t", "|")
_EXCEL_HINT = re.compile(r"sep=.", re.IGNORECASE)


class Table:
    """The rows of a table. `known` counts how many headers mean something, which tells the delimiter."""

    def __init__(self, text: str, known: Callable[[Sequence[str]], int]) -> None:
        self._lines = list(io.StringIO(text, newline=""))
        self._skipped = next(
            (at for at, line in enumerate(self._lines) if _is_header(line)), len(self._lines)
        )
        del self._lines[: self._skipped]
        head = "".join(self._lines[:1])
        self._delimiter = max(_DELIMITERS, key=lambda mark: (known(head.split(mark)), head.count(mark)))

    @property
    def in_all(self) -> int:
        """How many lines the file has."""
        return len(self._lines) + self._skipped

    def headers(self) -> list[str]:
        """What stands above the columns."""
        return [restore(cell) for cell in next(self._numbered(), (0, None))[1] or ()]

    def rows(self) -> Iterator[tuple[int, list[str] | None]]:
        """Each row below the headers, its cells as they stand, with the line it starts at; None for one that
        cannot be taken apart.
        """
        return islice(self._numbered(), 1, None)

    def _numbered(self) -> Iterator[tuple[int, list[str] | None]]:
        """A quotation mark that is never closed would swallow all that follows: then only its own line is
        given up, and reading starts again on the next one.
        """
        start, lines = 0, self._lines
        while start < len(lines):
            # The empty line behind the last one is reached by a row only if its quotation mark stays open.
            reader = csv.reader(chain(islice(lines, start, None), ("",)), delimiter=self._delimiter)
            first = start
            while first < len(lines):
                try:
                    cells = next(reader)
                except csv.Error:
                    break
                after = start + reader.line_num
                if after > len(lines):
                    break
                yield first + self._skipped + 1, cells
                first = after
            else:
                return
            yield first + self._skipped + 1, None
            start = first + 1


def _is_header(line: str) -> bool:
    """Whether the table begins here: empty lines and Excel's delimiter hint may stand before it."""
    return bool(line.strip()) and not _EXCEL_HINT.fullmatch(line.strip())
