"""The overview on the screen: every number opens into whom it counts, every picture into itself, large."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.days import DAY
from frontdesk.domain.office.overview import FigureName
from frontdesk.domain.office.periods import PeriodKind
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office import overview_sheet
from frontdesk.ui.office.overview_sheet import OverviewSheet, open_sheet
from tests.services.counter_acts import enrol, hire
from tests.services.feedback.feedback_acts import issue, take

Opened = list[tuple[SheetName, dict[str, Any]]]


@pytest.fixture
def opened() -> Opened:
    """What was opened from the page."""
    return []


@pytest.fixture
def counter(desk: FrontDesk, opened: Opened) -> Iterator[Counter]:
    bridge = Bridge(desk)
    nothing: Any = lambda *args, **facts: None  # noqa: E731
    note: Any = lambda name, **facts: opened.append((name, facts))  # noqa: E731
    yield Counter(desk, bridge, nothing, nothing, nothing, note, nothing)
    bridge.close()


def come(desk: FrontDesk, customer_id: int, *days_ago: float) -> None:
    for ago in days_ago:
        desk.submit(desk.loyalty.add_stamps, desk.act(desk.now() - int(ago * DAY)), customer_id).result()


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    """Came today, and half an hour before this time on each of the last Thursdays."""
    noy = enrol(desk, "Noy")
    come(desk, noy, *(7 * weeks + 0.02 for weeks in range(10, 0, -1)), 0.05, 0)
    return noy


@pytest.fixture
def sheet(qtbot: QtBot, counter: Counter, noy: int) -> OverviewSheet:
    return shown(qtbot, counter)


def shown(qtbot: QtBot, counter: Counter) -> OverviewSheet:
    sheet = open_sheet(counter)
    qtbot.addWidget(sheet)
    sheet.resize(1000, 520)
    qtbot.waitUntil(lambda: not counter.bridge.busy)
    return sheet


def test_a_figure_is_a_number_a_sentence_and_a_picture(sheet: OverviewSheet) -> None:
    visits = sheet.cards[FigureName.VISITS]
    assert visits.number.text() == "2"
    assert visits.words.text() == "2 visits. 1 person came. By this hour on a Thursday it was usually 1."
    assert visits.picture.data is not None
    assert [point.said for point in visits.picture.data.points if point.value] == ["1", "1"]
    assert "2" in visits.number.accessibleName()


def test_a_number_opens_its_people_and_nobody_opens_nothing(
    qtbot: QtBot, sheet: OverviewSheet, opened: Opened, noy: int
) -> None:
    sheet.cards[FigureName.REGULARS].number.click()
    qtbot.waitUntil(lambda: bool(opened))
    said = sheet.cards[FigureName.REGULARS].words.text()
    assert opened == [(SheetName.CUSTOMERS, {"customer_ids": (noy,), "said": said})]
    assert not sheet.cards[FigureName.NEW].number.isEnabled()


def test_a_picture_opens_large_with_its_table_and_esc_leads_back(sheet: OverviewSheet, qtbot: QtBot) -> None:
    sheet.cards[FigureName.VISITS].picture.click()
    assert sheet._pages.currentWidget() is sheet.figure
    card = sheet.figure.card
    assert card is not None
    assert card.picture.data == sheet.cards[FigureName.VISITS].picture.data
    assert "half an hour" in sheet.figure.explained.text()
    assert not sheet.may_close()
    assert sheet._pages.currentIndex() == 0
    assert sheet.may_close()


def test_another_period_is_read_and_nothing_old_stands_under_it(
    qtbot: QtBot, sheet: OverviewSheet, counter: Counter
) -> None:
    sheet.bar.chips[PeriodKind.FOUR_WEEKS].click()
    assert sheet.cards[FigureName.VISITS].number.text() == ""
    qtbot.waitUntil(lambda: not counter.bridge.busy)
    assert sheet.cards[FigureName.VISITS].words.text().endswith("In the 4 weeks before it was 4.")


def test_days_are_chosen_by_typing(qtbot: QtBot, sheet: OverviewSheet, counter: Counter) -> None:
    sheet.bar.chips[PeriodKind.DAYS].click()
    for part, typed in ((sheet.bar.first.day, "11"), (sheet.bar.last.day, "12")):
        part.setText(typed)
    qtbot.keyClick(sheet.bar.last.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not counter.bridge.busy)
    assert sheet.cards[FigureName.VISITS].words.text() == (
        "1 visit. 1 person came. In the 2 days before it was 0."
    )


def test_answers_and_promises_open_lines_of_their_own(
    qtbot: QtBot, desk: FrontDesk, counter: Counter, noy: int
) -> None:
    take(desk, issue(desk))
    desk.submit(desk.requests.ask, desk.act(), noy, "Cake", "", desk.now() - 1).result()
    sheet = shown(qtbot, counter)
    sheet.cards[FigureName.MOOD].number.click()
    qtbot.waitUntil(lambda: len(sheet.answers.rows) == 1)
    sheet.show_figures()
    sheet.cards[FigureName.PROMISES].number.click()
    qtbot.waitUntil(lambda: len(sheet.people.rows) == 1)
    assert sheet._pages.currentWidget() is sheet.people


def test_who_comes_meanwhile_is_counted_without_a_tap(
    qtbot: QtBot, sheet: OverviewSheet, desk: FrontDesk, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview_sheet, "_ANEW_AFTER_MS", 0)
    other = enrol(desk, "Malee")
    counter.bridge.submit(desk.loyalty.add_stamps, desk.act(), other)
    qtbot.waitUntil(lambda: sheet.cards[FigureName.VISITS].number.text() == "3")


def test_the_language_changes_at_once(sheet: OverviewSheet) -> None:
    before = sheet.cards[FigureName.VISITS].words.text()
    LANGUAGE.speak("lo")
    assert sheet.cards[FigureName.VISITS].words.text() != before


def test_an_empty_shop_says_what_to_do(qtbot: QtBot, counter: Counter) -> None:
    sheet = shown(qtbot, counter)
    assert "first visit" in sheet.begin_here.text()
    for card in sheet.cards.values():
        assert not card.number.isEnabled()
        assert card.picture.isHidden()
        assert card.words.text()
        assert "%" not in card.words.text()


def test_a_cashier_is_told_whom_to_ask(qtbot: QtBot, desk: FrontDesk, counter: Counter) -> None:
    desk.staff_id = hire(desk, "La", Role.CASHIER)
    sheet = shown(qtbot, replace(counter))
    assert "manager" in sheet.sorry.text()
    assert sheet.cards[FigureName.VISITS].number.text() == ""
