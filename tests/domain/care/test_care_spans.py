"""When a span of the care figures begins: with a whole day, in the shop's own zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.care_spans import CareSpan, begin_of

VIENTIANE = ZoneInfo("Asia/Vientiane")
THURSDAY = int(datetime(2026, 11, 19, 1, 30, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("span", "begins"),
    [
        (CareSpan.THIS_WEEK, datetime(2026, 11, 16, tzinfo=VIENTIANE)),
        (CareSpan.FOUR_WEEKS, datetime(2026, 10, 22, tzinfo=VIENTIANE)),
        (CareSpan.THREE_MONTHS, datetime(2026, 8, 19, tzinfo=VIENTIANE)),
    ],
)
def test_a_span_begins_with_a_day(span: CareSpan, begins: datetime) -> None:
    assert begin_of(span, THURSDAY, VIENTIANE) == begins.timestamp() * 1000


def test_since_opening_leaves_nothing_out() -> None:
    assert begin_of(CareSpan.SINCE_OPENING, THURSDAY, VIENTIANE) == 0


def test_on_a_monday_the_week_is_that_day() -> None:
    monday = int(datetime(2026, 11, 16, 2, tzinfo=UTC).timestamp() * 1000)
    assert begin_of(CareSpan.THIS_WEEK, monday, VIENTIANE) < monday
    assert monday - begin_of(CareSpan.THIS_WEEK, monday, VIENTIANE) == 9 * 3_600_000
