"""Acts of caring for people that can be taken back, and what may be done after them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.asked_again import Answer, Wish, WishKind
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseState, WayBack
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.refusals import RefusalCode
from frontdesk.domain.regulars.absences import AwayReason
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.storage.care import contact_log, offers, today
from frontdesk.storage.regulars import absences
from tests.services.counter_acts import enrol, hire
from tests.services.feedback.feedback_acts import draft, inbox, issue, take


def do(desk: FrontDesk, method: Callable[..., Any], *args: Any, act: Act | None = None) -> Any:
    return desk.submit(method, act or desk.act(), *args).result()


@dataclass(frozen=True)
class Case:
    """An act of a service: what it is about (`begin`), what the shop knows of that (`seen`), and what is done
    after it (`then`), unless an older one may well be undone after a newer one.
    """

    service: str
    begin: Callable[[FrontDesk], Any]
    act: Callable[[FrontDesk, Any, Act], Any]
    seen: Callable[[FrontDesk, Any], Any]
    then: Callable[[FrontDesk, Any, Any], Any] | None = None
    late: RefusalCode = RefusalCode.MOVED_ON
    undo: str = "undo"

    def take_back(self, desk: FrontDesk, gesture: bytes, act: Act | None = None) -> Any:
        return do(desk, getattr(getattr(desk, self.service), self.undo), gesture, act=act)


def asked(desk: FrontDesk) -> int:
    return int(do(desk, desk.staff_requests.ask, "Sunday off?").request.id)


def waiting(desk: FrontDesk) -> int:
    return int(do(desk, desk.arrivals.came).arrival.id)


def thanked(desk: FrontDesk) -> int:
    return int(do(desk, desk.staff_thanks.thank, hire(desk), "So kind").thanks.id)


def _complaint(desk: FrontDesk) -> int:
    return int(do(desk, desk.recoveries.record, Situation.WAITED, enrol(desk)).recovery.id)


def a_request(desk: FrontDesk) -> int:
    return int(do(desk, desk.requests.ask, enrol(desk), "Cake", "", None).request.id)


def _fact(desk: FrontDesk) -> int:
    return int(do(desk, desk.facts.note, enrol(desk), FactKind.ALLERGY, "Peanuts").fact.id)


def _due(desk: FrontDesk) -> int:
    added = do(desk, desk.follow_ups.add, enrol(desk), FollowUpKind.CALL, desk.today(), "", None, 7)
    return int(added.follow_up.id)


def _wish(desk: FrontDesk) -> WishKind:
    request_id = a_request(desk)
    return WishKind("Cake", (Wish(request_id, 1, "Noy", "Cake", desk.now()),))


def _item(desk: FrontDesk) -> TodayItem:
    return TodayItem(TodayKind.BIRTHDAY, enrol(desk), desk.today())


CASES = {
    "answer": Case(
        "staff_requests",
        asked,
        lambda desk, key, act: do(
            desk, desk.staff_requests.answer, key, StaffRequestState.YES, "Yes", act=act
        ),
        lambda desk, key: desk.staff_requests.of(desk.staffing.owner().id),
        lambda desk, key, _: do(desk, desk.staff_requests.answer, key, StaffRequestState.NO, "No after all"),
    ),
    "answer, then withdrawn": Case(
        "staff_requests",
        asked,
        lambda desk, key, act: do(
            desk, desk.staff_requests.answer, key, StaffRequestState.YES, "Yes", act=act
        ),
        lambda desk, key: desk.staff_requests.of(desk.staffing.owner().id),
        lambda desk, key, _: do(desk, desk.staff_requests.withdraw, key),
    ),
    "thanks, then passed on": Case(
        "staff_thanks",
        hire,
        lambda desk, la, act: do(desk, desk.staff_thanks.thank, la, "So kind", act=act),
        lambda desk, la: desk.staff_thanks.waiting(),
        lambda desk, la, saved: do(desk, desk.staff_thanks.pass_on, saved.thanks.id),
    ),
    "passed on": Case(
        "staff_thanks",
        thanked,
        lambda desk, key, act: do(desk, desk.staff_thanks.pass_on, key, act=act),
        lambda desk, key: desk.staff_thanks.waiting(),
    ),
    "came, then greeted": Case(
        "arrivals",
        lambda desk: None,
        lambda desk, _, act: do(desk, desk.arrivals.came, act=act),
        lambda desk, _: desk.arrivals.waiting(desk.now()),
        lambda desk, _, saved: do(desk, desk.arrivals.greet, saved.arrival.id),
    ),
    "greeted": Case(
        "arrivals",
        waiting,
        lambda desk, key, act: do(desk, desk.arrivals.greet, key, act=act),
        lambda desk, key: desk.arrivals.waiting(desk.now()),
    ),
    "complaint, then moved": Case(
        "recoveries",
        enrol,
        lambda desk, noy, act: do(desk, desk.recoveries.record, Situation.WAITED, noy, act=act),
        lambda desk, noy: desk.recoveries.of(noy),
        lambda desk, noy, told: do(desk, desk.recoveries.move, told.recovery.id, RecoveryState.CONTACTED),
        RefusalCode.RECOVERY_MOVED_ON,
    ),
    "answer, then moved": Case(
        "responses",
        issue,
        lambda desk, card, act: do(desk, desk.responses.take, card.id, draft(), WayBack.PAPER, act=act),
        lambda desk, card: (inbox(desk), desk.responses.standing(card.id, desk.now())),
        lambda desk, card, came: do(desk, desk.responses.move, came.response.id, ResponseState.DONE),
        RefusalCode.RESPONSE_MOVED_ON,
    ),
    "told, then said": Case(
        "responses",
        lambda desk: take(desk, issue(desk, enrol(desk)), draft(Mood.BAD)).response.id,
        lambda desk, key, act: do(desk, desk.responses.tell, key, "Fixed", act=act),
        lambda desk, key: (desk.responses.one(key), desk.recoveries.standing()[0].state),
        lambda desk, key, _: do(desk, desk.responses.said, key),
        RefusalCode.RESPONSE_MOVED_ON,
    ),
    "situation, there and back": Case(
        "recoveries",
        _complaint,
        lambda desk, key, act: do(desk, desk.recoveries.resituate, key, Situation.RUDE, act=act),
        lambda desk, key: desk.recoveries.standing(),
        lambda desk, key, _: [
            do(desk, desk.recoveries.resituate, key, each) for each in (Situation.LOST, Situation.RUDE)
        ],
        RefusalCode.RECOVERY_MOVED_ON,
    ),
    "axis, there and back": Case(
        "request_details",
        a_request,
        lambda desk, key, act: do(desk, desk.request_details.set_axis, key, Axis.COST, act=act),
        lambda desk, key: desk.requests.get(key),
        lambda desk, key, _: [
            do(desk, desk.request_details.set_axis, key, each) for each in (Axis.SERVICE, Axis.COST)
        ],
        RefusalCode.WRONG_STATE,
    ),
    "fact changed, then gone": Case(
        "facts",
        _fact,
        lambda desk, key, act: do(desk, desk.facts.changed, key, "Sesame", act=act),
        lambda desk, key: [fact.text for fact in desk.facts.of(1)],
        lambda desk, key, saved: do(desk, desk.facts.gone, saved.fact.id),
        RefusalCode.FACT_GONE,
    ),
    "fact gone, then noted anew": Case(
        "facts",
        _fact,
        lambda desk, key, act: do(desk, desk.facts.gone, key, act=act),
        lambda desk, key: [fact.text for fact in desk.facts.of(1)],
        lambda desk, key, _: do(desk, desk.facts.note, 1, FactKind.ALLERGY, "Peanuts"),
        RefusalCode.FACT_GONE,
    ),
    "follow-up, then done": Case(
        "follow_ups",
        enrol,
        lambda desk, noy, act: do(desk, desk.follow_ups.add, noy, FollowUpKind.CALL, desk.today(), act=act),
        lambda desk, noy: desk.follow_ups.due(desk.now()),
        lambda desk, noy, saved: do(desk, desk.follow_ups.done, saved.follow_up.id),
        RefusalCode.FOLLOW_UP_OVER,
    ),
    "done, and the next one done": Case(
        "follow_ups",
        _due,
        lambda desk, key, act: do(desk, desk.follow_ups.done, key, act=act),
        lambda desk, key: desk.follow_ups.due(desk.now()),
        lambda desk, key, saved: do(desk, desk.follow_ups.done, saved.then.id),
        RefusalCode.FOLLOW_UP_OVER,
    ),
    "wish": Case(
        "offers",
        _wish,
        lambda desk, wish, act: do(desk, desk.offers.answer, wish, Answer.OFFERED, act=act),
        lambda desk, wish: offers.answered(desk.store.read()),
    ),
    "call": Case(
        "slipping",
        enrol,
        lambda desk, noy, act: do(desk, desk.slipping.asked, noy, AwayReason.MOVED, act=act),
        lambda desk, noy: absences.steps_of(desk.store.read(), [noy]),
    ),
    "tick": Case(
        "today_list",
        _item,
        lambda desk, item, act: do(desk, desk.today_list.tick, item, act=act),
        lambda desk, item: today.ticked(desk.store.read(), [item.day]),
    ),
    "left, back, and left again": Case(
        "leaving",
        enrol,
        lambda desk, noy, act: do(desk, desk.leaving.leave, noy, act=act),
        lambda desk, noy: (desk.leaving.left(noy), desk.leaving.all_left(0, desk.now() + 1)),
        lambda desk, noy, _: [do(desk, each, noy) for each in (desk.leaving.come_back, desk.leaving.leave)],
        undo="take_back",
    ),
    "message": Case(
        "contacting",
        enrol,
        lambda desk, noy, act: do(desk, desk.contacting.note, noy, MessageKind.THANKS, Way.PAPER, act=act),
        lambda desk, noy: contact_log.of(desk.store.read(), noy, 9),
        undo="take_back",
    ),
}
"""By their name; of each sort of Undo there is one."""
