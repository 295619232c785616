"""The hand-over has what the next shift has to know, with the names of paper and no way to reach anybody."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.team.hand_over import HandOver
from frontdesk.texts import texts_for
from frontdesk.wording.hand_over import hand_over_words
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, tap


def page(desk: FrontDesk, note: str = "") -> HandOver:
    return desk.hand_over.page(desk.staff_id, desk.now(), "en").with_note(note)


def said(desk: FrontDesk, note: str = "") -> str:
    words = hand_over_words(texts_for("en"), page(desk, note))
    lines = [line for section in words.sections for line in (section.heading, *section.lines)]
    return "\n".join((words.title, words.when, words.duty, *lines, words.note, words.nothing))


def test_what_is_open_is_on_it_with_whose_it_is(desk: FrontDesk, clock: FakeClock) -> None:
    maria = enrol(desk, "Maria Oliveira")
    tap(desk, maria)
    clock.forward(days=3)
    due = desk.now() + 3_600_000
    desk.submit(desk.requests.ask, desk.act(), maria, "Birthday cake", "", due).result()
    kham = hire(desk, "Kham")
    call = desk.follow_ups.add
    desk.submit(call, desk.act(), maria, FollowUpKind.CALL, desk.today(), "the cake", kham).result()
    told = said(desk)
    assert "Maria O.: Birthday cake (today at 9:30, Noy)" in told
    assert "Maria O.: Call: the cake (today, Kham)" in told
    assert "Oliveira" not in told
    assert "Here today: Noy" in told


def test_two_of_one_name_are_told_apart(desk: FrontDesk, clock: FakeClock) -> None:
    for name in ("Maria Oliveira", "Maria Santos"):
        tap(desk, enrol(desk, name))
    assert {item.name for item in page(desk).items} == {"Maria O.", "Maria S."}


def test_how_to_reach_somebody_is_not_on_paper(desk: FrontDesk) -> None:
    draft = CustomerDraft("Noy", phone="020 5512 3456", email="noy@example.com")
    customer = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, None).result().recovery
    what, who = "waited 40 minutes, call 020 7777 1234", "Red scarf, Anna, 020 6666 1234"
    desk.submit(desk.recoveries.describe, desk.act(), told.id, what, who).result()
    desk.submit(
        desk.follow_ups.add, desk.act(), customer, FollowUpKind.CALL, desk.today(), "+856 20-9988 1122"
    ).result()
    paper = said(desk)
    assert "Red scarf: something to put right; what it is, is in Today" in paper
    for secret in ("waited", "Waited", "5512", "noy@example.com", "7777", "6666", "9988", "Anna"):
        assert secret not in paper


def test_what_went_wrong_for_somebody_is_not_on_paper(desk: FrontDesk) -> None:
    rachel = enrol(desk, "Rachel Green")
    unwell, price = (
        desk.submit(desk.recoveries.record, desk.act(), each, rachel).result().recovery
        for each in (Situation.UNWELL, Situation.PRICE)
    )
    desk.submit(desk.recoveries.describe, desk.act(), price.id, "paid twice", "").result()
    desk.submit(desk.recoveries.move, desk.act(), unwell.id, RecoveryState.RESOLVED).result()
    add = desk.follow_ups.add
    desk.submit(add, desk.act(), rachel, FollowUpKind.RECOVERY, desk.today(), "the sick child").result()
    paper = said(desk)
    assert "Rachel G.: something to put right; what it is, is in Today" in paper
    assert "Rachel G.: ask whether it is right for them now; what it was is in Today" in paper
    assert "Rachel G.: Ask whether it is right again." in paper
    for secret in ("nwell", "rice", "paid twice", "sick child"):
        assert secret not in paper
    assert not any("sick" in each.text or each.about in ("UNWELL", "PRICE") for each in page(desk).items)


def test_what_is_between_two_people_stays_there(desk: FrontDesk) -> None:
    desk.submit(desk.staff_requests.ask, desk.act(), "Friday off").result()
    assert TodayKind.STAFF_REQUEST in {each.kind for each in desk.today_list.items(desk.now())}
    assert page(desk).items == ()
    assert page(desk).left_out == 1
    words = hand_over_words(texts_for("en"), page(desk))
    assert words.left_out == "Only in Today: 1 more, such as surprises and who is missed."
    assert "Nothing is open" in said(desk)


def test_a_word_to_the_next_shift_is_one_clean_line(desk: FrontDesk) -> None:
    assert "To know: the milk comes at eight" in said(desk, "  the milk\ncomes at eight ")


def test_who_was_here_today_is_named(desk: FrontDesk) -> None:
    kham = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    desk.submit(desk.shifts.say_here, desk.act(), kham.id, True).result()
    assert set(page(desk).duty) == {"Noy", "Kham"}


def test_a_stranger_who_is_only_known_by_a_number_stays_unnamed(desk: FrontDesk) -> None:
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, None).result().recovery
    for who in ("020 7777 1234", "anna@example.com"):
        desk.submit(desk.recoveries.describe, desk.act(), told.id, "", who).result()
        assert [item.name for item in page(desk).items] == [""]
