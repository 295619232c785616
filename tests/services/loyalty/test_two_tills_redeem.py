"""Two processes take the same customer's rewards at the same time: nobody gets one too many, or too few."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.gesture import begin
from frontdesk.storage.importing import imports

ROUNDS = 1000
REWARDS = 50
PRICE = 5
SIDE_BY_SIDE = 10
"""Rounds at a time: SQLite lets whoever waits for the other sleep, and so no round waits for a sleeper."""


def _fill(desk: FrontDesk) -> list[int]:
    """As many customers as there are rounds, each with `REWARDS` rewards ready."""
    drafts = [CustomerDraft(f"Noy {number}") for number in range(ROUNDS)]
    waiting = [desk.submit(desk.customers.enrol, desk.act(), draft) for draft in drafts]
    ids = [each.result().customer.id for each in waiting]

    def bring_stamps(act: Act) -> None:
        begun = begin(desk.store, act, "IMPORT")
        assert begun is not None
        imports.add_batch(begun.db, desk.store.new_id, act, begun.id, "a list")
        for line, customer_id in enumerate(ids):
            desk.loyalty.carry_over(act, begun, customer_id, REWARDS * PRICE, line)

    desk.submit(bring_stamps, desk.act()).result()
    return ids


class _Till:
    """A process of its own with the store open."""

    def __init__(self, data: Path, place: str) -> None:
        script = Path(__file__).with_name("redeeming_at_one_till.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(data), place],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def go(self, customers: Sequence[int]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(map(str, customers)) + "\n")

    def taken(self) -> list[int]:
        assert self._process.stdout is not None
        return [int(each) for each in self._process.stdout.readline().split()]

    def leave(self) -> None:
        self._process.communicate(timeout=30)
        assert self._process.returncode == 0


@pytest.mark.slow
def test_two_tills_give_fifty_rewards_exactly_a_thousand_times_over(
    desk: FrontDesk, paths: Paths, record_property: Callable[[str, object], None]
) -> None:
    ids = _fill(desk)
    desk.close()
    tills = [_Till(paths.data, "window"), _Till(paths.data, "beside")]
    taken = list[tuple[int, ...]]()
    for first in range(0, ROUNDS, SIDE_BY_SIDE):
        for till in tills:
            till.go(ids[first : first + SIDE_BY_SIDE])
        taken += zip(*(till.taken() for till in tills), strict=True)
    for till in tills:
        till.leave()

    assert len(taken) == ROUNDS
    assert [each for each in taken if sum(each) != REWARDS] == []
    contested = sum(min(each) > 0 for each in taken)
    record_property("rounds in which both tills gave some", contested)
    assert contested > ROUNDS / 10, "the two hardly met: this shows nothing"
    reopened = open_desk(paths)
    try:
        rows = reopened.store.read().run(
            "SELECT k.balance, count(*) FILTER (WHERE e.kind = 'REDEEMED'), sum(e.stamps)"
            " FROM card AS k JOIN ledger_entry AS e ON e.card_id = k.id GROUP BY k.id"
        )
        assert list(rows) == [(0, REWARDS, 0)] * ROUNDS
        assert reopened.verifier.verify().faults == ()
    finally:
        reopened.close()
