"""The greeting at a glance: who, what to say, one loud line, the usual in one tap; at any size."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.greeting_panel import GreetingPanel
from frontdesk.ui.counter.loud_strip import LoudStrip
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.buttons import Chip
from tests.conftest import FakeClock

SIZES = [(1280, 720), (1366, 768), (1920, 1080), (2560, 1440)]
LONG = "Peanuts and cashew nuts, also in sauces: he carries a pen with adrenaline in the left pocket"


@pytest.fixture
def menu(desk: FrontDesk) -> tuple[Product, ...]:
    added = []
    for name in ("Lao coffee", "Noodle soup", "Lime soda"):
        product = desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result().product
        assert product is not None
        added.append(product)
    return tuple(added)


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return int(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)


def come(desk: FrontDesk, clock: FakeClock, customer: int, order: Sequence[Product], times: int = 3) -> None:
    for _ in range(times):
        ids = [product.id for product in order]
        desk.submit(desk.loyalty.add_items, desk.act(), customer, ids).result()
        clock.forward(days=1)


def strips(panel: GreetingPanel) -> list[str]:
    return [strip.text() for strip in panel.findChildren(LoudStrip) if strip.isVisible()]


def chips(panel: GreetingPanel) -> list[str]:
    shown = [chip for chip in panel.usual.flow.chips() if chip.isVisible()]
    return [chip.text() for chip in shown if isinstance(chip, Chip)]


def balance(desk: FrontDesk, customer: int) -> int:
    return desk.loyalty.cards(customer, desk.now())[0].balance


def test_one_line_is_loud_and_the_others_are_listed(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[1])
    panel = window.greeting
    assert strips(panel) == ["Allergy: Peanuts"]
    assert panel.who.strip is not None
    assert panel.who.strip.why() == "Noted just now by Noy"
    quiet = [words for _, _, words in panel.known.lines()]
    assert quiet == [
        "First visit. Make Maria Oliveira feel at home.",
        "Likes: Oat milk",
        "Good to know: Plays the cello",
    ]


def test_the_next_customer_has_no_strip_of_the_one_before(window: CounterWindow, people: list[int]) -> None:
    for person in (people[1], people[0]):
        window.attending.choose(person)
    assert strips(window.greeting) == ["First visit. Make Somsak feel at home."]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_an_allergy_is_never_cut_and_all_else_stays_in_the_card(
    window: CounterWindow, desk: FrontDesk, menu: tuple[Product, ...], size: tuple[int, int], language: str
) -> None:
    draft = CustomerDraft(
        "გიორგი ბერიძე", language="ka", allergy=LONG, preference="Oat milk", birthday=Birthday(11, 20)
    )
    giorgi = enrol(desk, draft)
    desk.submit(desk.requests.ask, desk.act(), giorgi, "A cake", "", desk.now() - 1).result()
    LANGUAGE.speak(language)
    window.resize(*size)
    window.attending.choose(giorgi)
    window.grab()
    panel = window.greeting
    strip = panel.who.strip
    assert strip is not None
    assert LONG in strip.text()
    label = strip._text
    assert label.height() >= label.heightForWidth(label.width())
    assert panel.who.height() >= panel.who.minimumSizeHint().height()
    assert panel.minimumSizeHint().height() <= panel.height()
    also_there = panel.known.isVisible() and panel.known.height() >= panel.known.minimumSizeHint().height()
    assert also_there or panel.who.also.isVisible()


def test_the_name_is_told_in_the_cashiers_letters(window: CounterWindow, desk: FrontDesk) -> None:
    charles = enrol(desk, CustomerDraft("Charles", language="en"))
    window.attending.choose(charles)
    who = window.greeting.who
    assert (who.sound.isVisible(), who.say.sound.isVisible()) == (False, False)
    LANGUAGE.speak("lo")
    assert who.sound.full_text() == "ຊາລສ໌"
    assert who.say.words.full_text() == "Good morning, Charles"
    assert who.say.sound.full_text() == "ກຸດ ມໍນິງ, ຊາລສ໌"


def test_aloud_there_is_no_title_and_no_family_name(window: CounterWindow, desk: FrontDesk) -> None:
    window.attending.choose(enrol(desk, CustomerDraft("ທ້າວ ບຸນມີ ວົງສາ", language="lo")))
    who = window.greeting.who
    assert who.say.words.full_text().endswith(" ບຸນມີ")
    assert who.say.sound.full_text().endswith(", Bounmi")
    assert "ວົງສາ" in who.name.text(), "the cashier still reads the whole name"


def test_whoever_is_not_called_by_name_is_greeted_without_it(window: CounterWindow, desk: FrontDesk) -> None:
    draft = CustomerDraft("ສົມສັກ", language="lo", greet_by_name=False)
    window.attending.choose(enrol(desk, draft))
    say = window.greeting.who.say
    assert "ສົມສັກ" not in say.words.full_text()
    assert say.sound.full_text() == "sabaidee ton sao  ·  Greet without the name"


def test_a_birthday_is_wished_first_of_all(window: CounterWindow, desk: FrontDesk) -> None:
    noy = enrol(desk, CustomerDraft("Noy", birthday=Birthday(11, 19)))
    window.attending.choose(noy)
    assert window.greeting.who.say.words.full_text() == "Happy birthday, Noy"


def test_one_tap_adds_the_whole_usual_and_one_undo_takes_it_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...]
) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    come(desk, clock, noy, menu[:2])
    window.attending.choose(noy)
    panel = window.greeting
    assert panel.usual.heading.text() == "The usual"
    assert set(chips(panel)[0].split(" + ")) == {"Lao coffee", "Noodle soup"}
    assert set(chips(panel)[1:]) == {"Lao coffee", "Noodle soup"}
    had = balance(desk, noy)
    first = panel.usual.flow.chips()[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.notices.can_undo)
    assert balance(desk, noy) == had + 2
    window.notices.undo()
    qtbot.waitUntil(lambda: balance(desk, noy) == had)


@pytest.mark.parametrize(("key", "stamps"), [(Qt.Key.Key_1, 2), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 1)])
def test_control_and_a_digit_tap_the_usual(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    clock: FakeClock,
    menu: tuple[Product, ...],
    key: Qt.Key,
    stamps: int,
) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    come(desk, clock, noy, menu[:2])
    window.attending.choose(noy)
    had = balance(desk, noy)
    qtbot.keyClick(window.header.search, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: balance(desk, noy) == had + stamps)
    assert window.header.search.text() == ""


def test_what_is_not_usual_enough_is_not_called_so(
    window: CounterWindow, desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...]
) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    come(desk, clock, noy, menu[:2], times=1)
    window.attending.choose(noy)
    assert window.greeting.usual.heading.text() == "Often takes"
    assert set(chips(window.greeting)) == {"Lao coffee", "Noodle soup"}


def test_a_suggestion_says_why_and_can_be_tapped(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...]
) -> None:
    for n in range(40):
        guest = enrol(desk, CustomerDraft(f"Guest {n}"))
        come(desk, clock, guest, menu[:2] if n % 2 else menu[2:], times=1)
        clock.forward(days=-1)
    desk.suggesting.refresh(desk.now())
    noy = enrol(desk, CustomerDraft("Noy"))
    come(desk, clock, noy, menu[:1])
    window.resize(1920, 1080)
    window.attending.choose(noy)
    usual = window.greeting.usual
    assert usual.offer_chip is not None
    assert (usual.offer_chip.text(), usual.offer_chip.isVisible()) == ("Noodle soup", True)
    assert usual.offer_reason.text() == "Often with Lao coffee in the morning: 20 of 20 such orders"
    had = balance(desk, noy)
    qtbot.mouseClick(usual.offer_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: balance(desk, noy) == had + 1)


def test_when_they_usually_come_stands_with_the_facts(
    window: CounterWindow, desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...]
) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    come(desk, clock, noy, menu[:1], times=8)
    window.attending.choose(noy)
    assert "most days about 8:30" in window.greeting.who.facts.full_text()
