"""An answer comes back on a card: taken once a day, edited for an hour, read by whom it concerns."""

from dataclasses import replace
from urllib.parse import quote

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import DAY, HOUR
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import (
    MOST_A_CARD_AN_HOUR,
    MOST_WORDS,
    Answer,
    ResponseDraft,
    ResponseSaved,
    ResponseState,
    StepKind,
    WayBack,
    may_edit,
)
from frontdesk.domain.paper.codes import shown_code
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import LINE_LIMIT, BadInput, clean_note, has_something_to_see
from tests.conftest import FakeClock
from tests.naughty import HALVES, NAUGHTY
from tests.services.counter_acts import enrol, hire, in_order, merge
from tests.services.feedback.feedback_acts import answers_of, draft, inbox, issue, take


def refused_with(raised: "pytest.ExceptionInfo[Refused]") -> str:
    return raised.value.code.value


def test_an_answer_is_kept_as_it_came(desk: FrontDesk) -> None:
    keo, noy, card = hire(desk, "Keo", Role.MANAGER), enrol(desk), issue(desk)
    hire(desk, "Pao", Role.MANAGER)
    answers = (
        Answer(Topic.BETTER, words="  more\tshade "),
        Answer(Topic.DISLIKED, ContactPoint.QUEUE),
        Answer(Topic.CHANGE, words="\u200b \n"),
    )
    said = ResponseDraft(Mood.FAIR, answers, " Bee ", "020 5555", "th")
    saved = take(desk, card, said)
    response = desk.responses.one(saved.response.id)
    assert response == saved.response
    assert response.answers == (
        Answer(Topic.DISLIKED, ContactPoint.QUEUE),
        Answer(Topic.BETTER, words="more shade"),
    )
    assert (response.mood, response.name, response.contact, response.language) == (
        *(Mood.FAIR, "Bee", "020 5555", "th"),
    )
    assert (response.card_number, response.state, response.owner_id) == (
        *(card.number, ResponseState.NEW, keo),
    )
    assert (response.way, response.at, response.came_at) == (WayBack.PAGE, desk.now(), desk.now())
    assert (saved.changes.responses, saved.changed, response.customer_id) == (True, False, None)
    assert inbox(desk) == (response,)
    assert answers_of(desk, noy) == ()
    in_order(desk)


def test_a_card_that_was_handed_to_somebody_says_whose_answer_it_is(desk: FrontDesk) -> None:
    kept, absorbed = enrol(desk, "Noy"), enrol(desk, "Noi")
    saved = take(desk, issue(desk, absorbed))
    assert saved.changes.customers == {absorbed}
    merge(desk, kept, absorbed)
    (response,) = answers_of(desk, kept)
    assert (response.customer_id, response.customer_name, response.called) == (kept, "Noy", "Noy")


def test_the_same_finger_sends_once(desk: FrontDesk) -> None:
    card, act = issue(desk, format=CardFormat.POSTER), desk.act()
    sent = [desk.submit(desk.responses.take, act, card.id, draft(), WayBack.PAGE) for _ in range(2)]
    assert sent[0].result() == sent[1].result()
    assert len(inbox(desk)) == 1


def test_whoever_has_the_card_edits_for_an_hour(desk: FrontDesk, clock: FakeClock) -> None:
    card = issue(desk)
    first = take(desk, card, replace(draft(Mood.GOOD, "the tea"), name="Bee", contact="020 1"))
    clock.forward(minutes=59)
    found = desk.responses.standing(card.id, desk.now())
    assert found == first.response
    assert may_edit(first.response, desk.now(), WayBack.PAGE)
    second = take(desk, card, replace(draft(Mood.FAIR, disliked="cold"), contact="020 2"))
    assert (second.changed, second.response.id) == (True, first.response.id)
    assert (second.response.name, second.response.contact, second.response.mood) == (
        "Bee",
        "020 2",
        Mood.FAIR,
    )
    assert second.response.answers == (Answer(Topic.DISLIKED, words="cold"),)
    steps = desk.responses.story(first.response.id).steps
    assert [step.kind for step in steps] == [StepKind.CAME, StepKind.CHANGED]
    assert "the tea" not in repr(steps)
    clock.forward(minutes=1)
    with pytest.raises(Refused) as refused:
        take(desk, card)
    assert refused_with(refused) == "ANSWERED_TODAY"
    clock.forward(days=1)
    assert desk.responses.standing(card.id, desk.now()) is None
    assert take(desk, card).response.id != first.response.id
    in_order(desk)


def test_sending_the_same_again_is_no_edit(desk: FrontDesk) -> None:
    card = issue(desk)
    first = take(desk, card, draft(Mood.GOOD, "the tea"))
    again = take(desk, card, draft(Mood.GOOD, "the tea"))
    assert (again.changed, again.response) == (True, first.response)
    assert len(desk.responses.story(first.response.id).steps) == 1


