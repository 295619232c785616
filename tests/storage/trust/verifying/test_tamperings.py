"""1,600 tamperings with one store, each as somebody would do it who has an SQLite tool and not the key.

Whoever tampers tidies up: triggers are put back as they were, and balances are made to fit. Every tampering
must be found, and the row named. Beside the store there is what a shop has: backups, the note of the last
check, a slip on paper. The seed is in each failure.
"""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.ids import seeded
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Look,
    ProgrammeDraft,
    Reward,
    Terms,
    stamp_card,
)
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.said import Said
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.trust.verification import LAST_CHECK, Fault, VerifyReport
from frontdesk.services.trust.backups import BackupService, restore
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.opening import opened
from frontdesk.storage.trust.anchors import Heads
from frontdesk.storage.trust.backups import ends_in_backups
from frontdesk.storage.trust.verifying.verified import read_verified
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.storage.trust.verifying.ways_to_tamper import WAYS, Luck, cut, look, tamper
from tests.storage.trust.verifying.ways_to_turn_rows import ROW_WAYS

PEOPLE = 12
MINUTE = 60_000
START = 1_751_371_200_000
PER_BLOCK = 100


class Shop(NamedTuple):
    """A shop on disk, and what is known of it outside its store."""

    paths: Paths
    store: bytes
    old_stores: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    ends: tuple[Heads, ...]
    slip: PaperAnchor


def live(desk: FrontDesk, luck: Luck, people: list[int], acts: int) -> None:
    """So many acts of an ordinary week: stamps, rewards, undoes."""
    done = []
    for _ in range(acts):
        person, act = luck.choice(people), desk.act()
        cards = desk.loyalty.cards(person, act.at)
        if cards and cards[0].balance >= 5:
            desk.submit(desk.loyalty.redeem, act, person).result()
        else:
            desk.submit(desk.loyalty.add_stamps, act, person, luck.choice((1, 1, 2))).result()
        done.append(act.gesture)
        if luck.random() < 0.08:
            desk.submit(desk.loyalty.undo, desk.act(), done.pop()).result()


def extend(desk: FrontDesk, people: list[int]) -> None:
    """A second programme, by what is paid, of which some have a card; and friends that were brought along."""
    terms = Terms((Reward(1, 3, Said("lunch")),), Accrual(Basis.AMOUNT, step=100))
    lunch = ProgrammeDraft(Look(Said("Lunch")), terms)
    desk.submit(desk.programmes.add, desk.act(), lunch).result()
    for turn in range(12):
        act = desk.act()
        desk.submit(desk.loyalty.add_amount, act, people[6 + turn % 4], 250).result()
        if turn % 4 == 0:
            desk.submit(desk.loyalty.undo, desk.act(), act.gesture).result()
    for friend in (2, 3, 4):
        act = desk.act()
        desk.submit(desk.referrals.brought, act, people[friend], people[friend + 1]).result()
    desk.submit(desk.referrals.undo, desk.act(), act.gesture).result()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Some hundred entries in two stretches: a backup was restored between them."""
    paths = paths_for(tmp_path_factory.mktemp("tamperings") / "shop")
    now, luck = [START], Luck(5)

    def clock() -> int:
        now[0] += 40 * MINUTE
        return now[0]

    desk = open_desk(paths, clock=clock, source=seeded(3))
    desk.submit(
        desk.shop.open_shop, desk.act(), ShopSettings("Café"), stamp_card("Card", 5, "coffee")
    ).result()
    people = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(f"P{n}")).result().customer.id
        for n in range(PEOPLE)
    ]
    live(desk, luck, people, 140)
    extend(desk, people)
    desk.submit(desk.merging.merge, desk.act(), people[0], people[1]).result()
    desk.close()
    backup = BackupService(paths, clock).make()
    first = paths.store.read_bytes()
    restore(paths, backup.path, clock=clock)
    desk = open_desk(paths, clock=clock, source=seeded(4))
    live(desk, luck, people, 160)
    desk.close()
    second = paths.store.read_bytes()
    desk = open_desk(paths, clock=clock, source=seeded(6))
    live(desk, luck, people, 5)
    desk.close()
    BackupService(paths, clock).make()
    assert Verifier(paths).at_start(now[0]) is None
    report = Verifier(paths).verify()
    keys = (paths.chain_key.read_bytes(),)
    note = read_verified(paths.verified, keys)
    assert note is not None
    ends = (note.heads, *(end for end in ends_in_backups(paths.backups) if isinstance(end, Heads)))
    slip = PaperAnchor(report.entries, report.short_hash)
    return Shop(paths, paths.store.read_bytes(), (first, second), keys, ends, slip)


BLOCKS = 16


def verify(shop: Shop, path: Path) -> VerifyReport:
    return verify_store(path, shop.keys, backups=shop.ends)


def names(fault: Fault) -> tuple[str, int]:
    """A backup's name stands for all that is known outside; that it was the note's is enough."""
    return fault.where, 0 if fault.where == LAST_CHECK else fault.row


def test_the_shop_is_in_order_before_anything_is_done_to_it(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.store)
    report = verify(shop, path)
    assert report.ok, report.faults
    assert report.entries > 300
    assert [(epoch.reason, epoch.checked) for epoch in report.epochs] == [("FIRST", True), ("RESTORED", True)]
    tamper(path, ())
    assert verify(shop, path).ok


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_tampering_is_found_and_its_row_named(shop: Shop, tmp_path: Path, block: int) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.store)
    ledger, missed = look(path), list[str]()
    ways = WAYS | ROW_WAYS
    names_of_ways = list(ways)
    for turn in range(PER_BLOCK):
        number = block * PER_BLOCK + turn
        luck, way = Luck(number), names_of_ways[number % len(names_of_ways)]
        done = ways[way](luck, ledger)
        path.write_bytes(shop.store)
        tamper(path, done.statements)
        report = verify(shop, path)
        found = {names(fault) for fault in report.faults}
        if report.ok or not found & done.named:
            missed.append(f"seed {number}, {way}: named {sorted(found)[:4]}, not one of {sorted(done.named)}")
    assert missed == []


@pytest.mark.parametrize("which", [0, 1])
def test_an_old_store_put_back_by_hand_is_found(shop: Shop, tmp_path: Path, which: int) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(shop.old_stores[which])
    found = {names(fault) for fault in verify(shop, path).faults}
    assert (LAST_CHECK, 0) in found


def test_paper_alone_tells_of_a_ledger_that_was_cut_off_wherever(shop: Shop, tmp_path: Path) -> None:
    """No backup and no note is left, and whoever cut took the acts along."""
    paths = paths_for(tmp_path / "shop")
    paths.create()
    shutil.copyfile(shop.paths.chain_key, paths.chain_key)
    paths.store.write_bytes(shop.store)
    ledger = look(paths.store)
    assert Verifier(paths).compare(shop.slip) is AnchorVerdict.FITS
    for seed in range(20):
        paths.store.write_bytes(shop.store)
        tamper(paths.store, cut(Luck(seed), ledger).statements)
        assert Verifier(paths).compare(shop.slip) is AnchorVerdict.FEWER
    with opened(paths.store) as db:
        assert db.value("SELECT count(*) FROM chain_epoch") == 2
