"""1,600 tamperings with one store, each as somebody would do it who has an SQLite tool and not the key.

Whoever tampers tidies up: triggers are put back as they were, and balances are made to fit. Every tampering
must be found, and the row named. Beside the store there is what a shop has: backups, the note of the last
check, a slip on paper. The seed is in each failure, and in the test's properties.
"""

import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import seeded
from frontdesk.domain.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.programmes import stamp_card
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.verification import LAST_CHECK, Fault, VerifyReport
from frontdesk.services.backups import BackupService, restore
from frontdesk.services.verifier import Verifier
from frontdesk.storage.anchors import Heads
from frontdesk.storage.backups import ends_in_backups
from frontdesk.storage.opening import opened
from frontdesk.storage.verified import read_verified
from frontdesk.storage.verify import verify_store

PEOPLE = 12
MINUTE = 60_000
START = 1_751_371_200_000
PER_BLOCK = 100

TIDY = "UPDATE card SET balance = (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = card.id)"


class Tampering(NamedTuple):
    """What was done, and the rows of which at least one must be named: (table, key)."""

    statements: tuple[str, ...]
    named: frozenset[tuple[str, int]]


class Shop(NamedTuple):
    """A shop on disk, and what is known of it outside its store."""

    paths: Paths
    store: bytes
    old_stores: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    ends: tuple[Heads, ...]
    slip: PaperAnchor


class Ledger(NamedTuple):
    """What a tamperer reads in the store before they begin."""

    entries: list[dict[str, object]]
    epochs: list[dict[str, object]]
    cards: list[int]
    gestures: list[dict[str, object]]


Luck = random.Random
Way = Callable[[Luck, Ledger], Tampering]


