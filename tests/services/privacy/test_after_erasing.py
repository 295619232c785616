"""What happens to whoever was forgotten, and to those beside them, once it was done."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.privacy.erasing import ErasedMany, WhyErased
from frontdesk.domain.refusals import Refused
from frontdesk.services.trust.backups import restore
from frontdesk.storage.privacy import erased_list, traces
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, refusal
from tests.services.feedback.feedback_acts import draft, issue, take


def do(desk: FrontDesk, deed: Callable[..., Any], *facts: Any) -> Any:
    return desk.submit(deed, desk.act(), *facts).result()


def forget(desk: FrontDesk, customer_id: int) -> None:
    do(desk, desk.erasing.erase, customer_id, WhyErased.ASKED)
    desk.erasing.clear()


@pytest.mark.parametrize("bob_is_kept", [False, True])
def test_whoever_was_merged_with_them_by_mistake_is_not_forgotten_with_them(
    desk: FrontDesk, paths: Paths, clock: FakeClock, expect_log: Callable[[str], None], bob_is_kept: bool
) -> None:
    expect_log("restored a backup")
    anna = do(desk, desk.customers.enrol, CustomerDraft("Anna", called="An")).customer.id
    bob = do(desk, desk.customers.enrol, CustomerDraft("Bob", phone="020 5555 1234")).customer.id
    do(desk, desk.loyalty.add_stamps, anna, 4)
    merged = do(desk, desk.merging.merge, *((bob, anna) if bob_is_kept else (anna, bob)))
    made = desk.backups.make()
    do(desk, desk.merging.unmerge, merged.merge.id)
    forget(desk, bob)
    desk.close()

    clock.forward(minutes=5)
    restore(paths, made.path, clock=clock)
    with closing(open_desk(paths, clock=clock)) as again:
        again.erasing.clear()
        assert again.search.find("bob") == ()
        there = again.customers.get(anna)
        assert (there.name, there.called, there.phone) == ("Anna", "An", "")
        assert [hit.customer_id for hit in again.search.find("anna")] == [anna]
        assert [card.balance for card in again.loyalty.cards(anna, clock())] == [4]
        assert len(erased_list.read(paths.backups)) == 1
        assert again.verifier.verify().faults == ()


def test_no_word_goes_back_into_what_was_theirs_and_nothing_of_it_waits(desk: FrontDesk) -> None:
    customer = enrol(desk, "Maria")
    request = do(desk, desk.requests.ask, customer, "a cake").request.id
    described = do(desk, desk.recoveries.record, "OTHER", customer).recovery.id
    follow_up = do(desk, desk.follow_ups.add, customer, FollowUpKind.CALL, date(2026, 11, 19)).follow_up.id
    response = take(desk, issue(desk, customer), draft(liked="the cake")).response.id
    assert desk.response_inbox.waiting() == 1
    forget(desk, customer)

    for method, *words in (
        (desk.recoveries.describe, described, "Maria was scalded", ""),
        (desk.recoveries.tag, described, None),
        (desk.requests.decline, request, DeclineReason.OTHER, "Maria"),
        (desk.follow_ups.done, follow_up, "called Maria"),
        (desk.responses.tell, response, "Maria, it is mended"),
        (desk.responses.replied, response, Way.WHATSAPP, "Dear Maria"),
    ):
        with pytest.raises(Refused) as raised:
            do(desk, method, *words)
        assert refusal(raised)[0] == "UNKNOWN_CUSTOMER"

    db = desk.store.read()
    assert db.value("SELECT state FROM request") == "CANCELLED"
    assert db.value("SELECT state FROM follow_up") == "DROPPED"
    assert desk.recoveries.standing() == ()
    assert desk.response_inbox.waiting() == 0
    assert desk.verifier.verify().faults == ()


def test_a_clock_that_is_set_back_hides_nobody_who_was_forgotten_meanwhile(
    desk: FrontDesk, paths: Paths, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = enrol(desk, "Noy"), enrol(desk, "La")
    really = traces.end_wal

    def meanwhile(store: object) -> bool:
        monkeypatch.setattr(traces, "end_wal", really)
        clock.forward(seconds=-30)
        do(desk, desk.erasing.erase, second, WhyErased.ASKED)
        return really(paths.store)

    monkeypatch.setattr(traces, "end_wal", meanwhile)
    do(desk, desk.erasing.erase, first, WhyErased.ASKED)

    assert not desk.erasing.clear()
    assert desk.erasing.clear()
    assert len(erased_list.read(paths.backups)) == 2


def test_lists_that_are_gone_are_written_again_at_the_next_start(desk: FrontDesk, paths: Paths) -> None:
    forget(desk, enrol(desk, "Noy"))
    (paths.backups / erased_list.NAME).unlink()
    desk.erasing.clear()
    assert len(erased_list.read(paths.backups)) == 1


def test_a_practice_that_is_open_is_told_of_for_it_has_them_until_it_ends(
    desk: FrontDesk,
) -> None:
    def erase(customer_id: int) -> ErasedMany:
        return desk.erasing.erase_each(
            desk.act, [customer_id], WhyErased.ASKED, progress=lambda at, of: None, cancelled=lambda: False
        )

    first, second = enrol(desk, "Noy"), enrol(desk, "La")
    desk.practice.make(desk.act(), progress=lambda at, of: None, cancelled=lambda: False)
    assert erase(first).practice
    desk.practice.remove()
    assert not erase(second).practice
