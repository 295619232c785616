"""Opening hours in one line, in the reader's language."""

from frontdesk.domain.care.shop_hours import UNSAID, OpenHours
from frontdesk.texts import texts_for
from frontdesk.wording.shop_hours import hours_line

LONG, SHORT = OpenHours(7 * 60, 18 * 60), OpenHours(8 * 60 + 30, 12 * 60)
WEEK = (LONG, LONG, None, LONG, LONG, SHORT, LONG)


def test_days_alike_are_one_and_what_is_closed_or_unsaid_is_left_out() -> None:
    said = hours_line(texts_for("en"), WEEK, {6})
    assert said == "Mon–Tue 7:00–18:00, Thu–Fri 7:00–18:00, Sat 8:30–12:00"
    assert hours_line(texts_for("en"), (LONG,) * 7, set()) == "Mon–Sun 7:00–18:00"
    assert hours_line(texts_for("en"), UNSAID, set()) == ""


def test_days_are_named_as_the_reader_names_them() -> None:
    assert "จ." in hours_line(texts_for("th"), WEEK, {6})
