"""`frontdesk key`: where the ledger's key is, its recovery sheet as a PDF, and the sheet typed in again."""

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from frontdesk.commands.console import CommandFailed, fail, say
from frontdesk.config import Paths
from frontdesk.domain.trust.key_custody import Entered, RecoverySheet
from frontdesk.domain.trust.recovery_code import (
    LETTERS_IN_LINE,
    LINES,
    BadRecoveryCode,
    read_recovery_code,
    read_recovery_line,
)
from frontdesk.texts import Texts
from frontdesk.wording.key_custody import (
    bad_code_sentence,
    entered_sentence,
    no_key_sentence,
    place_sentence,
    saved_sentence,
    sheet_reminder,
)

NAME: Final = "key"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="print the recovery sheet of the ledger's key, or type it in",
        description="The key of the ledger vouches that nobody rewrote a stamp. Write its recovery sheet, "
        "say where the key is, or type in a key from its sheet (with the window closed).",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--sheet", type=Path, metavar="FILE.pdf", help="write the recovery sheet to a PDF")
    what.add_argument("--show-place", action="store_true", help="say where the key is")
    what.add_argument("--enter", action="store_true", help="type in the lines of a recovery sheet")


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Do what was asked. The key itself is never said."""
    if args.sheet is not None:
        return _write_sheet(args.sheet.absolute(), paths, texts)
    return _enter(paths, texts) if args.enter else _show_place(paths, texts)


def _show_place(paths: Paths, texts: Texts) -> int:
    from frontdesk.services.trust.key_keeping import key_state

    state = key_state(paths)
    say(place_sentence(texts, state))
    if state.sheet_due:
        say(sheet_reminder(texts))
    return 0


def _write_sheet(file: Path, paths: Paths, texts: Texts) -> int:
    from frontdesk.bootstrap import open_desk

    desk = open_desk(paths, beside=True)
    try:
        sheet = desk.submit(desk.key_keeping.hand_out, desk.act()).result()
        if sheet is None:
            raise CommandFailed(no_key_sentence(texts))
        _draw(sheet, file, texts)
        desk.submit(desk.key_keeping.came_out, desk.act()).result()
    finally:
        desk.close()
    say(saved_sentence(texts, file))
    return 0


def _draw(sheet: RecoverySheet, file: Path, texts: Texts) -> None:
    from frontdesk.printing.recovery_sheet import RECOVERY_PAGE, RecoverySheetPrint
    from frontdesk.printing.sheet import CannotWrite, write_pdf

    try:
        write_pdf(file, [RecoverySheetPrint(sheet)], RECOVERY_PAGE, texts.gettext("Recovery sheet"))
    except CannotWrite as error:
        raise CommandFailed(
            texts.gettext(
                "{file} could not be written. Name a file in a folder that exists, on a disk with room."
            ).format(file=file)
        ) from error


def _enter(paths: Paths, texts: Texts) -> int:
    from frontdesk.services.trust.key_keeping import enter_key

    try:
        key = _typed(texts) if sys.stdin.isatty() else read_recovery_code(sys.stdin.read())
    except BadRecoveryCode as bad:
        raise CommandFailed(bad_code_sentence(texts, bad)) from None  # what was typed is nearly the key
    except EOFError:
        raise CommandFailed(bad_code_sentence(texts, BadRecoveryCode(0))) from None
    entered = enter_key(paths, key)
    if entered is Entered.STRANGE:
        raise CommandFailed(entered_sentence(texts, entered))
    say(entered_sentence(texts, entered))
    return 0


def _typed(texts: Texts) -> bytes:
    """The key, asked for line by line; a line with a slip is asked for again. A scan fills in all at once."""
    parts = list[bytes]()
    while len(parts) < LINES:
        number = len(parts) + 1
        line = input(texts.gettext("Line {line} of the recovery sheet: ").format(line=number))
        try:
            if number == 1 and len(line) >= LINES * LETTERS_IN_LINE:
                return read_recovery_code(line)
            parts.append(read_recovery_line(number, line))
        except BadRecoveryCode as bad:
            fail(bad_code_sentence(texts, bad))
    return b"".join(parts)
