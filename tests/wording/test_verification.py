"""Every fault that a verification can find has a sentence."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.trust.cut_end import CutEnd
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.trust.verification import Fault, FaultCode, StartFinding
from frontdesk.texts import texts_for
from frontdesk.wording.verification import (
    anchor_sentence,
    fault_sentence,
    start_sentence,
    unreadable_sentence,
)

EN, VIENTIANE = texts_for("en"), ZoneInfo("Asia/Vientiane")
TEN_TO_NINE = 1_751_334_600_000  # 1 July 2025, 8:50 in Vientiane
MINUTE = 60_000
FILE = "frontdesk-20250701-015400.sqlite3"


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("code", list(FaultCode))
def test_each_fault_is_a_whole_sentence(code: FaultCode, number: int) -> None:
    for language in ("en", "lo"):
        said = fault_sentence(texts_for(language), Fault(code, "card", 7, number))
        assert said.endswith(".")
        assert "{" not in said
        assert code not in said


@pytest.mark.parametrize("code", [FaultCode.LEDGER_CUT, FaultCode.LEDGER_REWRITTEN])
@pytest.mark.parametrize("number", [0, 7])
def test_a_backup_is_named_by_its_time_in_the_shop(code: FaultCode, number: int) -> None:
    said = fault_sentence(EN, Fault(code, FILE, number=number), VIENTIANE)
    assert "the backup of 1 July 2025, 8:54" in said
    assert "The backup of 1 July 2025, 8:54 cannot be read" in unreadable_sentence(EN, FILE, VIENTIANE)


@pytest.mark.parametrize("found", [AnchorVerdict.OTHER, AnchorVerdict.FEWER])
def test_a_number_that_does_not_fit_may_be_a_slip_of_the_keys(found: AnchorVerdict) -> None:
    said = anchor_sentence(EN, PaperAnchor(7, "48c7d5aa"), found)
    assert said.startswith(
        "The number 7:48c7d5aa does not fit. Was it typed as it stands on the slip? If it was,"
    )


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (None, "not as Front Desk left them"),
        (CutEnd(2, None, None), "not as Front Desk left them"),
        (
            CutEnd(2, TEN_TO_NINE, None),
            "The last 2 entries in the shop's books are missing: what is here ends",
        ),
        (
            CutEnd(1, TEN_TO_NINE, None),
            "The last entry in the shop's books is missing: what is here ends today",
        ),
        (CutEnd(2, TEN_TO_NINE, TEN_TO_NINE + 4 * MINUTE), "the backup of today at 8:54 can be brought back"),
    ],
)
def test_the_counter_says_what_is_missing_and_where_the_owner_finds_more(
    cut: CutEnd | None, said: str
) -> None:
    now = TEN_TO_NINE + 60 * MINUTE
    sentence = start_sentence(EN, StartFinding.FAULTS, cut, VIENTIANE, now)
    assert said in sentence
    assert "Go on serving" in sentence
    assert "Settings, Data and backups" in sentence
    assert "frontdesk" not in sentence
    assert "8:50" in sentence or cut is None or cut.last_at is None
