"""Arguments, then the window or a command; nothing else."""

import gc
import sys
from importlib import import_module

from frontdesk.commands.cli import Clock
from frontdesk.commands.cli import main as run_command_line
from frontdesk.config import Paths


def show_counter(paths: Paths, language: str | None, clock: Clock | None) -> int:
    """Open the counter's window on a shop; Qt is imported only here, when there is a window to show."""
    gc.disable()  # nothing that a start makes is garbage; the window collects after its first frame
    # Before Qt: PySide reads the source of each module that is imported after it, in search of its name.
    import_module("frontdesk.bootstrap")
    from frontdesk.ui.application import run

    return run(paths, language=language, clock=clock)


def main() -> int:
    """Run the program with the process's own arguments; return its exit code."""
    return run_command_line(sys.argv[1:], show_counter)


if __name__ == "__main__":
    sys.exit(main())
