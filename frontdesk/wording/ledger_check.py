"""What a check of the books found, for an owner: what it means, and what to do about it."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.trust.verification import Fault, FaultCode, VerifyReport
from frontdesk.texts import Texts
from frontdesk.wording.dates import day
from frontdesk.wording.verification import (
    epoch_sentence,
    fault_sentence,
    unchecked_sentence,
    unreadable_sentence,
)

FAULTS_SHOWN: Final = 20

_OF_THE_DISK: Final = frozenset({FaultCode.DAMAGED_FILE, FaultCode.ORPHAN_ROW})
_OF_THE_END: Final = frozenset({FaultCode.LEDGER_CUT, FaultCode.LEDGER_REWRITTEN, FaultCode.EPOCHS_MISSING})
_OF_SUMS: Final = frozenset({FaultCode.WRONG_BALANCE, FaultCode.WRONG_SUMMARY, FaultCode.WRONG_MERGE})


def result_sentence(texts: Texts, report: VerifyReport) -> str:
    """What came of it, before anything is named."""
    if report.fault_count:
        return texts.ngettext(
            "{n} thing in the books is not as it was written.",
            "{n} things in the books are not as they were written.",
            report.fault_count,
        ).format(n=report.fault_count)
    if not report.ok:
        return unchecked_sentence(texts, report)
    return texts.ngettext(
        "All {n} entry is as it was written.", "All {n} entries are as they were written.", report.entries
    ).format(n=report.entries)


def found_lines(texts: Texts, report: VerifyReport, zone: ZoneInfo, now: int) -> list[tuple[str, str]]:
    """What was found, each with what it means and what to do; of very many the first."""
    lines = [
        (fault_sentence(texts, fault, zone), advice(texts, fault)) for fault in report.faults[:FAULTS_SHOWN]
    ]
    more = report.fault_count - len(lines)
    if more > 0:
        lines.append((texts.ngettext("And {n} more.", "And {n} more.", more).format(n=more), ""))
    lines += [
        (epoch_sentence(texts, epoch, day(texts, epoch.at, zone, now)), _key_advice(texts))
        for epoch in report.epochs
        if not epoch.checked
    ]
    lines += [(unreadable_sentence(texts, name, zone), "") for name in report.unreadable_backups]
    return lines


def advice(texts: Texts, fault: Fault) -> str:
    """What a fault means, and what to do."""
    if fault.code is FaultCode.OLD_SCHEMA:
        return texts.gettext("Close Front Desk and open it again: it brings its files up to date.")
    if fault.code in _OF_THE_DISK:
        return texts.gettext(
            "The disk may be failing. Make a backup now, keep the older ones, and have the disk looked at. "
            "The last good backup can be brought back under Data and backups."
        )
    if fault.code in _OF_THE_END:
        return texts.gettext(
            "Stamps that were given are gone from the end, or an older copy was put in place. Ask who had "
            "this computer since. The newest backup still has what is missing: it can be brought back under "
            "Data and backups."
        )
    if fault.code in _OF_SUMS:
        return texts.gettext(
            "A figure that customers see is not what their entries add up to. The entries themselves can be "
            "in order: keep a backup of today, and ask for help with this line."
        )
    return texts.gettext(
        "Somebody or something changed the books without Front Desk. Keep all backups: one from before shows "
        "what stood there. Ask who had this computer, and ask for help with this line."
    )


def _key_advice(texts: Texts) -> str:
    return texts.gettext(
        "With the key on its recovery sheet these can be checked again; without it nobody can tell. New "
        "stamps are not touched by this."
    )
