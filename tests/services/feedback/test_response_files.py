"""The table of a hosted form comes in once, row by row, and what does not come in is named."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.recoveries import STANDING
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.response_tables import RowTrouble
from frontdesk.domain.feedback.responses import (
    Answer,
    Response,
    ResponseDraft,
    ResponseSaved,
    ResponseState,
    WayBack,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import clean_note
from frontdesk.services.errors import NotSaved, NotSure
from tests.conftest import FakeClock
from tests.naughty import NAUGHTY


def cards(desk: FrontDesk, count: int, **facts: object) -> tuple[FeedbackCard, ...]:
    return desk.submit(desk.feedback.issue, desk.act(), count, "en", **facts).result().cards


def file(tmp_path: Path, *rows: str, name: str = "answers.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(("Timestamp,Code,How was this visit?,Suggestions,Name,Phone", *rows)), "utf-8")
    return path


def every(desk: FrontDesk) -> tuple[Response, ...]:
    return desk.responses.between(0, desk.now() + 1)


@pytest.fixture
def form(desk: FrontDesk, clock: FakeClock, tmp_path: Path) -> Path:
    """Six rows: two that are happy, one unhappy with a name, and three that cannot come in."""
    one, two, three = cards(desk, 3)
    clock.forward(hours=3)  # 11:30 in the shop
    return file(
        tmp_path,
        f"19/11/2026 10:05:00,{one.code},Very good,more of it,,",
        f"19/11/2026 10:06:00,{two.short},4,,,",
        f"2026-11-19T03:07:00Z,{three.code},1,it was cold,Noi,020 5555 1234",
        "19/11/2026 10:08:00,F0123456789ABCDEF,5,,,",
        "19/11/2026 10:09:00,,5,,,",
        f"19/11/2026 10:10:00,{one.code},,,,",
    )


def test_it_is_shown_first_and_then_comes_in_once(desk: FrontDesk, form: Path) -> None:
    preview = desk.response_files.preview(form)
    assert (preview.new, preview.known) == (3, 0)
    assert [(each.line, each.trouble) for each in preview.bad] == [
        (5, RowTrouble.UNKNOWN_CARD),
        (6, RowTrouble.NO_CODE),
        (7, RowTrouble.NOTHING_SAID),
    ]
    assert every(desk) == ()

    done = desk.response_files.bring_in(preview)
    assert (len(done.gestures), done.unhappy, done.refused, done.stopped) == (3, 1, (), False)
    said = every(desk)
    assert [(each.mood, each.way) for each in said] == [
        (5, WayBack.FORM),
        (4, WayBack.FORM),
        (1, WayBack.FORM),
    ]
    assert [each.came_at % 3_600_000 // 60_000 for each in said] == [5, 6, 7]

    again = desk.response_files.preview(form)
    assert (again.new, again.known) == (0, 3)
    assert desk.response_files.bring_in(preview).gestures == done.gestures
    assert every(desk) == said


def test_who_is_unhappy_and_can_be_reached_has_a_complaint_though_it_comes_late(
    desk: FrontDesk, form: Path, clock: FakeClock
) -> None:
    clock.forward(days=4)
    desk.response_files.bring_in(desk.response_files.preview(form))

    assert [each.state in STANDING for each in desk.recoveries.standing()] == [True]


def test_all_of_it_is_taken_back_in_one_and_may_come_again(desk: FrontDesk, form: Path) -> None:
    done = desk.response_files.bring_in(desk.response_files.preview(form))
    assert desk.response_files.undo(done.gestures).refused == ()
    assert every(desk) == ()
    assert not desk.recoveries.standing()

    preview = desk.response_files.preview(form)
    assert (preview.new, preview.known) == (3, 0)
    assert len(desk.response_files.bring_in(preview).gestures) == len(every(desk)) == 3


def test_what_somebody_saw_to_stays_when_the_rest_is_taken_back(desk: FrontDesk, form: Path) -> None:
    done = desk.response_files.bring_in(desk.response_files.preview(form))
    seen_to = every(desk)[0]
    desk.submit(desk.responses.take_on, desk.act(), seen_to.id, desk.staff_id).result()

    assert len(desk.response_files.undo(done.gestures).refused) == 1
    assert [each.id for each in every(desk)] == [seen_to.id]


def test_who_sent_the_form_again_within_the_hour_meant_the_last_one_and_all_of_it_is_taken_back(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    one, two = cards(desk, 2)
    clock.forward(hours=3)
    form = file(
        tmp_path,
        f"19/11/2026 10:25,{one.code},2,cold,,",
        f"19/11/2026 10:05,{one.short},5,fine,Noi,020 5555 1234",
        f"19/11/2026 10:05,{two.code},4,,,",
    )
    for _ in range(2):
        preview = desk.response_files.preview(form)
        assert (preview.new, preview.known) == (2, 0)
        assert [(each.line, each.trouble) for each in preview.bad] == [(3, RowTrouble.SENT_AGAIN)]
        done = desk.response_files.bring_in(preview)
        assert sorted((each.mood or 0, each.name) for each in every(desk)) == [(2, "Noi"), (4, "")]
        again = desk.response_files.preview(form)
        assert (again.new, again.known) == (0, 2)

        assert desk.response_files.undo(done.gestures).refused == ()
        assert every(desk) == ()


def test_what_the_card_says_already_is_known_and_a_change_of_it_stays(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    (one,) = cards(desk, 1)
    clock.forward(hours=3)
    rows = [f"19/11/2026 10:0{minute},{one.code},{mood},,," for minute, mood in enumerate((5, 5, 1))]
    desk.response_files.bring_in(desk.response_files.preview(file(tmp_path, rows[0])))
    for _ in range(2):
        preview = desk.response_files.preview(file(tmp_path, *rows[:2]))
        assert (preview.new, preview.known, preview.bad) == (0, 2, ())
    changed = desk.response_files.bring_in(desk.response_files.preview(file(tmp_path, *rows)))

    assert len(changed.gestures) == 1
    assert len(desk.response_files.undo(changed.gestures).refused) == 1
    assert [each.mood for each in every(desk)] == [Mood.BAD]


@pytest.mark.parametrize("fault", [NotSaved("disk"), NotSure("disk"), Refused(RefusalCode.UNKNOWN_RESPONSE)])
def test_a_fault_ends_it_and_what_came_in_can_be_taken_back(
    desk: FrontDesk, form: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    bring, brought = desk.responses.bring, count()

    def fails(*asked: Any) -> ResponseSaved:
        if next(brought) >= 1:
            raise fault
        return bring(*asked)

    preview = desk.response_files.preview(form)
    with monkeypatch.context() as failing:
        failing.setattr(desk.responses, "bring", fails)
        done = desk.response_files.bring_in(preview)
        assert (len(done.gestures), done.stopped, done.fault) == (1, True, fault)
        with pytest.raises(type(fault)):
            desk.response_files.bring_in(desk.response_files.preview(form))
    assert desk.response_files.preview(form).new == 2

    desk.response_files.undo(done.gestures)
    assert every(desk) == ()


def test_a_longer_table_of_the_same_form_brings_only_what_is_new(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    (poster,) = cards(desk, 1, format=CardFormat.POSTER)
    clock.forward(hours=1)
    alike = [f",{poster.code},5,,,"] * 2
    desk.response_files.bring_in(desk.response_files.preview(file(tmp_path, *alike)))
    preview = desk.response_files.preview(file(tmp_path, *alike, f",{poster.code},4,,,"))

    assert (preview.new, preview.known) == (1, 2)
    desk.response_files.bring_in(preview)
    assert sorted(each.mood or 0 for each in every(desk)) == [4, 5, 5]


def test_what_a_card_does_not_bear_is_named_and_the_rest_comes_in(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    one, two = cards(desk, 2)
    clock.forward(hours=9)
    form = file(
        tmp_path,
        f"19/11/2026 17:00,{two.code},3,,,",
        f"19/11/2026 16:00,{one.code},5,,,",
        f"19/11/2026 13:00,{one.code},1,,,",
        f"whenever,{one.code},,{'x' * 2001},,",
    )
    preview = desk.response_files.preview(form)
    assert [(each.line, each.trouble) for each in preview.bad] == [(5, RowTrouble.TOO_LONG)]
    done = desk.response_files.bring_in(preview)

    assert [(each.line, each.trouble) for each in done.refused] == [(3, RowTrouble.ANSWERED_TODAY)]
    assert [each.mood for each in every(desk)] == [Mood.BAD, Mood.FAIR]


def test_it_is_the_managers(desk: FrontDesk, form: Path, tmp_path: Path) -> None:
    noy = desk.submit(desk.staffing.add_staff, desk.act(), "Noy", Role.CASHIER).result()
    preview = desk.response_files.preview(form)
    desk.staff_id = noy.staff[-1].id if hasattr(noy, "staff") else noy.id
    for act in (
        lambda: desk.response_files.bring_in(preview),
        lambda: desk.response_files.write(tmp_path / "x"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_stopping_keeps_what_came_in_and_the_same_file_brings_the_rest(desk: FrontDesk, form: Path) -> None:
    turns = iter([False, True])
    done = desk.response_files.bring_in(desk.response_files.preview(form), cancelled=lambda: next(turns))
    assert done.stopped
    assert len(every(desk)) == 1

    desk.response_files.bring_in(desk.response_files.preview(form))
    assert len(every(desk)) == 3


def test_naughty_words_go_in_and_out_and_in_again(desk: FrontDesk, clock: FakeClock, tmp_path: Path) -> None:
    (poster,) = cards(desk, 1, format=CardFormat.POSTER)
    clock.forward(days=30)
    began = clock() - 29 * 24 * 3_600_000
    drafts = [
        ResponseDraft(
            Mood.GOOD, (Answer(Topic.BETTER, None, text),), text[:100], "", "lo", began + at * 600_000
        )
        for at, text in enumerate(NAUGHTY)
    ]
    for draft in drafts:
        desk.submit(desk.responses.take, desk.act(), poster.id, draft, WayBack.FORM).result()
    path = tmp_path / "out.csv"
    assert desk.response_files.write(path) == len(drafts)
    assert path.stat().st_mode & 0o077 == 0

    said = every(desk)
    kept = [answer.words for each in said for answer in each.answers]
    assert kept == [words for text in NAUGHTY if (words := clean_note(text, 2000)) and has_letters(words)]
    preview = desk.response_files.preview(path)
    assert (preview.new, preview.known, preview.bad, preview.left_alone) == (0, len(drafts), (), ())
    assert [(row.draft.answers, row.draft.name) for row in preview.rows] == [
        (each.answers, each.name) for each in said
    ]


def has_letters(words: str) -> bool:
    from frontdesk.domain.text import has_something_to_see

    return has_something_to_see(words)


def test_our_own_table_tells_the_hour_that_an_autumn_night_has_twice(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), {"zone": "Europe/Berlin"}).result()
    (poster,) = cards(desk, 1, format=CardFormat.POSTER)
    for hour in (0, 1):  # 2:30 in summer's time, and 2:30 in winter's
        clock.at = round(datetime(2026, 10, 25, hour, 30, tzinfo=UTC).timestamp() * 1000)
        answer = ResponseDraft(Mood.GOOD)
        desk.submit(desk.responses.take, desk.act(), poster.id, answer, WayBack.PAPER).result()
    path = tmp_path / "out.csv"
    desk.response_files.write(path)

    came = [row.draft.came_at for row in desk.response_files.preview(path).rows]
    assert came == [each.came_at for each in every(desk)]


def test_an_older_shop_gets_its_answers_back_from_our_own_table_but_not_the_jokes(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    one, two = cards(desk, 2)
    clock.forward(minutes=5)
    answer = ResponseDraft(Mood.FAIR, (Answer(Topic.LIKED, None, "Waiting"),), "=Noi")
    kept = desk.submit(desk.responses.take, desk.act(), one.id, answer, WayBack.PAPER).result().response
    joke = desk.submit(desk.responses.take, desk.act(), two.id, answer, WayBack.PAPER).result().response
    desk.submit(desk.responses.move, desk.act(), joke.id, ResponseState.SET_ASIDE).result()
    path = tmp_path / "out.csv"
    desk.response_files.write(path)
    text = path.read_text("utf-8-sig")
    for reference in (
        line.rsplit(",", 1)[1] for line in text.split()[1:] if len(line.rsplit(",", 1)[-1]) == 32
    ):
        text = text.replace(reference, reference[::-1])  # as if this shop had never seen them
    path.write_text(text, "utf-8")
    desk.submit(desk.responses.move, desk.act(), kept.id, ResponseState.SET_ASIDE).result()
    clock.forward(days=1)

    preview = desk.response_files.preview(path)
    assert [each.trouble for each in preview.bad] == [RowTrouble.WAS_SET_ASIDE]
    (row,) = preview.rows
    assert not row.known
    assert row.way is WayBack.PAPER
    assert replace(row.draft, came_at=None) == ResponseDraft(Mood.FAIR, kept.answers, kept.name, "", "en")
