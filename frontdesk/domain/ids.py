"""Where ids and random codes come from: fresh in a real shop, from a seed in the demo."""

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """`new_id` gives a UUIDv7 in 16 bytes for UTC milliseconds; `token` so many random bytes."""

    new_id: Callable[[int], bytes]
    token: Callable[[int], bytes]


def seeded(seed: int) -> Source:
    """A source that repeats itself, for the demo and for tests; never for a real shop."""
    rng = random.Random(seed)

    def new_id(at: int) -> bytes:
        # RFC 9562, 5.7: 48 bits of milliseconds, version 7, 12 random bits, variant, 62 random bits.
        number = (
            (at & (1 << 48) - 1) << 80 | 7 << 76 | rng.getrandbits(12) << 64 | 2 << 62 | rng.getrandbits(62)
        )
        return number.to_bytes(16, "big")

    return Source(new_id, rng.randbytes)
