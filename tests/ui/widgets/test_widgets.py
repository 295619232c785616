"""The house's own controls."""

from functools import partial
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import set_text_size
from frontdesk.ui.widgets.labels import ElidedLabel, NameLabel, PlainLabel
from frontdesk.ui.widgets.notice import NoticeBar, Remedy
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.portrait import Portraits, first_letter
from frontdesk.ui.widgets.stamps import StampCardView
from frontdesk.wording.verification import StartFinding, start_sentence


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    """A notice bar at rest."""
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.set_resting("Just type")
    return bar


def test_buy_five_get_one_free_is_five_places_and_then_the_free_one(qtbot: QtBot) -> None:
    card = StampCardView()
    qtbot.addWidget(card)
    card.show_card(3, 5, 0, "coffee")
    assert card.places() == 6


@pytest.mark.parametrize("goal", [2, 5, 10, 20])
def test_all_stamps_lie_inside_the_card(qtbot: QtBot, goal: int) -> None:
    card = StampCardView()
    qtbot.addWidget(card)
    card.resize(640, card.sizeHint().height())
    card.show_card(goal, goal, 1, "coffee")
    for centre, diameter in card._layout():
        assert diameter >= 24
        assert centre.x() - diameter / 2 >= 0
        assert centre.x() + diameter / 2 <= card.width() + 0.5
        assert centre.y() + diameter / 2 <= card.height()


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Maria", "M"),
        ("ນ້ອຍ", "ນ້"),
        ("ແກ້ວ", "ແກ້"),
        ("เมย์", "เม"),
        ("គីម", "គី"),
        ("ნინო", "ნ"),
        ("", ""),
        ("ທ້າວ ບຸນມີ", "ບຸ"),
        ("Mr. Smith", "S"),
        ("Mr.", "M"),
        ("นายสมชาย", "ส"),
        ("Vongsa, Noy", "N"),
    ],
)
def test_the_first_letter_is_whole_in_each_script(name: str, letter: str) -> None:
    assert first_letter(name) in (letter, letter.upper())


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    for label in (PlainLabel("<b>x</b>"), ElidedLabel("<img src=x>")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_line_is_cut_and_kept_for_readers(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long line that does not fit into a hundred pixels")
    qtbot.addWidget(label)
    label.resize(100, 30)
    label.show()
    assert label.text().endswith("…")
    assert label.accessibleName() == label.full_text() == label.toolTip()


def test_a_long_name_is_said_without_the_greeting_before_it_shrinks_much(qtbot: QtBot) -> None:
    label = NameLabel()
    qtbot.addWidget(label)
    label.resize(400, 60)
    label.set_texts(["Welcome back, Maria Oliveira", "Maria Oliveira"])
    assert label._fitting()[0] == "Maria Oliveira"


def test_undo_is_called_once(qtbot: QtBot) -> None:
    bar, undone = NoticeBar(), []
    qtbot.addWidget(bar)
    bar.show_notice("1 stamp", undo=lambda: undone.append(1))
    bar.undo()
    bar.undo()
    assert undone == [1]
    assert not bar.can_undo()


def test_the_key_takes_back_what_stands_beside_undo_where_nothing_else_is_left(qtbot: QtBot) -> None:
    bar, undone = NoticeBar(), []
    qtbot.addWidget(bar)
    bar.show_notice("Greeted after 0:22", undo=lambda: undone.append(1), by_key=False)
    for _ in range(2):
        bar.undo()
    assert undone == [1]


class _Photos(QObject):
    """Photos that count how often they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0

    def thumb(self, customer_id: int) -> bytes | None:
        self.reads += 1
        return None

    full = thumb


def test_a_photo_is_read_once_and_again_when_it_changed(qtbot: QtBot) -> None:
    photos = _Photos()
    portraits = Portraits(photos)
    for _ in range(2):
        with qtbot.waitSignal(portraits.arrived):
            assert portraits.of(7, "Maria", True, 48, 1.0).width() == 48
        portraits.of(7, "Maria", True, 48, 1.0)
        portraits.forget(7)
    assert photos.reads == 2


def test_who_shows_a_photo_hears_that_it_is_to_be_asked_for_again(qtbot: QtBot) -> None:
    portraits, told = Portraits(_Photos()), list[int]()
    with qtbot.waitSignal(portraits.arrived):
        portraits.of(7, "Maria", True, 48, 1.0)
    portraits.arrived.connect(told.append)
    portraits.forget(7)
    portraits.forget(8)
    assert told == [7]


def test_a_tile_of_initials_is_drawn_once_for_all_who_share_it(qtbot: QtBot) -> None:
    portraits = Portraits(_Photos())
    tiles = [
        portraits.of(id_, name, False, 48, 1.0) for id_, name in ((1, "Maria"), (8, "Mali"), (2, "Maria"))
    ]
    assert tiles[0].cacheKey() == tiles[1].cacheKey() != tiles[2].cacheKey()


def test_a_name_with_brackets_is_a_name_in_its_tool_tip_too(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText('<img src="/etc/passwd"> ' + "Noy " * 50)
    label.resize(80, 20)
    label.show()
    assert label.toolTip().startswith("<qt>&lt;img src=")
    label.setText("Noy & Keo " * 20)
    assert label.toolTip() == "Noy & Keo " * 20


def test_undo_goes_back_several_acts_and_a_refusal_takes_none_away(qtbot: QtBot) -> None:
    bar, undone = NoticeBar(), list[str]()
    qtbot.addWidget(bar)
    bar.show_notice("first", undo=lambda: undone.append("first"))
    bar.show_notice("second", undo=lambda: undone.append("second"))
    bar.undo()
    bar.undo()
    assert undone == ["second"]
    assert bar.text() == "Before that: first"
    bar.undo()
    assert undone == ["second", "first"]
    bar.undo()
    assert undone == ["second", "first"]
    assert "Nothing is left" in bar.text()


def test_each_press_takes_back_the_act_before_which_is_named_first(bar: NoticeBar) -> None:
    def give(what: str) -> None:
        bar.show_notice(what, undo=lambda: bar.show_notice(f"Taken back: {what}.", icon="undo-2"))

    for what in ("1 stamp for Keo", "1 stamp for Bob", "1 stamp for Noy"):
        give(what)
    bar.undo()
    assert bar.text() == "Taken back: 1 stamp for Noy. F9 again: 1 stamp for Bob"
    assert bar.undo_button.isHidden()
    bar.undo()
    assert bar.text() == "Taken back: 1 stamp for Bob. F9 again: 1 stamp for Keo"
    bar.show_notice("5 more stamps", icon="circle-alert")
    bar.undo()
    assert bar.text() == "Before that: 1 stamp for Keo", "nothing is undone that is not said"
    bar.undo()
    assert bar.text() == "Taken back: 1 stamp for Keo."


def test_the_same_words_are_not_said_twice_and_a_sentence_ends(bar: NoticeBar) -> None:
    def move(said: str, back: str) -> None:
        bar.show_notice(said, undo=lambda: bar.show_notice(back, icon="undo-2"))

    move("Owl cup: Open", "Taken back: Owl cup")
    move("Owl cup: Ready", "Taken back. Owl cup: Open")
    bar.undo()
    assert bar.text() == "Taken back. Owl cup: Open. F9 again takes that back, too."
    move("1 stamp for Bob", "Taken back: Bob")
    bar.undo()
    assert bar.text() == "Taken back: Bob. F9 again: Owl cup: Open"


def test_in_a_rush_of_hours_only_the_last_acts_are_kept_for_the_key(bar: NoticeBar) -> None:
    undone: list[int] = []
    for number in range(1000):
        bar.show_notice(f"stamp {number}", undo=partial(undone.append, number))
    while bar.can_undo():
        bar.undo()
    assert undone == list(range(999, 959, -1))


def test_what_could_not_be_taken_back_does_not_lead_to_the_act_before(bar: NoticeBar) -> None:
    undone: list[str] = []
    bar.show_notice("1 stamp for Keo", undo=lambda: undone.append("Keo"))
    bar.show_notice("1 stamp for Bob", undo=lambda: bar.show_notice("Too late", icon="circle-alert"))
    bar.undo()
    bar.undo()
    assert (bar.text(), undone) == ("Before that: 1 stamp for Keo", [])


def test_a_refusal_has_no_undo_beside_it_and_the_key_brings_the_act_back_first(bar: NoticeBar) -> None:
    undone: list[str] = []
    bar.show_notice("1 stamp for Bob", undo=lambda: undone.append("Bob"))
    bar.show_notice("5 more stamps", icon="circle-alert", remedy=Remedy("Add stamps", lambda: None))
    assert (bar.undo_button.isHidden(), bar.remedy_button.isHidden()) == (True, False)
    bar.undo()
    assert (bar.text(), undone) == ("Before that: 1 stamp for Bob", [])
    assert (bar.undo_button.isHidden(), bar.remedy_button.isHidden()) == (False, True)
    bar.undo()
    assert undone == ["Bob"]


def test_the_act_comes_back_when_the_refusal_leaves(bar: NoticeBar) -> None:
    bar.show_notice("1 stamp for Bob", undo=lambda: None)
    bar.show_notice("5 more stamps", icon="circle-alert")
    bar.leave()
    assert bar.text() == "Before that: 1 stamp for Bob"
    assert not bar.undo_button.isHidden()
    bar.leave()
    assert (bar.text(), bar.can_undo()) == ("Just type", False)


def test_what_the_key_does_not_undo_has_a_button_of_its_own(bar: NoticeBar) -> None:
    undone: list[str] = []
    bar.show_notice("1 stamp for Bob", undo=lambda: undone.append("Bob"))
    bar.show_notice("Noy is at the till now.", undo=lambda: undone.append("till"), by_key=False)
    assert bar.undo_button.text() == "Undo"
    bar.undo()
    assert (bar.text(), undone) == ("Before that: 1 stamp for Bob", [])
    bar.show_notice("Noy is at the till now.", undo=lambda: undone.append("till"), by_key=False)
    bar.undo_button.click()
    assert undone == ["till"]
    assert bar.can_undo()


def test_what_ended_beside_the_counters_acts_has_its_button_alone(bar: NoticeBar) -> None:
    undone = list[str]()
    bar.show_notice("40 answers came in.", undo=lambda: undone.append("import"), beside=True)
    bar.undo()
    assert undone == []
    assert not bar.undo_button.isHidden()
    assert bar.undo_button.text() == "Undo"
    bar.show_notice("1 stamp", undo=lambda: undone.append("stamp"))
    bar.show_notice("40 answers came in.", undo=lambda: undone.append("import"), beside=True)
    bar.undo()
    assert bar.text() == "Before that: 1 stamp"
    bar.undo()
    assert undone == ["stamp"]
    bar.show_notice("40 answers came in.", undo=lambda: undone.append("import"), beside=True)
    bar.undo_button.click()
    assert undone == ["stamp", "import"]


def test_what_stays_comes_back_until_it_is_answered(bar: NoticeBar) -> None:
    bar.show_notice("The stamps are not as they were left.", icon="circle-alert", stays=True)
    bar.show_notice("1 stamp for Bob", undo=lambda: None)
    bar.leave()
    assert bar.text() == "The stamps are not as they were left."
    bar.turn_to_another()
    assert bar.remedy_button.text() == "Understood"
    bar.remedy_button.click()
    assert bar.text() == "Just type"


def test_a_notice_and_its_undo_speak_one_language(bar: NoticeBar) -> None:
    bar.show_notice("1 stamp for Bob", undo=lambda: None)
    LANGUAGE.speak("lo")
    assert bar.undo_button.text() == "Undo (F9)"
    bar.show_notice("1 stamp for Bob", undo=lambda: None)
    assert bar.undo_button.text() != "Undo (F9)"


def test_what_was_refused_for_one_does_not_stand_under_the_next(bar: NoticeBar) -> None:
    bar.show_notice("not a card of this shop", icon="scan-line")
    bar.turn_to_another()
    assert bar.text() == "Just type"
    bar.show_notice("1 stamp for Bob", undo=lambda: None)
    bar.show_notice("5 more stamps", icon="circle-alert")
    bar.turn_to_another()
    assert bar.text() == "Before that: 1 stamp for Bob"


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_long_warning_is_painted_whole_beside_its_button(
    qtbot: QtBot, text_size: int, language: str
) -> None:
    LANGUAGE.speak(language)
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    bar, column = NoticeBar(), QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(bar)
    page.resize(1240, 400)
    window.show()
    low = bar.sizeHint().height()
    said = start_sentence(LANGUAGE.texts, StartFinding.FAULTS, None, ZoneInfo("UTC"), 0)
    bar.show_notice(said, stays=True)
    label = bar.findChild(ElidedLabel)
    button = bar.remedy_button
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width() and label.width() < button.x())
    page.grab()
    lines = label.text().split("\n")
    assert "".join(label.text().split()) == "".join(said.split())
    assert max(label.fontMetrics().horizontalAdvance(line) for line in lines) <= label.width()
    assert label.height() >= len(lines) * label.fontMetrics().lineSpacing()
    assert bar.rect().contains(label.geometry())
    assert page.rect().contains(bar.geometry())
    button.click()
    qtbot.waitUntil(lambda: bar.height() == low)


def test_a_page_of_large_text_is_as_much_wider(qtbot: QtBot) -> None:
    def widest() -> int:
        page = ScrolledColumn()
        qtbot.addWidget(page)
        return page.widget().maximumWidth()

    usual = widest()
    set_text_size(200)
    try:
        assert widest() == 2 * usual
    finally:
        set_text_size(100)
