"""Cards, slips and take-home sheets as they come out: whole, in every script, and within their paper."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage

from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.care_sheet import CareSheetPrint
from frontdesk.printing.greeting_card import GreetingCardPrint
from frontdesk.printing.leaving_slip import LeavingSlipPrint
from frontdesk.printing.page import CARD_A5, CARD_A6, CARDS_ON_A4, PAGE_A5, PAGE_ON_A4, SheetLayout
from frontdesk.printing.sheet import preview_images, write_pdf
from frontdesk.printing.year_card import YearCardPrint
from frontdesk.texts import texts_for
from frontdesk.wording.keepsakes import SlipWords, Told, YearWords
from frontdesk.wording.messages import heading, message, signature
from tests.printing.conftest import LANGUAGES
from tests.printing.set_texts import set_texts, whole

SHOP = ShopSigns("Café Mekong")
NAMES = {"en": "Maria Oliveira", "lo": "ສົມສັກ ວົງສາ", "th": "สมหญิง ใจดี", "km": "សុខា ចាន់", "ka": "გიორგი ბერიძე"}
LONG = "ສະບາຍດີ ທຸກຄົນ. How are you? " * 40


def card(kind: MessageKind, language: str, text: str = "") -> GreetingCardPrint:
    texts = texts_for(language)
    said = text or message(texts, kind, shop=SHOP.name, name=NAMES[language], staff="Noy", years=3)
    return GreetingCardPrint(kind, heading(texts, kind, 3), said, SHOP)


def year_card(language: str) -> YearCardPrint:
    texts = texts_for(language)
    told = tuple(
        Told(value, "visits in the year before this one") for value in ("143", "96", "9", "1,225,000 LAK")
    )
    words = YearWords(
        texts.gettext("Our time together"),
        texts.gettext("Dear {name},").format(name=NAMES[language]),
        told,
        "With us since 15 November 2023\nWhat you like best: Oat flat white",
        texts.gettext("Thank you. It is good to have you with us."),
    )
    return YearCardPrint(words, signature(texts, SHOP.name, "Noy"), SHOP)


def slip(lines: int = 3) -> LeavingSlipPrint:
    words = SlipWords(
        "What is yours", tuple(f"Card {n}: 7 stamps" for n in range(lines)), "We keep it.", "Thanks."
    )
    return LeavingSlipPrint(SHOP, "Maria", "19 November 2026", words)


def ink_outside(image: QImage, millimetres: float, dpi: int) -> bool:
    """Whether anything but the ornament's colours reaches the rim of the lower half."""
    rim = round(millimetres * dpi / 25.4)
    ground = QColor(image.pixel(image.width() // 2, image.height() - 2))
    return any(
        abs(QColor(image.pixel(x, y)).lightness() - ground.lightness()) > 30
        for y in range(image.height() // 2, image.height() - 1)
        for x in (*range(rim), *range(image.width() - rim, image.width() - 1))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_every_card_holds_all_its_words_in_every_script(kind: MessageKind, language: str) -> None:
    cut = [text for text, done in set_texts(card(kind, language), CARD_A6) if not whole(text, done)]
    assert not cut


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_card_holds_all_its_words_in_every_script(language: str) -> None:
    cut = [text for text, done in set_texts(year_card(language), CARD_A6) if not whole(text, done)]
    assert not cut


def test_a_text_of_any_length_stays_on_the_card() -> None:
    (image,) = preview_images([card(MessageKind.THANKS, "en", LONG)], CARD_A6, 60)
    assert not ink_outside(image, 5, 60)
    (image,) = preview_images([slip(30)], CARD_A6, 60)
    assert not ink_outside(image, 5, 60)
    (image,) = preview_images([CareSheetPrint(SHOP, "Beans " * 20, LONG, "Ask us")], PAGE_A5, 60)
    assert not ink_outside(image, 8, 60)


def test_each_occasion_looks_like_itself() -> None:
    kinds = (MessageKind.BIRTHDAY, MessageKind.THANKS, MessageKind.REASSURE, MessageKind.SORRY)
    cards = [GreetingCardPrint(kind, "Hello", "A word", SHOP) for kind in kinds]
    pictures = {bytes(preview_images([each], CARD_A6, 40)[0].constBits()) for each in cards}
    assert len(pictures) == len(kinds)


@pytest.mark.parametrize(
    ("layout", "paper"),
    [
        (CARD_A6, (105, 148)),
        (CARD_A5, (148, 210)),
        (CARDS_ON_A4, (210, 297)),
        (PAGE_A5, (148, 210)),
        (PAGE_ON_A4, (210, 297)),
    ],
)
def test_a_pdf_is_on_its_paper_and_says_its_words(
    tmp_path: Path, layout: SheetLayout, paper: tuple[int, int]
) -> None:
    file = tmp_path / "card.pdf"
    assert write_pdf(file, [card(MessageKind.BIRTHDAY, "en")], layout, "Card")
    with pypdfium2.PdfDocument(file) as document:
        assert [round(side / 72 * 25.4) for side in document[0].get_size()] == list(paper)
        said = document[0].get_textpage().get_text_range()
    assert "Dear Maria Oliveira," in said
    assert "Noy and everyone at Café Mekong" in said


def test_a5_is_the_same_card_larger() -> None:
    small = preview_images([card(MessageKind.BIRTHDAY, "lo")], CARD_A6, 141)[0]
    large = preview_images([card(MessageKind.BIRTHDAY, "lo")], CARD_A5, 100)[0]
    assert abs(small.width() - large.width()) <= 2
    differing = sum(
        abs(QColor(small.pixel(x, y)).lightness() - QColor(large.pixel(x, y)).lightness()) > 90
        for x in range(0, small.width() - 2, 7)
        for y in range(0, small.height() - 6, 7)
    )
    assert differing < 40


def test_names_are_plain_text() -> None:
    drawn = card(MessageKind.THANKS, "en", "Dear <b>Anna</b> & Co")
    assert any(text == "Dear <b>Anna</b> & Co" for text, _ in set_texts(drawn, CARD_A6))
