"""Who sent an answer sees it once more; whoever else holds the card reads that there is one, no more."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseState
from tests.web.conftest import Phone, came, kept_in, own_page
from tests.web.test_answering import ONCE, once_in

SAID = {
    "mood": "2",
    "disliked_box": "QUEUE",
    "disliked": "The milk was sour",
    "better": "A bench",
    "lang": "en",
}
OF_TODAY = "This card has an answer of today."


def sent(phone: Phone, card: FeedbackCard, **fields: str) -> str:
    """The address of the thanks for it."""
    return phone.post(f"/{card.code}", {"lang": "en", **fields}).headers["Location"]


def shows_nothing(html: str) -> bool:
    return OF_TODAY in html and "sour" not in html and "bench" not in html and " checked>" not in html


def test_whoever_else_holds_the_card_reads_only_that_there_is_an_answer(
    phone: Phone, card: FeedbackCard
) -> None:
    thanks = sent(phone, card, **SAID)
    assert "\nThe milk was sour</textarea>" in phone.get(own_page(thanks)).html
    assert ">Change my answer</a>" in phone.get(thanks).html
    for path in ("", f"&kept={'0' * 64}", f"&kept={kept_in(thanks)[:-1]}x", "&kept=%F0%9F%98%80"):
        assert shows_nothing(phone.get(f"/{card.code}?lang=en{path}").html)
        assert "Change my answer" not in phone.get(f"/{card.code}/thanks?lang=en{path}").html
    assert "sour" not in phone.post(f"/{card.code}/manager", {"lang": "en"}).html
    assert (
        "\nThe milk was sour</textarea>"
        in phone.post(f"/{card.code}/manager", {"lang": "en", "kept": kept_in(thanks)}).html
    )


def test_what_they_leave_empty_stays_and_neither_phone_reads_what_the_other_wrote(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    first = sent(phone, card, **SAID, name="Noy")
    other = sent(phone, card, disliked="too loud", better="Bread")
    assert kept_in(other) == ""
    (kept,) = came(desk)
    assert (kept.mood, kept.name) == (Mood.POOR, "Noy")
    assert kept.answers == (
        Answer(Topic.DISLIKED, ContactPoint.QUEUE, "too loud"),
        Answer(Topic.BETTER, words="Bread"),
    )
    for path in (own_page(first), own_page(other)):
        assert shows_nothing(phone.get(path).html)
        assert "too loud" not in phone.get(path).html
    assert sent(phone, card, mood="4", once=ONCE, kept=kept_in(first)).endswith("lang=en"), "an old proof"
    assert came(desk)[0].answers == kept.answers


def test_in_the_page_that_shows_it_what_is_emptied_is_gone(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    first = sent(phone, card, **SAID)
    page = {"kept": kept_in(first), "once": once_in(phone.get(own_page(first)).html), "mood": "4"}
    second = sent(phone, card, **page)
    assert (came(desk)[0].mood, came(desk)[0].answers) == (Mood.GOOD, ())
    assert kept_in(sent(phone, card, **page)) == kept_in(second) != kept_in(first), "a double tap"
    assert OF_TODAY in phone.get(own_page(first)).html
    same = sent(phone, card, kept=kept_in(second), mood="4")
    assert "You can still change it." in phone.get(own_page(same)).html


def test_an_answer_that_was_set_aside_opens_no_later_one(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    trial = sent(phone, card, mood="5")
    desk.submit(desk.responses.move, desk.act(), came(desk)[0].id, ResponseState.SET_ASIDE).result()
    sent(phone, card, **SAID)
    assert shows_nothing(phone.get(own_page(trial)).html)


def test_words_without_a_tick_do_not_come_back_with_one(phone: Phone, card: FeedbackCard) -> None:
    thanks = sent(phone, card, disliked="The milk was sour")
    assert " checked>" not in phone.get(own_page(thanks)).html


def test_another_language_keeps_what_was_typed_and_stores_nothing(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    typed = {**SAID, "name": "Noy", "once": ONCE}
    got = phone.post(f"/{card.code}", {**typed, "into": "th"})
    assert (got.status, got.html.startswith('<!doctype html><html lang="th">')) == (200, True)
    assert "\nThe milk was sour</textarea>" in got.html
    assert 'value="Noy"' in got.html
    assert got.html.count(" checked>") == 2
    assert once_in(got.html) == ONCE
    assert came(desk) == ()
    empty = phone.post(f"/{card.code}", {"lang": "en", "into": "ka"})
    assert (empty.status, empty.headers["Location"]) == (303, f"/{card.code}?lang=ka")
    assert phone.post(f"/{card.code}", {**typed, "into": "xx"}).html.startswith(
        '<!doctype html><html lang="en">'
    )


def test_another_language_of_ones_own_answer_is_still_ones_own(phone: Phone, card: FeedbackCard) -> None:
    kept = kept_in(sent(phone, card, **SAID))
    assert f"?lang=th&amp;kept={kept}" in phone.get(f"/{card.code}/thanks?lang=en&kept={kept}").html
    html = phone.post(f"/{card.code}", {**SAID, "kept": kept, "into": "th"}).html
    assert f'name="kept" value="{kept}"' in html
    assert OF_TODAY in phone.post(f"/{card.code}", {**SAID, "lang": "th", "into": "en"}).html
