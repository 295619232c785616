"""A word to a customer: in their language, by the ways they agreed to, and noted when it was handed over."""

import logging

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Hindrance, Keepsake, MessageKind, Way
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.texts import CUSTOMER_LANGUAGES
from tests.conftest import FakeClock

YES = frozenset({Purpose.MESSAGES})


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


@pytest.fixture
def somsak(desk: FrontDesk) -> int:
    draft = CustomerDraft(
        "ສົມສັກ ວົງສາ", called="Somsak", phone="020 5551 4867", email="som@example.com", consents=YES
    )
    return enrol(desk, draft)


def test_a_message_has_their_name_who_it_is_from_and_every_way(desk: FrontDesk, somsak: int) -> None:
    offer = desk.contacting.offer(somsak, MessageKind.THANKS, desk.now(), staff_id=desk.staff_id)
    assert offer.text.startswith("Dear Somsak,\n\nThank you for coming")
    assert offer.text.endswith("Noy and everyone at Café Mekong")
    assert (offer.heading, offer.hindrance) == ("Thank you!", None)
    assert set(offer.ways) == set(Way)
    assert offer.recipient.phone == "+8562055514867"


def test_without_a_yes_only_paper_is_left(desk: FrontDesk) -> None:
    maria = enrol(desk, CustomerDraft("Maria", phone="020 5551 4867"))
    offer = desk.contacting.offer(maria, MessageKind.THANKS, desk.now())
    assert (offer.ways, offer.hindrance) == ((Way.PAPER,), Hindrance.NO_CONSENT)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.contacting.note, desk.act(), maria, MessageKind.THANKS, Way.SMS).result()
    assert refused.value.code is RefusalCode.NO_MESSAGE_CONSENT
    assert not desk.contacting.log(maria)
    desk.submit(desk.contacting.note, desk.act(), maria, MessageKind.THANKS, Way.PAPER).result()
    assert len(desk.contacting.log(maria)) == 1


def test_a_birthday_needs_the_yes_to_the_birthday_too(desk: FrontDesk, somsak: int) -> None:
    offer = desk.contacting.offer(somsak, MessageKind.BIRTHDAY, desk.now())
    assert (offer.ways, offer.hindrance) == ((Way.PAPER,), Hindrance.NO_BIRTHDAY_CONSENT)


def test_a_yes_that_was_taken_back_is_a_no(desk: FrontDesk, somsak: int) -> None:
    draft = CustomerDraft("ສົມສັກ ວົງສາ", phone="020 5551 4867")
    desk.submit(desk.customers.edit, desk.act(), somsak, draft).result()
    assert desk.contacting.offer(somsak, MessageKind.THANKS, desk.now()).ways == (Way.PAPER,)


def test_a_recipient_with_something_smuggled_in_is_no_way(desk: FrontDesk) -> None:
    eve = enrol(desk, CustomerDraft("Eve", email="shop@x.com?bcc=evil@x.com", consents=YES))
    assert desk.contacting.offer(eve, MessageKind.THANKS, desk.now()).ways == (Way.LINE, Way.COPY, Way.PAPER)


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_every_message_is_whole_in_every_language_of_a_customer(
    desk: FrontDesk, kind: MessageKind, language: str
) -> None:
    called = enrol(desk, CustomerDraft("Xyz", language=language))
    shy = enrol(desk, CustomerDraft("Xyz", language=language, greet_by_name=False))
    said = desk.contacting.offer(called, kind, desk.now(), "Qwerty", staff_id=desk.staff_id)
    english = desk.contacting.offer(enrol(desk, CustomerDraft("Xyz", language="en")), kind, desk.now())
    assert "Xyz" in said.text
    assert "{" not in said.text + said.heading
    assert said.text.count("\n\n") >= 2
    assert language == "en" or not set(english.text.split("\n\n")) & set(said.text.split("\n\n"))
    assert "Xyz" not in desk.contacting.offer(shy, kind, desk.now()).text


def test_what_it_is_about_is_said_where_it_fits(desk: FrontDesk, somsak: int) -> None:
    def text(kind: MessageKind) -> str:
        return desk.contacting.offer(somsak, kind, desk.now(), " Ten sandwiches ").text

    assert "What you asked for is ready: Ten sandwiches. Come by" in text(MessageKind.READY)
    assert "It is about: Ten sandwiches" in text(MessageKind.SORRY)
    assert "sandwiches" not in text(MessageKind.BIRTHDAY)


