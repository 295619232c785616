"""What a card shows, at every balance: stamps are free coffees, and free coffees are money."""

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView, card_view
from frontdesk.domain.loyalty.programmes import Programme, stamp_card
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome


def card(balance: int, goal: int = 5) -> CardView:
    draft = stamp_card("Coffee card", goal, "coffee")
    return card_view(Programme(1, draft.look, (draft.terms,)), balance, at=0)


def outcome(before: int, stamps: int, goal: int, kind: EntryKind = EntryKind.EARNED) -> StampOutcome:
    return StampOutcome(
        customer_id=1,
        card=card(before + stamps, goal),
        gesture=b"g" * 16,
        kind=kind,
        stamps=stamps,
        repeated=False,
        changes=Changes(),
    )


@pytest.mark.parametrize(
    ("balance", "goal", "filled", "ready", "short", "owed"),
    [
        (-10, 5, 0, 0, 15, 10),
        (-1, 5, 0, 0, 6, 1),
        (0, 5, 0, 0, 5, 0),
        (1, 5, 1, 0, 4, 0),
        (4, 5, 4, 0, 1, 0),
        (5, 5, 5, 1, 0, 0),
        (6, 5, 1, 1, 0, 0),
        (9, 5, 4, 1, 0, 0),
        (10, 5, 5, 2, 0, 0),
        (11, 5, 1, 2, 0, 0),
        (1, 2, 1, 0, 1, 0),
        (2, 2, 2, 1, 0, 0),
        (3, 2, 1, 1, 0, 0),
        (19, 20, 19, 0, 1, 0),
        (20, 20, 20, 1, 0, 0),
    ],
)
def test_a_card_at_every_turn(
    balance: int, goal: int, filled: int, ready: int, short: int, owed: int
) -> None:
    shown = card(balance, goal)
    assert (shown.filled, shown.rewards_ready, shown.short, shown.owed) == (filled, ready, short, owed)


@pytest.mark.parametrize(
    ("before", "stamps", "goal", "completes"),
    [
        (3, 1, 5, False),
        (4, 1, 5, True),
        (5, 1, 5, False),  # ready it was already
        (8, 1, 5, False),
        (9, 1, 5, True),  # the second card
        (4, 3, 5, True),
        (5, 4, 5, False),
        (5, 5, 5, True),
        (0, 11, 5, True),
        (-3, 3, 5, False),
        (-3, 8, 5, True),
        (5, 0, 5, False),
        (0, 1, 2, False),
        (1, 1, 2, True),
    ],
)
def test_only_the_gesture_that_completes_a_card_says_so(
    before: int, stamps: int, goal: int, completes: bool
) -> None:
    assert outcome(before, stamps, goal).became_ready is completes


@pytest.mark.parametrize("kind", [EntryKind.REDEEMED, EntryKind.REVERSED])
def test_what_takes_stamps_away_completes_nothing(kind: EntryKind) -> None:
    assert not outcome(10, -5, 5, kind).became_ready
    assert not outcome(12, -1, 5, kind).became_ready
