"""What somebody said of a table's columns is remembered for the next one."""

from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.imports import BadFile, Column
from frontdesk.domain.refusals import Refused
from tests.services.counter_acts import hire


def choose(desk: FrontDesk, columns: dict[str, Column | None]) -> None:
    desk.submit(desk.column_choices.choose, desk.act(), columns).result()


def test_a_table_without_a_known_name_comes_in_once_it_is_told(desk: FrontDesk, tmp_path: Path) -> None:
    table = tmp_path / "kunden.csv"
    table.write_text("Kunde;Telefon privat;Email\nNoy;020 5555 1234;noy@example.com\n", encoding="utf-8")
    with pytest.raises(BadFile, match="NO_KNOWN_COLUMNS"):
        desk.imports.preview(table)
    found = [(each.header, each.column) for each in desk.column_choices.of(table)]
    assert found == [("Kunde", None), ("Telefon privat", None), ("Email", Column.EMAIL)]

    choose(desk, {"Kunde": Column.NAME, "Telefon privat": Column.PHONE, "Email": None})
    (row,) = desk.imports.preview(table).file.rows
    assert (row.name, row.phone, row.email) == ("Noy", "020 5555 1234", "")

    other = tmp_path / "next.csv"
    other.write_text("KUNDE,Vermerk\nSak,sits outside\n", encoding="utf-8")
    choose(desk, {"Vermerk": Column.NOTE})  # what was chosen for others stays
    (row,) = desk.imports.preview(other).file.rows
    assert (row.name, row.note) == ("Sak", "sits outside")


def test_contact_cards_have_no_columns(desk: FrontDesk, tmp_path: Path) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Noy\nEND:VCARD\n", encoding="utf-8")
    assert desk.column_choices.of(cards) == ()
    assert desk.imports.preview(cards).file.columns == ()


def test_only_a_manager_says_it(desk: FrontDesk) -> None:
    desk.staff_id = hire(desk, role=Role.CASHIER)
    with pytest.raises(Refused):
        choose(desk, {"Kunde": Column.NAME})
