"""What an answer brings about by itself: a complaint to put right, thanks for whoever it names."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import MOST_COMPLAINTS_AN_HOUR, Answer, ResponseDraft, ResponseState
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order
from tests.services.feedback.feedback_acts import draft, issue, take, undo

EVERYTHING = tuple(Answer(topic, words=topic.value.lower()) for topic in Topic)


def test_an_unhappy_customer_has_a_complaint_by_the_same_act(desk: FrontDesk) -> None:
    noy = enrol(desk)
    said = ResponseDraft(Mood.POOR, (*EVERYTHING, Answer(Topic.DISLIKED, ContactPoint.QUEUE)))
    saved = take(desk, issue(desk, noy), said)
    (complaint,) = desk.recoveries.of(noy)
    assert complaint.id == saved.response.recovery_id
    assert (complaint.situation, complaint.contact_point) == (Situation.WAITED, ContactPoint.QUEUE)
    assert complaint.what == "disliked\nvisit\nbetter\nchange\nliked"
    assert (complaint.state, complaint.who, complaint.at) == (RecoveryState.OPEN, "", desk.now())
    assert (saved.changes.recoveries, saved.changes.calls) == (True, True)
    in_order(desk)


@pytest.mark.parametrize("mood", [Mood.FAIR, Mood.GOOD, None])
def test_who_is_not_unhappy_has_none(desk: FrontDesk, mood: Mood | None) -> None:
    saved = take(desk, issue(desk, enrol(desk)), draft(mood, disliked="cold"))
    assert (desk.recoveries.standing(), saved.changes.recoveries) == ((), False)


def test_a_stranger_has_one_if_they_left_a_way_to_reach_them(desk: FrontDesk) -> None:
    poster = issue(desk, format=CardFormat.POSTER)
    take(desk, poster, draft(Mood.BAD, disliked="cold"))
    assert desk.recoveries.standing() == ()
    take(desk, poster, replace(draft(Mood.BAD), name="Bee", contact="bee@example.org"))
    (complaint,) = desk.recoveries.standing()
    assert (complaint.customer_id, complaint.who) == (None, "Bee, bee@example.org")
    in_order(desk)


def test_the_manager_is_called_where_the_playbook_says_so(desk: FrontDesk) -> None:
    take(desk, issue(desk, enrol(desk)), draft(Mood.BAD, point=ContactPoint.PRODUCT))
    assert desk.manager_calls.waiting(desk.now()) == ()
    saved = take(desk, issue(desk, enrol(desk)), draft(Mood.BAD, point=ContactPoint.SERVICE))
    assert [each.recovery_id for each in desk.manager_calls.waiting(desk.now())] == [
        saved.response.recovery_id
    ]
    desk.submit(desk.responses.move, desk.act(), saved.response.id, ResponseState.SET_ASIDE).result()
    assert desk.manager_calls.waiting(desk.now()) == ()


def test_one_phone_calls_the_manager_once_and_opens_few_complaints(desk: FrontDesk, clock: FakeClock) -> None:
    posters = [issue(desk, format=CardFormat.POSTER) for _ in range(2)]
    rude = replace(draft(Mood.BAD, point=ContactPoint.SERVICE), name="Bee")

    def calls() -> int:
        return len(desk.manager_calls.waiting(desk.now()))

    for _ in range(MOST_COMPLAINTS_AN_HOUR + 2):
        last = take(desk, posters[0], rude).response
    assert (calls(), len(desk.recoveries.standing())) == (1, MOST_COMPLAINTS_AN_HOUR)
    assert (last.recovery_id, last.state, last.mood) == (None, ResponseState.NEW, Mood.BAD)
    take(desk, posters[1], rude)
    assert (calls(), len(desk.recoveries.standing())) == (1, MOST_COMPLAINTS_AN_HOUR + 1)
    take(desk, issue(desk, enrol(desk)), rude)
    assert calls() == 2  # a card of one's own is one customer
    for each in desk.manager_calls.waiting(desk.now()):
        desk.submit(desk.manager_calls.answer, desk.act(), each.id).result()
    take(desk, posters[1], rude)
    assert calls() == 0  # they are there, and see it
    linked = desk.submit(desk.responses.link, desk.act(), last.id, enrol(desk, "Bee")).result()
    assert linked.response.recovery_id is not None
    assert calls() == 1  # it has a face now
    clock.forward(hours=1)
    assert take(desk, posters[0], rude).response.recovery_id is not None
    assert calls() == 1
    in_order(desk)


def test_a_joke_that_was_set_aside_keeps_no_later_guest_from_the_manager(
    desk: FrontDesk, clock: FakeClock
) -> None:
    poster = issue(desk, format=CardFormat.POSTER)
    rude = replace(draft(Mood.BAD, point=ContactPoint.SERVICE), name="Bee")
    joke = take(desk, poster, rude).response.id
    desk.submit(desk.responses.move, desk.act(), joke, ResponseState.SET_ASIDE).result()
    clock.forward(minutes=11)
    take(desk, poster, rude)
    assert len(desk.manager_calls.waiting(desk.now())) == 1


def test_a_face_that_changes_within_the_hour_takes_the_complaint_along(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    take(desk, card, draft(Mood.BAD, disliked="cold"))
    take(desk, card, draft(Mood.GOOD, disliked="cold"))
    assert desk.recoveries.of(noy) == ()
    take(desk, card, draft(Mood.POOR, disliked="lukewarm"))
    (complaint,) = desk.recoveries.of(noy)
    assert (complaint.state, complaint.what) == (RecoveryState.OPEN, "lukewarm")
    in_order(desk)


def test_a_complaint_that_somebody_sees_to_stays_between_people(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    first = take(desk, card, draft(Mood.BAD, disliked="cold"))
    key = first.response.recovery_id
    desk.submit(desk.recoveries.describe, desk.act(), key, "the tea was cold").result()
    desk.submit(desk.recoveries.move, desk.act(), key, RecoveryState.CONTACTED).result()
    take(desk, card, draft(Mood.GOOD, disliked="it was fine"))
    (complaint,) = desk.recoveries.of(noy)
    assert (complaint.state, complaint.what) == (RecoveryState.CONTACTED, "the tea was cold")
    in_order(desk)


def test_a_complaint_that_was_replied_to_is_none_that_never_was(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    key = take(desk, card, draft(Mood.BAD)).response.id
    desk.submit(desk.responses.replied, desk.act(), key, Way.SMS, "Sorry").result()
    take(desk, card, draft(Mood.GOOD))
    assert [each.state for each in desk.recoveries.of(noy)] == [RecoveryState.CONTACTED]
    in_order(desk)


def test_what_was_put_right_is_a_complaint_again_when_they_say_something_worse(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    first = take(desk, card, draft(Mood.BAD, "", "he was slow", ContactPoint.SERVICE)).response
    (call,) = desk.manager_calls.waiting(desk.now())
    desk.submit(desk.manager_calls.answer, desk.act(), call.id).result()
    desk.submit(desk.responses.replied, desk.act(), first.id, Way.SMS, "Sorry").result()
    desk.submit(desk.responses.tell, desk.act(), first.id, "we talked with him").result()
    clock.forward(minutes=20)
    take(desk, card, draft(Mood.BAD, "", "there was glass in it", ContactPoint.SERVICE))
    assert [(each.state, each.what) for each in desk.recoveries.of(noy)] == [
        (RecoveryState.OPEN, "there was glass in it")
    ]
    assert [each.recovery_id for each in desk.manager_calls.waiting(desk.now())] == [first.recovery_id]
    told = [item.subject for item in desk.today_list.items(desk.now()) if item.kind is TodayKind.RECOVERY]
    assert told == [first.recovery_id]
    in_order(desk)


def test_a_complaint_follows_the_answer_to_another_face_also_while_it_is_none(desk: FrontDesk) -> None:
    ana, noy, card = enrol(desk, "Ana"), enrol(desk, "Noy"), issue(desk)
    key = take(desk, card, replace(draft(Mood.BAD), contact="020 1")).response.id
    desk.submit(desk.responses.link, desk.act(), key, ana).result()
    take(desk, card, draft(Mood.GOOD))
    linked = desk.submit(desk.responses.link, desk.act(), key, noy).result()
    take(desk, card, draft(Mood.BAD, disliked="cold"))
    assert [len(desk.recoveries.of(who)) for who in (ana, noy)] == [0, 1]
    undo(desk, linked)
    assert [len(desk.recoveries.of(who)) for who in (ana, noy)] == [1, 0]
    in_order(desk)


def test_who_comes_back_finds_the_complaint_theirs_as_the_answer_is(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    desk.submit(desk.leaving.leave, desk.act(), noy).result()
    saved = take(desk, card, replace(draft(Mood.BAD, disliked="why I left"), contact="020 1"))
    assert [(each.id, each.customer_id) for each in desk.recoveries.standing()] == [
        (saved.response.recovery_id, None)
    ]
    desk.submit(desk.leaving.come_back, desk.act(), noy).result()
    assert [each.what for each in desk.recoveries.of(noy)] == ["why I left"]
    assert desk.responses.one(saved.response.id).customer_id == noy
    in_order(desk)


def test_whoever_is_named_in_what_was_liked_is_thanked(desk: FrontDesk) -> None:
    noy = enrol(desk, "Malee")
    hire(desk, "Bounmy Sisouk")
    hire(desk, "ນ້ອຍ")
    saved = take(desk, issue(desk, noy), draft(Mood.FAIR, liked="ຂອບໃຈນ້ອຍ and bounmy!", disliked="Keo"))
    assert saved.thanked == ("Bounmy Sisouk", "ນ້ອຍ")
    assert saved.changes.team
    assert {(each.member, each.words, each.customer_id) for each in desk.staff_thanks.waiting()} == {
        (name, "ຂອບໃຈນ້ອຍ and bounmy!", noy) for name in saved.thanked
    }
    in_order(desk)


def test_a_name_among_what_was_missed_is_no_thanks(desk: FrontDesk) -> None:
    hire(desk, "Bounmy")
    saved = take(desk, issue(desk), draft(Mood.VERY_GOOD, disliked="Bounmy was rude"))
    assert (saved.thanked, desk.staff_thanks.waiting()) == ((), ())


def test_an_edit_thanks_nobody_twice(desk: FrontDesk, clock: FakeClock) -> None:
    card, bounmy = issue(desk), hire(desk, "Bounmy")
    hire(desk, "Keo")
    take(desk, card, draft(liked="Bounmy was kind"))
    again = take(desk, card, draft(liked="Bounmy and Keo were kind"))
    assert again.thanked == ("Keo",)
    assert [(each.member, each.words) for each in desk.staff_thanks.waiting()] == [
        ("Bounmy", "Bounmy and Keo were kind"),
        ("Keo", "Bounmy and Keo were kind"),
    ]
    take(desk, card, draft(liked="Keo was kind"))
    assert [each.member for each in desk.staff_thanks.waiting()] == ["Keo"]
    take(desk, card, draft(liked="Bounmy, of course"))
    (waiting,) = desk.staff_thanks.waiting()
    assert (waiting.for_id, waiting.words) == (bounmy, "Bounmy, of course")
    in_order(desk)


def test_thanks_that_were_passed_on_stay(desk: FrontDesk) -> None:
    card = issue(desk)
    hire(desk, "Bounmy")
    take(desk, card, draft(liked="Bounmy was kind"))
    (waiting,) = desk.staff_thanks.waiting()
    desk.submit(desk.staff_thanks.pass_on, desk.act(), waiting.id).result()
    take(desk, card, draft(liked="the tea"))
    take(desk, card, draft(liked="Bounmy and the tea"))
    assert desk.staff_thanks.waiting() == ()
    assert len(desk.staff_thanks.since(0)) == 1
    in_order(desk)
