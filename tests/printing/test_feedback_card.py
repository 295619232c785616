"""Feedback prints of every format in five languages: read by phones, in order, and never over their edge."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from frontdesk.domain.feedback.feedback_cards import SHARED, CardFormat, LinkWay
from frontdesk.domain.feedback.links import URL_LIMIT
from frontdesk.domain.feedback.questions import AnsweredBy
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import (
    COMFORTABLE_MODULE,
    QUIET_ZONE,
    SMALLEST_MODULE,
    CodeSquare,
    CodeTooLong,
    printed_code,
)
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.feedback_prints import PRINTED, feedback_page
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import BUSINESS_CARDS, KEY_TAGS, MEMBER_CARDS, SINGLE_CARD, SheetLayout
from frontdesk.printing.receipt import receipt_image
from frontdesk.printing.sheet import write_pdf
from frontdesk.texts import texts_for
from frontdesk.wording.prints import feedback_words, member_card_line, paper_line, scan_line, two_ways
from tests.printing.feedback_samples import CODE, LONG_FORM, PAGE, PHONE, SHOPS, longest, sample
from tests.printing.listening import assert_in_order, painted

Reader = Callable[[Image.Image], list[str]]
Render = Callable[[Path, int], list[Image.Image]]
Photo = Callable[[Image.Image, int], Image.Image]

_DOTS_FOR_ONE = 8
"""Of the squares' squares in a photo, at most: a phone has more, but takes its picture from farther away."""

_DENSE = 200
"""Bytes: the squares of longer ones are more than 61 a side."""

PAPERS = [(format, 80) for format in PRINTED] + [(CardFormat.RECEIPT, 58)]
"""Each format, and the narrower receipt."""


def page_of(print_: FeedbackPrint, paper: int = 80) -> SheetLayout:
    return feedback_page(print_, single=True, paper=paper)


@pytest.mark.parametrize("language", SHOPS)
@pytest.mark.parametrize(("format", "paper"), PAPERS)
@pytest.mark.parametrize("long", [False, True], ids=["usual", "longest"])
@pytest.mark.parametrize("page", ["", "http://192.168.1.10:8320"], ids=["message", "page"])
def test_words_stay_apart_inside_the_print_and_whole(
    format: CardFormat, paper: int, language: str, long: bool, page: str
) -> None:
    link = LONG_FORM if long else PHONE
    name = longest("ສົມສັກ") if long else ""
    print_ = sample(format, language, page=page, link=link, name=name, long=long)
    layout = page_of(print_, paper)
    place = QRectF(0, 0, layout.card_width, layout.card_height)
    canvas, image = painted(print_, place)
    assert_in_order(canvas, image, place, margin=0.6 if format is CardFormat.RECEIPT else 1.0)
    texts, shown = texts_for(language), {one.text: one for one in canvas.said}
    never_cut = {feedback_words(texts).question}
    never_cut.add(paper_line(texts) if format in SHARED else two_ways(texts, print_.way))
    for text in never_cut:
        assert shown[text].set_as == text, "a sentence of ours is cut short"
        assert set(shown[text].breaks) <= {"\u200b", " ", "-"}, "a word is broken"
    assert any("231-WNP" in one.set_as for one in canvas.said), "no number to key in"
    if not long:
        assert all("…" not in one.set_as for one in canvas.said), "something is cut short"


@pytest.mark.parametrize(("format", "paper"), PAPERS)
def test_every_print_has_two_ways_back_and_what_its_format_asks(format: CardFormat, paper: int) -> None:
    print_ = sample(format, link=PHONE)
    layout = page_of(print_, paper)
    canvas, _ = painted(print_, QRectF(0, 0, layout.card_width, layout.card_height))
    texts, said = texts_for("en"), {one.text for one in canvas.said}
    boxes = {text for text in said if text in set("12345")}
    if format in SHARED:
        faces = 2 if format is CardFormat.TENT else 1
        assert len(canvas.squares) == faces * 2
        assert {scan_line(texts, way) for way in (LinkWay.PAGE, LinkWay.MESSAGE)} <= said
        assert paper_line(texts) in said
    else:
        assert len(canvas.squares) == 1
        assert boxes == set("12345")
        assert two_ways(texts, LinkWay.PAGE) in said
    if format is CardFormat.FORM:
        keys = [one.text for one in canvas.said if one.text == "6"]
        ticked = [each for each in print_.setting.questions if each.answered_by is AnsweredBy.BOXES]
        assert len(keys) == len(ticked)
        for number, question in enumerate(print_.setting.questions, 1):
            assert f"{number}. {question.text}" in said
    assert any("Noy" in text for text in said)
    assert any("hello@morning.example" in text for text in said)
    assert any("Morning Glory Coffee" in text for text in said)