def test_an_edit_over_midnight_is_still_that_answer(desk: FrontDesk, clock: FakeClock) -> None:
    clock.forward(hours=15, minutes=10)  # 23:40 in Vientiane
    card = issue(desk)
    first = take(desk, card)
    clock.forward(minutes=40)
    assert take(desk, card, draft(Mood.BAD)).response.id == first.response.id
    clock.forward(minutes=30)
    assert take(desk, card).response.id != first.response.id


def test_an_edit_opens_again_what_was_done_with(desk: FrontDesk) -> None:
    card = issue(desk)
    first = take(desk, card)
    desk.submit(desk.responses.move, desk.act(), first.response.id, ResponseState.DONE).result()
    assert take(desk, card, draft(Mood.POOR)).response.state is ResponseState.NEW
    in_order(desk)


@pytest.mark.parametrize("way", [WayBack.PAPER, WayBack.MESSAGE, WayBack.FORM])
def test_nobody_keys_in_over_what_a_customer_sent(desk: FrontDesk, way: WayBack) -> None:
    """Else a complaint about whoever is at the till could be made to disappear."""
    noy = enrol(desk)
    card = issue(desk, noy)
    sent = take(desk, card, draft(Mood.BAD, disliked="he shouted", point=ContactPoint.SERVICE))
    for said in (draft(Mood.GOOD), draft(Mood.BAD, disliked="he shouted", point=ContactPoint.SERVICE)):
        with pytest.raises(Refused) as refused:
            take(desk, card, said, way)
        assert refused_with(refused) == "ANSWERED_TODAY"
    assert not desk.responses.may_correct(desk.act(), sent.response)
    assert desk.responses.one(sent.response.id) == sent.response
    assert [each.what for each in desk.recoveries.of(noy)] == ["he shouted"]
    in_order(desk)


def test_what_was_keyed_in_is_corrected_by_who_did_that_or_a_manager(desk: FrontDesk) -> None:
    keo, pao = hire(desk, "Keo"), hire(desk, "Pao")
    noy = enrol(desk)
    card = issue(desk, noy)

    def key_in(who: int, said: ResponseDraft, way: WayBack = WayBack.PAPER) -> ResponseSaved:
        act = replace(desk.act(), staff_id=who)
        return desk.submit(desk.responses.take, act, card.id, said, way).result()

    first = key_in(keo, draft(Mood.BAD, disliked="Pao shouted")).response
    acts = {who: replace(desk.act(), staff_id=who) for who in (keo, pao, desk.staff_id)}
    able = [who for who, act in acts.items() if desk.responses.may_correct(act, first)]
    assert able == [keo, desk.staff_id]
    for who, way in ((pao, WayBack.PAPER), (keo, WayBack.PAGE)):
        with pytest.raises(Refused) as refused:
            key_in(who, draft(Mood.GOOD), way)
        assert refused_with(refused) == "ANSWERED_TODAY"
    assert [each.what for each in desk.recoveries.of(noy)] == ["Pao shouted"]
    assert key_in(keo, draft(Mood.POOR, disliked="Pao shouted"), WayBack.MESSAGE).changed
    assert key_in(desk.staff_id, draft(Mood.FAIR)).response.mood is Mood.FAIR
    in_order(desk)


def test_a_shared_code_takes_many_but_no_flood(desk: FrontDesk, clock: FakeClock) -> None:
    card = issue(desk, format=CardFormat.POSTER)
    for _ in range(MOST_A_CARD_AN_HOUR):
        take(desk, card)
    with pytest.raises(Refused) as refused:
        take(desk, card)
    assert refused_with(refused) == "ENOUGH_ANSWERS"
    assert desk.responses.standing(card.id, desk.now()) is None
    clock.forward(hours=1)
    take(desk, card)
    assert len(inbox(desk)) == MOST_A_CARD_AN_HOUR + 1


def test_what_says_nothing_or_too_much_is_not_kept(desk: FrontDesk) -> None:
    card = issue(desk)
    for empty in (ResponseDraft(name="Bee"), ResponseDraft(answers=(Answer(Topic.LIKED, words=" \u200b "),))):
        with pytest.raises(Refused) as refused:
            take(desk, card, empty)
        assert refused_with(refused) == "NOTHING_SAID"
    with pytest.raises(BadInput):
        take(desk, card, draft(liked="a" * (MOST_WORDS + 1)))
    with pytest.raises(Refused) as refused:
        desk.submit(desk.responses.take, desk.act(), card.id + 1, draft(), WayBack.PAGE).result()
    assert refused_with(refused) == "UNKNOWN_CARD"
    assert inbox(desk) == ()


