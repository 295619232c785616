"""One till of two that takes customers' rewards as fast as it can; run twice by test_two_tills_redeem.py.

Arguments: data folder, and whether this till has the window or stands beside it. For the customers named in a
line of stdin it redeems one reward of each in turn until all are refused, and answers with how many each got.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.refusals import RefusalCode, Refused


def take_all(desk: FrontDesk, customers: Sequence[int]) -> Counter[int]:
    """How many rewards each was given here, until there were none."""
    taken, waiting = Counter[int](), list(customers)
    while waiting:
        taps = [(each, desk.submit(desk.loyalty.redeem, desk.act(), each)) for each in waiting]
        for customer_id, tap in taps:
            answer = tap.exception()
            if answer is None:
                taken[customer_id] += 1
            elif isinstance(answer, Refused) and answer.code is RefusalCode.STAMPS_SHORT:
                waiting.remove(customer_id)
            else:
                raise answer
    return taken


def main(data: str, place: str) -> None:
    desk = open_desk(paths_for(Path(data)), beside=place == "beside")
    try:
        for line in sys.stdin:
            customers = [int(each) for each in line.split()]
            taken = take_all(desk, customers)
            sys.stdout.write(" ".join(str(taken[each]) for each in customers) + "\n")
            sys.stdout.flush()
    finally:
        desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
