"""The parts of a form: numbers, choices, sentences below a field, free file names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.choices import ChipRow, Choice, Stepper
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import free_name


def test_a_number_stays_within_its_limits_and_says_when_it_changes(qtbot: QtBot) -> None:
    stepper = Stepper(2, 20, 5)
    qtbot.addWidget(stepper)
    heard: list[int] = []
    stepper.changed.connect(heard.append)
    for value in (6, 99, 99, -3):
        stepper.setValue(value)
    assert heard == [6, 20, 2]


def test_a_stepper_in_tens_goes_over_the_round_numbers(qtbot: QtBot) -> None:
    stepper = Stepper(1, 2000, 10, step=10)
    qtbot.addWidget(stepper)
    seen = []
    for step in (stepper.step_up, stepper.step_down, stepper.step_down, stepper.step_up):
        step()
        seen.append(stepper.value())
    assert seen == [20, 10, 1, 10]


@pytest.mark.parametrize(("typed", "value"), [("7", 7), ("໗", 7), ("", 5), ("x", 5), ("-1", 5), ("500", 20)])
def test_a_typed_number(qtbot: QtBot, typed: str, value: int) -> None:
    stepper = Stepper(2, 20, 5)
    qtbot.addWidget(stepper)
    stepper._field.setText(typed)
    stepper._field.editingFinished.emit()
    assert stepper.value() == value
    assert stepper._field.text() == str(value)


def test_every_digit_counts_at_once_and_the_number_stands_when_the_field_is_left(qtbot: QtBot) -> None:
    stepper = Stepper(2, 20, 5)
    qtbot.addWidget(stepper)
    changed: list[int] = []
    settled: list[int] = []
    stepper.changed.connect(changed.append)
    stepper.settled.connect(settled.append)
    field = stepper._field
    field.selectAll()
    qtbot.keyClicks(field, "12")
    assert (field.text(), stepper.value(), changed, settled) == ("12", 12, [2, 12], [])
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), stepper.value()) == ("", 5)
    qtbot.keyClicks(field, "1")
    assert (field.text(), stepper.value()) == ("1", 2)
    stepper.finish()
    assert (field.text(), stepper.value(), settled) == ("2", 2, [2])


def test_the_arrow_keys_count(qtbot: QtBot) -> None:
    stepper = Stepper(2, 20, 5)
    qtbot.addWidget(stepper)
    qtbot.keyClick(stepper._field, Qt.Key.Key_Up)
    qtbot.keyClick(stepper._field, Qt.Key.Key_Up)
    qtbot.keyClick(stepper._field, Qt.Key.Key_Down)
    assert stepper.value() == 6


def test_a_choice_keeps_what_was_chosen_when_its_words_change(qtbot: QtBot) -> None:
    words = {"a": "One", "b": "Two"}
    choice = Choice(lambda: list(words.items()))
    qtbot.addWidget(choice)
    choice.choose("b")
    words["b"] = "ສອງ"
    LANGUAGE.speak("lo")
    assert (choice.value(), choice.currentText()) == ("b", "ສອງ")


def test_an_unknown_value_is_kept_as_it_is(qtbot: QtBot) -> None:
    choice = Choice(lambda: [("", "The usual printer")])
    qtbot.addWidget(choice)
    choice.choose("Till printer")
    choice.refill()
    assert choice.value() == "Till printer"


def test_one_of_a_few(qtbot: QtBot) -> None:
    row = ChipRow([("a", lambda: "One"), ("b", lambda: "Two"), ("c", lambda: "Three")])
    qtbot.addWidget(row)
    heard: list[str] = []
    row.chosen.connect(heard.append)
    row.choose("b")
    row.choose("unknown")
    assert (row.value(), heard) == ("b", [])
    row.chip("c").click()
    assert (row.value(), heard) == ("c", ["c"])


def test_a_fault_takes_the_hints_place_and_a_reader_hears_it(qtbot: QtBot) -> None:
    field = Field(lambda: "Name", TextLine(), lambda: "As on the sign.")
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Name"
    field.set_fault("Too long.")
    assert field.control.accessibleDescription() == "Too long."
    assert field.control.property("faulty") is True
    field.set_fault("")
    assert field.control.accessibleDescription() == "As on the sign."
    assert field.control.property("faulty") is False


def test_only_what_a_person_changed_is_finished(qtbot: QtBot) -> None:
    line = TextLine("kept")
    qtbot.addWidget(line)
    heard: list[str] = []
    line.finished.connect(heard.append)
    line.finish()
    line.put("other")
    line.finish()
    assert heard == []
    qtbot.keyClicks(line, "s")
    line.finish()
    line.finish()
    assert heard == ["sother"]


@pytest.mark.parametrize("text", ["word " * 40, "ກ" * 200, "/a/very/long/path" * 12])
def test_a_sentence_takes_the_lines_that_it_needs(qtbot: QtBot, text: str) -> None:
    prose = Prose(text)
    qtbot.addWidget(prose)
    wide, narrow = prose.heightForWidth(900), prose.heightForWidth(200)
    assert narrow > 2 * wide
    assert prose.minimumSizeHint().width() <= 200


def test_a_strip_without_a_sentence_is_hidden(qtbot: QtBot) -> None:
    strip, page = ProseStrip("warn", "circle-alert"), QWidget()
    qtbot.addWidget(page)
    strip.setParent(page)
    assert strip.isHidden()
    strip.setText("Something <b>bold</b>.")
    assert strip.accessibleName() == "Something <b>bold</b>."
    strip.setText("")
    assert strip.isHidden()


def test_a_free_name_avoids_what_is_there_and_what_no_system_takes(tmp_path: Path) -> None:
    assert free_name(tmp_path, 'Cards: "A/B"?', "pdf").name == "Cards A B.pdf"
    (tmp_path / "Cards.pdf").touch()
    (tmp_path / "Cards 2.pdf").touch()
    assert free_name(tmp_path, "Cards", "pdf").name == "Cards 3.pdf"
    assert free_name(tmp_path, " ... ", "pdf").name == "Front Desk.pdf"
    assert len(free_name(tmp_path, "ກ" * 500, "csv").name) < 100
