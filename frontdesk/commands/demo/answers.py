"""The demo shop's feedback cards and what they bring back in a year: about every third is answered.

Drawn from a stream of its own, and lived between everything else, in the order of time.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from typing import Final

from frontdesk.commands.demo.answer_deeds import pass_thanks_on, replied_to, seen_to
from frontdesk.commands.demo.answer_words import DISLIKED, LIKED, WISHES
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import HAPPY, UNHAPPY, Mood, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseDraft, WayBack

_OWNER: Final = "noy"
_EVERY: Final = 18
"""Visits, on the average, at which somebody is handed a card."""
_MOST: Final = 320
_ANSWER: Final = 0.38
_NOT_AGAIN: Final = timedelta(weeks=8)
_HANDED: Final = timedelta(minutes=2)
_MOODS: Final = ((Mood.VERY_GOOD, 38), (Mood.GOOD, 34), (Mood.FAIR, 13), (Mood.POOR, 10), (Mood.BAD, 5))
_WAYS: Final = ((WayBack.PAGE, 45), (WayBack.PAPER, 25), (WayBack.MESSAGE, 20), (WayBack.FORM, 10))
_POSTER_FROM: Final = timedelta(days=120)
_POSTER_EVERY: Final = timedelta(days=9)
_STRANGERS: Final = (("Kim", "020 5510 0200"), ("", "daeng@example.org"))
_KEYED_IN: Final = time(7, 20)
_PASSED_ON: Final = timedelta(hours=20)
_LATELY: Final = 6
_FRESH: Final = (Mood.GOOD, Mood.POOR, Mood.VERY_GOOD)
"""How those of the day before felt, whom nobody has answered yet."""


@dataclass(slots=True)
class Coming:
    """An answer that comes: on the card of a visit's customer, or from whoever saw the poster. `card` and
    `answer` have their keys once they are in the store.
    """

    said: ResponseDraft
    way: WayBack
    written: datetime
    at: datetime
    visit: DemoVisit | None = None
    card: list[int] = field(default_factory=list)
    answer: list[int] = field(default_factory=list)


def answer_events(shop: DemoShop) -> Iterator[Event]:
    """All of it before the demo day, in no order; nothing in a shop that has just opened."""
    if not shop.visits:
        return
    drawn = (*_cards(shop, Random(f"{shop.seed}/answers")), *_poster(shop, Random(f"{shop.seed}/poster")))
    yield from (event for event in drawn if event.at.date() < shop.today)


def _cards(shop: DemoShop, rng: Random) -> Iterator[Event]:
    """Cards that were handed over with the receipt, and what came back on them."""
    asked = dict[int, datetime]()
    chosen = set(rng.sample(range(len(shop.visits)), min(len(shop.visits) // _EVERY, _MOST)))
    for place, visit in enumerate(shop.visits):
        before = asked.get(visit.person)
        if place not in chosen or (before is not None and visit.at - before < _NOT_AGAIN):
            continue
        asked[visit.person] = visit.at
        language = shop.people[visit.person].language
        coming = _coming(visit, language, rng)
        yield Event(visit.at + _HANDED, Doing(partial(_hand_over, visit, language, coming)))
        if rng.random() < _ANSWER:
            yield from _come_back(shop, coming)
    yield from _lately(shop)


def _lately(shop: DemoShop) -> Iterator[Event]:
    """What the demo day begins with: somebody who comes today has been helped, and some wait for a word."""
    comes, last = {visit.person for visit in shop.visits_today}, {v.person: v for v in shop.visits}
    days = [(shop.today - visit.at.date()).days for visit in shop.visits]
    ago = {visit: day for visit, day in zip(shop.visits, days, strict=True) if day <= _LATELY}
    helped = next(
        (v for v, day in ago.items() if day > 2 and v is last[v.person] and v.person in comes), None
    )
    fresh = [visit for visit, day in ago.items() if day == 1 and visit is last[visit.person]]
    if helped is not None:
        coming = yield from _answer_at_once(shop, helped, Mood.BAD)
        yield from _see_to(shop, coming)
    for visit, mood in zip(fresh[-len(_FRESH) :], _FRESH, strict=False):
        yield from _answer_at_once(shop, visit, mood)


def _answer_at_once(shop: DemoShop, visit: DemoVisit, mood: Mood) -> Generator[Event, None, Coming]:
    """With the telephone, before they go."""
    language = shop.people[visit.person].language
    coming = _coming(visit, language, Random(f"{shop.seed}/lately/{visit.person}"), mood)
    coming.way, coming.at = WayBack.PAGE, coming.written
    yield Event(visit.at + _HANDED, Doing(partial(_hand_over, visit, language, coming)))
    yield Event(coming.at, Doing(partial(_take, coming)))
    return coming


def _come_back(shop: DemoShop, coming: Coming) -> Iterator[Event]:
    """It comes, and it is seen to."""
    yield Event(coming.at, Doing(partial(_take, coming)))
    yield from _see_to(shop, coming)


def _see_to(shop: DemoShop, coming: Coming) -> Iterator[Event]:
    """A happy one is answered soon, an unhappy one is seen to until they say that all is well."""
    person = shop.people[coming.visit.person] if coming.visit is not None else None
    told = coming.at + _PASSED_ON
    yield Event(told, Doing(partial(pass_thanks_on, coming.at, told)))
    deeds = seen_to if coming.said.mood in UNHAPPY else replied_to
    yield from deeds(coming.answer, coming.said, coming.at, person, shop)


def _poster(shop: DemoShop, rng: Random) -> Iterator[Event]:
    """For the last months one hangs at the door: strangers answer, and a few leave how to reach them."""
    at = datetime.combine(shop.today - _POSTER_FROM, time(9, 10))
    if at < shop.visits[0].at:
        return
    card = list[int]()
    yield Event(at, Doing(partial(_hang_up, at, card)))
    while at.date() < shop.today:
        at += _POSTER_EVERY * rng.uniform(0.3, 1.7)
        at = at.replace(hour=rng.randint(8, 16), minute=rng.randrange(60), second=0, microsecond=0)
        said = _said(rng.choice(("en", "lo", "th")), rng)
        if said.mood in UNHAPPY and rng.random() < 0.5:
            said = ResponseDraft(said.mood, said.answers, *rng.choice(_STRANGERS), said.language)
        yield from _come_back(shop, Coming(said, WayBack.PAGE, at, at, card=card))


def _coming(visit: DemoVisit, language: str, rng: Random, mood: Mood | None = None) -> Coming:
    way = rng.choices([way for way, _ in _WAYS], [often for _, often in _WAYS])[0]
    written = visit.at + timedelta(minutes=rng.randint(6, 40))
    at = written
    if way is not WayBack.PAGE:  # somebody keys it in on the next morning, before the door opens
        at = datetime.combine(written.date() + timedelta(days=1), _KEYED_IN)
        at += timedelta(seconds=visit.person % 600)
    return Coming(_said(language, rng, mood), way, written, at, visit)


def _said(language: str, rng: Random, mood: Mood | None = None) -> ResponseDraft:
    """A face, what was liked or missed, and now and then a wish. Who is happy says less."""
    felt = mood or rng.choices([each for each, _ in _MOODS], [often for _, often in _MOODS])[0]
    written = language if language in LIKED else "en"
    answers = []
    if felt not in UNHAPPY and rng.random() < 0.75:
        point, words = rng.choice(LIKED[written])
        answers.append(Answer(Topic.LIKED, point, words))
    if felt not in HAPPY:
        point, words = rng.choice(DISLIKED[written])
        answers.append(Answer(Topic.DISLIKED, point, words))
    if rng.random() < 0.3:
        answers.append(Answer(Topic.BETTER, words=rng.choice(WISHES[written])))
    return ResponseDraft(felt, tuple(answers), language=written)


def _hand_over(visit: DemoVisit, language: str, coming: Coming, living: Living) -> None:
    at, host = visit.at + _HANDED, living.staff(visit.served_by)
    customer_id = living.customer(visit.person)
    act = living.act(visit.served_by, at)
    issued = living.desk.feedback.issue(act, 1, language, customer_id, host_id=host)
    coming.card.append(issued.cards[0].id)


def _hang_up(at: datetime, card: list[int], living: Living) -> None:
    issued = living.desk.feedback.issue(living.act(_OWNER, at), 1, "lo", format=CardFormat.POSTER)
    card.append(issued.cards[0].id)


def _take(coming: Coming, living: Living) -> None:
    """It comes; who is named in it hears of it, and the manager comes where they were called."""
    desk, act = living.desk, living.act(_OWNER, coming.at)
    written = living.act(_OWNER, coming.written).at
    said = ResponseDraft(
        *(coming.said.mood, coming.said.answers, coming.said.name, coming.said.contact),
        *(coming.said.language, written),
    )
    response = desk.responses.take(act, coming.card[0], said, coming.way).response
    coming.answer.append(response.id)
    for call in desk.manager_calls.waiting(act.at):
        if call.recovery_id == response.recovery_id:
            desk.manager_calls.answer(living.act(_OWNER, coming.at + timedelta(seconds=40)), call.id)