def live(desk: FrontDesk, luck: Luck, people: list[int], acts: int) -> None:
    """So many acts of an ordinary week: stamps, rewards, undoes."""
    done = []
    for _ in range(acts):
        person, act = luck.choice(people), desk.act()
        cards = desk.loyalty.cards(person, act.at)
        if cards and cards[0].balance >= 5:
            desk.submit(desk.loyalty.redeem, act, person).result()
        else:
            desk.submit(desk.loyalty.add_stamps, act, person, luck.choice((1, 1, 2))).result()
        done.append(act.gesture)
        if luck.random() < 0.08:
            desk.submit(desk.loyalty.undo, desk.act(), done.pop()).result()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Some hundred entries in two stretches: a backup was restored between them."""
    paths = paths_for(tmp_path_factory.mktemp("tamperings") / "shop")
    now, luck = [START], Luck(5)

    def clock() -> int:
        now[0] += 40 * MINUTE
        return now[0]

    desk = open_desk(paths, clock=clock, source=seeded(3))
    desk.submit(
        desk.shop.open_shop, desk.act(), ShopSettings("Café"), stamp_card("Card", 5, "coffee")
    ).result()
    people = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(f"P{n}")).result().customer.id
        for n in range(PEOPLE)
    ]
    live(desk, luck, people, 160)
    desk.submit(desk.merging.merge, desk.act(), people[0], people[1]).result()
    desk.close()
    backup = BackupService(paths, clock).make()
    first = paths.store.read_bytes()
    restore(paths, backup.path, clock=clock)
    desk = open_desk(paths, clock=clock, source=seeded(4))
    live(desk, luck, people, 160)
    desk.close()
    second = paths.store.read_bytes()
    desk = open_desk(paths, clock=clock, source=seeded(6))
    live(desk, luck, people, 5)
    desk.close()
    BackupService(paths, clock).make()
    assert Verifier(paths).at_start(now[0]) is None
    report = Verifier(paths).verify()
    keys = (paths.chain_key.read_bytes(),)
    note = read_verified(paths.verified, keys)
    assert note is not None
    ends = (note.heads, *(end for end in ends_in_backups(paths.backups) if isinstance(end, Heads)))
    slip = PaperAnchor(report.entries, report.short_hash)
    return Shop(paths, paths.store.read_bytes(), (first, second), keys, ends, slip)


def look(path: Path) -> Ledger:
    db = apsw.Connection(str(path))

    def rows(table: str) -> list[dict[str, object]]:
        cursor = db.execute(f"SELECT * FROM {table}")
        names = [name for name, _ in cursor.getdescription()]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    found = Ledger(
        rows("ledger_entry"), rows("chain_epoch"), [row["id"] for row in rows("card")], rows("gesture")
    )
    db.close()
    return found


def tamper(path: Path, statements: tuple[str, ...]) -> None:
    db = apsw.Connection(str(path))
    db.execute("PRAGMA foreign_keys = 0; PRAGMA synchronous = off; PRAGMA ignore_check_constraints = 1")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    with db:
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement).fetchall()
        for _, sql in triggers:
            db.execute(sql)
    db.close()


def entry(*ids: object) -> frozenset[tuple[str, int]]:
    return frozenset(("ledger_entry", int(str(id_))) for id_ in ids)


# -- the ways to tamper ------------------------------------------------------------------------------------

EDITS = {
    "uid": "randomblob(16)",
    "card_id": "(SELECT id FROM card WHERE id <> {card_id} ORDER BY random() LIMIT 1)",
    "kind": "CASE kind WHEN 'EARNED' THEN 'GOODWILL' WHEN 'GOODWILL' THEN 'EARNED' WHEN 'REDEEMED'"
    " THEN 'EXPIRED' ELSE 'EARNED' END",
    "stamps": "stamps + {nudge}",
    "reason": "reason || 'X'",
    "reverses_id": "(SELECT id FROM ledger_entry WHERE id <> coalesce({reverses}, 0) AND id NOT IN"
    " (SELECT reverses_id FROM ledger_entry WHERE reverses_id IS NOT NULL) LIMIT 1)",
    "at": "at + {nudge}",
    "staff_id": "99",
    "till_id": "99",
    "gesture_id": "(SELECT id FROM gesture WHERE kind = 'OPEN_SHOP')",
    "part": "part + 7",
    "epoch_id": "3 - epoch_id",
    "chain_no": "chain_no + 100000",
    "chain_hash": "randomblob(32)",
}


def edited(luck: Luck, ledger: Ledger, column: str) -> Tampering:
    row = luck.choice(ledger.entries)
    facts = {
        "card_id": row["card_id"],
        "reverses": row["reverses_id"] or 0,
        "nudge": luck.choice((-3, -1, 1, 2, 60_000)),
    }
    moved = ", chain_no = chain_no + 100000" if column == "epoch_id" else ""
    change = (
        f"UPDATE ledger_entry SET {column} = {EDITS[column].format(**facts)}{moved} WHERE id = {row['id']}"
    )
    return Tampering((change, TIDY), entry(row["id"]) | following(ledger, row))


def following(ledger: Ledger, row: dict[str, object]) -> frozenset[tuple[str, int]]:
    """The entry after it, which is what a gap is named by; the stretch, where it was the last of one."""
    mine = [one for one in ledger.entries if one["epoch_id"] == row["epoch_id"]]
    after = [one["id"] for one in mine if int(str(one["chain_no"])) > int(str(row["chain_no"]))]
    return entry(after[0]) if after else frozenset({("chain_epoch", 2), (LAST_CHECK, 0)})


def deleted(luck: Luck, ledger: Ledger) -> Tampering:
    row = luck.choice(ledger.entries)
    return Tampering((f"DELETE FROM ledger_entry WHERE id = {row['id']}", TIDY), following(ledger, row))


def renumbered(luck: Luck, ledger: Ledger) -> Tampering:
    """Deleted, and the gap closed."""
    row = luck.choice([one for one in ledger.entries if following(ledger, one) <= entry(*range(10_000))])
    mine = f"epoch_id = {row['epoch_id']} AND chain_no"
    statements = (
        f"DELETE FROM ledger_entry WHERE id = {row['id']}",
        f"UPDATE ledger_entry SET chain_no = chain_no + 99999 WHERE {mine} > {row['chain_no']}",
        f"UPDATE ledger_entry SET chain_no = chain_no - 100000 WHERE {mine} > 90000",
        TIDY,
    )
    return Tampering(statements, following(ledger, row))


def inserted(luck: Luck, ledger: Ledger, at_end: bool) -> Tampering:
    """A copy of a real row with an act of its own, its hash a plain one: the key is not at hand."""
    row = luck.choice([one for one in ledger.entries if one["kind"] == "EARNED"])
    new, last = 100_000, max(int(str(one["chain_no"])) for one in ledger.entries if one["epoch_id"] == 2)
    number = last + 1 if at_end else luck.randrange(1, last)
    statements = (
        "INSERT INTO gesture (id, uid, kind, customer_id, at, staff_id, till_id)"
        f" SELECT {new}, randomblob(16), kind, customer_id, at, staff_id, till_id FROM gesture"
        f" WHERE id = {row['gesture_id']}",
        f"UPDATE ledger_entry SET chain_no = chain_no + 100001 WHERE epoch_id = 2 AND chain_no >= {number}",
        "UPDATE ledger_entry SET chain_no = chain_no - 100000 WHERE chain_no > 100000",
        f"CREATE TEMP TABLE copy AS SELECT * FROM ledger_entry WHERE id = {row['id']}",
        f"UPDATE copy SET id = {new}, uid = randomblob(16), gesture_id = {new}, epoch_id = 2,"
        f" chain_no = {number}, chain_hash = randomblob(32), part = 0",
        "INSERT INTO ledger_entry SELECT * FROM copy",
        TIDY,
    )
    return Tampering(statements, entry(new))


def swapped(luck: Luck, ledger: Ledger) -> Tampering:
    mine = [one for one in ledger.entries if one["epoch_id"] == luck.choice((1, 2))]
    one, other = luck.sample(mine, 2) if len(mine) > 1 else luck.sample(ledger.entries[:20], 2)
    statements = (
        f"UPDATE ledger_entry SET chain_no = 900000 WHERE id = {one['id']}",
        f"UPDATE ledger_entry SET chain_no = {one['chain_no']}, epoch_id = {one['epoch_id']}"
        f" WHERE id = {other['id']}",
        f"UPDATE ledger_entry SET chain_no = {other['chain_no']}, epoch_id = {other['epoch_id']}"
        f" WHERE id = {one['id']}",
    )
    return Tampering(statements, entry(one["id"], other["id"]))


def exchanged(luck: Luck, ledger: Ledger) -> Tampering:
    """Two people's entries change cards, hashes and all else stay."""
    one = luck.choice(ledger.entries)
    other = luck.choice([row for row in ledger.entries if row["card_id"] != one["card_id"]])
    statements = (
        f"UPDATE ledger_entry SET card_id = {other['card_id']} WHERE id = {one['id']}",
        f"UPDATE ledger_entry SET card_id = {one['card_id']} WHERE id = {other['id']}",
        TIDY,
    )
    return Tampering(statements, entry(one["id"], other["id"]))


