"""All programmes in a list; new ones are set up, and what is begun and not saved waits there."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.programmes import PassTerms, ProgrammeDraft, ProgrammeKind, stamp_card
from frontdesk.services.errors import NotSure
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.programmes.days import begins_at
from frontdesk.ui.programmes.kept_drafts import kept_drafts
from frontdesk.ui.programmes.programme_editor import ProgrammeEditor
from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel
from tests.ui.programmes.conftest import programme, type_into, type_number, wait_for_notice


def test_a_row_says_name_promise_and_state(panel: ProgrammesPanel) -> None:
    (row,) = panel.rows()
    assert (row.name, row.promise, row.state) == ("Coffee card", "5 stamps: free coffee.", "Runs")
    assert row.accessibleName() == "Coffee card, Runs"


def test_a_new_card_needs_three_answers_and_its_undo_retires_it(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    panel.card_button.click()
    assert panel.editor is not None
    type_into(panel.editor.topics.name.name, "Lunch <b>card</b>")
    panel.editor.topics.basic.goal.setValue(8)
    type_into(panel.editor.topics.basic.reward, "lunch")
    panel.editor.save_button.click()
    panel.editor.save_button.click()
    wait_for_notice(qtbot, window, "Lunch <b>card</b> is set up.")
    added = programme(desk, 2)
    terms = added.terms_at(desk.now())
    assert (added.name, terms.goal, terms.rewards[0].what.usual) == ("Lunch <b>card</b>", 8, "lunch")
    assert panel.editor is None
    assert [row.name for row in panel.rows()] == ["Coffee card", "Lunch <b>card</b>"]
    window.notices.undo()
    wait_for_notice(qtbot, window, "is retired again")
    assert programme(desk, 2).retired_at is not None
    assert panel.rows()[1].state.startswith("Retired on")


def begin_lunch_card(panel: ProgrammesPanel) -> ProgrammeEditor:
    panel.card_button.click()
    assert panel.editor is not None
    type_into(panel.editor.topics.name.name, "Lunch card")
    type_into(panel.editor.topics.basic.reward, "lunch")
    return panel.editor


def test_a_first_number_that_is_typed_last_makes_no_second_card(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    editor = begin_lunch_card(panel)
    type_number(qtbot, editor.topics.basic.goal, "8")
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "is set up")
    assert [(row.name, row.state) for row in panel.rows()] == [
        ("Coffee card", "Runs"),
        ("Lunch card", "Runs"),
    ]
    assert programme(desk, 2).terms_at(desk.now()).goal == 8
    assert kept_drafts(window.bridge) == {}


def test_what_is_typed_while_a_new_card_is_being_saved_is_a_change_of_that_card(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    editor = begin_lunch_card(panel)
    editor.save_button.click()
    type_into(editor.topics.name.name, "Lunch card 2")
    wait_for_notice(qtbot, window, "is set up")
    assert panel.editor is editor
    assert list(kept_drafts(window.bridge)) == [2]
    editor.save_button.click()
    wait_for_notice(qtbot, window, "is saved")
    assert [each.name for each in desk.programmes.all()] == ["Coffee card", "Lunch card 2"]
    assert kept_drafts(window.bridge) == {}


def test_a_new_card_is_no_draft_any_more_though_its_page_was_left_at_once(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    begin_lunch_card(panel).save_button.click()
    panel.show_list()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_for_notice(qtbot, window, "is set up")
    assert [row.name for row in panel.rows()] == ["Coffee card", "Lunch card"]
    assert kept_drafts(window.bridge) == {}


def test_a_save_that_is_in_doubt_adds_no_second_card_when_it_is_pressed_again(
    qtbot: QtBot,
    window: CounterWindow,
    panel: ProgrammesPanel,
    desk: FrontDesk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add = desk.programmes.add

    def doubtful(act: Act, draft: ProgrammeDraft) -> object:
        desk.programmes.add = add
        desk.submit(add, act, draft)  # it does land, after the first answer was given up
        raise NotSure

    editor = begin_lunch_card(panel)
    monkeypatch.setattr(desk.programmes, "add", doubtful)
    editor.save_button.click()
    qtbot.waitUntil(lambda: bool(editor.fault.text()) and not window.bridge.busy)
    editor.save_button.click()
    wait_for_notice(qtbot, window, "is set up")
    assert [each.name for each in desk.programmes.all()] == ["Coffee card", "Lunch card"]
    assert kept_drafts(window.bridge) == {}


def test_a_new_pass_is_set_up(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    panel.pass_button.click()
    assert panel.editor is not None
    passes = panel.editor.topics.passes
    type_into(panel.editor.topics.name.name, "Ten visits")
    type_into(passes.price.line, "400,000")
    passes.days.setValue(5)
    panel.editor.save()
    wait_for_notice(qtbot, window, "Ten visits is set up.")
    added = programme(desk, 2)
    assert added.kind is ProgrammeKind.PASS
    assert added.terms_at(desk.now()).passes == PassTerms(10, 3, 5, 400_000, 7)


def test_a_membership_has_no_number_of_visits(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    panel.pass_button.click()
    assert panel.editor is not None
    passes = panel.editor.topics.passes
    type_into(panel.editor.topics.name.name, "A month of yoga")
    passes.kind.chip(ProgrammeKind.MEMBERSHIP).click()
    assert not passes.visits.isVisible()
    panel.editor.save()
    wait_for_notice(qtbot, window, "A month of yoga is set up.")
    added = programme(desk, 2)
    terms = added.terms_at(desk.now()).passes
    assert (added.kind, terms and terms.visits) == (ProgrammeKind.MEMBERSHIP, 0)
    panel.choose(2)
    assert panel.editor is not None
    assert not panel.editor.topics.passes.kind.isVisible()


def test_what_was_begun_waits_whatever_closes_the_page(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel
) -> None:
    panel.card_button.click()
    assert panel.editor is not None
    type_into(panel.editor.topics.name.name, "Half a card")
    panel.editor.back_button.click()
    assert (panel.rows()[0].name, panel.rows()[0].state) == ("Half a card", "Not saved yet")
    window.sheets.ask_to_close()
    assert window.sheets.sheet is None
    again = window.open_sheet("settings", part="programmes").parts.programmes
    qtbot.mouseClick(again.rows()[0], Qt.MouseButton.LeftButton)
    assert again.editor.topics.name.name.text() == "Half a card"


def test_a_row_says_that_changes_are_not_saved(qtbot: QtBot, panel: ProgrammesPanel) -> None:
    qtbot.mouseClick(panel.rows()[0], Qt.MouseButton.LeftButton)
    assert panel.editor is not None
    panel.editor.topics.basic.goal.setValue(9)
    panel.editor.back_button.click()
    assert panel.rows()[0].state == "Changed, not saved yet"
    assert panel.rows()[0].promise == "5 stamps: free coffee."
    panel.choose(1)
    assert panel.editor.topics.basic.goal.value() == 9


def test_a_row_says_that_and_when_the_promise_changes(panel: ProgrammesPanel, desk: FrontDesk) -> None:
    draft = stamp_card("Coffee card", 8, "coffee")
    starts_at = begins_at(date(2026, 11, 30), desk.zone)
    desk.submit(desk.programmes.save, desk.act(), 1, draft, starts_at).result()
    panel.show_list()
    assert (panel.rows()[0].state, panel.rows()[0].promise) == (
        "Changes on 30 November",
        "5 stamps: free coffee.",
    )


def test_a_retired_card_says_the_last_day_for_rewards_in_the_list(
    panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    until = begins_at(date(2027, 1, 1), desk.zone)
    desk.submit(desk.programmes.retire, desk.act(), 1, until).result()
    panel.show_list()
    assert panel.rows()[0].promise == "Retired. Rewards can be taken until 31 December."


def test_of_several_cards_the_list_says_which_one_the_counters_button_means(
    panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    assert panel.said.text() == "Tap one to change it."
    desk.submit(desk.programmes.add, desk.act(), stamp_card("Lunch card", 8, "lunch")).result()
    panel.show_list()
    assert panel.said.text().startswith("“Add stamp” at the counter means Coffee card, the first that runs")
    desk.submit(desk.programmes.retire, desk.act(), 1).result()
    panel.show_list()
    assert panel.said.text() == "Tap one to change it."


def test_a_long_promise_wraps_in_its_row(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    low = panel.rows()[0].height()
    draft = stamp_card("Coffee card", 8, "coffee or tea or whatever else there is " * 4)
    desk.submit(desk.programmes.save, desk.act(), 1, draft).result()
    panel.show_list()
    qtbot.waitUntil(lambda: panel.rows()[0].height() > low)


def test_a_name_of_two_hundred_letters_pushes_nothing_aside(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    long = "ភាសាខ្មែរ" * 22
    window.resize(1280, 720)
    panel.card_button.click()
    assert panel.editor is not None
    type_into(panel.editor.topics.name.name, long[:200])
    type_into(panel.editor.topics.basic.reward, long[:200])
    panel.editor.save()
    wait_for_notice(qtbot, window, "is set up")
    place = panel.rect()
    assert all(place.contains(row.geometry().topRight() + row.parentWidget().pos()) for row in panel.rows())
    panel.choose(2)
    fields = panel.editor.topics
    preview = panel.editor.preview
    qtbot.waitUntil(lambda: fields.folds["span"].y() > 0 and preview.sentences.y() > preview.card.y() > 0)
    assert fields.width() <= panel.width() * 2 // 3
    assert preview.name.parentWidget().width() <= preview.width()


def test_the_list_speaks_the_language_of_the_counter(panel: ProgrammesPanel, desk: FrontDesk) -> None:
    before = panel.rows()[0].state
    LANGUAGE.speak("lo")
    assert panel.rows()[0].state != before
    assert desk.today() == date(2026, 11, 19)
