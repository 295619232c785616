"""Every refusal and fault has a sentence: complete, filled in, and fit for a shop."""

import string
from collections.abc import Iterator

import pytest

from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.faults import StoreFault
from frontdesk.domain.importing.imports import BadFile, BadRow, Column, FileFault, LeftOut, RowFault
from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.people.photos import BadPhoto, PhotoFault
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import BadInput, InputFault
from frontdesk.texts import Texts, texts_for
from frontdesk.wording.consents import consent_wording, purpose_name
from frontdesk.wording.faults import store_fault_sentence
from frontdesk.wording.imports import column_name, outcome_sentences, value_sentence
from frontdesk.wording.refusals import input_sentence, refusal_sentence, remedy_name
from frontdesk.wording.requests import move_name, state_name

WHOLE_ROWS = (
    RowFault.NO_NAME,
    RowFault.TOO_LONG,
    RowFault.TOO_MANY_CELLS,
    RowFault.BROKEN_ROW,
    RowFault.CARD_NOT_ENDED,
    RowFault.NOT_A_PERSON,
)
VALUES = (*(fault for fault in RowFault if fault not in WHOLE_ROWS), RowFault.TOO_LONG)
EN, LO = texts_for("en"), texts_for("lo")


def every_sentence(texts: Texts) -> Iterator[tuple[str, str]]:
    """Each code and what is said of it."""
    yield from ((code, refusal_sentence(texts, Refused(code))) for code in RefusalCode)
    yield from ((code, input_sentence(texts, BadInput(code))) for code in InputFault)
    yield from ((code, input_sentence(texts, BadPhoto(code))) for code in PhotoFault)
    yield from ((code, input_sentence(texts, BadFile(code))) for code in FileFault)
    yield from ((code, outcome_sentences(texts, BadRow(1, code))) for code in WHOLE_ROWS)
    yield from ((code, value_sentence(texts, LeftOut(code, Column.NOTE, "?"))) for code in VALUES)
    yield from ((code, store_fault_sentence(texts, code)) for code in StoreFault)
    yield from ((purpose, consent_wording(texts, purpose, "Café Lilawadee")) for purpose in Purpose)


def every_label(texts: Texts) -> Iterator[tuple[str, str]]:
    """Each code and the few words on its button or label."""
    yield from ((remedy, remedy_name(texts, remedy)) for remedy in Remedy)
    yield from ((state, state_name(texts, state)) for state in RequestState)
    yield from ((state, move_name(texts, state)) for state in RequestState)
    yield from ((purpose, purpose_name(texts, purpose)) for purpose in Purpose)
    yield from ((column, column_name(texts, column)) for column in Column)


@pytest.mark.parametrize(("code", "sentence"), list(every_sentence(EN)))
def test_each_code_has_a_whole_sentence_in_english(code: str, sentence: str) -> None:
    assert sentence[0] in string.ascii_uppercase or sentence.startswith("Café")
    assert sentence.endswith(".")
    assert code not in sentence  # codes are for logs


@pytest.mark.parametrize(("code", "sentence"), [*every_sentence(EN), *every_sentence(LO)])
def test_every_place_in_a_sentence_is_filled(code: str, sentence: str) -> None:
    assert "{" not in sentence


def test_lao_has_its_own_words_for_everything() -> None:
    english = dict.fromkeys(text for _, text in [*every_sentence(EN), *every_label(EN)])
    left = [text for _, text in [*every_sentence(LO), *every_label(LO)] if text in english]
    assert left == []


def test_labels_of_one_kind_can_be_told_apart() -> None:
    for names in ({state_name(EN, s) for s in RequestState}, {move_name(EN, s) for s in RequestState}):
        assert len(names) == len(RequestState)


@pytest.mark.parametrize(
    ("short", "said"),
    [
        (1, "1 more stamp, and the reward is ready."),
        (4, "4 more stamps, and the reward is ready."),
    ],
)
def test_a_short_card_says_how_many_stamps_are_missing(short: int, said: str) -> None:
    assert refusal_sentence(EN, Refused(RefusalCode.STAMPS_SHORT, Remedy.ADD_STAMPS, short=short)) == said


def test_a_limit_is_named() -> None:
    assert input_sentence(EN, BadInput(InputFault.TOO_LONG, 200)) == (
        "This is too long. Up to 200 characters fit here."
    )
    assert input_sentence(EN, BadInput(InputFault.TOO_MANY_DIGITS, 15)) == (
        "A phone number has at most 15 digits."
    )
    assert "20 at a time" in refusal_sentence(EN, Refused(RefusalCode.TOO_MANY_AT_ONCE))
    assert "2000 at a time" in refusal_sentence(EN, Refused(RefusalCode.TOO_MANY_AT_ONCE, most=2000))
    assert "25 MB" in input_sentence(EN, BadPhoto(PhotoFault.TOO_MANY_BYTES))


@pytest.mark.parametrize("language", ["lo", "th", "km", "ka"])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_consent_is_asked_in_the_customers_language(language: str, purpose: Purpose) -> None:
    asked = consent_wording(texts_for(language), purpose, "Café Lilawadee")
    assert "Café Lilawadee" in asked
    assert asked != consent_wording(EN, purpose, "Café Lilawadee")
