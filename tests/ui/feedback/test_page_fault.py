"""A page that no phone finds is told in the inbox: the owner waits there for its answers."""

from collections.abc import Iterator

import pytest

from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_fault import PageFaultStrip
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing


@pytest.fixture(autouse=True)
def _page_off() -> Iterator[None]:
    yield
    PAGE_STATE.set(Standing.OFF)


def test_the_inbox_says_what_keeps_phones_away_and_is_quiet_otherwise(window: CounterWindow) -> None:
    sheet = window.open_sheet(SheetName.RESPONSES)
    assert sheet is not None
    strip = sheet.findChild(PageFaultStrip)
    assert not strip.isVisible()
    PAGE_STATE.set(Standing.NOT_HERE, "192.168.1.77", 8320)
    assert strip.isVisible()
    assert "192.168.1.77" in strip.text()
    PAGE_STATE.set(Standing.RUNS, "192.168.1.77", 8320)
    assert not strip.isVisible()
