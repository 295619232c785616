"""Tells a tap from a switch that bounces."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

BOUNCE_SECONDS = 0.12
"""A switch that bounces makes one tap look like two within this; two deliberate taps are slower."""

Moment = tuple[str, float]
"""Which clock, and its seconds: the windowing system's and ours do not begin at the same time."""


def handled_now() -> Moment:
    """The moment of an act that no press was seen for."""
    return "handled", time.monotonic()


class Taps:
    """Remembers the last tap, and when it was."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Any, ...], Moment] = ((), ("", 0.0))
        self.pressed_at: Callable[[], Moment] = handled_now

    def is_bounce(self, *tap: Any) -> bool:
        """By when the finger came down, not by when the window found time for it."""
        last, (base, at) = self._last
        now_base, now = self.pressed_at()
        self._last = (tap, (now_base, now))
        return tap == last and base == now_base and now - at < BOUNCE_SECONDS

    def forget(self) -> None:
        """What was tapped came to nothing: the same once more is another try."""
        self._last = ((), ("", 0.0))
