"""Who is proposed to be forgotten, who is held back, and who is kept."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.privacy.retention import RetentionRules, SilentPeople
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, refusal, tap


def silent(desk: FrontDesk) -> SilentPeople:
    return desk.retention.silent(desk.act(), progress=lambda at, of: None, cancelled=lambda: False)


def live(desk: FrontDesk, clock: FakeClock, days: int) -> None:
    """The shop lives on: one visit of a regular each fifth day."""
    regular = enrol(desk, "Regular")
    for _ in range(days // 5):
        clock.forward(days=5)
        tap(desk, regular)


def names(people: SilentPeople) -> tuple[list[str], list[str]]:
    return [each.name for each in people.proposed], [each.name for each in people.held]


def test_who_was_silent_for_two_years_is_proposed_unless_something_stands(
    desk: FrontDesk, clock: FakeClock
) -> None:
    gone, owed, kept = enrol(desk, "Gone"), enrol(desk, "Owed"), enrol(desk, "Kept")
    for customer, stamps in ((gone, 1), (owed, 5), (kept, 1)):
        tap(desk, customer, stamps)
    live(desk, clock, 700)
    assert names(silent(desk)) == ([], [])
    assert silent(desk).too_young
    clock.forward(days=365 * 5)  # a leap of the clock is no silence
    tap(desk, enrol(desk, "New"))
    assert names(silent(desk)) == ([], [])
    clock.forward(days=-365 * 5)
    live(desk, clock, 50)
    assert names(silent(desk)) == (["Gone", "Kept"], ["Owed"])
    assert silent(desk).held[0].standing.rewards == 1

    saved = desk.submit(desk.retention.keep, desk.act(), kept).result()
    assert names(silent(desk))[0] == ["Gone"]
    assert 0 <= saved.until - desk.now() - 365 * DAY < 2 * DAY
    desk.submit(desk.retention.take_back, desk.act(), saved.gesture).result()
    assert names(silent(desk))[0] == ["Gone", "Kept"]


def test_the_owner_says_for_how_long_or_never(desk: FrontDesk, clock: FakeClock) -> None:
    tap(desk, enrol(desk, "Gone"))
    live(desk, clock, 400)
    saved = desk.submit(desk.retention.save_rules, desk.act(), RetentionRules(1)).result()
    assert names(silent(desk))[0] == ["Gone"]
    desk.submit(desk.retention.save_rules, desk.act(), RetentionRules(None)).result()
    assert silent(desk) == SilentPeople(None)
    desk.submit(desk.retention.save_rules, desk.act(), saved.before).result()
    assert silent(desk).years == 2


def test_the_manager_is_told_at_most_once_a_week(desk: FrontDesk, clock: FakeClock) -> None:
    tap(desk, enrol(desk, "Gone"))
    live(desk, clock, 400)
    desk.submit(desk.retention.save_rules, desk.act(), RetentionRules(1)).result()
    assert desk.retention.news(desk.act()) == 1
    desk.submit(desk.retention.looked, desk.act()).result()
    assert desk.retention.news(desk.act()) == 0
    clock.forward(days=8)
    assert desk.retention.news(desk.act()) == 1


def test_nobody_but_a_manager_keeps_or_looks(desk: FrontDesk) -> None:
    customer, cashier = enrol(desk), hire(desk, role=Role.CASHIER)
    act = desk.act()
    as_cashier = Act(act.gesture, cashier, act.till_id, act.at)
    for trying in (
        lambda: desk.submit(desk.retention.keep, as_cashier, customer).result(),
        lambda: desk.submit(desk.retention.save_rules, as_cashier, RetentionRules(3)).result(),
        lambda: desk.retention.silent(as_cashier, progress=lambda at, of: None, cancelled=lambda: False),
        lambda: desk.retention.news(as_cashier),
        lambda: desk.consents.report(as_cashier),
    ):
        with pytest.raises(Refused) as raised:
            trying()
        assert refusal(raised)[0] == "ONLY_MANAGER"


def test_consents_are_counted_by_purpose_with_their_words(desk: FrontDesk, clock: FakeClock) -> None:
    yes = CustomerDraft("Noy", consents=frozenset({Purpose.MESSAGES}))
    asked = {Purpose.MESSAGES: "May we write?"}
    noy = desk.submit(desk.customers.enrol, desk.act(), yes, None, asked).result().customer.id
    la = desk.submit(desk.customers.enrol, desk.act(), yes, None, asked).result().customer.id
    clock.forward(days=1)
    desk.submit(desk.customers.edit, desk.act(), la, CustomerDraft("La")).result()
    keo = enrol(desk, "Keo")

    report = desk.consents.report(desk.act())

    figures = next(each for each in report.figures if each.purpose is Purpose.MESSAGES)
    assert (figures.agreed, figures.refused, figures.unasked) == ((noy,), (la,), (keo,))
    assert [(used.wording, used.times) for used in report.wordings] == [("May we write?", 2)]
