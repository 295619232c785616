"""The third request of a kind is a hint to the manager, and goes quiet when it is answered."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.asked_again import Answer
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.care.requests import DeclineReason, RequestState
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.greeting import LineKind
from tests.conftest import FakeClock


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk, "Noy")


@pytest.fixture
def kham(desk: FrontDesk) -> int:
    return enrol(desk, "Kham")


def enrol(desk: FrontDesk, name: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def ask(desk: FrontDesk, customer: int, *whats: str) -> int:
    for what in whats:
        request = desk.submit(desk.requests.ask, desk.act(), customer, what).result().request
    return request.id


def hints(desk: FrontDesk) -> list[tuple[str, int, int]]:
    found = desk.offers.to_suggest(desk.now())
    return [(kind.what, len(kind.wishes), kind.people) for kind in found]


def test_the_third_of_a_kind_is_a_hint(desk: FrontDesk, noy: int, kham: int) -> None:
    ask(desk, noy, "oat milk", "Oat milk, please")
    assert hints(desk) == []
    ask(desk, kham, "ນົມເຂົ້າໂອດ", "oat milk")
    assert hints(desk) == [("oat milk", 3, 2)]


def test_two_records_of_one_person_are_one_person(desk: FrontDesk, noy: int, kham: int) -> None:
    ask(desk, noy, "oat milk", "oat milk")
    ask(desk, kham, "oat milk")
    desk.submit(desk.merging.merge, desk.act(), noy, kham).result()
    assert hints(desk) == [("oat milk", 3, 1)]


def test_what_was_called_off_or_is_long_ago_is_no_wish(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    last = ask(desk, noy, "oat milk", "oat milk", "oat milk")
    desk.submit(desk.requests.move, desk.act(), last, RequestState.CANCELLED).result()
    assert hints(desk) == []
    ask(desk, noy, "oat milk")
    assert len(hints(desk)) == 1
    clock.forward(days=366)
    assert hints(desk) == []


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_holds_until_three_more_ask(
    desk: FrontDesk, clock: FakeClock, noy: int, answer: Answer
) -> None:
    ask(desk, noy, "oat milk", "oat milk", "oat milk")
    (kind,) = desk.offers.to_suggest(desk.now())
    answered = desk.submit(desk.offers.answer, desk.act(), kind, answer).result()
    assert hints(desk) == []
    desk.submit(desk.offers.undo, desk.act(), answered.gesture).result()
    assert len(hints(desk)) == 1
    desk.submit(desk.offers.answer, desk.act(), kind, answer).result()
    clock.forward(minutes=1)
    ask(desk, noy, "oat milk, please", "oat milk")
    assert hints(desk) == []
    ask(desk, noy, "oat milk")
    assert hints(desk) == [("oat milk", 3, 1)]


def test_only_a_manager_answers(desk: FrontDesk, noy: int) -> None:
    ask(desk, noy, "oat milk", "oat milk", "oat milk")
    (kind,) = desk.offers.to_suggest(desk.now())
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    with pytest.raises(Refused) as refused:
        desk.submit(desk.offers.answer, desk.act(), kind, Answer.OFFERED).result()
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    with pytest.raises(Refused):
        desk.submit(desk.offers.undo, desk.act(), b"x" * 16).result()


def test_a_figure_names_each_who_asked(desk: FrontDesk, clock: FakeClock, noy: int, kham: int) -> None:
    ask(desk, noy, "oat milk", "oat milk")
    ask(desk, kham, "oat milk")
    clock.forward(minutes=1)
    (figure,) = desk.offers.figures(0, desk.now())
    assert (figure.kind, figure.value, figure.of, figure.about) == (
        FigureKind.ASKED_AGAIN,
        3,
        2,
        "oat milk",
    )
    assert [who.customer_id for who in figure.people] == [kham, noy, noy]


def test_whoever_was_declined_hears_that_it_can_be_had_now(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    declined = ask(desk, noy, "oat milk", "oat milk", "Oat milk, please")
    desk.submit(desk.requests.decline, desk.act(), declined, DeclineReason.NOTHING_LEFT).result()
    clock.forward(days=1)

    def told() -> int:
        lines = desk.greetings.open(noy, desk.now()).lines
        return next(line.number for line in lines if line.kind is LineKind.REQUEST_DECLINED)

    assert told() == 0
    (kind,) = desk.offers.to_suggest(desk.now())
    desk.submit(desk.offers.answer, desk.act(), kind, Answer.OFFERED).result()
    assert told() == 1


def test_what_was_offered_before_and_declined_since_is_not_said_to_be_there(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    ask(desk, noy, "oat milk", "oat milk", "oat milk")
    (kind,) = desk.offers.to_suggest(desk.now())
    desk.submit(desk.offers.answer, desk.act(), kind, Answer.OFFERED).result()
    clock.forward(days=1)
    sold_out = ask(desk, noy, "oat milk")
    desk.submit(desk.requests.decline, desk.act(), sold_out, DeclineReason.NOTHING_LEFT).result()
    clock.forward(days=1)
    lines = desk.greetings.open(noy, desk.now()).lines
    assert [line.number for line in lines if line.kind is LineKind.REQUEST_DECLINED] == [0]
