"""Readings that are near: the same consonants, or a slip of the finger."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.storage.finding.search_near import alike, slipped


@pytest.fixture
def known(desk: FrontDesk) -> FrontDesk:
    for name in ("Somsak", "Samnang", "Vongsa", "Noy", "Christopher"):
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result()
    return desk


def test_other_vowels_are_alike(known: FrontDesk) -> None:
    found = alike(known.store.read(), "samsok")
    assert set(found) == {"somsak"}
    assert 0.6 <= found["somsak"] < 1


def test_so_is_the_beginning_of_a_long_word(known: FrontDesk) -> None:
    assert set(alike(known.store.read(), "klist")) & {"clistopel", "klistopel"}


@pytest.mark.parametrize("typed", ["sonsak", "smosak", "somsaks", "omsak", "vomsak"])
def test_one_slip_is_near(known: FrontDesk, typed: str) -> None:
    assert "somsak" in slipped(known.store.read(), typed)


@pytest.mark.parametrize("typed", ["so", "ny", "ko", "sapak", "vikol"])
def test_two_letters_and_two_slips_in_a_short_word_are_not(known: FrontDesk, typed: str) -> None:
    assert slipped(known.store.read(), typed) == {}
