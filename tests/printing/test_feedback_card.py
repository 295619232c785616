"""The feedback card in five languages: read by a phone, in order, and never over its own edge."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from frontdesk.domain.links import URL_LIMIT
from frontdesk.domain.shop_signs import ShopSigns
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.printing.canvas import (
    COMFORTABLE_MODULE,
    INK,
    QUIET_ZONE,
    SMALLEST_MODULE,
    Canvas,
    CodeSquare,
    CodeTooLong,
    printed_code,
)
from frontdesk.printing.feedback_card import FeedbackCardPrint
from frontdesk.printing.lettering import Lettering, Typesetter
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import BUSINESS_CARDS, KEY_TAGS, MEMBER_CARDS, SINGLE_CARD, SheetLayout
from frontdesk.printing.sheet import write_pdf
from frontdesk.texts import texts_for
from frontdesk.wording.prints import feedback_words, member_card_line

Reader = Callable[[Image.Image], list[str]]
Render = Callable[[Path, int], list[Image.Image]]
Photo = Callable[[Image.Image, int], Image.Image]

CODE = "F7K3M9QXR2B4D8WNP"
URL = f"https://forms.example.com/morning-glory?entry.1={CODE}"
LONGEST_URL = (URL + "&from=counter-Abc9" * 20)[:URL_LIMIT]
SHOPS = {
    "en": "Morning Glory Coffee",
    "lo": "ຮ້ານກາເຟຕອນເຊົ້າ",
    "th": "ร้านกาแฟยามเช้า",
    "km": "ហាងកាហ្វេព្រឹកព្រលឹម",
    "ka": "დილის ყავა",
}


def longest(name: str) -> str:
    return (name * NAME_LIMIT)[:NAME_LIMIT]


def card(language: str = "en", url: str = URL, name: str = "", shop: str = "") -> FeedbackCardPrint:
    return FeedbackCardPrint(shop or SHOPS[language], url, CODE, language, name)


@dataclass(frozen=True)
class Said:
    """A text on a card, as it was set, and the room that it took."""

    text: str
    set_as: str
    breaks: tuple[str, ...]
    room: QRectF


class ListeningCanvas(Canvas):
    """A canvas that remembers its texts."""

    def __init__(self, painter: QPainter) -> None:
        self.setter = Typesetter()
        super().__init__(painter, self.setter)
        self.said: list[Said] = []

    def text(
        self,
        text: str,
        lettering: Lettering,
        box: QRectF,
        colour: QColor = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> float:
        done = self.setter.set(text, lettering, box.width(), box.height())
        y = box.bottom() - done.height if align & Qt.AlignmentFlag.AlignBottom else box.top()
        room = QRectF(box.left(), y, done.width, done.height)
        shown = done.layout.text()
        ends = [line.textStart() + line.textLength() for line in done.lines][:-1]
        self.said.append(Said(text, shown, tuple(shown[end - 1] for end in ends), room))
        return super().text(text, lettering, box, colour, align)


def painted(print_: FeedbackCardPrint | MemberCardPrint, place: QRectF) -> tuple[list[Said], Image.Image]:
    """Draw a card in the middle of an empty page three times its size; return its texts and the page."""
    scale = 10
    image = QImage(
        round(place.width() * 3) * scale, round(place.height() * 3) * scale, QImage.Format.Format_Grayscale8
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    canvas = ListeningCanvas(painter)
    print_.paint(canvas, place.translated(place.width(), place.height()))
    painter.end()
    size = (image.width(), image.height())
    return canvas.said, Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())


def assert_in_order(said: list[Said], page: Image.Image, place: QRectF) -> None:
    """No text over another one, and all ink inside the card, at least a millimetre from its edge."""
    for number, one in enumerate(said):
        for other in said[:number]:
            assert not one.room.intersects(other.room), f"{one.text[:20]!r} over {other.text[:20]!r}"
    ink = page.point(lambda value: 255 * (value < 250)).getbbox()
    assert ink is not None
    inside = place.translated(place.width(), place.height()).adjusted(1, 1, -1, -1)
    left, top, right, bottom = (value / 10 for value in ink)
    assert inside.contains(QRectF(left, top, right - left, bottom - top)), "ink over the edge of the card"


@pytest.mark.parametrize("language", SHOPS)
@pytest.mark.parametrize("url", [URL, LONGEST_URL], ids=["usual link", "longest link"])
@pytest.mark.parametrize("name", ["", "ສົມສັກ", "long"])
@pytest.mark.parametrize("shop", ["usual", "long"])
def test_words_stay_apart_inside_the_card_and_whole(language: str, url: str, name: str, shop: str) -> None:
    own = SHOPS[language]
    print_ = card(
        language,
        url,
        name=longest(own) if name == "long" else name,
        shop=longest(own) if shop == "long" else own,
    )
    place = SINGLE_CARD.places()[0]
    said, page = painted(print_, place)
    assert_in_order(said, page, place)
    words = feedback_words(texts_for(language), print_.customer_name)
    never_cut = {words.question, words.invitation, words.code_label, printed_code(print_.code)}
    never_cut |= {words.thanks} if name != "long" else set()
    never_cut |= {own} if shop != "long" else set()
    shown = {one.text: one for one in said}
    for text in never_cut:
        assert shown[text].set_as == text, "a sentence of ours is cut short"
        if text != own:
            assert set(shown[text].breaks) <= {"\u200b", " "}, "a word is broken"


@pytest.mark.parametrize("url", [URL, LONGEST_URL], ids=["usual link", "longest link"])
def test_a_code_of_wide_letters_is_printed_whole(url: str) -> None:
    wide = "F" + "W" * 16
    feedback = FeedbackCardPrint(longest("កា"), url, wide, "km", longest("កា"))
    member = MemberCardPrint(ShopSigns(longest("កា")), longest("កា"), wide, longest("កា"), "km")
    for print_, layout in ((feedback, SINGLE_CARD), (member, MEMBER_CARDS), (member, KEY_TAGS)):
        place = QRectF(0, 0, layout.card_width, layout.card_height)
        said, page = painted(print_, place)
        assert_in_order(said, page, place)
        assert printed_code(wide) in [one.set_as for one in said]


@pytest.mark.parametrize("language", SHOPS)
@pytest.mark.parametrize("layout", [MEMBER_CARDS, KEY_TAGS], ids=["card", "tag"])
@pytest.mark.parametrize("name", ["usual", "long"])
def test_member_cards_keep_their_words_apart_and_inside(
    language: str, layout: SheetLayout, name: str
) -> None:
    own = SHOPS[language] if name == "usual" else longest(SHOPS[language])
    place = QRectF(0, 0, layout.card_width, layout.card_height)
    said, page = painted(MemberCardPrint(ShopSigns(own), own, CODE, own, language), place)
    assert_in_order(said, page, place)
    assert printed_code(CODE) in [one.set_as for one in said]
    if layout is MEMBER_CARDS:
        line = member_card_line(texts_for(language))
        assert [one.set_as for one in said if one.text == line] == [line]


@pytest.mark.parametrize("language", SHOPS)
def test_a_customer_is_thanked_by_name(language: str) -> None:
    said, _ = painted(card(language, name="ສົມສັກ"), SINGLE_CARD.places()[0])
    assert sum("ສົມສັກ" in one.set_as for one in said) == 1


def test_a_name_that_looks_like_markup_is_printed_as_it_is() -> None:
    said, _ = painted(card(name="<b>Bo</b> & {name}"), SINGLE_CARD.places()[0])
    assert any("<b>Bo</b> & {name}" in one.set_as for one in said)


@pytest.mark.parametrize("length", range(60, URL_LIMIT + 1, 20))
def test_squares_are_never_finer_than_a_phone_can_read(length: int) -> None:
    square = CodeSquare(LONGEST_URL[:length], 48.5, wished=38.0)
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
        CodeSquare(LONGEST_URL * 2, 48.5, wished=38.0)


def test_the_longest_link_is_read_from_the_sheet(tmp_path: Path, render: Render, reader: Reader) -> None:
    write_pdf(tmp_path / "card.pdf", [card("km", LONGEST_URL)], SINGLE_CARD, "Card")
    assert reader(render(tmp_path / "card.pdf", 300)[0]) == [LONGEST_URL]


@pytest.mark.parametrize("url", [URL, LONGEST_URL], ids=["usual link", "longest link"])
@pytest.mark.parametrize("seed", range(4))
def test_a_phone_reads_the_card_from_a_poor_photo(
    tmp_path: Path, render: Render, reader: Reader, phone_photo: Photo, url: str, seed: int
) -> None:
    write_pdf(tmp_path / "card.pdf", [card("lo", url)], SINGLE_CARD, "Card")
    dots_per_millimetre = 10  # 6 to 9 for one square; a phone at arm's length gives more
    printed = render(tmp_path / "card.pdf", round(dots_per_millimetre * 25.4))[0]
    assert reader(phone_photo(printed, seed)) == [url]


def test_black_and_white_printers_leave_a_readable_card(
    tmp_path: Path, render: Render, reader: Reader
) -> None:
    write_pdf(tmp_path / "card.pdf", [card("th")], SINGLE_CARD, "Card")
    page = render(tmp_path / "card.pdf", 300)[0].convert("1")  # dithered, as a laser printer does
    assert reader(page.convert("RGB")) == [URL]


def test_cards_of_one_sheet_differ_only_in_their_codes() -> None:
    one, other = card(), replace(card(), url=URL[:-1] + "X")
    place = BUSINESS_CARDS.places()[0]
    assert [said.text for said in painted(one, place)[0]] == [said.text for said in painted(other, place)[0]]
    assert painted(one, place)[1].tobytes() != painted(other, place)[1].tobytes()
