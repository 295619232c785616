"""Requests in words: the reason, the aim, the hint; typed words stay as they were typed."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.asked_again import Wish, WishKind
from frontdesk.domain.care.requests import Declined, DeclineReason, Detail, RequestState, SpecialRequest
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.texts import texts_for
from frontdesk.wording.requests import (
    aim_words,
    asked_again_sentence,
    changed_sentence,
    decline_reason_name,
    declined_line,
    declined_sentence,
)

EN, VIENTIANE = texts_for("en"), ZoneInfo("Asia/Vientiane")
NOW = 20_776 * DAY + 2 * HOUR  # 9:00 in Vientiane
REQUEST = SpecialRequest(
    1, 1, "Noy", "{cake}", "", RequestState.OPEN, NOW, NOW + HOUR, 1, "Kham", NOW + 45 * MINUTE
)


@pytest.mark.parametrize("language", ["en", "lo"])
def test_each_reason_has_words_of_its_own(language: str) -> None:
    names = {decline_reason_name(texts_for(language), reason) for reason in DeclineReason}
    assert len(names) == len(DeclineReason)


@pytest.mark.parametrize(
    ("declined", "said"),
    [
        (Declined(DeclineReason.NO_TIME), "Declined: No time for it"),
        (Declined(DeclineReason.OTHER, "the oven is {broken}"), "Declined: the oven is {broken}"),
        (
            Declined(DeclineReason.NO_TIME, "", "a small one"),
            "Declined: No time for it. Offered instead: a small one",
        ),
    ],
)
def test_a_reason_in_a_record(declined: Declined, said: str) -> None:
    assert declined_sentence(EN, declined) == said


def test_the_next_greeting_tells_what_was_offered_or_that_it_is_there_now() -> None:
    asked = replace(REQUEST, declined=Declined(DeclineReason.NO_TIME, "", "a pie"))
    line = GreetingLine(LineKind.REQUEST_DECLINED, "{cake}", request=asked)
    assert declined_line(EN, line) == "We could not do this for them: {cake}. We offered: a pie"
    now_offered = replace(line, number=1)
    assert declined_line(EN, now_offered) == "They asked for this, and we have it now: {cake}"


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (REQUEST, "aim for 9:45"),
        (replace(REQUEST, target_at=NOW + HOUR), ""),
        (replace(REQUEST, target_at=None), ""),
        (replace(REQUEST, state=RequestState.READY), ""),
        (replace(REQUEST, promised_at=NOW + 6 * DAY, target_at=NOW + 5 * DAY), "aim for Tuesday at 9:00"),
    ],
    ids=["ahead", "the promise itself", "none", "ready", "days ahead"],
)
def test_the_aim_is_told_while_there_is_something_to_do(request_: SpecialRequest, said: str) -> None:
    assert aim_words(EN, request_, VIENTIANE, NOW) == said


def test_the_hint_says_how_often_and_by_how_many() -> None:
    wishes = tuple(Wish(n, n, "Noy", "{oat} milk", n) for n in (1, 2, 3))
    assert asked_again_sentence(EN, WishKind("{oat} milk", wishes)) == (
        "Asked for 3 times by 3 people: {oat} milk. Offer it?"
    )
    one = WishKind("oat milk", tuple(replace(wish, customer_id=1) for wish in wishes))
    assert asked_again_sentence(EN, one) == "One person asked 3 times: oat milk. Offer it?"


def test_every_changed_detail_is_said_with_what_it_is_of() -> None:
    said = {changed_sentence(EN, REQUEST, detail) for detail in Detail}
    assert len(said) == len(Detail)
    assert all(each.startswith("{cake}: ") for each in said)
