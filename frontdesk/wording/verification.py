"""What a verification found, as sentences for the owner and whoever helps the shop.

Times are written in the shop's `zone`; without one, as this computer's clock shows them.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.trust.backups import read_name
from frontdesk.domain.trust.cut_end import CutEnd
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.trust.verification import (
    LAST_CHECK,
    EpochChecked,
    Fault,
    FaultCode,
    StartFinding,
    Unchecked,
    VerifyReport,
)
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date, promise


def fault_sentence(texts: Texts, fault: Fault, zone: ZoneInfo | None = None) -> str:
    """One fault; it names tables and rows, never a person, and a backup by its time."""
    sentences = _file_sentences(texts) | _ledger_sentences(texts, fault) | _people_sentences(texts)
    where = _backup_time(texts, fault.where, zone)
    return sentences[fault.code].format(where=where, row=fault.row, number=fault.number)


def moment(texts: Texts, at: int, zone: ZoneInfo | None) -> str:
    """A day and its time, such as "22 November 2026, 8:54"."""
    local = datetime.fromtimestamp(at / 1000, zone)
    time = f"{local.hour}:{local.minute:02d}"
    return texts.gettext("{day}, {time}").format(day=full_date(texts, local.date()), time=time)


def _backup_time(texts: Texts, where: str, zone: ZoneInfo | None) -> str:
    """When a backup of this file name was made; anything else as it is."""
    name = read_name(where)
    return moment(texts, name.at, zone) if name is not None else where


def _file_sentences(texts: Texts) -> dict[FaultCode, str]:
    """Of the file itself, and its form."""
    return {
        FaultCode.DAMAGED_FILE: texts.gettext("The file is damaged: {where} cannot be read whole."),
        FaultCode.OLD_SCHEMA: texts.gettext(
            "The store has the older form {number}. Open the shop once, then verify it again."
        ),
        FaultCode.SCHEMA_CHANGED: texts.gettext("{where} is not as Front Desk made it."),
        FaultCode.TRIGGER_MISSING: texts.gettext("The guard {where} is missing or was changed."),
        FaultCode.WRONG_STATE: texts.gettext("Row {row} of {where} is not as its own history says."),
        FaultCode.ORPHAN_ROW: texts.gettext("Row {row} of {where} points to a row that is not there."),
    }


def _ledger_sentences(texts: Texts, fault: Fault) -> dict[FaultCode, str]:
    """Of entries, their chain, and the acts that wrote them."""
    return {
        FaultCode.ENTRY_EDITED: texts.gettext("Entry {row} of the ledger was changed, or was forged."),
        FaultCode.ENTRIES_MISSING: texts.ngettext(
            "{number} entry before entry {row} of the ledger is missing.",
            "{number} entries before entry {row} of the ledger are missing.",
            fault.number,
        ),
        FaultCode.ENTRY_MOVED: texts.gettext("Entry {row} of the ledger was put in another place."),
        FaultCode.LEDGER_CUT: _cut_sentence(texts, fault),
        FaultCode.LEDGER_REWRITTEN: _rewritten_sentence(texts, fault),
        FaultCode.KEY_MARK_CHANGED: texts.gettext(
            "The mark that tells which key stretch {number} of the ledger was made with was changed."
        ),
        FaultCode.EPOCH_FORGED: texts.gettext(
            "Stretch {number} of the ledger does not fit its seal: it was changed or forged, "
            "or something before it was."
        ),
        FaultCode.EPOCHS_MISSING: texts.ngettext(
            "{number} stretch of the ledger before row {row} of {where} is missing.",
            "{number} stretches of the ledger before row {row} of {where} are missing.",
            fault.number,
        ),
        FaultCode.WRONG_REVERSAL: texts.gettext(
            "Entry {row} of the ledger does not give back exactly what its entry took."
        ),
        FaultCode.ACT_WITHOUT_ENTRY: texts.gettext(
            "Act {row} gave or took stamps, and the ledger has no entry of it."
        ),
        FaultCode.WRONG_ACT: texts.gettext(
            "Entry {row} of the ledger does not fit the act that it is part of."
        ),
        FaultCode.WRONG_UNDO: texts.gettext(
            "Act {row} says that it took back another one, and what was written does not fit."
        ),
    }


def _cut_sentence(texts: Texts, fault: Fault) -> str:
    if fault.where == LAST_CHECK:
        return texts.gettext(
            "The end of the ledger is missing: it had come further when this computer last checked it."
        )
    if fault.number:
        return texts.gettext(
            "The end of the ledger is missing: the backup of {where} has entry number {number}, "
            "the store does not."
        )
    return texts.gettext(
        "The end of the ledger is missing: the backup of {where} knows of a later restore or a later key, "
        "the store does not."
    )


def _rewritten_sentence(texts: Texts, fault: Fault) -> str:
    if fault.where == LAST_CHECK:
        return texts.gettext(
            "Entry number {number} of the ledger is another one than when this computer last checked it."
        )
    return texts.gettext("Entry number {number} of the ledger is another one than in the backup of {where}.")


def _people_sentences(texts: Texts) -> dict[FaultCode, str]:
    """Of what is told of a customer."""
    return {
        FaultCode.WRONG_BALANCE: texts.gettext("The balance of card {row} is not the sum of its entries."),
        FaultCode.WRONG_OWNER: texts.gettext(
            "Card {row} belongs to another customer, or to another programme, than the stamps that are on it."
        ),
        FaultCode.TERMS_CHANGED: texts.gettext(
            "Version {row} of what a programme promises was changed, or was forged."
        ),
        FaultCode.WRONG_REFERRAL: texts.gettext(
            "Row {row} of {where}: what it says of who brought whom along was changed, forged or removed."
        ),
        FaultCode.WRONG_MERGE: texts.gettext(
            "Customer {row} is not joined with the record that their merges name."
        ),
        FaultCode.WRONG_SUMMARY: texts.gettext("The visits of customer {row} are not counted right."),
    }


def epoch_sentence(texts: Texts, epoch: EpochChecked, day: str) -> str:
    """One stretch of the chain, declared with the reason why it began; `day` is when, already written."""
    unchecked = {
        Unchecked.NO_KEY: texts.gettext(
            "Since {day}: {entries} entries that cannot be checked, because the key is not here."
        ),
        Unchecked.OTHER_KEY: texts.gettext(
            "Since {day}: {entries} entries that cannot be checked, because another key is here."
        ),
        Unchecked.KEY_LOST: texts.gettext(
            "Since {day}: {entries} entries that can no longer be checked, because their key was lost; "
            "a new one is used since."
        ),
    }
    if epoch.unchecked is not None:
        return unchecked[epoch.unchecked].format(day=day, entries=epoch.entries)
    sentences = {
        "KEY_LOST": texts.gettext("Since {day}: {entries} entries with a new key; the old one was lost."),
        "RESTORED": texts.gettext("Since {day}: {entries} entries, after a backup was restored."),
    }
    plain = texts.gettext("Since {day}: {entries} entries.")
    return sentences.get(epoch.reason, plain).format(day=day, entries=epoch.entries)


def unchecked_sentence(texts: Texts, report: VerifyReport) -> str:
    """What to say instead of "in order" where no fault was found, and not all could be checked."""
    if not report.unchecked:
        return texts.gettext(
            "Nothing wrong was found in what can be checked, but a stretch of the ledger without entries "
            "was begun with a key that is not here."
        )
    return texts.ngettext(
        "Nothing wrong was found in what can be checked, but {n} ledger entry could not be checked.",
        "Nothing wrong was found in what can be checked, but {n} ledger entries could not be checked.",
        report.unchecked,
    ).format(n=report.unchecked)


def anchor_sentence(texts: Texts, anchor: PaperAnchor, found: AnchorVerdict) -> str:
    """Whether the ledger still is what stands on paper."""
    sentences = {
        AnchorVerdict.FITS: texts.gettext("{anchor} fits: up to there the ledger is what it was then."),
        AnchorVerdict.OTHER: texts.gettext(
            "The number {anchor} does not fit. Was it typed as it stands on the slip? If it was, entry "
            "number {number} is another one now: the ledger was rewritten, or a backup from before that day "
            "was restored."
        ),
        AnchorVerdict.FEWER: texts.gettext(
            "The number {anchor} does not fit. Was it typed as it stands on the slip? If it was, the ledger "
            "has fewer entries now: its end was cut off, or a backup from before that day was restored."
        ),
    }
    return sentences[found].format(anchor=anchor, number=anchor.entries)


def start_sentence(texts: Texts, finding: StartFinding, cut: CutEnd | None, zone: ZoneInfo, now: int) -> str:
    """What the check at a start tells the person at the counter, who is to go on serving, and their owner.

    `cut` is what is known to be missing at the ledger's end.
    """
    if finding is StartFinding.UNCHECKED:
        return texts.gettext(
            "Some stamps can no longer be checked, because their key is not here. Go on serving, and tell "
            "the owner today: the copy of the key brings the check back."
        )
    if cut is None or cut.last_at is None:
        return texts.gettext(
            "The stamps on this computer are not as Front Desk left them. Go on serving, and tell the owner "
            "today: Settings, Data and backups, “Check the shop's books” says more."
        )
    until = promise(texts, cut.last_at, zone, now)
    if cut.backup_at is None:
        return texts.ngettext(
            "The last entry in the shop's books is missing: what is here ends {until}. Go on serving, and "
            "tell the owner today: Settings, Data and backups, “Check the shop's books” says more.",
            "The last {n} entries in the shop's books are missing: what is here ends {until}. Go on serving, "
            "and tell the owner today: Settings, Data and backups, “Check the shop's books” says more.",
            cut.entries,
        ).format(n=cut.entries, until=until)
    return texts.ngettext(
        "The last entry in the shop's books is missing: what is here ends {until}. Go on serving, and tell "
        "the owner today: under Settings, Data and backups, the backup of {when} can be brought back.",
        "The last {n} entries in the shop's books are missing: what is here ends {until}. Go on serving, and "
        "tell the owner today: under Settings, Data and backups, the backup of {when} can be brought back.",
        cut.entries,
    ).format(n=cut.entries, until=until, when=promise(texts, cut.backup_at, zone, now))


def unreadable_sentence(texts: Texts, name: str, zone: ZoneInfo | None = None) -> str:
    """A backup that could not be read: no fault of the shop's data."""
    return texts.gettext(
        "The backup of {when} cannot be read, so the ledger was not held against it. "
        "That is no fault of the shop's own data."
    ).format(when=_backup_time(texts, name, zone))
