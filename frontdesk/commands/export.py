"""`frontdesk export FILE.csv`: every customer in a table that other programs, and Front Desk itself, read."""

import argparse
from pathlib import Path
from typing import Any, Final

from frontdesk.commands.console import CommandFailed, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts

NAME: Final = "export"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="write all customers to a CSV file",
        description="Write all customers to a CSV file in UTF-8. It works beside an open window.",
    )
    parser.add_argument(
        "file", metavar="FILE.csv", type=Path, help="the file to write; an old one is replaced"
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Write the file and say how many rows it has."""
    from frontdesk.bootstrap import open_desk

    target: Path = args.file
    if not target.absolute().parent.is_dir() or target.is_dir():
        raise CommandFailed(
            texts.gettext("{file} cannot be written there. Name a file in a folder that exists.").format(
                file=target
            )
        )
    desk = open_desk(paths, beside=True)
    try:
        desk.staff_id = desk.staffing.owner().id  # nobody stands at a shell as a cashier stands at the till
        with progress_line(texts.gettext("Writing customers")) as progress:
            rows = desk.exports.customers_csv(target, progress)
    finally:
        desk.close()
    say(
        texts.ngettext(
            "{n} customer was written to {file}.", "{n} customers were written to {file}.", rows
        ).format(n=rows, file=target)
    )
    return 0
