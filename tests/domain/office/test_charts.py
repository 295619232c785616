"""Figures as a picture and as a table: the same numbers in both."""

import pytest

from frontdesk.domain.office.charts import ChartData, ChartPoint, Shape


def chart(*points: ChartPoint, shape: Shape = Shape.BARS, before: str = "") -> ChartData:
    return ChartData(shape, "Visits", "Day", "Now", points, before)


def test_the_table_has_what_the_picture_shows() -> None:
    data = chart(
        ChartPoint("Mon", 3, "3", 2.5, "2.5", "Monday 2 March"), ChartPoint("Tue", None), before="Before"
    )
    assert data.heads() == ("Day", "Now", "Before")
    assert data.rows() == [("Monday 2 March", "3", "2.5"), ("Tue", "", "")]
    assert data.as_text() == "Day\tNow\tBefore\nMonday 2 March\t3\t2.5\nTue\t\t"


def test_a_label_is_no_formula_and_breaks_no_row_of_a_spreadsheet() -> None:
    data = chart(ChartPoint("=1+1", -1, "-1"), ChartPoint("a\tb\nc", 2, "2"))
    assert data.as_text().splitlines()[1:] == ["'=1+1\t-1", "a b c\t2"]


@pytest.mark.parametrize(
    ("data", "tells"),
    [
        (chart(ChartPoint("Mon", 4, "4")), False),
        (chart(ChartPoint("Mon", 4, "4"), ChartPoint("Tue", None)), False),
        (chart(ChartPoint("Mon", 0, "0"), ChartPoint("Tue", 0, "0")), False),
        (chart(ChartPoint("Mon", 0, "0"), ChartPoint("Tue", 2, "2")), True),
        (chart(ChartPoint("Kept", 1, "1"), shape=Shape.SHARES), True),
        (chart(ChartPoint("Kept", 0, ""), shape=Shape.SHARES), False),
        (chart(), False),
    ],
)
def test_one_bar_is_no_trend(data: ChartData, tells: bool) -> None:
    assert data.tells is tells
