"""Ways to tamper with the rows by which entries are written, and those beside them; no entry is touched."""

from functools import partial

from tests.storage.trust.verifying.ways_to_tamper import Ledger, Luck, Tampering, Way, entry


def named(table: str, *rows: dict[str, object]) -> frozenset[tuple[str, int]]:
    return frozenset((table, int(str(row["id"]))) for row in rows)


SEALED_EDITS = {
    "card's uid": ("card", "uid = randomblob(16)"),
    "card's seal": (
        "card",
        "seal = (SELECT seal FROM card AS o WHERE o.id <> card.id ORDER BY o.id LIMIT 1)",
    ),
    "card's lost seal": ("card", "seal = NULL"),
    "promise": ("terms", "promise = json_set(promise, '$.rewards[0].price', 1)"),
    "promise's words": ("terms", "promise = json_set(promise, '$.rewards[0].what.\"\"', 'lunch for all')"),
    "promise's beginning": ("terms", "starts_at = starts_at + 60000"),
    "promise's programme": ("terms", "programme_id = 3 - programme_id"),
    "promise's seal": ("terms", "seal = randomblob(32)"),
    "promise's lost seal": ("terms", "seal = NULL, promise = json_set(promise, '$.rewards[0].price', 1)"),
    "friend": ("referral", "friend_id = (friend_id + 5) % 12 + 1"),
    "referrer": ("referral", "referrer_id = (SELECT 11 + (referrer_id = 11))"),
    "referral that was taken back": ("referral", "undone_gesture_id = 1 - coalesce(undone_gesture_id, 0)"),
}


def sealed_edited(luck: Luck, ledger: Ledger, what: str) -> Tampering:
    """A card, a promise or a referral is turned into another one, and no entry is touched."""
    table, change = SEALED_EDITS[what]
    rows = {"card": ledger.cards, "terms": ledger.terms, "referral": ledger.referrals}[table]
    row = luck.choice([row for row in rows if table != "card" or row["id"] != ledger.cards[0]["id"]])
    return Tampering((f"UPDATE {table} SET {change} WHERE id = {row['id']}",), named(table, row))


def made_dearer(luck: Luck, ledger: Ledger) -> Tampering:
    """A card goes into another programme, in which its stamps buy more."""
    taken = {row["customer_id"] for row in ledger.cards if row["programme_id"] == 2}
    row = luck.choice([row for row in ledger.cards if row["customer_id"] not in taken])
    return Tampering((f"UPDATE card SET programme_id = 2 WHERE id = {row['id']}",), named("card", row))


def promise_forged(luck: Luck, ledger: Ledger) -> Tampering:
    """A version that nobody made, with the seal of one that somebody did."""
    row = luck.choice(ledger.terms)
    statements = (
        f"CREATE TEMP TABLE copy AS SELECT * FROM terms WHERE id = {row['id']}",
        "UPDATE copy SET id = 900, uid = randomblob(16),"
        " promise = json_set(promise, '$.rewards[0].price', 2), starts_at = starts_at + 1",
        "INSERT INTO terms SELECT * FROM copy",
    )
    return Tampering(statements, frozenset({("terms", 900)}))


def referral_forged(luck: Luck, ledger: Ledger) -> Tampering:
    """With an act of its own, and the seal of another or none."""
    row, seal = luck.choice(ledger.referrals), luck.choice(("seal", "NULL", "randomblob(32)"))
    statements = (
        "INSERT INTO gesture (id, uid, kind, customer_id, at, staff_id, till_id)"
        f" SELECT 90000, randomblob(16), 'BROUGHT', 12, at, staff_id, till_id FROM gesture"
        f" WHERE id = {row['gesture_id']}",
        f"CREATE TEMP TABLE copy AS SELECT * FROM referral WHERE id = {row['id']}",
        f"UPDATE copy SET id = 900, uid = randomblob(16), friend_id = 12, seal = {seal}, gesture_id = 90000,"
        " undone_gesture_id = NULL",
        "INSERT INTO referral SELECT * FROM copy",
    )
    return Tampering(statements, frozenset({("referral", 900)}))


def referral_deleted(luck: Luck, ledger: Ledger) -> Tampering:
    row = luck.choice(ledger.referrals)
    act = frozenset({("gesture", int(str(row["gesture_id"])))})
    return Tampering((f"DELETE FROM referral WHERE id = {row['id']}",), act)


def reward_unnamed(luck: Luck, ledger: Ledger) -> Tampering:
    """What a taken reward was is not told any more, or another one, of another price."""
    row = luck.choice([one for one in ledger.entries if one["kind"] == "REDEEMED"])
    change = luck.choice(("DELETE FROM redemption", "UPDATE redemption SET terms_id = 3 - terms_id"))
    return Tampering((f"{change} WHERE entry_id = {row['id']}",), entry(row["id"]))


def purchase_deleted(luck: Luck, ledger: Ledger) -> Tampering:
    """What was paid goes, the stamps for it stay."""
    row = luck.choice(
        [one for one in ledger.entries if one["reason"] == "AMOUNT" and one["kind"] == "EARNED"]
    )
    return Tampering((f"DELETE FROM purchase WHERE gesture_id = {row['gesture_id']}",), entry(row["id"]))


def purchase_revived(luck: Luck, ledger: Ledger) -> Tampering:
    """What was paid is taken back without an undo, or stands again after one."""
    row = luck.choice(ledger.purchases)
    undoes = {int(str(one["id"])) for one in ledger.gestures if one["undoes_id"] == row["gesture_id"]}
    acts = frozenset(("gesture", id_) for id_ in undoes or {int(str(row["gesture_id"]))})
    return Tampering((f"UPDATE purchase SET void = 1 - void WHERE id = {row['id']}",), acts)


ROW_WAYS: dict[str, Way] = {
    **{f"edit a {what}": partial(sealed_edited, what=what) for what in SEALED_EDITS},
    "make a card dearer": made_dearer,
    "forge a promise": promise_forged,
    "forge a referral": referral_forged,
    "delete a referral": referral_deleted,
    "unname a reward": reward_unnamed,
    "delete a purchase": purchase_deleted,
    "revive a purchase": purchase_revived,
}
