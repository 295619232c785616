"""A programme's promise is said in whole sentences, one for each rule, and nothing else is said."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    Look,
    PassTerms,
    Programme,
    ProgrammeKind,
    Reward,
    RewardKind,
    Span,
    Terms,
    stamp_card,
)
from frontdesk.domain.loyalty.terms_checks import TermsFault
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.programme_rules import Told
from frontdesk.wording.programmes import (
    change_sentence,
    promise_sentences,
    short_promise,
    span_sentences,
    standing_promise,
    state_words,
    terms_fault_sentence,
)

EN, LO = texts_for("en"), texts_for("lo")
ZONE = ZoneInfo("Asia/Vientiane")
TOLD = Told(lambda price: f"{price:,} LAK", lambda id_: {1: "Latte", 2: "Espresso"}[id_])
STAMPS = ProgrammeKind.STAMPS


def at(written: str) -> int:
    return int(datetime.fromisoformat(written).replace(tzinfo=ZONE).timestamp() * 1000)


NOW = at("2026-11-22 09:00")

RICH = Terms(
    (
        Reward(2, 10, Said("lunch"), RewardKind.PERCENT_OFF, value=20),
        Reward(1, 5, Said("coffee", (("lo", "ກາເຟ"),)), products=(1, 2), categories=("Tea",), up_to=25_000),
        Reward(3, 15, Said("cake"), RewardKind.AMOUNT_OFF, value=5_000),
    ),
    Accrual(
        Basis.AMOUNT, 1, step=10_000, most_per_visit=1, most_per_day=3, boosts=(Boost(2, (0,), 840, 960),)
    ),
    Expiry(ExpiryBasis.IDLE, 12),
    Gifts(2, 1, 7, 1, 3),
)


def said(terms: Terms) -> list[str]:
    return promise_sentences(EN, STAMPS, terms, TOLD)


def test_every_rule_of_a_rich_card_is_a_sentence() -> None:
    assert said(RICH) == [
        "5 stamps: free coffee, worth up to 25,000 LAK.",
        "The free coffee can be: Tea, Latte, and Espresso.",
        "10 stamps: 20 % off lunch.",
        "15 stamps: 5,000 LAK off cake.",
        "1 stamp for every 10,000 LAK spent in a visit.",
        "At most 1 stamp per visit, not counting gifts and double hours.",
        "At most 3 stamps a day, not counting gifts and double hours.",
        "Double stamps: Monday, 14:00–16:00.",
        "2 stamps as a welcome, with the first one.",
        "1 stamp for a birthday, with a visit within 7 days of it.",
        "A friend who was brought along gets 1 stamp on the second visit.",
        "Whoever brought a friend gets 3 stamps when the friend has come twice.",
        "Stamps end after 12 months without a visit.",
        "The counter warns 30 days before.",
        "A reward that is ready stays.",
    ]


def test_what_is_not_promised_is_not_said() -> None:
    assert said(stamp_card("Coffee card", 5, "coffee").terms) == [
        "5 stamps: free coffee.",
        "Each thing bought earns what is set at the product.",
        "Stamps never end.",
    ]


@pytest.mark.parametrize(
    ("accrual", "sentence"),
    [
        (Accrual(Basis.VISIT), "1 stamp for each visit."),
        (Accrual(Basis.VISIT, 2), "2 stamps for each visit."),
        (Accrual(Basis.ITEM, 1, (1,), ("Tea",)), "1 stamp for each of: Tea and Latte."),
    ],
)
def test_how_stamps_are_earned(accrual: Accrual, sentence: str) -> None:
    assert sentence in said(replace(RICH, accrual=accrual))


@pytest.mark.parametrize(
    ("boost", "sentences"),
    [
        (Boost(2), ["Double stamps: every day."]),
        (Boost(3, (5, 6)), ["3 times the stamps: Saturday and Sunday."]),
        (Boost(3, (6, 0), 540, 600), ["3 times the stamps: Monday and Sunday, 9:00–10:00."]),
        (
            Boost(2, (0,), first_day=date(2026, 12, 1), last_day=date(2026, 12, 24)),
            ["Double stamps: Monday.", "That holds from 1 December 2026 to 24 December 2026."],
        ),
        (
            Boost(2, (0,), first_day=date(2026, 12, 1)),
            ["Double stamps: Monday.", "That holds from 1 December 2026 on."],
        ),
        (
            Boost(2, (0,), last_day=date(2026, 12, 24)),
            ["Double stamps: Monday.", "That holds until 24 December 2026."],
        ),
    ],
)
def test_double_hours(boost: Boost, sentences: list[str]) -> None:
    spoken = said(replace(RICH, accrual=Accrual(Basis.VISIT, boosts=(boost,))))
    begin = spoken.index(sentences[0])
    assert spoken[begin : begin + len(sentences)] == sentences
    assert len(spoken) == len(said(replace(RICH, accrual=Accrual(Basis.VISIT)))) + len(sentences)


def test_stamps_that_end_by_their_age_spare_nobody_unless_told() -> None:
    spoken = said(replace(RICH, expiry=Expiry(ExpiryBasis.AGE, 1, 1, spares_full=False)))
    assert spoken[-2:] == ["Each stamp ends 1 month after it was earned.", "The counter warns 1 day before."]


@pytest.mark.parametrize(
    ("kind", "passes", "sentences"),
    [
        (
            ProgrammeKind.PASS,
            PassTerms(10, 3, 0, 400_000, 7),
            [
                "One sale gives 10 visits.",
                "It holds for 3 months.",
                "It costs 400,000 LAK.",
                "The counter says so 7 days before it ends.",
            ],
        ),
        (
            ProgrammeKind.MEMBERSHIP,
            PassTerms(0, 0, 30, 0, 0),
            ["Any number of visits.", "It holds for 30 days."],
        ),
        (
            ProgrammeKind.MEMBERSHIP,
            PassTerms(0, 1, 10, 0, 0),
            ["Any number of visits.", "It holds for 1 month and 10 days."],
        ),
    ],
)
def test_a_pass_says_what_one_sale_gives(
    kind: ProgrammeKind, passes: PassTerms, sentences: list[str]
) -> None:
    assert promise_sentences(EN, kind, Terms(passes=passes), TOLD) == sentences


def test_one_line_says_what_matters_most() -> None:
    first = "5 stamps: free coffee, worth up to 25,000 LAK."
    assert short_promise(EN, STAMPS, RICH, TOLD).startswith(f"{first} 10 stamps")
    line = short_promise(EN, ProgrammeKind.PASS, Terms(passes=PassTerms(10, 3, 0, 400_000)), TOLD)
    assert line == "One sale gives 10 visits. It holds for 3 months. It costs 400,000 LAK."


def test_the_reward_is_named_in_the_readers_language() -> None:
    price, choice, *_ = promise_sentences(LO, STAMPS, RICH, TOLD)
    assert "ກາເຟ" in price
    assert "ກາເຟ" in choice
    assert not any("ກາເຟ" in sentence for sentence in said(RICH))


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(), "Runs"),
        (Span(starts_at=at("2026-12-01")), "Begins on 1 December 2026"),
        (Span(ends_at=at("2026-11-22")), "Ended on 21 November 2026"),
        (Span(ends_at=at("2026-11-23")), "Runs"),
        (Span(retired_at=at("2026-11-20 10:00"), ends_at=at("2026-11-01")), "Retired on 20 November 2026"),
    ],
)
def test_whether_it_runs(span: Span, words: str) -> None:
    programme = Programme(1, Look(Said("Coffee card")), (RICH,), span=span)
    assert state_words(EN, programme, NOW, ZONE) == words


@pytest.mark.parametrize(("begins", "day"), [("2026-11-30", "30 November"), ("2027-01-04", "4 January 2027")])
def test_a_change_that_is_set_is_said_with_its_day(begins: str, day: str) -> None:
    lunch = replace(RICH, rewards=(Reward(1, 8, Said("lunch")),), starts_at=at(begins))
    programme = Programme(1, Look(Said("Coffee card")), (RICH, lunch))
    assert state_words(EN, programme, NOW, ZONE) == f"Changes on {day}"
    assert change_sentence(EN, programme, TOLD, ZONE, NOW) == f"From Monday {day}: 8 stamps: free lunch."
    assert change_sentence(EN, replace(programme, terms=(RICH,)), TOLD, ZONE, NOW) == ""


STAMPS_UNTIL = "Retired. Rewards can be taken until 31 December."


@pytest.mark.parametrize(
    ("terms", "until", "sentences"),
    [
        (RICH, "2027-01-01", [STAMPS_UNTIL, *said(RICH)[:4], *said(RICH)[-3:]]),
        (replace(RICH, expiry=None), "2027-01-01", [STAMPS_UNTIL, *said(RICH)[:4]]),
        (
            replace(RICH, expiry=None),
            "",
            ["Retired. Rewards can be taken without an end.", *said(RICH)[:4], "Stamps never end."],
        ),
        (RICH, "2026-11-01", ["Retired. The last day for rewards was 31 October."]),
    ],
)
def test_a_retired_card_says_its_last_day_and_what_still_holds(
    terms: Terms, until: str, sentences: list[str]
) -> None:
    span = Span(retired_at=at("2026-10-01"), redeem_until=at(until) if until else None)
    assert standing_promise(EN, STAMPS, terms, span, TOLD, ZONE, NOW) == sentences


@pytest.mark.parametrize(
    ("kind", "span", "sentence"),
    [
        (
            ProgrammeKind.PASS,
            Span(retired_at=NOW),
            "Retired. No more are sold. Visits already paid for can be used until they end.",
        ),
        (
            ProgrammeKind.MEMBERSHIP,
            Span(retired_at=NOW),
            "Retired. No more are sold. What is already paid for holds until it ends.",
        ),
        (
            ProgrammeKind.PASS,
            Span(retired_at=NOW, redeem_until=at("2027-01-01")),
            "Retired. No more are sold, and what is paid for can be used until 31 December at the latest.",
        ),
    ],
)
def test_a_retired_pass_speaks_of_visits_not_of_rewards(
    kind: ProgrammeKind, span: Span, sentence: str
) -> None:
    passes = Terms(passes=PassTerms(10, 3, 0, 400_000, 7))
    assert standing_promise(EN, kind, passes, span, TOLD, ZONE, NOW) == [sentence]
    assert span_sentences(EN, kind, Span(retired_at=NOW), ZONE) == [
        "It was retired on 22 November 2026: no more are sold."
    ]


def test_what_a_form_leaves_open_is_not_promised() -> None:
    blank = stamp_card("Coffee card", 10, "").terms
    assert not any("free" in sentence for sentence in said(blank))
    assert short_promise(EN, STAMPS, blank, TOLD) == ""
    undecided = replace(TOLD, nothing_earns=True, nothing_free=frozenset({1}))
    assert promise_sentences(EN, STAMPS, stamp_card("Coffee card", 5, "coffee").terms, undecided) == [
        "5 stamps: free coffee.",
        "Choose at least one thing that the reward can be.",
        "Choose at least one thing that earns stamps.",
        "Stamps never end.",
    ]


def test_where_chosen_things_earn_the_button_counts_as_one_of_them() -> None:
    spoken = said(replace(RICH, accrual=Accrual(Basis.ITEM, 1, (1,))))
    at_things = spoken.index("1 stamp for each of: Latte.")
    assert spoken[at_things + 1] == "The stamp button itself counts as one of them."


def test_a_span_is_said_by_its_last_day_not_by_the_moment_after_it() -> None:
    span = Span(at("2026-12-01"), at("2027-01-01"), at("2027-02-01"))
    assert span_sentences(EN, STAMPS, span, ZONE) == [
        "It begins on 1 December 2026.",
        "The last day on which stamps are earned is 31 December 2026.",
        "Rewards can be taken until 31 January 2027.",
    ]
    assert span_sentences(EN, STAMPS, Span(), ZONE) == ["It runs without an end."]
    retired = span_sentences(EN, STAMPS, Span(retired_at=NOW, ends_at=NOW), ZONE)
    assert retired == ["It was retired on 22 November 2026: nothing is earned any more."]


@pytest.mark.parametrize("fault", TermsFault)
def test_every_fault_of_terms_has_its_own_sentence(fault: TermsFault) -> None:
    sentence = terms_fault_sentence(EN, fault)
    assert sentence.endswith(".")
    assert "{" not in sentence
    others = [terms_fault_sentence(EN, other) for other in TermsFault if other is not fault]
    assert sentence not in others
