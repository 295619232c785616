"""Feedback prints to look at: every format, in five languages, with what is usual and what is longest."""

from functools import cache

from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.feedback_prints import NUMBERED, CardHost, CardSetting
from frontdesk.domain.feedback.questions import MOST_LETTERS, Question, Topic
from frontdesk.domain.feedback.ways_back import ways_back
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.media.portraits import draw_portrait
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.feedback_prints import feedback_print
from frontdesk.texts import texts_for
from frontdesk.wording.feedback_messages import messages_to_fill
from frontdesk.wording.questions import question_text

CODE = "F7K3M9QXR2B4D8WNP"
PAGE = "http://192.168.100.110:8320"
PHONE = "020 5555 1234"
FORM = "https://forms.example.com/morning-glory?entry.1={code}"
LONG_FORM = (FORM + "&from=counter-Abc9" * 20)[:288]
SHOPS = {
    "en": "Morning Glory Coffee",
    "lo": "ຮ້ານກາເຟຕອນເຊົ້າ",
    "th": "ร้านกาแฟยามเช้า",
    "km": "ហាងកាហ្វេព្រឹកព្រលឹម",
    "ka": "დილის ყავა",
}
CONTACTS = (PHONE, "hello@morning.example", "12 Setthathirath Road, Vientiane")
LONG_CONTACTS = (PHONE, "a.very.long.name" * 4 + "@morning.example", "Thanon Setthathirat 12, " * 5)


def longest(name: str) -> str:
    return (name * NAME_LIMIT)[:NAME_LIMIT]


def _filled(question: str) -> str:
    return (f"{question} " * MOST_LETTERS)[:MOST_LETTERS].strip()


@cache
def face() -> bytes:
    return draw_portrait(7, 128)


def sample(
    format: CardFormat = CardFormat.CARD,
    language: str = "en",
    *,
    page: str = PAGE,
    link: str = FORM,
    code: str = CODE,
    number: int = 231,
    name: str = "",
    host: bool = True,
    long: bool = False,
    logo: bytes | None = None,
) -> FeedbackPrint:
    """A print as the services make one; `long` has the longest that anybody may type in each place."""
    usual = ((topic, question_text(texts_for(language), topic)) for topic in Topic)
    asked = tuple(Question(topic, _filled(text) if long else text) for topic, text in usual)
    told = messages_to_fill(texts_for(language), code, asked, numbered=format in NUMBERED)
    links = ways_back(page, link, "", "856").links(code, format, told)
    shop = longest(SHOPS[language]) if long else SHOPS[language]
    asks = CardHost(longest(SHOPS[language]) if long else "Noy", face(), manager=True) if host else None
    setting = CardSetting(ShopSigns(shop, LONG_CONTACTS if long else CONTACTS, logo), language, asked, asks)
    card = FeedbackCard(number, code, number, links, language, 0, None, format)
    return feedback_print(card, setting, name)
