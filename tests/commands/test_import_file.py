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
    assert "Line 3: There is no name in this row." in said
    assert "Nothing was saved" in said
    assert names(shop) == set()


def test_customers_come_in_with_their_stamps(
    frontdesk: Run, shop: Paths, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("import", str(table)) == 0
    assert "Added: 2." in capsys.readouterr().out
    assert names(shop) == {"Noy", "ສົມສັກ"}
    with opened(shop) as desk:
        assert desk.loyalty.cards(desk.search.find("Noy")[0].customer_id)[0].balance == 3


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
    assert "Line 2: The stamps are not added: this customer's card has some already." in said


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
    assert frontdesk("import", str(file), "--dry-run") == 0
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
