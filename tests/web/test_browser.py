"""The page on a cheap phone: a real Chromium of 360 by 640, without JavaScript, in each language."""

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.display import call_words
from frontdesk.wording.questions import box_name, mood_name, question_text
from tests.conftest import FakeClock
from tests.web.conftest import Phone, came, own_page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian's package chromium)"),
]

SCREEN = {"width": 360, "height": 640}
WORDS = {
    "en": "The terrace",
    "lo": "ກາເຟ ແຊບຫຼາຍ",
    "th": "กาแฟอร่อยมาก",
    "km": "កាហ្វេឆ្ងាញ់ណាស់",
    "ka": "ყავა ძალიან გემრიელია",
}
EVERY_RULE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
ROOM = """() => ({
    wide: document.documentElement.scrollWidth,
    small: [...document.querySelectorAll('a, button, label > span, textarea, .field')]
        .map(each => each.getBoundingClientRect())
        .filter(room => room.height < 48 || room.width < 48).length,
    cut: [...document.querySelectorAll('.faces span')]
        .filter(each => each.scrollWidth > each.clientWidth).length,
})"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Page]:
    """A phone that runs no script."""
    with chromium.new_context(viewport=SCREEN, has_touch=True, java_script_enabled=False) as phone:
        phone.set_default_timeout(5000)
        yield phone.new_page()


@pytest.fixture(params=["light", "dark"])
def examined(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone whose pages a script of ours looks at; the page itself has none."""
    with chromium.new_context(viewport=SCREEN, color_scheme=request.param) as phone:
        yield phone.new_page()


def issued(desk: FrontDesk, language: str) -> FeedbackCard:
    return desk.submit(desk.feedback.issue, desk.act(), 1, language).result().cards[0]


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_from_the_link_to_the_stored_answer(
    screen: Page, phone: Phone, desk: FrontDesk, language: str
) -> None:
    rules = FeedbackRules(page_on=True, page_address="127.0.0.1", page_port=phone.port)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    texts = texts_for(language)
    screen.goto(issued(desk, language).url)  # what a phone's camera reads in the card's square
    assert screen.locator("html").get_attribute("lang") == language
    screen.get_by_role("radio", name=mood_name(texts, Mood.GOOD), exact=True).tap()
    liked = screen.get_by_role("group", name=question_text(texts, Topic.LIKED))
    liked.get_by_role("radio", name=box_name(texts, ContactPoint.SERVICE), exact=True).tap()
    liked.get_by_role("textbox").fill(WORDS[language])
    screen.get_by_label(question_text(texts, Topic.BETTER)).fill("x")
    screen.get_by_role("button", name=texts.gettext("Send"), exact=True).tap()
    screen.wait_for_url(f"**/thanks?lang={language}&kept=*")
    assert screen.get_by_role("heading").inner_text() == texts.gettext("Thank you!")
    (kept,) = came(desk)
    assert (kept.mood, kept.language) == (Mood.GOOD, language)
    said = kept.said_of(Topic.LIKED)
    assert said is not None
    assert (said.point, said.words) == (ContactPoint.SERVICE, WORDS[language])


def test_another_language_is_one_tap_and_a_reload_of_the_thanks_sends_nothing(
    screen: Page, phone: Phone, desk: FrontDesk
) -> None:
    screen.goto(f"{phone.base}/{issued(desk, 'lo').code}")
    screen.get_by_role("button", name="ქართული").tap()
    screen.wait_for_url("**?lang=ka")
    assert screen.locator("html").get_attribute("lang") == "ka"
    screen.get_by_label(mood_name(texts_for("ka"), Mood.BAD)).check(force=True)
    screen.get_by_label("თქვენი სახელი").press("Enter")  # sends, and does not call the manager
    screen.wait_for_url("**/thanks?lang=ka&kept=*")
    screen.reload()
    screen.go_back()
    assert len(came(desk)) == 1
    assert desk.manager_calls.waiting(desk.now()) == ()


def test_another_language_keeps_what_was_typed_and_only_this_phone_sees_it_again(
    screen: Page, phone: Phone, desk: FrontDesk
) -> None:
    address = f"{phone.base}/{issued(desk, 'en').code}"
    screen.goto(address)
    screen.get_by_label(question_text(texts_for("en"), Topic.BETTER)).fill("A bench")
    screen.get_by_role("button", name="ไทย").tap()
    better = screen.get_by_label(question_text(texts_for("th"), Topic.BETTER))
    assert better.input_value() == "A bench"
    assert came(desk) == ()
    screen.get_by_role("button", name=texts_for("th").gettext("Send"), exact=True).tap()
    screen.get_by_role("link", name=texts_for("th").gettext("Change my answer")).tap()
    assert better.input_value() == "A bench"
    screen.goto(address)
    assert screen.get_by_label(question_text(texts_for("en"), Topic.BETTER)).input_value() == ""
    assert "answer of today" in screen.get_by_role("status").inner_text()


def test_the_manager_comes_before_anything_is_filled_in(screen: Page, phone: Phone, desk: FrontDesk) -> None:
    texts = texts_for("km")
    screen.goto(f"{phone.base}/{issued(desk, 'km').code}")
    screen.get_by_role("button", name=call_words(texts).ask).first.tap()
    screen.wait_for_url("**/manager")
    told = texts.gettext("The manager has been told, and comes as soon as possible.")
    assert screen.get_by_role("status").inner_text() == told
    assert len(desk.manager_calls.waiting(desk.now())) == 1


def test_it_is_worked_by_keys_alone(screen: Page, phone: Phone, desk: FrontDesk) -> None:
    screen.goto(f"{phone.base}/{issued(desk, 'en').code}")
    for _ in range(2 + len(CUSTOMER_LANGUAGES)):  # the languages, the manager, the faces
        screen.keyboard.press("Tab")
    for key in ("Space", "ArrowRight", "ArrowRight", "Enter"):
        screen.keyboard.press(key)
    screen.wait_for_url("**/thanks**")
    assert [each.mood for each in came(desk)] == [Mood.FAIR]


def test_each_page_is_sound_for_everybody(
    examined: Page, phone: Phone, desk: FrontDesk, clock: FakeClock
) -> None:
    def examine(path: str) -> None:
        examined.goto(phone.base + path)
        found = Axe().run(examined, options=EVERY_RULE)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"

    card = issued(desk, "en")
    for language in ("en", "lo"):
        examine(f"/{card.code}?lang={language}")
    thanks = phone.post(f"/{card.code}", {"mood": "1", "liked_box": "PLACE"}).headers["Location"]
    for path in (f"/{card.code}?lang=en", own_page(thanks), thanks):  # a note above, the answer in it
        examine(path)
    for path in (f"/{card.code}/thanks", "/F-NOT-OURS", "/"):
        examine(path)
    clock.forward(hours=2)
    examine(f"/{card.code}")


def test_there_is_room_for_every_language_and_every_finger(
    chromium: Browser, phone: Phone, desk: FrontDesk
) -> None:
    card = issued(desk, "en")
    with chromium.new_context(viewport=SCREEN) as context:
        page = context.new_page()
        for language in CUSTOMER_LANGUAGES:
            page.goto(f"{phone.base}/{card.code}?lang={language}")
            assert page.evaluate(ROOM) == {"wide": SCREEN["width"], "small": 0, "cut": 0}, language