def test_opening_is_noted_and_counts_as_not_sent_after_undo(
    desk: FrontDesk, somsak: int, clock: FakeClock
) -> None:
    desk.submit(desk.contacting.note, desk.act(), somsak, Keepsake.YEAR_CARD, Way.PAPER).result()
    clock.forward(days=1)
    act = desk.act()
    sent = desk.submit(desk.contacting.note, act, somsak, MessageKind.THANKS, Way.SMS).result()
    desk.submit(desk.contacting.note, act, somsak, MessageKind.THANKS, Way.SMS).result()
    said = desk.contacting.log(somsak)
    assert [(each.kind, each.way, each.at) for each in said] == [
        (MessageKind.THANKS, Way.SMS, clock.at),
        (Keepsake.YEAR_CARD, Way.PAPER, clock.at - 86_400_000),
    ]
    assert desk.contacting.offer(somsak, MessageKind.THANKS, clock.at).last == said[0]
    desk.submit(desk.contacting.take_back, desk.act(), sent.gesture).result()
    assert [each.kind for each in desk.contacting.log(somsak)] == [Keepsake.YEAR_CARD]
    with pytest.raises(Refused) as refused:
        desk.submit(desk.contacting.take_back, desk.act(), sent.gesture).result()
    assert refused.value.code is RefusalCode.ALREADY_UNDONE


def test_only_a_contact_is_taken_back_here(desk: FrontDesk, somsak: int) -> None:
    stamped = desk.submit(desk.loyalty.add_stamps, desk.act(), somsak).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.contacting.take_back, desk.act(), stamped.gesture).result()
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO


def test_joined_records_have_one_log(desk: FrontDesk, somsak: int) -> None:
    twin = enrol(desk, CustomerDraft("Somsak"))
    desk.submit(desk.contacting.note, desk.act(), twin, MessageKind.THANKS, Way.PAPER).result()
    desk.submit(desk.merging.merge, desk.act(), somsak, twin).result()
    assert len(desk.contacting.log(somsak)) == len(desk.contacting.log(twin)) == 1


def test_the_log_of_the_program_says_nothing_of_it(
    desk: FrontDesk, somsak: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        desk.contacting.offer(somsak, MessageKind.READY, desk.now(), "Secret cake")
        desk.submit(desk.contacting.note, desk.act(), somsak, MessageKind.READY, Way.SMS).result()
    assert "Secret" not in caplog.text
    assert "Somsak" not in caplog.text
    kept = desk.store.read().one("SELECT * FROM contact_log")
    assert kept is not None
    assert "Secret cake" not in map(str, kept)


def test_what_one_would_write_today(desk: FrontDesk, clock: FakeClock) -> None:
    fon = enrol(desk, CustomerDraft("Fon", birthday=Birthday(11, 22)))
    bua = enrol(desk, CustomerDraft("Bua"))
    dao = enrol(desk, CustomerDraft("Dao"))
    assert desk.contacting.likely(fon, clock.at) is MessageKind.BIRTHDAY
    assert desk.contacting.likely(dao, clock.at) is MessageKind.THANKS
    desk.submit(desk.loyalty.add_stamps, desk.act(), bua).result()
    assert desk.contacting.likely(bua, clock.at) is MessageKind.REASSURE
    clock.forward(days=30)
    assert desk.contacting.likely(bua, clock.at) is MessageKind.THANKS
    clock.forward(days=334)
    assert desk.contacting.likely(bua, clock.at) is MessageKind.THANKS
    clock.forward(days=1)
    assert desk.contacting.likely(bua, clock.at) is MessageKind.ANNIVERSARY
    offer = desk.contacting.offer(bua, MessageKind.ANNIVERSARY, clock.at)
    assert offer.heading == "1 year together"
    assert "for 1 year." in offer.text


def test_what_went_wrong_comes_before_a_birthday_until_they_say_that_it_is_right(desk: FrontDesk) -> None:
    fon = enrol(desk, CustomerDraft("Fon", birthday=Birthday(11, 22)))
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.UNWELL, fon).result().recovery
    assert desk.contacting.likely(fon, desk.now()) is MessageKind.SORRY
    for state in (RecoveryState.RESOLVED, RecoveryState.CONFIRMED):
        desk.submit(desk.recoveries.move, desk.act(), told.id, state).result()
    assert desk.contacting.likely(fon, desk.now()) is MessageKind.BIRTHDAY


def test_a_repeat_is_answered_as_the_first_time_whatever_came_between(desk: FrontDesk, somsak: int) -> None:
    act = desk.act()
    first = desk.submit(desk.contacting.note, act, somsak, MessageKind.THANKS, Way.SMS).result()
    desk.submit(desk.leaving.leave, desk.act(), somsak).result()
    assert desk.submit(desk.contacting.note, act, somsak, MessageKind.THANKS, Way.SMS).result() == first


def test_the_slip_is_noted_of_whoever_left_and_nothing_is_sent_to_them(desk: FrontDesk, somsak: int) -> None:
    desk.submit(desk.leaving.leave, desk.act(), somsak).result()
    desk.submit(desk.contacting.note, desk.act(), somsak, Keepsake.LEAVING_SLIP, Way.PAPER).result()
    with pytest.raises(Refused):
        desk.submit(desk.contacting.note, desk.act(), somsak, MessageKind.MISSED, Way.SMS).result()
    desk.submit(desk.leaving.come_back, desk.act(), somsak).result()
    assert [each.kind for each in desk.contacting.log(somsak)] == [Keepsake.LEAVING_SLIP]
