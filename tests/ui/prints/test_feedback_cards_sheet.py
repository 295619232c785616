"""Feedback cards: looking issues nothing, a press does once, and what was issued is what is printed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat, short_code
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.prints import feedback_cards_sheet
from frontdesk.ui.prints.feedback_cards_sheet import SAMPLE_CODE, FeedbackCardsSheet
from frontdesk.ui.prints.printer import Fate, Printers
from frontdesk.ui.widgets.saving import short_folder

Open = Callable[..., FeedbackCardsSheet]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


@pytest.fixture
def issued(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the service issued, in order."""
    given: list[Any] = []
    issue = desk.feedback.issue

    def noted(*args: Any, **kwargs: Any) -> Any:
        outcome = issue(*args, **kwargs)
        given.append(outcome.cards)
        return outcome

    monkeypatch.setattr(desk.feedback, "issue", noted)
    return given


@pytest.fixture
def opened(qtbot: QtBot, window: CounterWindow) -> Open:
    def open_one(**facts: Any) -> FeedbackCardsSheet:
        sheet = window.open_sheet(SheetName.FEEDBACK_CARDS, **facts)
        assert isinstance(sheet, FeedbackCardsSheet)
        qtbot.waitUntil(lambda: not window.bridge.busy)
        return sheet

    return open_one


def save_to(qtbot: QtBot, sheet: FeedbackCardsSheet, path: Path | None) -> None:
    """Press Save, choose a path, and wait until it came out or was refused."""
    sheet.panel._ask_path = lambda *asked: path
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: not sheet.panel.busy, timeout=20_000)


def codes_in(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.render(scale=200 / 72).to_pil().convert("RGB") for page in document]
    return sorted(found.text for page in pages for found in zxingcpp.read_barcodes(page))


def test_looking_issues_nothing(qtbot: QtBot, window: CounterWindow, opened: Open, issued: list[Any]) -> None:
    sheet = opened()
    sheet.choices.languages.chip("th").click()
    sheet.choices.count.setValue(30)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.panel.preview.sample is not None
    assert issued == []


def test_who_changes_their_mind_in_the_dialog_has_issued_nothing(
    qtbot: QtBot, opened: Open, issued: list[Any]
) -> None:
    save_to(qtbot, opened(), None)
    assert issued == []


