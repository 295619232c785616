"""The privacy page: nothing goes by one tap, and every number opens its people."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.privacy.erasing import WhyErased
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.privacy_sheet import PersonPrivacySheet, PrivacyPart, PrivacySheet
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, tap
from tests.ui.wholeness import faults_of

Opened = Callable[..., QWidget]


@pytest.fixture
def opened(qtbot: QtBot, window: CounterWindow) -> Opened:
    def _open(**facts: object) -> QWidget:
        sheet = window.open_sheet(SheetName.PRIVACY, **facts)
        assert sheet is not None
        qtbot.waitUntil(lambda: not window.bridge.busy)
        return sheet

    return _open


def test_what_goes_and_stays_is_shown_and_one_tap_erases_nobody(
    qtbot: QtBot, window: CounterWindow, opened: Opened, people: list[int]
) -> None:
    desk = window.desk
    desk.submit(desk.requests.ask, desk.act(), people[1], "Cake for twelve", "", None).result()
    tap(desk, people[1], 5)
    sheet = opened(customer_id=people[1], part="erase")
    assert isinstance(sheet, PersonPrivacySheet)
    assert sheet.title() == "What is known of Maria Oliveira"
    assert sheet.erase.owed.text() == "Still open between you: 1 reward is ready, 1 request is open."
    button = sheet.erase.confirm.erase
    assert button.text() == "Erase Maria Oliveira for good"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert desk.customers.get(people[1]).name == "Maria Oliveira"

    qtbot.keyClick(sheet.erase.confirm.read, Qt.Key.Key_Space)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=20_000)

    with pytest.raises(Refused):
        desk.customers.get(people[1])
    assert "nothing in the shop's folder tells who it was" in window.notices.text()
    assert "still hold them. Those are yours to delete." in window.notices.text()
    assert window.sheets.sheet is None


def test_the_file_about_them_is_written_where_they_say(
    qtbot: QtBot, window: CounterWindow, opened: Opened, people: list[int], tmp_path: Path
) -> None:
    sheet = opened(customer_id=people[1], part="tell")
    assert isinstance(sheet, PersonPrivacySheet)
    path = tmp_path / "maria.zip"
    sheet.tell._ask_path = lambda *_: path
    sheet.tell.save.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    with zipfile.ZipFile(path) as packed:
        assert b"Maria Oliveira" in packed.read("read-me.html")


def test_who_is_silent_is_kept_with_undo_or_erased_by_choice(
    qtbot: QtBot, window: CounterWindow, opened: Opened, desk: FrontDesk, clock: FakeClock
) -> None:
    gone, kept = enrol(desk, "Gone"), enrol(desk, "Kept")
    for customer in (gone, kept):
        tap(desk, customer)
    regular = enrol(desk, "Regular")
    for _ in range(150):
        clock.forward(days=5)
        tap(desk, regular)
    sheet = opened(part="silent")
    assert isinstance(sheet, PrivacySheet)
    page = sheet.silent
    listed = {row.silent.name: row for row in page.rows}
    assert {"Gone", "Kept"} <= set(listed)
    assert not page.confirm.isVisible()

    listed["Kept"].line.buttons[0].click()
    qtbot.waitUntil(lambda: "Kept" not in {row.silent.name for row in page.rows} and not window.bridge.busy)
    assert "Kept is kept until" in window.notices.text()

    next(row for row in page.rows if row.silent.name == "Gone").choose.click()
    assert page.confirm.erase.text() == "Erase Gone for good"
    page.confirm.read.click()
    page.confirm.erase.click()
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=20_000)
    with pytest.raises(Refused):
        desk.customers.get(gone)
    assert desk.customers.get(kept).name == "Kept"


SIZES = ((1280, 720), (1366, 768), (1920, 1080))


@pytest.fixture
def silent_shop(desk: FrontDesk, people: list[int], clock: FakeClock) -> None:
    """Four who have not been here for two years, of whom one has a reward, and one who comes."""
    for customer, stamps in zip(people, (1, 5, 1, 1), strict=True):
        tap(desk, customer, stamps)
    regular = enrol(desk, "Regular")
    for _ in range(150):
        clock.forward(days=5)
        tap(desk, regular)
    draft = CustomerDraft("Noy", consents=frozenset(Purpose))
    wording = dict.fromkeys(
        Purpose, "May we do that, as long as you do not say anything else to us about it?"
    )
    desk.submit(desk.customers.enrol, desk.act(), draft, None, wording).result()
    gone = enrol(desk, "Gone")
    desk.submit(desk.erasing.erase, desk.act(), gone, WhyErased.ASKED).result()


@pytest.mark.parametrize("size", SIZES)
def test_every_part_is_whole(
    qtbot: QtBot,
    text_size: int,
    silent_shop: None,
    window: CounterWindow,
    opened: Opened,
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    sheet, faults = opened(part="silent"), []
    assert isinstance(sheet, PrivacySheet)
    sheet.silent.rows[0].choose.click()
    for part in sheet.parts:
        sheet.show_part(part)
        qtbot.waitUntil(lambda: not window.bridge.busy)
        for language in ("en", "lo"):
            LANGUAGE.speak(language)
            faults += [f"{part} {language}: {each}" for each in faults_of(window.sheets, window)]
    assert not faults, "\n".join(faults)


def test_choosing_another_takes_back_what_was_confirmed(
    window: CounterWindow, opened: Opened, desk: FrontDesk, clock: FakeClock
) -> None:
    for name in ("Gone", "Too"):
        tap(desk, enrol(desk, name))
    regular = enrol(desk, "Regular")
    for _ in range(150):
        clock.forward(days=5)
        tap(desk, regular)
    page = opened(part="silent").silent
    page.rows[0].choose.click()
    page.confirm.read.click()
    assert page.confirm.erase.isEnabled()
    page.rows[1].choose.click()
    assert not page.confirm.erase.isEnabled()
    page.all_button.click()
    assert page.confirm.erase.text() == f"Erase {len(page.found.proposed)} people for good"


def test_each_answer_to_a_consent_opens_its_people(
    monkeypatch: pytest.MonkeyPatch, window: CounterWindow, opened: Opened, desk: FrontDesk
) -> None:
    draft = CustomerDraft("Noy", consents=frozenset({Purpose.MESSAGES}))
    wording = {Purpose.MESSAGES: "May we write to you?"}
    noy = desk.submit(desk.customers.enrol, desk.act(), draft, None, wording).result().customer.id
    page = opened(part="consents").consents
    row = next(row for row in page.rows if row.counted == (noy,))
    assert row.sentence() == "1 person said yes."
    shown: list[dict[str, object]] = []
    object.__setattr__(page._counter, "open", lambda name, **facts: shown.append({"name": name, **facts}))
    row.button.click()
    said = "Send messages: 1 person said yes."
    assert shown == [{"name": SheetName.CUSTOMERS, "customer_ids": (noy,), "said": said}]


def test_a_cashier_sees_nothing_of_it(
    qtbot: QtBot, window: CounterWindow, opened: Opened, people: list[int]
) -> None:
    window.desk.take_over(hire(window.desk, "La", Role.CASHIER)).result()
    sheet = opened(customer_id=people[1], part=PrivacyPart.ERASE)
    assert isinstance(sheet, PersonPrivacySheet)
    assert sheet.erase.found is None
    assert not sheet.erase.confirm.isVisible()
    assert sheet.erase.sorry.text()


def test_the_overview_says_quietly_that_somebody_is_silent_until_it_was_looked_at(
    qtbot: QtBot, silent_shop: None, window: CounterWindow, opened: Opened
) -> None:
    strip = window.open_sheet(SheetName.OVERVIEW).silent
    qtbot.waitUntil(strip.isVisible)
    assert strip.said.text() == "4 people have not been here for long: keep or erase them?"
    strip.button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.sheets.sheet.shown() is PrivacyPart.SILENT
    assert window.desk.retention.news(window.desk.act()) == 0
