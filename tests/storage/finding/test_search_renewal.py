"""Entries of an older way are written anew, the latest first, while search goes on."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.finding import search_upkeep
from frontdesk.storage.database import Row
from frontdesk.storage.finding import search_renewal

NAMES = ("ສົມສັກ", "Maria", "გიორგი", "สมชาย", "សុខា")


@pytest.fixture
def old(desk: FrontDesk) -> FrontDesk:
    """A shop whose index knows names only as they are written, as schema 2 left it."""
    for name in NAMES:
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name, spoken="-")).result()

    def forget_sounds() -> None:
        db = desk.store.write()
        for slot, name in list(
            db.run("SELECT slot, name FROM search_slot AS s JOIN customer AS c ON c.id = s.customer_id")
        ):
            db.run("DELETE FROM search_word WHERE rowid = ?", (slot,))
            db.run("INSERT INTO search_word (rowid, words) VALUES (?, ?)", (slot, name.lower()))
        db.run("DELETE FROM search_reading")
        db.run("DELETE FROM search_slip")
        db.run("UPDATE search_index SET version = 0, done_from = NULL")

    desk.submit(forget_sounds).result()
    return desk


def order(desk: FrontDesk) -> list[Row]:
    return list(desk.store.read().run("SELECT slot, customer_id FROM search_slot ORDER BY slot"))


def found(desk: FrontDesk, text: str) -> list[str]:
    return [hit.name for hit in desk.search.find(text)]


def test_a_new_store_has_nothing_to_write_anew(desk: FrontDesk) -> None:
    assert search_renewal.is_current(desk.store.read())


def test_all_are_found_by_sound_afterwards_and_the_order_stays(old: FrontDesk) -> None:
    before = order(old)
    assert found(old, "somsak") == []
    old.search_upkeep.renew()
    assert found(old, "somsak")[0] == "ສົມສັກ"
    assert found(old, "sonsak")[0] == "ສົມສັກ"
    assert order(old) == before
    assert search_renewal.is_current(old.store.read())


def test_it_goes_on_where_it_was_left_and_search_works_meanwhile(
    old: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_upkeep, "SLICE_SECONDS", 0.0)  # one entry a slice
    slices = iter([False, False, True])
    old.search_upkeep.renew(lambda: next(slices))
    assert not search_renewal.is_current(old.store.read())
    assert found(old, "sokha")[:1] == ["សុខា"]
    assert found(old, "somchai")[:1] == ["สมชาย"]
    assert found(old, "ສົມ")[:1] == ["ສົມສັກ"]
    assert "ສົມສັກ" not in found(old, "somsak")
    old.search_upkeep.renew()
    assert found(old, "somsak")[0] == "ສົມສັກ"


def test_who_comes_meanwhile_is_written_once_more_and_found_once(old: FrontDesk) -> None:
    stop = iter([False, True])
    old.search_upkeep.renew(lambda: next(stop))
    old.submit(old.loyalty.add_stamps, old.act(), 1).result()
    old.search_upkeep.renew()
    assert found(old, "somsak").count("ສົມສັກ") == 1
