"""What the page answers: the questions, thanks for what is kept, and a kind word for everything else."""

import re
from concurrent.futures import Future
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import ResponseState, WayBack
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.errors import DiskFull
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.web.answering import Answering
from tests.conftest import ExpectLog, FakeClock
from tests.web.conftest import Phone, came, own_page

ONCE = "0123456789abcdef" * 2


def once_in(html: str) -> str:
    found = re.search(r'name="once" value="([0-9a-f]{32})"', html)
    assert found is not None
    return found[1]


def test_the_page_speaks_the_language_of_its_card_and_any_other_on_request(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    assert 'lang="lo">' in phone.get(f"/{card.code}").html[:40]
    for language, name in CUSTOMER_LANGUAGES.items():
        html = phone.get(f"/{card.code}?lang={language}").html
        assert f'<html lang="{language}">' in html
        assert all(f">{each}</button>" in html for each in CUSTOMER_LANGUAGES.values()), name
        assert all(question.text in html for question in desk.questions.asked(language))
    assert 'lang="lo">' in phone.get(f"/{card.code}?lang=xx").html[:40]


def test_the_page_is_small_and_says_what_a_browser_may_do_with_it(phone: Phone, card: FeedbackCard) -> None:
    for language in CUSTOMER_LANGUAGES:
        got = phone.get(f"/{card.code}?lang={language}")
        assert len(got.html.encode()) < 30_000
        assert "<script" not in got.html
        assert re.match(r"default-src 'none'; style-src 'sha256-", got.headers["Content-Security-Policy"])
        assert got.headers["X-Content-Type-Options"] == "nosniff"
        assert got.headers["Referrer-Policy"] == "no-referrer"
        assert got.headers["Cache-Control"] == "no-store"
        assert not {"Server", "Set-Cookie"} & set(got.headers)


def test_an_answer_is_kept_whole_and_thanked_for(phone: Phone, card: FeedbackCard, desk: FrontDesk) -> None:
    fields = {
        "mood": "2",
        "liked_box": "SERVICE",
        "liked": "ຍິ້ມ​ດີ",
        "disliked": "Too loud\r\nby the door",
        "better": "ベンチ",
        "name": "Noy",
        "contact": "020 5555 1234",
        "once": ONCE,
        "lang": "th",
        "owner": "somebody",
    }
    got = phone.post(f"/{card.code}", fields)
    assert got.status == 303
    assert got.headers["Location"].startswith(f"/{card.code}/thanks?lang=th&kept=")
    assert phone.get(got.headers["Location"]).status == 200
    (kept,) = came(desk)
    assert (kept.mood, kept.way, kept.language) == (Mood.POOR, WayBack.PAGE, "th")
    assert (kept.name, kept.contact) == ("Noy", "020 5555 1234")
    liked = kept.said_of(Topic.LIKED)
    assert liked is not None
    assert (liked.point, liked.words) == (ContactPoint.SERVICE, "ຍິ້ມ ດີ")
    assert kept.said_of(Topic.DISLIKED).words == "Too loud\nby the door"  # type: ignore[union-attr]
    assert kept.said_of(Topic.CHANGE) is None


def test_what_is_sent_twice_is_one_answer_and_with_other_words_it_is_the_later(
    phone: Phone, card: FeedbackCard, poster: FeedbackCard, desk: FrontDesk
) -> None:
    once = once_in(phone.get(f"/{card.code}").html)
    for _ in range(3):
        assert phone.post(f"/{card.code}", {"mood": "3", "better": "Bread", "once": once}).status == 303
        assert phone.post(f"/{poster.code}", {"mood": "3", "once": once}).status == 303
    assert len(came(desk)) == 2
    assert phone.post(f"/{card.code}", {"mood": "1", "better": "Cake", "once": once}).status == 303
    (kept,) = (each for each in came(desk) if each.card_id == card.id)
    assert (kept.mood, kept.said_of(Topic.BETTER).words) == (Mood.BAD, "Cake")  # type: ignore[union-attr]


def test_the_phone_that_sent_it_may_change_the_answer_for_an_hour_and_sees_nothing_personal(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, clock: FakeClock
) -> None:
    fields = {"mood": "5", "liked_box": "PLACE", "better": "Longer hours", "name": "Keo", "contact": "k@x.la"}
    own = own_page(phone.post(f"/{card.code}", fields).headers["Location"])
    clock.forward(minutes=59)
    html = phone.get(own).html
    assert "\nLonger hours</textarea>" in html
    assert html.count(" checked>") == 2
    assert "Keo" not in html
    assert "k@x.la" not in html
    clock.forward(minutes=2)
    for path in (f"/{card.code}?lang=en", own.replace("lang=lo", "lang=en")):
        later = phone.get(path).html
        assert "your answer of today is here" in later
        assert "<textarea" not in later
    assert phone.post(f"/{card.code}", {"mood": "1"}).status == 409  # a page that was open all the while
    assert came(desk)[0].mood is Mood.VERY_GOOD
    clock.forward(hours=24)
    assert "<textarea" in phone.get(f"/{card.code}").html
    assert phone.post(f"/{card.code}", {"mood": "1"}).status == 303
    assert len(came(desk)) == 2


def test_nobody_is_thanked_for_what_is_not_there(phone: Phone, card: FeedbackCard, desk: FrontDesk) -> None:
    assert "<textarea" in phone.get(f"/{card.code}/thanks").html
    assert phone.post(f"/{card.code}/thanks", {"mood": "5"}).status == 404
    for nothing in (
        {},
        {"mood": "9"},
        {"liked_box": "NONE"},
        {"name": "Noy", "contact": "1"},
        {"better": " \u200b"},
    ):
        got = phone.post(f"/{card.code}", {"lang": "en", **nothing})
        assert got.status == 200
        assert "Tap the face" in got.html
    assert came(desk) == ()


def test_the_manager_is_called_with_one_tap_and_the_words_stay(
    phone: Phone, desk: FrontDesk, clock: FakeClock
) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    own = desk.submit(desk.feedback.issue, desk.act(), 1, "lo", noy).result().cards[0]
    got = phone.post(f"/{own.code}/manager", {"better": "A bench", "once": ONCE, "lang": "en"})
    assert "The manager has been told" in got.html
    assert "\nA bench</textarea>" in got.html
    assert [call.customer_id for call in desk.manager_calls.waiting(desk.now())] == [noy]
    assert came(desk) == ()
    clock.forward(minutes=5)
    phone.post(f"/{own.code}/manager", {"once": ONCE, "lang": "en"})
    assert len(desk.manager_calls.waiting(desk.now())) == 1


def test_the_pages_of_somebodys_own_card_say_nothing_of_them(
    phone: Phone, desk: FrontDesk, clock: FakeClock
) -> None:
    draft = CustomerDraft("Xaysavanh", called="Xayxay", phone="020 7751 7777", greet_by_name=True)
    who = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    own = desk.submit(desk.feedback.issue, desk.act(), 1, "en", who).result().cards[0]
    pages = [phone.get(f"/{own.code}"), phone.post(f"/{own.code}/manager", {})]
    phone.post(f"/{own.code}", {"mood": "2", "name": "Xaysavanh", "contact": "020 7751 7777"})
    pages += [phone.get(f"/{own.code}/thanks"), phone.get(f"/{own.code}")]
    clock.forward(hours=2)
    pages += [phone.get(f"/{own.code}")]
    for page in pages:
        assert page.status == 200
        assert not [token for token in ("xay", "7751") if token in page.html.lower()]


def test_whoever_reads_that_the_manager_was_told_has_a_call_that_waits(
    phone: Phone, poster: FeedbackCard, card: FeedbackCard, desk: FrontDesk, clock: FakeClock
) -> None:
    once = once_in(phone.get(f"/{poster.code}").html)
    for minutes, code, fields in (
        *((2, poster.code, {}),) * 9,
        (0.5, card.code, {}),  # another guest, just after somebody was on the way to the first
        (2, poster.code, {"once": once}),
        (40, poster.code, {"once": once}),  # a page that stayed open
        (40, poster.code, {"once": once}),
    ):
        clock.forward(minutes=minutes)
        for _ in range(2):
            got = phone.post(f"/{code}/manager", {"lang": "en", **fields})
            assert (got.status, "The manager has been told" in got.html) == (200, True)
        (call,) = desk.manager_calls.waiting(desk.now())
        assert call.at == desk.now()
        desk.submit(desk.manager_calls.answer, desk.act(), call.id).result()


def test_a_call_that_failed_and_one_that_came_twice_are_told_from_one_that_was_made(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, answering: Answering, expect_log: ExpectLog
) -> None:
    def full(*_: Any) -> Future[Any]:
        raise DiskFull

    expect_log("the manager was not called: DiskFull")
    path, sent, answering._submit = f"/{card.code}/manager", {"once": ONCE, "lang": "en"}, full
    for _ in range(9):
        got = phone.post(path, sent)
        assert (got.status, "could not be told" in got.html) == (503, True)
    answering._submit = desk.submit
    assert "has been told" in phone.post(path, sent).html
    (call,) = desk.manager_calls.waiting(desk.now())
    desk.submit(desk.manager_calls.answer, desk.act(), call.id).result()
    assert "has been told" in phone.post(path, sent).html  # a double tap, and somebody was very quick
    assert not desk.manager_calls.waiting(desk.now())


@pytest.mark.parametrize("path", ["/", "/?lang=ka"])
def test_whoever_comes_without_a_card_is_told_where_they_lie(phone: Phone, path: str) -> None:
    got = phone.get(path)
    assert got.status == 200
    assert "<form" not in got.html


def test_a_wrong_code_gets_a_kind_page_and_stores_nothing(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    settings = replace(desk.shop.settings(), phone="020 5551 4867")
    desk.submit(desk.shop.save_settings, desk.act(), settings).result()
    wrong = f"/{card.code[:-1]}{'0' if card.code[-1] != '0' else '1'}"
    for path in (wrong, "/F", "/ກ", "/%00", "/../../etc/passwd", f"/{card.code}/owner", f"/M{card.code[1:]}"):
        for got in (
            phone.get(path.replace("ກ", "%E0%BA%81")),
            phone.post(path.replace("ກ", "%E0%BA%81"), {"mood": "5"}),
        ):
            assert got.status == 404
            assert "020 5551 4867" in got.html
    assert came(desk) == ()


def test_a_code_that_was_keyed_in_is_forgiven_its_hyphens_and_small_letters(
    phone: Phone, card: FeedbackCard
) -> None:
    keyed = f"{card.code[0]}-{card.code[1:5]}-{card.code[5:]}".lower()
    assert f'action="/{card.code}"' in phone.get(f"/{keyed}").html


def test_a_response_that_the_manager_set_aside_gives_the_card_back(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    phone.post(f"/{card.code}", {"mood": "1", "better": "A trial"})
    desk.submit(desk.responses.move, desk.act(), came(desk)[0].id, ResponseState.SET_ASIDE).result()
    assert "A trial" not in phone.get(f"/{card.code}").html


def test_a_fault_of_ours_is_a_page_too(
    phone: Phone,
    card: FeedbackCard,
    answering: Answering,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expect_log("the page failed: ZeroDivisionError")
    monkeypatch.setattr(answering, "_card_page", lambda *_: 1 / 0)
    got = phone.get(f"/{card.code}")
    assert got.status == 500
    assert "<h1>" in got.html


def test_what_cannot_be_answered_is_said_in_the_shops_language_of_today(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, answering: Answering
) -> None:
    settings = replace(desk.shop.settings(), customer_language="th")
    desk.submit(desk.shop.save_settings, desk.act(), settings).result()
    phone.get(f"/{card.code}?lang=en")
    assert 'lang="th">' in answering.turn(HTTPStatus.BAD_REQUEST).html[:40]


def test_favicon_costs_nothing(phone: Phone) -> None:
    got = phone.get("/favicon.ico")
    assert got.status == 204
    assert "Content-Length" not in got.headers
