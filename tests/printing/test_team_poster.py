"""The team poster: whole at every number of faces and in every language; a face only where there is one."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import Canvas
from frontdesk.printing.lettering import Lettering, Typesetter
from frontdesk.printing.page import A4
from frontdesk.printing.sheet import write_pdf
from frontdesk.printing.team_poster import (
    MOST,
    TEAM_POSTER_PAGE,
    OnPoster,
    TeamPosterPrint,
    best_grid,
    paint_face,
)
from frontdesk.texts import texts_for
from frontdesk.wording.prints import speak_to_me, team_heading
from tests.printing.conftest import LANGUAGES

Render = Callable[[Path, int], list[Image.Image]]
RED = (200, 30, 30)


def photo(width: int = 64, height: int = 64) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), RED).save(data, "WEBP", lossless=True)
    return data.getvalue()


def poster(count: int = 5, languages: tuple[str, ...] = LANGUAGES, name: str = "Maly") -> TeamPosterPrint:
    team = tuple(OnPoster(name, photo() if each % 2 else None, name[:1]) for each in range(count))
    return TeamPosterPrint(ShopSigns("Café Mekong"), OnPoster("Noy", photo(90, 40), "N"), team, languages)


class Looking(Canvas):
    """Remembers what was written where."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, Typesetter())
        self.said: list[tuple[str, QRectF]] = []

    def text(self, text: str, lettering: Lettering, box: QRectF, *args: object) -> float:
        height = super().text(text, lettering, box, *args)  # type: ignore[arg-type]
        self.said.append((text, QRectF(box.left(), box.top(), box.width(), height)))
        return height


def painted(what: TeamPosterPrint) -> Looking:
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(2, 2)
    canvas = Looking(painter)
    what.paint(canvas, QRectF(0, 0, *A4))
    painter.end()
    return canvas


def test_each_language_says_it_and_the_first_one_comes_first() -> None:
    said = [text for text, _ in painted(poster()).said]
    for code in LANGUAGES:
        texts = texts_for(code)
        assert speak_to_me(texts) in said
        assert any(team_heading(texts) in line for line in said)
    assert said.index(speak_to_me(texts_for("en"))) < said.index(speak_to_me(texts_for("lo")))
    lao_first = [text for text, _ in painted(poster(languages=("lo", "en"))).said]
    assert lao_first[1] == team_heading(texts_for("lo"))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 13, MOST, MOST + 3])
@pytest.mark.parametrize("name", ["Maly", "ສົມສັກ", "გიორგი ბერიძე", "Nguyễn Thị Phương Thảo"])
def test_nothing_leaves_the_page_or_lies_over_something_else(count: int, name: str) -> None:
    said = painted(poster(count, name=name)).said
    page = QRectF(0, 0, *A4).adjusted(8, 8, -8, -8)
    for text, place in said:
        assert page.contains(place), (text, place)
    names = [place for text, place in said if text == name]
    assert len(names) == min(count, MOST)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            assert not one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other), (one, other)


def test_faces_are_as_large_as_the_room_allows() -> None:
    assert best_grid(1, 178, 150) == (1, 52.0)
    assert [best_grid(count, 178, 170)[0] for count in (2, 3, 4, 5, 16)] == [2, 2, 2, 3, 4]
    columns, side = best_grid(12, 178, 120)
    assert columns == 4
    assert side > 24


def test_a_face_keeps_its_shape_and_without_one_the_letter_stands_there() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = Looking(painter)
    paint_face(canvas, OnPoster("Noy", photo(200, 50), "N"), QRectF(0, 0, 60, 60))
    paint_face(canvas, OnPoster("La", b"no picture", "L"), QRectF(60, 60, 40, 40))
    painter.end()
    assert image.pixelColor(30, 30).getRgb()[:3] == pytest.approx(RED, abs=6)
    assert image.pixelColor(1, 1).name() == "#ffffff"  # a round corner
    assert [text for text, _ in canvas.said] == ["L"]


def test_a_poster_without_its_manager(tmp_path: Path, render: Render) -> None:
    alone = TeamPosterPrint(ShopSigns("Café Mekong"), None, (OnPoster("La", photo(), "L"),), ("en",))
    assert speak_to_me(texts_for("en")) not in [text for text, _ in painted(alone).said]
    path = tmp_path / "poster.pdf"
    assert write_pdf(path, [alone, poster()], TEAM_POSTER_PAGE, "Team poster")
    pages = render(path, 60)
    assert len(pages) == 2
    assert any(pixel[0] > 180 and pixel[1] < 60 for pixel in pages[1].convert("RGB").get_flattened_data())
