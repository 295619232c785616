"""The ways out: a real PDF, a real QPrinter (which draws into a file here), and what can go wrong."""

import errno
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from frontdesk.printing.page import BUSINESS_CARDS
from frontdesk.printing.sheet import CannotWrite
from frontdesk.ui.prints import printer as printer_module
from frontdesk.ui.prints.printer import Fate, Job, Printers, print_cards, save_cards
from tests.printing.feedback_samples import sample


def job(count: int) -> Job:
    return Job([sample()] * count, BUSINESS_CARDS, "Feedback cards")


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def never() -> bool:
    return False


def into(file: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.mark.parametrize(
    ("names", "default", "wanted", "meant"),
    [
        ((), "", "", ""),
        ((), "", "till", ""),
        (("a", "b"), "b", "", "b"),
        (("a", "b"), "b", "a", "a"),
        (("a", "b"), "b", "gone", "b"),
        (("a", "b"), "", "", "a"),
    ],
)
def test_which_printer_is_meant(names: tuple[str, ...], default: str, wanted: str, meant: str) -> None:
    assert Printers(names, default).meant_by(wanted) == meant


def test_a_printer_gets_every_page(tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    fate = print_cards("till", job(25), progress=silent, cancelled=never, opened=lambda name: into(file))
    assert fate is Fate.DONE
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 3


def test_without_a_printer_nothing_is_opened() -> None:
    def opened(name: str) -> QPrinter:
        raise AssertionError("no printer is there")

    fate = print_cards("", job(1), progress=silent, cancelled=never, opened=opened)
    assert fate is Fate.NO_PRINTER


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_start_is_said(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "out.pdf"
    fate = print_cards("till", job(1), progress=silent, cancelled=never, opened=lambda name: into(nowhere))
    assert fate is Fate.FAILED


def test_a_cancelled_print_draws_no_further_page(tmp_path: Path) -> None:
    file, pages = tmp_path / "out.pdf", iter((False, True))
    fate = print_cards(
        "till", job(25), progress=silent, cancelled=lambda: next(pages), opened=lambda name: into(file)
    )
    assert fate is Fate.CANCELLED
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1


def test_a_pdf_is_written(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    file = tmp_path / "out.pdf"
    fate = save_cards(file, job(11), progress=lambda *at: seen.append(at), cancelled=never)
    assert fate is Fate.DONE
    assert seen == [(10, 11), (11, 11)]


def test_a_cancelled_pdf_leaves_nothing(tmp_path: Path) -> None:
    fate = save_cards(tmp_path / "out.pdf", job(11), progress=silent, cancelled=lambda: True)
    assert fate is Fate.CANCELLED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "fate"),
    [
        (errno.ENOSPC, Fate.NO_ROOM),
        (errno.EACCES, Fate.NOT_ALLOWED),
        (errno.ENOENT, Fate.NO_FOLDER),
        (errno.EIO, Fate.FAILED),
    ],
)
def test_what_the_disk_refuses_is_an_outcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fate: Fate
) -> None:
    def refused(path: Path, *args: object) -> bool:
        raise CannotWrite(path, OSError(number, "refused"))

    monkeypatch.setattr(printer_module, "write_pdf", refused)
    assert save_cards(tmp_path / "out.pdf", job(1), progress=silent, cancelled=never) is fate


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    fate = save_cards(tmp_path / "gone" / "out.pdf", job(1), progress=silent, cancelled=never)
    assert fate is Fate.NO_FOLDER


def test_a_folder_in_the_files_place_stays(tmp_path: Path) -> None:
    in_the_way = tmp_path / "out.pdf"
    in_the_way.mkdir()
    assert save_cards(in_the_way, job(1), progress=silent, cancelled=never) is Fate.FAILED
    assert list(tmp_path.iterdir()) == [in_the_way]
