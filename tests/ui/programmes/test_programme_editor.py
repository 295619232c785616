"""What an owner can say of a card is kept as it was said, from the moment that was said, and undone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    Look,
    PassTerms,
    Programme,
    ProgrammeDraft,
    ProgrammeKind,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.said import Said
from frontdesk.services.errors import DiskFull
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.programmes.days import begins_at
from frontdesk.ui.programmes.kept_drafts import kept_drafts
from frontdesk.ui.programmes.programme_editor import ProgrammeEditor
from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel
from frontdesk.ui.programmes.when_row import FROM_A_DAY
from tests.ui.programmes.conftest import programme, type_into, type_number, wait_for_notice

RICH = Terms(
    (
        Reward(
            1, 5, Said("coffee", (("lo", "ກາເຟ"),)), products=(1,), categories=("Hot drinks",), up_to=25_000
        ),
        Reward(2, 10, Said("lunch"), RewardKind.PERCENT_OFF, value=20),
        Reward(3, 15, Said("cake"), RewardKind.AMOUNT_OFF, value=5_000),
    ),
    Accrual(Basis.ITEM, 2, (3,), ("Hot drinks",), 0, 3, 5, (Boost(2, (0, 2), 14 * 60, 24 * 60),)),
    Expiry(ExpiryBasis.AGE, 6, 14, spares_full=False),
    Gifts(2, 3, 10, 1, 2),
)


def terms(desk: FrontDesk) -> Terms:
    return programme(desk).terms_at(desk.now())


def type_day(field: DayField, day: date) -> None:
    for line, number in ((field.day, day.day), (field.month, day.month), (field.year, day.year)):
        type_into(line, str(number))


def save(qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor) -> None:
    editor.save_button.click()
    wait_for_notice(qtbot, window, "is saved")


def in_sight(part: QWidget, page: QWidget) -> bool:
    """Whether all of it is seen, with nothing to scroll."""
    seen = part.visibleRegion().boundingRect()
    return part.isVisibleTo(page) and seen.size() == part.size()


def kept(desk: FrontDesk, standing: Programme, promise: Terms) -> Programme:
    """A programme saved behind the editor's back."""
    draft = ProgrammeDraft(standing.look, promise, standing.kind, standing.span)
    return desk.submit(desk.programmes.save, desk.act(), standing.id, draft).result().programme


def test_nothing_can_be_saved_before_something_is_changed(editor: ProgrammeEditor) -> None:
    assert not editor.changed()
    assert not editor.save_button.isVisible()
    editor.topics.basic.goal.step_up()
    assert editor.save_button.isVisible()
    editor.topics.basic.goal.step_down()
    assert not editor.save_button.isVisible()


def test_a_rich_card_is_shown_without_being_changed(panel: ProgrammesPanel, desk: FrontDesk) -> None:
    rich = kept(desk, programme(desk), RICH)
    panel.choose(1)
    assert panel.editor is not None
    assert panel.editor.draft().terms == rich.terms_at(desk.now())
    assert not panel.editor.changed()


