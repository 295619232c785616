"""Every string that breaks programs, in every field, into the store and back onto the page.

A handful over real HTTP; all of them as they come out of it, since a socket would only take its time.
"""

import asyncio
import re
from html import unescape
from typing import Final

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.text import LINE_LIMIT, clean_line, clean_note, has_something_to_see
from frontdesk.web.answering import Answering
from tests.naughty import HALVES, NAUGHTY
from tests.web.conftest import ALL_DAY, Phone, Unwired, came, kept_in, own_page

WORDS = {Topic.LIKED: "liked", Topic.DISLIKED: "disliked", Topic.CHANGE: "change", Topic.BETTER: "better"}

_FIELD: Final = re.compile(r"(<textarea [^<>]*>\n)([^<]*)(</textarea>)")
"""As a browser reads one: its text ends at the first sign that could begin a tag."""
_ONCE: Final = re.compile(r'(?<=name="once" value=")[0-9a-f]{32}')


def typed_in(html: str) -> list[str]:
    """What somebody reads in the fields for words."""
    return [unescape(text) for _, text, _ in _FIELD.findall(html)]


def around(html: str) -> str:
    """The page without what was typed."""
    return _ONCE.sub("", _FIELD.sub(r"\1\3", html))


def kept(text: str) -> str:
    return text if has_something_to_see(text) else ""


def sent_as(text: str) -> str:
    """What can be read of it: half a character is replaced."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\r\n", "\n")


def fields_with(text: str) -> dict[str, str]:
    lines = dict.fromkeys(("name", "contact"), text[:LINE_LIMIT])
    return {"mood": "3", **dict.fromkeys(WORDS.values(), text), **lines}


@pytest.mark.parametrize("limits", [ALL_DAY])
def test_each_is_kept_as_text_and_shown_as_text(desk: FrontDesk, answering: Answering) -> None:
    texts = ("plain", *NAUGHTY, *HALVES)
    assert len(NAUGHTY) >= 500
    cards = desk.submit(desk.feedback.issue, desk.act(), len(texts), "en").result().cards
    pages = asyncio.run(pages_of(answering, cards, texts))
    plain = around(pages[0].replace(f"/{cards[0].code}", ""))
    answers = {response.card_id: response for response in came(desk)}
    for card, text, page in zip(cards, texts, pages, strict=True):
        response = answers[card.id]
        words, line = kept(clean_note(sent_as(text))), kept(clean_line(sent_as(text[:LINE_LIMIT])))
        said = [response.said_of(topic) for topic in WORDS]
        assert [each.words if each else "" for each in said] == [words] * len(WORDS)
        assert (response.name, response.contact) == (line, line)
        assert typed_in(page) == [words] * len(WORDS)
        if words:
            assert around(page.replace(f"/{card.code}", "")) == plain


async def pages_of(
    answering: Answering, cards: tuple[FeedbackCard, ...], texts: tuple[str, ...]
) -> list[str]:
    """Send each text on a card of its own, all at once; then the pages that show it again."""
    phone = Unwired(answering)
    sent = zip(cards, map(fields_with, texts), strict=True)
    replies = await asyncio.gather(*(phone.send(f"/{card.code}", fields) for card, fields in sent))
    assert {reply.status for reply in replies} == {303}
    return [(await phone.get(own_page(each.to))).html.replace(kept_in(each.to), "") for each in replies]


@pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "ກ\u200b" * 900, "</textarea><p>", "1&mood=1;%0d%0a+"])
def test_a_handful_comes_the_same_over_the_wire(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, text: str
) -> None:
    sent = phone.post(f"/{card.code}", fields_with("before" + text))
    assert sent.status == 303
    words = clean_note(sent_as("before" + text))
    assert [each.words for each in came(desk)[0].answers] == [words] * len(WORDS)
    assert typed_in(phone.get(own_page(sent.headers["Location"])).html) == [words] * len(WORDS)
