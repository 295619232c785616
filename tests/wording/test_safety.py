"""A backup that was tried out is told with how it differs from the shop of now."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.trust.safety import Counted, Drill
from frontdesk.texts import texts_for
from frontdesk.wording.safety import drill_sentence

BOOKS = "This backup is good. It is of today at 7:00 and holds 296 customers and 9,000 entries in the books"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (Counted(296, 9000), f"{BOOKS}, as many as the shop has now."),
        (Counted(295, 9000), f"{BOOKS}. The shop has 295 customers now."),
        (Counted(297, 9004), f"{BOOKS}, 4 fewer than now. The shop has 297 customers now."),
        (Counted(296, 9004), f"{BOOKS}, 4 fewer than now."),
    ],
)
def test_every_difference_is_said(now: Counted, said: str) -> None:
    drill = Drill(0, 0, Counted(296, 9000), now)
    told = drill_sentence(texts_for("en"), drill, ZoneInfo("Asia/Vientiane"), 0)
    assert told.replace("\u202f", " ").replace("\xa0", " ") == said
