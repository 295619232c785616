"""Imports a file and kills itself in the middle; run by test_import_undo.py.

Arguments: data folder, file, after how many rows. The last thing it does is to die.
"""

import os
import signal
import sys
from pathlib import Path

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for


def main(data: Path, file: Path, rows: int) -> None:
    desk = open_desk(paths_for(data))

    def die(done: int, total: int) -> None:
        if done >= rows:
            os.kill(os.getpid(), signal.SIGKILL)

    desk.imports.run(desk.imports.preview(file), die)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
