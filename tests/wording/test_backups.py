"""Backups in words."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.faults import StoreFault
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.texts import texts_for
from frontdesk.wording.backups import (
    found_sentence,
    hourly_failed_sentence,
    made_when,
    size_sentence,
    why_sentence,
)

VIENTIANE = ZoneInfo("Asia/Vientiane")
EN = texts_for("en")


def at(written: str) -> int:
    return int(datetime.fromisoformat(written).replace(tzinfo=VIENTIANE).timestamp() * 1000)


NOW = at("2026-11-20 14:00")
MADE = BackupMade(Path("one.sqlite3"), at("2026-11-19 18:05"), 2_340_000, 7, "ab12")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20 13:59", "today at 13:59"),
        ("2026-11-19 00:00", "yesterday at 0:00"),
        ("2026-11-13 12:00", "13 November at 12:00"),
        ("2025-11-13 12:00", "13 November 2025 at 12:00"),
    ],
)
def test_a_backup_is_called_by_its_day_and_minute(moment: str, said: str) -> None:
    assert made_when(EN, replace(MADE, at=at(moment)), VIENTIANE, NOW) == said


def test_the_reason_is_said_for_those_made_on_purpose() -> None:
    said = {why_sentence(EN, replace(MADE, why=why)) for why in ("", "before-restore", "before-migration")}
    assert len(said) == 3


def test_the_size_is_that_of_the_books_and_of_the_file() -> None:
    assert size_sentence(EN, MADE) == "7 entries in the books, 2.3 MB."
    assert size_sentence(EN, replace(MADE, entries=1)) == "1 entry in the books, 2.3 MB."
    assert size_sentence(EN, replace(MADE, good=False)) == "It cannot be read any more."


def test_an_earlier_shop_is_named_where_it_has_a_name() -> None:
    kept = KeptShop(MADE, "Café Mekong", "lo", VIENTIANE)
    assert "“Café Mekong” here, the latest of yesterday at 18:05" in found_sentence(EN, kept, NOW)
    assert "a shop here" in found_sentence(EN, replace(kept, name=""), NOW)


@pytest.mark.parametrize("fault", [None, *StoreFault])
def test_an_hourly_backup_that_failed_is_no_act_that_failed(fault: StoreFault | None) -> None:
    said = hourly_failed_sentence(EN, fault)
    assert said.startswith("The hourly backup was not made: ")
    assert "saved" not in said
