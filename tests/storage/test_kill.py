"""A hundred times the power goes while the shop is stamping."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import CustomerDraft

KILLS = 100


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")
def test_a_hundred_kills_lose_no_acknowledged_stamp_and_double_none(
    desk: FrontDesk, paths: Paths, record_property: Callable[[str, object], None]
) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    desk.close()
    script = Path(__file__).with_name("stamping_under_fire.py")
    seed = int.from_bytes(os.urandom(4), "big")
    record_property("seed", seed)
    told = subprocess.run(
        [sys.executable, str(script), str(paths.data), str(KILLS), str(seed)],
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
    ).stdout.split("\n")[:-1]
    said = {bytes.fromhex(gesture): word == "acknowledged" for word, gesture in map(str.split, told)}
    assert sum(said.values()) > KILLS

    reopened = open_desk(paths)
    try:
        kept = {entry.gesture: entry.stamps for entry in reopened.loyalty.history(noy, 10**6)}
        assert [gesture.hex() for gesture, sure in said.items() if sure and gesture not in kept] == []
        # Whoever was not answered asks again, with the same gesture: nobody gets two stamps for one.
        for gesture in said:
            act = Act(gesture, reopened.staff_id, reopened.till_id, reopened.now())
            reopened.submit(reopened.loyalty.add_stamps, act, noy, 1).result()
        assert reopened.loyalty.cards(noy, reopened.now())[0].balance == len(said)
        assert len(reopened.loyalty.history(noy, 10**6)) == len(said)
    finally:
        reopened.close()
