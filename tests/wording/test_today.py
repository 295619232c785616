"""Today's list is told in whole sentences, in every kind and in both of the windows' languages."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.surprises import FILLS_THE_CARD
from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.texts import texts_for
from frontdesk.wording.today import beware, group_name, moment, task, todo_sentence

EN, LO = texts_for("en"), texts_for("lo")
TODAY = date(2026, 11, 19)
ZONE = ZoneInfo("Asia/Vientiane")
NOW = int(datetime(2026, 11, 19, 1, 30, tzinfo=UTC).timestamp() * 1000)
HOUR = 3_600_000


def item(
    kind: TodayKind, days: int = 0, number: int = 1, about: str = "", text: str = "", at: int | None = None
) -> TodayItem:
    told = about or {TodayKind.FOLLOW_UP: "CALL", TodayKind.RECOVERY: "WAITED"}.get(kind, "")
    day = TODAY + timedelta(days=days)
    return TodayItem(kind, 1, day, 1, "Noy", text, number, at, None, "Kham", told)


def said(kind: TodayKind, days: int = 0, number: int = 1, about: str = "", text: str = "") -> str:
    return task(EN, item(kind, days, number, about, text), TODAY)


@pytest.mark.parametrize("kind", TodayKind)
def test_every_kind_has_a_heading_and_a_task_in_both_languages(kind: TodayKind) -> None:
    for say in (group_name, lambda texts, kind: task(texts, item(kind, text="the {cake}"), TODAY)):
        english, lao = say(EN, kind), say(LO, kind)
        assert english
        assert lao
        assert english != lao


def test_no_two_headings_are_alike() -> None:
    assert len({group_name(EN, kind) for kind in TodayKind}) == len(TodayKind)


@pytest.mark.parametrize(
    ("days", "begins"),
    [(-1, "Their birthday was yesterday"), (0, "It is their"), (1, "Their birthday is tomorrow"), (2, "")],
)
def test_a_birthday_says_when_it_is(days: int, begins: str) -> None:
    words = said(TodayKind.BIRTHDAY, days)
    assert words.startswith(begins or "Their birthday is on Saturday")


def test_a_newcomer_is_told_by_the_day() -> None:
    assert "today" in said(TodayKind.FIRST_DAY)
    assert "yesterday" in said(TodayKind.FIRST_DAY, -1, 1)
    assert "on Monday" in said(TodayKind.FIRST_DAY, -3, 3)


def test_years_are_counted_in_words() -> None:
    assert said(TodayKind.ANNIVERSARY, 0, 1).startswith("Has been coming for 1 year today")
    assert said(TodayKind.ANNIVERSARY, 1, 5).startswith("Will have been coming for 5 years on Friday")


def test_what_was_put_right_is_asked_after_and_what_was_not_is_put_right() -> None:
    assert said(TodayKind.RECOVERY, number=0).startswith("Put this right: Waited too long")
    assert said(TodayKind.RECOVERY, number=1, text="cold soup").endswith("right for them now: cold soup")


def test_a_surprise_says_when_it_fills_the_card() -> None:
    assert "fills the card" in said(TodayKind.SURPRISE, number=14, about=FILLS_THE_CARD)
    assert "fills the card" not in said(TodayKind.SURPRISE, number=14)


def test_thanks_name_who_is_known() -> None:
    assert said(TodayKind.STAFF_THANKS, text="so kind") == "Noy thanked Kham: so kind"
    stranger = TodayItem(TodayKind.STAFF_THANKS, 1, TODAY, owner="Kham")
    assert task(EN, stranger, TODAY) == "A customer thanked Kham. Pass it on."


def test_when_it_is_due() -> None:
    assert moment(EN, item(TodayKind.PROMISE_DUE, at=NOW + HOUR), ZONE, NOW) == "today at 9:30"
    assert moment(EN, item(TodayKind.PROMISE_DUE, at=NOW - HOUR), ZONE, NOW) == "1 hour late"
    assert moment(EN, item(TodayKind.FOLLOW_UP, -2), ZONE, NOW) == "2 days late"
    assert moment(EN, item(TodayKind.RECOVERY, at=NOW - 24 * HOUR), ZONE, NOW) == "yesterday"
    assert moment(EN, item(TodayKind.BIRTHDAY, at=NOW), ZONE, NOW) == ""


def test_who_wants_no_name_is_told_of_as_such() -> None:
    assert beware(EN, item(TodayKind.BIRTHDAY, about=QUIETLY))
    assert not beware(EN, item(TodayKind.BIRTHDAY))


def test_how_much_there_is_to_do() -> None:
    assert todo_sentence(EN, 1, 0) == "1 thing to do."
    assert todo_sentence(EN, 12, 3) == "12 things to do, 3 of them now."


def test_who_was_put_right_is_asked_also_where_they_are_only_expected() -> None:
    assert said(TodayKind.UPSET_EXPECTED, number=0).startswith("Likely to come in")
    assert said(TodayKind.UPSET_EXPECTED, number=1).startswith("This was put right. Ask")
