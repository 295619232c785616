"""What follows from an answer within the same act: a complaint to put right, thanks that are passed on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from frontdesk.domain.acts import Act, StaffMember
from frontdesk.domain.care import recoveries as putting_right
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import Recovery, RecoveryState, next_states
from frontdesk.domain.days import HOUR
from frontdesk.domain.feedback.names_said import who_is_named
from frontdesk.domain.feedback.questions import HAPPY, Topic
from frontdesk.domain.feedback.responses import MOST_COMPLAINTS_AN_HOUR, Response, Step, StepKind
from frontdesk.domain.team.staff_thanks import ThanksState
from frontdesk.domain.text import LINE_LIMIT, NOTE_LIMIT, clean_line
from frontdesk.services.care.recoveries import RecoveryService
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import recoveries
from frontdesk.storage.feedback import response_steps, responses
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_thanks

SITUATIONS: Final = {
    ContactPoint.QUEUE: Situation.WAITED,
    ContactPoint.ORDER: Situation.WRONG_ORDER,
    ContactPoint.SERVICE: Situation.RUDE,
    ContactPoint.PLACE: Situation.UNCOMFORTABLE,
    ContactPoint.PAYING: Situation.PRICE,
}
"""What went wrong, as far as the box they ticked tells; whoever sees to it may say better."""


class ResponseSequels:
    def __init__(self, store: Store, complaints: RecoveryService) -> None:
        self._store = store
        self._complaints = complaints

    def follow(self, act: Act, gesture_id: int, response: Response) -> None:
        """After an answer came, or was edited: there is a complaint while it is an unhappy one, and whoever
        it praises by name is thanked, once. More complaints than an hour bears are read in the inbox.
        """
        if not self._flooded(act, response):
            self.put_right(act, gesture_id, response)
        self._thank(act, gesture_id, response)

    def bring_back(self, act: Act, gesture_id: int, response: Response) -> None:
        """It is an answer after all, and so is what came of it."""
        recovery = self.recovery(response)
        if recovery is None:
            self.put_right(act, gesture_id, response)
        elif response.unhappy:
            was = recoveries.before_aside(self._store.write(), recovery.id, response.id)
            state = putting_right.StepKind.STATE
            self.along(act, gesture_id, recovery, state, was or recovery.state)
        self._thank(act, gesture_id, response)

    def put_away(self, act: Act, gesture_id: int, response: Response) -> None:
        """It was no answer: nothing is to be put right, and thanks that still wait are none."""
        self.withdraw(act, gesture_id, response)
        for thanks_id in self.thanked(response).values():
            self._put_thanks(act, gesture_id, thanks_id, ThanksState.WAITING, ThanksState.TAKEN_BACK)

    def withdraw(self, act: Act, gesture_id: int, response: Response) -> None:
        """Its complaint was none, unless it was put right already."""
        recovery = self.recovery(response)
        if recovery is not None and RecoveryState.WITHDRAWN in next_states(recovery.state):
            self.along(act, gesture_id, recovery, putting_right.StepKind.STATE, RecoveryState.WITHDRAWN)

    def recovery(self, response: Response) -> Recovery | None:
        """The complaint that stands for it."""
        if response.recovery_id is None:
            return None
        return recoveries.get(self._store.write(), response.recovery_id)

    def touched(self, response: Response) -> bool:
        """Has anybody seen to its complaint?"""
        db, recovery_id = self._store.write(), response.recovery_id
        return recovery_id is not None and recoveries.touched(db, recovery_id, response.id)

    def along(
        self, act: Act, gesture_id: int, recovery: Recovery, kind: putting_right.StepKind, now: str
    ) -> None:
        """The complaint takes the same step as its answer."""
        db = self._store.write()
        was = recoveries.value(db, recovery.id, kind)
        if was != now:
            recoveries.take(db, act, gesture_id, putting_right.Step(recovery.id, kind, was, now, act.at))

    def share_face(self, act: Act, gesture_id: int, response: Response) -> None:
        """Whose the answer is, its complaint is."""
        recovery = self.recovery(response)
        if recovery is not None:
            whose = response_steps.value(self._store.write(), response.id, StepKind.CUSTOMER)
            self.along(act, gesture_id, recovery, putting_right.StepKind.CUSTOMER, whose)

    def back_along(self, act: Act, gesture_id: int, undone_id: int) -> None:
        """What an act that is taken back did to a complaint is taken back with it."""
        db = self._store.write()
        moved, again = recoveries.step_of(db, undone_id), recoveries.step_of(db, gesture_id)
        recovery = recoveries.get(db, moved.recovery_id) if moved is not None else None
        if moved is not None and recovery is not None and again is None:
            self.along(act, gesture_id, recovery, moved.kind, moved.was)

    # --- what is to be put right ---

    def put_right(self, act: Act, gesture_id: int, response: Response) -> None:
        """A complaint stands while the answer is unhappy, for whoever can be reached."""
        recovery = self.recovery(response)
        reachable = response.customer_id is not None or response.name or response.contact
        if recovery is not None:
            self._put_otherwise(act, gesture_id, response, recovery)
        elif response.unhappy and reachable:
            self._open(act, gesture_id, response)

    def _put_otherwise(self, act: Act, gesture_id: int, response: Response, recovery: Recovery) -> None:
        """They said it in other words, or with another face. Unhappy words are new: nobody has seen to them
        yet, whatever was done before. A happier face leaves to people what is between them by then.
        """
        db, state = self._store.write(), putting_right.StepKind.STATE
        if recoveries.last_step(db, recovery.id, putting_right.StepKind.WORDS) is None:
            recoveries.describe(db, recovery.id, _told(response), _who(response) or recovery.who)
        if not response.unhappy:
            if not self.touched(response):
                self.along(act, gesture_id, recovery, state, RecoveryState.WITHDRAWN)
        elif recovery.state is not RecoveryState.OPEN:
            self.along(act, gesture_id, recovery, state, RecoveryState.OPEN)
            self._complaints.tell_manager(db, act, recovery.id)

    def _open(self, act: Act, gesture_id: int, response: Response) -> None:
        db, new_id = self._store.write(), self._store.new_id
        disliked = response.said_of(Topic.DISLIKED)
        point = disliked.point if disliked is not None else None
        situation = SITUATIONS.get(point, Situation.OTHER) if point is not None else Situation.OTHER
        recovery_id, _ = recoveries.add(
            db,
            new_id,
            act,
            gesture_id,
            situation,
            self._whose(response),
            owner_id=response.owner_id,
            point=point,
        )
        recoveries.describe(db, recovery_id, _told(response), _who(response))
        step = Step(response.id, StepKind.RECOVERY, "", str(recovery_id), act.at)
        response_steps.take(db, new_id, act, gesture_id, step)
        self._complaints.tell_manager(db, act, recovery_id, anybodys=_anybodys(response))

    def _whose(self, response: Response) -> int | None:
        """Also of somebody who has left: should they come back, the complaint is theirs as the answer is."""
        whose = response_steps.value(self._store.write(), response.id, StepKind.CUSTOMER)
        return int(whose) if whose else None

    def _flooded(self, act: Act, response: Response) -> bool:
        """Did its code bring as many complaints within the hour as there are people to see to them?"""
        if not _anybodys(response):
            return False
        came = responses.complaints_on(self._store.write(), response.card_id, act.at - HOUR)
        return came >= MOST_COMPLAINTS_AN_HOUR

    # --- who is thanked ---

    def _thank(self, act: Act, gesture_id: int, response: Response) -> None:
        """Pass on to each member of staff what names them; what names them no more is no thanks."""
        db, before = self._store.write(), self.thanked(response)
        praise, named = praise_of(response), who_is_named(praise_of(response), shop.staff(db))
        words = _shortened(praise)
        for member in named:
            if member.id in before:
                staff_thanks.say(db, before[member.id], words)
                back = (ThanksState.TAKEN_BACK, ThanksState.WAITING)
                self._put_thanks(act, gesture_id, before[member.id], *back)
            else:
                self._add_thanks(act, gesture_id, response, member, words)
        for gone in before.keys() - {member.id for member in named}:
            self._put_thanks(act, gesture_id, before[gone], ThanksState.WAITING, ThanksState.TAKEN_BACK)
            staff_thanks.say(db, before[gone], "")

    def _add_thanks(
        self, act: Act, gesture_id: int, response: Response, member: StaffMember, words: str
    ) -> None:
        """Thanks are an act each; those that came in one answer are noted beside it."""
        db, new_id = self._store.write(), self._store.new_id
        beside = replace(act, gesture=new_id(act.at))
        beside_id = gestures.record(db, beside, "THANK_STAFF", response.customer_id)
        assert beside_id is not None, "its id was just made"
        staff_thanks.add(db, new_id, beside, beside_id, member.id, words, response.customer_id)
        thanks_id = staff_thanks.made_by(db, beside_id)
        step = Step(response.id, StepKind.THANKS, str(thanks_id), str(member.id), act.at)
        response_steps.note(db, new_id, act, gesture_id, step)

    def thanked(self, response: Response) -> dict[int, int]:
        """Who was thanked for it so far, and the key of the thanks."""
        steps = response_steps.steps(self._store.write(), response.id)
        return {int(step.now): int(step.was) for step in steps if step.kind is StepKind.THANKS}

    def _put_thanks(
        self, act: Act, gesture_id: int, thanks_id: int, was: ThanksState, now: ThanksState
    ) -> None:
        db = self._store.write()
        if staff_thanks.get(db, thanks_id).state is was:
            staff_thanks.add_step(db, self._store.new_id, act, gesture_id, thanks_id, now)


def praise_of(response: Response) -> str:
    """The words in which somebody of the staff may be thanked: what was liked, and of a happy visit what is
    said of it. A name among what was missed is no thanks.
    """
    topics = [Topic.LIKED, Topic.VISIT] if response.mood in HAPPY else [Topic.LIKED]
    said = (response.said_of(topic) for topic in topics)
    return "\n".join(each.words for each in said if each is not None and each.words)


def _anybodys(response: Response) -> bool:
    """Could one phone send as many of these as it likes, in whatever name?"""
    return response.shared and response.customer_id is None


def _told(response: Response) -> str:
    """The customer's own words, what was missed first."""
    order: Sequence[Topic] = (Topic.DISLIKED, Topic.VISIT, Topic.BETTER, Topic.CHANGE, Topic.LIKED)
    said = (response.said_of(topic) for topic in order)
    return "\n".join(each.words for each in said if each is not None and each.words)[:NOTE_LIMIT]


def _who(response: Response) -> str:
    """How to know and reach a stranger."""
    left = ", ".join(each for each in (response.name, response.contact) if each)
    return left[:LINE_LIMIT] if response.customer_id is None else ""


def _shortened(words: str) -> str:
    line = clean_line(words, NOTE_LIMIT * 2 + 1)
    return line if len(line) <= LINE_LIMIT else f"{line[: LINE_LIMIT - 1].rstrip()}…"
