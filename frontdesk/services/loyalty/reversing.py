"""Taking back entries. The ledger only grows: each entry is reversed, once, by another."""

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.stamping import EntryKind, ReversalReason
from frontdesk.services.gesture import Begun
from frontdesk.services.loyalty.earning import Writing
from frontdesk.storage.loyalty import expiry, ledger_entries
from frontdesk.storage.loyalty.ledger import Ledger, NewEntry
from frontdesk.storage.loyalty.ledger_entries import EntryOf


def reverse(
    ledger: Ledger, begun: Begun, act: Act, entry: EntryOf, reason: ReversalReason, part: int
) -> None:
    """Write the entry that takes another one back."""
    undoing = NewEntry(
        entry.card,
        EntryKind.REVERSED,
        -entry.stamps,
        reason.value,
        visit_id=entry.visit_id,
        reverses=(entry.id, entry.uid),
        part=part,
    )
    ledger.append(begun.db, act, begun.id, undoing)


def take_back(writing: Writing, entry: EntryOf, reason: ReversalReason) -> None:
    """Reverse one entry; and the end of its stamps, which would else be taken twice."""
    writing.touched.setdefault(entry.customer_id, set()).add(entry.programme_id)
    if entry.kind is EntryKind.EXPIRED:  # what is back may not end on the warning that had been given before
        expiry.unwarn(writing.begun.db, entry.customer_id, entry.programme_id)
    for ending in ledger_entries.endings_of(writing.begun.db, entry.id):
        part = next(writing.parts)
        reverse(writing.ledger, writing.begun, writing.act, ending, ReversalReason.RECKONED_ANEW, part)
    reverse(writing.ledger, writing.begun, writing.act, entry, reason, next(writing.parts))
