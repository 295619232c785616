"""A ticket as the kitchen reads it: what, by when, whose; the allergy always, the phone never."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from PIL import Image

from frontdesk.domain.care.request_ticket import RequestTicket
from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.request_ticket import RequestTicketPrint
from frontdesk.printing.sheet import write_pdf

VIENTIANE = ZoneInfo("Asia/Vientiane")
NOW = 20_776 * DAY + 2 * HOUR  # 9:00 in Vientiane
CAKE = SpecialRequest(
    417,
    1,
    "ສົມສັກ",
    "Birthday cake, ເຄັກວັນເກີດ, เค้ก, ნამცხვარი",
    "Less sweet.\nWith eight candles",
    RequestState.OPEN,
    NOW,
    NOW + HOUR,
    2,
    "Maly",
    NOW + 45 * MINUTE,
)
TICKET = RequestTicket(ShopSigns("Café Mekong"), "en", CAKE, "ສົມສັກ", ("peanuts",), (), NOW)
Render = Callable[[Path, int], list[Image.Image]]


def picture(width: int = 400, height: int = 300) -> bytes:
    saved = BytesIO()
    Image.new("RGB", (width, height), (10, 200, 30)).save(saved, "WEBP")
    return saved.getvalue()


def drawn(tmp_path: Path, ticket: RequestTicket) -> Path:
    path = tmp_path / "ticket.pdf"
    printed = RequestTicketPrint(ticket, VIENTIANE)
    assert write_pdf(path, [printed], printed.page, "Ticket")
    return path


def words_on(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        page = document[0].get_textpage()
        said: str = page.get_text_bounded()
        page.close()
    return " ".join(said.split())


def test_the_kitchen_reads_what_by_when_and_whose(tmp_path: Path) -> None:
    said = words_on(drawn(tmp_path, TICKET))
    for words in (
        "Café Mekong",
        "#417",
        "Birthday cake",
        "With eight candles",
        "Allergy: peanuts",
        "Promised: Thursday, 19 November at 10:00",
        "aim for 9:45",
        "Taken on by Maly",
    ):
        assert words in said


def test_whoever_is_not_greeted_by_name_has_a_number_only(tmp_path: Path) -> None:
    nameless = words_on(drawn(tmp_path, replace(TICKET, called="")))
    assert "#417" in nameless
    assert "For " not in nameless
    assert "ສົມ" not in nameless


def test_without_a_promise_or_an_allergy_nothing_is_made_up(tmp_path: Path) -> None:
    bare = replace(CAKE, promised_at=None, target_at=None)
    said = words_on(drawn(tmp_path, replace(TICKET, request=bare, allergies=())))
    assert "No time promised" in said
    assert "Allergy" not in said
    assert "aim" not in said


def test_the_picture_is_on_it_and_the_paper_is_longer_for_it(tmp_path: Path, render: Render) -> None:
    without = RequestTicketPrint(TICKET, VIENTIANE).page.page_height
    pictured = replace(TICKET, pictures=(picture(), picture(300, 600)))
    assert RequestTicketPrint(pictured, VIENTIANE).page.page_height > without + 100
    (page,) = render(drawn(tmp_path, pictured), 60)
    colours = page.convert("RGB").getcolors(page.width * page.height)
    assert colours is not None
    assert max(count for count, (red, green, _) in colours if green > 150 > red + 50) > 5_000


def test_a_broken_picture_does_not_keep_the_ticket_back(tmp_path: Path) -> None:
    assert "#417" in words_on(drawn(tmp_path, replace(TICKET, pictures=(b"none",))))


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_long_note_stays_on_the_paper(tmp_path: Path, render: Render, language: str) -> None:
    long = replace(CAKE, note="Less sweet, and no nuts in it. " * 40)
    (page,) = render(drawn(tmp_path, replace(TICKET, request=long, language=language)), 60)
    edge = page.convert("L").crop((0, page.height - 8, page.width, page.height))
    assert edge.getextrema()[0] > 200, "the last line is not cut by the paper's end"


def test_however_much_was_said_promise_and_owner_stay_on_the_paper(tmp_path: Path) -> None:
    """The pictures give way, not the words."""
    long = replace(
        CAKE, what="Birthday cake without soy " * 8, note="With eight candles and a name on it. " * 50
    )
    ticket = replace(TICKET, request=long, pictures=(picture(600, 800), picture(600, 800)))
    said = words_on(drawn(tmp_path, ticket))
    for words in ("Allergy: peanuts", "Promised: Thursday, 19 November at 10:00", "Taken on by Maly"):
        assert words in said
    placed = RequestTicketPrint(ticket, VIENTIANE)._placed()
    assert [size.height() < 60 for _, size in placed] == [True, True]
