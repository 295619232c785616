"""One sweep in a process of its own, run by test_expiring.py.

Arguments: data folder, moment, and in the midst of which ending it is killed, if it is. Prints how many
stamps it ended.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for
from frontdesk.storage.loyalty import expiry


def die_in(ending: int) -> None:
    """Be killed after the ledger's entry and before the row that says what it ended."""
    note, number = expiry.note_ending, count(1)

    def noted(*values: int) -> None:
        if next(number) == ending:
            os.kill(os.getpid(), signal.SIGKILL)
        note(*values)  # type: ignore[arg-type]

    expiry.note_ending = noted  # type: ignore[assignment]


def main(data: str, moment: str, killed_in: str = "0") -> None:
    desk = open_desk(paths_for(Path(data)), clock=lambda: int(moment), beside=True)
    die_in(int(killed_in))
    sys.stdout.write(str(desk.expiring.sweep(int(moment)).stamps))
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
