"""A day is written in three small numbers, in any digits, and said back in words."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.days import day_at, end_of_day
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.programmes.days import begins_at, last_day, read_day
from tests.ui.programmes.conftest import type_into

VIENTIANE, TBILISI, AZORES = (
    ZoneInfo(name) for name in ("Asia/Vientiane", "Asia/Tbilisi", "Atlantic/Azores")
)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("1", "12", "2026"), date(2026, 12, 1)),
        (("໑", "໑໒", "໒໐໒໖"), date(2026, 12, 1)),
        (("29", "2", "28"), date(2028, 2, 29)),
        (("1", "12", "2569"), date(2026, 12, 1)),
        (("29", "2", "2026"), None),
        (("1", "", "2026"), None),
        (("one", "12", "2026"), None),
        (("", "", ""), None),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed: tuple[str, str, str], day: date | None) -> None:
    assert read_day(*typed) == day


@pytest.mark.parametrize("zone", [VIENTIANE, AZORES])
@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_begins_where_the_one_before_ends(zone: ZoneInfo, day: date) -> None:
    """Also where midnight is left out, as on a spring night in the Azores."""
    assert day_at(begins_at(day, zone), zone) == day
    assert day_at(begins_at(day, zone) - 1, zone) == day - timedelta(days=1)
    assert last_day(end_of_day(day, zone), zone) == day


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    stage = QWidget()
    qtbot.addWidget(stage)
    field = DayField(lambda: "Last day", lambda: "Empty: without an end.")
    field.setParent(stage)
    field.stage = stage  # keeps the window alive as long as the field
    return field


def below(field: DayField) -> str:
    return field.control.accessibleDescription()


def test_a_day_is_said_back_in_words(field: DayField) -> None:
    field.put(None)
    assert below(field) == "Empty: without an end."
    type_into(field.day, "24")
    type_into(field.month, "12")
    type_into(field.year, "2026")
    assert below(field) == "Thursday, 24 December 2026"
    assert field.check()


def test_what_is_no_day_is_said_and_typing_takes_it_away(field: DayField) -> None:
    type_into(field.day, "31")
    type_into(field.month, "2")
    assert not field.check()
    assert "not a day" in field.fault
    type_into(field.day, "3")
    assert not field.fault


def test_each_number_has_a_name_for_a_reader(field: DayField) -> None:
    names = [part.accessibleName() for part in (field.day, field.month, field.year)]
    assert names == ["Last day: Day", "Last day: Month", "Last day: Year"]
