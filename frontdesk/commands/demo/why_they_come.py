"""What the demo shop learns of its regulars: why they come, and whether what it knew of them still holds."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from typing import Final

from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.days import DAY
from frontdesk.domain.people.facts import FactKind, Reason

AGE_DAYS: Final = 180
"""The owner finds a year too long for a café."""

_ASKED_SHARE, _CHECKED_SHARE, _CHANGED_SHARE = 0.3, 0.5, 0.35
_FROM_VISIT: Final = 3
_WHILE_PAYING: Final = timedelta(seconds=40)
_REASONS: Final = (
    *(Reason.TASTE,) * 5,
    *(Reason.PEOPLE,) * 4,
    *(Reason.HABIT,) * 4,
    *(Reason.VALUED,) * 3,
    Reason.INFORMED,
    Reason.SAFE,
)
_WORDS: Final = {
    Reason.TASTE: "The best iced coffee in town",
    Reason.PEOPLE: "They know my order",
    Reason.HABIT: "On the way to the office",
    Reason.VALUED: "Nobody hurries me here",
    Reason.INFORMED: "They tell me what is in it",
    Reason.SAFE: "They mind the allergies",
}
_NOW_RATHER: Final = ("Oat milk", "Less sugar", "Decaf after noon", "In a glass, not in a cup")


def learning_events(shop: DemoShop) -> Iterator[Event]:
    """What is asked and answered at the till before the demo day, in no order."""
    rng, of_person = Random(f"{shop.seed}/why"), defaultdict[int, list[DemoVisit]](list)
    for visit in shop.visits:
        of_person[visit.person].append(visit)
    if not of_person:
        return
    at = datetime.combine(shop.visits[0].at.date(), time(7, 5))
    yield Event(at, Doing(partial(_set_age, at)))
    for visits in of_person.values():
        later = visits[_FROM_VISIT:]
        if later and rng.random() < _ASKED_SHARE:
            reason = rng.choice(_REASONS)
            words = _WORDS[reason] if rng.random() < _CHANGED_SHARE else ""
            visit = rng.choice(later)
            yield Event(visit.at + _WHILE_PAYING, Doing(partial(_ask_why, visit, reason, words)))
        if later and rng.random() < _CHECKED_SHARE:
            now_rather = rng.choice(_NOW_RATHER) if rng.random() < _CHANGED_SHARE else ""
            visit = later[-1]
            yield Event(visit.at + 2 * _WHILE_PAYING, Doing(partial(_check, visit, now_rather)))


def _set_age(at: datetime, living: Living) -> None:
    rules = living.desk.care_rules
    rules.save(living.act("noy", at), replace(rules.get(), facts_age_days=AGE_DAYS))


def _ask_why(visit: DemoVisit, reason: Reason, words: str, living: Living) -> None:
    act = living.act(visit.served_by, visit.at + _WHILE_PAYING)
    whom = living.staff(visit.served_by) if reason is Reason.PEOPLE else None
    living.desk.facts.note_why(act, living.customer(visit.person), reason, words, whom)


def _check(visit: DemoVisit, now_rather: str, living: Living) -> None:
    """What they like was noted long ago: does it still hold?"""
    act = living.act(visit.served_by, visit.at + 2 * _WHILE_PAYING)
    facts = living.desk.facts
    for fact in facts.of(living.customer(visit.person)):
        if fact.kind is FactKind.PREFERENCE and act.at - fact.noted_at > AGE_DAYS * DAY:
            if now_rather:
                facts.changed(act, fact.id, now_rather)
            else:
                facts.stands(act, fact.id)
            return
