"""A camera sees cards among other things."""

import pytest
from PIL import Image

from frontdesk.domain.finding.scans import Scan
from frontdesk.media.bars import code_128
from frontdesk.media.qr import qr_matrix
from frontdesk.services.paper.reading_codes import card_seen

CODE = "M00820C21QFE5Z1QT"


def square(text: str) -> Image.Image:
    matrix = qr_matrix(text)
    made = Image.new("L", (len(matrix), len(matrix)))
    made.putdata([0 if dark else 255 for row in matrix for dark in row])
    return made.resize((4 * len(matrix),) * 2, 0)


def bars(text: str) -> Image.Image:
    modules = code_128(text)
    made = Image.new("L", (len(modules), 1))
    made.putdata([0 if dark else 255 for dark in modules])
    return made.resize((2 * len(modules), 40), 0)


def seen(*things: Image.Image, line: int = 640) -> Scan | None:
    """What is read of things that lie on a grey table, in a picture whose lines may end with filling."""
    table = Image.new("L", (line, 480), 200)
    for place, thing in enumerate(things):
        paper = Image.new("L", (thing.width + 60, thing.height + 60), 255)
        paper.paste(thing, (30, 30))
        table.paste(paper, (10, 10 + 200 * place))
    return card_seen(table.tobytes(), 640, 480, line)


@pytest.mark.parametrize("draw", [square, bars])
def test_a_card_is_read_from_its_square_and_from_its_bars(draw: type) -> None:
    assert seen(draw(CODE)) == Scan(CODE)


def test_a_mirrored_or_turned_card_is_read_too() -> None:
    assert seen(square(CODE).transpose(Image.Transpose.FLIP_LEFT_RIGHT)) == Scan(CODE)
    assert seen(square(CODE).rotate(180)) == Scan(CODE)


def test_a_line_may_be_longer_than_the_picture_is_wide() -> None:
    assert seen(square(CODE), line=704) == Scan(CODE)


def test_other_codes_are_no_cards() -> None:
    assert seen(square("https://example.com/menu")) is None
    assert seen(square("https://example.com/menu"), bars(CODE)) == Scan(CODE)


def test_an_empty_table_holds_no_card() -> None:
    assert seen() is None