def cut(luck: Luck, ledger: Ledger) -> Tampering:
    """The end of the ledger goes, and all acts with it."""
    keep = luck.randrange(1, len(ledger.entries) - 1)
    first = int(str(ledger.entries[keep]["id"]))
    acts = f"SELECT gesture_id FROM ledger_entry WHERE id >= {first}"
    statements = (
        f"CREATE TEMP TABLE gone AS {acts}",
        f"DELETE FROM ledger_entry WHERE id >= {first}",
        f"DELETE FROM redemption WHERE entry_id >= {first}",
        "DELETE FROM gesture WHERE id IN (SELECT gesture_id FROM gone)",
        TIDY,
    )
    return Tampering(statements, frozenset({(LAST_CHECK, 0)}))


def unbalanced(luck: Luck, ledger: Ledger) -> Tampering:
    card = luck.choice(ledger.cards)
    change = f"UPDATE card SET balance = balance + {luck.choice((-2, 1, 5))} WHERE id = {card}"
    return Tampering((change,), frozenset({("card", card)}))


def disowned(luck: Luck, ledger: Ledger) -> Tampering:
    """Two cards change hands."""
    one, other = luck.sample(ledger.cards, 2)
    holder = "(SELECT g.customer_id FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id"
    holder += " WHERE e.card_id = {} AND g.kind = 'STAMP' LIMIT 1)"
    statements = (
        f"UPDATE card SET customer_id = 9999 WHERE id = {one}",
        f"UPDATE card SET customer_id = {holder.format(one)} WHERE id = {other}",
        f"UPDATE card SET customer_id = {holder.format(other)} WHERE id = {one}",
    )
    return Tampering(statements, frozenset({("card", one), ("card", other)}))


