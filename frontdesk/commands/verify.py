"""`frontdesk verify`: is everything as the program left it? Exit code 1 with each fault named, and 1 where
not all could be checked."""

import argparse
from typing import Any, Final
from zoneinfo import ZoneInfo

from frontdesk.commands.console import fail, progress_line, say
from frontdesk.config import Paths
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, BadAnchor, PaperAnchor, read_anchor
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.texts import Texts
from frontdesk.wording.verification import (
    anchor_sentence,
    epoch_sentence,
    fault_sentence,
    moment,
    unchecked_sentence,
    unreadable_sentence,
)

NAME: Final = "verify"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="check the shop's data and its ledger",
        description="Check the file, the ledger's chain of hashes and every sum. It works beside an open "
        "window and changes nothing. Exit code 1 when something is wrong or could not be checked.",
    )
    parser.add_argument(
        "--anchor",
        type=_anchor,
        action="append",
        default=[],
        metavar="COUNT:HASH",
        help="hold the ledger against what stands on a day-close slip or beside a backup, too",
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Verify the whole store and say what was found."""
    from frontdesk.services.trust.verifier import Verifier

    verifier = Verifier(paths)
    with progress_line(texts.gettext("Checking the ledger")) as progress:
        report = verifier.verify(progress)
    _tell(report, texts, verifier.zone())
    fit = [_tell_anchor(anchor, verifier.compare(anchor), texts) for anchor in args.anchor]
    if report.fault_count:
        fail(texts.gettext("The shop's data is not as it should be. A good backup can be restored."))
        return 1
    if not report.ok:
        fail(unchecked_sentence(texts, report))
        return 1
    if not all(fit):
        return 1
    say(
        texts.ngettext(
            "Everything is in order: {n} ledger entry, the last is {hash}.",
            "Everything is in order: {n} ledger entries, the last is {hash}.",
            report.entries,
        ).format(n=report.entries, hash=report.short_hash or "-")
    )
    if report.entries:
        anchor = PaperAnchor(report.entries, report.short_hash)
        say(texts.gettext("To compare later, note this down: {anchor}").format(anchor=anchor))
    return 0


def _tell(report: VerifyReport, texts: Texts, zone: ZoneInfo | None) -> None:
    for fault in report.faults:
        fail(fault_sentence(texts, fault, zone))
    unnamed = report.fault_count - len(report.faults)
    if unnamed:
        fail(
            texts.ngettext("There is {n} more fault.", "There are {n} more faults.", unnamed).format(
                n=unnamed
            )
        )
    for epoch in report.epochs:
        say(epoch_sentence(texts, epoch, moment(texts, epoch.at, zone)))
    for name in report.unreadable_backups:
        fail(unreadable_sentence(texts, name, zone))


def _tell_anchor(anchor: PaperAnchor, found: AnchorVerdict, texts: Texts) -> bool:
    """Say whether it fits, and give that back."""
    fits = found is AnchorVerdict.FITS
    (say if fits else fail)(anchor_sentence(texts, anchor, found))
    return fits


def _anchor(text: str) -> PaperAnchor:
    try:
        return read_anchor(text)
    except BadAnchor:
        raise argparse.ArgumentTypeError(
            "must be a number, a colon and eight letters, as on the slip"
        ) from None
