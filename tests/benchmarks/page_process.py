"""The counter of a shop that serves its page, in a process of its own; run by bench_page.py.

Arguments: the data folder, the page's port. Prints a line of JSON with the codes of cards; then, for each
line of milliseconds that comes, one with the gaps of the event loop in that time, and the memory and the
visitors after it.
"""

import json
import resource
import sys
from pathlib import Path

from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.ui.application import application
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing
from tests.benchmarks.event_loop import idle
from tests.benchmarks.open_counter import LEARNING_MS, close_counter, open_counter

CARDS = 400


def megabytes() -> float:
    """What this process holds at this moment."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1024**2


def serve(window: CounterWindow, port: int) -> list[str]:
    """Begin the page; the codes of cards to answer on."""
    desk = window.desk
    rules = FeedbackRules(page_on=True, page_address="127.0.0.1", page_port=port)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    cards = desk.submit(desk.feedback.issue, desk.act(), CARDS, "lo").result().cards
    window.page.begin()
    idle(1000)
    if PAGE_STATE.standing is not Standing.RUNS:
        raise RuntimeError(PAGE_STATE.sentence())
    return [card.code for card in cards]


def say(said: dict[str, object]) -> None:
    print(json.dumps(said), flush=True)


def main(folder: str, port: str) -> None:
    window = open_counter(application(), Path(folder))
    idle(LEARNING_MS)
    say({"codes": serve(window, int(port))})
    for line in sys.stdin:
        gaps = idle(int(line))
        say({"gaps": gaps, "megabytes": megabytes(), "visitors": window.page.visitors})
    window.bridge.close()
    window.page.stop()
    close_counter(window)


if __name__ == "__main__":
    main(*sys.argv[1:])
