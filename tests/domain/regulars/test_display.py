"""What the customer's screen is told: a table of who, what was done and when; and what it never gets."""

from dataclasses import replace

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView, Validity
from frontdesk.domain.loyalty.passes import PassDeed, PassOutcome
from frontdesk.domain.loyalty.programmes import Look, Programme, ProgrammeKind, Reward, Terms
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import Birthday, Customer
from frontdesk.domain.people.facts import Fact, FactKind
from frontdesk.domain.regulars.display import (
    CARD_FOR,
    PARTING_FOR,
    QUIET_AFTER,
    Deed,
    Scene,
    compose,
    deed_of,
    parting_of,
    still_done,
    turns_at,
)
from frontdesk.domain.regulars.greeting import Greeting, GreetingLine, LineKind
from frontdesk.domain.regulars.visits import VisitSummary
from frontdesk.domain.said import Said

NOW = 1_800_000_000_000
COFFEE, LUNCH = Reward(1, 5, Said("coffee")), Reward(1, 10, Said("lunch"))
SOMSAK = Customer(
    7,
    "ສົມສັກ ວົງສາ",
    spoken="som-SAK",
    phone="020 5551 4867",
    email="somsak@example.com",
    birthday=Birthday(4, 12),
    language="lo",
    has_photo=True,
)


def card(balance: int, reward: Reward = COFFEE, number: int = 1) -> CardView:
    terms = Terms((reward,))
    return CardView(Programme(number, Look(Said(f"Card {number}")), (terms,)), terms, balance)


def greeting(customer: Customer = SOMSAK, *cards: CardView) -> Greeting:
    return Greeting(
        customer,
        cards or (card(3),),
        VisitSummary(40, NOW - 10**9, NOW - 10**8),
        (GreetingLine(LineKind.ALLERGY, text="SECRET peanuts"),),
        (Fact(1, FactKind.NOTE, "SECRET note", NOW), Fact(2, FactKind.ALLERGY, "SECRET peanuts", NOW)),
        merged_names=("SECRET other record",),
    )


def outcome(
    kind: EntryKind = EntryKind.EARNED, stamps: int = 1, reward: Reward | None = None
) -> StampOutcome:
    return StampOutcome(7, card(4), b"g", kind, stamps, False, Changes(), reward=reward)


def shown(greeted: Greeting | None, deed: Deed | None = None, *, after: int = 0):  # type: ignore[no-untyped-def]
    return compose(greeted, deed, since=NOW, now=NOW + after, house_language="en")


def test_nobody_is_greeted_the_screen_is_for_everybody() -> None:
    view = shown(None)
    assert (view.scene, view.language, view.name, view.card) == (Scene.IDLE, "en", "", None)


def test_a_customer_is_welcomed_in_their_language_with_their_card() -> None:
    view = shown(greeting())
    assert (view.scene, view.language, view.name) == (Scene.WELCOME, "lo", "ສົມສັກ")
    assert view.card == card(3)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"called": "Sak"}, "Sak"),
        ({"greet_by_name": False}, ""),
        ({"name": "S. Vongsa"}, ""),
        ({"name": "020 5551 4867"}, ""),
    ],
)
def test_the_name_is_the_first_one_or_none(change: dict[str, object], name: str) -> None:
    view = shown(greeting(replace(SOMSAK, **change)))  # type: ignore[arg-type]
    assert (view.name, view.scene, view.card) == (name, Scene.WELCOME, card(3))


@pytest.mark.parametrize(
    "deed", [None, deed_of(outcome(), NOW), deed_of(outcome(EntryKind.REDEEMED), NOW, 9)]
)
@pytest.mark.parametrize("after", [0, CARD_FOR + 1])
def test_whoever_said_no_is_welcomed_as_anybody_is(deed: Deed | None, after: int) -> None:
    hidden, other = replace(SOMSAK, on_screen=False), Customer(8, "Maria", language="ka", on_screen=False)
    view = shown(greeting(hidden), deed, after=after)
    assert view == shown(greeting(other), None, after=after)
    assert (view.scene, view.language, view.name, view.card) == (Scene.WELCOME, "en", "", None)


def test_an_act_is_shown_with_its_own_card_then_the_question_then_nothing() -> None:
    greeted, deed = greeting(SOMSAK, card(9, LUNCH, 2), card(3)), deed_of(outcome(), NOW + 5_000)
    view = shown(greeted, deed, after=5_000)
    assert (view.scene, view.gained, view.card) == (Scene.CARD, 1, card(4))
    asked = shown(greeted, deed, after=5_000 + CARD_FOR)
    assert (asked.scene, asked.card, asked.name) == (Scene.ASKING, None, "ສົມສັກ")
    assert shown(greeted, deed, after=5_000 + QUIET_AFTER - 1).scene is Scene.ASKING
    assert shown(greeted, deed, after=5_000 + QUIET_AFTER).scene is Scene.IDLE


