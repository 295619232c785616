"""How somebody tampers with a store who has an SQLite tool and not the key; for test_tamperings.py.

Each way gives the statements, and the rows of which at least one must be named.
"""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw

from frontdesk.domain.trust.verification import LAST_CHECK

TIDY = "UPDATE card SET balance = (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = card.id)"


class Tampering(NamedTuple):
    """What was done, and the rows of which at least one must be named: (table, key)."""

    statements: tuple[str, ...]
    named: frozenset[tuple[str, int]]


class Ledger(NamedTuple):
    """What a tamperer reads in the store before they begin."""

    entries: list[dict[str, object]]
    epochs: list[dict[str, object]]
    cards: list[dict[str, object]]
    gestures: list[dict[str, object]]
    terms: list[dict[str, object]]
    purchases: list[dict[str, object]]
    referrals: list[dict[str, object]]


Luck = random.Random
Way = Callable[[Luck, Ledger], Tampering]


def look(path: Path) -> Ledger:
    db = apsw.Connection(str(path))

    def rows(table: str) -> list[dict[str, object]]:
        cursor = db.execute(f"SELECT * FROM {table}")
        names = [name for name, _ in cursor.getdescription()]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    tables = ("ledger_entry", "chain_epoch", "card", "gesture", "terms", "purchase", "referral")
    found = Ledger(*(rows(table) for table in tables))
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
    "card_id": "(SELECT id FROM card WHERE id <> {card_id} ORDER BY id LIMIT 1)",
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
    last = {one["epoch_id"]: one["id"] for one in ledger.entries}
    row = luck.choice([one for one in ledger.entries if one["id"] not in last.values()])
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
    card = int(str(luck.choice(ledger.cards)["id"]))
    change = f"UPDATE card SET balance = balance + {luck.choice((-2, 1, 5))} WHERE id = {card}"
    return Tampering((change,), frozenset({("card", card)}))


def disowned(luck: Luck, ledger: Ledger) -> Tampering:
    """Two cards change hands."""
    one, other = luck.sample([int(str(card["id"])) for card in ledger.cards if card["programme_id"] == 1], 2)
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
    "found_entries": "found_entries + 400",
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
