"""`frontdesk import`: seen first, then saved; never beside an open window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.config import Paths
from tests.commands.conftest import opened

Run = Callable[..., int]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text("Name,Phone,Stamps\nNoy,020 5512 3456,3\n,020 5512 0000,\nສົມສັກ,,\n", encoding="utf-8")
    return file


def names(shop: Paths) -> set[str]:
    with opened(shop) as desk:
        return {row[0] for row in desk.store.read().run("SELECT name FROM customer")}


def test_a_dry_run_shows_and_saves_nothing(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("import", str(table), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "New: 2." in said
    assert "Line 3: 020 5512 0000 · There is no name in this row." in said
    assert "Line 2: Noy · 020 5512 3456 · 3 stamps · New." in said
    assert "Line 4: ສົມສັກ · New." in said
    assert "ready at once" not in said
    assert "Nothing was saved" in said
    assert names(shop) == set()


def test_customers_come_in_with_their_stamps(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("import", str(table)) == 0
    assert "Added: 2." in capsys.readouterr().out
    assert names(shop) == {"Noy", "ສົມສັກ"}
    with opened(shop) as desk:
        assert desk.loyalty.cards(desk.search.find("Noy")[0].customer_id, desk.now())[0].balance == 3


def test_the_same_file_again_adds_nobody(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frontdesk("import", str(table))
    capsys.readouterr()
    assert frontdesk("import", str(table)) == 0
    said = capsys.readouterr().out
    assert "New: 0." in said
    assert "can be undone" not in said  # there is nothing to undo
    assert len(names(shop)) == 2


def test_stamps_that_do_not_come_in_are_said_and_counted(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frontdesk("import", str(table))
    capsys.readouterr()
    assert frontdesk("import", str(table), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "1 row has something that does not come in." in said
    stays_out = "The stamps are not added: this customer's card has some already."
    assert f"Line 2: Noy · 020 5512 3456 · Here already as Noy. {stays_out}" in said


def test_a_value_that_does_not_come_in_is_named_with_its_column(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Stamps,Visits\nNoy,two,\nLa,,many\n", encoding="utf-8")
    assert frontdesk("import", str(file)) == 0
    said = capsys.readouterr().out
    assert "Line 2: Stamps: “two” could not be read and is left out." in said
    assert "Line 3: Visits: “many” could not be read and is left out." in said
    assert "in the settings, under “Import and export”" in said


def test_rewards_that_fall_due_at_once_are_said_before_anybody_comes_in(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.csv"
    rows = ("Noy,020 5512 3456,60", "La,020 5512 3457,9", "Kham,020 5512 3458,50", "Noy,020 5512 3456,30")
    file.write_text("\n".join(("Name,Phone,Stamps", *rows)), encoding="utf-8")
    assert frontdesk("import", str(file), "--dry-run") == 0
    assert "2 customers bring 140 stamps: 28 rewards ready at once." in capsys.readouterr().out


def test_a_look_lists_two_hundred_rows_and_what_is_to_mend_first(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.csv"
    rows = [f"Person {number},020 5{number:06d},1" for number in range(203)]
    file.write_text("\n".join(("Name,Phone,Stamps", *rows, "Last,,x", ",020 5512 0000,")), encoding="utf-8")
    assert frontdesk("import", str(file), "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [line for line in lines if line.startswith("Line ")]
    assert len(listed) == 200
    assert [line.partition(":")[0] for line in listed[:3]] == ["Line 206", "Line 205", "Line 2"]
    assert "and 5 more lines" in lines


def test_a_whole_file_is_not_said_to_leave_anything_out(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("import", str(table), "--dry-run") == 0
    assert "does not come in" not in capsys.readouterr().out


def test_many_troubles_are_counted_after_the_first(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("Name,Phone\nNoy,\n" + ",020 5512 0000\n" * 23, encoding="utf-8")
    assert frontdesk("import", str(file)) == 0
    said = capsys.readouterr().out
    assert said.count("Line ") == 20
    assert "and 3 more lines" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty"),
        (b"PK\x03\x04" + b"\0" * 200, "spreadsheet"),
        (None, "could not be opened"),
    ],
)
def test_a_file_that_is_no_list_is_said(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, said: str
) -> None:
    file = tmp_path / "file.csv"
    if content is not None:
        file.write_bytes(content)
    assert frontdesk("import", str(file)) == 1
    assert said in capsys.readouterr().err


def test_an_import_waits_for_the_window_to_close_and_a_look_does_not(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop):
        assert frontdesk("import", str(table)) == 1
        assert "Close its window first" in capsys.readouterr().err
        assert frontdesk("import", str(table), "--dry-run") == 0
    assert names(shop) == set()
