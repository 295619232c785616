"""Stamps stand large and whole in their room, however many there are; also while they land."""

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from frontdesk.ui.display.stamps_row import StampsRow
from frontdesk.ui.widgets.card_face import CardFace


@pytest.mark.parametrize("goal", [2, 5, 10, 12, 20, 24])
@pytest.mark.parametrize("room", [(1200, 240), (700, 330), (640, 120)])
def test_every_stamp_is_within_and_apart(qtbot: QtBot, goal: int, room: tuple[int, int]) -> None:
    row = StampsRow()
    qtbot.addWidget(row)
    row.place(QRectF(0, 0, *room), 190)
    row.show_face(CardFace(1, goal))
    placed = row._layout()
    assert len(placed) == goal + 1
    for number, (centre, side) in enumerate(placed):
        reach = side / 2 * 1.35
        assert reach <= centre.x() <= room[0] - reach
        assert reach <= centre.y() <= room[1] - reach
        for other, _ in placed[number + 1 :]:
            away = centre - other
            assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= side
    assert placed[0][1] >= min(190, room[1] / 6)


def test_a_few_stamps_are_as_large_as_they_may_be(qtbot: QtBot) -> None:
    row = StampsRow()
    qtbot.addWidget(row)
    row.place(QRectF(0, 0, 1400, 300), 190)
    row.show_face(CardFace(1, 5))
    assert {side for _, side in row._layout()} == {190}
