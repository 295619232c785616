"""The shop's own page while 300 connections do nothing but hold on, from one address and from a hundred."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from frontdesk.web.limits import Limits
from tests.benchmarks.figures import Figure, percentile

SLOW = 300
ADDRESSES = 100
ANSWERS = 60
MEASURED_MS = 8000
DRIP_SECONDS = 0.5
BACK_AFTER_SECONDS = 1.0
MOST_ANSWER_MS = 200.0
MOST_MEGABYTES = 10.0


class Slow:
    """Connections that send a letter now and then, and come back when they are thrown out."""

    def __init__(self, port: int, addresses: list[str]) -> None:
        self._port = port
        self._tasks = [
            asyncio.create_task(self._hold_on(addresses[number % len(addresses)])) for number in range(SLOW)
        ]

    async def _hold_on(self, address: str) -> None:
        while True:
            with suppress(OSError):
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", self._port, local_addr=(address, 0)
                )
                with suppress(OSError):
                    await self._drip(reader, writer)
                writer.transport.abort()
            await asyncio.sleep(BACK_AFTER_SECONDS)

    @staticmethod
    async def _drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for letter in b"POST /" + b"x" * 100:
            writer.write(bytes([letter]))
            with suppress(TimeoutError):
                async with asyncio.timeout(DRIP_SECONDS):
                    if not await reader.read(1):
                        return

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def answer(port: int, code: str, address: str) -> float:
    """Milliseconds from a phone's Send until it is thanked."""
    body = f"mood=2&better=Chairs&once={os.urandom(16).hex()}"
    head = f"POST /{code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\n\r\n"
    start = time.perf_counter_ns()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    writer.write((head + body).encode("ascii"))
    reply = await reader.read()
    took = (time.perf_counter_ns() - start) / 1e6
    writer.close()
    if not reply.startswith(b"HTTP/1.1 303"):
        raise RuntimeError(f"not thanked: {reply[:40]!r}")
    return took


class Counter:
    """The counter's process."""

    def __init__(self, shop: Path) -> None:
        with socket.socket() as asking:
            asking.bind(("127.0.0.1", 0))
            self.port: int = asking.getsockname()[1]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.page_process", str(shop), str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        self.codes: list[str] = self._hear()["codes"]

    def measure(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{MEASURED_MS}\n")
        self._process.stdin.flush()

    def measured(self, visitors: int = 0) -> tuple[float, float]:
        """The gap's p99 since `measure`, and the memory now; at least so many must be connected."""
        found = self._hear()
        if found["visitors"] < visitors:
            raise RuntimeError(f"only {found['visitors']} are connected")
        return percentile(found["gaps"], 0.99), found["megabytes"]

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=30)

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found


async def under_siege(
    counter: Counter, addresses: list[str], visitors: int
) -> tuple[list[float], float, float]:
    """What answers take, the gap's p99 and the memory, while the slow ones hold on, so many at a time."""
    slow = Slow(counter.port, addresses)
    await asyncio.sleep(1.5)
    counter.measure()
    times = []
    for number in range(ANSWERS):
        times.append(await answer(counter.port, counter.codes.pop(), f"127.0.2.{1 + number}"))
        await asyncio.sleep(MEASURED_MS / 1000 / ANSWERS * 0.9)
    gap, memory = await asyncio.to_thread(counter.measured, visitors)
    await slow.stop()
    return times, gap, memory


def run(shop: Path) -> list[Figure]:
    counter = Counter(shop)
    asyncio.run(_quiet(counter))
    counter.measure()
    idle_gap, before = counter.measured()
    everywhere = [f"127.0.1.{1 + number}" for number in range(ADDRESSES)]
    one = asyncio.run(under_siege(counter, ["127.0.0.2"], Limits().per_address))
    many = asyncio.run(under_siege(counter, everywhere, Limits().in_all // 2))
    counter.close()
    gap, grown = max(one[1], many[1]), max(one[2], many[2]) - before
    return [
        _answered(f"an answer over the page, {SLOW} slow connections from one address, worst", one[0]),
        _answered(f"an answer over the page, {SLOW} slow connections from {ADDRESSES}, worst", many[0]),
        Figure(
            "event-loop gap of the counter meanwhile, p99, against the idle counter's",
            f"{gap / idle_gap:.1f}× ({gap:.1f} against {idle_gap:.1f} ms)",
            "≤ 2×",
            gap <= 2 * idle_gap,
        ),
        Figure(
            "memory that the counter gains by it",
            f"{grown:.1f} MB",
            f"< {MOST_MEGABYTES:.0f} MB",
            grown < MOST_MEGABYTES,
        ),
    ]


async def _quiet(counter: Counter) -> None:
    """A few answers first: what the page's first ones make stays, besieged or not."""
    for number in range(5):
        await answer(counter.port, counter.codes.pop(), f"127.0.3.{1 + number}")


def _answered(what: str, times: list[float]) -> Figure:
    worst = max(times)
    said = f"{worst:.0f} ms (p50 {percentile(times, 0.5):.1f}, {len(times)} answers)"
    return Figure(what, said, f"< {MOST_ANSWER_MS:.0f} ms", worst < MOST_ANSWER_MS)
