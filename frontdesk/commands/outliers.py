"""`frontdesk outliers`: what in the ledger differs from the shop's own habit, for the owner to look at."""

import argparse
from typing import Any, Final

from frontdesk.commands.console import say
from frontdesk.config import Paths
from frontdesk.domain.trust.outliers.facts import Severity
from frontdesk.domain.trust.outliers.report import USUAL_DAYS
from frontdesk.texts import Texts
from frontdesk.wording.outliers import finding_sentence, look_first_sentence, nothing_sentence

NAME: Final = "outliers"
MOST_DAYS: Final = 90
SIGNS: Final = {Severity.PLAIN: "!", Severity.LOOK: "·"}


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="say what is unusual in the ledger",
        description="Compare the last days of stamps and rewards with the shop's own habit, and say what is "
        "far beyond it. It works beside an open window and changes nothing.",
    )
    parser.add_argument(
        "--days", type=_days, default=USUAL_DAYS, metavar="N", help=f"days to look at ({USUAL_DAYS})"
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Say each finding, and below it where to look first."""
    from frontdesk.bootstrap import open_desk
    from frontdesk.commands.shell_owner import act_as_owner

    desk = open_desk(paths, beside=True)
    try:
        act_as_owner(desk)
        act = desk.act()
        report = desk.outliers.report(act, args.days)
        names = desk.outliers.names(act, report)
    finally:
        desk.close()
    for finding in report.findings:
        say(f"{SIGNS[finding.severity]} {finding_sentence(texts, finding, names.staff, names.customers)}")
        say(f"    {look_first_sentence(texts, finding)}")
    if not report.findings:
        say(nothing_sentence(texts, report, args.days))
    return 0


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"1 to {MOST_DAYS} days")
    return days
