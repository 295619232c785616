"""What is kept of a PIN: argon2's work. It takes a tenth of a second and 64 MB, one at a time."""

from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher


_MOST_KIB: Final = 256 * 1024
_MOST_ROUNDS: Final = 8
_MOST_LANES: Final = 16
"""More than we ask of argon2 by far: a later version may ask for more."""


class PinHashing:
    """Nothing for the window's thread, nor for the writer's. `hasher` is for tests."""

    def __init__(self, hasher: "PasswordHasher | None" = None) -> None:
        self._made = hasher
        self._one_at_a_time = Lock()

    def hash(self, secret: str) -> str:
        with self._one_at_a_time:
            return self._hasher().hash(secret)

    def matches(self, hashed: str, secret: str) -> bool:
        """Whether it is the secret. What argon2 never made, or would take as long as somebody likes who bent
        it, is that of nothing.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._one_at_a_time:
            try:
                return _is_bearable(hashed) and self._hasher().verify(hashed, secret)
            except (InvalidHashError, VerificationError):
                return False

    def _hasher(self) -> "PasswordHasher":
        if self._made is None:
            from argon2 import PasswordHasher  # the first frame needs none

            self._made = PasswordHasher()  # the low-memory profile of RFC 9106
        return self._made


def _is_bearable(hashed: str) -> bool:
    """Raises `InvalidHashError`."""
    from argon2 import extract_parameters

    asked = extract_parameters(hashed)
    return (
        asked.memory_cost <= _MOST_KIB
        and asked.time_cost <= _MOST_ROUNDS
        and asked.parallelism <= _MOST_LANES
    )
