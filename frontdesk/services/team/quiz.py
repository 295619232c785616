"""The name-and-face quiz of whoever is at the till, on the shop's own regulars."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.days import DAY, day_at
from frontdesk.domain.people.customers import SPOKEN_BETWEEN
from frontdesk.domain.people.scripts import Script
from frontdesk.domain.people.titles import without_title
from frontdesk.domain.team.quiz import Known, Question, missing, round_of
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store
from frontdesk.storage.team import quiz

MOST: Final = 200
"""So many of the most regular are learnt; further names help nobody at a counter."""
HALF_LIFE: Final = 60 * DAY
"""A visit counts half as much after so long, as everywhere."""


@dataclass(frozen=True, slots=True)
class QuizRound:
    """The questions of one round, and how each name in them is said (empty where it says itself).

    Without questions, so many people with a photo are `missing`.
    """

    questions: tuple[Question, ...]
    sayings: Mapping[int, str]
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer is noted of whoever answered, and of nobody else: it changes nothing that a view shows."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class ComesAgain:
    """Somebody who was not known, and the day on which the quiz asks again."""

    name: str
    day: date


class QuizService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def round(self, staff_id: int, now: int, reader: Script, seed: int) -> QuizRound:
        """The next round for somebody of the staff, who reads `reader`. Not for the UI thread.

        Nobody is shown without a standing photo consent, nor who was archived or is not to be called by name.
        """
        db, zone = self._store.read(), self._shop.facts().zone
        people = _regulars(db, now)
        due = {id_: day_at(at, zone) for id_, at in _due(quiz.answers_by(db, staff_id)).items()}
        questions = round_of(people, due, day_at(now, zone), seed)
        sayings = {
            each.customer_id: _saying(db, each, reader) for question in questions for each in question.choices
        }
        return QuizRound(questions, sayings, missing(people))

    def answer(self, act: Act, customer_id: int, *, known: bool) -> Answered:
        """Note whether whoever acts knew them. Of the customer nothing is noted: no visit, no act of theirs.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        root_id = root_of(db, customer_id)
        begun = begin(self._store, act, "QUIZ")
        if begun is not None:
            quiz.add_answer(db, self._store.new_id, act, begun.id, root_id, known)
        return Answered(Changes())

    def again(self, staff_id: int, customer_ids: Iterable[int]) -> tuple[ComesAgain, ...]:
        """When these come again for somebody of the staff, in this order."""
        db, zone = self._store.read(), self._shop.facts().zone
        roots = [root_of(db, each) for each in customer_ids]
        due = _due(quiz.answers_by(db, staff_id, roots))
        return tuple(
            ComesAgain(customer.address, day_at(due[id_], zone))
            for id_ in roots
            if id_ in due and (customer := customers.get(db, id_)) is not None
        )


def _regulars(db: Db, now: int) -> tuple[Known, ...]:
    """Those who may be shown, whoever comes most often now first."""
    rows = [(habit * 0.5 ** ((now - at) / HALF_LIFE), *row) for *row, habit, at in quiz.shown(db)]
    rows.sort(key=lambda row: (-row[0], row[1]))
    return tuple(_known(*row[1:]) for row in rows[:MOST])


def _known(customer_id: int, name: str, called: str, spoken: str) -> Known:
    from frontdesk.services.people import romanising

    shown = called or without_title(name)
    return Known(customer_id, shown, (spoken or romanising.spoken(shown)).split(SPOKEN_BETWEEN)[0])


def _saying(db: Db, known: Known, reader: Script) -> str:
    from frontdesk.services.people.saying import reading

    customer = customers.get(db, known.customer_id)
    return reading(customer, reader) if customer is not None else ""


def _due(answers: Iterable[tuple[int, int, bool]]) -> Mapping[int, int]:
    """When each face comes again, after all answers until now: in whole days, for a till is no classroom."""
    from datetime import UTC, datetime

    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False)
    cards = dict[int, Card]()
    for customer_id, at, known in answers:
        moment = datetime.fromtimestamp(at / 1000, UTC)
        card = cards.get(customer_id) or Card(card_id=customer_id, due=moment)
        rating = Rating.Good if known else Rating.Again
        cards[customer_id], _ = scheduler.review_card(card, rating, moment)
    return {customer_id: int(card.due.timestamp() * 1000) for customer_id, card in cards.items()}