def test_stamps_and_reward_are_changed_at_once_and_changed_back(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.topics.basic.goal.setValue(8)
    type_into(editor.topics.basic.reward, "tea")
    assert "8 stamps: free tea." in editor.preview.sentences.text()
    save(qtbot, window, editor)
    assert (terms(desk).goal, terms(desk).rewards[0].what.usual) == (8, "tea")
    assert not editor.changed()
    window.notices.undo()
    wait_for_notice(qtbot, window, "as it was before")
    assert (terms(desk).goal, terms(desk).rewards[0].what.usual) == (5, "coffee")
    assert editor.topics.basic.goal.value() == 5


def test_a_typed_number_is_promised_and_saved_though_the_field_is_not_left(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    type_number(qtbot, editor.topics.basic.goal, "9")
    assert "9 stamps: free coffee." in editor.preview.sentences.text()
    assert editor.save_button.isVisible()
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "is saved")
    assert terms(desk).goal == 9
    assert kept_drafts(window.bridge) == {}


def test_undo_works_when_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.topics.basic.goal.setValue(8)
    save(qtbot, window, editor)
    window.sheets.close_now()
    window.notices.undo()
    wait_for_notice(qtbot, window, "as it was before")
    assert terms(desk).goal == 5


def test_a_name_and_a_colour_are_no_new_promise(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    type_into(editor.topics.name.name, "Coffee & cake")
    editor.topics.look.colours.buttons["sea"].click()
    editor.topics.look.pictures.buttons["star"].click()
    type_into(editor.topics.look.languages.lines["th"], "บัตรกาแฟ")
    assert not editor.when.isVisible()
    save(qtbot, window, editor)
    look = programme(desk).look
    assert (look.names, look.icon, look.colour) == (
        Said("Coffee & cake", (("th", "บัตรกาแฟ"),)),
        "star",
        "sea",
    )
    assert len(programme(desk).terms) == 1


def test_a_change_from_a_day_on_is_shown_as_coming_and_taken_back(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.topics.basic.goal.setValue(8)
    editor.when.choice.chip(FROM_A_DAY).click()
    type_day(editor.when.day, date(2026, 12, 1))
    editor.save_button.click()
    wait_for_notice(qtbot, window, "From Tuesday 1 December: 8 stamps: free coffee.")
    coming = programme(desk).coming(desk.now())
    assert coming is not None
    assert (coming.goal, coming.starts_at) == (8, begins_at(date(2026, 12, 1), desk.zone))
    assert terms(desk).goal == 5
    assert editor.topics.basic.goal.value() == 5
    assert editor.coming.strip.text() == "From Tuesday 1 December: 8 stamps: free coffee."
    assert in_sight(editor.coming, editor)
    editor.coming.button.click()
    wait_for_notice(qtbot, window, "will not come")
    assert programme(desk).coming(desk.now()) is None
    qtbot.waitUntil(lambda: not editor.coming.isVisible())
    window.notices.undo()
    wait_for_notice(qtbot, window, "coming again")
    coming = programme(desk).coming(desk.now())
    assert coming is not None
    assert coming.goal == 8


def test_undoing_a_change_from_a_day_on_lets_it_not_come(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.topics.basic.goal.setValue(8)
    editor.when.choice.chip(FROM_A_DAY).click()
    type_day(editor.when.day, date(2026, 12, 1))
    editor.save_button.click()
    wait_for_notice(qtbot, window, "From Tuesday 1 December: 8 stamps: free coffee.")
    window.notices.undo()
    wait_for_notice(qtbot, window, "as it was before")
    assert programme(desk).coming(desk.now()) is None


@pytest.mark.parametrize("day", [date(2026, 11, 19), date(2025, 1, 1)])
def test_a_change_does_not_begin_on_a_day_that_has_begun(
    editor: ProgrammeEditor, desk: FrontDesk, day: date
) -> None:
    editor.topics.basic.goal.setValue(8)
    editor.when.choice.chip(FROM_A_DAY).click()
    type_day(editor.when.day, day)
    editor.save()
    assert "after today" in editor.when.day.fault
    assert len(programme(desk).terms) == 1


def test_how_stamps_are_earned_is_kept(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    earning = editor.topics.earning
    earning.basis.chip(Basis.AMOUNT).click()
    editor.save()
    assert earning.step.fault
    assert editor.topics.folds["earning"].opened
    type_into(earning.step.line, "10,000")
    earning.per_visit.setValue(3)
    assert "1 stamp for every 10,000 LAK" in editor.topics.folds["earning"].head.summary
    save(qtbot, window, editor)
    assert terms(desk).accrual == Accrual(Basis.AMOUNT, 1, step=10_000, most_per_visit=3)


def test_only_some_things_earn(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    earning = editor.topics.earning
    earning.which.chip("some").click()
    earning.things.categories["Hot drinks"].click()
    earning.things.products[3].click()
    save(qtbot, window, editor)
    assert (terms(desk).accrual.products, terms(desk).accrual.categories) == ((3,), ("Hot drinks",))


@pytest.mark.parametrize("topic", ["earning", "rewards"])
def test_some_things_are_at_least_one(editor: ProgrammeEditor, desk: FrontDesk, topic: str) -> None:
    part = editor.topics.earning if topic == "earning" else editor.topics.rewards.rows()[0]
    part.which.chip("some").click()
    editor.topics.basic.goal.step_up()
    editor.save()
    assert part.things.fault
    assert editor.topics.folds[topic].opened
    assert part.things.categories["Cold drinks"].hasFocus()
    assert len(programme(desk).terms) == 1
    part.things.products[3].click()
    assert not part.things.fault


def test_double_hours_are_added_and_removed(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    hours = editor.topics.hours
    hours.add_button.click()
    (row,) = hours.rows()
    row.days[4].click()
    row.end.line.setText("0:00")
    row.end.line.textEdited.emit("0:00")
    row.factor.setValue(3)
    type_day(row.last, date(2026, 12, 31))
    save(qtbot, window, editor)
    (boost,) = terms(desk).accrual.boosts
    assert boost == Boost(3, (0, 4), 14 * 60, 24 * 60, None, date(2026, 12, 31))
    hours.rows()[0].remove_button.click()
    save(qtbot, window, editor)
    assert terms(desk).accrual.boosts == ()


def test_hours_that_cannot_be_are_said_in_their_fold(editor: ProgrammeEditor, desk: FrontDesk) -> None:
    editor.topics.hours.add_button.click()
    (row,) = editor.topics.hours.rows()
    row.days[0].click()
    editor.save()
    assert "at least one day" in editor.topics.folds["hours"].fault
    assert editor.topics.folds["hours"].opened
    row.days[0].click()
    type_into(row.start.line, "soon")
    editor.save()
    assert not editor.topics.folds["hours"].fault
    assert row.start.line.hasFocus()
    assert len(programme(desk).terms) == 1


def test_a_further_reward_has_a_number_that_was_never_used(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    rewards = editor.topics.rewards
    for what in ("lunch", "cake"):
        rewards.add_button.click()
        type_into(rewards.rows()[-1].what, what)
        save(qtbot, window, editor)
        if what == "lunch":
            rewards.rows()[-1].remove_button.click()
            save(qtbot, window, editor)
    numbers = [(reward.number, reward.what.usual) for reward in terms(desk).rewards]
    assert numbers == [(1, "coffee"), (3, "cake")]


def test_what_a_reward_is_and_may_be_is_kept(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.topics.rewards.add_button.click()
    first, second = editor.topics.rewards.rows()
    first.which.chip("some").click()
    first.things.products[1].click()
    type_into(first.up_to.line, "25000")
    type_into(first.languages.lines["lo"], "ກາເຟ")
    type_into(second.what, "lunch")
    second.kind.chip(RewardKind.AMOUNT_OFF).click()
    editor.save()
    assert second.amount.fault
    type_into(second.amount.line, "5000")
    save(qtbot, window, editor)
    coffee, lunch = terms(desk).rewards
    assert coffee == Reward(1, 5, Said("coffee", (("lo", "ກາເຟ"),)), products=(1,), up_to=25_000)
    assert lunch == Reward(2, 10, Said("lunch"), RewardKind.AMOUNT_OFF, value=5_000)


def test_there_are_at_most_six_rewards(editor: ProgrammeEditor) -> None:
    rewards = editor.topics.rewards
    editor.topics.folds["rewards"].open()
    for _ in range(5):
        rewards.add_button.click()
    assert not rewards.add_button.isVisible()
    rewards.rows()[-1].remove_button.click()
    assert rewards.add_button.isVisible()


def test_gifts_and_the_end_of_stamps_are_kept(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    gifts, ending = editor.topics.gifts, editor.topics.ending
    gifts.welcome.setValue(2)
    gifts.birthday.setValue(1)
    gifts.days.setValue(3)
    gifts.friend.setValue(1)
    gifts.referrer.setValue(2)
    ending.basis.chip(ExpiryBasis.IDLE).click()
    ending.months.setValue(6)
    ending.warning.setValue(14)
    ending.spares.click()
    save(qtbot, window, editor)
    assert terms(desk).gifts == Gifts(2, 1, 3, 1, 2)
    assert terms(desk).expiry == Expiry(ExpiryBasis.IDLE, 6, 14, spares_full=False)
    ending.basis.chip("never").click()
    save(qtbot, window, editor)
    assert terms(desk).expiry is None


def test_both_days_of_a_span_count_in(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    span = editor.topics.span
    type_day(span.first, date(2026, 12, 24))
    type_day(span.last, date(2026, 12, 1))
    editor.save()
    assert "before the first" in span.last.fault
    type_day(span.first, date(2026, 12, 1))
    save(qtbot, window, editor)
    begin = begins_at(date(2026, 12, 1), desk.zone)
    kept_span = programme(desk).span
    assert (kept_span.starts_at, kept_span.ends_at) == (begin, begin + 24 * 60 * 60 * 1000)
    assert len(programme(desk).terms) == 1


def test_a_card_is_retired_until_a_day_and_brought_back(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    editor.retiring.begin_button.click()
    type_day(editor.retiring.until, date(2026, 12, 31))
    editor.retiring.retire_button.click()
    wait_for_notice(qtbot, window, "Coffee card is retired.")
    span = programme(desk).span
    assert span.retired_at is not None
    assert span.redeem_until == begins_at(date(2027, 1, 1), desk.zone)
    qtbot.waitUntil(editor.retiring.back_button.isVisible)
    editor.retiring.back_button.click()
    wait_for_notice(qtbot, window, "runs again")
    assert programme(desk).span == replace(span, retired_at=None, redeem_until=None)
    window.notices.undo()
    wait_for_notice(qtbot, window, "as it was before")
    assert programme(desk).span == span


@pytest.mark.parametrize("kind", [ProgrammeKind.STAMPS, ProgrammeKind.PASS])
def test_what_retiring_asks_is_in_sight_and_speaks_of_what_is_retired(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk, kind: ProgrammeKind
) -> None:
    window.resize(1280, 720)
    ten_visits = ProgrammeDraft(Look(Said("Ten visits")), Terms(passes=PassTerms(10, 3)), ProgrammeKind.PASS)
    desk.submit(desk.programmes.add, desk.act(), ten_visits).result()
    panel.choose(1 if kind is ProgrammeKind.STAMPS else 2)
    editor = panel.editor
    assert editor is not None
    for fold in editor.topics.folds.values():
        fold.open()
    editor.retiring.begin_button.click()
    qtbot.waitUntil(lambda: in_sight(editor.retiring.retire_button, editor))
    assert editor.retiring.until.isVisible() == (kind is ProgrammeKind.STAMPS)
    if kind is ProgrammeKind.PASS:
        no_more = "No more are sold. Visits already paid for can be used until they end."
        assert editor.retiring.said.text() == no_more
        editor.retiring.retire_button.click()
        wait_for_notice(qtbot, window, "Ten visits is retired.")
        assert programme(desk, 2).span.redeem_until is None
        assert editor.preview.sentences.text() == f"Retired. {no_more}"


def test_a_fault_far_below_is_brought_into_sight(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor
) -> None:
    window.resize(1280, 720)
    for fold in editor.topics.folds.values():
        fold.open()
    type_day(editor.topics.span.first, date(2026, 12, 24))
    type_day(editor.topics.span.last, date(2026, 12, 1))
    assert not in_sight(editor.topics.span.last.day, editor)
    editor.save()
    qtbot.waitUntil(lambda: in_sight(editor.topics.span.last.day, editor))


def test_nothing_is_promised_of_what_is_left_open(editor: ProgrammeEditor) -> None:
    type_into(editor.topics.basic.reward, "")
    editor.topics.earning.which.chip("some").click()
    editor.topics.rewards.rows()[0].which.chip("some").click()
    assert editor.preview.sentences.text().splitlines() == [
        "Choose at least one thing that the reward can be.",
        "Choose at least one thing that earns stamps.",
        "Stamps never end.",
    ]
    assert "Choose at least one thing" in editor.topics.folds["earning"].head.summary
    editor.topics.earning.things.products[3].click()
    assert "1 stamp for each of: Iced tea." in editor.preview.sentences.text()


def test_the_preview_has_a_gift_at_each_reward_on_the_way(panel: ProgrammesPanel, desk: FrontDesk) -> None:
    kept(desk, programme(desk), RICH)
    panel.choose(1)
    assert panel.editor is not None
    assert [tier.at for tier in panel.editor.preview.card.face.tiers] == [5, 10]


def test_what_is_in_a_fold_wraps(
    qtbot: QtBot, window: CounterWindow, panel: ProgrammesPanel, desk: FrontDesk
) -> None:
    kept(desk, programme(desk), RICH)
    window.resize(1280, 720)
    panel.choose(1)
    assert panel.editor is not None
    head = panel.editor.topics.folds["gifts"].head
    qtbot.waitUntil(lambda: head.height() >= head.heightForWidth(head.width()) > TARGET + 16)


def test_a_card_without_a_name_is_not_saved(editor: ProgrammeEditor, desk: FrontDesk) -> None:
    type_into(editor.topics.name.name, " ")
    editor.save()
    assert editor.topics.name.name_field.fault
    assert editor.topics.name.name.hasFocus()
    assert programme(desk).name == "Coffee card"


def test_changes_that_are_given_up_come_back_by_undo(window: CounterWindow, editor: ProgrammeEditor) -> None:
    editor.topics.basic.goal.setValue(9)
    editor.drop_button.click()
    assert editor.topics.basic.goal.value() == 5
    assert kept_drafts(window.bridge) == {}
    window.notices.undo()
    assert editor.topics.basic.goal.value() == 9
    assert kept_drafts(window.bridge)[1].terms.goal == 9


def test_what_cannot_be_written_stays_in_the_fields(
    qtbot: QtBot,
    window: CounterWindow,
    editor: ProgrammeEditor,
    desk: FrontDesk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    editor.topics.basic.goal.setValue(9)
    monkeypatch.setattr(desk.programmes, "save", full)
    editor.save_button.click()
    qtbot.waitUntil(lambda: "disk is full" in editor.fault.text())
    assert editor.topics.basic.goal.value() == 9
    monkeypatch.undo()
    save(qtbot, window, editor)
    assert terms(desk).goal == 9


def test_a_change_made_elsewhere_is_shown_unless_somebody_is_changing_it(
    qtbot: QtBot, window: CounterWindow, editor: ProgrammeEditor, desk: FrontDesk
) -> None:
    draft = replace(editor.draft(), terms=replace(RICH, rewards=(Reward(1, 7, Said("tea")),)))
    window.bridge.submit(desk.programmes.save, desk.act(), 1, draft)
    qtbot.waitUntil(lambda: editor.topics.basic.goal.value() == 7)
    assert not editor.changed()
    type_into(editor.topics.basic.reward, "juice")
    draft = replace(draft, terms=replace(RICH, rewards=(Reward(1, 8, Said("tea")),)))
    window.bridge.submit(desk.programmes.save, desk.act(), 1, draft)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (editor.topics.basic.goal.value(), editor.topics.basic.reward.text()) == (7, "juice")


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_every_control_has_a_name_is_large_enough_and_not_cut(
    qtbot: QtBot,
    window: CounterWindow,
    panel: ProgrammesPanel,
    desk: FrontDesk,
    language: str,
    size: tuple[int, int],
) -> None:
    kept(desk, programme(desk), RICH)
    LANGUAGE.speak(language)
    window.resize(*size)
    panel.choose(1)
    editor = panel.editor
    assert editor is not None
    editor.topics.basic.goal.step_up()
    editor.when.choice.chip(FROM_A_DAY).click()
    editor.retiring.begin_button.click()
    for fold in editor.topics.folds.values():
        fold.open()
    qtbot.waitUntil(lambda: assert_nothing_is_cut(editor))


def assert_nothing_is_cut(editor: ProgrammeEditor) -> None:
    assert editor.topics.width() <= editor.topics.parentWidget().parentWidget().width()
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in editor.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName() or control.text(), control
                assert control.height() >= TARGET, control
                right = control.mapTo(editor, control.rect().topRight()).x()
                assert right <= editor.width(), (control, control.accessibleName())
                least = control.minimumSizeHint().width() if kind is QAbstractButton else 0
                assert control.width() >= least, (control, control.accessibleName())


def test_tab_goes_through_the_fields_as_they_are_read(editor: ProgrammeEditor) -> None:
    topics = editor.topics
    topics.name.name.setFocus()
    met: list[QWidget] = []
    for _ in range(12):
        met.append(editor.window().focusWidget())
        met[-1].focusNextPrevChild(True)
    heads = [fold.head for fold in topics.folds.values()]
    read = [topics.name.name, topics.basic.goal.focusProxy(), topics.basic.reward, *heads]
    assert [each for each in met if each in read] == read
