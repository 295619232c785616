"""What the demo's owner does about answers: she replies, sees to what went wrong, and has it told."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from frontdesk.commands.demo.answer_words import DONE_ABOUT, SORRY, THANKS
from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import ResponseDraft, ResponseState
from frontdesk.domain.people.customers import Purpose

_OWNER: Final = "noy"
_READS_AT: Final = time(16, 45)
_SEEN_TO: Final = timedelta(days=1)
_RINGS: Final = timedelta(days=4)
"""So long after it was put right she rings whoever did not come again."""
_A_STEP: Final = timedelta(seconds=20)

Known = list[int]


def replied_to(
    answer: Known, said: ResponseDraft, at: datetime, person: DemoPerson | None, shop: DemoShop
) -> Iterator[Event]:
    """On the same afternoon, where it came before, else on the next: thanks to whoever can be written to."""
    read = _afternoon(at)
    way = _way_to(person)
    if way is not None:
        reply = partial(_reply, read, answer, way, THANKS[said.language])
        yield Event(read, Doing(reply))
    else:
        yield Event(read, Doing(partial(_done, read, answer)))


def seen_to(
    answer: Known, said: ResponseDraft, at: datetime, person: DemoPerson | None, shop: DemoShop
) -> Iterator[Event]:
    """She writes to them, sees to it, and they are told when they come; who does not is rung up."""
    if person is None and not said.contact:
        read = _afternoon(at)
        yield Event(read, Doing(partial(_done, read, answer)))
        return
    read = _afternoon(at)
    way = _way_to(person) or Way.SMS
    yield Event(read, Doing(partial(_reply, read, answer, way, SORRY[said.language])))
    done = read + _SEEN_TO
    yield Event(done, Doing(partial(_tell, done, answer, _done_about(said))))
    again = _comes_again(shop, person, done)
    confirmed = min(again or done + _RINGS, done + _RINGS)
    if again is not None:
        yield Event(again, Doing(partial(_say, again, answer)))
    yield Event(confirmed + _A_STEP, Doing(partial(_confirm, confirmed + _A_STEP, answer)))


def pass_thanks_on(taken: datetime, at: datetime, living: Living) -> None:
    """Whoever was named in an answer that was taken then hears of it."""
    moment = living.act(_OWNER, taken).at
    for thanks in living.desk.staff_thanks.waiting():
        if thanks.at == moment:
            living.desk.staff_thanks.pass_on(living.act(_OWNER, at), thanks.id)


def _reply(at: datetime, answer: Known, way: Way, text: str, living: Living) -> None:
    living.desk.responses.replied(living.act(_OWNER, at), answer[0], way, text)


def _done(at: datetime, answer: Known, living: Living) -> None:
    living.desk.responses.move(living.act(_OWNER, at), answer[0], ResponseState.DONE)


def _tell(at: datetime, answer: Known, text: str, living: Living) -> None:
    living.desk.responses.tell(living.act(_OWNER, at), answer[0], text)


def _say(at: datetime, answer: Known, living: Living) -> None:
    living.desk.responses.said(living.act(_OWNER, at), answer[0])


def _confirm(at: datetime, answer: Known, living: Living) -> None:
    recovery_id = living.desk.responses.one(answer[0]).recovery_id
    if recovery_id is not None:
        living.desk.recoveries.move(living.act(_OWNER, at), recovery_id, RecoveryState.CONFIRMED)


def _afternoon(at: datetime) -> datetime:
    read = datetime.combine(at.date(), _READS_AT)
    return read if read > at else read + timedelta(days=1)


def _way_to(person: DemoPerson | None) -> Way | None:
    """She writes to who said that she may, and nobody else."""
    return Way.WHATSAPP if person is not None and Purpose.MESSAGES in person.consents else None


def _done_about(said: ResponseDraft) -> str:
    missed = next((each.point for each in said.answers if each.topic is Topic.DISLIKED), None)
    return DONE_ABOUT[missed or ContactPoint.SERVICE]


def _comes_again(shop: DemoShop, person: DemoPerson | None, after: datetime) -> datetime | None:
    """When they are greeted next before the demo day."""
    if person is None:
        return None
    return next((v.at for v in shop.visits if v.person == person.index and v.at > after), None)
