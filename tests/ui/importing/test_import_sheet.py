"""Customers from a file: seen first, brought in beside the counter's work, taken back as a whole."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.importing.drop_zone import file_in
from frontdesk.ui.importing.import_run import run_under_way
from frontdesk.ui.importing.import_sheet import ImportSheet
from frontdesk.ui.importing.preview_table import FATE, NAME
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET

SQUARE_PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC"
)


def table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("Name,Phone,Birthday", *rows)), encoding="utf-8")
    return path


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    return table(
        tmp_path / "list.csv",
        "New One,020 7771234,",
        "<b>New</b> Two,020 7771235,99-99",
        "Somsak,020 5551 4867,",
        ",020 7771236,",
    )


def open_with(qtbot: QtBot, window: CounterWindow, path: Path) -> ImportSheet:
    sheet = window.open_sheet(SheetName.IMPORT, path=path)
    assert isinstance(sheet, ImportSheet)
    qtbot.waitUntil(lambda: sheet._reading is None)
    return sheet


def cells(sheet: ImportSheet, column: int) -> list[str]:
    model = sheet.preview.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_preview_counts_and_says_what_happens(
    qtbot: QtBot, window: CounterWindow, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    counts = sheet.preview.counts
    assert (counts.new.number, counts.known.number, counts.bad.number) == (2, 1, 1)
    assert cells(sheet, NAME) == ["020 7771236", "New One", "<b>New</b> Two", "Somsak"]
    assert cells(sheet, FATE) == [
        "There is no name in this row.",
        "New.",
        "New. Birthday: “99-99” could not be read and is left out.",
        "Here already as ສົມສັກ ວົງສາ.",
    ]


def test_what_does_not_come_in_is_counted_before_and_after(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    path = tmp_path / "stamps.csv"
    path.write_text("Name,Phone,Stamps\nNew One,020 7771234,3\n", encoding="utf-8")
    desk.imports.run(desk.imports.preview(path))
    path.write_text("Name,Phone,Email,Stamps\nNew One,020 7771234,n@example.com,4\n", encoding="utf-8")

    sheet = open_with(qtbot, window, path)

    left_out = "The stamps are not added"
    assert left_out in cells(sheet, FATE)[0]
    assert left_out in sheet.preview.model.index(0, FATE).data(Qt.ItemDataRole.ToolTipRole)
    assert sheet.preview.left_out.text() == "1 row has something that does not come in."
    assert sheet.preview.left_out.isVisible()
    sheet.preview.bring_button.click()
    qtbot.waitUntil(sheet.outcome.isVisible)
    assert sheet.outcome.left_out.text() == "1 row has something that does not come in."


def test_a_file_that_comes_in_whole_is_not_said_to_leave_anything_out(
    qtbot: QtBot, window: CounterWindow, tmp_path: Path
) -> None:
    sheet = open_with(qtbot, window, table(tmp_path / "list.csv", "New One,020 7771234,"))
    assert not sheet.preview.left_out.isVisible()


def test_a_name_with_markup_is_shown_as_it_is(qtbot: QtBot, window: CounterWindow, customers: Path) -> None:
    model = open_with(qtbot, window, customers).preview.model
    tip = model.index(2, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;b&gt;New&lt;/b&gt; Two</p>"


def test_a_number_shows_only_its_rows_and_once_more_all(
    qtbot: QtBot, window: CounterWindow, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    sheet.preview.counts.bad.click()
    assert sheet.preview.model.rowCount() == 1
    sheet.preview.counts.new.click()
    assert sheet.preview.model.rowCount() == 2
    sheet.preview.counts.new.click()
    assert sheet.preview.model.rowCount() == 4


def test_nothing_is_saved_before_the_button(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    open_with(qtbot, window, customers)
    window.sheets.ask_to_close()
    assert desk.imports.batches() == ()
    assert desk.search.find("New One") == ()


def test_they_come_in_and_the_notice_takes_them_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    sheet.preview.bring_button.click()
    qtbot.waitUntil(lambda: "2 customers came in" in sheet.outcome.said.text())
    assert len(desk.search.find("New")) == 2
    window.notices.undo_button.click()
    qtbot.waitUntil(lambda: "is taken back" in window.notices.text())
    assert desk.search.find("New") == ()
    assert sheet.outcome.said.text() == "The import was taken back."
    assert not sheet.outcome.undo_button.isVisible()


def test_undo_on_the_sheet_takes_them_back_once(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    sheet.preview.bring_button.click()
    qtbot.waitUntil(sheet.outcome.isVisible)
    sheet.outcome.undo_button.click()
    assert not sheet.outcome.undo_button.isEnabled()
    qtbot.waitUntil(lambda: desk.imports.batches()[0].undone)
    qtbot.waitUntil(lambda: sheet.outcome.said.text() == "The import was taken back.")
    assert not sheet.outcome.undo_button.isVisible()
    LANGUAGE.speak("lo")
    assert "ຖອນ" in sheet.outcome.said.text()


def test_the_import_after_one_that_was_taken_back_is_told_as_it_is(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    for _ in range(2):
        sheet.read(customers)
        qtbot.waitUntil(lambda: sheet._reading is None)
        sheet.preview.bring_button.click()
        qtbot.waitUntil(lambda: "2 customers came in" in sheet.outcome.said.text())
        assert sheet.outcome.undo_button.isVisible()
        sheet.outcome.undo_button.click()
        qtbot.waitUntil(lambda: "was taken back" in sheet.outcome.said.text())


def test_leaving_the_sheet_stops_nothing(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    rows = (f"Person {number},020 7{number:06d}," for number in range(600))
    sheet = open_with(qtbot, window, table(tmp_path / "long.csv", *rows))
    sheet.preview.bring_button.click()
    window.sheets.ask_to_close()
    assert window.sheets.sheet is None
    again = window.open_sheet(SheetName.IMPORT)
    assert isinstance(again, ImportSheet)
    assert again.progress.isVisible()
    qtbot.waitUntil(lambda: "600 customers came in" in again.outcome.said.text(), timeout=20_000)
    assert run_under_way(window.lent) is None
    assert desk.imports.batches()[0].added == 600


def test_a_cancelled_import_says_how_far_it_came_and_can_be_undone(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    rows = (f"Person {number},020 7{number:06d}," for number in range(2000))
    sheet = open_with(qtbot, window, table(tmp_path / "long.csv", *rows))
    sheet.preview.bring_button.click()
    qtbot.waitUntil(lambda: sheet.progress.bar.value() > 0, timeout=20_000)
    sheet.progress.cancel.click()
    qtbot.waitUntil(lambda: "The import was stopped" in window.notices.text(), timeout=20_000)
    (batch,) = desk.imports.batches()
    assert not batch.finished
    assert batch.added < 2000
    window.notices.undo_button.click()
    qtbot.waitUntil(lambda: desk.imports.batches()[0].undone)


def test_cancelled_before_the_first_row_there_is_nothing_to_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    sheet = open_with(qtbot, window, customers)
    gate = threading.Event()
    for _ in range(2):  # both workers are busy, so that the import has to wait for its turn
        window.bridge.work(gate.wait, 20)
    sheet.preview.bring_button.click()
    sheet.progress.cancel.click()
    gate.set()
    qtbot.waitUntil(lambda: "before anybody came in" in window.notices.text())
    assert not window.notices.can_undo()
    assert not sheet.outcome.undo_button.isVisible()
    assert desk.search.find("New") == ()


def test_photos_need_a_tick_that_nobody_set(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    card = tmp_path / "one.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Photo Person\nN:Person;Photo;;;\n"
        f"PHOTO;ENCODING=b;TYPE=PNG:{SQUARE_PNG}\nEND:VCARD\n",
        encoding="utf-8",
    )
    sheet = open_with(qtbot, window, card)
    assert sheet.preview.photos.isVisible()
    assert not sheet.preview.photos.isChecked()
    sheet.preview.photos.setChecked(True)
    sheet.preview.bring_button.click()
    qtbot.waitUntil(sheet.outcome.isVisible)
    (hit,) = desk.search.find("Photo Person")
    assert hit.has_photo


def test_a_table_has_no_question_about_photos(qtbot: QtBot, window: CounterWindow, customers: Path) -> None:
    sheet = open_with(qtbot, window, customers)
    assert not sheet.preview.photos.isVisible()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty"),
        (b"%PDF-1.7 not a list", "This is not a list that Front Desk can read"),
        (b"PK\x03\x04 a spreadsheet", "This is a spreadsheet"),
        (b"\x00\xff\x00\xff" * 40, "."),
    ],
)
def test_a_file_that_is_no_list_is_said_and_the_next_one_can_be_chosen(
    qtbot: QtBot, window: CounterWindow, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_bytes(content)
    sheet = open_with(qtbot, window, file)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert words in sheet.start.fault()
    assert sheet.start.zone.button.isVisible()


def test_a_file_that_is_gone_is_said(qtbot: QtBot, window: CounterWindow, tmp_path: Path) -> None:
    sheet = open_with(qtbot, window, tmp_path / "gone.csv")
    assert "could not be opened" in sheet.start.fault()


def test_the_same_file_again_brings_nobody(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, customers: Path
) -> None:
    desk.imports.run(desk.imports.preview(customers))
    sheet = open_with(qtbot, window, customers)
    assert sheet.preview.counts.known.number == 3
    assert not sheet.preview.bring_button.isEnabled()


def test_a_dropped_file_is_read(qtbot: QtBot, window: CounterWindow, customers: Path) -> None:
    sheet = window.open_sheet(SheetName.IMPORT)
    assert isinstance(sheet, ImportSheet)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(customers))])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, dragged, button, none)
    sheet.start.zone.dragEnterEvent(entering)
    assert entering.isAccepted()
    sheet.start.zone.dropEvent(QDropEvent(QPoint(5, 5), copy, dragged, button, none))
    qtbot.waitUntil(sheet.preview.isVisible)


def test_what_is_no_file_is_not_taken(tmp_path: Path) -> None:
    nothing, folder, web = QMimeData(), QMimeData(), QMimeData()
    folder.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    web.setUrls([QUrl("https://example.com/list.csv")])
    assert [file_in(data) for data in (nothing, folder, web)] == [None, None, None]


def test_the_rows_follow_the_language(qtbot: QtBot, window: CounterWindow, customers: Path) -> None:
    sheet = open_with(qtbot, window, customers)
    LANGUAGE.speak("lo")
    assert "New." not in cells(sheet, FATE)
    header = sheet.preview.model.headerData(NAME, Qt.Orientation.Horizontal)
    assert header != "Name"


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_every_button_has_a_name_is_large_enough_and_not_cut(
    qtbot: QtBot, window: CounterWindow, customers: Path, language: str, size: tuple[int, int]
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    sheet = open_with(qtbot, window, customers)
    for page in (sheet.start, sheet.preview):
        sheet._pages.setCurrentWidget(page)
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert button.accessibleName() or button.text(), button
                assert button.height() >= TARGET, button
                assert button.width() >= button.minimumSizeHint().width(), button
