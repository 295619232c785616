"""`frontdesk doctor`: what is missing on this machine, and the line that mends it."""

import argparse
from typing import Any, Final

from frontdesk.commands.console import say
from frontdesk.commands.examine_machine import examine_machine
from frontdesk.commands.examine_shop import examine_shop
from frontdesk.commands.findings import Finding, State
from frontdesk.config import Paths
from frontdesk.texts import Texts

NAME: Final = "doctor"
SIGNS: Final = {State.GOOD: "✓", State.WORTH_KNOWING: "·", State.WRONG: "✗"}


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    subparsers.add_parser(
        NAME,
        help="say what is missing on this computer",
        description="Say what is missing on this computer, and the line that mends it. Nothing is changed. "
        "Exit code 1 when the counter cannot work, or the shop's data is at risk.",
    )


def check(paths: Paths, texts: Texts) -> list[Finding]:
    """Everything that can be looked at, in the order in which it matters."""
    return [*examine_shop(paths, texts), *examine_machine(texts)]


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Say each finding, its remedy below it; 1 when one of them is wrong."""
    findings = check(paths, texts)
    for finding in findings:
        say(f"{SIGNS[finding.state]} {finding.sentence}")
        if finding.remedy:
            say(f"    {finding.remedy}")
    if any(finding.state is State.WRONG for finding in findings):
        say(texts.gettext("Something needs mending; the lines marked ✗ say what."))
        return 1
    say(texts.gettext("The counter can work on this computer."))
    return 0
