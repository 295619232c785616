"""QR matrices, read back by an independent reader."""

import pytest
import zxingcpp
from PIL import Image, ImageOps

from frontdesk.media.qr import QUIET_ZONE, ErrorLevel, qr_matrix


def read_back(matrix: tuple[tuple[bool, ...], ...]) -> str:
    side = len(matrix)
    squares = Image.new("L", (side, side))
    squares.putdata([0 if dark else 255 for row in matrix for dark in row])
    printed = ImageOps.expand(squares, QUIET_ZONE, 255).resize((4 * (side + 2 * QUIET_ZONE),) * 2, 0)
    return zxingcpp.read_barcodes(printed)[0].text


@pytest.mark.parametrize("data", ["M00820C21QFE5Z1QT", "https://forms.example/f?c=F0", "ສະບາຍດີ"])
@pytest.mark.parametrize("error", ["L", "M", "Q", "H"])
def test_what_is_drawn_can_be_read(data: str, error: ErrorLevel) -> None:
    assert read_back(qr_matrix(data, error)) == data


def test_a_code_takes_the_smallest_square_and_brings_no_border() -> None:
    matrix = qr_matrix("M00820C21QFE5Z1QT")

    assert len(matrix) == 21
    assert {len(row) for row in matrix} == {21}
    assert matrix[0][:7] == (True,) * 7


def test_the_longest_link_still_prints_on_a_business_card() -> None:
    assert (len(qr_matrix("https://forms.example/" + "a" * 278)) + 2 * QUIET_ZONE) * 0.6 < 50


@pytest.mark.parametrize("data", ["", "a" * 3000])
def test_nothing_and_too_much_are_refused(data: str) -> None:
    with pytest.raises(ValueError, match="QR"):
        qr_matrix(data)
