"""`frontdesk export FILE`: every customer, every answer, or everything, in a form that other programs
read.
"""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import CommandFailed, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts

if TYPE_CHECKING:
    from frontdesk.bootstrap import FrontDesk

NAME: Final = "export"
KINDS: Final = {
    "own": "OWN",
    "square": "SQUARE",
    "loyverse": "LOYVERSE",
    "google": "GOOGLE",
    "vcard": "VCARD_4",
    "vcard3": "VCARD_3",
}


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="write all customers, all answers, or everything to a file",
        description="Write all customers to a CSV file in UTF-8, or with --answers what came back on feedback"
        " cards, or with --everything the whole shop as one ZIP: a CSV file for each table, photos, and a"
        " description. An equal shop can be made of it with “frontdesk import”. It works beside an open "
        "window.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write; an old one is replaced")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=list(KINDS),
        default="own",
        help="the form of the list of customers: our own table, which carries the most, or one that Square,"
        " Loyverse or Google Contacts takes, or contact cards for phones, with photos",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--everything", action="store_true", help="write the whole shop; keep the file as secret as the shop"
    )
    what.add_argument(
        "--answers", action="store_true", help="write the answers to feedback cards instead of the customers"
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Write the file and say how many rows it has."""
    from frontdesk.bootstrap import open_desk
    from frontdesk.commands.shell_owner import act_as_owner

    target: Path = args.file
    if not target.absolute().parent.is_dir() or target.is_dir():
        raise CommandFailed(
            texts.gettext("{file} cannot be written there. Name a file in a folder that exists.").format(
                file=target
            )
        )
    desk = open_desk(paths, beside=True)
    try:
        act_as_owner(desk)
        customers = partial(_customers, kind=args.kind)
        write = _everything if args.everything else _answers if args.answers else customers
        say(write(desk, target, texts))
    finally:
        desk.close()
    return 0


def _customers(desk: "FrontDesk", target: Path, texts: Texts, *, kind: str) -> str:
    from frontdesk.domain.importing.list_kinds import ListKind

    with progress_line(texts.gettext("Writing customers")) as progress:
        rows = desk.exports.customers_as(ListKind(KINDS[kind]), target, progress)
    said = texts.ngettext(
        "{n} customer was written to {file}.", "{n} customers were written to {file}.", rows
    )
    return said.format(n=rows, file=target)


def _answers(desk: "FrontDesk", target: Path, texts: Texts) -> str:
    with progress_line(texts.gettext("Writing answers")) as progress:
        rows = desk.response_files.write(target, progress)
    said = texts.ngettext("{n} answer was written to {file}.", "{n} answers were written to {file}.", rows)
    return said.format(n=rows, file=target)


def _everything(desk: "FrontDesk", target: Path, texts: Texts) -> str:
    from frontdesk.wording.archive import ledger_sentence, made_sentence, secret_sentence

    with progress_line(texts.gettext("Writing everything")) as progress:
        made = desk.archive.everything(desk.act(), target, progress)
    assert made is not None, "nobody cancels it here"
    return "\n".join((made_sentence(texts, made), secret_sentence(texts), ledger_sentence(texts)))
