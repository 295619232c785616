"""What answers say elsewhere: the next greeting, today's list, the figures, the shift of who was thanked."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_figures import CareFigure, FigureKind
from frontdesk.domain.care.contact_points import ContactPoint, Shortfall
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.feedback.asking import NEVER
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseSaved, ResponseState
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.services.feedback.response_news import A_SHIFTS_WORTH
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, merge, tap
from tests.services.feedback.feedback_acts import draft, issue, take, undo

FIXED = "the machine is fixed"
_OF_ANSWERS = (LineKind.RECOVERY, LineKind.RECOVERY_TO_CONFIRM, LineKind.YOU_TOLD_US)


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk)


def upset(desk: FrontDesk, customer: int) -> ResponseSaved:
    return take(desk, issue(desk, customer), draft(Mood.BAD, disliked="The machine was broken"))


def tell(desk: FrontDesk, saved: ResponseSaved, text: str = FIXED) -> ResponseSaved:
    return desk.submit(desk.responses.tell, desk.act(), saved.response.id, text).result()


def lines(desk: FrontDesk, customer: int, *kinds: LineKind) -> list[GreetingLine]:
    told = desk.greetings.open(customer, desk.now()).lines
    return [line for line in told if line.kind in (kinds or _OF_ANSWERS)]


def asks(desk: FrontDesk, customer: int) -> int | None:
    """After how many weeks they are to be asked; None where they are not."""
    return next((line.number for line in lines(desk, customer, LineKind.ASK_HOW)), None)


def items(desk: FrontDesk) -> list[TodayItem]:
    return [each for each in desk.today_list.items(desk.now()) if each.kind is TodayKind.RESPONSE]


# --- what they are to hear ---


def test_one_line_tells_them_and_is_the_loud_one_until_somebody_said_it(desk: FrontDesk, noy: int) -> None:
    saved = upset(desk, noy)
    assert [line.kind for line in lines(desk, noy)] == [LineKind.RECOVERY]
    tell(desk, saved)
    (line,) = lines(desk, noy)
    assert line == desk.greetings.open(noy, desk.now()).loud
    assert (line.kind, line.text, line.said) == (LineKind.YOU_TOLD_US, FIXED, "The machine was broken")
    said = desk.submit(desk.responses.said, desk.act(), line.subject).result()
    (ask,) = lines(desk, noy)
    assert (ask.kind, ask.subject) == (LineKind.RECOVERY_TO_CONFIRM, saved.response.recovery_id)
    undo(desk, said)
    assert lines(desk, noy) == [line]


def test_what_is_to_be_put_right_again_is_not_told_as_done(desk: FrontDesk, noy: int) -> None:
    saved = tell(desk, upset(desk, noy))
    recovery = saved.response.recovery_id
    assert recovery is not None
    desk.submit(desk.recoveries.move, desk.act(), recovery, RecoveryState.OPEN).result()
    assert [line.kind for line in lines(desk, noy)] == [LineKind.RECOVERY]


def test_another_complaint_of_theirs_is_not_silenced_by_it(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.recoveries.record, desk.act(), "WAITED", noy).result()
    tell(desk, upset(desk, noy))
    assert [line.kind for line in lines(desk, noy)] == [LineKind.RECOVERY, LineKind.YOU_TOLD_US]


def test_a_box_is_quoted_where_nothing_was_written_and_merged_records_hear_of_both(
    desk: FrontDesk, noy: int
) -> None:
    twin = enrol(desk, "Noi")
    ticked = take(desk, issue(desk, twin), draft(Mood.FAIR, point=ContactPoint.QUEUE))
    written = take(desk, issue(desk, noy), draft(Mood.FAIR, liked="all of it", disliked="the chairs"))
    for saved in (ticked, written):
        tell(desk, saved)
    merge(desk, noy, twin)
    told = {(line.said, line.about) for line in lines(desk, noy)}
    assert told == {("", "QUEUE"), ("the chairs", "")}


def test_what_was_set_aside_is_told_to_nobody(desk: FrontDesk, noy: int) -> None:
    saved = tell(desk, take(desk, issue(desk, noy), draft(Mood.FAIR)))
    for state in (ResponseState.IN_HAND, ResponseState.SET_ASIDE):
        desk.submit(desk.responses.move, desk.act(), saved.response.id, state).result()
    assert lines(desk, noy) == []


# --- whom to ask ---


@pytest.fixture
def known(desk: FrontDesk, clock: FakeClock, noy: int) -> int:
    """Somebody who was here twice."""
    for _ in range(2):
        tap(desk, noy)
        clock.forward(days=1)
    return noy


def test_everybody_is_asked_from_the_second_visit_on_and_again_after_weeks(
    desk: FrontDesk, clock: FakeClock, known: int
) -> None:
    new = enrol(desk, "New")
    tap(desk, new)
    assert (asks(desk, known), asks(desk, new)) == (NEVER, None)
    card = issue(desk, known)
    assert asks(desk, known) is None
    clock.forward(weeks=7)
    take(desk, card)
    clock.forward(weeks=7)
    assert asks(desk, known) is None, "who answered was asked"
    clock.forward(weeks=2)
    assert asks(desk, known) == 9
    rules = replace(desk.feedback_rules.rules(), ask_every_weeks=0)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    assert asks(desk, known) is None


def test_nobody_is_handed_a_card_beside_something_to_mind_or_to_answer(
    desk: FrontDesk, clock: FakeClock, known: int
) -> None:
    before = desk.customers.draft(known)
    desk.submit(desk.customers.edit, desk.act(), known, replace(before, allergy="Nuts")).result()
    assert asks(desk, known) == NEVER, "whoever must not have nuts has an opinion, too"
    clock.forward(days=400)
    assert lines(desk, known, LineKind.PREFERENCE_TO_CHECK)
    assert asks(desk, known) is None
    (fact,) = desk.facts.of(known)
    desk.submit(desk.facts.stands, desk.act(), fact.id).result()
    assert asks(desk, known) is None, "one question a visit is enough"
    clock.forward(days=1)
    assert asks(desk, known) == NEVER
    desk.submit(desk.recoveries.record, desk.act(), "WAITED", known).result()
    assert asks(desk, known) is None


# --- today ---


def test_today_has_the_unhappy_first_each_with_its_owner_until_it_is_acknowledged(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    maly = hire(desk, "Maly", Role.MANAGER)
    happy = take(desk, issue(desk, noy), draft(Mood.GOOD, liked="the tea"))
    clock.forward(minutes=1)
    stranger = take(desk, issue(desk), draft(Mood.POOR, point=ContactPoint.PLACE))
    first, second = items(desk)
    assert (first.subject, first.at_once, first.about, first.owner) == (
        *(stranger.response.id, True, "PLACE", "Maly"),
    )
    assert (second.subject, second.text, second.name) == (happy.response.id, "the tea", "Noy")
    assert first.presses(desk.now())
    assert not second.presses(desk.now())
    for saved in (happy, stranger):
        desk.submit(desk.responses.move, desk.act(), saved.response.id, ResponseState.IN_HAND).result()
    assert [item.subject for item in items(desk)] == [happy.response.id], (
        "whoever can be answered waits for it"
    )
    desk.submit(desk.responses.replied, desk.act(), happy.response.id, Way.PAPER, "Thank you").result()
    assert items(desk) == [], "whom nobody can answer is acknowledged by being taken on"
    assert maly == first.owner_id


def test_a_complaint_that_is_to_be_put_right_is_in_the_list_once(desk: FrontDesk, noy: int) -> None:
    saved = upset(desk, noy)
    kinds = [item.kind for item in desk.today_list.items(desk.now()) if item.customer_id == noy]
    assert kinds.count(TodayKind.RECOVERY) == 1
    assert TodayKind.RESPONSE not in kinds
    recovery = saved.response.recovery_id
    assert recovery is not None
    desk.submit(desk.recoveries.move, desk.act(), recovery, RecoveryState.RESOLVED).result()
    assert [item.subject for item in items(desk)] == [saved.response.id], "they do not know of it yet"
    tell(desk, saved)
    assert items(desk) == []


def test_no_more_answers_than_a_shift_can_do(desk: FrontDesk) -> None:
    poster = issue(desk, format=CardFormat.POSTER)
    for _ in range(A_SHIFTS_WORTH + 2):
        take(desk, poster)
    assert len(items(desk)) == A_SHIFTS_WORTH


# --- thanks ---


def test_whoever_is_praised_by_name_hears_of_it_at_their_next_shift(desk: FrontDesk, noy: int) -> None:
    la = hire(desk, "Latsamy")
    saved = take(desk, issue(desk, noy), draft(Mood.VERY_GOOD, liked="Latsamy remembered my name"))
    assert saved.thanked == ("Latsamy",)
    desk.take_over(la).result()
    greeted = desk.submit(desk.shifts.greet, desk.act()).result().greeting
    assert greeted is not None
    assert (greeted.member.id, greeted.thanks) == (la, 1)
    (thanks,) = [each for each in desk.today_list.items(desk.now()) if each.kind is TodayKind.STAFF_THANKS]
    assert (thanks.owner_id, thanks.customer_id) == (la, noy)


# --- figures ---


def figure(desk: FrontDesk, kind: FigureKind) -> CareFigure:
    told = desk.response_news.figures(0, desk.now() + 1)
    return next(each for each in told if each.kind is kind)


def test_how_many_were_happy_and_how_many_know_that_they_were_read(desk: FrontDesk, noy: int) -> None:
    take(desk, issue(desk, noy), draft(Mood.GOOD, liked="the tea"))
    told = tell(desk, take(desk, issue(desk, enrol(desk, "Keo")), draft(None, disliked="the chairs")))
    aside = take(desk, issue(desk), draft(Mood.BAD))
    desk.submit(desk.responses.move, desk.act(), aside.response.id, ResponseState.SET_ASIDE).result()
    happy, acknowledged = figure(desk, FigureKind.ANSWERED_HAPPY), figure(desk, FigureKind.ACKNOWLEDGED)
    assert (happy.value, happy.of) == (1.0, 1)
    assert (acknowledged.value, acknowledged.of) == (0.5, 2)
    assert [(each.name, each.note, each.met) for each in acknowledged.people] == [
        (told.response.customer_name, "the chairs", True),
        ("Noy", "the tea", False),
    ]


def test_boxes_say_where_expected_and_received_part(desk: FrontDesk, noy: int) -> None:
    take(desk, issue(desk, noy), draft(Mood.FAIR, point=ContactPoint.QUEUE))
    upset_too = take(desk, issue(desk, enrol(desk, "Keo")), draft(Mood.BAD, point=ContactPoint.QUEUE))
    recovery = upset_too.response.recovery_id
    assert recovery is not None
    desk.submit(desk.recoveries.tag, desk.act(), recovery, ContactPoint.QUEUE).result()
    (gap,) = desk.contact_points.gaps(0, desk.now() + 1)
    assert (gap.point, gap.expected, gap.unmet) == (ContactPoint.QUEUE, 2, 2)
    assert gap.ways == ((Shortfall.COMPLAINT, 1), (Shortfall.DISLIKED, 1)), "nobody counts twice"


def test_who_left_is_counted_and_not_named(desk: FrontDesk) -> None:
    gone = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Gone")).result().customer.id
    take(desk, issue(desk, gone), draft(Mood.GOOD))
    desk.submit(desk.leaving.leave, desk.act(), gone).result()
    (told,) = figure(desk, FigureKind.ANSWERED_HAPPY).people
    assert (told.customer_id, told.name) == (None, "")
    assert [item.name for item in items(desk)] == [""]
