"""`frontdesk doctor`: what is missing on this machine, and the line that mends it."""

import argparse
import os
import shlex
from functools import partial
from subprocess import list2cmdline
from typing import Any, Final

from frontdesk.commands.console import say
from frontdesk.commands.examine_machine import examine_machine
from frontdesk.commands.examine_receipts import examine_receipts
from frontdesk.commands.examine_shop import examine_shop
from frontdesk.commands.examine_store import plain_line
from frontdesk.commands.findings import Finding, State
from frontdesk.config import Paths
from frontdesk.texts import Texts

NAME: Final = "doctor"
SIGNS: Final = {State.GOOD: "✓", State.WORTH_KNOWING: "·", State.WRONG: "✗"}


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="say what is missing on this computer",
        description="Say what is missing on this computer, and the line that mends it. Nothing is changed. "
        "Exit code 1 when the counter cannot work, or the shop's data is at risk.",
    )
    parser.add_argument(
        "--receipts", action="store_true", help="also ask the shop's receipt printer whether it answers"
    )


def check(paths: Paths, texts: Texts, *, named: bool = False, receipts: bool = False) -> list[Finding]:
    """Everything that can be looked at, in the order in which it matters.

    Where the folder was `named` with --data, the lines to type name it, too. With `receipts` their printer is
    asked, which may be on the network.
    """
    line = partial(_line_for, paths) if named else plain_line
    printer = examine_receipts(paths, texts) if receipts else ()
    return [*examine_shop(paths, texts, command_line=line), *examine_machine(texts), *printer]


def _line_for(paths: Paths, words: str) -> str:
    quote = list2cmdline if os.name == "nt" else shlex.join
    return f"{plain_line(words)} {quote(['--data', str(paths.data)])}"


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Say each finding, its remedy below it; 1 when one of them is wrong."""
    findings = check(paths, texts, named=args.data is not None, receipts=args.receipts)
    for finding in findings:
        say(f"{SIGNS[finding.state]} {finding.sentence}")
        if finding.remedy:
            say(f"    {finding.remedy}")
    if any(finding.state is State.WRONG for finding in findings):
        say(texts.gettext("Something needs mending; the lines marked ✗ say what."))
        return 1
    say(texts.gettext("The counter can work on this computer."))
    return 0
