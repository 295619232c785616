"""Facts age: each is asked about after a time, answered once, and nothing of what was known is lost."""

from collections.abc import Callable
from dataclasses import replace

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.days import DAY, HOUR
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.facts import Answer, Fact, FactKind, FactOutcome, Reason
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.greeting import Greeting, LineKind
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock

OAT, NUTS = "Oat milk", "Peanuts"


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk, "Noy", preference=OAT)


def enrol(desk: FrontDesk, name: str, **known: str) -> int:
    draft = replace(CustomerDraft(name), **known)
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def do(desk: FrontDesk, method: Callable[..., FactOutcome], *args: object) -> FactOutcome:
    return desk.submit(method, desk.act(), *args).result()


def greet(desk: FrontDesk, customer: int) -> Greeting:
    return desk.greetings.open(customer, desk.now())


def only(desk: FrontDesk, customer: int) -> Fact:
    (fact,) = desk.facts.of(customer)
    return fact


def kinds(shown: Greeting) -> list[LineKind]:
    return [line.kind for line in shown.lines if line.kind is not LineKind.FIRST_VISIT]


def grow_old(clock: FakeClock) -> None:
    clock.forward(days=366)


def test_a_fact_says_who_noted_it_and_when(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    fact = only(desk, noy)
    assert (fact.noted_at, fact.noted_by) == (clock(), desk.staffing.owner().name)
    assert (fact.checked_at, fact.checked_by) == (None, "")


def test_after_the_time_that_the_shop_sets_it_is_asked_about(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    rules = CareRules(facts_age_days=30)
    desk.submit(desk.care_rules.save, desk.act(), rules).result()
    clock.forward(days=30)
    assert greet(desk, noy).to_check is None
    clock.forward(days=1)
    assert greet(desk, noy).to_check == only(desk, noy)


def test_still_true_renews_its_date_and_keeps_who_noted_it(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    noted = only(desk, noy)
    grow_old(clock)
    said = do(desk, desk.facts.stands, noted.id)
    assert (said.answer, said.before) == (Answer.STANDS, noted)
    fact = only(desk, noy)
    assert fact == replace(noted, checked_at=clock(), checked_by=desk.staffing.owner().name)
    clock.forward(days=364)
    assert greet(desk, noy).to_check is None
    clock.forward(days=2)
    assert greet(desk, noy).to_check == fact


def test_what_changed_takes_the_place_of_the_old_one_which_is_kept(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    old = only(desk, noy)
    grow_old(clock)
    said = do(desk, desk.facts.changed, old.id, "  Soy   milk ")
    fact = only(desk, noy)
    assert (fact.text, fact.noted_at, said.fact) == ("Soy milk", clock(), fact)
    assert history(desk) == [(old.id, "CHANGED", fact.id)]
    assert texts_ever(desk) == [(OAT, clock()), ("Soy milk", None)]
    assert [hit.name for hit in desk.search.find("soy", 5)] == ["Noy"]


def test_the_same_words_again_are_no_change(desk: FrontDesk, noy: int) -> None:
    fact = only(desk, noy)
    assert do(desk, desk.facts.changed, fact.id, f" {OAT} ").answer is Answer.STANDS
    assert only(desk, noy).id == fact.id


def test_what_holds_no_more_is_not_told_and_still_kept(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    old = only(desk, noy)
    said = do(desk, desk.facts.gone, old.id)
    assert (said.fact, said.before, said.answer) == (None, old, Answer.GONE)
    assert desk.facts.of(noy) == ()
    assert texts_ever(desk) == [(OAT, clock())]


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_can_be_taken_back(desk: FrontDesk, clock: FakeClock, noy: int, answer: Answer) -> None:
    grow_old(clock)
    before = desk.facts.of(noy)
    said = answer_with(desk, answer, only(desk, noy))
    undone = do(desk, desk.facts.undo, said.gesture)
    assert undone.fact == before[0]
    assert desk.facts.of(noy) == before
    assert greet(desk, noy).to_check == before[0]
    with pytest.raises(Refused) as refused:
        do(desk, desk.facts.undo, said.gesture)
    assert refused.value.code is RefusalCode.ALREADY_UNDONE


@pytest.mark.parametrize("answer", Answer)
def test_an_act_that_is_repeated_does_nothing_twice(
    desk: FrontDesk, clock: FakeClock, noy: int, answer: Answer
) -> None:
    grow_old(clock)
    act, fact = desk.act(), only(desk, noy)
    args = (fact.id, "Soy milk") if answer is Answer.CHANGED else (fact.id,)
    first, again = (desk.submit(method_of(desk, answer), act, *args).result() for _ in range(2))
    assert replace(again, before=None) == replace(first, before=None)
    assert len(history(desk)) == 1
    back = desk.act()
    first, again = (desk.submit(desk.facts.undo, back, act.gesture).result() for _ in range(2))
    assert again == first


def test_what_changed_once_more_is_not_taken_back_behind_its_back(desk: FrontDesk, noy: int) -> None:
    soy = do(desk, desk.facts.changed, only(desk, noy).id, "Soy milk")
    do(desk, desk.facts.changed, only(desk, noy).id, "No milk")
    with pytest.raises(Refused) as refused:
        do(desk, desk.facts.undo, soy.gesture)
    assert refused.value.code is RefusalCode.FACT_GONE
    assert only(desk, noy).text == "No milk"


def test_a_fact_that_is_gone_is_not_answered_for(desk: FrontDesk, noy: int) -> None:
    fact = only(desk, noy)
    do(desk, desk.facts.gone, fact.id)
    for answer in Answer:
        with pytest.raises(Refused) as refused:
            answer_with(desk, answer, fact)
        assert refused.value.code is RefusalCode.FACT_GONE


def test_only_what_an_answer_or_a_note_did_is_taken_back_here(desk: FrontDesk) -> None:
    enrolled = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Kham", note="Tall")).result()
    with pytest.raises(Refused) as refused:
        do(desk, desk.facts.undo, enrolled.gesture)
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO
    assert only(desk, enrolled.customer.id).text == "Tall"


def test_one_more_preference_is_a_fact_of_its_own(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    clock.forward(days=200)
    noted = do(desk, desk.facts.note, noy, FactKind.PREFERENCE, "By the window")
    assert {fact.text for fact in desk.facts.of(noy)} == {OAT, "By the window"}
    clock.forward(days=200)
    assert greet(desk, noy).to_check is not None
    assert greet(desk, noy).to_check.text == OAT
    do(desk, desk.facts.undo, noted.gesture)
    assert only(desk, noy).text == OAT
    with pytest.raises(BadInput):
        do(desk, desk.facts.note, noy, FactKind.PREFERENCE, "  ")


def test_one_question_at_a_time_and_none_twice_in_a_visit(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    do(desk, desk.facts.note, noy, FactKind.NOTE, "Plays the cello")
    grow_old(clock)
    shown = greet(desk, noy)
    assert kinds(shown) == [LineKind.PREFERENCE_TO_CHECK, LineKind.NOTE]
    first = shown.to_check
    assert first is not None
    said = do(desk, desk.facts.stands, first.id)
    assert greet(desk, noy).to_check is None
    do(desk, desk.facts.undo, said.gesture)
    assert greet(desk, noy).to_check == first
    do(desk, desk.facts.stands, first.id)
    clock.forward(hours=3)
    second = greet(desk, noy).to_check
    assert second is not None
    assert second.text == "Plays the cello"


def test_while_a_promise_is_due_nothing_is_asked(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    grow_old(clock)
    desk.submit(desk.requests.ask, desk.act(), noy, "Cake", "", clock() + HOUR).result()
    clock.forward(hours=2)
    shown = greet(desk, noy)
    assert LineKind.REQUEST_DUE in kinds(shown)
    assert LineKind.PREFERENCE in kinds(shown)
    assert shown.to_check is None


def test_an_allergy_is_asked_about_first_and_stays_the_loud_line_whatever_is_answered(
    desk: FrontDesk, clock: FakeClock
) -> None:
    maria = enrol(desk, "Maria", allergy=NUTS, preference=OAT)
    for answer in (None, Answer.STANDS, Answer.CHANGED):
        grow_old(clock)
        asked = greet(desk, maria).to_check
        assert asked is not None
        assert asked.kind is FactKind.ALLERGY
        if answer is not None:
            answer_with(desk, answer, asked, "All nuts")
        loud = greet(desk, maria).loud
        assert loud is not None
        assert loud.kind is LineKind.ALLERGY
    assert loud.text == "All nuts"
    clock.forward(days=1)
    asked = greet(desk, maria).to_check
    assert asked is not None
    assert asked.text == OAT, "an allergy stands in the way of no other question"


def test_why_they_come_is_several_reasons_each_noted_once(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    do(desk, desk.facts.note_why, noy, Reason.TASTE)
    do(desk, desk.facts.note_why, noy, Reason.PEOPLE, "always asks how I am", desk.staff_id)
    again = do(desk, desk.facts.note_why, noy, Reason.TASTE)
    assert again.answer is Answer.STANDS
    known = [fact for fact in desk.facts.of(noy) if fact.kind is FactKind.WHY]
    assert [(fact.reason, fact.whom, fact.text) for fact in known] == [
        (Reason.PEOPLE, desk.staffing.owner().name, "always asks how I am"),
        (Reason.TASTE, "", ""),
    ]
    assert kinds(greet(desk, noy)).count(LineKind.WHY_THEY_COME) == 2
    grow_old(clock)
    assert greet(desk, noy).to_check is not None


def test_whom_they_come_for_can_be_told_later(desk: FrontDesk, noy: int) -> None:
    first = do(desk, desk.facts.note_why, noy, Reason.PEOPLE)
    said = do(desk, desk.facts.note_why, noy, Reason.PEOPLE, "", desk.staff_id)
    assert said.answer is Answer.CHANGED
    assert said.fact is not None
    assert (said.before, said.fact.whom_id) == (first.fact, desk.staff_id)
    with pytest.raises(Refused) as refused:
        do(desk, desk.facts.note_why, noy, Reason.PEOPLE, "", 999)
    assert refused.value.code is RefusalCode.UNKNOWN_STAFF


def test_reasons_are_counted_with_their_people(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    kham, gone = enrol(desk, "Kham"), enrol(desk, "Gone")
    began = clock()
    for customer in (noy, kham, gone):
        do(desk, desk.facts.note_why, customer, Reason.TASTE)
    do(desk, desk.facts.note_why, noy, Reason.PEOPLE, "", desk.staff_id)
    desk.submit(desk.customers.archive, desk.act(), gone).result()
    clock.forward(days=1)
    habit = do(desk, desk.facts.note_why, kham, Reason.HABIT).gesture
    clock.forward(days=1)
    do(desk, desk.facts.undo, habit)
    figures = {figure.about: figure for figure in desk.facts.figures(began, clock())}
    assert list(figures) == list(Reason)
    assert {figure.kind for figure in figures.values()} == {FigureKind.WHY_THEY_COME}
    taste, people = figures[Reason.TASTE], figures[Reason.PEOPLE]
    assert (taste.value, taste.of, {each.name for each in taste.people}) == (2, 2, {"Noy", "Kham"})
    assert [(each.customer_id, each.note) for each in people.people] == [(noy, desk.staffing.owner().name)]
    assert figures[Reason.HABIT].value == 0
    assert desk.facts.figures(began - DAY, began - 1)[0].value is None


def test_merged_records_are_counted_and_asked_as_one(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    other = enrol(desk, "Noi", preference="Less sugar")
    for customer in (noy, other):
        do(desk, desk.facts.note_why, customer, Reason.TASTE)
    desk.submit(desk.merging.merge, desk.act(), noy, other).result()
    figures = {figure.about: figure for figure in desk.facts.figures(0, clock() + 1)}
    assert [each.customer_id for each in figures[Reason.TASTE].people] == [noy]
    clock.forward(days=366)
    asked = greet(desk, other).to_check
    assert asked is not None
    do(desk, desk.facts.stands, asked.id)
    assert greet(desk, noy).to_check is None


def test_answers_are_never_rewritten(desk: FrontDesk, noy: int) -> None:
    do(desk, desk.facts.stands, only(desk, noy).id)

    def rewrite(sql: str) -> None:
        desk.store.write().run(sql)

    for sql in ("UPDATE fact_check SET answer = 'GONE'", "DELETE FROM fact_check"):
        with pytest.raises(apsw.ConstraintError):
            desk.submit(rewrite, sql).result()


def method_of(desk: FrontDesk, answer: Answer) -> Callable[..., FactOutcome]:
    service = desk.facts
    return {Answer.STANDS: service.stands, Answer.CHANGED: service.changed, Answer.GONE: service.gone}[answer]


def answer_with(desk: FrontDesk, answer: Answer, fact: Fact, text: str = "Soy milk") -> FactOutcome:
    args = (fact.id, text) if answer is Answer.CHANGED else (fact.id,)
    return do(desk, method_of(desk, answer), *args)


def history(desk: FrontDesk) -> list[tuple[object, ...]]:
    return list(desk.store.read().run("SELECT fact_id, answer, new_id FROM fact_check ORDER BY id"))


def texts_ever(desk: FrontDesk) -> list[tuple[object, ...]]:
    return list(desk.store.read().run("SELECT text, gone_at FROM fact ORDER BY id"))
