"""Terms are read back as they were promised."""

import json
from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import getitem
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.faults import StoreFault
from frontdesk.domain.loyalty.programmes import (
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
from frontdesk.services.errors import store_fault
from frontdesk.storage.loyalty.promises import UNKNOWN, UnknownPromise, as_terms, as_text, names_products
from frontdesk.storage.opening import opened
from tests.saved_shop import put_saved_store

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


FORMAT_1 = """{
    "format": 1,
    "rewards": [{"number": 1, "price": 5, "what": {"": "coffee"}, "kind": "FREE_ITEM", "products": [],
        "categories": [], "up_to": null, "value": 0}],
    "accrual": {"basis": "ITEM", "stamps": 1, "products": [], "categories": [], "step": 0,
        "most_per_visit": null, "most_per_day": null,
        "boosts": [{"factor": 2, "weekdays": [0, 1, 2, 3, 4, 5, 6], "from_minute": 0, "to_minute": 1440,
            "first_day": null, "last_day": null}]},
    "expiry": {"basis": "IDLE", "months": 6, "warn_days": 30, "spares_full": true},
    "gifts": {"welcome": 0, "birthday": 0, "birthday_days": 7, "friend": 0, "referrer": 0},
    "passes": {"visits": 0, "months": 1, "days": 0, "price": 0, "warn_days": 7}
}"""
"""Never to be changed: so it is written in shops, whatever the program holds to be usual meanwhile."""

ALL_AS_USUAL = Terms(
    (Reward(1, 5, Said("coffee")),),
    Accrual(boosts=(Boost(),)),
    Expiry(ExpiryBasis.IDLE, 6),
    passes=PassTerms(),
)


def test_every_rule_is_written_out_also_one_that_is_as_usual() -> None:
    assert json.loads(as_text(ALL_AS_USUAL, UIDS)) == json.loads(FORMAT_1)
    assert as_terms(FORMAT_1, IDS, id_=0, starts_at=0) == ALL_AS_USUAL


def rules_in(kept: object, *path: object) -> Iterator[tuple[object, ...]]:
    """Where each rule of a promise stands."""
    if isinstance(kept, dict):
        for name, rule in kept.items():
            if path[-1:] != ("what",):  # a language is no rule
                yield (*path, name)
                yield from rules_in(rule, *path, name)
    elif isinstance(kept, list):
        for place, each in enumerate(kept):
            yield from rules_in(each, *path, place)


@pytest.mark.parametrize("rule", list(rules_in(json.loads(FORMAT_1))), ids=str)
def test_half_a_promise_is_none(rule: tuple[object, ...]) -> None:
    for change in ("left out", "another beside it"):
        kept = json.loads(FORMAT_1)
        part = reduce(getitem, rule[:-1], kept)
        if change == "left out":
            del part[rule[-1]]
        else:
            part["only on sundays"] = True
        with pytest.raises(UnknownPromise):
            as_terms(json.dumps(kept), IDS, id_=1, starts_at=0)


def test_the_terms_of_a_newer_program_are_refused_and_it_is_said_why() -> None:
    with pytest.raises(UnknownPromise, match="terms 4 have the format 2, this program knows 1") as raised:
        as_terms(FORMAT_1.replace('"format": 1', '"format": 2'), IDS, id_=4, starts_at=0)
    assert store_fault(raised.value) is StoreFault.NEWER_FILE


def test_the_terms_of_a_first_shop_are_written_out_like_any_others(tmp_path: Path) -> None:
    put_saved_store(tmp_path / "shop.sqlite3")
    with opened(tmp_path / "shop.sqlite3") as db:
        rows = list(db.run("SELECT promise FROM terms"))
    assert rows
    for (promise,) in rows:
        read = as_terms(promise, {}, id_=0, starts_at=0)
        assert read == Terms((Reward(1, read.goal, read.rewards[0].what),))
        assert json.loads(as_text(read, {})) == json.loads(promise)
        assert not names_products(promise)


def test_a_text_tells_whether_it_names_a_product() -> None:
    of_reward = Terms((Reward(1, 5, Said("coffee"), products=(2,)),))
    assert names_products(as_text(Terms(accrual=Accrual(products=(1,))), UIDS))
    assert names_products(as_text(of_reward, UIDS))
    assert not names_products(as_text(ALL_AS_USUAL, UIDS))


def test_a_product_not_known_here_is_none_of_ours() -> None:
    text = as_text(Terms(accrual=Accrual(products=(1, 2))), UIDS)
    read = as_terms(text, {UIDS[2].hex(): 2}, id_=1, starts_at=0)
    assert read.accrual.products == (UNKNOWN, 2)


def test_a_product_that_there_is_not_cannot_be_promised() -> None:
    with pytest.raises(KeyError):
        as_text(Terms(accrual=Accrual(products=(99,))), UIDS)
