"""Answers that come back on feedback cards: taken once, read by whom they concern."""

from dataclasses import replace

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.days import HOUR, MINUTE, day_at
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.response_drafts import added_to, cleaned, in_place_of, says_the_same
from frontdesk.domain.feedback.responses import (
    EDITABLE_FOR,
    KEYED_IN,
    MOST_A_CARD_AN_HOUR,
    Response,
    ResponseDraft,
    ResponseSaved,
    ResponseState,
    ResponseStory,
    Step,
    StepKind,
    WayBack,
    may_edit,
    same_way,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.feedback.questions import QuestionService
from frontdesk.services.feedback.response_cards import ResponseCards
from frontdesk.services.feedback.response_handling import ResponseHandling
from frontdesk.services.feedback.response_sequels import ResponseSequels
from frontdesk.services.feedback.response_steps import once
from frontdesk.services.gesture import check_role, number_of, role_of
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import feedback_cards, response_steps, responses
from frontdesk.storage.feedback.responses import Coming
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store


class ResponseService(ResponseHandling):
    """What comes back is never refused because of who stands at the till: it came from a customer."""

    def __init__(
        self,
        store: Store,
        shop_service: ShopService,
        questions: QuestionService,
        cards: ResponseCards,
        sequels: ResponseSequels,
    ) -> None:
        super().__init__(store, sequels)
        self._shop = shop_service
        self._questions = questions
        self._cards = cards

    # --- reading ---

    def card(self, raw: str) -> FeedbackCard | None:
        """For staff: the card that was scanned, pasted or keyed in, also by its short code."""
        return self._cards.card(raw)

    def card_of_code(self, code: str) -> FeedbackCard | None:
        """For the page: the card of a full signed code, and of nothing less."""
        return self._cards.card_of_code(code)

    def standing(self, card_id: int, now: int) -> Response | None:
        """Today's answer on a card of one's own, or one that may still be edited though it came yesterday;
        None for a code that many share. `may_edit` and `may_correct` say whether it can be changed.
        """
        db = self._store.read()
        card = feedback_cards.card(db, card_id)
        return self._standing(db, card, now) if card is not None else None

    def may_correct(self, act: Act, response: Response) -> bool:
        """May whoever acts key it in once more?"""
        return may_edit(response, act.at, WayBack.PAPER) and self._is_theirs(act, response)

    def between(self, since: int, until: int) -> tuple[Response, ...]:
        """All that count and were written in a span of time, the first first."""
        return responses.between(self._store.read(), since, until)

    def one(self, response_id: int) -> Response:
        """Raises `Refused` UNKNOWN_RESPONSE."""
        return self._get(self._store.read(), response_id)

    def story(self, response_id: int, language: str = "") -> ResponseStory:
        """An answer, what it was asked, and all that was done about it and was not taken back. The program's
        own questions are told in `language`, or the shop's. Raises `Refused` UNKNOWN_RESPONSE.
        """
        db = self._store.read()
        response, language = self._get(db, response_id), language or self._shop.settings().language
        asked = {
            each.topic: self._questions.text_of(each.version, each.topic, language)
            for each in response.answers
        }
        if response.mood is not None and Topic.VISIT not in asked:
            asked[Topic.VISIT] = self._questions.text_of(None, Topic.VISIT, language)
        return ResponseStory(response, asked, response_steps.lasting(db, response_id, tuple(StepKind)))

    def said_last(self, response_id: int, gesture: bytes) -> bool:
        """Whether the answer says what this act said: it came by it, or was last edited by it."""
        db = self._store.read()
        said_id = response_steps.last_act(db, response_id, (StepKind.CAME, StepKind.CHANGED))
        return said_id is not None and said_id == gestures.find(db, gesture)

    # --- taking ---

    def take(
        self, act: Act, card_id: int, draft: ResponseDraft, way: WayBack, blind: bool = False
    ) -> ResponseSaved:
        """Keep what a customer answered. On a card of one's own a second answer within the hour takes the
        place of the first if it came in the same way, and nothing is kept of that; a name or contact that it
        leaves out stays, and so does all that is left empty by somebody `blind`, who was not shown the first.
        What was keyed in is corrected by whoever keyed it in, or a manager. Somebody who is unhappy and can
        be reached has a complaint by it, and whoever is praised by name has their thanks.

        Raises `Refused` UNKNOWN_CARD, NOTHING_SAID, ANSWERED_TODAY, ENOUGH_ANSWERS, and `BadInput` TOO_LONG.
        """
        live, again = way is WayBack.PAGE, self.repeated(act)
        if again is not None:
            if not (live and self._edited_since(act, again.response)):
                return again
            act = replace(act, gesture=self._store.new_id(act.at))  # there and back again is no repeat
        return self._take(act, card_id, draft, way, live=live, blind=blind)

    @once
    def bring(self, act: Act, card_id: int, draft: ResponseDraft, way: WayBack) -> ResponseSaved:
        """Take a row of a table. It has its own time in whatever way it came, and no crowd of phones sent it.
        Raises as `take`, and `Refused` ONLY_MANAGER.
        """
        check_role(self._store, act, Role.MANAGER, "BRING_ANSWERS")
        return self._take(act, card_id, draft, way, live=False)

    def _take(
        self, act: Act, card_id: int, draft: ResponseDraft, way: WayBack, *, live: bool, blind: bool = False
    ) -> ResponseSaved:
        """`live` is what a guest sends now."""
        db = self._store.write()
        card = feedback_cards.card(db, card_id)
        if card is None:
            raise Refused(RefusalCode.UNKNOWN_CARD)
        said = cleaned(draft, card.language)
        came_at = act.at if live else _written_at(act, card, draft)
        stands = self._standing(db, card, came_at)
        if stands is not None:
            self._check_editable(act, stands, way, came_at)
            shown = self._shown(draft, said.language)
            anew = added_to(stands, said) if blind else in_place_of(stands, said, shown)
            return self._edit(db, act, stands, anew)
        if live and card.shared:
            self._check_room(db, card, came_at)
        return self._add(db, act, card, said, way, came_at)

    def _edited_since(self, act: Act, response: Response) -> bool:
        db = self._store.write()
        edited_id = response_steps.last_act(db, response.id, (StepKind.CHANGED,))
        return edited_id is not None and edited_id > number_of(db, act)

    @staticmethod
    def _check_room(db: Db, card: FeedbackCard, now: int) -> None:
        """What was sent a moment later may be written by now. Raises `Refused` ENOUGH_ANSWERS."""
        if responses.count_on(db, card.id, now - HOUR, now + MINUTE) >= MOST_A_CARD_AN_HOUR:
            raise Refused(RefusalCode.ENOUGH_ANSWERS, most=MOST_A_CARD_AN_HOUR)

    def _shown(self, draft: ResponseDraft, language: str) -> set[Topic]:
        """The questions that whoever wrote it could answer."""
        asked = {question.topic for question in self._questions.asked(language)}
        return asked | {answer.topic for answer in draft.answers}

    def _add(
        self, db: Db, act: Act, card: FeedbackCard, said: ResponseDraft, way: WayBack, came_at: int
    ) -> ResponseSaved:
        gesture_id = gestures.record(db, act, "TAKE_RESPONSE", card.customer_id)
        assert gesture_id is not None, "it was just seen to be new"
        coming = Coming(card, way, came_at, self._day(came_at), card.customer_id, _owner(db, act))
        response_id = responses.add(db, self._store.new_id, act, gesture_id, coming, said)
        step = Step(response_id, StepKind.CAME, "", way.value, act.at)
        response_steps.note(db, self._store.new_id, act, gesture_id, step)
        self._sequels.follow(act, gesture_id, self._get(db, response_id))
        return self._saved(db, act, response_id)

    def _check_editable(self, act: Act, stands: Response, way: WayBack, came_at: int) -> None:
        """Raises `Refused` ANSWERED_TODAY."""
        written_later = came_at == act.at and may_edit(stands, act.at, way)
        told_late = stands.came_at <= came_at < min(act.at, stands.came_at + EDITABLE_FOR)
        if not (written_later or (told_late and same_way(stands.way, way))):
            raise Refused(RefusalCode.ANSWERED_TODAY)
        if way in KEYED_IN and not self._is_theirs(act, stands):
            raise Refused(RefusalCode.ANSWERED_TODAY)
        if customers.is_of_erased(self._store.read(), "feedback_response", stands.id):
            raise Refused(RefusalCode.ANSWERED_TODAY)

    def _is_theirs(self, act: Act, keyed: Response) -> bool:
        """What somebody else keyed in may be a complaint about who would correct it: it is the manager's."""
        own = responses.taken_by(self._store.read(), keyed.id) == act.staff_id
        return own or role_of(self._store, act) in {Role.MANAGER, Role.OWNER}

    def _edit(self, db: Db, act: Act, stands: Response, said: ResponseDraft) -> ResponseSaved:
        """It takes the place of what the card brought before: what was done with by then is new again, and
        what they were to be told of other words is not told.
        """
        if says_the_same(stands, said):
            return ResponseSaved(stands, act.gesture, Changes(), changed=True)
        gesture_id = gestures.record(db, act, "EDIT_RESPONSE", stands.customer_id)
        assert gesture_id is not None, "it was just seen to be new"
        responses.say_anew(db, stands.id, said)
        step = Step(stands.id, StepKind.CHANGED, "", "", act.at)
        response_steps.note(db, self._store.new_id, act, gesture_id, step)
        if stands.state is ResponseState.DONE:
            self._step(act, gesture_id, stands, StepKind.STATE, ResponseState.NEW)
        if stands.told and stands.said_at is None and stands.answers != said.answers:
            self._note(act, gesture_id, Step(stands.id, StepKind.TOLD, "", "", act.at))
            response_steps.set_told(db, stands.id, "", None)
        self._sequels.follow(act, gesture_id, self._get(db, stands.id))
        return self._saved(db, act, stands.id)

    # --- days ---

    def _standing(self, db: Db, card: FeedbackCard, at: int) -> Response | None:
        if card.shared:
            return None
        return responses.on_card(db, card.id, self._day(at), at - EDITABLE_FOR, at)

    def _day(self, at: int) -> str:
        return day_at(at, self._shop.facts().zone).isoformat()


def _written_at(act: Act, card: FeedbackCard, draft: ResponseDraft) -> int:
    """When it was written: now, unless whoever hosted it knows better; but after the card was made."""
    if draft.came_at is None:
        return act.at
    return min(max(draft.came_at, card.issued_at), act.at)


def _owner(db: Db, act: Act) -> int:
    """Who sees to an answer until somebody takes it on: the manager, where there is none the owner."""
    staff = {member.role: member.id for member in reversed(shop.staff(db))}
    return staff.get(Role.MANAGER) or staff.get(Role.OWNER) or act.staff_id