def test_a_forms_answer_is_of_the_day_it_was_written(desk: FrontDesk, clock: FakeClock) -> None:
    card = issue(desk)
    clock.forward(days=3)
    written = desk.now() - 2 * DAY
    said = replace(draft(liked="old"), came_at=written)
    first = take(desk, card, said, WayBack.FORM)
    assert (first.response.came_at, first.response.at) == (written, desk.now())
    later = replace(said, came_at=written + HOUR + 1)
    with pytest.raises(Refused) as refused:
        take(desk, card, later, WayBack.FORM)
    assert refused_with(refused) == "ANSWERED_TODAY"
    corrected = replace(draft(liked="new"), came_at=written + HOUR - 1)
    assert take(desk, card, corrected, WayBack.FORM).response.id == first.response.id
    assert take(desk, card).response.id != first.response.id
    assert [each.came_at for each in desk.responses.between(written, desk.now())] == [written]


def test_the_page_cannot_say_when_it_was_written(desk: FrontDesk, clock: FakeClock) -> None:
    card = issue(desk)
    clock.forward(days=1)
    saved = take(desk, card, replace(draft(), came_at=desk.now() - HOUR))
    assert saved.response.came_at == desk.now()


def test_a_form_with_a_wrong_clock_answers_no_card_before_it_was_made_and_none_tomorrow(
    desk: FrontDesk, clock: FakeClock
) -> None:
    card = issue(desk, format=CardFormat.POSTER)
    issued = desk.now()
    clock.forward(days=1)
    for told, kept in ((-(2**60), issued), (desk.now() + DAY, desk.now())):
        saved = take(desk, card, replace(draft(), came_at=told), WayBack.FORM)
        assert saved.response.came_at == kept


def test_an_answer_is_taken_though_whoever_is_at_the_till_has_left(desk: FrontDesk) -> None:
    card, keo = issue(desk), hire(desk, "Keo")
    act = replace(desk.act(), staff_id=keo)
    desk.submit(desk.staffing.leave, desk.act(), keo).result()
    saved = desk.submit(desk.responses.take, act, card.id, draft(), WayBack.PAGE).result()
    assert saved.response.owner_id == desk.staff_id


def test_the_inbox_has_the_unhappy_first(desk: FrontDesk, clock: FakeClock) -> None:
    card, moods = issue(desk, format=CardFormat.POSTER), (Mood.BAD, Mood.GOOD, Mood.POOR, None)
    for mood in moods:
        take(desk, card, draft(mood, "tea"))
        clock.forward(minutes=1)
    assert [each.mood for each in inbox(desk)] == [Mood.BAD, Mood.POOR, None, Mood.GOOD]


def test_a_card_is_found_however_its_code_is_written(desk: FrontDesk) -> None:
    card = issue(desk, count=30)
    shown, message = shown_code(card.code), f"ຮ້ານດີ! Nice cafe. Code: {shown_code(card.code)} ຂອບໃຈ"
    for raw in (
        *(card.code, card.code.lower(), shown, shown.replace("0", "O").replace("1", "l")),
        *(f"http://192.168.1.10:8320/{card.code}", card.url, message, f"sms:+85620?body={quote(message)}"),
        *(card.short, card.short.lower(), card.short.replace("-", ""), f" #{card.short.replace('-', ' ')}. "),
        card.short.replace("0", "o").replace("1", "I"),
    ):
        assert desk.responses.card(raw) == replace(card, links=()), raw
    wrong = card.code[:-1] + ("0" if card.code[-1] != "0" else "1")
    for raw in ("", "231", wrong, f"{card.number}-{wrong[-3:]}", f"999-{card.code[-3:]}", "x" * 100_000):
        assert desk.responses.card(raw) is None, raw


def test_the_page_knows_a_card_by_its_full_code_only(desk: FrontDesk) -> None:
    card = issue(desk)
    assert desk.responses.card_of_code(card.code.lower()) == replace(card, links=())
    assert desk.responses.card_of_code(card.short) is None
    assert desk.responses.card_of_code(card.url) is None


def test_nothing_that_is_written_breaks_or_gets_lost(desk: FrontDesk) -> None:
    """Every field of an answer: what comes out is what went in, clean; and clean is clean."""
    card = issue(desk, format=CardFormat.POSTER, count=1)
    kept = 0
    for at, text in enumerate((*NAUGHTY, *HALVES)):
        line = text[:LINE_LIMIT]
        said = ResponseDraft(Mood.FAIR, (Answer(Topic.LIKED, words=text),), line, line, text)
        act = replace(desk.act(), at=desk.now() + at * HOUR)
        response = desk.submit(desk.responses.take, act, card.id, said, WayBack.PAGE).result().response
        words = clean_note(text) if has_something_to_see(clean_note(text)) else ""
        assert [answer.words for answer in response.answers] == [words] * bool(words)
        assert response.name == response.contact
        assert has_something_to_see(response.name) == bool(response.name)
        kept += 1
    assert len(inbox(desk)) == kept
    in_order(desk)


def test_no_text_is_taken_for_a_card(desk: FrontDesk) -> None:
    issue(desk)
    assert {desk.responses.card(text) for text in (*NAUGHTY, *HALVES)} == {None}
