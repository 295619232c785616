"""What the customer's screen may know: few facts of a greeting, and of what was just done for them.

It stands where others can read it. So nothing gets here but a first name, the card in hand and what came of
the last act: no notes, no requests, no phone, no photo, no reason for a kindness, nothing that was refused,
and no other person. Whoever said "don't show me" is greeted as anybody is, and nothing more is shown.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.passes import PassOutcome
from frontdesk.domain.loyalty.programmes import Reward
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.first_names import first_name
from frontdesk.domain.regulars.greeting import Greeting

CARD_FOR: Final = 12_000
"""Milliseconds for which the card is shown after an act; then the screen asks how the shop is doing."""
QUIET_AFTER: Final = 60_000
"""So long after the last act, or after they were greeted, the screen is for everybody again."""

PARTING_FOR: Final = 45_000
"""So long whoever was served is asked after the counter let them go, unless another is greeted."""

NOTHING_YET: Final = ValueReceived()

_GIVES: Final = frozenset({EntryKind.EARNED, EntryKind.GOODWILL})


class Scene(Enum):
    """What the screen is about."""

    IDLE = auto()
    WELCOME = auto()
    CARD = auto()
    """Something was just done for them."""
    ASKING = auto()
    """How are we doing?"""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act did for a customer: stamps that it gave, or the reward that they took.

    `saved` is what the reward was worth, `received` what they have had in all, in the smallest unit.
    """

    customer_id: int
    card: CardView
    at: int
    gained: int = 0
    reward: Reward | None = None
    saved: int = 0
    received: ValueReceived = NOTHING_YET


@dataclass(frozen=True, slots=True)
class DisplayView:
    """All that the customer's screen is told. Empty where nobody is greeted, or where they said no."""

    scene: Scene = Scene.IDLE
    language: str = ""
    name: str = ""
    card: CardView | None = None
    gained: int = 0
    reward: Reward | None = None
    saved: int = 0
    received: ValueReceived = NOTHING_YET


@dataclass(frozen=True, slots=True)
class Parting:
    """Somebody was served and let go. Their name went with them; in their language they are still asked."""

    at: int
    language: str


def parting_of(greeting: Greeting | None, served: bool, now: int, house_language: str) -> Parting | None:
    """How they are seen off; None where nothing was done for them, or where they said no."""
    if greeting is None or not served or not greeting.customer.on_screen:
        return None
    return Parting(now, greeting.customer.language or house_language)


def deed_of(
    outcome: StampOutcome | PassOutcome, at: int, saved: int = 0, received: ValueReceived | None = None
) -> Deed:
    """What the screen is told of an act. One that took something back leaves the card as it stands."""
    received = received or NOTHING_YET
    if isinstance(outcome, PassOutcome):
        return Deed(outcome.customer_id, outcome.card, at, received=received)
    gained = max(outcome.stamps, 0) if outcome.kind in _GIVES else 0
    if outcome.kind is not EntryKind.REDEEMED:
        return Deed(outcome.customer_id, outcome.card, at, gained)
    return Deed(outcome.customer_id, outcome.card, at, 0, outcome.reward, saved, received)


def still_done(deed: Deed, greeting: Greeting) -> Deed:
    """The deed, as long as its card stands as it left it; else the card as it stands, and nothing given."""
    for card in greeting.cards:
        same = deed.customer_id == greeting.customer.id and card.programme.id == deed.card.programme.id
        if same and card.balance != deed.card.balance:
            return Deed(deed.customer_id, card, deed.at)
    return deed


def compose(
    greeting: Greeting | None,
    deed: Deed | None,
    *,
    since: int,
    now: int,
    house_language: str,
    parting: Parting | None = None,
) -> DisplayView:
    """What the screen shows at `now` of whom the counter greets since `since`, after their last deed; of
    whom it let go where it greets nobody.
    """
    if greeting is None and parting is not None and not _is_over(parting.at, PARTING_FOR, now):
        return DisplayView(Scene.ASKING, parting.language)
    if greeting is None or _is_over(_begun(greeting, deed, since), QUIET_AFTER, now):
        return DisplayView(language=house_language)
    customer = greeting.customer
    if not customer.on_screen:
        return DisplayView(Scene.WELCOME, house_language)
    language = customer.language or house_language
    name = first_name(customer.name, customer.called, language) if customer.greet_by_name else ""
    if deed is None or deed.customer_id != customer.id:
        return DisplayView(Scene.WELCOME, language, name, card_in_hand(greeting.cards))
    if _is_over(deed.at, CARD_FOR, now):
        return DisplayView(Scene.ASKING, language, name)
    return DisplayView(
        Scene.CARD, language, name, deed.card, deed.gained, deed.reward, deed.saved, deed.received
    )


def turns_at(
    greeting: Greeting | None, deed: Deed | None, *, since: int, now: int, parting: Parting | None = None
) -> int | None:
    """When the screen will show something else although nothing is done; None where it stays."""
    if greeting is None:
        over = parting.at + PARTING_FOR if parting is not None else now
        return over if over > now else None
    turns = [_begun(greeting, deed, since) + QUIET_AFTER]
    if deed is not None and deed.customer_id == greeting.customer.id and greeting.customer.on_screen:
        turns.append(deed.at + CARD_FOR)
    return min((turn for turn in turns if turn > now), default=None)


def card_in_hand(cards: tuple[CardView, ...]) -> CardView | None:
    """The card to show before anything was done: the one that is the fullest."""
    collecting = [card for card in cards if card.collects and card.goal]
    return max(collecting, key=lambda card: card.balance / card.goal, default=None)


def _is_over(since: int, span: int, now: int) -> bool:
    """Also when the clock was put back: nobody's name stays until it is that time again."""
    return abs(now - since) >= span


def _begun(greeting: Greeting, deed: Deed | None, since: int) -> int:
    theirs = deed is not None and deed.customer_id == greeting.customer.id
    return max(since, deed.at) if deed is not None and theirs else since