def test_the_two_faces_of_a_tent_are_upside_down_to_each_other() -> None:
    print_ = sample(CardFormat.TENT)
    place = page_of(print_).places()[0]
    _, page = painted(print_, place, scale=4)
    turned = page.transpose(Image.Transpose.ROTATE_180)
    differing = sum(abs(a - b) > 96 for a, b in zip(page.tobytes(), turned.tobytes(), strict=True))
    assert differing < page.width * page.height / 500


@pytest.mark.parametrize(("format", "paper"), PAPERS)
@pytest.mark.parametrize("ways", ["page", "message", "longest form"])
def test_both_readers_read_every_format_from_paper_and_from_poor_photos(
    tmp_path: Path,
    render: Render,
    reader: Reader,
    phone_photo: Photo,
    format: CardFormat,
    paper: int,
    ways: str,
) -> None:
    link = {"page": "", "message": PHONE, "longest form": LONG_FORM}[ways]
    print_ = sample(format, "lo", link=link, page="" if link else PAGE)
    layout = page_of(print_, paper)
    write_pdf(tmp_path / "card.pdf", [print_], layout, "Card")
    urls = [link.url for link in print_.card.links]
    expected = sorted(urls * (2 if format is CardFormat.TENT else 1))
    assert reader(render(tmp_path / "card.pdf", 200)[0]) == expected
    for square, place, url in squares_of(print_, layout):
        dots = min(10.0, _DOTS_FOR_ONE / square.module)  # a phone steps back from what is larger
        (page,) = render(tmp_path / "card.pdf", round(dots * 25.4))
        seen = Image.new("RGB", (round(place.width() * dots), round(place.height() * dots)), "white")
        seen.paste(page, (round(-place.left() * dots), round(-place.top() * dots)))
        photos = [reader(phone_photo(seen, seed)) == [url] for seed in range(3)]
        # A reader looks many times a second; what is as long as a link may be, zbar reads at one of them.
        assert all(photos) if len(url) < _DENSE else any(photos), f"photos read: {photos}"


def squares_of(print_: FeedbackPrint, layout: SheetLayout) -> list[tuple[CodeSquare, QRectF, str]]:
    """Where the squares stand that can be read upright, with a rim as a phone has it in sight; that of a
    receipt goes on to the paper's edge, where the printer does not reach.
    """
    place = QRectF(0, 0, layout.card_width, layout.card_height)
    canvas, _ = painted(print_, place)
    upright = canvas.squares[: len(print_.card.links)]
    corner = place.center()
    return [
        (square, room.translated(-corner).adjusted(-4, -4, 4, 4), link.url)
        for (square, room), link in zip(upright, print_.card.links, strict=True)
    ]


@pytest.mark.parametrize("paper", [58, 80])
@pytest.mark.parametrize("ways", ["page", "message"])
def test_a_receipt_is_read_from_the_printers_dots(reader: Reader, paper: int, ways: str) -> None:
    print_ = sample(CardFormat.RECEIPT, page="" if ways == "message" else "http://10.0.0.2:8320", link=PHONE)
    dots = receipt_image(print_, page_of(print_, paper), paper).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    size = (dots.width(), dots.height())
    seen = Image.frombytes("L", size, bytes(dots.constBits()), "raw", "L", dots.bytesPerLine())
    rim = Image.new("L", (dots.width() + 32, dots.height() + 32), 255)
    rim.paste(seen, (16, 16))
    assert reader(rim.convert("RGB")) == [print_.card.url]


def test_a_receipt_is_no_longer_than_it_needs() -> None:
    plain, full = sample(CardFormat.RECEIPT, host=False), sample(CardFormat.RECEIPT)
    assert page_of(plain).page_height < page_of(full).page_height < 190
    assert page_of(full, 58).page_width == 48.0


