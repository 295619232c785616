"""The day-close slip as it leaves the printer: by eye and by camera it gives the ledger's end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.paper.day_close import DayClose, DaySums, StaffDay
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.paper_anchor import PaperAnchor, read_anchor
from frontdesk.printing.day_close_slip import DayCloseSlipPrint
from frontdesk.printing.sheet import write_pdf

CLOSE = DayClose(
    ShopSigns("Café Mekong"),
    "Till 1",
    date(2026, 11, 22),
    "18:05",
    "en",
    DaySums(stamps=123, gifts=6, rewards=17, goodwill=4, expired=29),
    PaperAnchor(1_048_576, "0a1bc0de"),
    (StaffDay("Souksavanh Phommachanh", 100, 1, 15), StaffDay("Noy", 23, 3, 2)),
)
Render = Callable[[Path, int], list[Image.Image]]
Reader = Callable[[Image.Image], list[str]]


def drawn(tmp_path: Path, close: DayClose) -> Path:
    path = tmp_path / "slip.pdf"
    slip = DayCloseSlipPrint(close)
    assert write_pdf(path, [slip], slip.page, "End of the day")
    return path


def words_on(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        page = document[0].get_textpage()
        said: str = page.get_text_bounded()
        page.close()
    return " ".join(said.split())


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_square_holds_what_verify_takes(
    tmp_path: Path, render: Render, reader: Reader, language: str
) -> None:
    (page,) = render(drawn(tmp_path, replace(CLOSE, language=language)), 150)
    (found,) = reader(page)
    assert read_anchor(found) == CLOSE.anchor


def test_a_person_reads_the_day_its_figures_and_the_end_of_the_books(tmp_path: Path) -> None:
    said = words_on(drawn(tmp_path, CLOSE))
    for words in (
        "Café Mekong",
        "Till 1",
        "22 November 2026",
        "18:05",
        "1048576",
        "0a1bc0de",
        "Keep this slip",
    ):
        assert words in said
    assert "frontdesk verify --anchor 1048576:0a1bc0de" in said
    assert "Noy 23 3 2" in said
    for line in ("Stamps given 123", "gift 6", "Rewards taken 17", "thank-you 4", "ended 29"):
        assert line in said


def test_a_long_name_leaves_the_slip_its_purpose(tmp_path: Path, render: Render, reader: Reader) -> None:
    shop = ShopSigns("The Very Long Name of a Coffee House by the River " * 3)
    path = drawn(tmp_path, replace(CLOSE, shop=shop))
    assert "or taken away." in words_on(path)
    assert reader(render(path, 150)[0]) == [str(CLOSE.anchor)]


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_large_staff_leaves_the_slip_its_purpose_and_its_command(
    tmp_path: Path, render: Render, reader: Reader, language: str
) -> None:
    staff = tuple(StaffDay(f"Cashier {n}", 40 - n, n, 1) for n in range(12))
    path = drawn(tmp_path, replace(CLOSE, staff=staff, language=language))
    said = words_on(path)
    assert "frontdesk verify --anchor 1048576:0a1bc0de" in said
    assert "…" not in said
    if language == "en":
        assert "or taken away." in said
        assert "7 others 224 56 7" in said
    assert reader(render(path, 150)[0]) == [str(CLOSE.anchor)]


def test_without_a_stamp_there_is_nothing_to_keep_yet(tmp_path: Path, render: Render, reader: Reader) -> None:
    path = drawn(tmp_path, replace(CLOSE, anchor=None))
    assert "nothing to keep" in words_on(path)
    assert reader(render(path, 150)[0]) == []


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_long_day_makes_a_longer_slip_and_nothing_is_left_out(
    tmp_path: Path, render: Render, reader: Reader, language: str
) -> None:
    staff = tuple(
        StaffDay(f"Cashier {n}", 40 - n, n, 1, 90 + n, 80 + n, 70 + n, 3, 60 + n) for n in range(12)
    )
    sums = replace(
        CLOSE.sums, adopted=1234, claimed=567, keyed=89, free=36, made_good=9, surprises=8, complaints=7
    )
    calls = tuple(AnsweredCall(f"10:{n:02d}", "Souksavanh Phommachanh", 12) for n in range(20))
    path = drawn(tmp_path, replace(CLOSE, staff=staff, sums=sums, calls=calls, language=language))
    said = words_on(path)
    assert "frontdesk verify --anchor 1048576:0a1bc0de" in said
    assert "…" not in said
    if language == "en":
        assert "or taken away." in said
        assert "paper cards 1234" in said
        assert "– of these, to make good what went wrong 9 – of these, as a small surprise 8" in said
        assert "Complaints noted 7" in said
        assert "Cashier 4 36 4 1 – 84 stamps for waiting tickets – 74 stamps from power-cut sheets" in said
        assert "10:19: Souksavanh Phommachanh after 12 minutes" in said
    assert reader(render(path, 150)[0]) == [str(CLOSE.anchor)]
