"""The chain's hash: frozen, unambiguous, keyed."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.trust.chain import (
    GENESIS,
    EndedEpoch,
    EntryFields,
    EpochFields,
    entry_hash,
    epoch_seal,
    key_mark,
    short_hash,
)

KEY = bytes(range(32))
FIELDS = EntryFields(
    b"t" * 16, 1, 1, b"e" * 16, b"c" * 16, "EARNED", 1, "", b"", 1_751_000_000_000, b"s" * 16, b"g" * 16
)


def test_the_hash_is_frozen() -> None:
    """Ledgers out there were chained like this; a change here would call all of them forged."""
    assert (
        entry_hash(KEY, GENESIS, FIELDS).hex()
        == "d0192eb5cbeaebf903604c7776d93927762aa74df609769a7c571a093e596ff5"
    )
    assert key_mark(KEY).hex() == "323b53fa67455ac3"


def test_every_fact_the_key_and_the_entry_before_count() -> None:
    variants = [
        FIELDS._replace(**{name: value})
        for name, value in {
            "till_uid": b"x" * 16,
            "epoch_number": 2,
            "chain_no": 2,
            "entry_uid": b"x" * 16,
            "card_uid": b"x" * 16,
            "kind": "GOODWILL",
            "stamps": 2,
            "reason": "KIND",
            "reversed_uid": b"x" * 16,
            "at": 1,
            "staff_uid": b"x" * 16,
            "gesture_uid": b"x" * 16,
        }.items()
    ]
    hashes = {entry_hash(KEY, GENESIS, fields) for fields in [FIELDS, *variants]}
    assert len(hashes) == len(EntryFields._fields) + 1
    assert entry_hash(bytes(32), GENESIS, FIELDS) not in hashes
    assert entry_hash(KEY, b"\x01" * 32, FIELDS) not in hashes


@given(st.text(), st.text(), st.text(), st.text())
def test_what_stands_in_one_field_cannot_slip_into_the_next(
    kind: str, reason: str, kind2: str, reason2: str
) -> None:
    one = entry_hash(KEY, GENESIS, FIELDS._replace(kind=kind, reason=reason))
    other = entry_hash(KEY, GENESIS, FIELDS._replace(kind=kind2, reason=reason2))
    assert (one == other) == ((kind, reason) == (kind2, reason2))


def test_a_mark_tells_keys_apart_and_is_no_part_of_the_key() -> None:
    assert key_mark(KEY) != key_mark(bytes(32))
    assert key_mark(KEY) not in KEY


def test_the_short_hash_is_what_people_compare() -> None:
    assert short_hash(bytes.fromhex("deadbeef") + bytes(28)) == "deadbeef"
    assert short_hash(b"") == ""


EPOCH = EpochFields(b"t" * 16, 2, b"m" * 8, "RESTORED", 1_751_000_000_000)
EARLIER = EndedEpoch(EPOCH._replace(number=1, reason="FIRST"), b"s" * 32, 31, b"h" * 32)


def test_the_seal_is_frozen() -> None:
    """Epochs out there were sealed like this; a change here would call all of them forged."""
    assert (
        epoch_seal(KEY, EPOCH, [EARLIER]).hex()
        == "434f08bec5f2486c890d7574035bbfd6d0ccd2ef7bc6b0151bfc4975fe06dc6e"
    )
    assert (
        epoch_seal(KEY, EPOCH, [EARLIER], adopted=True).hex()
        == "eda87bc57ff9f73e69d63d170c8ae09c21061c3f9582bbd31a22674c63c69ccd"
    )


def test_every_fact_of_an_epoch_and_of_those_before_it_counts() -> None:
    own = [
        EPOCH._replace(**{name: value})
        for name, value in {
            "till_uid": b"x" * 16,
            "number": 3,
            "key_mark": b"x" * 8,
            "reason": "KEY_LOST",
            "at": 1,
        }.items()
    ]
    before = [
        EARLIER._replace(fields=EPOCH),
        EARLIER._replace(seal=b""),
        EARLIER._replace(entries=30),
        EARLIER._replace(last_hash=b"x" * 32),
    ]
    seals = {epoch_seal(KEY, fields, [EARLIER]) for fields in (EPOCH, *own)}
    seals |= {epoch_seal(KEY, EPOCH, [epoch]) for epoch in before}
    seals |= {epoch_seal(KEY, EPOCH, ()), epoch_seal(KEY, EPOCH, [EARLIER, EARLIER])}
    seals |= {epoch_seal(bytes(32), EPOCH, [EARLIER]), epoch_seal(KEY, EPOCH, [EARLIER], adopted=True)}
    assert len(seals) == 1 + len(own) + len(before) + 4