@pytest.mark.parametrize("language", SHOPS)
def test_a_customer_is_thanked_by_name(language: str) -> None:
    canvas, _ = painted(sample(language=language, name="ສົມສັກ"), SINGLE_CARD.places()[0])
    assert sum("ສົມສັກ" in one.set_as for one in canvas.said) == 1


def test_a_name_that_looks_like_markup_is_printed_as_it_is() -> None:
    canvas, _ = painted(sample(name="<b>Bo</b> & {name}"), SINGLE_CARD.places()[0])
    assert any("<b>Bo</b> & {name}" in one.set_as for one in canvas.said)


def test_nobodys_face_is_on_a_card_of_nobody() -> None:
    place = SINGLE_CARD.places()[0]
    shown, hidden = painted(sample(), place)[0], painted(sample(host=False), place)[0]
    assert len(shown.pictures) == 1
    assert hidden.pictures == []
    assert not any("Noy" in one.text for one in hidden.said)


def test_black_and_white_printers_leave_a_readable_card(
    tmp_path: Path, render: Render, reader: Reader
) -> None:
    print_ = sample(language="th")
    write_pdf(tmp_path / "card.pdf", [print_], SINGLE_CARD, "Card")
    page = render(tmp_path / "card.pdf", 300)[0].convert("1")  # dithered, as a laser printer does
    assert reader(page.convert("RGB")) == [print_.card.url]


def test_cards_of_one_sheet_differ_only_in_their_codes() -> None:
    one, other = sample(), sample(code=CODE[:-4] + "XWNP")
    place = BUSINESS_CARDS.places()[0]
    (heard, seen), (also_heard, also_seen) = painted(one, place), painted(other, place)
    assert [said.text for said in heard.said] == [said.text for said in also_heard.said]
    assert seen.tobytes() != also_seen.tobytes()


@pytest.mark.parametrize("language", SHOPS)
@pytest.mark.parametrize("layout", [MEMBER_CARDS, KEY_TAGS], ids=["card", "tag"])
@pytest.mark.parametrize("name", ["usual", "long"])
def test_member_cards_keep_their_words_apart_and_inside(
    language: str, layout: SheetLayout, name: str
) -> None:
    own = SHOPS[language] if name == "usual" else longest(SHOPS[language])
    place = QRectF(0, 0, layout.card_width, layout.card_height)
    canvas, page = painted(MemberCardPrint(ShopSigns(own), own, CODE, own, language), place)
    assert_in_order(canvas, page, place)
    assert printed_code(CODE) in [one.set_as for one in canvas.said]
    if layout is MEMBER_CARDS:
        line = member_card_line(texts_for(language))
        assert [one.set_as for one in canvas.said if one.text == line] == [line]


def test_a_code_of_wide_letters_is_printed_whole() -> None:
    wide, name = "F" + "W" * 16, longest("កា")
    for layout in (MEMBER_CARDS, KEY_TAGS):
        place = QRectF(0, 0, layout.card_width, layout.card_height)
        canvas, page = painted(MemberCardPrint(ShopSigns(name), name, wide, name, "km"), place)
        assert_in_order(canvas, page, place)
        assert printed_code(wide) in [one.set_as for one in canvas.said]


_LONG = ("https://forms.example.com/" + "from=counter-Abc9&" * 20)[:URL_LIMIT]


@pytest.mark.parametrize("length", range(60, URL_LIMIT + 1, 20))
def test_squares_are_never_finer_than_a_phone_can_read(length: int) -> None:
    square = CodeSquare(_LONG[:length], 48.5, wished=38.0)
    across = square.side / square.module
    assert square.module >= SMALLEST_MODULE
    assert square.side <= 48.5
    if across * COMFORTABLE_MODULE <= 48.5:
        assert square.module >= COMFORTABLE_MODULE
    bounds = square.path.boundingRect()
    assert bounds.left() == bounds.top() == QUIET_ZONE
    assert round(across - bounds.right()) == round(across - bounds.bottom()) == QUIET_ZONE


def test_a_link_too_long_for_readable_squares_is_refused() -> None:
    with pytest.raises(CodeTooLong):
        CodeSquare(_LONG * 2, 48.5, wished=38.0)
