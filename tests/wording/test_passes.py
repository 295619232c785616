"""A pass in one line, and what was done with it in one sentence."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView, Ending, Validity
from frontdesk.domain.loyalty.passes import PassDeed, PassOutcome
from frontdesk.domain.loyalty.programmes import Look, PassTerms, Programme, ProgrammeKind, Terms
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.passes import pass_outcome_sentence, pass_sentence, pass_undone_sentence
from frontdesk.wording.refusals import refusal_sentence

EN = texts_for("en")
UTC = ZoneInfo("UTC")
DAY = 24 * 60 * 60 * 1000
NOW = 1_763_640_000_000  # Thursday 20 November 2025, 12:00
MIDNIGHT = NOW + DAY // 2
GYM = Programme(
    1, Look(Said("Gym pass", (("lo", "ບັດຍິມ"),))), (Terms(passes=PassTerms(10)),), ProgrammeKind.PASS
)


def card(validity: Validity | None) -> CardView:
    return CardView(GYM, GYM.terms[0], 7, validity=validity)


SEVEN = card(Validity(MIDNIGHT + 60 * DAY, 7, 10))


@pytest.mark.parametrize(
    ("validity", "sentence"),
    [
        (None, "Gym pass: not bought yet"),
        (Validity(MIDNIGHT + 60 * DAY, 7, 10), "Gym pass: 7 of 10 visits left, until 19 January 2026"),
        (Validity(MIDNIGHT + 9 * DAY, 1, 10), "Gym pass: 1 of 10 visits left, until 29 November"),
        (Validity(MIDNIGHT, 0, 10), "Gym pass: all 10 visits are used"),
        (Validity(MIDNIGHT, 0, 1), "Gym pass: its 1 visit is used"),
        (Validity(MIDNIGHT), "Gym pass: good until 20 November"),
        (Validity(MIDNIGHT - DAY, 0, 10), "Gym pass: ended on 19 November"),
        (Validity(MIDNIGHT - DAY), "Gym pass: ended on 19 November"),
    ],
)
def test_where_a_pass_stands(validity: Validity | None, sentence: str) -> None:
    assert pass_sentence(EN, card(validity), UTC, NOW) == sentence


@pytest.mark.parametrize(
    ("deed", "again", "sentence"),
    [
        (PassDeed.SOLD, False, "Sold to Noy. Gym pass: 7 of 10 visits left, until 19 January 2026."),
        (PassDeed.USED, False, "Noy is in. Gym pass: 7 of 10 visits left, until 19 January 2026."),
        (
            PassDeed.USED,
            True,
            "Noy is in already; nothing is taken. Gym pass: 7 of 10 visits left, until 19 January 2026.",
        ),
    ],
)
def test_what_was_done(deed: PassDeed, again: bool, sentence: str) -> None:
    outcome = PassOutcome(1, SEVEN, b"", deed, 1, Changes(), again=again)
    assert pass_outcome_sentence(EN, outcome, "Noy", UTC, NOW) == sentence


def renewed(first: int, last: int) -> PassOutcome:
    ends = Validity(MIDNIGHT + last * DAY, 19, 20)
    ending = Ending(9, MIDNIGHT + first * DAY)
    renewed_card = CardView(GYM, GYM.terms[0], 19, ending=ending, validity=ends)
    return PassOutcome(1, renewed_card, b"", PassDeed.SOLD, 1, Changes())


def test_a_renewal_says_what_ends_when_and_only_the_sum_where_it_ends_on_one_day() -> None:
    apart = pass_outcome_sentence(EN, renewed(9, 39), "Noy", UTC, NOW, "150,000 LAK")
    assert apart == (
        "Sold to Noy for 150,000 LAK. "
        "Gym pass: 19 visits left, 9 of them until 29 November, the last until 29 December."
    )
    together = pass_outcome_sentence(EN, renewed(39, 39), "Noy", UTC, NOW)
    assert together == "Sold to Noy. Gym pass: 19 of 20 visits left, until 29 December."


def test_what_was_taken_back() -> None:
    said = pass_undone_sentence(EN, SEVEN, UTC, NOW)
    assert said == "Taken back. Gym pass: 7 of 10 visits left, until 19 January 2026."


def test_a_pass_speaks_the_readers_language() -> None:
    assert "ບັດຍິມ" in pass_sentence(texts_for("lo"), SEVEN, UTC, NOW)


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (0, "All visits of the pass are used. Renew it, and go on."),
        (1, "Only 1 visit is left on the pass. Renew it, or let fewer people in on it."),
        (2, "Only 2 visits are left on the pass. Renew it, or let fewer people in on it."),
    ],
)
def test_a_group_that_is_too_large_hears_how_many_are_left(left: int, sentence: str) -> None:
    refused = Refused(RefusalCode.PASS_USED_UP, Remedy.RENEW_PASS, left=left)
    assert refusal_sentence(EN, refused) == sentence
