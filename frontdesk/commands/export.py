"""`frontdesk export FILE.csv`: every customer, or every answer, in a table that other programs read, too."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import CommandFailed, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts

if TYPE_CHECKING:
    from frontdesk.bootstrap import FrontDesk

NAME: Final = "export"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="write all customers, or all answers, to a CSV file",
        description="Write all customers to a CSV file in UTF-8, or with --answers what came back on feedback"
        " cards. It works beside an open window.",
    )
    parser.add_argument(
        "file", metavar="FILE.csv", type=Path, help="the file to write; an old one is replaced"
    )
    parser.add_argument(
        "--answers", action="store_true", help="write the answers to feedback cards instead of the customers"
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
        say(_answers(desk, target, texts) if args.answers else _customers(desk, target, texts))
    finally:
        desk.close()
    return 0


def _customers(desk: "FrontDesk", target: Path, texts: Texts) -> str:
    with progress_line(texts.gettext("Writing customers")) as progress:
        rows = desk.exports.customers_csv(target, progress)
    said = texts.ngettext(
        "{n} customer was written to {file}.", "{n} customers were written to {file}.", rows
    )
    return said.format(n=rows, file=target)


def _answers(desk: "FrontDesk", target: Path, texts: Texts) -> str:
    with progress_line(texts.gettext("Writing answers")) as progress:
        rows = desk.response_files.write(target, progress)
    said = texts.ngettext("{n} answer was written to {file}.", "{n} answers were written to {file}.", rows)
    return said.format(n=rows, file=target)
