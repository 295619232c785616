"""One request on its page: each tap saved at once, told, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.requests import DeclineReason, PictureKind, RequestState, SpecialRequest
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.printing.request_ticket import RequestTicketPrint
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.printer import Fate, Job, Printers
from frontdesk.ui.requests.request_sheet import RequestSheet
from frontdesk.ui.widgets.buttons import TextButton
from tests.conftest import FakeClock

HOUR = 3_600_000
Now = Callable[[], SpecialRequest]


@pytest.fixture
def sheet(window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock) -> RequestSheet:
    asked = desk.submit(desk.requests.ask, desk.act(), people[1], "Cake", "Less sweet", clock() + HOUR)
    made = window.open_sheet(SheetName.REQUEST, request_id=asked.result().request.id)
    assert isinstance(made, RequestSheet)
    return made


@pytest.fixture
def now(desk: FrontDesk, sheet: RequestSheet) -> Now:
    """The request as it is kept."""
    return lambda: desk.requests.get(sheet.request.id)


def tap(qtbot: QtBot, window: CounterWindow, button: TextButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.bridge.busy)


def undo(qtbot: QtBot, window: CounterWindow) -> None:
    window.notices.undo()
    qtbot.waitUntil(lambda: not window.bridge.busy)


def steps(sheet: RequestSheet) -> list[str]:
    return [button.text() for button in sheet.step_buttons]


def test_it_says_what_by_when_and_what_is_aimed_for(sheet: RequestSheet) -> None:
    assert sheet._what.text() == "Cake"
    assert sheet._note.text() == "Less sweet"
    assert sheet._when.text() == "Open · today at 9:30 · aim for 9:15"
    assert steps(sheet) == ["Start", "It is ready", "Hand over", "Cancel request"]


def test_what_was_handed_over_awaits_no_time(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet
) -> None:
    tap(qtbot, window, next(each for each in sheet.step_buttons if each.text() == "Hand over"))
    assert sheet._when.text() == "Handed over"


def test_a_step_is_taken_and_taken_back_also_when_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    tap(qtbot, window, sheet.step_buttons[0])
    assert now().state is RequestState.IN_PROGRESS
    assert steps(sheet)[0] == "It is ready"
    window.sheets.close_now()
    undo(qtbot, window)
    assert now().state is RequestState.OPEN


def test_declining_is_one_tap_on_the_reason(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    tap(qtbot, window, sheet.decline.chip(DeclineReason.NO_TIME))
    declined = now().declined
    assert declined is not None
    assert declined.reason is DeclineReason.NO_TIME
    assert steps(sheet) == []
    assert sheet.decline.said() == "Declined: No time for it"
    assert not sheet.decline.chip(DeclineReason.OTHER).isVisible()
    undo(qtbot, window)
    assert now().state is RequestState.OPEN
    assert sheet.decline.chip(DeclineReason.OTHER).isVisible()


def test_what_was_typed_goes_with_the_reason_and_is_not_sent_twice(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    qtbot.keyClicks(sheet.decline.alternative, "a small one")
    qtbot.keyClicks(sheet.decline.words, "the oven is broken")
    tap(qtbot, window, sheet.decline.chip(DeclineReason.CANNOT_MAKE))
    declined = now().declined
    assert declined is not None
    assert (declined.words, declined.alternative) == ("the oven is broken", "a small one")
    assert "Offered instead: a small one" in window.notices.text()
    assert sheet.decline.words.text() == ""


def test_too_many_words_are_said_in_place_and_nothing_is_lost(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    sheet.decline.words.setText("x" * (LINE_LIMIT + 1))
    tap(qtbot, window, sheet.decline.chip(DeclineReason.OTHER))
    assert now().state is RequestState.OPEN
    assert sheet.decline._fault.text()
    assert len(sheet.decline.words.text()) == LINE_LIMIT + 1


def test_somebody_else_takes_it_on_with_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: RequestSheet, now: Now
) -> None:
    la = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    sheet.refresh()
    tap(qtbot, window, sheet.staff.chip(la))
    assert now().owner_name == "La"
    assert window.notices.text().startswith("Cake: taken on by La")
    tap(qtbot, window, sheet.staff.chip(la))
    assert sheet.staff.chip(la).isChecked(), "somebody always has it"
    undo(qtbot, window)
    assert now().owner_id == desk.staff_id
    assert sheet.staff.chip(desk.staff_id).isChecked()


def test_prices_are_asked_for_where_it_is_about_cost(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    assert not sheet.price.isVisible()
    tap(qtbot, window, sheet.axis.chip(Axis.COST))
    assert sheet.price.isVisible()
    for line, typed in ((sheet.price.quoted_line, "150,000"), (sheet.price.final_line, "180 000")):
        line.setText(typed)  # keys as quick as a test's would be a scan
        line.setModified(True)
        line.finish()
        qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (now().quoted, now().final) == (150_000, 180_000)
    assert sheet.price._over.isVisible()
    undo(qtbot, window)
    assert now().final is None
    assert sheet.price.final_line.text() == ""


def test_a_point_of_contact_is_tapped_and_taken_back_by_a_second_tap(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    tap(qtbot, window, sheet.points.chip(ContactPoint.PRODUCT))
    assert now().contact_point is ContactPoint.PRODUCT
    tap(qtbot, window, sheet.points.chip(ContactPoint.PRODUCT))
    assert now().contact_point is None


def test_a_photo_of_the_thing_is_dropped_kept_and_taken_back(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    picture, mime = QImage(80, 60, QImage.Format.Format_RGB32), QMimeData()
    picture.fill("#B4532A")
    mime.setImageData(picture)
    assert sheet.pictures.photo.take_mime(mime)
    qtbot.waitUntil(lambda: PictureKind.PHOTO in now().pictures and not window.bridge.busy)
    assert sheet.pictures.photo.place.has_image()
    undo(qtbot, window)
    assert now().pictures == frozenset()
    assert not sheet.pictures.photo.place.has_image()


def test_the_photo_before_comes_back_when_another_is_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: RequestSheet
) -> None:
    def kept() -> bytes | None:
        photo = desk.request_details.picture(sheet.request.id, PictureKind.PHOTO)
        return photo.full if photo is not None else None

    for colour in ("#B4532A", "#2A53B4"):
        picture, before = QImage(80, 60, QImage.Format.Format_RGB32), kept()
        picture.fill(colour)
        sheet.pictures.photo.take_image(picture)
        qtbot.waitUntil(lambda before=before: kept() != before and not window.bridge.busy)  # type: ignore[misc]
    undo(qtbot, window)
    assert kept() == before
    assert (sheet.pictures.photo._present, sheet.pictures.photo.photo) == (before, None), "it is shown, too"


def draw(qtbot: QtBot, sheet: RequestSheet) -> None:
    pad = sheet.pictures.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(pad, QPoint(120, 90))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))


def test_a_sketch_is_drawn_kept_and_removed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: RequestSheet, now: Now
) -> None:
    part = sheet.pictures
    assert not part.keep.isEnabled()
    draw(qtbot, sheet)
    tap(qtbot, window, part.keep)
    qtbot.waitUntil(lambda: PictureKind.SKETCH in now().pictures and not window.bridge.busy)
    kept = desk.request_details.picture(sheet.request.id, PictureKind.SKETCH)
    assert kept is not None
    assert QImage.fromData(kept.full).width() == 512
    assert not part.keep.isEnabled(), "there is nothing new to keep"
    tap(qtbot, window, part.clear)
    assert now().pictures == frozenset()
    undo(qtbot, window)
    assert now().pictures == {PictureKind.SKETCH}


def test_lines_that_are_not_kept_yet_stay_while_the_page_follows(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet
) -> None:
    draw(qtbot, sheet)
    tap(qtbot, window, sheet.points.chip(ContactPoint.DOOR))
    assert sheet.pictures.pad.has_lines()
    qtbot.mouseClick(sheet.pictures.back, Qt.MouseButton.LeftButton)
    assert not sheet.pictures.pad.has_lines()


def test_the_ticket_goes_to_the_printer_or_into_a_file(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, tmp_path: Path
) -> None:
    printed: list[Job] = []

    def print_to(name: str, job: Job, **kwargs: object) -> Fate:
        printed.append(job)
        return Fate.DONE

    part, file = sheet.ticket, tmp_path / "ticket.pdf"
    qtbot.waitUntil(lambda: not window.bridge.busy)
    part.set_printers(Printers(("till",), "till"))
    part._print_to = print_to
    part._ask_path = lambda *asked: file
    part.print_button.click()
    qtbot.waitUntil(lambda: "The ticket is at the printer." in window.notices.text())
    assert isinstance(printed[0].prints[0], RequestTicketPrint)
    part.save_button.click()
    qtbot.waitUntil(lambda: "The ticket is in ticket.pdf" in window.notices.text())
    assert file.read_bytes().startswith(b"%PDF")
    part._ask_path = lambda *asked: tmp_path / "missing" / "ticket.pdf"
    part.save_button.click()
    qtbot.waitUntil(lambda: "did not come out" in window.notices.text())
    assert part.save_button.isEnabled()


def test_it_follows_what_is_done_elsewhere(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: RequestSheet
) -> None:
    qtbot.keyClicks(sheet.decline.words, "half typed")
    window.bridge.submit(desk.requests.move, desk.act(), sheet.request.id, RequestState.IN_PROGRESS)
    qtbot.waitUntil(lambda: steps(sheet)[0] == "It is ready")
    assert sheet.decline.words.text() == "half typed"
    window.bridge.submit(desk.requests.move, desk.act(), sheet.request.id, RequestState.READY)
    qtbot.waitUntil(lambda: steps(sheet) == ["Hand over", "Cancel request"])
    assert not sheet.decline.isVisible(), "what is ready is not declined any more"


def test_a_tap_on_the_person_greets_them(
    qtbot: QtBot, window: CounterWindow, people: list[int], sheet: RequestSheet
) -> None:
    qtbot.mouseClick(sheet.who, Qt.MouseButton.LeftButton)
    assert window.attending.customer_id == people[1]
    assert window.sheets.sheet is None


def test_from_the_greeting_it_is_one_tap_to_the_page_and_two_to_decline(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[1], "Cake", "", clock() + HOUR).result()
    window.attending.choose(people[1])
    (row,) = window.greeting.request_rows()
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    sheet = window.sheets.sheet
    assert isinstance(sheet, RequestSheet)
    tap(qtbot, window, sheet.decline.chip(DeclineReason.TOO_COSTLY))
    assert desk.requests.of(people[1])[0].state is RequestState.DECLINED


def test_what_is_no_price_is_said_once_and_keeps_nobody(
    qtbot: QtBot, window: CounterWindow, sheet: RequestSheet, now: Now
) -> None:
    sheet.axis.chosen.emit(Axis.COST.value)
    qtbot.waitUntil(lambda: not window.bridge.busy and sheet.price.isVisible())
    sheet.price.final_line.setFocus()
    qtbot.keyClicks(sheet.price.final_line, "a lot", delay=40)
    window.sheets.ask_to_close()
    assert window.sheets.sheet is sheet
    assert "not a price" in window.notices.text()
    tap(qtbot, window, sheet.step_buttons[0])
    assert sheet.price.final_line.text() == "a lot", "what was typed is not wiped by another act"
    window.sheets.ask_to_close()
    assert window.sheets.sheet is None
    assert now().final is None
