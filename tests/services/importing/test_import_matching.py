"""Rows that share a phone or a name: who of them is one person, and that no stamp is lost without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.importing.import_batches import Fate, ImportDone, ImportPreview, ReadyRewards
from frontdesk.domain.importing.imports import Column, LeftOut, RowFault
from frontdesk.domain.people.customers import CustomerDraft

Table = Callable[..., Path]

FAMILY = (
    "name,phone,balance",
    "Mother,020 7777 1111,3",
    "Son,+8562077771111,4",
    "Twin Lee,020 7777 2222,5",
    "twin lee,020-7777-2222,2",
)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def write(*lines: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def bring(desk: FrontDesk, path: Path) -> ImportDone:
    return desk.imports.run(desk.imports.preview(path))


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def fates(preview: ImportPreview) -> list[Fate]:
    return [row.fate for row in preview.rows]


def everybody(desk: FrontDesk) -> int:
    count: int = desk.store.read().value("SELECT count(*) FROM customer")
    return count


def balances(desk: FrontDesk) -> dict[str, int]:
    rows = desk.store.read().run(
        "SELECT c.name, k.balance FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
    )
    return dict(rows)


def test_a_familys_rows_are_different_people_and_one_persons_stamps_add_up(
    desk: FrontDesk, table: Table
) -> None:
    preview = desk.imports.preview(table(*FAMILY))
    assert fates(preview) == [Fate.NEW, Fate.NEW, Fate.NEW, Fate.MATCHED]
    assert preview.left_out == 0

    done = desk.imports.run(preview)

    assert (done.added, done.updated, done.left_out) == (3, 1, 0)
    assert balances(desk) == {"Mother": 3, "Son": 4, "Twin Lee": 7}


@pytest.mark.parametrize("shared", ["keo@example.com,,", ",04-12,", ",,SQ7", ",,"])
def test_stamps_of_one_person_add_up_whatever_tells_them(desk: FrontDesk, table: Table, shared: str) -> None:
    row = f"Keo,{shared}"
    bring(desk, table("name,email,birthday,reference,balance", f"{row},3", f"{row},3", f"{row},1"))
    assert balances(desk) == {"Keo": 7}


def test_an_e_mail_of_two_names_in_a_file_is_two_people(desk: FrontDesk, table: Table) -> None:
    path = table("name,email,balance", "Keo,home@example.com,3", "La,home@example.com,4")
    bring(desk, path)
    assert balances(desk) == {"Keo": 3, "La": 4}


def test_stamps_for_a_known_customer_add_up_too(desk: FrontDesk, table: Table) -> None:
    enrol(desk, CustomerDraft("Twin Lee", phone="020 7777 2222"))
    preview = desk.imports.preview(table(FAMILY[0], *FAMILY[3:]))
    assert fates(preview) == [Fate.MATCHED, Fate.MATCHED]
    assert (desk.imports.run(preview).updated, balances(desk)) == (2, {"Twin Lee": 7})


def test_a_family_that_came_in_is_found_again_each_by_name(desk: FrontDesk, table: Table) -> None:
    path = table(*FAMILY)
    bring(desk, path)
    again = desk.imports.preview(path)
    assert [row.matched_name for row in again.rows] == ["Mother", "Son", "Twin Lee", "Twin Lee"]
    assert (set(fates(again)), everybody(desk)) == ({Fate.UNCHANGED}, 3)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_known_mothers_phone_does_not_make_her_son_her(desk: FrontDesk, table: Table, turn: int) -> None:
    mother = enrol(desk, CustomerDraft("Mother", phone="020 7777 1111"))
    preview = desk.imports.preview(table(FAMILY[0], *FAMILY[1:3][::turn]))
    assert {row.name: row.matched_id for row in preview.rows} == {"Mother": mother, "Son": None}
    desk.imports.run(preview)
    assert balances(desk) == {"Mother": 3, "Son": 4}


def test_one_row_of_a_family_can_be_who_has_their_phone_under_another_name(
    desk: FrontDesk, table: Table
) -> None:
    enrol(desk, CustomerDraft("Grandmother", phone="020 7777 1111"))
    preview = desk.imports.preview(table(*FAMILY[:3]))
    assert [(row.fate, row.matched_name) for row in preview.rows] == [
        (Fate.MATCHED, "Grandmother"),
        (Fate.NEW, ""),
    ]
    desk.imports.run(preview)
    assert balances(desk) == {"Grandmother": 3, "Son": 4}
    again = desk.imports.preview(table(*FAMILY[:3]))
    assert [row.matched_name for row in again.rows] == ["Grandmother", "Son"]


def test_no_two_names_of_a_file_are_one_customer_by_phone_and_by_e_mail(
    desk: FrontDesk, table: Table
) -> None:
    enrol(desk, CustomerDraft("Grandmother", phone="020 7777 1111", email="home@example.com"))
    path = table("name,phone,email", "Mother,020 7777 1111,", "Son,,home@example.com")
    assert fates(desk.imports.preview(path)) == [Fate.UNCHANGED, Fate.NEW]


def test_stamps_that_do_not_come_in_are_said(desk: FrontDesk, table: Table) -> None:
    bring(desk, table("name,phone,balance", "Mother,020 7777 1111,3"))
    path = table("name,phone,email,balance", "Son,020 7777 1111,son@example.com,4", "La,ask her,,2")
    preview = desk.imports.preview(path)
    son, la = preview.rows
    assert (son.fate, son.matched_name) == (Fate.MATCHED, "Mother")
    assert son.left_out == (LeftOut(RowFault.STAMPS_NOT_ADDED, Column.STAMPS, "4"),)
    assert la.left_out == (LeftOut(RowFault.BAD_PHONE, Column.PHONE, "ask her"),)
    assert preview.left_out == 2

    assert desk.imports.run(preview).left_out == 2

    assert balances(desk) == {"Mother": 3, "La": 2}


def test_a_row_with_nothing_but_stamps_that_do_not_come_in_is_not_silent(
    desk: FrontDesk, table: Table
) -> None:
    bring(desk, table("name,phone,balance", "Mother,020 7777 1111,3"))
    preview = desk.imports.preview(table("name,phone,balance", "Son,020 7777 1111,4"))
    (row,) = preview.rows
    assert (row.fate, row.left_out) == (
        Fate.UNCHANGED,
        (LeftOut(RowFault.STAMPS_NOT_ADDED, Column.STAMPS, "4"),),
    )
    done = desk.imports.run(preview)
    assert (done.batch_id, done.left_out) == (None, 1)


def test_our_own_tables_stamps_that_stand_here_already_are_said(desk: FrontDesk, tmp_path: Path) -> None:
    keo = enrol(desk, CustomerDraft("Keo"))
    desk.submit(desk.loyalty.add_stamps, desk.act(), keo, 2).result()
    path = tmp_path / "export.csv"
    desk.exports.customers_csv(path)
    (row,) = desk.imports.preview(path).rows
    assert (row.fate, row.left_out) == (
        Fate.UNCHANGED,
        (LeftOut(RowFault.STAMPS_NOT_ADDED, Column.STAMPS, "2"),),
    )


def test_stamps_are_counted_for_each_person_not_for_each_row(desk: FrontDesk, table: Table) -> None:
    """Five make a reward. Known or new, whoever brings two or more full cards counts, with all they bring."""
    enrol(desk, CustomerDraft("La", phone="020 7777 2222"))
    rows = (
        "Son,020 7777 1111,6",
        "Son,020 7777 1111,6",
        "La,020 7777 2222,11",
        "Kham,020 7777 3333,9",
    )
    preview = desk.imports.preview(table("name,phone,balance", *rows))
    assert [row.stamps for row in preview.rows] == [6, 6, 11, 9]
    assert preview.ready == ReadyRewards(customers=2, stamps=23, rewards=4)


def test_without_a_full_card_too_many_nothing_is_ready(desk: FrontDesk, table: Table) -> None:
    assert desk.imports.preview(table("name,balance", "Son,9")).ready == ReadyRewards()
