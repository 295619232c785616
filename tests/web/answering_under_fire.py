"""Serves the page in a child process, sends it answers and kills it, again and again; run by test_kill.py.

Arguments: data folder, a file with a code a line, number of kills, seed. Prints what the test then holds
against the store: ``thanked`` or ``sent`` and the code, a line each. The parent never opens the store; each
child is forked from a process that has only imported, so that many starts cost seconds.
"""

import os
import random
import signal
import socket
import sys
import time
from pathlib import Path

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for
from frontdesk.web.answering import Answering
from frontdesk.web.limits import Limits
from frontdesk.web.server import PageServer

MOST_ANSWERS = 12
LONGEST_SECONDS = 0.015
ALL_DAY = Limits(requests_a_minute=1_000_000, answers_a_minute=1_000_000)


def once_of(code: str) -> str:
    """The mark of the one page that this code is sent from."""
    return code.encode("ascii").hex().rjust(32, "0")[-32:]


def fields_of(code: str) -> str:
    return f"mood=1&better={code}&once={once_of(code)}"


def serve_until_killed(data: Path, pipe: int) -> None:
    desk = open_desk(paths_for(data))
    answering = Answering(desk, desk.submit, ALL_DAY)
    port = PageServer(answering.answer, answering.turn, ALL_DAY).start("127.0.0.1", 0)
    os.write(pipe, port.to_bytes(2, "big"))
    signal.pause()


def send(port: int, code: str) -> socket.socket:
    body = fields_of(code).encode("ascii")
    head = f"POST /{code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\n\r\n"
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(head.encode("ascii") + body)
    return connection


def is_thanked(connection: socket.socket) -> bool:
    with connection:
        try:
            return connection.recv(4096).startswith(b"HTTP/1.1 303 ")
        except ConnectionError:
            return False


def one_life(data: Path, rng: random.Random, codes: list[str], record: dict[str, bool]) -> None:
    """Fork, send it a random number of answers, kill it a random while into the last, note what it said."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        serve_until_killed(data, write)
    os.close(write)
    with os.fdopen(read, "rb") as heard:
        port = int.from_bytes(heard.read(2), "big")
    for _ in range(rng.randrange(MOST_ANSWERS)):
        code = codes.pop()
        record[code] = is_thanked(send(port, code))
    last = codes.pop()
    connection = send(port, last)
    until = time.perf_counter() + rng.random() * LONGEST_SECONDS
    while time.perf_counter() < until:  # somewhere between its coming and the thanks for it
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    record[last] = is_thanked(connection)


def main(data: str, codes_file: str, kills: str, seed: str) -> None:
    rng, record = random.Random(int(seed)), dict[str, bool]()
    codes = Path(codes_file).read_text(encoding="ascii").split()
    for _ in range(int(kills)):
        one_life(Path(data), rng, codes, record)
    for code, thanked in record.items():
        sys.stdout.write(f"{'thanked' if thanked else 'sent'} {code}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
