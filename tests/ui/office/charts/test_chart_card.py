"""Pictures of figures: legible without colours, with their table behind them, copied and saved whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.office.charts import ChartData, ChartPoint, Shape
from frontdesk.domain.shop import Theme
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.chart_card import ChartCard
from frontdesk.ui.office.charts.chart_picture import ChartPicture, paint_chart
from frontdesk.ui.office.charts.dress import on_paper

SENTENCE = "12 visits today. Last Thursday it was 9."
BARS = ChartData(
    Shape.BARS,
    "Visits",
    "Hour",
    "Today",
    (ChartPoint("8:00", 4, "4", 8, "8"), ChartPoint("9:00", 8, "8"), ChartPoint("10:00", None, "", 8, "8")),
    before="Last Thursday",
    period="19 November",
)
SHARES = ChartData(
    Shape.SHARES, "Who came", "Who", "People", (ChartPoint("ເຄີຍ​ມາ​ກ່ອນ", 3, "3"), ChartPoint("ໃໝ່", 1, "1"))
)
LINE = ChartData(
    Shape.LINE,
    "Mood",
    "Week",
    "Face",
    (ChartPoint("1", 2, "2"), ChartPoint("2", None), ChartPoint("3", 4, "4"), ChartPoint("4", 5, "5")),
    least=1,
    most=5,
)


def in_black_and_white(data: ChartData, wide: int = 600, high: int = 300) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_chart(painter, QRectF(0, 0, wide, high), data, on_paper(16))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


def ink(image: QImage, place: QRectF) -> float:
    """The part of a place that is black."""
    black = total = 0
    for y in range(int(place.top()), int(place.bottom())):
        for x in range(int(place.left()), int(place.right())):
            total += 1
            black += image.pixelColor(x, y).lightness() < 128
    return black / total


def test_now_and_before_are_told_apart_without_colour() -> None:
    """The second bar is filled, the third only hatched: more than nothing, and far from black."""
    image = in_black_and_white(BARS)
    step = min(600 / 3, 96)
    filled = ink(image, QRectF(1.4 * step, 120, 0.2 * step, 80))
    hatched = ink(image, QRectF(2.2 * step, 120, 0.6 * step, 80))
    assert filled == 1
    assert 0.03 < hatched < 0.6


def test_a_gap_in_a_line_has_no_ink() -> None:
    image = in_black_and_white(LINE)
    plot = QRectF(8, 50, 584, 200)
    gap = QRectF(plot.left() + 0.3 * plot.width(), plot.top(), 0.15 * plot.width(), plot.height())
    joined = QRectF(plot.left() + 0.7 * plot.width(), plot.top(), 0.1 * plot.width(), plot.height())
    assert ink(image, gap) == 0
    assert ink(image, joined) > 0


def test_shares_fill_their_part_of_the_frame() -> None:
    image = in_black_and_white(SHARES)
    left = next(x for x in range(599) if ink(image, QRectF(x, 14, 1, 10)) == 1)
    right = max(x for x in range(585) if ink(image, QRectF(x, 14, 1, 10)) == 1)
    filled = sum(ink(image, QRectF(x, 14, 1, 10)) == 1 for x in range(left, right))
    assert filled / (right - left) == pytest.approx(0.75, abs=0.03)


def test_words_stay_inside_whatever_the_size_of_the_text(qtbot: QtBot, text_size: int) -> None:
    """In its least size nothing is painted over the edge: the outermost pixels stay as they were."""
    for data in (BARS, SHARES, LINE):
        picture = ChartPicture()
        qtbot.addWidget(picture)
        picture.show_chart(data, SENTENCE)
        picture.resize(picture.minimumSizeHint())
        drawn = picture.grab().toImage()
        edge = {drawn.pixel(x, y) for x in range(drawn.width()) for y in (0, drawn.height() - 1)}
        assert len(edge) == 1, data.title


@pytest.fixture(params=list(Theme))
def theme(request: pytest.FixtureRequest) -> Iterator[Theme]:
    LOOK.wear(QGuiApplication.instance(), request.param)
    yield request.param
    LOOK.wear(QGuiApplication.instance(), Theme.LIGHT)


@pytest.fixture
def told() -> list[str]:
    """What the notice bar was given to say."""
    return []


@pytest.fixture
def counter(desk: FrontDesk, told: list[str]) -> Iterator[Counter]:
    bridge = Bridge(desk)
    portraits: Any = None
    notify: Any = lambda text, **how: told.append(text)  # noqa: E731
    yield Counter(desk, bridge, portraits, notify, lambda id_: None, lambda name: None, lambda made: None)
    bridge.close()


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    stage = QWidget()
    qtbot.addWidget(stage)
    return stage


@pytest.fixture
def card(stage: QWidget, counter: Counter, tmp_path: Path) -> ChartCard:
    def ask(parent: QWidget, title: str, stem: str, kind: str, suffix: str) -> Path:
        return tmp_path / f"{stem}.{suffix}"

    card = ChartCard(counter, lambda: SENTENCE, lambda: BARS, ask_path=ask)
    card.setParent(stage)
    card.resize(640, 400)
    stage.resize(700, 500)
    stage.show()
    return card


def test_a_reader_hears_the_sentence_and_the_numbers(card: ChartCard, qtbot: QtBot) -> None:
    assert card.picture.accessibleDescription() == SENTENCE
    qtbot.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert card.shown.currentWidget() is card.table
    model = card.table.model()
    said = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert said == BARS.rows()
    qtbot.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == BARS.as_text()


def test_picture_and_table_are_copied(card: ChartCard) -> None:
    card.copy.click()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == BARS.as_text()
    assert copied.hasImage()


def test_the_picture_is_white_and_whole_in_every_theme(
    theme: Theme, card: ChartCard, qtbot: QtBot, tmp_path: Path, told: list[str]
) -> None:
    card.save.click()
    path = tmp_path / "Visits 19 November.png"
    qtbot.waitUntil(path.exists)
    image = QImage(str(path))
    assert not image.isNull()
    assert image.pixelColor(3, 3).name() == "#ffffff"
    assert list(tmp_path.glob("*.part")) == []
    qtbot.waitUntil(lambda: any(path.name in each for each in told))


def test_a_place_that_takes_no_file_is_said(
    card: ChartCard, qtbot: QtBot, tmp_path: Path, told: list[str]
) -> None:
    (tmp_path / "Visits 19 November.png").mkdir()
    card.save.click()
    qtbot.waitUntil(lambda: any("could not be written" in each for each in told))


def test_where_nothing_is_told_the_sentence_stands_alone(qtbot: QtBot, counter: Counter) -> None:
    nothing = ChartData(Shape.BARS, "Visits", "Day", "Now", (ChartPoint("Mon", 1, "1"),))
    card = ChartCard(counter, lambda: "Nobody came yet.", lambda: nothing)
    qtbot.addWidget(card)
    assert card.words.text() == "Nobody came yet."
    assert card.shown.isHidden()
    assert card.save.isHidden()
