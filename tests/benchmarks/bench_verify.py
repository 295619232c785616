"""A full verification of a store with 1,000,000 ledger entries, against the least that it must do: read the
entries, and make one HMAC of each."""

import hmac
from collections.abc import Iterator
from pathlib import Path

import apsw

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.trust import chain
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.services.trust.verifier import Verifier
from tests.benchmarks.figures import Figure, timed

ENTRIES = 1_000_000
CARDS = 10_000
CARD_FULL = 5
FIRST_AT = 1_700_000_000_000
MINUTE = 60_000

_CUSTOMER = (
    "INSERT INTO customer (id, uid, root_id, name, at, staff_id, till_id, gesture_id)"
    " VALUES (?, ?, ?, ?, 0, ?, ?, 1)"
)
_CARD = (
    "INSERT INTO card (id, uid, programme_id, customer_id, seal, at, staff_id, till_id, gesture_id)"
    " VALUES (?, ?, 1, ?, ?, 0, ?, ?, 1)"
)
_GESTURE = (
    "INSERT INTO gesture (id, uid, kind, customer_id, at, staff_id, till_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ENTRY = (
    "INSERT INTO ledger_entry (uid, card_id, kind, stamps, at, staff_id, till_id, gesture_id, epoch_id,"
    " chain_no, chain_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_READ = (
    "SELECT e.id, e.chain_hash, e.uid, e.kind, e.stamps, e.reason, e.at, k.uid, g.uid FROM ledger_entry AS e"
    " JOIN card AS k ON k.id = e.card_id JOIN gesture AS g ON g.id = e.gesture_id ORDER BY e.chain_no"
)


def run(scratch: Path) -> list[Figure]:
    desk = open_desk(paths_for(scratch / "shop-million"))
    fill(desk)
    desk.close()
    floor = timed(lambda: _bare(desk.paths.store, desk.chain_key())) / 1000
    seen, reports = set[int](), list[VerifyReport]()
    verifier = Verifier(desk.paths)
    seconds = timed(lambda: reports.append(verifier.verify(lambda done, total: seen.add(done)))) / 1000
    assert reports[0].ok, reports[0].faults
    assert reports[0].entries == ENTRIES
    for file in desk.paths.data.glob("frontdesk.sqlite3*"):
        file.unlink()
    what = "full verify of 1,000,000 entries, against reading them and one HMAC each"
    measured = f"{seconds:.1f} s, told {len(seen)} times ({seconds / floor:.1f}× {floor:.1f} s)"
    return [Figure(what, measured, "≤ 15 s, with progress", seconds <= 15 and len(seen) > 50)]


def fill(desk: FrontDesk) -> None:
    """Chain a million entries as the program would, but all at once."""
    desk.submit(
        desk.shop.open_shop, desk.act(), ShopSettings("Bench"), stamp_card("Card", CARD_FULL, "coffee")
    ).result()
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), 1).result()
    db = apsw.Connection(str(desk.paths.store))
    db.execute("PRAGMA synchronous = off")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    with db:
        _fill(db, desk.chain_key())
        db.execute("UPDATE card SET balance = (SELECT sum(stamps) FROM ledger_entry WHERE card_id = card.id)")
    for _, sql in triggers:
        db.execute(sql)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()


def _fill(db: apsw.Connection, key: bytes) -> None:
    till, staff = (next(db.execute(f"SELECT id, uid FROM {table}")) for table in ("till", "staff"))
    card_one = next(db.execute("SELECT uid FROM card WHERE id = 1"))[0]
    last = next(db.execute("SELECT chain_hash FROM ledger_entry WHERE id = 1"))[0]
    first_gesture = next(db.execute("SELECT max(id) FROM gesture"))[0] + 1
    cards = {1: card_one} | {n: b"card" + n.to_bytes(12, "big") for n in range(2, CARDS + 1)}
    people = (
        (n, b"cust" + n.to_bytes(12, "big"), n, f"Customer {n}", staff[0], till[0]) for n in cards if n > 1
    )
    db.executemany(_CUSTOMER, people)
    programme = next(db.execute("SELECT uid FROM programme"))[0]
    new_cards = ((n, uid, b"cust" + n.to_bytes(12, "big")) for n, uid in cards.items() if n > 1)
    sealed = ((n, uid, n, chain.card_seal(key, uid, programme, customer)) for n, uid, customer in new_cards)
    db.executemany(_CARD, ((*card, staff[0], till[0]) for card in sealed))

    def gestures() -> Iterator[tuple[object, ...]]:
        for number in range(2, ENTRIES + 1):
            kind, _, card = _what(number)
            uid = b"gest" + number.to_bytes(12, "big")
            yield first_gesture + number, uid, kind, card, FIRST_AT + number * MINUTE, staff[0], till[0]

    def entries() -> Iterator[tuple[object, ...]]:
        nonlocal last
        for number in range(2, ENTRIES + 1):
            kind, stamps, card = _what(number)
            kind = "EARNED" if kind == "STAMP" else "REDEEMED"
            uid, gesture = b"entr" + number.to_bytes(12, "big"), b"gest" + number.to_bytes(12, "big")
            at = FIRST_AT + number * MINUTE
            fields = chain.EntryFields(
                till[1], 1, number, uid, cards[card], kind, stamps, "", b"", at, staff[1], gesture
            )
            last = chain.entry_hash(key, last, fields)
            yield uid, card, kind, stamps, at, staff[0], till[0], first_gesture + number, 1, number, last

    db.executemany(_GESTURE, gestures())
    db.executemany(_ENTRY, entries())
    db.execute("INSERT INTO redemption SELECT id, 1, 1, NULL, 0 FROM ledger_entry WHERE kind = 'REDEEMED'")


def _what(number: int) -> tuple[str, int, int]:
    """The act, the stamps and the card of an entry: each sixth time somebody comes, the card is full."""
    turn, card = divmod(number, CARDS)
    return ("REDEEM", -CARD_FULL, card + 1) if turn % 6 == 5 else ("STAMP", 1, card + 1)


def _bare(path: Path, key: bytes) -> None:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for row in db.execute(_READ):
        hmac.digest(key, b"".join((row[1], row[2], row[7], row[8], b"x" * 120)), "sha256")
    db.close()
