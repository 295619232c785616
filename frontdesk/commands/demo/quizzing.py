"""The demo shop's staff learn names and faces: a few rounds of the quiz after closing time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from typing import Final

from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.people.scripts import Script

_ROUNDS: Final = (("maly", 9), ("keo", 8), ("maly", 6), ("keo", 3), ("keo", 1))
"""Who played a round, and how many days ago."""
_AFTER_CLOSING: Final = time(17, 50)
_BETWEEN: Final = timedelta(seconds=8)
_KNOWN: Final = 0.8


def quiz_events(shop: DemoShop) -> Iterator[Event]:
    """The rounds before the demo day; none in a shop that has just opened."""
    if not shop.visits:
        return
    for key, days in _ROUNDS:
        at = datetime.combine(shop.today - timedelta(days=days), _AFTER_CLOSING)
        yield Event(at, Doing(partial(_play, key, at, Random(f"{shop.seed}/quiz/{key}/{days}"))))


def _play(key: str, at: datetime, rng: Random, living: Living) -> None:
    quiz, now = living.desk.quiz, living.act(key, at).at
    for question in quiz.round(living.staff(key), now, Script.LATIN, seed=now).questions:
        at += _BETWEEN
        quiz.answer(living.act(key, at), question.answer.customer_id, known=rng.random() < _KNOWN)
