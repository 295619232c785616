"""`frontdesk restore`: put a backup in the store's place. What it replaces is kept as a backup itself."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.backup import line, list_all
from frontdesk.commands.console import CommandFailed, fail, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts

if TYPE_CHECKING:
    from frontdesk.services.trust.backups import BackupService, Restored

NAME: Final = "restore"
WRONG_USAGE: Final = 2


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="put a backup in the shop's place",
        description="Put a backup in the shop's place. The window must be closed. What is replaced becomes a "
        "backup itself. Without a file, the backups are listed.",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("file", metavar="FILE", nargs="?", help="a backup: its path, or its name in the list")
    which.add_argument(
        "--latest", action="store_true", help="the backup that goes furthest, of those that can be read"
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Restore; without a choice, list what there is to choose from (2)."""
    from frontdesk.bootstrap import system_clock
    from frontdesk.services.trust.backups import BackupService

    service = BackupService(paths, system_clock)
    if args.file is None and not args.latest:
        list_all(service.list(), paths, texts)
        say(texts.gettext("Name the one to restore: frontdesk restore FILE, or frontdesk restore --latest"))
        return WRONG_USAGE
    if args.latest:
        chosen, done = _restore_latest(service, paths, texts)
    else:
        chosen = _named(args.file, paths, texts)
        done = _restore(chosen, paths, texts)
    say(texts.gettext("The shop is as it was in {file}.").format(file=chosen))
    made = next((one for one in service.list() if one.path == chosen), None)
    if made is not None:
        say(line(made, texts))
    if done.replaced is not None:
        say(texts.gettext("What was there before is kept: {file}").format(file=done.replaced))
    return 0


def _restore(chosen: Path, paths: Paths, texts: Texts) -> "Restored":
    from frontdesk.bootstrap import system_clock
    from frontdesk.services.trust.backups import restore

    with progress_line(texts.gettext("Restoring")) as progress:
        return restore(paths, chosen, clock=system_clock, progress=progress)


def _restore_latest(service: "BackupService", paths: Paths, texts: Texts) -> "tuple[Path, Restored]":
    """Restore the first that is whole: only reading all of a file shows whether it is."""
    from frontdesk.storage.opening import DamagedBackup

    for made in service.good():
        try:
            return made.path, _restore(made.path, paths, texts)
        except DamagedBackup:
            fail(texts.gettext("The backup {file} is damaged; the next one is tried.").format(file=made.path))
    raise CommandFailed(
        texts.gettext("There is no backup in {folder} that can be read.").format(folder=paths.backups)
    )


def _named(name: str, paths: Paths, texts: Texts) -> Path:
    for path in (Path(name).expanduser(), paths.backups / name):
        if path.is_file():
            return path.absolute()
    raise CommandFailed(texts.gettext("There is no backup called {file}.").format(file=name))
