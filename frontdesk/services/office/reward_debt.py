"""What all cards together are owed."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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

LATELY: Final = 90 * DAY
"""What a reward is worth that may be one of several is told by what was given for it in this time."""


@dataclass(slots=True)
class _Sums:
    free: int = 0
    priced: int = 0
    worth: int = 0
    left: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    people: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, card: Held, owed: Owed) -> None:
        self.free, self.priced = self.free + owed.free, self.priced + owed.priced
        self.worth += owed.worth
        self.left[card.programme_id] += owed.left
        if owed.free and card.listed:
            free, worth = self.people.get(card.customer_id, (0, 0))
            self.people[card.customer_id] = free + owed.free, worth + owed.worth


def all_owed(db: Db, programmes: Sequence[Programme], at: int) -> Debt:
    """The debt at `at`."""
    by_id = {each.id: each for each in programmes}
    worths = _pricing(db, at - LATELY)
    cards = stored.held(db)
    changed = _earned_since_changes(db, by_id, cards, at)
    sums, known = _Sums(), dict[tuple[object, ...], Owed]()
    for card in cards:
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
    people = sorted((Owing(who, *each) for who, each in sums.people.items()), key=_most_first)
    return Debt(sums.free, sums.priced, sums.worth, sum(sums.left.values()), way_worth, tuple(people))


def _most_first(owing: Owing) -> tuple[int, int, int]:
    return -owing.free, -owing.worth, owing.customer_id


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
    db: Db, programmes: dict[int, Programme], cards: Sequence[Held], at: int
) -> dict[tuple[int, int], tuple[Lot, ...]]:
    """(person, programme) → of what the stamps are made, where the terms have changed and it matters."""
    found = dict[tuple[int, int], tuple[Lot, ...]]()
    for programme in programmes.values():
        if not wants_lots(programme, at):
            continue
        price = min((each.price for terms in programme.terms for each in terms.rewards), default=0)
        mine = {
            c.customer_id: c.balance for c in cards if c.programme_id == programme.id and c.balance >= price
        }
        moments = [terms.starts_at for terms in programme.terms[1:] if terms.starts_at <= at]
        since = {moment: stored.earned_since(db, programme.id, mine, moment) for moment in moments}
        for who, balance in mine.items():
            lots = reward_debt.as_lots(balance, {moment: since[moment].get(who, 0) for moment in moments})
            found[who, programme.id] = lots
    return found
