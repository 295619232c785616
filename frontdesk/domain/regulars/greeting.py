"""The greeting: what the cashier is shown to say, the most useful line first.

The order of `LineKind` is the stated order of what matters: health, what went wrong, what the shop owes, what
pleases, and what is merely known. `greeting_lines.py` finds them.
"""

from dataclasses import dataclass
from enum import IntEnum

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.domain.loyalty.cards import CardView, Offer
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.facts import Fact
from frontdesk.domain.regulars.absences import Absence
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.domain.regulars.visits import Product, Visit, VisitSummary

RENEWED_WITHIN = 60


class LineKind(IntEnum):
    """A line of the greeting; the smaller, the earlier it is said. Gaps are places kept for later lines."""

    ALLERGY = 10
    RECOVERY = 20
    """Something went wrong and is being put right."""
    RECOVERY_TO_CONFIRM = 21
    """It was put right, as the shop sees it: is it, for them?"""
    YOU_TOLD_US = 25
    """They answered a feedback card, and something came of it: they are to hear what."""
    REQUEST_READY = 30
    REQUEST_DUE = 31
    REWARD_READY = 40
    STAMPS_OWED = 45
    STAMPS_ENDING = 46
    PASS_ENDING = 47
    PASS_USED_UP = 48
    PASS_OVER = 49
    BIRTHDAY = 50
    FOLLOW_UP = 52
    ANNIVERSARY = 55
    BACK_AFTER_LONG = 60
    FIRST_VISIT = 65
    SECOND_VISIT = 66
    """They were new the day before, or lately: is all well?"""
    PREFERENCE_TO_CHECK = 70
    PRICE_SINCE = 80
    NEW_SINCE = 81
    PREFERENCE = 85
    WHY_THEY_COME = 87
    ASK_HOW = 88
    """It is time to ask them how the shop is doing."""
    REQUEST_DECLINED = 89
    """Something could not be done for them: what was offered instead, or that the shop has it now."""
    REQUEST_OPEN = 90
    PASS_VALID = 92
    NOTE = 95
    VALUE = 96


LEAST_LOUD = LineKind.NEW_SINCE
"""The last kind that is said first of all, where nothing earlier is; later ones are only good to know."""

OF_CARE = frozenset(
    {
        LineKind.ALLERGY,
        LineKind.RECOVERY,
        LineKind.RECOVERY_TO_CONFIRM,
        LineKind.YOU_TOLD_US,
        LineKind.REQUEST_DUE,
    }
)
"""While one of these is to be minded, nothing is offered."""

UNASKED_WHILE = (OF_CARE - {LineKind.ALLERGY}) | {LineKind.SECOND_VISIT}
"""While one of these is to be put right, told or asked, no fact is asked about, and nobody is handed a card.
An allergy is always there to mind, and is itself asked about: it stands in the way of no question, or whoever
has one would never be asked anything.
"""


@dataclass(frozen=True, slots=True)
class GreetingLine:
    """One thing to know or say. `text` is what a person typed; `number` is days, years, rewards or stamps;
    `offer` the reward and `card` the pass or card that is meant. `at` is when it was noted, promised or
    last so; what ends does so before it. `subject` is the key of its fact, recovery, response or follow-up,
    `about` the code of what that is about (a situation, a kind of follow-up, the box that was ticked), `said`
    what they had said of it themselves. `every` is after how many days they
    used to come, 0 where they had no rhythm; `product` is what is new or costs another price now, `was` what
    it cost before. `fact` is what is known and by whom it was noted; of several allergies the latest.
    `request` is what they asked for; `absence` why they were away.
    """

    kind: LineKind
    text: str = ""
    number: int = 0
    at: int | None = None
    offer: Offer | None = None
    card: CardView | None = None
    every: int = 0
    product: Product | None = None
    was: int = 0
    subject: int = 0
    value: ValueReceived | None = None
    about: str = ""
    fact: Fact | None = None
    request: SpecialRequest | None = None
    absence: Absence | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class UsualItem:
    """A product they usually take; `share` of visits lately, and at this time of day, in which they did (0 to
    1). `sure` is whether one may dare to call it the usual.
    """

    product: Product
    share: float
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Greeting:
    """All that the counter shows of one customer, read in one go."""

    customer: Customer
    cards: tuple[CardView, ...]
    summary: VisitSummary
    lines: tuple[GreetingLine, ...]
    facts: tuple[Fact, ...] = ()
    requests: tuple[SpecialRequest, ...] = ()
    usual: tuple[UsualItem, ...] = ()
    recent: tuple[Visit, ...] = ()
    merged_names: tuple[str, ...] = ()
    passes: tuple[CardView, ...] = ()
    suggestion: Suggestion | None = None
    popular: tuple[Product, ...] = ()
    """What most take at this time of day: for whoever has no usual yet."""

    @property
    def loud(self) -> GreetingLine | None:
        """The one line that is said first, or None: two things that shout are none."""
        return next((line for line in self.lines if line.kind <= LEAST_LOUD), None)

    @property
    def to_check(self) -> Fact | None:
        """The one fact to ask about, or None."""
        return next((line.fact for line in self.lines if line.kind is LineKind.PREFERENCE_TO_CHECK), None)

    @property
    def asks_how(self) -> bool:
        """Is it time to ask them how the shop is doing?"""
        return any(line.kind is LineKind.ASK_HOW for line in self.lines)

    @property
    def quiet(self) -> tuple[GreetingLine, ...]:
        """All other lines, in their order; only a birthday that is today goes before all. What is new is not
        said twice where it is what is offered, nor what they have had where a new price that is said first
        brings it along.
        """
        told = {id(self.loud)}
        if self.loud is not None and self.loud.kind is LineKind.PRICE_SINCE and self.loud.value is not None:
            told |= {id(line) for line in self.lines if line.kind is LineKind.VALUE}
        if self.suggestion is not None and self.suggestion.since is not None:
            told |= {id(line) for line in self.lines if line.kind is LineKind.NEW_SINCE}
        quiet = (line for line in self.lines if id(line) not in told)
        return tuple(sorted(quiet, key=lambda line: line.kind is not LineKind.BIRTHDAY or line.number != 0))

    @property
    def order(self) -> tuple[Product, ...]:
        """The usual, where one may dare to call it so: what they nearly always take, together."""
        return tuple(item.product for item in self.usual if item.sure)
