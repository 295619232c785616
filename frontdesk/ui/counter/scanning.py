"""Scans among key presses: a scanner types a code faster than any person, and ends with Enter.

`ScanReader` only decides; it is fed one key at a time with the time at which the key went down. What it
decides about a key is a `Verdict`; the window's key filter carries it out (see keys.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from frontdesk.domain.codes import is_code_like

SCANNER_GAP_MS: Final = 20
"""Between two keys of a scanner there are 10 ms at most, of a person 35 at least; this lies between."""
SURE_AFTER_KEYS: Final = 4
SHORTEST_SCAN: Final = 6
"""No printed code is shorter; a program that types a short word in a burst is given its word back."""
LONGEST_SCAN: Final = 300


class Verdict(Enum):
    """What to do with a key: let it through; it begins what may be a scan; a scan is certain; swallow it;
    the scan is over; or it was none after all."""

    PASS = auto()
    FIRST = auto()
    TAKE_BACK = auto()
    SWALLOW = auto()
    SCANNED = auto()
    GIVE_BACK = auto()


@dataclass
class ScanReader:
    """Follows the keys. `typed` is what the burst typed, `latin` the same keys on a Latin layout."""

    typed: str = ""
    latin: str = ""
    _last_at: int = field(default=-(10**9))
    _keys: int = 0

    @property
    def sure(self) -> bool:
        """Whether the keys now coming are certainly a scanner's."""
        return self._keys >= SURE_AFTER_KEYS

    def broken_off(self, at: int) -> bool:
        """Whether a burst that was taken for a scan ended without Enter before this key."""
        return self.sure and at - self._last_at > SCANNER_GAP_MS

    def key(self, text: str, latin: str, ends: bool, at: int) -> Verdict:
        """Judge one key. `ends` is Enter; `text` is empty for keys that type nothing (Shift, for one)."""
        fast = at - self._last_at <= SCANNER_GAP_MS
        if not fast:
            self.reset()
            if ends or not _typed(text, latin):
                return Verdict.PASS
        self._last_at = at
        if ends:
            return self._verdict_at_the_end()
        if not _typed(text, latin):
            return Verdict.SWALLOW if self.sure else Verdict.PASS
        self._take(text, latin)
        if self._keys == 1:
            return Verdict.FIRST
        if self._keys < SURE_AFTER_KEYS:
            return Verdict.PASS
        return Verdict.TAKE_BACK if self._keys == SURE_AFTER_KEYS else Verdict.SWALLOW

    def code(self) -> str:
        """What was scanned. A scanner under a Lao or Thai layout typed other letters: then the keys count."""
        typed, latin = self.typed, self.latin
        return latin if not is_code_like(typed) and is_code_like(latin) else typed

    def reset(self) -> None:
        self.typed, self.latin, self._keys = "", "", 0

    def _take(self, text: str, latin: str) -> None:
        """Keep what can be seen; control characters of a code are dropped here."""
        self._keys += 1
        if len(self.typed) < LONGEST_SCAN:
            self.typed += text if text.isprintable() else ""
            self.latin += latin

    def _verdict_at_the_end(self) -> Verdict:
        if self.sure:
            return Verdict.SCANNED if self._keys >= SHORTEST_SCAN else Verdict.GIVE_BACK
        self.reset()
        return Verdict.PASS


def _typed(text: str, latin: str) -> bool:
    return bool(text or latin)


_ROWS: Final = {10: "1234567890-", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_X11_KEYS: Final = {first + at: letter for first, row in _ROWS.items() for at, letter in enumerate(row)}
_DIGITS_AND_LETTERS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def latin_key(platform: str, scan_code: int, virtual_key: int) -> str:
    """The letter of a key on a Latin keyboard, whatever layout is on: by place on X11, by name on Windows."""
    if platform == "windows":
        return chr(virtual_key) if chr(virtual_key & 0xFF) in _DIGITS_AND_LETTERS else ""
    return _X11_KEYS.get(scan_code, "") if platform in ("xcb", "wayland") else ""