GESTURE_EDITS = {
    "uid": "randomblob(16)",
    "kind": "CASE kind WHEN 'STAMP' THEN 'REDEEM' ELSE 'STAMP' END",
    "customer_id": "customer_id % 12 + 1",
    "undoes_id": "(SELECT id FROM gesture WHERE kind = 'OPEN_SHOP')",
}


def act_edited(luck: Luck, ledger: Ledger, column: str) -> Tampering:
    """An act behind an entry: what hangs on it is named, whichever way it is seen first."""
    kinds = ("STAMP", "REDEEM")
    row = luck.choice([one for one in ledger.gestures if one["kind"] in kinds])
    mine = [one for one in ledger.entries if one["gesture_id"] == row["id"]]
    change = f"UPDATE gesture SET {column} = {GESTURE_EDITS[column]} WHERE id = {row['id']}"
    named = {("gesture", int(str(row["id"])))} | {("card", int(str(one["card_id"]))) for one in mine}
    return Tampering((change,), entry(*(one["id"] for one in mine)) | named)


def act_deleted(luck: Luck, ledger: Ledger) -> Tampering:
    row = luck.choice(ledger.entries)
    change = f"DELETE FROM gesture WHERE id = {row['gesture_id']}"
    return Tampering((change,), entry(row["id"]))


EPOCH_EDITS = {
    "till_id": "99",
    "number": "number + 5",
    "key_mark": "randomblob(8)",
    "reason": "CASE reason WHEN 'RESTORED' THEN 'FIRST' ELSE 'RESTORED' END",
    "at": "at + {nudge}",
    "seal": "randomblob(32)",
    "seal ": "NULL",
}


def epoch_edited(luck: Luck, ledger: Ledger, column: str) -> Tampering:
    epoch = luck.choice(ledger.epochs)["id"]
    value = EPOCH_EDITS[column].format(nudge=luck.choice((-1, 1, 86_400_000)))
    return Tampering(
        (f"UPDATE chain_epoch SET {column} = {value} WHERE id = {epoch}",),
        frozenset({("chain_epoch", int(str(epoch)))}),
    )


def epoch_forged(luck: Luck, ledger: Ledger) -> Tampering:
    """A restore that never was, and a ledger cut off that it is to excuse."""
    mark = luck.choice(("key_mark", "key_mark", "randomblob(8)"))
    seal = luck.choice(("NULL", "seal", "randomblob(32)"))
    forged = (
        "INSERT INTO chain_epoch (id, till_id, number, key_mark, reason, at, seal)"
        f" SELECT 3, till_id, 3, {mark}, 'RESTORED', at + 999999999999, {seal} FROM chain_epoch WHERE id = 2"
    )
    named = frozenset({(LAST_CHECK, 0)}) if mark != "key_mark" else frozenset({("chain_epoch", 3)})
    return Tampering((*cut(luck, ledger).statements, forged), named)


