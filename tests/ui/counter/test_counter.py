"""A regular walks in: the counter on a real desk, by taps and keys."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.promises import HOUR
from frontdesk.ui.counter.sheets import Sheet
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.widgets.buttons import Weight
from frontdesk.ui.widgets.card_face import CardFace

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]
LEFT = Qt.MouseButton.LeftButton


def tile_of(window: CounterWindow, customer_id: int) -> QAbstractButton:
    return next(tile for tile in window.wall.tiles() if tile.hit and tile.hit.customer_id == customer_id)


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.loyalty.cards(customer_id, desk.now())[0].balance


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def test_two_taps_are_one_stamp(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    qtbot.mouseClick(tile_of(window, people[0]), LEFT)
    qtbot.mouseClick(window.greeting.acts.stamp, LEFT)
    wait_for_notice(qtbot, window, "1 stamp for Somsak: 1 of 5.")
    assert balance(desk, people[0]) == 1


def test_undo_takes_the_stamp_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps(3)
    wait_for_notice(qtbot, window, "3 stamps")
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    wait_for_notice(qtbot, window, "Taken back")
    assert balance(desk, people[0]) == 0
    assert not window.notices.can_undo()


def test_a_bounce_is_one_act_and_a_second_tap_another(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    at = [100.0]
    window.attending.gestures.taps.pressed_at = lambda: ("pressed", at[0])
    window.attending.add_stamps()
    at[0] += 0.05
    window.attending.add_stamps()
    at[0] += 0.2
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "2 of 5")
    assert balance(desk, people[0]) == 2


def test_a_full_card_is_told_redeemed_and_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    assert window.greeting.acts.redeem.weight is Weight.MUTED
    window.attending.add_stamps(5)
    wait_for_notice(qtbot, window, "card is full")
    assert window.greeting.acts.redeem.weight is Weight.READY
    qtbot.keyClick(window.header.search, Qt.Key.Key_F7)
    wait_for_notice(qtbot, window, "has the free coffee")
    assert balance(desk, people[0]) == 0
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back")
    assert balance(desk, people[0]) == 5


def test_redeem_when_short_says_how_many_are_missing(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.redeem()
    wait_for_notice(qtbot, window, "5 more stamps")


def test_typing_finds_and_enter_chooses(qtbot: QtBot, window: CounterWindow, people: list[int]) -> None:
    qtbot.keyClicks(window.header.search, "4867", delay=-1)
    assert [hit.customer_id for hit in window.results.hits()] == [people[0]]
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert window.attending.customer_id == people[0]
    assert window.header.search.text() == ""


def test_letters_go_to_the_search_wherever_the_focus_is(qtbot: QtBot, window: CounterWindow) -> None:
    tile = window.wall.tiles()[0]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_M)
    assert window.header.search.text() == "m"
    assert window.header.search.hasFocus()


def test_escape_clears_the_text_then_the_customer(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.header.search.setText("mar")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert (window.header.search.text(), window.attending.customer_id) == ("", people[0])
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert window.attending.customer_id == 0


def test_a_request_is_noted_shown_and_moved(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    qtbot.keyClick(window.header.search, Qt.Key.Key_F8)
    line = window.greeting.request_line
    line.what.setText("A birthday cake")
    line.choose_promise(HOUR)
    qtbot.keyClick(line.what, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "Noted for")
    (row,) = window.greeting.request_rows()
    assert row.request.promised_at == desk.now() + 60 * 60_000
    window.attending.gestures.move(row.request, RequestState.READY)
    wait_for_notice(qtbot, window, "Ready")
    assert desk.requests.of(people[0])[0].state is RequestState.READY


def test_what_is_due_stays_where_it_stands_until_it_is_something_else(
    window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[0], "A birthday cake", "", None).result()
    window.attending.refresh_day()
    (row,) = window.welcome.rows()
    window.attending.choose(people[0])
    window.attending.nobody()
    assert window.welcome.rows() == [row]
    desk.submit(desk.requests.move, desk.act(), row.request.id, RequestState.READY).result()
    window.attending.refresh_day()
    (newer,) = window.welcome.rows()
    assert newer.request.state is RequestState.READY


def test_a_stamp_leaves_the_photo_and_an_edit_has_it_read_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[int] = []
    monkeypatch.setattr(window.portraits, "forget", forgotten.append)
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 stamp")
    assert not forgotten
    with qtbot.waitSignal(window.bridge.changed):
        draft = CustomerDraft("Somsak")
        window.bridge.submit(desk.customers.edit, desk.act(), people[0], draft)
    assert forgotten == [people[0]]


def test_a_name_is_never_read_as_markup(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[2])
    assert "<b>Anna</b> & Co" in window.greeting.who.name.text()
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_everything_speaks_the_other_language(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[1])
    before = spoken_by(window)
    LANGUAGE.speak("lo")
    during = spoken_by(window)
    assert "ເພີ່ມສະແຕມ" in "".join(during).replace("\u200b", "")
    LANGUAGE.speak("en")
    assert spoken_by(window) == before
    left_in_english = {"Demo shop", "Café Mekong", "Maria Oliveira", "Somsak"}
    same = {text for text in before & during if any(c.isalpha() and c.isascii() for c in text)}
    assert not {text for text in same if len(text.split()) > 1} - left_in_english


def spoken_by(window: CounterWindow) -> set[str]:
    """What the buttons of the window say to a reader."""
    return {button.accessibleName() for button in window.findChildren(QAbstractButton)} - {""}


def test_every_control_has_a_name_and_a_role(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[1])
    window.attending.request()
    controls: list[QWidget] = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    seen = [control for control in controls if control.isVisible()]
    assert len(seen) > 15
    for control in seen:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name).strip(), control
        assert interface.role() in (
            QAccessible.Role.Button,
            QAccessible.Role.CheckBox,
            QAccessible.Role.EditableText,
        )
        assert control.height() >= TARGET, control


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_nothing_is_cut_or_covered(
    window: CounterWindow, people: list[int], size: tuple[int, int], language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    for customer_id in (0, people[1]):
        if customer_id:
            window.attending.choose(customer_id)
        window.grab()
        for parent in [window.centralWidget(), *window.centralWidget().findChildren(QWidget)]:
            check_children(parent)


def check_children(parent: QWidget) -> None:
    """Visible children lie inside their parent and not on one another."""
    if not parent.isVisible() or parent.layout() is None or isinstance(parent, QAbstractButton):
        return
    placed: list[tuple[QWidget, QRect]] = []
    for child in parent.children():
        if not isinstance(child, QWidget) or not child.isVisible() or parent.layout().indexOf(child) < 0:
            continue
        frame = child.geometry()
        assert parent.rect().contains(frame), f"{child} is cut by {parent}: {frame} in {parent.rect()}"
        for other, taken in placed:
            assert not frame.intersects(taken), f"{child} covers {other}"
        placed.append((child, frame))


def test_a_page_that_is_missing_is_said_and_logged(window: CounterWindow, expect_log, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from frontdesk.ui.counter import sheets

    monkeypatch.setitem(sheets.SHEETS, sheets.SheetName.MERGE, "frontdesk.ui.no_such_room")
    expect_log("is missing")
    assert window.open_sheet(sheets.SheetName.MERGE, customer_id=1) is None
    assert "not in this version" in window.notices.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_while_a_name_is_typed_no_key_acts_on_whoever_was_greeted_before(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], key: Qt.Key
) -> None:
    window.attending.choose(people[0])
    window.header.search.setText("maria")
    qtbot.keyClick(window.header.search, key)
    qtbot.waitUntil(lambda: not window.bridge.busy)  # with what the counter reads by itself, too
    assert window.notices.text() == "Press Enter to choose Maria Oliveira first."
    assert balance(desk, people[0]) == 0
    assert window.greeting.line is None
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "1 stamp for Maria Oliveira")
    assert balance(desk, people[0]) == 0


def test_what_finds_nobody_lets_no_key_act_until_it_is_cleared(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.header.search.setText("zzzz")
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    assert window.notices.text() == "Nobody is chosen. Esc clears what is typed."
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "1 stamp for Somsak")


def test_a_long_name_cuts_off_itself_and_not_when_they_were_seen_last(
    window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0]).result()
    window.attending.choose(people[0])
    assert window.greeting.who.facts.full_text() == "1 visit  ·  last seen just now  ·  ສົມສັກ ວົງສາ"


@pytest.mark.parametrize("size", SIZES)
def test_the_usual_does_not_vanish_when_there_is_more_to_know(
    window: CounterWindow, desk: FrontDesk, people: list[int], size: tuple[int, int]
) -> None:
    names = ("Iced latte, oat milk", "Ham croissant", "Lemon cake")
    for name in names:
        product = desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result().product
        assert product is not None
        desk.submit(desk.loyalty.add_item, desk.act(), people[1], product.id).result()
    window.resize(*size)
    window.attending.choose(people[1])
    QApplication.processEvents()
    window.grab()
    panel = window.greeting
    assert panel.known.lines()
    assert [chip.isVisible() for chip in panel.usual.flow.chips()] == [True] * 3


def test_control_z_takes_back_the_act_but_never_somebodys_typing(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 stamp")
    window.header.search.setFocus()
    window.header.search.setText("mar")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.notices.can_undo()
    window.header.search.clear()
    qtbot.keyClick(window.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_notice(qtbot, window, "Taken back")
    assert balance(desk, people[0]) == 0


def test_nobody_moves_on_the_wall_while_somebody_is_served(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    order = [tile.hit.customer_id for tile in window.wall.tiles() if tile.hit]
    window.attending.choose(order[0])
    window.attending.add_stamps(2)
    wait_for_notice(qtbot, window, "2 stamps")
    shown = [tile.hit for tile in window.wall.tiles() if tile.hit]
    assert [hit.customer_id for hit in shown] == order
    assert shown[0].balance == 2


def test_a_sheet_has_the_greetings_keys_while_it_covers_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    sheet = Sheet()
    pressed: list[int] = []
    sheet.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    sheet.title = lambda: "A page"  # type: ignore[method-assign]
    window.sheets.show_sheet(sheet)
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_F5)
    assert pressed == [Qt.Key.Key_F5]
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert window.sheets.sheet is None
    assert balance(desk, people[0]) == 0


@pytest.mark.parametrize(("apart_ms", "stamps"), [(25, 1), (250, 2)])
def test_a_bounce_is_told_by_when_the_key_went_down_however_late_it_is_handled(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], apart_ms: int, stamps: int
) -> None:
    window.attending.choose(people[0])
    before = desk.loyalty.cards(people[0], desk.now())[0].balance
    for moment in (1_000_000, 1_000_000 + apart_ms):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(moment)
        QApplication.sendEvent(QApplication.focusWidget() or window, event)
        qtbot.waitUntil(lambda: not window.bridge.busy)  # between the two, the first was handled and shown
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == before + stamps


def test_undo_right_after_a_tap_means_that_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps(3)
    wait_for_notice(qtbot, window, "3 of 5")
    window.attending.add_stamps(1)  # not back yet
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    wait_for_notice(qtbot, window, "Taken back")
    assert balance(desk, people[0]) == 3


def test_each_press_of_undo_is_one_more_step_back_and_a_bounce_is_none(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    for each in people[:2]:
        window.attending.choose(each)
        window.attending.add_stamps(3)
        wait_for_notice(qtbot, window, "3 stamps")
        qtbot.waitUntil(lambda: not window.bridge.writing)
    presses = iter((("pressed", 1.0), ("pressed", 1.05), ("pressed", 2.0)))
    window.attending.gestures.taps.pressed_at = lambda: next(presses)
    for _ in range(2):
        qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    wait_for_notice(qtbot, window, "F9 again: 3 stamps for Somsak: 3 of 5.")
    assert [balance(desk, each) for each in people[:2]] == [3, 0], "the switch bounced"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: window.notices.text().startswith("Taken back. Somsak"))
    assert [balance(desk, each) for each in people[:2]] == [0, 0]


def test_the_wall_shows_the_new_stamps_of_who_is_being_served(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps(3)
    wait_for_notice(qtbot, window, "3 of 5")
    qtbot.waitUntil(lambda: (hit := tile_of(window, people[0]).hit) is not None and hit.balance == 3)


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.activateWindow()
    window.greeting.acts.stamp.setFocus()
    qtbot.waitUntil(window.greeting.acts.stamp.hasFocus)
    qtbot.keyClick(window.greeting.acts.stamp, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "1 of 5")


def test_a_stamp_is_seen_to_land(
    qtbot: QtBot, window: CounterWindow, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.attending.choose(people[0])
    shown: list[int] = []
    stamps = window.greeting.cards.stamps
    show_face = stamps.show_face

    def watched(face: CardFace, *, landing: int = 0) -> None:
        shown.append(landing)
        show_face(face, landing=landing)

    monkeypatch.setattr(stamps, "show_face", watched)
    window.attending.add_stamps(2)
    wait_for_notice(qtbot, window, "2 of 5")
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert shown == [2]


def test_a_name_in_the_shape_of_a_code_is_still_a_name(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    draft = CustomerDraft("Francesca Barbieri")
    francesca = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    window.header.search.setText("Francesca Barbieri")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert window.attending.customer_id == francesca


def test_undo_goes_on_working_when_somebody_was_taken_off_the_list_meanwhile(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps(1)
    desk.submit(desk.customers.archive, desk.act(), people[0]).result()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    window.attending.choose(people[1])
    window.attending.add_stamps(2)
    wait_for_notice(qtbot, window, "2 of 5")
    window.notices.undo()
    qtbot.waitUntil(lambda: balance(desk, people[1]) == 0)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert not window.bridge.writing


def test_whoever_is_greeted_is_welcomed_in_their_own_language(window: CounterWindow, desk: FrontDesk) -> None:
    draft = CustomerDraft("ນ້ອຍ", language="lo")
    noy = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    window.attending.choose(noy)
    say = window.greeting.who.say
    assert "ສະບາຍດີ" in say.words.full_text().replace("\u200b", "")
    assert say.sound.full_text() == "sabaidee ton sao, Noy"


def test_newcomers_of_a_young_shop_stand_on_the_wall_while_somebody_is_greeted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.refresh_wall()
    window.attending.choose(people[0])
    before = len(window.wall.tiles())
    window.bridge.submit(desk.customers.enrol, desk.act(), CustomerDraft("Latsamy"))
    qtbot.waitUntil(lambda: len(window.wall.tiles()) == before + 1)
