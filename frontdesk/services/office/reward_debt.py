"""What all cards together are owed."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Final

from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import Lot, wants_lots
from frontdesk.domain.loyalty.programmes import Programme, Reward
from frontdesk.domain.office import reward_debt
from frontdesk.domain.office.reward_debt import Debt, Owed, Owing, WorthOf
from frontdesk.services.loyalty.choosing import worth_of
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.office import reward_debt as stored
from frontdesk.storage.office.reward_debt import Held

FIRST: Final = 100
"""Of so many of those who are owed most it is said what."""
LATELY: Final = 90 * DAY
"""What a reward is worth that may be one of several is told by what was given for it in this time."""


@dataclass(slots=True)
class _Sums:
    """Plain numbers only: a large shop has tens of thousands of people, and objects of each would have to be
    looked through when garbage is collected.
    """

    free: int = 0
    priced: int = 0
    worth: int = 0
    left: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    free_of: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    worth_of: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, card: Held, owed: Owed) -> None:
        self.free, self.priced = self.free + owed.free, self.priced + owed.priced
        self.worth += owed.worth
        self.left[card.programme_id] += owed.left
        if owed.free and card.listed:
            self.free_of[card.customer_id] += owed.free
            self.worth_of[card.customer_id] += owed.worth

    def first(self) -> tuple[Owing, ...]:
        """Who is owed most."""
        most = nsmallest(FIRST, self.free_of, key=lambda who: (-self.free_of[who], -self.worth_of[who], who))
        return tuple(Owing(who, self.free_of[who], self.worth_of[who]) for who in most)


def all_owed(db: Db, programmes: Sequence[Programme], at: int) -> Debt:
    """The debt at `at`."""
    by_id = {each.id: each for each in programmes}
    worths = _pricing(db, at - LATELY)
    changed = _earned_since_changes(db, programmes, at)
    sums, known = _Sums(), dict[tuple[object, ...], Owed]()
    for card in stored.held(db):
        programme = by_id[card.programme_id]
        # Nearly all cards are like many others.
        lots = changed.get((card.customer_id, card.programme_id), ())
        like = (card.programme_id, card.balance, lots)
        if like not in known:
            known[like] = reward_debt.owed(programme, card.balance, at, lots, worths(programme))
        sums.add(card, known[like])
    way_worth = sum(
        reward_debt.on_the_way(by_id[id_], left, at, worths(by_id[id_])) for id_, left in sums.left.items()
    )
    on_the_way = sum(sums.left.values())
    return Debt(sums.free, sums.priced, sums.worth, on_the_way, way_worth, tuple(sums.free_of), sums.first())


def _pricing(db: Db, since: int) -> Callable[[Programme], WorthOf]:
    """What the rewards of each programme are worth, each asked for once."""
    products, known = shop.products(db), dict[tuple[int, Reward], int]()
    given: dict[tuple[int, int], int] = {}

    def worth(programme: Programme, reward: Reward) -> int:
        sure = worth_of(db, reward, None)
        if sure:
            return sure
        if not given:
            given.update(stored.given_for(db, since))
        return reward_debt.usual_worth(reward, given.get((programme.id, reward.number), 0), products)

    def of(programme: Programme) -> WorthOf:
        def once(reward: Reward) -> int:
            if (programme.id, reward) not in known:
                known[programme.id, reward] = worth(programme, reward)
            return known[programme.id, reward]

        return once

    return of


def _earned_since_changes(
    db: Db, programmes: Sequence[Programme], at: int
) -> dict[tuple[int, int], tuple[Lot, ...]]:
    """(person, programme) → of what the stamps are made, where the terms have changed and it matters."""
    found = dict[tuple[int, int], tuple[Lot, ...]]()
    for programme in programmes:
        if not wants_lots(programme, at):
            continue
        price = min((each.price for terms in programme.terms for each in terms.rewards), default=0)
        cards = (card for card in stored.held(db) if card.programme_id == programme.id)
        mine = {card.customer_id: card.balance for card in cards if card.balance >= price}
        moments = [terms.starts_at for terms in programme.terms[1:] if terms.starts_at <= at]
        since = {moment: stored.earned_since(db, programme.id, mine, moment) for moment in moments}
        for who, balance in mine.items():
            lots = reward_debt.as_lots(balance, {moment: since[moment].get(who, 0) for moment in moments})
            found[who, programme.id] = lots
    return found
