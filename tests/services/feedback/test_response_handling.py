"""What is done about an answer: taken on, replied to, told about, linked, set aside; and each taken back."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.feedback.inbox import Shown
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import ResponseSaved, ResponseState, StepKind, WayBack
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order, refusal
from tests.services.feedback.feedback_acts import answers_of, draft, inbox, issue, take, undo


def complained(desk: FrontDesk, customer: int | None = None) -> int:
    """An unhappy answer, of a customer where they are known."""
    return take(desk, issue(desk, customer), draft(Mood.BAD, disliked="cold")).response.id


def move(desk: FrontDesk, key: int, to: ResponseState) -> ResponseSaved:
    return desk.submit(desk.responses.move, desk.act(), key, to).result()


def state_of_complaint(desk: FrontDesk, key: int) -> RecoveryState:
    recovery_id = desk.responses.one(key).recovery_id
    assert recovery_id is not None
    return desk.recoveries.story(recovery_id).recovery.state


def test_whoever_takes_it_on_puts_it_right_too(desk: FrontDesk) -> None:
    keo, key = hire(desk, "Keo"), complained(desk, enrol(desk))
    saved = desk.submit(desk.responses.take_on, desk.act(), key, keo).result()
    assert (saved.response.owner_name, saved.response.state) == ("Keo", ResponseState.IN_HAND)
    assert [each.owner_name for each in desk.recoveries.standing()] == ["Keo"]
    back = undo(desk, saved).response
    assert (back.owner_id, back.state) == (desk.staff_id, ResponseState.NEW)
    assert [each.owner_id for each in desk.recoveries.standing()] == [desk.staff_id]
    with pytest.raises(Refused) as refused:
        desk.submit(desk.responses.take_on, desk.act(), key, 99).result()
    assert refusal(refused)[0] == "UNKNOWN_STAFF"
    in_order(desk)


def test_a_reply_answers_a_happy_one_and_is_the_first_word_to_an_unhappy_one(desk: FrontDesk) -> None:
    happy, unhappy = take(desk, issue(desk)).response.id, complained(desk, enrol(desk))
    reply = (desk.responses.replied, desk.act(), happy, Way.SMS, " Thank  you! ")
    thanked = desk.submit(*reply).result()
    assert desk.submit(*reply).result() == thanked
    assert (thanked.response.state, thanked.response.replied_at) == (ResponseState.DONE, desk.now())
    last = desk.responses.story(happy).steps
    assert [(s.kind, s.now, s.note) for s in last[1:]] == [
        (StepKind.REPLIED, "SMS", "Thank you!"),
        (StepKind.STATE, "DONE", ""),
    ]
    sorry = desk.submit(desk.responses.replied, desk.act(), unhappy, Way.WHATSAPP, "Sorry").result()
    assert sorry.response.state is ResponseState.IN_HAND
    assert state_of_complaint(desk, unhappy) is RecoveryState.CONTACTED
    assert undo(desk, sorry).response.replied_at is None
    assert state_of_complaint(desk, unhappy) is RecoveryState.OPEN
    assert undo(desk, thanked).response.state is ResponseState.NEW
    in_order(desk)


def test_what_was_done_is_told_once_at_the_next_greeting(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    key = complained(desk, noy)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.responses.said, desk.act(), key).result()
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    told = desk.submit(desk.responses.tell, desk.act(), key, "The machine\nis fixed").result()
    assert (told.response.told, told.response.said_at) == ("The machine is fixed", None)
    assert (told.response.state, state_of_complaint(desk, key)) == (
        *(ResponseState.DONE, RecoveryState.RESOLVED),
    )
    clock.forward(days=1)
    said = desk.submit(desk.responses.said, desk.act(), key).result()
    assert (said.response.said_at, said.changes.customers) == (desk.now(), {noy})
    with pytest.raises(Refused):
        desk.submit(desk.responses.said, desk.act(), key).result()
    with pytest.raises(Refused) as refused:
        undo(desk, told)
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    in_order(desk)
    assert undo(desk, said).response.said_at is None
    again = desk.submit(desk.responses.tell, desk.act(), key, "It is new").result()
    assert again.response.told == "It is new"
    assert undo(desk, again).response.told == "The machine is fixed"
    back = undo(desk, told).response
    assert (back.told, back.state) == ("", ResponseState.NEW)
    assert state_of_complaint(desk, key) is RecoveryState.OPEN
    in_order(desk)


def test_what_the_customer_confirmed_since_stays_told(desk: FrontDesk) -> None:
    key = complained(desk, enrol(desk))
    told = desk.submit(desk.responses.tell, desk.act(), key, "Fixed").result()
    complaint = told.response.recovery_id
    desk.submit(desk.recoveries.move, desk.act(), complaint, RecoveryState.CONFIRMED).result()
    with pytest.raises(Refused) as refused:
        undo(desk, told)
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    assert state_of_complaint(desk, key) is RecoveryState.CONFIRMED


def test_an_answer_that_is_told_of_anew_is_to_be_said_anew(desk: FrontDesk) -> None:
    key = complained(desk, enrol(desk))
    for method, *more in (
        (desk.responses.tell, "Fixed"),
        (desk.responses.said,),
        (desk.responses.tell, "New"),
    ):
        desk.submit(method, desk.act(), key, *more).result()
    assert desk.responses.one(key).said_at is None
    cleared = desk.submit(desk.responses.tell, desk.act(), key, "").result()
    assert cleared.response.told == ""
    in_order(desk)


def test_an_answer_gets_a_face_and_its_complaint_with_it(desk: FrontDesk) -> None:
    noy = enrol(desk)
    stranger = take(desk, issue(desk), replace(draft(Mood.BAD), contact="020 5555")).response
    assert stranger.recovery_id is not None
    linked = desk.submit(desk.responses.link, desk.act(), stranger.id, noy).result()
    assert linked.response.customer_id == noy
    assert [each.id for each in desk.recoveries.of(noy)] == [stranger.recovery_id]
    back = undo(desk, linked)
    assert (back.response.customer_id, back.changes.customers) == (None, {noy})
    assert desk.recoveries.of(noy) == ()
    in_order(desk)


def test_a_face_of_the_complaint_is_one_of_the_answer(desk: FrontDesk) -> None:
    noy = enrol(desk)
    stranger = take(desk, issue(desk), replace(draft(Mood.BAD), contact="020 5555")).response
    complaint = stranger.recovery_id
    assert complaint is not None
    given = desk.submit(desk.recoveries.give_face, desk.act(), complaint, noy).result()
    assert (given.changes.responses, desk.responses.one(stranger.id).customer_id) == (True, noy)
    desk.submit(desk.recoveries.undo, desk.act(), given.gesture).result()
    assert (desk.responses.one(stranger.id).customer_id, answers_of(desk, noy)) == (None, ())
    in_order(desk)


def test_what_nobody_could_put_right_can_be_once_it_has_a_face(desk: FrontDesk) -> None:
    noy, key = enrol(desk), complained(desk)
    assert desk.responses.one(key).recovery_id is None
    linked = desk.submit(desk.responses.link, desk.act(), key, noy).result()
    (complaint,) = desk.recoveries.of(noy)
    assert (complaint.id, complaint.what) == (linked.response.recovery_id, "cold")
    back = undo(desk, linked).response
    assert (back.recovery_id, desk.recoveries.of(noy)) == (None, ())
    again = desk.submit(desk.responses.link, desk.act(), key, noy).result()
    desk.submit(
        desk.recoveries.move, desk.act(), again.response.recovery_id, RecoveryState.CONTACTED
    ).result()
    with pytest.raises(Refused) as refused:
        undo(desk, again)
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    in_order(desk)


def test_a_face_given_by_mistake_is_taken_back_though_the_answer_was_edited(desk: FrontDesk) -> None:
    noy, card = enrol(desk), issue(desk)
    key = take(desk, card, draft(Mood.BAD)).response.id
    linked = desk.submit(desk.responses.link, desk.act(), key, noy).result()
    take(desk, card, draft(Mood.GOOD))
    back = undo(desk, linked).response
    assert (back.customer_id, back.recovery_id, desk.recoveries.of(noy)) == (None, None, ())
    in_order(desk)


def test_what_is_set_aside_counts_nowhere_and_can_come_back(desk: FrontDesk) -> None:
    hire(desk, "Bounmy")
    noy = enrol(desk)
    said = draft(Mood.BAD, liked="Bounmy was kind", disliked="cold")
    key = take(desk, issue(desk, noy), said).response.id
    aside = move(desk, key, ResponseState.SET_ASIDE)
    assert (inbox(desk), answers_of(desk, noy)) == ((), ())
    assert desk.responses.between(0, desk.now() + 1) == ()
    assert [each.id for each in inbox(desk, Shown.ASIDE)] == [key]
    assert (desk.recoveries.standing(), desk.staff_thanks.waiting()) == ((), ())
    in_order(desk)
    for act in (desk.responses.replied, desk.responses.tell):
        with pytest.raises(Refused):
            desk.submit(
                act, desk.act(), key, *([Way.SMS] if act == desk.responses.replied else []), "x"
            ).result()
    undo(desk, aside)
    assert (len(desk.recoveries.standing()), len(desk.staff_thanks.waiting())) == (1, 1)
    move(desk, key, ResponseState.SET_ASIDE)
    move(desk, key, ResponseState.NEW)
    assert (len(desk.recoveries.standing()), len(desk.staff_thanks.waiting())) == (1, 1)
    in_order(desk)


def test_what_is_set_aside_leaves_its_card_the_day(desk: FrontDesk) -> None:
    card = issue(desk)
    first = take(desk, card)
    aside = move(desk, first.response.id, ResponseState.SET_ASIDE)
    second = take(desk, card)
    assert second.response.id != first.response.id
    for back in (lambda: undo(desk, aside), lambda: move(desk, first.response.id, ResponseState.NEW)):
        with pytest.raises(Refused) as refused:
            back()
        assert refusal(refused)[0] == "ANSWERED_TODAY"
    in_order(desk)


def test_an_answer_goes_only_where_it_can_go_next(desk: FrontDesk) -> None:
    key = take(desk, issue(desk)).response.id
    move(desk, key, ResponseState.DONE)
    with pytest.raises(Refused) as refused:
        move(desk, key, ResponseState.SET_ASIDE)
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    with pytest.raises(Refused) as refused:
        move(desk, key + 1, ResponseState.DONE)
    assert refusal(refused)[0] == "UNKNOWN_RESPONSE"


def test_whoever_keyed_it_in_takes_it_back(desk: FrontDesk) -> None:
    hire(desk, "Bounmy")
    noy, said = enrol(desk), draft(Mood.POOR, liked="thanks to Bounmy")
    card = issue(desk, noy)
    keyed = take(desk, card, said, WayBack.PAPER)
    assert keyed.thanked == ("Bounmy",)
    back = undo(desk, keyed).response
    assert back.state is ResponseState.SET_ASIDE
    assert (desk.recoveries.of(noy), desk.staff_thanks.waiting()) == ((), ())
    assert take(desk, card, said, WayBack.PAPER).response.id != keyed.response.id
    assert len(desk.staff_thanks.waiting()) == 1
    in_order(desk)


def test_an_answer_that_went_on_is_not_taken_back(desk: FrontDesk) -> None:
    noy = enrol(desk)
    keyed = take(desk, issue(desk, noy), draft(Mood.POOR), WayBack.PAPER)
    recovery_id = keyed.response.recovery_id
    desk.submit(desk.recoveries.move, desk.act(), recovery_id, RecoveryState.CONTACTED).result()
    with pytest.raises(Refused) as refused:
        undo(desk, keyed)
    assert refusal(refused)[0] == "RESPONSE_MOVED_ON"
    card = issue(desk)
    first, edited = take(desk, card), take(desk, card, draft(Mood.FAIR))
    for saved in (first, edited):
        with pytest.raises(Refused) as refused:
            undo(desk, saved)
    assert refusal(refused)[0] == "NOTHING_TO_UNDO"


def test_only_a_manager_sets_aside_what_they_did_not_key_in(desk: FrontDesk) -> None:
    card, keo = issue(desk), hire(desk, "Keo")
    keyed = take(desk, issue(desk), draft(), WayBack.PAPER)
    others = issue(desk)
    desk.staff_id = keo
    sent = take(desk, card)
    mine = take(desk, others, draft(), WayBack.PAPER)
    for saved in (sent, keyed):
        with pytest.raises(Refused) as refused:
            undo(desk, saved)
        assert refusal(refused)[0] == "ONLY_MANAGER"
    with pytest.raises(Refused) as refused:
        move(desk, sent.response.id, ResponseState.SET_ASIDE)
    assert refusal(refused)[0] == "ONLY_MANAGER"
    assert undo(desk, mine).response.state is ResponseState.SET_ASIDE
    assert move(desk, sent.response.id, ResponseState.DONE).response.state is ResponseState.DONE
    assert Role.CASHIER is desk.staffing.staff()[-1].role
    in_order(desk)


def test_a_customer_who_left_leaves_the_answer_that_leads_to_nobody(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card, key = issue(desk, noy), complained(desk, noy)
    desk.submit(desk.leaving.leave, desk.act(), noy).result()
    response = desk.responses.one(key)
    assert (response.customer_id, response.called) == (None, "")
    assert response.said_of(Topic.DISLIKED) is not None
    again = take(desk, card, draft(Mood.BAD))
    assert (again.response.recovery_id, again.response.customer_id) == (None, None)
    in_order(desk)
