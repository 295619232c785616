"""What is missing at the end of a ledger that was cut off, as far as it can be said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutEnd:
    """So many `entries` are missing. `last_at` is when the last that is there was made, None without any.

    `backup_at` is when the backup was made that has the most of them; None where none has more
    than the store.
    """

    entries: int
    last_at: int | None
    backup_at: int | None
