"""Findings as sentences for the owner."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, OutlierReport, Severity
from frontdesk.texts import texts_for
from frontdesk.wording.outliers import (
    finding_sentence,
    look_first_sentence,
    nothing_sentence,
    usual_number,
)

FINDING = Finding(
    FindingKind.ONE_PAIR,
    Severity.LOOK,
    staff_id=2,
    customer_ids=(7,),
    count=5,
    usual=0.62,
    out_of=6,
    days=9,
    first_day=date(2026, 11, 12),
    entry_ids=(1, 2, 3, 4, 5),
    gestures=(b"1", b"2", b"3", b"4", b"5"),
    staff_share=5,
)
STAFF, CUSTOMERS = {2: "Maly"}, {7: "Somsak"}


def test_a_pair_is_told_with_its_numbers_and_its_beginning() -> None:
    assert finding_sentence(texts_for("en"), FINDING, STAFF, CUSTOMERS) == (
        "Maly stamped Somsak's card at 5 of 6 shifts; by the hours at which others come, "
        "0.6 would be usual. It began about 12 November 2026."
    )


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_whole_sentences_with_its_count(kind: FindingKind, language: str) -> None:
    texts = texts_for(language)
    sentence = finding_sentence(texts, replace(FINDING, kind=kind), STAFF, CUSTOMERS)
    assert "5" in sentence
    assert "0.6" in sentence
    assert "Maly" in sentence
    assert "{" not in sentence + look_first_sentence(texts, replace(FINDING, kind=kind))
    assert look_first_sentence(texts, replace(FINDING, kind=kind)) != sentence


def test_nothing_unusual_and_too_early_are_two_answers() -> None:
    texts = texts_for("en")
    report = OutlierReport(True, date(2026, 11, 13), date(2026, 11, 19), 90, 28)
    assert nothing_sentence(texts, report, 7) == "Nothing unusual in the last 7 days."
    young = replace(report, enough=False, known_days=3)
    assert nothing_sentence(texts, young, 7) == (
        "Not enough yet: the ledger knows 3 days, and what is usual shows after 28. "
        "Until then nothing is found here, whatever is given. Look at the day-close slip under “Data and "
        "backups” each evening: it tells for each of the staff what came from tickets, power-cut sheets and "
        "paper cards."
    )


def test_a_usual_number_is_no_promise_of_nothing() -> None:
    assert [usual_number(value) for value in (0.0, 0.62, 9.94, 12.4)] == ["0.1", "0.6", "9.9", "12"]
