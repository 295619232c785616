"""What somebody typed stays in the page, whatever became of it; only what is kept is thanked for."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import MOST_WORDS
from frontdesk.services.errors import DiskFull, NotSure
from frontdesk.web.answering import Answering
from tests.conftest import ExpectLog, FakeClock
from tests.web.conftest import ALL_DAY, Phone, came
from tests.web.test_answering import ONCE, once_in


def test_more_than_fits_is_said_and_nothing_is_lost(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    got = phone.post(f"/{card.code}", {"better": "អ" * (MOST_WORDS + 1), "lang": "en"})
    assert got.status == 413
    assert "អ" * (MOST_WORDS + 1) in got.html
    assert came(desk) == ()
    full = dict.fromkeys(("liked", "disliked", "change", "better"), "អ" * MOST_WORDS)
    full |= {"name": "អ" * 200, "contact": "អ" * 200, "mood": "1", "once": ONCE}
    assert phone.post(f"/{card.code}", full).status == 303
    assert came(desk)[0].said_of(Topic.BETTER).words == "អ" * MOST_WORDS  # type: ignore[union-attr]


@pytest.mark.parametrize("fault", [NotSure, DiskFull])
def test_what_is_not_certain_is_not_thanked_for_and_may_be_sent_again(
    phone: Phone,
    card: FeedbackCard,
    desk: FrontDesk,
    answering: Answering,
    expect_log: ExpectLog,
    fault: type[Exception],
) -> None:
    expect_log("an answer is not certain")

    def fails_after(method: Callable[..., Any], *args: Any) -> Future[Any]:
        desk.submit(method, *args).result()  # the disk failed, and it was kept all the same
        answering._submit = desk.submit
        future: Future[Any] = Future()
        future.set_exception(fault())
        return future

    answering._submit = fails_after
    sent = {"mood": "2", "change": "Two\r\nlines", "once": ONCE, "lang": "en"}
    got = phone.post(f"/{card.code}", sent)
    assert got.status == 503
    assert "press Send again" in got.html
    assert "Two\nlines</textarea>" in got.html
    assert once_in(got.html) == ONCE
    assert phone.post(f"/{card.code}", sent | {"change": "Two\nlines"}).status == 303
    (kept,) = came(desk)
    assert [step.kind for step in desk.responses.story(kept.id).steps] == ["CAME"]


@pytest.mark.parametrize("limits", [replace(ALL_DAY, commit_seconds=0.05)])
def test_a_store_that_takes_too_long_still_keeps_the_answer_once(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, answering: Answering, expect_log: ExpectLog
) -> None:
    expect_log("an answer is not certain: TimeoutError")
    held: Future[None] = Future()
    desk.store.submit(held.result)  # whoever writes before
    assert phone.post(f"/{card.code}", {"mood": "2", "once": ONCE}).status == 503
    held.set_result(None)
    assert phone.post(f"/{card.code}", {"mood": "2", "once": ONCE}).status == 303
    assert len(came(desk)) == 1


def test_a_fault_of_ours_keeps_the_words_and_is_in_the_log(
    phone: Phone, card: FeedbackCard, answering: Answering, expect_log: ExpectLog
) -> None:
    expect_log("an answer was not taken: TypeError")

    def breaks(*_: Any) -> Future[Any]:
        raise TypeError

    answering._submit = breaks
    got = phone.post(f"/{card.code}", {"better": "A bench", "lang": "en"})
    assert got.status == 500
    assert "\nA bench</textarea>" in got.html
    assert "tell us at the counter" in got.html


def test_what_was_written_too_late_to_be_added_stays_to_be_shown(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, clock: FakeClock
) -> None:
    phone.post(f"/{card.code}", {"mood": "4"})
    clock.forward(minutes=61)
    for path, status in ((f"/{card.code}", 409), (f"/{card.code}/manager", 200)):
        got = phone.post(path, {"mood": "2", "better": "A bench", "lang": "en"})
        assert got.status == status
        assert "\nA bench</textarea>" in got.html
    assert "could not be added" in phone.post(f"/{card.code}", {"better": "A bench", "lang": "en"}).html
    assert came(desk)[0].said_of(Topic.BETTER) is None


@pytest.mark.parametrize("field", ["name", "contact"])
def test_calling_the_manager_loses_nothing_that_was_typed(
    phone: Phone, card: FeedbackCard, field: str
) -> None:
    assert 'value="Noy"' in phone.post(f"/{card.code}/manager", {field: "Noy"}).html


def test_a_shared_code_thanks_whoever_sent_something_and_nobody_else(
    phone: Phone, poster: FeedbackCard, desk: FrontDesk
) -> None:
    other = desk.submit(desk.feedback.issue, desk.act(), 1, "en", format=CardFormat.POSTER).result().cards[0]
    thanks = phone.post(f"/{poster.code}", {"mood": "4", "lang": "en"}).headers["Location"]
    assert "has reached us" in phone.get(thanks).html
    proof = thanks.partition("kept=")[2]
    for path in (
        f"/{poster.code}/thanks?lang=en",
        f"{thanks[:-1]}g",
        f"/{poster.code}/thanks?lang=en&kept={'0' * 32}{proof[32:]}",
        f"/{poster.code}/thanks?lang=en&kept=%F0%9F%98%80",
        f"/{other.code}/thanks?lang=en&kept={proof}",
    ):
        html = phone.get(path).html
        assert "has reached us" not in html
        assert "<textarea" in html
