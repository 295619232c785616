"""Stamps as fast as it can in a child process and kills it, again and again; run by test_kill.py.

Arguments: data folder, number of kills, seed. Prints what the test then holds against the store: one line
a gesture, ``acknowledged`` or ``asked``. The parent never opens the store; each child is forked from a
process that has only imported, so that a hundred starts cost seconds.
"""

import os
import random
import signal
import sys
from pathlib import Path

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for

ASKED, ACKNOWLEDGED = b"?", b"!"


def stamp_until_killed(data: Path, pipe: int) -> None:
    desk = open_desk(paths_for(data))
    while True:
        act = desk.act()
        os.write(pipe, ASKED + act.gesture)
        desk.submit(desk.loyalty.add_stamps, act, 1, 1).result()
        os.write(pipe, ACKNOWLEDGED + act.gesture)


def one_life(data: Path, rng: random.Random, record: dict[bytes, bool]) -> None:
    """Fork, let it stamp a random number of times and a random while more, kill it, note what it said."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        stamp_until_killed(data, write)
    os.close(write)
    with os.fdopen(read, "rb") as heard:
        messages = rng.randrange(1, 60)
        for number, message in enumerate(iter(lambda: heard.read(17), b"")):
            record[message[1:]] = record.get(message[1:], False) or message[:1] == ACKNOWLEDGED
            if number == messages:
                for _ in range(rng.randrange(3000)):  # somewhere inside the next stamp
                    pass
                os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main(data: str, kills: str, seed: str) -> None:
    rng, record = random.Random(int(seed)), dict[bytes, bool]()
    for _ in range(int(kills)):
        one_life(Path(data), rng, record)
    for gesture, acknowledged in record.items():
        sys.stdout.write(f"{'acknowledged' if acknowledged else 'asked'} {gesture.hex()}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
