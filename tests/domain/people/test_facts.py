"""Which fact is asked about, what one tap may answer, and which facts an edited text leaves as they are."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.facts import Answer, Fact, FactKind, Reason, one_tap_answers, parted, to_check
from frontdesk.domain.regulars.greeting import UNASKED_WHILE, Greeting, GreetingLine, LineKind
from frontdesk.domain.regulars.greeting_lines import Asking, compose, without_question
from frontdesk.domain.regulars.visits import VisitSummary

NOW, AGE = 1_800_000_000_000, 365
OLD = NOW - 400 * DAY
OAT = Fact(1, FactKind.PREFERENCE, "oat milk", OLD)
CELLO = Fact(2, FactKind.NOTE, "cello", OLD - DAY)
NUTS = Fact(3, FactKind.ALLERGY, "nuts", OLD + DAY)
TASTE = Fact(4, FactKind.WHY, "", OLD, reason=Reason.TASTE)


def greeted(*facts: Fact, told: tuple[GreetingLine, ...] = (), asking: Asking | None = None) -> Greeting:
    summary = VisitSummary(9, NOW - 900 * DAY, NOW - DAY)
    lines = compose(
        Customer(1, "Noy"),
        summary,
        facts,
        (),
        (),
        now=NOW,
        today=date(2027, 1, 15),
        told=told,
        asking=asking or Asking(AGE),
    )
    return Greeting(Customer(1, "Noy"), (), summary, lines, facts)


def test_what_was_heard_of_lately_is_young() -> None:
    assert OAT.is_old(NOW, AGE)
    assert not OAT.is_old(NOW, 400)
    assert not replace(OAT, checked_at=NOW - DAY).is_old(NOW, AGE)


def test_an_allergy_is_asked_first_then_what_was_not_heard_of_for_longest() -> None:
    assert to_check((OAT, CELLO, NUTS, TASTE), NOW, AGE) == NUTS
    assert to_check((OAT, CELLO, TASTE), NOW, AGE) == CELLO
    checked = replace(CELLO, checked_at=NOW)
    assert to_check((OAT, checked), NOW, AGE) == OAT
    assert to_check((checked,), NOW, AGE) is None


def test_one_tap_never_lets_an_allergy_go() -> None:
    assert set(one_tap_answers(OAT)) == set(Answer)
    assert Answer.GONE not in one_tap_answers(NUTS)


@pytest.mark.parametrize("kind", sorted(UNASKED_WHILE))
def test_while_something_is_to_be_put_right_or_asked_no_fact_is(kind: LineKind) -> None:
    shown = greeted(OAT, told=(GreetingLine(kind, text="cold soup"),))
    assert shown.to_check is None
    assert [line.kind for line in shown.lines] == [kind, LineKind.PREFERENCE]


def test_of_several_old_facts_one_is_asked_about_and_the_others_are_told() -> None:
    shown = greeted(NUTS, OAT, CELLO, TASTE)
    assert [line.kind for line in shown.lines] == [
        LineKind.ALLERGY,
        LineKind.PREFERENCE_TO_CHECK,
        LineKind.PREFERENCE,
        LineKind.WHY_THEY_COME,
        LineKind.NOTE,
    ]
    assert shown.to_check == NUTS
    assert shown.loud is not None
    assert shown.loud.kind is LineKind.ALLERGY
    asked_before = greeted(NUTS, OAT, asking=Asking(AGE, asked=True))
    assert asked_before.to_check is None


def test_who_was_asked_already_is_shown_it_as_it_is_known() -> None:
    for fact, kinds in (
        (OAT, [LineKind.PREFERENCE]),
        (CELLO, [LineKind.NOTE]),
        (TASTE, [LineKind.WHY_THEY_COME]),
        (NUTS, [LineKind.ALLERGY]),
    ):
        shown = without_question(greeted(fact))
        assert [line.kind for line in shown.lines] == kinds
        assert without_question(shown) == shown


@pytest.mark.parametrize(
    ("typed", "kept", "more"),
    [
        ("oat milk\nwindow\nin the\nmorning", [1, 2, 3], ""),
        ("in the\nmorning\noat milk", [1, 3], ""),
        ("oat milk\nless sugar", [1], "less sugar"),
        ("oat milk, no sugar\nwindow", [2], "oat milk, no sugar"),
        ("in the\nevening\nmorning", [], "in the\nevening\nmorning"),
        ("in the\nwindow\nmorning", [2], "in the\nmorning"),
        ("", [], ""),
    ],
)
def test_a_text_keeps_the_facts_that_stand_in_it_whole(typed: str, kept: list[int], more: str) -> None:
    known = [
        Fact(id_, FactKind.PREFERENCE, text, OLD)
        for id_, text in enumerate(("oat milk", "window", "in the\nmorning"), 1)
    ]
    found, rest = parted(known, typed)
    assert ([fact.id for fact in found], rest) == (kept, more)
