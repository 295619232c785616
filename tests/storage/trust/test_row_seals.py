"""Cards, terms and referrals are sealed, through upgrades and lost keys, on a real shop's file."""

from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.trust.verification import Fault, FaultCode, StartFinding, VerifyReport
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.opening import opened
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.conftest import ExpectLog
from tests.saved_shop import put_saved_shop
from tests.storage.trust.verifying.ways_to_tamper import tamper

NEW_KEY = bytes(range(32))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A shop with two programmes, a friend who was brought along, and one card with one stamp."""
    paths = paths_for(tmp_path / "shop")
    desk = open_desk(paths)
    desk.submit(desk.shop.open_shop, desk.act(), ShopSettings("Café"), stamp_card("Card", 5, "tea")).result()
    desk.submit(desk.programmes.add, desk.act(), stamp_card("Lunch", 2, "lunch")).result()
    noy, kham = (
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Kham")
    )
    desk.submit(desk.referrals.brought, desk.act(), noy, kham).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    desk.close()
    return paths


def verify(paths: Paths, *keys: bytes) -> VerifyReport:
    return verify_store(paths.store, keys or (paths.chain_key.read_bytes(),))


def unsealed(paths: Paths) -> int:
    tables = ("card", "terms", "referral")
    with opened(paths.store) as db:
        return sum(db.value(f"SELECT count(*) FROM {table} WHERE seal IS NULL") for table in tables)


def stamp(desk: FrontDesk) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), 1).result()


def lose_the_key(paths: Paths) -> bytes:
    """Another one lies in its place, as a new one would; gives the one that was lost."""
    lost = paths.chain_key.read_bytes()
    paths.chain_key.write_bytes(NEW_KEY)
    return lost


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE card SET programme_id = 2", Fault(FaultCode.WRONG_OWNER, "card", 1)),
        ("UPDATE terms SET starts_at = 1 WHERE id = 2", Fault(FaultCode.TERMS_CHANGED, "terms", 2)),
        ("UPDATE referral SET seal = NULL", Fault(FaultCode.WRONG_REFERRAL, "referral", 1)),
    ],
)
def test_what_entries_are_written_by_is_named_when_it_was_changed(
    paths: Paths, change: str, fault: Fault
) -> None:
    assert verify(paths).ok
    tamper(paths.store, (change,))
    assert verify(paths).faults == (fault,)


def test_seals_that_were_taken_off_are_not_given_anew_at_the_next_opening(paths: Paths) -> None:
    tamper(paths.store, ("UPDATE card SET seal = NULL, programme_id = 2", "UPDATE terms SET seal = NULL"))
    desk = open_desk(paths)
    stamp(desk)
    desk.close()
    named = {(fault.where, fault.row) for fault in verify(paths).faults}
    assert named == {("card", 1), ("terms", 1), ("terms", 2)}


def test_the_check_at_a_start_sees_a_promise_that_was_rewritten(paths: Paths, expect_log: ExpectLog) -> None:
    expect_log("TERMS_CHANGED in terms")
    assert Verifier(paths).at_start(1) is None
    tamper(paths.store, ("UPDATE terms SET promise = json_set(promise, '$.rewards[0].price', 1)",))
    assert Verifier(paths).at_start(2) is StartFinding.FAULTS


def test_a_shop_of_schema_1_is_sealed_when_it_is_first_opened(tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    assert unsealed(paths) == 0
    with opened(paths.store) as db:
        assert db.value("SELECT found_entries = count(*) FROM chain_epoch, ledger_entry")
        assert db.value("SELECT count(*) FROM ledger_entry WHERE kind = 'REDEEMED'"), "not told, and no fault"
    assert verify(paths).faults == ()


def test_entries_of_schema_1_cannot_be_made_out_to_be_more(tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    tamper(paths.store, ("UPDATE chain_epoch SET found_entries = found_entries + 1",))
    assert Fault(FaultCode.EPOCH_FORGED, "chain_epoch", 1, 1) in verify(paths).faults


def test_a_lost_key_accuses_nobody_and_the_next_one_seals_every_row_anew(paths: Paths) -> None:
    lost = lose_the_key(paths)
    desk = open_desk(paths)
    desk.submit(desk.programmes.change, desk.act(), 1, stamp_card("Card", 7, "tea").terms).result()
    assert verify(paths).faults == (), "not declared yet"
    assert verify(paths, lost, NEW_KEY).faults == (), "the lost key came back"
    stamp(desk)
    desk.close()
    assert verify(paths).faults == ()
    assert not verify(paths).ok, "the stretch of the lost key is openly unchecked"
    tamper(paths.store, ("UPDATE card SET programme_id = 2",))
    assert verify(paths).faults == (Fault(FaultCode.WRONG_OWNER, "card", 1),)


def test_a_key_lost_before_the_first_entry_accuses_nobody(tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "shop")
    desk = open_desk(paths)
    desk.submit(desk.shop.open_shop, desk.act(), ShopSettings("Café"), stamp_card("Card", 5, "tea")).result()
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result()
    desk.close()
    lose_the_key(paths)
    assert verify(paths).ok
    desk = open_desk(paths)
    stamp(desk)
    desk.close()
    assert verify(paths).ok


def test_without_the_key_nobody_is_accused(paths: Paths) -> None:
    assert verify_store(paths.store, ()).faults == ()
