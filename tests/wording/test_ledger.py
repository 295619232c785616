"""Every line of the ledger has words of its own, in each language that the windows speak."""

from itertools import product

import pytest

from frontdesk.domain.loyalty.programmes import ProgrammeKind
from frontdesk.domain.loyalty.stamping import (
    EarnReason,
    EntryKind,
    GoodwillReason,
    LedgerEntry,
    ReversalReason,
)
from frontdesk.texts import LANGUAGES, texts_for
from frontdesk.wording.ledger import entry_sentence

EN = texts_for("en")


def entry(kind: EntryKind, stamps: int, reason: str = "", *, reversed_: bool = False) -> LedgerEntry:
    return LedgerEntry(1, 1, kind, stamps, reason, 0, b"", reversed=reversed_)


def test_each_reason_to_earn_is_told_from_the_others() -> None:
    said = {reason: entry_sentence(EN, entry(EntryKind.EARNED, 2, reason)) for reason in EarnReason}
    alike = {EarnReason.BOOST, EarnReason.MOVED_BOOST}, {EarnReason.BOUGHT, EarnReason.SOLD}
    assert len(set(said.values())) == len(said) - len(alike)
    assert said[EarnReason.REFERRER] == "2 stamps for bringing a friend"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_left_without_words(language: str) -> None:
    texts, reasons = texts_for(language), (*EarnReason, *GoodwillReason, *ReversalReason, "OF_LATER")
    for kind, reason, stamps, card in product(EntryKind, reasons, (1, -2), ProgrammeKind):
        said = entry_sentence(texts, entry(kind, stamps, reason), card)
        assert said
        assert "{" not in said


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        (entry(EntryKind.GOODWILL, 1, "WAITED"), ProgrammeKind.STAMPS, "1 stamp to make good: Waited long"),
        (
            entry(EntryKind.GOODWILL, 1, "KINDNESS"),
            ProgrammeKind.STAMPS,
            "1 stamp as a thank-you: For a kindness",
        ),
        (entry(EntryKind.GOODWILL, 2), ProgrammeKind.STAMPS, "2 stamps as a thank-you"),
        (entry(EntryKind.REDEEMED, -5), ProgrammeKind.STAMPS, "Reward taken for 5 stamps"),
        (entry(EntryKind.EXPIRED, -3), ProgrammeKind.STAMPS, "3 stamps expired"),
        (
            entry(EntryKind.REVERSED, -1, "WRONG_PERSON"),
            ProgrammeKind.STAMPS,
            "1 stamp given to somebody else",
        ),
        (entry(EntryKind.REVERSED, -1, "SLIP"), ProgrammeKind.STAMPS, "1 stamp taken back"),
        (entry(EntryKind.REVERSED, 5, "SLIP"), ProgrammeKind.STAMPS, "5 stamps given back"),
        (entry(EntryKind.EARNED, 1, reversed_=True), ProgrammeKind.STAMPS, "1 stamp (taken back)"),
        (entry(EntryKind.EARNED, 10, "SOLD"), ProgrammeKind.PASS, "10 visits bought"),
        (entry(EntryKind.REDEEMED, -1), ProgrammeKind.PASS, "1 visit used"),
        (entry(EntryKind.REVERSED, 1, "SLIP"), ProgrammeKind.PASS, "1 visit given back"),
        (entry(EntryKind.REVERSED, -10, "SLIP"), ProgrammeKind.PASS, "10 visits taken back"),
        (entry(EntryKind.EARNED, 2, "SOLD"), ProgrammeKind.MEMBERSHIP, "Paid 2 times over"),
        (entry(EntryKind.REVERSED, -1, "SLIP"), ProgrammeKind.MEMBERSHIP, "Payment taken back"),
    ],
)
def test_a_line_says_what_it_did(line: LedgerEntry, kind: ProgrammeKind, said: str) -> None:
    assert entry_sentence(EN, line, kind) == said
