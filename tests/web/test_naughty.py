"""Every string that breaks programs, in every field, over real HTTP into the store and back onto the page."""

from html.parser import HTMLParser

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.questions import Topic
from frontdesk.domain.text import LINE_LIMIT, clean_line, clean_note, has_something_to_see
from frontdesk.web.limits import Limits
from tests.naughty import HALVES, NAUGHTY
from tests.web.conftest import ALL_DAY, Phone, came

WORDS = {Topic.LIKED: "liked", Topic.DISLIKED: "disliked", Topic.CHANGE: "change", Topic.BETTER: "better"}


class Structure(HTMLParser):
    """The tags of a page with the names of their attributes, and what stands in its text fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.typed: list[str] = []
        self._within = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self._within = tag == "textarea"
        if self._within:
            self.typed.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = False

    def handle_data(self, data: str) -> None:
        if self._within:
            self.typed[-1] += data


def kept(text: str) -> str:
    return text if has_something_to_see(text) else ""


def sent_as(text: str) -> str:
    """What can be read of it: half a character is replaced."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.mark.slow
@pytest.mark.parametrize("limits", [ALL_DAY])
def test_each_is_kept_as_text_and_shown_as_text(phone: Phone, desk: FrontDesk, limits: Limits) -> None:
    texts = (*NAUGHTY, *HALVES)
    assert len(NAUGHTY) >= 500
    cards = desk.submit(desk.feedback.issue, desk.act(), len(texts), "en").result().cards
    phone.post(f"/{cards[0].code}", {"mood": "3", **dict.fromkeys(WORDS.values(), "plain")})
    plain = Structure(phone.get(f"/{cards[0].code}").html).tags
    for card, text in zip(cards, texts, strict=True):
        fields = {"mood": "3", **dict.fromkeys(WORDS.values(), text)}
        fields |= dict.fromkeys(("name", "contact"), text[:LINE_LIMIT])
        assert phone.post(f"/{card.code}", fields).status == 303
    answers = {response.card_id: response for response in came(desk)}
    for card, text in zip(cards, texts, strict=True):
        response = answers[card.id]
        words, line = kept(clean_note(sent_as(text))), kept(clean_line(sent_as(text[:LINE_LIMIT])))
        said = [response.said_of(topic) for topic in WORDS]
        assert [each.words if each else "" for each in said] == [words] * len(WORDS)
        assert (response.name, response.contact) == (line, line)
        shown = Structure(phone.get(f"/{card.code}").html)
        assert shown.typed == ["\n" + words] * len(WORDS)
        if words:
            assert shown.tags == plain
