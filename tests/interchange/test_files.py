"""The door for files: what is refused, how progress is told, and what a person may choose."""

from pathlib import Path

import pytest

from frontdesk.domain.importing.imports import BadFile, BadRow, Column, FileFault, FileKind, RowFault
from frontdesk.interchange import files
from frontdesk.interchange.files import read_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "brought.csv"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b" \r\n\r\n", FileFault.EMPTY),
        (b"\xef\xbb\xbf\r\n", FileFault.EMPTY),
        (b"\xff\xfe\n\0", FileFault.EMPTY),
        (b"PK\x03\x04rest of a workbook", FileFault.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", FileFault.SPREADSHEET),
        (b"%PDF-1.7\n", FileFault.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n", FileFault.NOT_TEXT),
        (b"\x7fELF\x02\x01\x01\0\0\0", FileFault.NOT_TEXT),
        (b"Item,Price\nLatte,3\n", FileFault.NO_KNOWN_COLUMNS),
        (b"Phone,Email\n020 5555 1234,a@b.example\n", FileFault.NO_KNOWN_COLUMNS),
        (b"Somsak,020 5555 1234\n", FileFault.NO_KNOWN_COLUMNS),
        (b"sep=;\n", FileFault.NO_KNOWN_COLUMNS),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(file: Path, data: bytes, fault: FileFault) -> None:
    file.write_bytes(data)
    with pytest.raises(BadFile) as caught:
        read_file(file)
    assert caught.value.code is fault


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.csv"):
        with pytest.raises(BadFile) as caught:
            read_file(path)
        assert caught.value.code is FileFault.UNREADABLE


def test_a_huge_file_is_refused_unread(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(files.FILE_BYTES_LIMIT + 1)
    with pytest.raises(BadFile) as caught:
        read_file(file)
    assert caught.value.code is FileFault.TOO_BIG


def test_columns_may_stand_in_any_order_with_strangers_between(file: Path) -> None:
    file.write_text('"shoe size";E-MAIL;"Mobile Number";"Full_Name"\n42;a@b.example;020 1;Noy\n', "utf-8")

    read = read_file(file)

    assert (read.kind, [m.column for m in read.columns]) == (
        FileKind.TABLE,
        [None, Column.EMAIL, Column.PHONE, Column.NAME],
    )
    assert (read.rows[0].name, read.rows[0].email, read.rows[0].phone) == ("Noy", "a@b.example", "020 1")


def test_a_persons_choice_of_columns_goes_first(file: Path) -> None:
    file.write_text("Who,Name,Phone\nNoy,Table 4,020 1\n", "utf-8")

    read = read_file(file, mapping={"Who": Column.NAME, "Name": Column.NOTE, "Phone": None})

    assert (read.rows[0].name, read.rows[0].note, read.rows[0].phone) == ("Noy", "Table 4", "")


def test_lines_are_counted_as_an_editor_shows_them(file: Path) -> None:
    file.write_text('\n\nName,Note\nNoy,"one\ntwo\nthree"\n,nobody\n\nKeo,\n', "utf-8")

    read = read_file(file)

    assert [row.line for row in read.rows] == [4, 9]
    assert read.bad == (BadRow(7, RowFault.NO_NAME),)


@pytest.mark.parametrize("length", [5, 200_000])
def test_a_quotation_mark_without_end_costs_its_own_line(file: Path, length: int) -> None:
    file.write_text('Name,Note\nNoy,fine\nKeo,"' + "x" * length + "\nDao,fine\nLa,fine\n", "utf-8")

    read = read_file(file)

    assert [(row.name, row.line) for row in read.rows] == [("Noy", 2), ("Dao", 4), ("La", 5)]
    assert read.bad == (BadRow(3, RowFault.BROKEN_ROW),)


def test_a_delimiter_at_the_end_of_every_row_is_no_extra_cell(file: Path) -> None:
    file.write_text("Name,Phone\nNoy,020 1,\nKeo,020 2,\n", "utf-8")
    assert [row.name for row in read_file(file).rows] == ["Noy", "Keo"]


def test_markup_formulas_and_statements_are_only_names(file: Path) -> None:
    names = ["<img src=x>", "'); DROP TABLE customer--", "a* OR b NEAR(c"]
    file.write_text("Name\n" + "\n".join(names) + "\n", "utf-8")
    assert [row.name for row in read_file(file).rows] == names


def test_progress_rises_to_the_end_and_may_stop_the_reading(file: Path) -> None:
    file.write_text("Name\n" + "Noy\n" * 2_000, "utf-8")
    told: list[tuple[int, int]] = []

    read_file(file, lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert len(told) >= 4
    assert told[-1] == (2001, 2001)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_file(file, stop)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_cards_in_any_unicode(file: Path, encoding: str) -> None:
    file.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:ນ້ອຍ\r\nEND:VCARD\r\n", encoding, newline="")
    read = read_file(file)
    assert (read.kind, [row.name for row in read.rows]) == (FileKind.VCARD, ["ນ້ອຍ"])