@pytest.mark.parametrize(
    ("done", "gained"),
    [
        (outcome(stamps=3), 3),
        (outcome(EntryKind.GOODWILL), 1),
        (outcome(EntryKind.REVERSED, -1), 0),
        (outcome(EntryKind.EARNED, -1), 0),
        (outcome(EntryKind.EXPIRED, -2), 0),
        (outcome(EntryKind.CARRIED_OVER, 4), 0),
    ],
)
def test_only_what_was_given_just_now_is_told_as_given(done: StampOutcome, gained: int) -> None:
    view = shown(greeting(), deed_of(done, NOW))
    assert (view.scene, view.gained, view.reward, view.card) == (Scene.CARD, gained, None, card(4))


def test_a_reward_is_told_with_what_it_saved() -> None:
    received = ValueReceived(3, 3, 75_000, NOW)
    deed = deed_of(outcome(EntryKind.REDEEMED, -5, COFFEE), NOW, 25_000, received)
    view = shown(greeting(), deed)
    assert (view.reward, view.saved, view.received, view.gained) == (COFFEE, 25_000, received, 0)


def test_an_undone_reward_is_not_told() -> None:
    view = shown(greeting(), deed_of(outcome(EntryKind.REVERSED, 5, COFFEE), NOW, 25_000))
    assert (view.reward, view.saved) == (None, 0)


def test_what_was_done_for_another_is_not_shown_to_this_one() -> None:
    maria = replace(SOMSAK, id=8, name="Maria", language="en")
    view = shown(greeting(maria), deed_of(outcome(), NOW))
    assert (view.scene, view.gained, view.card) == (Scene.WELCOME, 0, card(3))


def test_a_pass_is_told() -> None:
    terms = Terms(())
    swims = Programme(3, Look(Said("Swims")), (terms,), ProgrammeKind.PASS)
    view_of_pass = CardView(swims, terms, 0, validity=Validity(NOW + 10**9, 4, 10))
    done = PassOutcome(7, view_of_pass, b"g", PassDeed.USED, 1, Changes())
    view = shown(greeting(), deed_of(done, NOW))
    assert (view.scene, view.card, view.gained) == (Scene.CARD, view_of_pass, 0)


def test_the_fullest_card_is_shown_before_anything_is_done() -> None:
    assert shown(greeting(SOMSAK, card(4, LUNCH, 2), card(3))).card == card(3)
    assert shown(greeting(SOMSAK, card(9, LUNCH, 2), card(3))).card == card(9, LUNCH, 2)


@pytest.mark.parametrize("after", [0, 1_000, CARD_FOR, QUIET_AFTER])
@pytest.mark.parametrize("deed", [None, deed_of(outcome(EntryKind.GOODWILL), NOW)])
def test_nothing_of_what_only_the_counter_may_know_gets_here(deed: Deed | None, after: int) -> None:
    told = repr(shown(greeting(), deed, after=after))
    for private in ("SECRET", "ວົງສາ", "4867", "example.com", "som-SAK", "KINDNESS", "Birthday"):
        assert private not in told


def test_what_was_taken_back_elsewhere_is_told_no_more() -> None:
    deed = deed_of(outcome(), NOW)
    assert still_done(deed, greeting(SOMSAK, card(4))) == deed
    assert still_done(deed, greeting(replace(SOMSAK, id=8), card(3))) == deed
    assert still_done(deed, greeting(SOMSAK, card(3))) == Deed(7, card(3), NOW)


def test_nobody_is_shown_on_until_it_is_that_time_again_when_the_clock_was_put_back() -> None:
    deed = deed_of(outcome(), NOW)
    assert shown(greeting(), deed, after=-1).scene is Scene.CARD
    assert shown(greeting(), deed, after=-CARD_FOR).scene is Scene.ASKING
    assert shown(greeting(), deed, after=-QUIET_AFTER).scene is Scene.IDLE


def test_the_screen_turns_by_itself_when_its_time_has_come() -> None:
    greeted, deed = greeting(), deed_of(outcome(), NOW + 2_000)

    def turns(deed: Deed | None, now: int) -> int | None:
        return turns_at(greeted, deed, since=NOW, now=now)

    assert turns(None, NOW) == NOW + QUIET_AFTER
    assert turns(deed, NOW + 2_000) == NOW + 2_000 + CARD_FOR
    assert turns(deed, NOW + 2_000 + CARD_FOR) == NOW + 2_000 + QUIET_AFTER
    assert turns(deed, NOW + 2_000 + QUIET_AFTER) is None
    assert turns_at(None, deed, since=NOW, now=NOW) is None


def test_whoever_was_served_is_asked_without_their_name_after_they_were_let_go() -> None:
    parting = parting_of(greeting(), True, NOW, "en")

    def left(after: int):  # type: ignore[no-untyped-def]
        return compose(None, None, since=NOW, now=NOW + after, house_language="en", parting=parting)

    assert (left(0).scene, left(0).language, left(0).name) == (Scene.ASKING, "lo", "")
    assert left(PARTING_FOR).scene is Scene.IDLE
    assert turns_at(None, None, since=NOW, now=NOW, parting=parting) == NOW + PARTING_FOR
    assert turns_at(None, None, since=NOW, now=NOW + PARTING_FOR, parting=parting) is None
    assert parting_of(greeting(), False, NOW, "en") is None
    assert parting_of(greeting(replace(SOMSAK, on_screen=False)), True, NOW, "en") is None
