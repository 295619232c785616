"""`frontdesk day-close`: the slip of today as a PDF, for somebody to print and keep."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import CommandFailed, say
from frontdesk.config import Paths
from frontdesk.texts import Texts
from frontdesk.wording.day_close import saved_sentence

if TYPE_CHECKING:
    from frontdesk.domain.paper.day_close import DayClose

NAME: Final = "day-close"
DEFAULT_FILE: Final = "day-close-{day}.pdf"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="write the slip of today to a PDF",
        description="Write a slip with what was given today and where the ledger ends. Kept on paper, it "
        "shows later whether a stamp was changed: frontdesk verify --anchor COUNT:HASH.",
    )
    parser.add_argument("--out", type=Path, metavar="FILE.pdf", help="the PDF to write (named by the day)")


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Write the slip, and say its anchor. Works beside an open window."""
    from frontdesk.bootstrap import open_desk

    desk = open_desk(paths, beside=True)
    try:
        close = desk.day_close.slip(desk.now())
        file = args.out or Path(DEFAULT_FILE.format(day=close.day.isoformat()))
        _draw(close, file.absolute(), texts)
        desk.submit(desk.day_close.close, desk.act(), close.day).result()
    finally:
        desk.close()
    say(saved_sentence(texts, file))
    if close.anchor is not None:
        say(str(close.anchor))
    return 0


def _draw(close: "DayClose", file: Path, texts: Texts) -> None:
    from frontdesk.printing.day_close_slip import DayCloseSlipPrint
    from frontdesk.printing.sheet import CannotWrite, write_pdf

    slip = DayCloseSlipPrint(close)
    try:
        write_pdf(file, [slip], slip.page, texts.gettext("End of the day"))
    except CannotWrite as error:
        raise CommandFailed(
            texts.gettext(
                "{file} could not be written. Name a file in a folder that exists, on a disk with room."
            ).format(file=file)
        ) from error
