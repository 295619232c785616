"""The poster's page: faces only of those who agreed, the manager first, PDF as easy as print."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.photos import Photo
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.team_poster_sheet import TeamPosterSheet
from tests.services.counter_acts import hire

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(desk: FrontDesk, window: CounterWindow, qtbot: QtBot) -> TeamPosterSheet:
    la = hire(desk, "La Vongsa")
    hire(desk, "Ta", Role.MANAGER)
    desk.submit(desk.staffing.set_photo, desk.act(), la, Photo(b"thumb", b"full")).result()
    sheet = window.open_sheet(SheetName.TEAM_POSTER)
    assert isinstance(sheet, TeamPosterSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def test_the_manager_stands_first_and_faces_are_of_those_who_agreed(sheet: TeamPosterSheet) -> None:
    poster = sheet.poster()
    assert poster.manager is not None
    assert poster.manager.name == "Ta"
    assert [(each.name, each.photo) for each in poster.team] == [("Noy", None), ("La", b"full")]
    assert [each.letter for each in poster.team] == ["N", "L"]
    assert poster.languages == ("en",)


def test_another_manager_other_languages_and_who_stays_off(
    sheet: TeamPosterSheet, desk: FrontDesk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(sheet.manager.chip(str(desk.staff_id)), LEFT)
    qtbot.mouseClick(sheet.languages["lo"], LEFT)
    qtbot.mouseClick(sheet.languages["ka"], LEFT)
    off = next(each.id for each in desk.staffing.staff() if each.name == "Ta")
    sheet.ticks[off].click()
    poster = sheet.poster()
    assert poster.manager is not None
    assert (poster.manager.name, [each.name for each in poster.team]) == ("Noy", ["La"])
    assert poster.languages == ("en", "lo", "ka")


def test_without_anybody_there_is_nothing_to_print(sheet: TeamPosterSheet) -> None:
    for tick in sheet.ticks.values():
        tick.click()
    assert not sheet.panel.save_button.isEnabled()


def test_it_comes_out_as_a_pdf(
    sheet: TeamPosterSheet, window: CounterWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "poster.pdf"
    sheet.panel._ask_path = lambda *asked: path
    qtbot.mouseClick(sheet.panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "poster.pdf" in window.notices.text())
    assert path.read_bytes().startswith(b"%PDF")
