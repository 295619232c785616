"""Responses: the answers that feedback cards bring back. Each gets an owner and, where it can, a reply."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import HOUR
from frontdesk.domain.feedback.questions import UNHAPPY, Mood, Topic

EDITABLE_FOR: Final = HOUR
"""So long whoever has the card may change what they said, in milliseconds."""

MOST_A_CARD_AN_HOUR: Final = 30
"""A poster's one code takes many answers, but not more than so many guests could give."""

MOST_COMPLAINTS_AN_HOUR: Final = 6
"""So many of a poster's answers may be complaints of strangers; the others are read among the answers."""

MOST_WORDS: Final = 2000
"""Characters to one question; the page says so before anybody writes more."""


class WayBack(StrEnum):
    """How an answer came."""

    PAGE = "PAGE"
    """Through the shop's own page."""
    MESSAGE = "MESSAGE"
    """By SMS, e-mail or a messenger, pasted or keyed in here."""
    FORM = "FORM"
    """Through a form that somebody hosts for the shop; its table was brought in."""
    PAPER = "PAPER"
    """On the card itself, keyed in here."""


KEYED_IN: Final = frozenset({WayBack.MESSAGE, WayBack.PAPER})
"""By one of us, who may have read it wrong."""


class ResponseState(StrEnum):
    NEW = "NEW"
    IN_HAND = "IN_HAND"
    """Somebody sees to it."""
    DONE = "DONE"
    SET_ASIDE = "SET_ASIDE"
    """No answer of a customer: a trial, a joke. It counts nowhere, and is kept."""


WAITING: Final = frozenset({ResponseState.NEW, ResponseState.IN_HAND})

_NEXT: Final[dict[ResponseState, tuple[ResponseState, ...]]] = {
    ResponseState.NEW: (ResponseState.IN_HAND, ResponseState.DONE, ResponseState.SET_ASIDE),
    ResponseState.IN_HAND: (ResponseState.DONE, ResponseState.SET_ASIDE),
    ResponseState.DONE: (ResponseState.IN_HAND,),
    ResponseState.SET_ASIDE: (ResponseState.NEW,),
}


def next_states(state: ResponseState) -> tuple[ResponseState, ...]:
    """Where a response may go from `state`, the usual next step first."""
    return _NEXT[state]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to one question: a ticked box, words, both. The face of the visit is the draft's `mood`.

    `version` is the wording that was asked, as `Question.version`.
    """

    topic: Topic
    point: ContactPoint | None = None
    words: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ResponseDraft:
    """What a customer sent, before it is cleaned and saved. Everything may be left out, but not all of it.

    `came_at` is when they wrote it, where that is known (UTC milliseconds); `language` the one they wrote in.
    """

    mood: Mood | None = None
    answers: tuple[Answer, ...] = ()
    name: str = ""
    contact: str = ""
    language: str = ""
    came_at: int | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A response as it stands. `customer_id` answers for whoever it is (merged records lead there), None
    where nobody knows; `told` is what the cashier is to tell them at the next greeting, `said_at` when
    somebody did; `replied_at` when the last reply was opened, copied or printed. `card_number` is as printed.
    """

    id: int
    card_id: int
    card_number: int
    shared: bool
    way: WayBack
    language: str
    came_at: int
    at: int
    mood: Mood | None
    answers: tuple[Answer, ...]
    state: ResponseState
    customer_id: int | None = None
    customer_name: str = ""
    name: str = ""
    contact: str = ""
    owner_id: int | None = None
    owner_name: str = ""
    recovery_id: int | None = None
    told: str = ""
    said_at: int | None = None
    replied_at: int | None = None
    host_id: int | None = None

    @property
    def unhappy(self) -> bool:
        return self.mood in UNHAPPY

    @property
    def called(self) -> str:
        """Who it is, as far as anybody knows: the customer's name, or what they left."""
        return self.customer_name or self.name

    def said_of(self, topic: Topic) -> Answer | None:
        return next((each for each in self.answers if each.topic is topic), None)


class StepKind(StrEnum):
    """What an act did to a response; `was` and `now` of its step are codes and keys of this."""

    CAME = "CAME"
    CHANGED = "CHANGED"
    """Whoever has the card said it in other words, which stand now."""
    STATE = "STATE"
    OWNER = "OWNER"
    CUSTOMER = "CUSTOMER"
    RECOVERY = "RECOVERY"
    REPLIED = "REPLIED"
    """`now` is the way (messages.Way), `note` the text."""
    TOLD = "TOLD"
    """What was done about it, for the next greeting: `note`."""
    SAID = "SAID"
    THANKS = "THANKS"
    """Thanks in it went to the person named: `now` is whom."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a response. `by` is the name of who did it; `note` what they typed."""

    response_id: int
    kind: StepKind
    was: str
    now: str
    at: int
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ResponseStory:
    """A response, its questions by topic, and its steps. A question in the shop's own words stands as it was
    asked, the program's in the reader's language.
    """

    response: Response
    asked: dict[Topic, str]
    steps: tuple[Step, ...]

    @property
    def last_reply(self) -> Step | None:
        """The reply that was last opened, copied or printed; whether it was sent, nobody here can know."""
        return next((step for step in reversed(self.steps) if step.kind is StepKind.REPLIED), None)


@dataclass(frozen=True, slots=True)
class ResponseSaved:
    """A response after an act; `gesture` undoes the act. `changed` is whether an answer of before was edited
    by it, `thanked` whom thanks in it went to.
    """

    response: Response
    gesture: bytes
    changes: Changes
    changed: bool = False
    thanked: tuple[str, ...] = field(default_factory=tuple)


def same_way(came: WayBack, comes: WayBack) -> bool:
    """May what comes take the place of what came? Nobody but who wrote an answer says it anew: what came over
    the page is edited there, what was keyed in is corrected by keying it in.
    """
    return came is comes or {came, comes} <= KEYED_IN


def may_edit(response: Response, now: int, way: WayBack) -> bool:
    """May it still be changed in this way? Only a card of one's own says whose it is."""
    in_time = response.at <= now < response.at + EDITABLE_FOR
    return not response.shared and in_time and same_way(response.way, way)
