"""Terms are read back as they were promised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    PassTerms,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.said import Said
from frontdesk.storage.promises import UNKNOWN, as_terms, as_text

UIDS = {number: bytes([number]) * 16 for number in range(1, 5)}
IDS = {uid.hex(): number for number, uid in UIDS.items()}

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8)
small = st.integers(0, 200)
products = st.lists(st.sampled_from(sorted(UIDS)), max_size=3).map(tuple)
categories = st.lists(words, max_size=2).map(tuple)
maybe_day = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
said = st.builds(
    Said, words, st.dictionaries(st.sampled_from(["lo", "th"]), words).map(lambda d: tuple(sorted(d.items())))
)
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=7).map(tuple)
boosts = st.builds(Boost, st.integers(2, 9), weekdays, small, small, maybe_day, maybe_day)
accruals = st.builds(
    Accrual,
    st.sampled_from(Basis),
    small,
    products,
    categories,
    small,
    st.none() | small,
    st.none() | small,
    st.lists(boosts, max_size=2).map(tuple),
)
rewards = st.builds(
    Reward, small, small, said, st.sampled_from(RewardKind), products, categories, st.none() | small, small
)
expiries = st.builds(Expiry, st.sampled_from(ExpiryBasis), small, small, st.booleans())
terms = st.builds(
    Terms,
    st.lists(rewards, max_size=3).map(tuple),
    accruals,
    st.none() | expiries,
    st.builds(Gifts, small, small, small, small, small),
    st.none() | st.builds(PassTerms, small, small, small, small, small),
    st.just(7),
    st.just(3),
)


@given(terms)
def test_what_was_promised_is_read_back(promised: Terms) -> None:
    assert as_terms(as_text(promised, UIDS), IDS, id_=3, starts_at=7) == promised


def test_only_what_is_unusual_is_written() -> None:
    assert as_text(Terms((Reward(1, 5, Said("coffee")),)), UIDS) == (
        '{"rewards": [{"number": 1, "price": 5, "what": {"": "coffee"}}]}'
    )


def test_a_product_not_known_here_is_none_of_ours_and_a_newer_word_is_passed_over() -> None:
    text = as_text(Terms(accrual=Accrual(products=(1, 2))), UIDS)
    text = text.replace('"products"', '"later": 1, "products"')
    read = as_terms(text, {UIDS[2].hex(): 2}, id_=1, starts_at=0)
    assert read.accrual.products == (UNKNOWN, 2)


def test_a_product_that_there_is_not_cannot_be_promised() -> None:
    with pytest.raises(KeyError):
        as_text(Terms(accrual=Accrual(products=(99,))), UIDS)
