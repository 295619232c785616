"""Balance and card view in a store with 1,000,000 ledger entries, beside a bare indexed read of the balance.

Read three ways: as the programme began; after a change of its terms, and with stamps that end, for which the
unspent stamps are looked up; and for one customer with 20,000 entries of their own.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import apsw

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Reward
from frontdesk.domain.said import Said
from tests.benchmarks import bench_verify
from tests.benchmarks.figures import Figure, in_turn, percentile

ROUNDS = 1000
MOST_MS = 1.0
NEARLY_A_YEAR = 350 * 24 * 60 * bench_verify.MINUTE
OLD_HAND = 2
"""The customer with years of entries."""
OLD_HAND_ENTRIES = 20_000

_BALANCE = (
    "SELECT k.programme_id, sum(k.balance) FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
    " WHERE c.root_id = ? GROUP BY k.programme_id"
)
_ENTRY = (
    "INSERT INTO ledger_entry (uid, card_id, kind, stamps, at, staff_id, till_id, gesture_id, part, epoch_id,"
    " chain_no, chain_hash) VALUES (?, ?, ?, ?, ?, 1, 1, ?, ?, 1, ?, zeroblob(32))"
)


def run(scratch: Path) -> list[Figure]:
    desk = open_desk(paths_for(scratch / "shop-ledger"))
    bench_verify.fill(desk)
    _add_an_old_hand(desk.paths.store)
    rng = random.Random(1)
    anybody = [rng.randrange(1, bench_verify.CARDS + 1) for _ in range(ROUNDS)]
    try:
        return list(_measure(desk, anybody))
    finally:
        desk.close()
        for file in desk.paths.data.glob("frontdesk.sqlite3*"):
            file.unlink()


def _measure(desk: FrontDesk, anybody: list[int]) -> Iterator[Figure]:
    what = "balance and card view with 1,000,000 ledger entries"
    yield _figure(f"{what}, p99", desk, anybody, desk.now())
    programme = desk.programmes.all()[0]
    terms = replace(
        programme.terms[0],
        rewards=(Reward(1, 7, Said("coffee")),),
        expiry=Expiry(ExpiryBasis.AGE, 12),
    )
    desk.submit(desk.programmes.change, desk.act(), programme.id, terms).result()
    soon = desk.now() + NEARLY_A_YEAR  # what ends is about to be warned of: more is asked of each stamp then
    yield _figure(f"{what}, changed terms and stamps that end, p99", desk, anybody, soon)
    yield _figure(f"{what}, a customer with 20,000 of them, p99", desk, [OLD_HAND] * ROUNDS, soon)


def _figure(what: str, desk: FrontDesk, customers: list[int], now: int) -> Figure:
    bare = apsw.Connection(str(desk.paths.store), flags=apsw.SQLITE_OPEN_READONLY)
    bare.pragma("cache_size", -16_000)
    service, floor = list[float](), list[float]()
    for customer in customers:
        calls: tuple[Callable[[], object], ...] = (
            lambda customer=customer: desk.loyalty.cards(customer, now),
            lambda customer=customer: bare.execute(_BALANCE, (customer,)).fetchall(),
        )
        for times, slot in zip(in_turn(*calls, rounds=3), (service, floor), strict=True):
            slot.append(median(times))
    bare.close()
    slowest, ratio = percentile(service, 0.99), median(service) / median(floor)
    measured = (
        f"{slowest:.2f} ms (p50 {median(service):.3f}, {ratio:.1f}× a bare indexed read of the balance)"
    )
    return Figure(what, measured, f"≤ {MOST_MS:.0f} ms", slowest <= MOST_MS)


def _add_an_old_hand(store: Path) -> None:
    """Give one customer years of stamps and rewards, in a chain that nobody checks here."""
    db = apsw.Connection(str(store))
    db.execute("PRAGMA synchronous = off")
    last = next(db.execute("SELECT max(chain_no) FROM ledger_entry"))[0]
    gesture = next(db.execute("SELECT max(id) FROM gesture"))[0]
    begun = bench_verify.FIRST_AT

    def entries() -> Iterator[tuple[object, ...]]:
        for number in range(1, OLD_HAND_ENTRIES + 1):
            full = number % (bench_verify.CARD_FULL + 1) == 0
            kind, stamps = ("REDEEMED", -bench_verify.CARD_FULL) if full else ("EARNED", 1)
            uid, at = b"many" + number.to_bytes(12, "big"), begun + number * bench_verify.MINUTE * 50
            yield uid, OLD_HAND, kind, stamps, at, gesture, number, last + number

    with db:
        db.executemany(_ENTRY, entries())
    db.close()
