"""What a tap on a promise means, at each time of the day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.ui.counter.promises import Promise, promised_at

ZONE = ZoneInfo("Asia/Vientiane")


@pytest.mark.parametrize(
    ("promise", "now", "then"),
    [
        (Promise.HALF_HOUR, "2026-11-20 08:42", "2026-11-20 09:12"),
        (Promise.HOUR, "2026-11-20 23:30", "2026-11-21 00:30"),
        (Promise.TODAY, "2026-11-20 08:42", "2026-11-20 18:00"),
        (Promise.TODAY, "2026-11-20 17:30", "2026-11-20 21:00"),
        (Promise.TODAY, "2026-11-20 22:10", "2026-11-20 23:59"),
        (Promise.TOMORROW, "2026-12-31 20:00", "2027-01-01 10:00"),
    ],
)
def test_promises(promise: Promise, now: str, then: str) -> None:
    assert promised_at(promise, _ms(now), ZONE) == _ms(then)


def _ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)
