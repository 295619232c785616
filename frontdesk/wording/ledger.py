"""Lines of the ledger in words: what each did, and why."""

from __future__ import annotations

from frontdesk.domain.loyalty.programmes import ProgrammeKind
from frontdesk.domain.loyalty.stamping import (
    EarnReason,
    EntryKind,
    GoodwillReason,
    LedgerEntry,
    ReversalReason,
)
from frontdesk.texts import Texts
from frontdesk.wording.goodwill import reason_name


def entry_sentence(texts: Texts, entry: LedgerEntry, kind: ProgrammeKind = ProgrammeKind.STAMPS) -> str:
    """What a line did to a card of this kind, and that it was taken back where it was."""
    said = _stamps(texts, entry) if kind is ProgrammeKind.STAMPS else _of_a_pass(texts, entry, kind)
    return texts.gettext("{what} (taken back)").format(what=said) if entry.reversed else said


def _stamps(texts: Texts, entry: LedgerEntry) -> str:
    n = abs(entry.stamps)
    match entry.kind:
        case EntryKind.EARNED:
            return _earned(texts, entry.reason, n)
        case EntryKind.GOODWILL:
            return _goodwill(texts, entry.reason, n)
        case EntryKind.REVERSED:
            return _reversed(texts, entry, n)
        case EntryKind.REDEEMED:
            said = texts.ngettext("Reward taken for {n} stamp", "Reward taken for {n} stamps", n)
        case EntryKind.EXPIRED:
            said = texts.ngettext("{n} stamp expired", "{n} stamps expired", n)
        case EntryKind.CARRIED_OVER:
            said = texts.ngettext("{n} stamp brought along", "{n} stamps brought along", n)
    return said.format(n=n)


def _earned(texts: Texts, reason: str, n: int) -> str:
    match reason:
        case EarnReason.AMOUNT:
            said = texts.ngettext("{n} stamp for what was paid", "{n} stamps for what was paid", n)
        case EarnReason.BOOST | EarnReason.MOVED_BOOST:
            said = texts.ngettext("{n} stamp more for the hour", "{n} stamps more for the hour", n)
        case EarnReason.WELCOME:
            said = texts.ngettext("{n} stamp as a welcome", "{n} stamps as a welcome", n)
        case EarnReason.BIRTHDAY:
            said = texts.ngettext("{n} stamp for the birthday", "{n} stamps for the birthday", n)
        case EarnReason.FRIEND:
            said = texts.ngettext("{n} stamp, brought by a friend", "{n} stamps, brought by a friend", n)
        case EarnReason.REFERRER:
            said = texts.ngettext("{n} stamp for bringing a friend", "{n} stamps for bringing a friend", n)
        case EarnReason.MOVED:
            said = texts.ngettext(
                "{n} stamp that somebody else had first", "{n} stamps that somebody else had first", n
            )
        case _:
            said = texts.ngettext("{n} stamp", "{n} stamps", n)
    return said.format(n=n)


def _goodwill(texts: Texts, reason: str, n: int) -> str:
    if reason not in set(GoodwillReason):
        return texts.ngettext("{n} stamp as a thank-you", "{n} stamps as a thank-you", n).format(n=n)
    if reason in (GoodwillReason.WAITED, GoodwillReason.WENT_WRONG):
        said = texts.ngettext("{n} stamp to make good: {reason}", "{n} stamps to make good: {reason}", n)
    else:
        said = texts.ngettext("{n} stamp as a thank-you: {reason}", "{n} stamps as a thank-you: {reason}", n)
    return said.format(n=n, reason=reason_name(texts, GoodwillReason(reason)))


def _reversed(texts: Texts, entry: LedgerEntry, n: int) -> str:
    if entry.reason == ReversalReason.WRONG_PERSON and entry.stamps < 0:
        said = texts.ngettext("{n} stamp given to somebody else", "{n} stamps given to somebody else", n)
    elif entry.stamps < 0:
        said = texts.ngettext("{n} stamp taken back", "{n} stamps taken back", n)
    else:
        said = texts.ngettext("{n} stamp given back", "{n} stamps given back", n)
    return said.format(n=n)


def _of_a_pass(texts: Texts, entry: LedgerEntry, kind: ProgrammeKind) -> str:
    n = abs(entry.stamps)
    if kind is ProgrammeKind.MEMBERSHIP:
        if entry.kind is EntryKind.REVERSED:
            return texts.gettext("Payment taken back")
        return texts.ngettext("Paid once", "Paid {n} times over", n).format(n=n)
    match entry.kind:
        case EntryKind.EARNED:
            said = texts.ngettext("{n} visit bought", "{n} visits bought", n)
        case EntryKind.REDEEMED:
            said = texts.ngettext("{n} visit used", "{n} visits used", n)
        case _ if entry.stamps < 0:
            said = texts.ngettext("{n} visit taken back", "{n} visits taken back", n)
        case _:
            said = texts.ngettext("{n} visit given back", "{n} visits given back", n)
    return said.format(n=n)
