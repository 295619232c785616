"""Feedback cards as they are issued: numbered, hosted, and never without two ways back."""

import io
from dataclasses import replace
from urllib.parse import unquote

import pytest
from PIL import Image

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard, LinkWay
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.media.photos import prepare_photo
from tests.conftest import FakeClock


def issue(desk: FrontDesk, count: int = 1, language: str = "lo", **facts: object) -> tuple[FeedbackCard, ...]:
    return desk.submit(desk.feedback.issue, desk.act(), count, language, **facts).result().cards


def set_shop(desk: FrontDesk, **changed: object) -> None:
    desk.submit(desk.shop.save_settings, desk.act(), replace(desk.shop.settings(), **changed)).result()


def set_rules(desk: FrontDesk, **changed: object) -> None:
    rules = replace(FeedbackRules(), **changed)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()


@pytest.mark.parametrize("format", CardFormat)
def test_paper_and_one_square_are_two_ways(desk: FrontDesk, format: CardFormat) -> None:
    set_shop(desk, feedback_link="")
    with pytest.raises(Refused) as refused:
        issue(desk, format=format)
    assert refused.value.code is RefusalCode.NO_FEEDBACK_LINK
    set_shop(desk, phone="020 5555 1234")
    assert [link.way for link in issue(desk, format=format)[0].links] == [LinkWay.MESSAGE]
    set_rules(desk, page_on=True, page_address="192.168.1.10")
    (card,) = issue(desk, format=format)
    assert [link.way for link in card.links] == [LinkWay.PAGE, LinkWay.MESSAGE]
    assert card.url == f"http://192.168.1.10:8320/{card.code}"
    assert desk.feedback.links(card.code, "lo", format) == card.links


def test_a_message_asks_what_the_shop_asks(desk: FrontDesk) -> None:
    set_shop(desk, feedback_link="hello@shop.example")
    (poster,) = issue(desk, language="en", format=CardFormat.POSTER)
    said = unquote(poster.url).split("&body=")[1].split("\n")
    assert said[0] == poster.code
    assert [line.strip() for line in said[1:]] == [
        f"{number}. {each.text}" for number, each in enumerate(desk.questions.asked("en"), 1)
    ]
    (card,) = issue(desk, language="lo", format=CardFormat.FORM)
    assert unquote(card.url).split("&body=")[1].split("\n")[:2] == [card.code, "1. "]


def test_numbers_count_up_and_a_batch_knows_its_host(desk: FrontDesk) -> None:
    noy = desk.submit(desk.staffing.add_staff, desk.act(), "Noy", Role.CASHIER).result()
    first, second = issue(desk, 2, host_id=noy.id)
    (third,) = issue(desk, format=CardFormat.RECEIPT)
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert first.short == f"1-{first.code[-3:]}"
    assert (first.host_id, third.host_id) == (noy.id, None)
    rows = desk.store.read().run("SELECT format, shared, host_id FROM feedback_batch").fetchall()
    assert rows == [("CARD", 0, noy.id), ("RECEIPT", 0, None)]


def test_what_everybody_sees_is_of_nobody(desk: FrontDesk) -> None:
    keo = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Keo")).result().customer.id
    (tent,) = issue(desk, customer_id=keo, format=CardFormat.TENT)
    assert tent.customer_id is None
    assert tent.shared
    assert issue(desk, customer_id=keo)[0].customer_id == keo


def test_a_face_is_of_who_agreed_works_here_and_the_shop_shows(desk: FrontDesk) -> None:
    noy = desk.submit(desk.staffing.add_staff, desk.act(), "Noy Vongsa", Role.CASHIER).result()
    host = desk.feedback.setting("en", noy.id).host
    assert host is not None
    assert (host.name, host.photo, host.manager) == ("Noy", None, False)
    picture = io.BytesIO()
    Image.new("RGB", (300, 300), "teal").save(picture, "JPEG")
    desk.submit(desk.staffing.set_photo, desk.act(), noy.id, prepare_photo(picture.getvalue())).result()
    shown = desk.feedback.setting("en", noy.id).host
    assert shown is not None
    assert shown.photo == desk.staffing.full(noy.id)
    assert desk.feedback.setting("en").host is None
    set_rules(desk, with_face=False)
    assert desk.feedback.setting("en", noy.id).host is None
    set_rules(desk, with_face=True)
    desk.submit(desk.staffing.leave, desk.act(), noy.id).result()
    assert desk.feedback.setting("en", noy.id).host is None


def test_the_customers_screen_has_one_card_a_day_and_language(desk: FrontDesk, clock: FakeClock) -> None:
    def shown(language: str) -> FeedbackCard:
        (card,) = desk.submit(desk.feedback.for_screen, desk.act(), language).result().cards
        assert (card.format, card.language) == (CardFormat.SCREEN, language)
        return card

    set_shop(desk, phone="020 5555 1234")
    first = shown("lo")
    issue(desk, language="lo")
    assert shown("lo") == first
    set_rules(desk, page_on=True, page_address="192.168.1.10")
    assert shown("lo").code == first.code
    assert shown("lo").url == f"http://192.168.1.10:8320/{first.code}"
    assert shown("en").code != first.code
    clock.forward(days=1)
    assert shown("lo").code != first.code


def test_the_setting_is_the_shop_as_it_is(desk: FrontDesk) -> None:
    set_shop(desk, phone="020 5555 1234", email="hello@shop.example")
    setting = desk.feedback.setting("th")
    assert setting.shop == desk.logo.signs()
    assert setting.shop.contacts == ("020 5555 1234", "hello@shop.example")
    assert setting.questions == desk.questions.asked("th")
