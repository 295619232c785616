"""Member cards: who is on the sheet, in which size, and with their own kept code."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.prints.member_cards_sheet import MemberCardsSheet
from frontdesk.ui.widgets.labels import ElidedLabel


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


def opened(qtbot: QtBot, window: CounterWindow, *customer_ids: int) -> MemberCardsSheet:
    sheet = window.open_sheet(SheetName.MEMBER_CARDS, customer_ids=customer_ids)
    assert isinstance(sheet, MemberCardsSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def saved(qtbot: QtBot, sheet: MemberCardsSheet, path: Path) -> list[str]:
    """Press Save and read back what the file holds: a card's square and its bars say the same."""
    sheet.panel._ask_path = lambda *asked: path
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: not sheet.panel.busy, timeout=20_000)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.render(scale=300 / 72).to_pil().convert("RGB") for page in document]
    return list(dict.fromkeys(found.text for page in pages for found in zxingcpp.read_barcodes(page)))


@pytest.mark.parametrize("size", ["single", "ten", "tags"])
def test_a_scan_of_each_printed_card_finds_its_customer(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], tmp_path: Path, size: str
) -> None:
    sheet = opened(qtbot, window, *people)
    sheet.sizes.chip(size).click()
    codes = saved(qtbot, sheet, tmp_path / "cards.pdf")
    assert sorted(desk.search.by_scan(Scan(code)) for code in codes) == sorted(people)


def test_a_card_printed_again_has_the_same_code(
    qtbot: QtBot, window: CounterWindow, people: list[int], tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, people[0])
    assert saved(qtbot, sheet, tmp_path / "one.pdf") == saved(qtbot, sheet, tmp_path / "two.pdf")


def test_a_new_code_ends_the_old_card_and_says_so(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, people[0])
    (old,) = saved(qtbot, sheet, tmp_path / "old.pdf")
    assert sheet._about_old.text().startswith("If you do this, every older card")
    sheet.reissue_button.click()
    qtbot.waitUntil(lambda: "Somsak has a new code" in window.notices.text())
    with pytest.raises(Refused):
        desk.search.by_scan(Scan(old))
    (new,) = saved(qtbot, sheet, tmp_path / "new.pdf")
    assert desk.search.by_scan(Scan(new)) == people[0]


def test_looking_gives_nobody_a_code(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(desk.member_cards, "codes_for", lambda *args: asked.append(args))
    sheet = opened(qtbot, window, *people)
    sheet.sizes.chip("tags").click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert asked == []


def test_people_are_found_added_once_and_taken_off(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    sheet = opened(qtbot, window)
    assert not sheet.panel.save_button.isEnabled()
    for text in ("maria", "maria", "4867"):
        sheet.people.search.setText(text)
        qtbot.keyClick(sheet.people.search, Qt.Key.Key_Return)
    assert [each.id for each in sheet.people.customers] == [people[1], people[0]]
    assert sheet.panel.save_button.isEnabled()
    sheet.people.remove(people[1])
    assert [each.id for each in sheet.people.customers] == [people[0]]


def test_two_people_of_one_name_can_be_told_apart(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    for name, phone in (("Charles Dupont", "020 5551 1111"), ("Charles Moreau", "020 5551 2222")):
        draft = CustomerDraft(name, called="Charles", phone=phone)
        desk.submit(desk.customers.enrol, desk.act(), draft).result()
    sheet = opened(qtbot, window)
    sheet.people.search.setText("charles")
    found = {row.text(): row for row in sheet.people.findChildren(PersonRow)}
    assert {name: row.below() for name, row in found.items()} == {
        "Charles Dupont": "Charles · … 1111 · 0 visits",
        "Charles Moreau": "Charles · … 2222 · 0 visits",
    }
    found["Charles Moreau"].click()
    listed = {label.full_text() for label in sheet.people.findChildren(ElidedLabel)}
    assert listed == {"Charles Moreau", "Charles · … 2222"}


def test_a_new_code_is_offered_for_one_customer_only(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    assert opened(qtbot, window, people[0]).reissue_button.isVisible()
    assert not opened(qtbot, window, *people).reissue_button.isVisible()


def test_after_one_new_code_the_next_customer_can_have_theirs(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    sheet = opened(qtbot, window, people[0])
    sheet.reissue_button.click()
    qtbot.waitUntil(lambda: "new code" in window.notices.text())
    assert not sheet.reissue_button.isEnabled()
    sheet.people.remove(people[0])
    sheet.people.wanted.emit(people[1])
    assert sheet.reissue_button.isEnabled()


def test_somebody_who_is_gone_is_left_out(qtbot: QtBot, window: CounterWindow, people: list[int]) -> None:
    sheet = opened(qtbot, window, people[0], 999_999)
    assert [each.id for each in sheet.people.customers] == [people[0]]


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_button_has_a_name_is_large_enough_and_not_cut(
    qtbot: QtBot, window: CounterWindow, people: list[int], language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(1280, 720)
    sheet = opened(qtbot, window, people[0])
    for button in sheet.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
            assert button.height() >= TARGET, button
            assert button.width() >= button.minimumSizeHint().width(), button


def test_everybody_without_a_card_is_added_in_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.member_cards.codes_for, desk.act(), people[:1]).result()
    sheet = opened(qtbot, window)
    sheet.everybody_button.click()
    assert sorted(each.id for each in sheet.people.customers) == sorted(desk.member_cards.without_card())
    assert people[0] not in {each.id for each in sheet.people.customers}


def test_a_card_speaks_the_customers_language_or_the_one_set_for_cards(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    thai = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("สมชาย", language="th")).result()
    lao = replace(desk.shop.settings(), language="en", customer_language="lo")
    desk.submit(desk.shop.save_settings, desk.act(), lao).result()
    drawn: list[MemberCardPrint] = []
    sheet = opened(qtbot, window)
    sheet.panel.show_sample = lambda cards, layout: drawn.extend(cards)
    for customer_id in (people[0], thai.customer.id):
        sheet.people.wanted.emit(customer_id)
    assert [card.language for card in drawn[-2:]] == ["lo", "th"]
