"""Who had said that it was fine and then stopped coming is a list of its own, and a figure."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.days import DAY
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_news import Gist
from frontdesk.domain.feedback.responses import ResponseDraft, ResponseState, WayBack
from tests.services.counter_acts import enrol, merge
from tests.services.feedback.feedback_acts import draft, issue


def comes(desk: FrontDesk, name: str, silent: int, every: int = 3) -> int:
    customer = enrol(desk, name)
    for time in range(8, 0, -1):
        act = desk.act(desk.now() - (silent + (time - 1) * every) * DAY)
        desk.submit(desk.loyalty.add_stamps, act, customer).result()
    return customer


def said(desk: FrontDesk, customer: int, answer: ResponseDraft, days_ago: int) -> int:
    card, act = issue(desk, customer), desk.act(desk.now() - days_ago * DAY)
    saved = desk.submit(desk.responses.take, act, card.id, answer, WayBack.PAPER).result()
    return saved.response.id


def listed(desk: FrontDesk) -> list[str]:
    return [each.name for each in desk.slipping.said_fine(desk.now())]


def test_the_last_face_tells_who_had_called_it_fine(desk: FrontDesk) -> None:
    noy, keo, dara = (comes(desk, name, silent=40) for name in ("Noy", "Keo", "Dara"))
    here, silent = comes(desk, "Here", silent=1), comes(desk, "Silent", silent=40)
    said(desk, noy, draft(Mood.GOOD, liked="The tea"), 45)
    said(desk, keo, draft(Mood.VERY_GOOD), 90)
    said(desk, keo, draft(Mood.POOR), 45)
    said(desk, dara, draft(None, disliked="too loud"), 45)
    said(desk, here, draft(Mood.GOOD), 2)
    (stopped,) = desk.slipping.said_fine(desk.now())
    assert (stopped.customer_id, stopped.said.mood, stopped.said.gist) == (noy, Mood.GOOD, Gist("The tea"))
    assert stopped.said.at == desk.now() - 45 * DAY
    assert stopped.missed is not None
    (figure,) = [each for each in desk.slipping.figures(0, desk.now()) if each.kind is FigureKind.SAID_FINE]
    assert (figure.value, figure.of) == (0.5, 2)
    assert {each.name: each.met for each in figure.people} == {"Noy": True, "Keo": False}
    assert silent not in {each.customer_id for each in figure.people}, "they were never asked"


def test_who_left_is_listed_after_those_who_are_missed_and_who_is_let_be_is_not(desk: FrontDesk) -> None:
    noy, keo, bee = comes(desk, "Noy", 40), comes(desk, "Keo", 40), comes(desk, "Bee", 2)
    for customer in (noy, keo, bee):
        said(desk, customer, draft(Mood.FAIR), 45)
    desk.submit(desk.leaving.leave, desk.act(), bee).result()
    assert listed(desk)[2:] == ["Bee"]
    assert set(listed(desk)[:2]) == {"Noy", "Keo"}
    desk.submit(desk.slipping.fine, desk.act(), keo, None).result()
    assert listed(desk) == ["Noy", "Bee"]


def test_what_was_set_aside_was_never_said_and_merged_records_said_it_as_one(desk: FrontDesk) -> None:
    noy, twin = comes(desk, "Noy", 40), enrol(desk, "Noi")
    trial = said(desk, noy, draft(Mood.GOOD), 45)
    desk.submit(desk.responses.move, desk.act(), trial, ResponseState.SET_ASIDE).result()
    assert listed(desk) == []
    said(desk, twin, draft(Mood.GOOD), 45)
    merge(desk, noy, twin)
    assert listed(desk) == ["Noy"]
