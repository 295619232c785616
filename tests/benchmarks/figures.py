"""What a benchmark reports, and how it counts."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, what came out, what it must hold."""

    what: str
    measured: str
    hold: str
    held: bool


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1e6


def in_turn(*calls: Callable[[], object], rounds: int) -> list[list[float]]:
    """Milliseconds of each call, run in turn A B A B, so that a noisy machine is noisy for all of them."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for slot, call in zip(times, calls, strict=True):
            slot.append(timed(call))
    return times