def test_every_issued_card_is_in_the_file_and_nothing_else(
    qtbot: QtBot, window: CounterWindow, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    sheet.choices.count.setValue(12)
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    (cards,) = issued
    assert codes_in(tmp_path / "cards.pdf") == sorted(card.url for card in cards)
    assert len({card.code for card in cards}) == 12
    assert SAMPLE_CODE not in {card.code for card in cards}
    assert "cards.pdf" in window.notices.text()


def test_the_next_press_issues_new_cards(
    qtbot: QtBot, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    save_to(qtbot, sheet, tmp_path / "one.pdf")
    save_to(qtbot, sheet, tmp_path / "two.pdf")
    first, second = issued
    assert not {card.code for card in first} & {card.code for card in second}


def test_a_failed_write_is_tried_again_with_the_very_same_cards(
    qtbot: QtBot, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    save_to(qtbot, sheet, tmp_path / "gone" / "cards.pdf")
    assert "That folder is no longer there" in sheet.panel.fault.text()
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    (cards,) = issued
    assert codes_in(tmp_path / "cards.pdf") == sorted(card.url for card in cards)
    assert sheet.panel.fault.text() == ""


def test_cards_that_did_not_come_out_outlive_the_sheet(
    qtbot: QtBot, window: CounterWindow, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    save_to(qtbot, opened(), tmp_path / "gone" / "cards.pdf")
    window.sheets.close_now()
    save_to(qtbot, opened(), tmp_path / "cards.pdf")
    assert len(issued) == 1


def test_a_sheet_that_is_closed_by_force_still_knows_that_its_cards_came_out(
    qtbot: QtBot, window: CounterWindow, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    sheet.choices.count.setValue(200)
    sheet.panel._ask_path = lambda *asked: tmp_path / "one.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: sheet.panel._run is not None)
    window.sheets.close_now()
    qtbot.waitUntil(lambda: "one.pdf" in window.notices.text(), timeout=20_000)
    assert f"the folder {short_folder(tmp_path)}." in window.notices.text()
    again = opened()
    again.choices.count.setValue(200)
    save_to(qtbot, again, tmp_path / "two.pdf")
    first, second = issued
    assert not {card.code for card in first} & {card.code for card in second}


def test_one_card_in_the_customers_language_with_their_name(
    qtbot: QtBot, desk: FrontDesk, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    saved = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("สมชาย", language="th")).result()
    sheet = opened(customer_id=saved.customer.id)
    assert sheet.choices.languages.value() == "th"
    save_to(qtbot, sheet, tmp_path / "card.pdf")
    ((card,),) = issued
    assert (card.language, card.customer_id) == ("th", saved.customer.id)
    assert codes_in(tmp_path / "card.pdf") == [card.url]
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as document:
        width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (85, 54)


def test_a_card_for_anybody_names_nobody(
    qtbot: QtBot, people: list[int], opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened(customer_id=people[0])
    sheet.choices.whom.chip("anybody").click()
    assert sheet.choices.count.isVisible()
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    assert {card.customer_id for card in issued[0]} == {None}


def test_without_a_printer_print_says_so_and_the_pdf_is_the_filled_button(
    opened: Open, issued: list[Any]
) -> None:
    sheet = opened()
    sheet.panel.set_printers(Printers())
    sheet.panel.print_button.click()
    assert "There is no printer on this computer" in sheet.panel.fault.text()
    assert sheet.panel.save_button.property("role") == "filled"
    assert issued == []


def test_with_a_printer_print_is_the_filled_button_and_gets_the_issued_cards(
    qtbot: QtBot, window: CounterWindow, opened: Open, issued: list[Any]
) -> None:
    printed: list[Any] = []

    def print_to(name: str, job: Any, **control: Any) -> Fate:
        printed.append((name, [each.card.code for each in job.prints]))
        return Fate.DONE

    sheet = opened()
    sheet.panel._print_to = print_to
    sheet.panel.set_printers(Printers(("till",), "till"))
    assert sheet.panel.print_button.property("role") == "filled"
    sheet.panel.print_button.click()
    qtbot.waitUntil(lambda: "at the printer" in window.notices.text())
    assert printed == [("till", [card.code for card in issued[0]])]


def test_a_printer_that_fails_keeps_the_cards_for_the_pdf(
    qtbot: QtBot, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    sheet.panel._print_to = lambda name, job, **control: Fate.FAILED
    sheet.panel.set_printers(Printers(("till",), "till"))
    sheet.panel.print_button.click()
    qtbot.waitUntil(lambda: "did not take the cards" in sheet.panel.fault.text())
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    assert len(issued) == 1


def test_a_cancelled_sheet_of_many_leaves_no_file_and_keeps_the_cards(
    qtbot: QtBot, opened: Open, issued: list[Any], tmp_path: Path
) -> None:
    sheet = opened()
    sheet.choices.count.setValue(400)
    sheet.panel._ask_path = lambda *asked: tmp_path / "cards.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: sheet.panel.progress.bar.value() >= 10, timeout=20_000)
    sheet.panel.progress.cancel.click()
    qtbot.waitUntil(lambda: "Stopped" in sheet.panel.fault.text(), timeout=20_000)
    assert list(tmp_path.glob("*.pdf*")) == []
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    assert len(issued) == 1


def test_without_a_link_nothing_can_be_printed_and_the_way_to_it_is_shown(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open
) -> None:
    settings = replace(desk.shop.settings(), feedback_link="")
    desk.submit(desk.shop.save_settings, desk.act(), settings).result()
    sheet = opened()
    assert not sheet.panel.save_button.isEnabled()
    assert sheet.no_link.isVisible()
    sheet.link_button.click()
    assert type(window.sheets.sheet).__name__ == "SettingsSheet"


def test_while_it_draws_the_sheet_stays_and_says_why(
    qtbot: QtBot, window: CounterWindow, opened: Open, tmp_path: Path
) -> None:
    sheet = opened()
    sheet.panel._ask_path = lambda *asked: tmp_path / "cards.pdf"
    sheet.panel.save_button.click()
    assert not sheet.may_close()
    assert "wait a moment" in window.notices.text()
    qtbot.waitUntil(sheet.may_close, timeout=20_000)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_every_button_has_a_name_is_large_enough_and_not_cut(
    qtbot: QtBot, window: CounterWindow, people: list[int], opened: Open, language: str, size: tuple[int, int]
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    sheet = opened(customer_id=people[0])
    for button in sheet.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
            assert button.height() >= TARGET, button
            assert button.width() >= button.minimumSizeHint().width(), button


def test_cards_for_anybody_speak_the_customers_language_not_the_counters(
    qtbot: QtBot, desk: FrontDesk, opened: Open, people: list[int]
) -> None:
    lao = replace(desk.shop.settings(), language="en", customer_language="lo")
    desk.submit(desk.shop.save_settings, desk.act(), lao).result()
    assert opened().choices.languages.value() == "lo"
    assert opened(customer_id=people[1]).choices.languages.value() == "lo"  # nobody knows which is theirs


def test_where_the_shop_named_no_language_cards_for_anybody_speak_as_the_counter_does(
    desk: FrontDesk, opened: Open
) -> None:
    assert desk.shop.settings().customer_language == ""
    LANGUAGE.speak("lo")
    assert opened().choices.languages.value() == "lo"


def test_another_format_keeps_the_language_and_the_face_that_were_chosen(
    opened: Open, people: list[int]
) -> None:
    choices = opened(customer_id=people[0]).choices
    choices.languages.chip("th").click()
    choices.hosts.chip("nobody").click()
    for format in (CardFormat.FORM, CardFormat.TENT, CardFormat.RECEIPT, CardFormat.CARD):
        choices.formats.chip(format).click()
        assert (choices.languages.value(), choices.host_id()) == ("th", None)
    choices.whom.chip("anybody").click()
    assert choices.languages.value() == "en"


def test_the_suggested_file_is_named_after_whom_the_card_is_for_unless_they_are_not_called_by_name(
    desk: FrontDesk, opened: Open, people: list[int]
) -> None:
    day = desk.today().isoformat()
    rachel, quiet = (
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name, greet_by_name=called))
        .result()
        .customer
        for name, called in (("Rachel Collins", True), ("Quiet Person", False))
    )
    assert opened(customer_id=rachel.id).panel._stem() == f"Feedback cards {rachel.told_name} {day}"
    assert opened(customer_id=quiet.id).panel._stem() == f"Feedback cards {day}"
    assert opened().panel._stem() == f"Feedback cards {day}"


def test_the_sample_has_the_number_of_no_card(desk: FrontDesk) -> None:
    assert short_code(0, SAMPLE_CODE) == "0-XXX"
    assert desk.responses.card("0-XXX") is None
    assert desk.responses.card(SAMPLE_CODE) is None


@pytest.mark.parametrize(
    ("format", "count", "size"),
    [("FORM", 4, (210, 297)), ("TENT", 1, (210, 297)), ("POSTER", 1, (210, 297)), ("RECEIPT", 1, (72, None))],
)
def test_each_format_comes_out_in_its_number_and_size(
    qtbot: QtBot,
    opened: Open,
    issued: list[Any],
    people: list[int],
    tmp_path: Path,
    format: str,
    count: int,
    size: tuple[int, int | None],
) -> None:
    sheet = opened()
    sheet.choices.formats.chip(format).click()
    save_to(qtbot, sheet, tmp_path / "cards.pdf")
    (cards,) = issued
    assert [card.format for card in cards] == [CardFormat(format)] * count
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        (page,) = list(document)
        width, height = (round(side / 72 * 25.4) for side in page.get_size())
    assert width == size[0]
    assert size[1] in (None, height)


def test_a_poster_is_for_nobody_and_asked_for_nobodys_number(
    opened: Open, people: list[int], desk: FrontDesk
) -> None:
    sheet = opened(customer_id=people[0])
    choices = sheet.choices
    assert choices.host_id() == desk.staff_id
    assert not choices.count.isVisible()
    choices.formats.chip(CardFormat.POSTER).click()
    assert choices.recipient() is None
    assert choices.host_id() is None
    assert not choices.whom.isVisible()
    assert not any(count.isVisible() for count in choices.counts.values())


def test_where_the_shop_shows_no_face_a_card_still_knows_who_handed_it_out(
    opened: Open, people: list[int], desk: FrontDesk
) -> None:
    rules = replace(desk.feedback_rules.rules(), with_face=False)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    sheet = opened(customer_id=people[0])
    assert not sheet.choices.hosts.isVisible()
    assert sheet._wanted_order().host_id == desk.staff_id
    sheet.choices.whom.chip("anybody").click()
    assert sheet._wanted_order().host_id is None


def test_receipts_go_to_the_receipt_printer_and_all_else_does_not(
    qtbot: QtBot, desk: FrontDesk, opened: Open, issued: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def print_receipt(counter: Any, drawn: Any, page: Any, *, done: Callable[[], None]) -> None:
        printed.append(drawn.card.code)
        done()

    monkeypatch.setattr(feedback_cards_sheet, "print_receipt", print_receipt)
    desk.submit(desk.shop.change_settings, desk.act(), {"receipt_printer": "192.168.1.50"}).result()
    sheet = opened()
    sheet.panel.set_printers(Printers())
    assert sheet.panel.save_button.property("role") == "filled"
    sheet.choices.formats.chip(CardFormat.RECEIPT).click()
    sheet.choices.count.setValue(2)
    assert sheet.panel.print_button.property("role") == "filled"
    sheet.panel.print_button.click()
    qtbot.waitUntil(lambda: len(printed) == 2)
    assert printed == [card.code for card in issued[0]]
    assert not sheet.panel.busy
    sheet.panel.print_button.click()
    qtbot.waitUntil(lambda: len(printed) == 4)
    assert len(set(printed)) == 4
