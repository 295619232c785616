"""A formula cannot run from our export, and every cell comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.interchange.cells import defuse, restore

RISKY = [
    "=1+1",
    "+8562055551234",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0@x",
    "\u200b=1",
    "＝1+1",
    "＋856",
    "\n-2",
]


@pytest.mark.parametrize("cell", RISKY)
def test_what_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    assert defuse(cell) == "'" + cell
    assert restore(defuse(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Somsak", "O'Brien", "'tis", "''", "a=b", "020 5555", "ສົມສັກ", "1-2"])
def test_what_is_harmless_is_left_alone(cell: str) -> None:
    assert defuse(cell) == cell
    assert restore(cell) == cell


def test_a_cell_that_already_looks_defused_keeps_its_apostrophe() -> None:
    assert restore(defuse("'=1")) == "'=1"
    assert restore(defuse("''+856")) == "''+856"


def test_a_phone_that_another_program_defused_is_a_phone_again() -> None:
    assert restore("'+856 20 5555 1234") == "+856 20 5555 1234"


@given(st.text() | st.text(alphabet="'=+-@＝＋ \t\r\na\u200b\u00a0"))
def test_each_cell_comes_back(cell: str) -> None:
    assert restore(defuse(cell)) == cell
    assert defuse(cell).lstrip()[:1] not in {*"=+-@", "＝", "＋", "－", "＠"}
