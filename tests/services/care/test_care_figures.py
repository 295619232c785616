"""The figures are gathered from every room, for managers only, and whoever waits may stop."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_figures import CareFigure, FigureKind, Unit
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.care.care_figures import CareReport
from frontdesk.services.care.requests import RequestService
from tests.conftest import FakeClock

HOUR = 3_600_000


def report(desk: FrontDesk, span: CareSpan = CareSpan.FOUR_WEEKS) -> CareReport:
    made = desk.care_figures.report(desk.act(), span)
    assert made is not None
    return made


@pytest.fixture
def maly(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maly")).result().customer.id


def test_a_broken_promise_is_a_figure_with_whom_it_was_given(
    desk: FrontDesk, maly: int, clock: FakeClock
) -> None:
    desk.submit(desk.requests.ask, desk.act(), maly, "Cake", "", clock() + HOUR).result()
    clock.forward(hours=2)
    [kept] = report(desk).of(FigureKind.PROMISES_KEPT)
    assert (kept.value, kept.of) == (0, 1)
    assert [(each.customer_id, each.name, each.note) for each in kept.people] == [(maly, "Maly", "Cake")]


def test_figures_come_in_their_order(desk: FrontDesk, maly: int, clock: FakeClock) -> None:
    kinds = [each.kind for each in report(desk).figures]
    assert kinds == sorted(kinds, key=list(FigureKind).index)


def test_every_kind_has_a_room_that_measures_it(desk: FrontDesk) -> None:
    """Reasons, wishes and points of contact come only where there are some."""
    always = {each.kind for each in report(desk).figures}
    in_some_shops = {
        FigureKind.DECLINED,
        FigureKind.ASKED_AGAIN,
        FigureKind.WHY_AWAY,
        FigureKind.CONTACT_POINT,
    }
    assert always | in_some_shops == set(FigureKind)


def test_a_new_shop_has_nothing_to_measure(desk: FrontDesk) -> None:
    made = report(desk, CareSpan.SINCE_OPENING)
    assert [each for kind in FigureKind for each in made.of(kind)] == []
    assert made.gaps == ()


def test_a_share_of_none_is_told_and_a_count_of_none_is_not() -> None:
    assert CareFigure(FigureKind.PROMISES_KEPT, 0.0, Unit.SHARE, 3).measured
    assert not CareFigure(FigureKind.PROMISES_KEPT, None, Unit.SHARE).measured
    assert not CareFigure(FigureKind.QUIET, 0.0).measured
    assert CareFigure(FigureKind.QUIET, 2.0).measured


def test_a_cashier_is_refused(desk: FrontDesk) -> None:
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Maly P.", Role.CASHIER).result()
    desk.take_over(cashier.id).result()
    with pytest.raises(Refused) as caught:
        report(desk)
    assert caught.value.code is RefusalCode.ONLY_MANAGER


def test_progress_goes_to_its_end_and_a_stop_is_heard(desk: FrontDesk) -> None:
    told = list[tuple[int, int]]()
    desk.care_figures.report(
        desk.act(), CareSpan.THIS_WEEK, progress=lambda done, total: told.append((done, total))
    )
    assert told[-1][0] == told[-1][1] == len(told)
    assert desk.care_figures.report(desk.act(), CareSpan.THIS_WEEK, cancelled=lambda: True) is None


def test_rooms_are_asked_for_the_span_that_was_chosen(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[tuple[int, int]]()

    def figures(service: RequestService, since: int, until: int) -> tuple[CareFigure, ...]:
        asked.append((since, until))
        return ()

    monkeypatch.setattr(RequestService, "figures", figures)
    desk.__dict__.pop("care_figures", None)
    report(desk, CareSpan.SINCE_OPENING)
    report(desk, CareSpan.THIS_WEEK)
    assert asked[0] == (0, desk.now())
    assert 0 < asked[1][0] < desk.now()
