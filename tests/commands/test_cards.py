"""`frontdesk cards`: a PDF in which each card has a code that was recorded."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from frontdesk.config import Paths
from frontdesk.domain.people.customers import CustomerDraft
from tests.commands.conftest import opened

Run = Callable[..., int]


def codes_in(pdf: Path) -> set[str]:
    """What a reader finds in all pages at 200 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=200 / 72).to_pil() for page in document]
    document.close()
    return {found.text for page in pages for found in zxingcpp.read_barcodes(page)}


def issued(shop: Paths) -> list[tuple[str, str]]:
    with opened(shop) as desk:
        return [(row[0], row[1]) for row in desk.store.read().run("SELECT code, language FROM feedback_card")]


def test_every_printed_code_was_recorded(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("cards", "--count", "12", "--out", str(tmp_path / "cards.pdf"), "--language", "th") == 0
    recorded = issued(shop)
    assert len(recorded) == 12
    assert {language for _, language in recorded} == {"th"}
    assert codes_in(tmp_path / "cards.pdf") == {
        f"https://forms.example.com/r?c={code}" for code, _ in recorded
    }
    said = capsys.readouterr().out
    assert "12 cards were written" in said
    assert "Their language: Thai." in said


def test_cards_for_anybody_speak_as_the_settings_say(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop) as desk:
        lao = replace(desk.shop.settings(), language="en", customer_language="lo")
        desk.submit(desk.shop.save_settings, desk.act(), lao).result()
    assert frontdesk("cards", "--count", "2", "--out", str(tmp_path / "cards.pdf")) == 0
    assert {language for _, language in issued(shop)} == {"lo"}
    assert "Their language: Lao." in capsys.readouterr().out


def test_without_a_number_a_page_of_cards_is_made(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    assert frontdesk("cards", "--out", str(tmp_path / "cards.pdf")) == 0
    assert len(issued(shop)) == 10


def test_a_number_counts_for_one_customer_too(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    with opened(shop) as desk:
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    out = tmp_path / "three.pdf"
    assert frontdesk("cards", "--count", "3", "--out", str(out), "--customer", "Noy") == 0
    assert len(issued(shop)) == 3


def test_a_card_for_one_customer_speaks_their_language(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    with opened(shop) as desk:
        noy = CustomerDraft("ນ້ອຍ ສີສະຫວາດ", language="lo")
        desk.submit(desk.customers.enrol, desk.act(), noy).result()
    out = tmp_path / "one.pdf"
    assert frontdesk("cards", "--out", str(out), "--customer", "ນ້ອຍ") == 0
    assert [language for _, language in issued(shop)] == ["lo"]
    assert len(pypdfium2.PdfDocument(out)) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nobody", "Nobody here is called that"),
        ("Keo", "More than one customer fits"),
        ("Keo Vongsa", "More than one customer fits"),
    ],
)
def test_a_card_is_not_made_for_a_guess(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    with opened(shop) as desk:
        for full in ("Keo Siphan", "Keo Vongsa", "Keo Vongsa"):
            desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(full)).result()
    assert frontdesk("cards", "--out", str(tmp_path / "cards.pdf"), "--customer", name) == 1
    assert said in capsys.readouterr().err
    assert issued(shop) == []


def test_without_a_link_no_card_is_made(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop) as desk:
        desk.submit(
            desk.shop.save_settings, desk.act(), replace(desk.shop.settings(), feedback_link="")
        ).result()
    assert frontdesk("cards", "--out", str(tmp_path / "cards.pdf")) == 1
    assert "phone number is enough" in capsys.readouterr().err
    assert not (tmp_path / "cards.pdf").exists()


@pytest.mark.parametrize("place", ["nowhere/cards.pdf", "folder"])
def test_a_place_that_takes_no_file_is_said_before_a_card_is_recorded(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    (tmp_path / "folder").mkdir()
    assert frontdesk("cards", "--out", str(tmp_path / place)) == 1
    assert "could not be written" in capsys.readouterr().err
    assert issued(shop) == []


@pytest.mark.parametrize("typed", ["Keo", "keo", " KEO "])
def test_a_whole_name_goes_before_names_that_begin_with_it(
    frontdesk: Run, shop: Paths, tmp_path: Path, typed: str
) -> None:
    with opened(shop) as desk:
        for name, language in (("Keo Siphan", "th"), ("Keo", "lo"), ("Keovong", "en")):
            draft = CustomerDraft(name, language=language)
            desk.submit(desk.customers.enrol, desk.act(), draft).result()
    assert frontdesk("cards", "--out", str(tmp_path / "one.pdf"), "--customer", typed) == 0
    assert [language for _, language in issued(shop)] == ["lo"]


def test_cards_are_made_beside_an_open_window(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    with opened(shop):
        assert frontdesk("cards", "--count", "2", "--out", str(tmp_path / "cards.pdf")) == 0
    assert len(issued(shop)) == 2


@pytest.mark.parametrize(
    ("format", "count", "pages"), [("form", 4, 1), ("tent", 1, 1), ("poster", 1, 1), ("receipt", 1, 1)]
)
def test_each_format_is_made_in_its_usual_number(
    frontdesk: Run, shop: Paths, tmp_path: Path, format: str, count: int, pages: int
) -> None:
    out = tmp_path / "cards.pdf"
    assert frontdesk("cards", "--format", format, "--out", str(out)) == 0
    recorded = {f"https://forms.example.com/r?c={code}" for code, _ in issued(shop)}
    assert len(recorded) == count
    assert codes_in(out) == recorded
    assert len(pypdfium2.PdfDocument(out)) == pages
    with opened(shop) as desk:
        assert desk.store.read().value("SELECT format FROM feedback_batch") == format.upper()
