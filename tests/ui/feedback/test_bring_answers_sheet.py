"""The table of a hosted form is looked at first, comes in beside the counter, and is taken back in one."""

from concurrent.futures import Future
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.responses import Response
from frontdesk.services.errors import NotSaved
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.feedback.answer_tables import AnswerTables
from frontdesk.ui.feedback.bring_answers_sheet import BringAnswersSheet
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.saving import short_folder
from tests.conftest import FakeClock


def every(desk: FrontDesk) -> tuple[Response, ...]:
    return desk.responses.between(0, desk.now() + 1)


@pytest.fixture
def form(desk: FrontDesk, clock: FakeClock, tmp_path: Path) -> Path:
    """Two answers, one of them unhappy, and a row of somebody else's."""
    issued = desk.submit(desk.feedback.issue, desk.act(), 2, "en").result().cards
    clock.forward(hours=2)
    rows = [f"19/11/2026 9:05,{card.short},{mood},x" for card, mood in zip(issued, (1, 5), strict=True)]
    path = tmp_path / "form.csv"
    path.write_text("\n".join(("Date,Code,Rating,Mystery", *rows, "19/11/2026 9:05,9-ZZZ,5,x")), "utf-16")
    return path


@pytest.fixture
def page(qtbot: QtBot, window: CounterWindow, form: Path) -> BringAnswersSheet:
    sheet = window.open_sheet(SheetName.BRING_ANSWERS, path=form)
    assert isinstance(sheet, BringAnswersSheet)
    qtbot.waitUntil(lambda: sheet.preview is not None)
    return sheet


def test_nothing_is_saved_before_somebody_says_so(page: BringAnswersSheet, desk: FrontDesk) -> None:
    assert page.said.text() == "2 answers are new. 1 row cannot come in."
    assert "Mystery" in page.left_alone.text()
    first = page.rows.findChildren(RecordRow)[0]
    assert first.what == "Line 4: No feedback card of this shop has this code."
    assert every(desk) == ()


def test_it_comes_in_and_is_taken_back_in_one(qtbot: QtBot, page: BringAnswersSheet, desk: FrontDesk) -> None:
    page.bring.click()
    qtbot.waitUntil(lambda: page.done is not None)
    assert page.said.text() == "2 answers came in. 1 was not happy: it is first among the answers."
    assert len(every(desk)) == 2

    page.undo.click()
    qtbot.waitUntil(lambda: every(desk) == ())


def test_a_fault_is_said_and_what_came_in_can_be_taken_back(
    qtbot: QtBot, page: BringAnswersSheet, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit, submitted = desk.store.submit, count(1)

    def fails(*job: Any) -> Future[Any]:
        if next(submitted) != 2:
            return submit(*job)
        failed: Future[Any] = Future()
        failed.set_exception(NotSaved("disk"))
        return failed

    monkeypatch.setattr(desk.store, "submit", fails)
    page.bring.click()
    qtbot.waitUntil(lambda: page.done is not None)
    assert page.fault.text() == sentence_for(NotSaved())
    assert page.said.text().startswith("1 answer came in. It was stopped there")
    page.undo.click()
    qtbot.waitUntil(lambda: every(desk) == ())
    assert not page.fault.text()


def test_leaving_the_page_stops_nothing_and_the_notice_takes_it_back(
    qtbot: QtBot, page: BringAnswersSheet, window: CounterWindow, desk: FrontDesk
) -> None:
    page.bring.click()
    window.sheets.close_now()
    qtbot.waitUntil(lambda: "2 answers came in" in window.notices.text())
    window.notices.undo_button.click()
    qtbot.waitUntil(lambda: every(desk) == ())


def test_a_file_without_codes_is_refused_in_words(
    qtbot: QtBot, page: BringAnswersSheet, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("Name,Rating\nNoi,5\n")
    page.read(wrong)
    qtbot.waitUntil(lambda: bool(page.fault.text()))

    assert "Write “Code” over that column" in page.fault.text()
    assert page.zone.isVisible()


def test_all_answers_are_taken_out_as_a_table(
    qtbot: QtBot, page: BringAnswersSheet, window: CounterWindow, tmp_path: Path
) -> None:
    page.bring.click()
    qtbot.waitUntil(lambda: page.done is not None)
    out = tmp_path / "out.csv"
    tables = AnswerTables(window.lent, ask_path=lambda *asked: out)
    qtbot.addWidget(tables)
    tables.take_out.click()
    said = f"2 answers are in out.csv, in {short_folder(tmp_path)}, with names and contacts."
    qtbot.waitUntil(lambda: window.notices.text() == said)

    assert out.read_text("utf-8-sig").count("FORM") == 2
