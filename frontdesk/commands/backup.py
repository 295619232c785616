"""`frontdesk backup`: make a verified backup now, beside an open window, or list those there are."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import fail, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts

if TYPE_CHECKING:
    from frontdesk.domain.trust.backups import BackupMade

NAME: Final = "backup"
MEGABYTE: Final = 1_000_000


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="make a backup now",
        description="Make a verified backup of the shop. It works beside an open window.",
    )
    parser.add_argument("--list", action="store_true", help="only list the backups that there are")


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Make a backup, or list them; 1 when there is none that can be read."""
    from frontdesk.bootstrap import system_clock
    from frontdesk.services.trust.backups import BackupService

    service = BackupService(paths, system_clock)
    if args.list:
        return list_all(service.list(), paths, texts)
    with progress_line(texts.gettext("Making a backup")) as progress:
        made = service.make(progress)
    say(texts.gettext("The backup is made and checked: {file}").format(file=made.path))
    say(line(made, texts))
    return 0


def list_all(found: "tuple[BackupMade, ...]", paths: Paths, texts: Texts) -> int:
    """Say what backups there are, the latest first."""
    if not found:
        fail(texts.gettext("There is no backup in {folder} yet.").format(folder=paths.backups))
        return 1
    say(texts.gettext("Backups in {folder}, the latest first:").format(folder=paths.backups))
    for made in found:
        say(f"{made.path.name}  {line(made, texts)}")
    return 0 if any(made.good for made in found) else 1


def line(made: "BackupMade", texts: Texts) -> str:
    """One backup: when, how large, and where its ledger ends."""
    if not made.good:
        return texts.gettext("cannot be read")
    return texts.ngettext(
        "{when}, {size} MB, {n} ledger entry, the last is {hash}",
        "{when}, {size} MB, {n} ledger entries, the last is {hash}",
        made.entries,
    ).format(
        when=local_time(made.at),
        size=f"{made.bytes / MEGABYTE:.1f}",
        n=made.entries,
        hash=made.short_hash or "-",
    )


def local_time(at: int) -> str:
    """A moment as this computer's clock shows it."""
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
