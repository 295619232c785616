"""`frontdesk verify`: is everything as the program left it? Exit code 1 with each fault named, and 1 where
not all could be checked."""

import argparse
from typing import Any, Final

from frontdesk.commands.backup import local_time
from frontdesk.commands.console import fail, progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts
from frontdesk.wording.verification import (
    epoch_sentence,
    fault_sentence,
    unchecked_sentence,
    unreadable_sentence,
)

NAME: Final = "verify"


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    subparsers.add_parser(
        NAME,
        help="check the shop's data and its ledger",
        description="Check the file, the ledger's chain of hashes and every sum. It works beside an open "
        "window and changes nothing. Exit code 1 when something is wrong or could not be checked.",
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Verify the whole store and say what was found."""
    from frontdesk.services.verifier import Verifier

    with progress_line(texts.gettext("Checking the ledger")) as progress:
        report = Verifier(paths).verify(progress)
    for fault in report.faults:
        fail(fault_sentence(texts, fault))
    unnamed = report.fault_count - len(report.faults)
    if unnamed:
        fail(
            texts.ngettext("There is {n} more fault.", "There are {n} more faults.", unnamed).format(
                n=unnamed
            )
        )
    for epoch in report.epochs:
        say(epoch_sentence(texts, epoch, local_time(epoch.at)))
    for name in report.unreadable_backups:
        fail(unreadable_sentence(texts, name))
    if report.fault_count:
        fail(texts.gettext("The shop's data is not as it should be. A good backup can be restored."))
        return 1
    if not report.ok:
        fail(unchecked_sentence(texts, report))
        return 1
    say(
        texts.ngettext(
            "Everything is in order: {n} ledger entry, the last is {hash}.",
            "Everything is in order: {n} ledger entries, the last is {hash}.",
            report.entries,
        ).format(n=report.entries, hash=report.short_hash or "-")
    )
    return 0
