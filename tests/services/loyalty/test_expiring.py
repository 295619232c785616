"""Stamps that end: only after a notice that the shop has lived through, and never by a clock that jumped."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.loyalty.cards import CardView, unspent
from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Reward
from frontdesk.domain.loyalty.stamping import EntryKind, LedgerEntry, StampOutcome
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.greeting import LineKind
from frontdesk.domain.said import Said
from frontdesk.services.gesture import begin
from frontdesk.services.loyalty.expiring import ExpiringService, Swept
from frontdesk.storage.loyalty import stamping
from frontdesk.storage.regulars import visits
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.conftest import FakeClock

IDLE, AGE = Expiry(ExpiryBasis.IDLE, 6), Expiry(ExpiryBasis.AGE, 6)
Enrol = Callable[[str], int]


@pytest.fixture
def enrol(desk: FrontDesk) -> Enrol:
    def add(name: str) -> int:
        return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id

    return add


@pytest.fixture
def regular(enrol: Enrol) -> int:
    """Somebody who comes on each day that the shop is open."""
    return enrol("Kham")


def rule(desk: FrontDesk, expiry: Expiry | None) -> None:
    (programme,) = desk.programmes.all()
    terms = replace(programme.terms_at(desk.now()), expiry=expiry)
    desk.submit(desk.programmes.change, desk.act(), programme.id, terms).result()


def stamp(desk: FrontDesk, customer_id: int, count: int = 1) -> StampOutcome:
    return desk.submit(desk.loyalty.add_stamps, desk.act(), customer_id, count).result()


def undo(desk: FrontDesk, gesture: bytes) -> StampOutcome:
    return desk.submit(desk.loyalty.undo, desk.act(), gesture).result()


def card(desk: FrontDesk, customer_id: int) -> CardView:
    (found,) = desk.loyalty.cards(customer_id, desk.now())
    return found


def balance(desk: FrontDesk, customer_id: int) -> int:
    return card(desk, customer_id).balance


def live(desk: FrontDesk, clock: FakeClock, regular: int, days: int) -> list[Swept]:
    """So many days go by as they do: a sweep in the morning, and at least one customer."""
    swept = []
    for _ in range(days):
        clock.forward(days=1)
        swept.append(desk.expiring.sweep(clock.at))
        stamp(desk, regular)
    return swept


def ended(desk: FrontDesk, customer_id: int) -> list[LedgerEntry]:
    return [each for each in desk.loyalty.history(customer_id, 500) if each.kind is EntryKind.EXPIRED]


def hold_together(desk: FrontDesk, *customers: int) -> None:
    """Balances are sums, what is left of the lots is the balance, and the whole store is in order."""
    for customer_id in customers:
        had = sum(entry.stamps for entry in desk.loyalty.history(customer_id, 10_000))
        assert balance(desk, customer_id) == had
        lots = unspent(stamping.earned_lots(desk.store.read(), customer_id, 1), had)
        assert sum(lot.left for lot in lots) == max(had, 0)
    report = verify_store(desk.paths.store, [desk.chain_key()])
    assert report.faults == ()


def warned_and_due(desk: FrontDesk, clock: FakeClock, noy: int, regular: int, days: int = 10) -> None:
    """Noy has three stamps more, was away for so long that they soon end, and was warned `days` ago or so."""
    rule(desk, IDLE)
    stamp(desk, noy, 3)
    clock.forward(days=181 - 30 - 12)
    live(desk, clock, regular, 12 + days)


def test_who_left_loses_nothing_meanwhile_and_is_warned_anew_when_back(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular)
    desk.submit(desk.leaving.leave, desk.act(), noy).result()
    assert not any(noy in each.ended for each in live(desk, clock, regular, 60))
    desk.submit(desk.leaving.come_back, desk.act(), noy).result()
    assert balance(desk, noy) == 3
    swept = live(desk, clock, regular, 40)
    (warned,) = [day for day, each in enumerate(swept) if noy in each.warned]
    (gone,) = [day for day, each in enumerate(swept) if noy in each.ended]
    assert warned == 0
    assert gone >= 29
    hold_together(desk, noy, regular)


def test_all_is_warned_of_and_ends_when_somebody_stays_away(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    rule(desk, IDLE)
    stamp(desk, noy, 3)  # on 19 November; so until 19 May
    clock.forward(days=120)
    swept = live(desk, clock, regular, 100)
    (warned,) = [day for day, each in enumerate(swept) if noy in each.warned]
    (gone,) = [day for day, each in enumerate(swept) if noy in each.ended]
    assert (120 + 1 + warned, 120 + 1 + gone) == (181 - 30, 183)
    assert swept[gone].stamps == 3
    (entry,) = ended(desk, noy)
    assert (entry.stamps, entry.reason, entry.done_as, entry.staff_id) == (
        -3,
        "IDLE",
        "EXPIRE",
        desk.staff_id,
    )
    assert balance(desk, noy) == 0
    assert not any(regular in each.ended or regular in each.warned for each in swept)
    hold_together(desk, noy, regular)


def test_the_counter_says_it_before_it_happens_and_keeps_to_what_it_said(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular)
    said = card(desk, noy).ending
    assert said is not None
    (line,) = [
        line for line in desk.greetings.open(noy, clock.at).lines if line.kind is LineKind.STAMPS_ENDING
    ]
    assert (line.number, line.at) == (3, said.at)
    while clock.at < said.at:
        assert balance(desk, noy) == 3
        live(desk, clock, regular, 1)
    assert balance(desk, noy) == 3
    live(desk, clock, regular, 2)
    assert balance(desk, noy) == 0


def test_whoever_comes_back_keeps_all_and_is_warned_no_more(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular)
    stamp(desk, noy)
    assert desk.expiring.sweep(clock.at).unwarned == {noy}
    live(desk, clock, regular, 60)
    assert balance(desk, noy) == 4


def carry_over(desk: FrontDesk, act: Act, customer_id: int, stamps: int) -> None:
    """What an import does for somebody who was last seen elsewhere, years ago."""
    db = desk.store.write()
    db.run("UPDATE customer SET prior_visits = 9, prior_last_at = 0 WHERE id = ?", (customer_id,))
    visits.rebuild(db, customer_id)
    begun = begin(desk.store, act, "IMPORT", needs=Role.MANAGER)
    assert begun is not None
    desk.loyalty.carry_over(act, begun, customer_id, stamps, 0)


@pytest.mark.parametrize("ruled_for", [100, 400])
def test_a_stamp_that_came_without_a_visit_counts_too(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, ruled_for: int
) -> None:
    """A gift, or old stamps from another system, whose last visit was long ago."""
    noy = enrol("Noy")
    rule(desk, IDLE)
    clock.forward(days=ruled_for)
    act = desk.act()
    desk.store.submit(lambda: carry_over(desk, act, noy, 3), act).result()
    told = card(desk, noy).ending
    assert told is not None
    assert (told.at - clock.at) // 86_400_000 in range(180, 186)
    live(desk, clock, regular, 60)
    assert balance(desk, noy) == 3


def test_by_age_the_oldest_go_first_and_what_falls_due_together_goes_together(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    rule(desk, replace(AGE, spares_full=False))
    for count in (1, 2, 1):
        stamp(desk, noy, count)
        clock.forward(days=10)
    clock.forward(days=181 - 30 - 40)
    gone = live(desk, clock, regular, 90)
    days = [(day, each.stamps) for day, each in enumerate(gone) if noy in each.ended]
    # Warned of the first a month ahead; the other two have a notice of their own, and end together.
    assert [stamps for _, stamps in days] == [1, 3]
    assert days[1][0] - days[0][0] == 32
    assert [(entry.stamps, entry.reason) for entry in reversed(ended(desk, noy))] == [
        (-1, "AGE"),
        (-1, "AGE"),
        (-2, "AGE"),
    ]
    hold_together(desk, noy, regular)


@pytest.mark.parametrize("basis", [IDLE, AGE])
def test_full_cards_are_spared(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, basis: Expiry
) -> None:
    noy = enrol("Noy")
    rule(desk, basis)
    stamp(desk, noy, 7)
    clock.forward(days=140)
    live(desk, clock, regular, 100)
    assert (balance(desk, noy), card(desk, noy).rewards_ready, card(desk, noy).ending) == (5, 1, None)
    assert desk.submit(desk.loyalty.redeem, desk.act(), noy).result().card.balance == 0
    hold_together(desk, noy, regular)


def test_spent_stamps_take_the_warning_with_them(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    rule(desk, replace(AGE, spares_full=False))
    stamp(desk, noy, 5)
    clock.forward(days=20)
    stamp(desk, noy, 2)
    clock.forward(days=181 - 20 - 31)
    live(desk, clock, regular, 20)
    assert (card(desk, noy).ending or pytest.fail("no warning")).stamps == 5
    desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    swept = live(desk, clock, regular, 60)
    (warned,) = [day for day, each in enumerate(swept) if noy in each.warned]
    (gone,) = [day for day, each in enumerate(swept) if noy in each.ended]
    assert gone - warned == 32  # a notice of their own: nobody had spoken of these two yet


def test_a_rule_that_is_new_counts_from_its_beginning(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    stamp(desk, noy, 3)
    clock.forward(days=400)
    rule(desk, IDLE)
    live(desk, clock, regular, 160)
    assert balance(desk, noy) == 3
    rule(desk, None)
    assert noy in desk.expiring.sweep(clock.at).unwarned
    rule(desk, AGE)
    live(desk, clock, regular, 150)
    assert balance(desk, noy) == 3


# --- clocks ---


@pytest.mark.parametrize("days", [0, 1, 7])
def test_a_clock_a_year_ahead_ends_nothing_and_warns_of_nothing_for_long(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, days: int
) -> None:
    """For an hour, a day, a week; and then it is right again. Noy was warned ten days before it leapt."""
    noy, fon = enrol("Noy"), enrol("Fon")
    warned_and_due(desk, clock, noy, regular)
    stamp(desk, fon, 2)
    began = clock.at
    clock.forward(days=365)
    desk.expiring.sweep(clock.at)
    stamp(desk, regular)
    clock.forward(hours=1)
    assert not desk.expiring.sweep(clock.at).ended
    assert not any(each.ended for each in live(desk, clock, regular, days))
    clock.at = began + days * 24 * 60 * 60 * 1000
    swept = desk.expiring.sweep(clock.at)
    assert swept.unwarned | swept.warned >= {fon}
    assert (balance(desk, noy), balance(desk, fon)) == (3, 2)
    assert not any(fon in each.ended for each in live(desk, clock, regular, 60))
    hold_together(desk, noy, fon, regular)


def test_a_clock_that_leaps_again_and_again_adds_nothing_up(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    """Each leap leaves a day behind that the next one finds in its past."""
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular)
    for _ in range(15):
        began = clock.at
        clock.forward(days=40)
        assert not desk.expiring.sweep(clock.at).ended
        stamp(desk, regular)
        clock.at = began
        assert not any(each.ended for each in live(desk, clock, regular, 1))
    assert balance(desk, noy) == 3


@pytest.mark.parametrize("days", [0, 8])
def test_a_clock_set_back_ends_nothing_and_the_notice_begins_anew(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, days: int
) -> None:
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular, 25)
    began = clock.at
    clock.forward(days=-400)
    assert desk.expiring.sweep(clock.at).unwarned == {noy}
    live(desk, clock, regular, days)
    clock.at = began
    assert desk.expiring.sweep(clock.at).warned == {noy}
    assert not any(each.ended for each in live(desk, clock, regular, 30))
    assert balance(desk, noy) == 3


@pytest.mark.parametrize("basis", [IDLE, AGE])
def test_a_stamp_given_while_the_clock_was_far_behind_is_not_old(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, basis: Expiry
) -> None:
    rule(desk, basis)
    clock.forward(days=400)
    live(desk, clock, regular, 25)
    noy, began = enrol("Noy"), clock.at
    clock.forward(days=-300)
    stamp(desk, noy, 3)
    clock.at = began
    swept = live(desk, clock, regular, 100)
    assert not any(noy in each.warned | each.ended for each in swept)


@pytest.mark.parametrize("closed", [60, 365])
def test_a_shop_that_was_closed_gives_the_notice_it_owes(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, closed: int
) -> None:
    """Noy had twenty days left when it closed, Fon was not warned yet."""
    noy, fon = enrol("Noy"), enrol("Fon")
    warned_and_due(desk, clock, noy, regular)
    stamp(desk, fon, 2)
    clock.forward(days=closed)
    swept = live(desk, clock, regular, 45)
    gone = {id_: day for day, each in enumerate(swept) for id_ in each.ended}
    assert gone[noy] >= 20
    if fon in gone:
        assert gone[fon] >= 30
    assert (closed == 365) == (fon in gone)


def test_a_market_that_opens_each_fortnight_can_end_stamps_too(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    rule(desk, IDLE)
    stamp(desk, noy, 3)
    for _ in range(18):
        clock.forward(days=14)
        desk.expiring.sweep(clock.at)
        stamp(desk, regular)
    assert balance(desk, noy) == 0


# --- taking back, merging, others at the same time ---


def gone_from(desk: FrontDesk, clock: FakeClock, noy: int, regular: int) -> bytes:
    warned_and_due(desk, clock, noy, regular, 25)
    live(desk, clock, regular, 10)
    (entry,) = ended(desk, noy)
    return entry.gesture


def test_an_ending_is_taken_back_and_a_new_notice_begins(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    gesture = gone_from(desk, clock, noy, regular)
    assert undo(desk, gesture).card.balance == 3
    swept = live(desk, clock, regular, 32)
    assert [day for day, each in enumerate(swept) if noy in each.warned] == [0]
    assert balance(desk, noy) == 3
    live(desk, clock, regular, 1)
    assert balance(desk, noy) == 0
    hold_together(desk, noy, regular)


def test_a_stamp_that_ended_and_is_taken_back_is_not_taken_twice(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    given = stamp(desk, noy)
    warned_and_due(desk, clock, noy, regular, 35)
    assert sorted(entry.stamps for entry in ended(desk, noy)) == [-3, -1]
    undo(desk, given.gesture)
    assert balance(desk, noy) == 0
    hold_together(desk, noy, regular)


def test_an_ending_taken_back_gives_no_second_notice_away_on_an_older_warning(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    """By age one warning follows another: what came back must not end on one that was about others."""
    noy = enrol("Noy")
    rule(desk, replace(AGE, spares_full=False))
    stamp(desk, noy)
    clock.forward(days=20)
    stamp(desk, noy)
    clock.forward(days=181 - 20 - 40)
    live(desk, clock, regular, 45)
    (first,) = ended(desk, noy)
    live(desk, clock, regular, 10)
    undo(desk, first.gesture)
    live(desk, clock, regular, 29)
    assert balance(desk, noy) == 2


def test_people_who_are_one_have_one_end(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    """Each stamp ends on the card that it is on; taken apart, each record has what it had."""
    noy, noi = enrol("Noy"), enrol("Noi")
    rule(desk, IDLE)
    stamp(desk, noi, 2)
    stamp(desk, noy, 1)
    merged = desk.submit(desk.merging.merge, desk.act(), noy, noi).result().merge
    clock.forward(days=140)
    live(desk, clock, regular, 50)
    assert balance(desk, noy) == 0
    assert sorted(entry.stamps for entry in ended(desk, noy)) == [-2, -1]
    hold_together(desk, noy, regular)
    desk.submit(desk.merging.unmerge, desk.act(), merged.id).result()
    assert (balance(desk, noy), balance(desk, noi)) == (0, 0)
    hold_together(desk, noy, noi, regular)


def test_a_change_of_the_price_spares_what_was_ready_before(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    rule(desk, IDLE)
    stamp(desk, noy, 6)
    clock.forward(days=1)
    (programme,) = desk.programmes.all()
    dearer = replace(programme.terms_at(clock.at), rewards=(Reward(1, 10, Said("coffee")),))
    desk.submit(desk.programmes.change, desk.act(), programme.id, dearer).result()
    clock.forward(days=140)
    live(desk, clock, regular, 60)
    assert balance(desk, noy) == 5
    assert [offer.kept for offer in card(desk, noy).offers] == [True]


def test_the_author_of_the_rule_answers_for_it_also_when_gone(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    manager = desk.submit(desk.staffing.add_staff, desk.act(), "Mali", Role.MANAGER).result()
    (programme,) = desk.programmes.all()
    terms = replace(programme.terms_at(clock.at), expiry=IDLE)
    by_manager = replace(desk.act(), staff_id=manager.id)
    desk.submit(desk.programmes.change, by_manager, programme.id, terms).result()
    desk.store.submit(
        lambda: desk.store.write().run("UPDATE staff SET left_at = 1 WHERE id = ?", (manager.id,))
    ).result()
    stamp(desk, noy)
    clock.forward(days=140)
    live(desk, clock, regular, 50)
    assert [entry.staff_id for entry in ended(desk, noy)] == [manager.id]


def test_who_changed_something_else_of_the_terms_does_not_answer_for_the_rule(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    manager = desk.submit(desk.staffing.add_staff, desk.act(), "Mali", Role.MANAGER).result()
    noy = enrol("Noy")
    (programme,) = desk.programmes.all()
    terms = replace(programme.terms_at(desk.now()), expiry=IDLE)
    by_manager = replace(desk.act(), staff_id=manager.id)
    desk.submit(desk.programmes.change, by_manager, programme.id, terms).result()
    stamp(desk, noy, 3)
    clock.forward(days=140)
    dearer = replace(terms, rewards=(Reward(1, 6, Said("coffee")),), expiry=replace(IDLE, warn_days=20))
    desk.submit(desk.programmes.change, desk.act(), programme.id, dearer).result()
    live(desk, clock, regular, 60)
    assert [entry.staff_id for entry in ended(desk, noy)] == [manager.id]


def test_a_second_sweep_on_the_same_day_does_nothing(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    noy = enrol("Noy")
    gone_from(desk, clock, noy, regular)
    again = desk.expiring.sweep(clock.at)
    assert (again.stamps, again.ended, again.warned, again.unwarned) == (0, set(), set(), set())


def test_a_sweep_can_be_stopped_and_goes_on_later(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    people = [enrol("Noy"), enrol("Fon"), enrol("Bua")]
    rule(desk, IDLE)
    for each in people:
        stamp(desk, each)
    clock.forward(days=160)
    answers = iter([False, True])
    assert len(desk.expiring.sweep(clock.at, lambda: next(answers)).warned) == 1
    assert len(desk.expiring.sweep(clock.at).warned) == 2


def test_what_another_sweep_has_ended_meanwhile_is_not_ended_again(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int
) -> None:
    """Between the look and the deed, another sweep does it all."""
    noy = enrol("Noy")
    rule(desk, IDLE)
    stamp(desk, noy, 3)
    clock.forward(days=140)
    live(desk, clock, regular, 42)
    clock.forward(days=1)
    others = list[Swept]()

    def act(at: int) -> Act:
        others.append(desk.expiring.sweep(at))
        return desk.act(at)

    slow = ExpiringService(desk.store, desk.ledger, desk.shop, act)
    assert slow.sweep(clock.at).stamps == 0
    assert [each.stamps for each in others] == [3]
    assert balance(desk, noy) == 0
    hold_together(desk, noy)


def test_an_import_can_be_taken_out_after_its_stamps_have_ended(
    desk: FrontDesk, clock: FakeClock, regular: int, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_text("Name,Stamps\nNoy,3\nFon,2\n", encoding="utf-8")
    rule(desk, replace(IDLE, spares_full=False))
    done = desk.imports.run(desk.imports.preview(file))
    assert done.batch_id is not None
    (noy,) = [hit.customer_id for hit in desk.search.find("Noy", 5)]
    clock.forward(days=140)
    live(desk, clock, regular, 45)
    assert (balance(desk, noy), len(ended(desk, noy))) == (0, 1)
    desk.imports.undo(done.batch_id)
    assert stamping.balances(desk.store.read(), noy) == {1: 0}
    assert verify_store(desk.paths.store, [desk.chain_key()]).faults == ()


def test_two_windows_that_sweep_at_once_take_once(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, paths: Paths
) -> None:
    """Two processes look at the same moment; whoever comes second finds nothing left to do."""
    people = [enrol(f"Customer {number}") for number in range(30)]
    rule(desk, IDLE)
    for each in people:
        stamp(desk, each, 3)
    clock.forward(days=140)
    live(desk, clock, regular, 42)
    clock.forward(days=1)
    command = [sys.executable, "-m", "tests.services.loyalty.sweeping", str(paths.data), str(clock.at)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    stamps = [int(process.communicate(timeout=60)[0]) for process in running]
    assert sum(stamps) == 90
    assert all(balance(desk, each) == 0 for each in people)
    hold_together(desk, *people)


def test_a_sweep_cut_short_leaves_whole_acts(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, paths: Paths
) -> None:
    people = [enrol(f"Customer {number}") for number in range(40)]
    rule(desk, IDLE)
    for each in people:
        stamp(desk, each)
        stamp(desk, each, 2)
    clock.forward(days=140)
    live(desk, clock, regular, 42)
    clock.forward(days=1)
    command = [sys.executable, "-m", "tests.services.loyalty.sweeping", str(paths.data), str(clock.at), "15"]
    assert subprocess.run(command, timeout=60, check=False).returncode == -9
    left = [balance(desk, each) for each in people]
    assert sorted(set(left)) == [0, 3]
    desk.expiring.sweep(clock.at)
    assert all(balance(desk, each) == 0 for each in people)
    hold_together(desk, *people)


def test_a_shop_reopened_reads_the_same(
    desk: FrontDesk, clock: FakeClock, enrol: Enrol, regular: int, paths: Paths
) -> None:
    noy = enrol("Noy")
    warned_and_due(desk, clock, noy, regular)
    said = card(desk, noy).ending
    beside = open_desk(paths, clock=clock, beside=True)
    try:
        assert card(beside, noy).ending == said
    finally:
        beside.close()
