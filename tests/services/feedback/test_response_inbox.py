"""The inbox: what waits first, of that the unhappy; a page of it at a time."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.inbox import Shown
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseState
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import draft, issue, take

ALL = 100


def came(desk: FrontDesk, clock: FakeClock, *moods: Mood | None) -> list[int]:
    """An answer a minute."""
    keys = []
    for mood in moods:
        clock.forward(minutes=1)
        keys.append(take(desk, issue(desk), draft(mood, "fine")).response.id)
    return keys


def shown(desk: FrontDesk, which: Shown, most: int = ALL) -> list[int]:
    return [each.id for each in desk.response_inbox.page(which, most).responses]


def move(desk: FrontDesk, key: int, to: ResponseState) -> None:
    desk.submit(desk.responses.move, desk.act(), key, to).result()


def test_each_filter_shows_its_own_in_the_order_of_what_presses(desk: FrontDesk, clock: FakeClock) -> None:
    bad, good, none, poor, joke, old = came(
        desk, clock, Mood.BAD, Mood.GOOD, None, Mood.POOR, Mood.BAD, Mood.POOR
    )
    move(desk, joke, ResponseState.SET_ASIDE)
    move(desk, old, ResponseState.DONE)
    assert shown(desk, Shown.TO_DO) == [bad, poor, none, good]  # the worst, though another came later
    assert shown(desk, Shown.UNHAPPY) == [poor, bad, old]
    assert shown(desk, Shown.LATELY) == [old, poor, none, good, bad]
    assert shown(desk, Shown.ASIDE) == [joke]


def test_it_counts_what_it_does_not_show(desk: FrontDesk, clock: FakeClock) -> None:
    assert not desk.response_inbox.page(Shown.LATELY, ALL).ever
    keys = came(desk, clock, Mood.BAD, Mood.GOOD, Mood.GOOD)
    page = desk.response_inbox.page(Shown.TO_DO, 2)
    assert [each.id for each in page.responses] == [keys[0], keys[2]]
    assert (page.found, page.waiting, page.unhappy, page.ever) == (3, 3, 1, True)
    for key in keys:
        move(desk, key, ResponseState.DONE)
    page = desk.response_inbox.page(Shown.TO_DO, ALL)
    assert (page.responses, page.waiting, page.ever) == ((), 0, True)
    assert desk.response_inbox.waiting() == 0
