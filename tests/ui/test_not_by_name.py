"""Whoever asked not to be called by name is not, and who did not agree to a photo has none: on every surface.

The counter's own screen may show the cashier who it is. What a customer sees, hears or takes home may not say
the name; a face is shown nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.commands import cards
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseDraft, ResponseState, WayBack
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.people.scripts import Script
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.texts import texts_for
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.spoken import unnamed
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.display.words import Words
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.prints.feedback_at_once import at_once_of
from frontdesk.ui.prints.printer import Fate
from frontdesk.wording.hand_over import hand_over_words
from frontdesk.wording.request_ticket import ticket_words
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import answers_of

NAME, CALLED, SPOKEN = "Xaysavanh Phommalath", "Xayxay", "Saisavan"
PHONE = "020 7751 7777"
TOKENS = ("xays", "phomm", "xayx", "saisa")
LINK = "https://example.com/card?code={code}"


@dataclass
class Scene:
    """A counter with one customer who does not want to be called by name, and has a birthday today."""

    qtbot: QtBot
    window: CounterWindow
    desk: FrontDesk
    customer: int
    told: list[str]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.bridge.busy)
        QApplication.processEvents()

    def sheet(self, name: SheetName, **facts: object) -> Any:
        sheet = self.window.open_sheet(name, **facts)
        self.settle()
        return sheet


@pytest.fixture
def scene(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock) -> Scene:
    today = desk.today()
    draft = CustomerDraft(
        NAME,
        called=CALLED,
        spoken=SPOKEN,
        phone=PHONE,
        birthday=Birthday(today.month, today.day),
        language="en",
        greet_by_name=False,
        allergy="Peanuts",
        consents=frozenset({Purpose.BIRTHDAY, Purpose.MESSAGES}),
    )
    desk.submit(desk.shop.change_settings, desk.act(), {"feedback_link": LINK}).result()
    customer = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 1).result()
    clock.forward(days=3)
    told: list[str] = []
    window.announcer.told.connect(told.append)
    return Scene(qtbot, window, desk, customer, told)


def words_to_say(scene: Scene) -> str:
    scene.window.attending.choose(scene.customer)
    say = scene.window.greeting.who.say
    return f"{say.words.full_text()} {say.sound.full_text()}"


def what_is_heard(scene: Scene) -> str:
    """Who is greeted, a stamp for them, and its undo."""
    window = scene.window
    window.attending.choose(scene.customer)
    scene.qtbot.waitUntil(lambda: any("Peanuts" in each for each in scene.told))
    window.attending.add_stamps()
    scene.qtbot.waitUntil(lambda: any("stamp" in each for each in scene.told))
    window.notices.undo()
    scene.qtbot.waitUntil(lambda: any("Taken back" in each for each in scene.told))
    return " ".join(scene.told)


def what_is_heard_of_who_is_not_greeted(scene: Scene) -> str:
    """An act from a page and its undo, what is found, the key that asks whom; nobody is greeted before."""
    window, desk, customer = scene.window, scene.desk, scene.customer
    follow = desk.submit(desk.follow_ups.add, desk.act(), customer, FollowUpKind.CALL, desk.today()).result()
    scene.sheet(SheetName.TODAY)._acts._submit(
        desk.follow_ups.done, follow.follow_up.id, "", item=todays(scene, TodayKind.FOLLOW_UP)
    )
    scene.qtbot.waitUntil(lambda: any("Done" in each for each in scene.told))
    window.sheets.close_now()
    window.header.search.setText(PHONE)
    scene.qtbot.waitUntil(lambda: any("1 found" in each for each in scene.told))
    scene.qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    scene.qtbot.waitUntil(lambda: any("first" in each for each in scene.told))
    tile = next(each for each in window.wall.tiles() if each.hit and each.hit.customer_id == customer)
    return " ".join((*scene.told, tile.accessibleName()))


def todays(scene: Scene, kind: TodayKind) -> TodayItem:
    items = scene.desk.today_list.items(scene.desk.now())
    return next(each for each in items if each.kind is kind)


def customers_screen(scene: Scene) -> str:
    """Welcomed, given a stamp, and asked how it was."""
    window, shown = scene.window, list[str]()
    display = window.customer_display
    display.open_to_try()
    window.attending.choose(scene.customer)
    for act in (lambda: None, window.attending.add_stamps, window.attending.nobody):
        act()
        scene.settle()
        scene.qtbot.waitUntil(lambda: not display._soon.isActive())
        page = display.window.page
        shown += [each.text() for each in page.findChildren(Words) if not each.isHidden()]
    assert any("+1 stamp" in each for each in shown)
    return " ".join(shown)


def member_card(scene: Scene) -> str:
    desk = scene.desk
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), (scene.customer,)).result()
    sheet = scene.sheet(SheetName.MEMBER_CARDS, customer_ids=(scene.customer,))
    name = sheet.people.customers[0].told_name
    sample = sheet._drawn(desk.logo.signs(), name, card.code, "en")
    return f"{card} {sample}"


def feedback_card(scene: Scene) -> str:
    card = FeedbackCard(1, "CODE", 1, (), "en", 0)
    return str(scene.sheet(SheetName.FEEDBACK_CARDS, customer_id=scene.customer)._drawn([card]))


def feedback_card_at_once(scene: Scene) -> str:
    """What the printer gets, and what the bar says of it."""
    desk, printed = scene.desk, list[str]()
    desk.submit(desk.shop.change_settings, desk.act(), {"printer": "till"}).result()
    at_once = at_once_of(scene.window.lent)
    at_once.print_to = lambda name, job, **_: printed.append(str(job.prints)) or Fate.DONE  # type: ignore[func-returns-value]
    at_once.hand_out(scene.customer)
    scene.qtbot.waitUntil(lambda: "Sent to the printer" in scene.window.notices.text())
    return f"{printed[0]} {scene.window.notices.text()}"


def ticket(scene: Scene) -> str:
    """It lies in the kitchen, and goes out with the cake."""
    desk, now = scene.desk, scene.desk.now()
    asked = desk.submit(desk.requests.ask, desk.act(), scene.customer, "Cake", "", now + 3_600_000).result()
    made = desk.request_details.ticket(asked.request.id, "en", now)
    return str(ticket_words(texts_for("en"), made, desk.zone))


def messages(scene: Scene) -> str:
    offers = [scene.desk.contacting.offer(scene.customer, kind, scene.desk.now()) for kind in MessageKind]
    return " ".join(f"{each.heading} {each.text}" for each in offers)


def reply_to_an_answer(scene: Scene) -> str:
    """What they are written back, also on the card that prints; they signed their answer."""
    desk = scene.desk
    (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "en", scene.customer).result().cards
    signed = ResponseDraft(Mood.POOR, name=CALLED, contact=PHONE)
    taken = desk.submit(desk.responses.take, desk.act(), card.id, signed, WayBack.PAGE).result()
    scene.settle()
    sheet = scene.sheet(SheetName.RESPONSE, response_id=taken.response.id)
    sheet.write_reply()
    printed = sheet.reply.card(sheet.reply.offer)
    return f"{sheet.reply.text.toPlainText()} {printed.heading} {printed.text}"


def words_for_the_telephone(scene: Scene) -> str:
    """What they hear of whoever calls them."""
    panel = scene.sheet(SheetName.SLIPPING, customer_id=scene.customer).panel
    scene.qtbot.waitUntil(lambda: "missed you" in panel.script.text())
    return f"{panel.script.text()} {panel.meaning.text()}"


def year_card(scene: Scene) -> str:
    return str(scene.sheet(SheetName.YEAR_CARD, customer_id=scene.customer).card())


def leaving_slip(scene: Scene) -> str:
    return str(scene.sheet(SheetName.LEAVING, customer_id=scene.customer).slip())


def cards_of_a_command(scene: Scene) -> str:
    found = cards._customer(scene.desk, PHONE, texts_for("en"))
    return found.told_name


SURFACES: dict[str, Callable[[Scene], str]] = {
    "the words to say aloud": words_to_say,
    "what a screen reader tells": what_is_heard,
    "what a screen reader tells of who is not greeted": what_is_heard_of_who_is_not_greeted,
    "the customer's screen": customers_screen,
    "a member card": member_card,
    "a feedback card": feedback_card,
    "a feedback card at once": feedback_card_at_once,
    "a feedback card from a shell": cards_of_a_command,
    "a ticket for the kitchen": ticket,
    "the reply to an answer": reply_to_an_answer,
    "the words for the telephone": words_for_the_telephone,
    "every message": messages,
    "the card of their year": year_card,
    "the slip of who leaves": leaving_slip,
}


@pytest.mark.parametrize("surface", SURFACES)
def test_no_surface_tells_the_name_of_who_is_not_called_by_it(scene: Scene, surface: str) -> None:
    said = SURFACES[surface](scene).casefold()
    assert [token for token in TOKENS if token in said] == []


@pytest.mark.parametrize("surface", SURFACES)
def test_each_surface_tells_the_name_of_everybody_else(scene: Scene, surface: str) -> None:
    """So the test above looks in the right place."""
    desk = scene.desk
    draft = desk.customers.draft(scene.customer)
    desk.submit(
        desk.customers.edit,
        desk.act(),
        scene.customer,
        CustomerDraft(**{**fields(draft), "greet_by_name": True}),
    ).result()
    said = SURFACES[surface](scene).casefold()
    assert any(token in said for token in TOKENS)


def fields(draft: CustomerDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__slots__}


@pytest.mark.parametrize("by_name", [False, True])
def test_the_hand_over_says_of_whom_the_name_is_not_to_be_said(scene: Scene, by_name: bool) -> None:
    """Only who works here reads it, and has to know who is meant: as on the power-cut sheet."""
    desk = scene.desk
    draft = CustomerDraft(**{**fields(desk.customers.draft(scene.customer)), "greet_by_name": by_name})
    desk.submit(desk.customers.edit, desk.act(), scene.customer, draft).result()
    desk.submit(desk.follow_ups.add, desk.act(), scene.customer, FollowUpKind.CALL, desk.today()).result()
    words = hand_over_words(texts_for("en"), desk.hand_over.page(desk.staff_id, desk.now(), "en"))
    (line,) = (line for section in words.sections for line in section.lines)
    assert line.startswith("Xayxay: " if by_name else "(Xayxay): ")
    assert words.unnamed == ("" if by_name else "A name in brackets: greet them without it.")


def test_a_name_in_a_sentence_is_not_heard_in_any_of_its_forms() -> None:
    said = unnamed("1 stamp for Noy. Noy Vong: Noy", ("Noy Vong", "Noy", ""))
    assert "Noy" not in said


def test_a_short_name_is_not_cut_out_of_other_words() -> None:
    assert unnamed("Another stamp for An", ("An",)) == "Another stamp for this customer"
    assert "ນ້ອຍ" not in unnamed("ສະແຕມໃຫ້ນ້ອຍແລ້ວ", ("ນ້ອຍ",))


def test_the_notice_bar_says_of_an_answer_which_card_it_is_and_of_nobody_whose(scene: Scene) -> None:
    """It stands before customers, and is heard."""
    reply_to_an_answer(scene)
    window, desk, said = scene.window, scene.desk, list[str]()
    window.notices.said.connect(lambda: said.append(window.notices.text()))
    (answer,) = answers_of(desk, scene.customer)
    acts = ResponseActs(window.lent)
    acts.take_on(answer.id, desk.staff_id)
    acts.tell(answer.id, "Tell them it is fixed.", print, print)
    acts.move(answer.id, ResponseState.IN_HAND)
    scene.settle()
    assert "Card 1: Somebody sees to it" in said
    heard = " ".join((*said, *scene.told)).casefold()
    assert [token for token in TOKENS if token in heard] == []


# --- faces ---


def wall_and_results(scene: Scene) -> bool:
    hits = (*scene.desk.search.find(CALLED, 5), *scene.desk.wall.tiles(scene.desk.now(), 12))
    mine = [hit for hit in hits if hit.customer_id == scene.customer]
    assert mine
    return any(hit.has_photo for hit in mine)


def greeting(scene: Scene) -> bool:
    return scene.desk.greetings.open(scene.customer, scene.desk.now()).customer.has_photo


def stored(scene: Scene) -> bool:
    photos = scene.desk.photos
    return photos.thumb(scene.customer) is not None or photos.full(scene.customer) is not None


def quiz(scene: Scene) -> bool:
    """It asks by name: so they are called by it here, and four others with photos make a round."""
    desk = scene.desk
    draft = CustomerDraft(**{**fields(desk.customers.draft(scene.customer)), "greet_by_name": True})
    desk.submit(desk.customers.edit, desk.act(), scene.customer, draft).result()
    for name in ("Maly", "Noy", "Somsak", "Keo"):
        shown = CustomerDraft(name, consents=frozenset({Purpose.PHOTO}))
        desk.submit(desk.customers.enrol, desk.act(), shown, Photo(b"thumb", b"full")).result()
    asked = desk.quiz.round(desk.staff_id, desk.now(), Script.LATIN, 1)
    assert asked.questions
    return any(choice.customer_id == scene.customer for each in asked.questions for choice in each.choices)


FACES: dict[str, Callable[[Scene], bool]] = {
    "the wall and the results": wall_and_results,
    "the greeting": greeting,
    "the store": stored,
    "the quiz of names and faces": quiz,
}


@pytest.mark.parametrize("surface", FACES)
def test_no_surface_shows_a_face_without_consent(scene: Scene, surface: str) -> None:
    """Nor does any after the consent was taken back."""
    desk = scene.desk
    picture = BytesIO()
    Image.new("RGB", (80, 60), (180, 83, 42)).save(picture, "PNG")
    photo = desk.photos.prepare(picture.getvalue())
    with pytest.raises(Refused) as refused:
        desk.submit(desk.customers.set_photo, desk.act(), scene.customer, photo).result()
    assert refused.value.code is RefusalCode.NO_PHOTO_CONSENT
    assert not FACES[surface](scene)
    for consents in (frozenset({Purpose.PHOTO}), frozenset[Purpose]()):
        draft = CustomerDraft(**{**fields(desk.customers.draft(scene.customer)), "consents": consents})
        desk.submit(desk.customers.edit, desk.act(), scene.customer, draft).result()
        if consents:
            desk.submit(desk.customers.set_photo, desk.act(), scene.customer, photo).result()
    assert not FACES[surface](scene)
