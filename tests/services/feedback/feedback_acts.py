"""Cards that are handed out, and what comes back on them, in few words, for tests of several services."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.inbox import Shown
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, Response, ResponseDraft, ResponseSaved, WayBack


def issue(
    desk: FrontDesk, customer: int | None = None, format: CardFormat = CardFormat.CARD, count: int = 1
) -> FeedbackCard:
    """The first of the cards that were printed."""
    issued = desk.submit(desk.feedback.issue, desk.act(), count, "lo", customer, format=format).result()
    return issued.cards[0]


def draft(
    mood: Mood | None = Mood.GOOD, liked: str = "", disliked: str = "", point: ContactPoint | None = None
) -> ResponseDraft:
    """What somebody says: a face, and words or a box where they liked or disliked something."""
    answers = (Answer(Topic.LIKED, words=liked), Answer(Topic.DISLIKED, point, disliked))
    return ResponseDraft(mood, answers)


def take(
    desk: FrontDesk, card: FeedbackCard, said: ResponseDraft | None = None, way: WayBack = WayBack.PAGE
) -> ResponseSaved:
    return desk.submit(desk.responses.take, desk.act(), card.id, said or draft(), way).result()


def inbox(desk: FrontDesk, shown: Shown = Shown.TO_DO) -> tuple[Response, ...]:
    """All that wait, the unhappy first; or what else is asked for."""
    return desk.response_inbox.page(shown, 1000).responses


def answers_of(desk: FrontDesk, customer: int) -> tuple[Response, ...]:
    """All of a customer that count, the first first."""
    counting = desk.responses.between(0, desk.now() + 1)
    return tuple(each for each in counting if each.customer_id == customer)


def undo(desk: FrontDesk, saved: ResponseSaved) -> ResponseSaved:
    return desk.submit(desk.responses.undo, desk.act(), saved.gesture).result()
