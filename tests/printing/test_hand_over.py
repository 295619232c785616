"""The hand-over as it leaves the printer: always half a page, whatever is open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from PIL import Image

from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.team.hand_over import HandOver
from frontdesk.printing.hand_over import HALF_PAGE, HandOverPrint
from frontdesk.printing.sheet import write_pdf

Render = Callable[[Path, int], list[Image.Image]]
DAY = date(2026, 11, 19)
NOW = int(datetime(2026, 11, 19, 7, 0, tzinfo=UTC).timestamp() * 1000)


def promises(count: int, what: str = "Birthday cake with candles") -> tuple[TodayItem, ...]:
    return tuple(
        TodayItem(TodayKind.PROMISE_DUE, n, DAY, n, f"Maria {n}", f"{what} {n}", at=NOW + n * 60_000)
        for n in range(1, count + 1)
    )


def drawn(
    tmp_path: Path, items: tuple[TodayItem, ...], *, language: str = "en", note: str = "", left_out: int = 0
) -> Path:
    here = ("Noy", "Kham")
    page = HandOver(
        ShopSigns("Café Mekong"), NOW, DAY, ZoneInfo("Asia/Vientiane"), language, here, items, note
    )
    page = replace(page, left_out=left_out)
    path = tmp_path / "hand-over.pdf"
    assert write_pdf(path, [HandOverPrint(page)], HALF_PAGE, "For the next shift")
    return path


def words_on(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        page = document[0].get_textpage()
        said: str = page.get_text_bounded()
        page.close()
    return " ".join(said.split())


def test_a_person_reads_what_is_open_and_who_was_here(tmp_path: Path) -> None:
    said = words_on(drawn(tmp_path, promises(2), note="the milk comes at eight"))
    for words in ("For the next shift", "Café Mekong", "19 November 2026, 14:00", "Here today: Noy, Kham"):
        assert words in said
    assert "Maria 1: Birthday cake with candles 1 (today at 14:01)" in said
    assert "To know: the milk comes at eight" in said
    assert "more" not in said


def test_the_page_says_what_of_today_it_leaves_out(tmp_path: Path) -> None:
    assert "Only in Today: 10 more" in words_on(drawn(tmp_path, promises(200), left_out=10))


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("count", [0, 1, 12, 200])
def test_it_is_always_half_a_page(tmp_path: Path, render: Render, language: str, count: int) -> None:
    (page,) = render(drawn(tmp_path, promises(count), language=language, note="x " * 99), 100)
    lower = page.convert("L").crop((0, page.height // 2 + 2, page.width, page.height))
    # Beside the crop marks at the sides nothing is printed there.
    inner = lower.crop((page.width // 10, 0, page.width * 9 // 10, lower.height))
    assert inner.getextrema() == (255, 255)


def test_a_long_list_ends_in_how_many_more_and_none_is_lost(tmp_path: Path) -> None:
    said = words_on(drawn(tmp_path, promises(200)))
    shown = sum(f"Maria {n}:" in said for n in range(1, 201))
    assert 10 < shown < 200
    assert f"and {200 - shown} more" in said


def test_what_presses_is_shown_first(tmp_path: Path) -> None:
    upset = TodayItem(TodayKind.RECOVERY, 1, DAY, 1, "Noy", "waited too long", at=NOW)
    said = words_on(drawn(tmp_path, (upset, *promises(200))))
    assert said.index("Noy: something to put right") < said.index("Maria 1:")
    assert "waited" not in said


def test_nothing_open_says_so(tmp_path: Path) -> None:
    assert "Nothing is open." in words_on(drawn(tmp_path, ()))
