"""Many answers in one hour: phones are limited, and the manager's own table is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.days import DAY
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.responses import MOST_A_CARD_AN_HOUR, Response, ResponseState, WayBack
from frontdesk.domain.refusals import RefusalCode, Refused
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import draft, issue, take


def every(desk: FrontDesk) -> tuple[Response, ...]:
    return desk.responses.between(0, desk.now() + 1)


def test_what_was_set_aside_makes_room_and_who_waited_in_the_queue_counts(
    desk: FrontDesk, clock: FakeClock
) -> None:
    card = issue(desk, format=CardFormat.POSTER)
    before = desk.act()
    clock.forward(seconds=2)
    last = [take(desk, card) for _ in range(MOST_A_CARD_AN_HOUR)][-1]

    def send() -> None:
        desk.submit(desk.responses.take, before, card.id, draft(), WayBack.PAGE).result()

    with pytest.raises(Refused) as refused:
        send()
    assert refused.value.code is RefusalCode.ENOUGH_ANSWERS
    desk.submit(desk.responses.move, desk.act(), last.response.id, ResponseState.SET_ASIDE).result()
    send()


def test_a_poster_brings_in_all_its_answers_of_one_hour_and_again_after_the_undo(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    poster = issue(desk, format=CardFormat.POSTER)
    clock.forward(hours=1)
    form, rows = (
        tmp_path / "form.csv",
        [f"{poster.code},5,{guest}" for guest in range(MOST_A_CARD_AN_HOUR + 5)],
    )
    form.write_text("\n".join(("Code,How was this visit?,Name", *rows)), "utf-8")
    for _ in range(2):
        done = desk.response_files.bring_in(desk.response_files.preview(form))
        assert (len(every(desk)), done.refused) == (MOST_A_CARD_AN_HOUR + 5, ())
        desk.response_files.undo(done.gestures)


def test_an_older_shop_has_each_answer_of_the_page_back_with_its_day(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    """Our own table, of answers that this shop has never seen."""
    one = issue(desk)
    began = clock()
    times = [datetime.fromtimestamp((began + day * DAY) // 1000, UTC) for day in range(5)]
    heads = "Came,Card,Visit 1 to 5,Way back,Front Desk answer"
    rows = [f"{time.isoformat()},{one.code},{5 - day},PAGE,{day:032x}" for day, time in enumerate(times)]
    path = tmp_path / "ours.csv"
    path.write_text("\n".join((heads, *rows)), "utf-8")
    clock.forward(days=9)
    preview = desk.response_files.preview(path)
    assert {row.way for row in preview.rows} == {WayBack.PAGE}
    assert len(desk.response_files.bring_in(preview).gestures) == 5
    assert [(each.mood, each.came_at) for each in every(desk)] == [
        (5 - day, began // 1000 * 1000 + day * DAY) for day in range(5)
    ]
