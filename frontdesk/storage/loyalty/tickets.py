"""Tickets that wait for a name, and what was done to each."""

from collections import defaultdict
from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.tickets import FADES_AFTER, DropReason, Ticket, TicketDraft, TicketItem
from frontdesk.domain.regulars.visits import Product
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a ticket; `label` is how it was called before."""

    ticket_id: int
    kind: str
    label: str


def waiting(db: Db, now: int) -> tuple[Ticket, ...]:
    """The queue, the oldest first."""
    return _select(db, "t.closed_by IS NULL AND t.at >= ? ORDER BY t.at, t.id", now - FADES_AFTER)


def faded(db: Db, now: int, limit: int) -> tuple[Ticket, ...]:
    """Those that left the queue because nobody claimed them, the latest first."""
    where = "t.closed_by IS NULL AND t.at < ? ORDER BY t.at DESC, t.id DESC LIMIT ?"
    return _select(db, where, now - FADES_AFTER, limit)


def get(db: Db, ticket_id: int) -> Ticket | None:
    return next(iter(_select(db, "t.id = ?", ticket_id)), None)


def of_act(db: Db, gesture_id: int) -> Ticket | None:
    """The ticket that an act made, or did something to."""
    return next(
        iter(
            _select(
                db,
                "t.gesture_id = ?1 OR t.id = (SELECT ticket_id FROM ticket_step WHERE gesture_id = ?1)",
                gesture_id,
            )
        ),
        None,
    )


def step_of(db: Db, gesture_id: int) -> Step | None:
    """What an act did to a ticket that was there already."""
    row = db.one(
        "SELECT s.ticket_id, g.kind, s.label FROM ticket_step AS s JOIN gesture AS g ON g.id = s.gesture_id"
        " WHERE s.gesture_id = ?",
        (gesture_id,),
    )
    return Step(*row) if row is not None else None


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, draft: TicketDraft) -> int:
    """Put a ticket into the queue, and give its key."""
    ticket_id = db.insert(
        "INSERT INTO ticket (uid, label, stamps, amount, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(new_id(act.at), draft.label, draft.stamps, draft.amount),
            *(act.at, act.staff_id, act.till_id, gesture_id),
        ),
    )
    for product_id, count in draft.items:
        db.run("INSERT INTO ticket_item VALUES (?, ?, ?)", (ticket_id, product_id, count))
    return ticket_id


def close(db: Db, act: Act, gesture_id: int, ticket: Ticket, reason: DropReason | None = None) -> None:
    """It has a face now, or is put away."""
    _note(db, act, gesture_id, ticket, reason)
    db.run("UPDATE ticket SET closed_by = ? WHERE id = ?", (gesture_id, ticket.id))


def open_again(db: Db, closed_by: int) -> bool:
    """Put back into the queue what an act had closed, if it had closed any."""
    if not db.value("SELECT EXISTS (SELECT 1 FROM ticket WHERE closed_by = ?)", (closed_by,)):
        return False
    db.run("UPDATE ticket SET closed_by = NULL WHERE closed_by = ?", (closed_by,))
    return True


def rename(db: Db, act: Act, gesture_id: int, ticket: Ticket, label: str) -> None:
    _note(db, act, gesture_id, ticket)
    db.run("UPDATE ticket SET label = ? WHERE id = ?", (label, ticket.id))


def note_undo(db: Db, act: Act, gesture_id: int, ticket: Ticket) -> None:
    """Note that an act on a ticket was taken back."""
    _note(db, act, gesture_id, ticket)


def sold_lately(db: Db, most: int) -> list[tuple[int, int]]:
    """(product, time) of what was bought last."""
    return list(
        db.run("SELECT product_id, at FROM visit_item WHERE void = 0 ORDER BY id DESC LIMIT ?", (most,))
    )


def _note(db: Db, act: Act, gesture_id: int, ticket: Ticket, reason: DropReason | None = None) -> None:
    db.run(
        "INSERT INTO ticket_step VALUES (?, ?, ?, ?, ?, ?, ?)",
        (gesture_id, ticket.id, reason or "", ticket.label, act.at, act.staff_id, act.till_id),
    )


def _select(db: Db, where: str, *values: int) -> tuple[Ticket, ...]:
    rows = list(
        db.run(
            "SELECT t.id, t.label, t.stamps, t.at, s.name, t.closed_by, t.amount FROM ticket AS t"
            f" JOIN staff AS s ON s.id = t.staff_id WHERE {where}",
            values,
        )
    )
    items = _items(db, [id_ for id_, *_ in rows])
    return tuple(Ticket(id_, label, stamps, tuple(items[id_]), *rest) for id_, label, stamps, *rest in rows)


def _items(db: Db, ids: list[int]) -> defaultdict[int, list[TicketItem]]:
    found = defaultdict[int, list[TicketItem]](list)
    rows = db.run(
        "SELECT i.ticket_id, i.count, p.id, p.name, p.price, p.icon, p.stamps, p.category"
        " FROM ticket_item AS i JOIN product AS p ON p.id = i.product_id"
        f" WHERE i.ticket_id IN ({', '.join('?' * len(ids))}) ORDER BY i.ticket_id, i.product_id",
        tuple(ids),
    )
    for ticket_id, count, *product in rows:
        found[ticket_id].append(TicketItem(Product(*product), count))
    return found
