"""What is kept of a PIN: argon2's work. It takes a tenth of a second and 64 MB, one at a time."""

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class PinHashing:
    """Nothing for the window's thread, nor for the writer's. `hasher` is for tests."""

    def __init__(self, hasher: "PasswordHasher | None" = None) -> None:
        self._made = hasher
        self._one_at_a_time = Lock()

    def hash(self, secret: str) -> str:
        with self._one_at_a_time:
            return self._hasher().hash(secret)

    def matches(self, hashed: str, secret: str) -> bool:
        from argon2.exceptions import VerifyMismatchError

        with self._one_at_a_time:
            try:
                return self._hasher().verify(hashed, secret)
            except VerifyMismatchError:
                return False

    def _hasher(self) -> "PasswordHasher":
        if self._made is None:
            from argon2 import PasswordHasher  # the first frame needs none

            self._made = PasswordHasher()  # the low-memory profile of RFC 9106
        return self._made
