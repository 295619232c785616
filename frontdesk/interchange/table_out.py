"""Plain rows as a table that a spreadsheet opens. Nothing reads it back."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from frontdesk.interchange.cells import defuse


def write_table(rows: Iterable[Sequence[str]], stream: BinaryIO) -> int:
    """Write UTF-8 with a byte-order mark, which Excel needs to see the letters; returns how many rows. What a
    spreadsheet would run as a formula is defused. The stream stays open.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer, count = csv.writer(text), 0
    for row in rows:
        writer.writerow([defuse(cell) for cell in row])
        count += 1
    text.flush()
    text.detach()
    return count