def epoch_deleted(luck: Luck, ledger: Ledger) -> Tampering:
    """A stretch goes: with its entries, or without them."""
    epoch = luck.choice((1, 2))
    statements = [f"DELETE FROM chain_epoch WHERE id = {epoch}"]
    if luck.random() < 0.5:
        statements += [f"DELETE FROM ledger_entry WHERE epoch_id = {epoch}", TIDY]
    named = {("chain_epoch", 2)} if epoch == 1 else {(LAST_CHECK, 0)}
    return Tampering(tuple(statements), frozenset(named))


WAYS: dict[str, Way] = {
    **{f"edit {column}": partial(edited, column=column) for column in EDITS},
    "delete": deleted,
    "delete and renumber": renumbered,
    "insert": partial(inserted, at_end=False),
    "append": partial(inserted, at_end=True),
    "swap": swapped,
    "exchange cards": exchanged,
    "cut the end": cut,
    "edit a balance": unbalanced,
    "swap owners": disowned,
    **{f"edit an act's {column}": partial(act_edited, column=column) for column in GESTURE_EDITS},
    "delete an act": act_deleted,
    **{f"edit an epoch's {column}": partial(epoch_edited, column=column) for column in EPOCH_EDITS},
    "forge an epoch": epoch_forged,
    "delete an epoch": epoch_deleted,
}
BLOCKS = 16


def verify(shop: Shop, path: Path) -> VerifyReport:
    return verify_store(path, shop.keys, backups=shop.ends)


def names(fault: Fault) -> tuple[str, int]:
    """A backup's name stands for all that is known outside; that it was the note's is enough."""
    return fault.where, 0 if fault.where == LAST_CHECK else fault.row


def test_the_shop_is_in_order_before_anything_is_done_to_it(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.store)
    report = verify(shop, path)
    assert report.ok, report.faults
    assert report.entries > 300
    assert [(epoch.reason, epoch.checked) for epoch in report.epochs] == [("FIRST", True), ("RESTORED", True)]
    tamper(path, ())
    assert verify(shop, path).ok


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_tampering_is_found_and_its_row_named(shop: Shop, tmp_path: Path, block: int) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.store)
    ledger, missed = look(path), list[str]()
    names_of_ways = list(WAYS)
    for turn in range(PER_BLOCK):
        number = block * PER_BLOCK + turn
        luck, way = Luck(number), names_of_ways[number % len(names_of_ways)]
        done = WAYS[way](luck, ledger)
        path.write_bytes(shop.store)
        tamper(path, done.statements)
        report = verify(shop, path)
        found = {names(fault) for fault in report.faults}
        if report.ok or not found & done.named:
            missed.append(f"seed {number}, {way}: named {sorted(found)[:4]}, not one of {sorted(done.named)}")
    assert missed == []


@pytest.mark.parametrize("which", [0, 1])
def test_an_old_store_put_back_by_hand_is_found(shop: Shop, tmp_path: Path, which: int) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.old_stores[which])
    found = {names(fault) for fault in verify(shop, path).faults}
    assert (LAST_CHECK, 0) in found


def test_paper_alone_tells_of_a_ledger_that_was_cut_off_wherever(shop: Shop, tmp_path: Path) -> None:
    """No backup and no note is left, and whoever cut took the acts along."""
    paths = paths_for(tmp_path / "shop")
    paths.create()
    shutil.copyfile(shop.paths.chain_key, paths.chain_key)
    paths.store.write_bytes(shop.store)
    ledger = look(paths.store)
    assert Verifier(paths).compare(shop.slip) is AnchorVerdict.FITS
    for seed in range(20):
        paths.store.write_bytes(shop.store)
        tamper(paths.store, cut(Luck(seed), ledger).statements)
        assert Verifier(paths).compare(shop.slip) is AnchorVerdict.FEWER
    with opened(paths.store) as db:
        assert db.value("SELECT count(*) FROM chain_epoch") == 2
