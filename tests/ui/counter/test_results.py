"""What is shown of those who were found, and what helps when nobody was."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.hits import FoundBy, Hit
from frontdesk.domain.finding.keyboards import readings
from frontdesk.ui.counter.results import HIT_ROLE, said_below
from frontdesk.ui.counter.window import CounterWindow


def type_in(window: CounterWindow, text: str) -> None:
    window.header.search.setText(text)


def first_row_said(window: CounterWindow) -> str:
    model = window.results._model
    return str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(
    ("typed", "found_by", "said"),
    [("cello", FoundBy.NOTE, "Note: Plays the cello"), ("5551", FoundBy.PHONE, "Phone: 2055514867")],
)
def test_a_row_says_why_it_is_there_when_the_name_does_not(
    window: CounterWindow, typed: str, found_by: FoundBy, said: str
) -> None:
    type_in(window, typed)
    (hit,) = window.results.hits()
    assert hit.found_by is found_by
    assert said in first_row_said(window)


def test_what_the_keys_type_under_another_layout_is_shown_and_offered(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    meant = "ສົມສັກ"
    slipped = dict(readings(meant))["en"]
    type_in(window, slipped)
    assert [hit.customer_id for hit in window.results.hits()][:1] == [people[0]]
    assert meant in window.results._offer.text()
    qtbot.mouseClick(window.results._offer, Qt.MouseButton.LeftButton)
    assert window.header.search.text() == meant
    assert not window.results._offer.isVisible()


def test_nobody_found_offers_to_add_them(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    type_in(window, "Wolfeschlegel")
    assert window.results.hits() == ()
    assert "Wolfeschlegel" in window.results._nobody_text.text()
    with qtbot.waitSignal(window.results.enrol_wanted) as wanted:
        window.results._nobody.findChildren(type(window.results._offer))[0].click()
    assert wanted.args == ["Wolfeschlegel"]


def test_no_row_is_cut_below_the_offer(qtbot: QtBot, window: CounterWindow) -> None:
    type_in(window, dict(readings("ສົມສັກ"))["en"])
    results = window.results
    qtbot.waitUntil(lambda: results._list.isVisible())
    assert results._list.geometry().bottom() <= results.height()
    assert results._model.index(0).data(HIT_ROLE) is not None


def test_how_to_say_a_name_comes_before_why_it_was_found() -> None:
    hit = Hit(1, "ນ້ອຍ", "", "Noi", "", False, 1, None, found_by=FoundBy.SOUND)
    assert said_below(hit) == "Noi · Sounds like it"
