"""Scans among key presses: a scanner types a code faster than any person, and mostly ends with Enter.

`ScanReader` only decides; it is fed one key at a time with the time at which the key went down. What it
decides about a key is a `Verdict`; the window's key filter carries it out (see keys.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from frontdesk.domain.finding.scans import Scan

SCANNER_GAP_MS: Final = 20
"""Between two keys of a scanner there are 10 ms at most, of a person 35 at least; this lies between."""
SLOW_GAP_MS: Final = 34
"""A slow scanner, or a clock that ticks sixty times a second: only a whole code is taken for a scan then."""
SURE_AFTER_KEYS: Final = 4
SHORTEST_SCAN: Final = 6
"""No printed code is shorter; a program that types a short word in a burst is given its word back."""
LONGEST_SCAN: Final = 300
WHOLE_CODE: Final = 17
SILENCE_MS: Final = 80
"""When nothing follows for so long, a scanner has ended without Enter."""


class Verdict(Enum):
    """What to do with a key: let it through; it begins what may be a scan; a scan is certain; swallow it;
    the scan is over; or it was none after all."""

    PASS = auto()
    FIRST = auto()
    TAKE_BACK = auto()
    SWALLOW = auto()
    SCANNED = auto()
    GIVE_BACK = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """A key that went down. `latin` is its letter by its place; `ends` is Enter or Tab; a `chord` is one with
    Ctrl or Alt, by which scanners send control characters. Shift, for one, types nothing.
    """

    at: int
    text: str = ""
    latin: str = ""
    ends: bool = False
    chord: bool = False

    @property
    def types(self) -> bool:
        return not self.chord and bool(self.text or self.latin)


@dataclass
class _Run:
    """Keys that follow each other within `gap` milliseconds, and what they typed."""

    gap: int
    typed: str = ""
    latin: str = ""
    keys: int = 0
    last_at: int = -(10**9)

    def follows(self, at: int) -> bool:
        return 0 <= at - self.last_at <= self.gap

    def clear(self) -> None:
        self.typed, self.latin, self.keys, self.last_at = "", "", 0, -(10**9)

    def take(self, press: Press) -> None:
        """Keep what can be seen; control characters of a code are dropped here."""
        self.keys += 1
        if len(self.typed) < LONGEST_SCAN:
            self.typed += press.text if press.text.isprintable() else ""
            self.latin += press.latin

    def scan(self) -> Scan:
        return Scan(self.typed, self.latin)


@dataclass
class ScanReader:
    """Follows the keys: the burst that is surely a scanner's, and the longer run that may be a slow one's."""

    scan: Scan = field(default=Scan(""))
    """What was scanned, once the verdict is SCANNED."""
    scan_was_whole_run: bool = False
    """Whether that began with the run, and not only with the burst."""
    _burst: _Run = field(default_factory=lambda: _Run(SCANNER_GAP_MS))
    _run: _Run = field(default_factory=lambda: _Run(SLOW_GAP_MS))
    _ended_at: int = -(10**9)

    @property
    def sure(self) -> bool:
        """Whether the keys now coming are certainly a scanner's."""
        return self._burst.keys >= SURE_AFTER_KEYS

    def sends(self, at: int) -> bool:
        """Whether a key now is a scanner's, or the rest of what it sent."""
        return self.sure or 0 <= at - self._ended_at <= SILENCE_MS

    @property
    def may_be_whole(self) -> bool:
        """Whether so much has come that a silence may be the end of a code."""
        return self.sure or self._run.keys >= WHOLE_CODE

    @property
    def typed(self) -> str:
        """What the burst typed."""
        return self._burst.typed

    def follows(self, at: int) -> bool:
        """Whether a key now would follow the burst."""
        return self._burst.keys > 0 and self._burst.follows(at)

    @property
    def last_at(self) -> int:
        """When the burst's last key went down."""
        return self._burst.last_at

    def begins_run(self, at: int) -> bool:
        """Whether a key now is the first after a pause."""
        return not self._run.follows(at)

    def broken_off(self, at: int) -> bool:
        """Whether a burst that was taken for a scan ended without Enter before this key."""
        return self.sure and not self._burst.follows(at)

    def key(self, press: Press) -> Verdict:
        """Judge one key."""
        if self._trails(press):
            return Verdict.SWALLOW
        begins = not self._burst.follows(press.at)
        for run in (self._burst, self._run):
            if not run.follows(press.at):
                run.clear()
        if press.ends:
            return self._verdict_at_the_end()
        if begins and not press.types and not press.chord:
            if self._run.keys:
                self._run.last_at = press.at
            return Verdict.PASS
        self._burst.last_at = self._run.last_at = press.at
        if not press.types:
            return self._of_no_letter(begins)
        self._burst.take(press)
        self._run.take(press)
        if begins:
            return Verdict.FIRST
        if not self.sure:
            return Verdict.PASS
        return Verdict.TAKE_BACK if self._burst.keys == SURE_AFTER_KEYS else Verdict.SWALLOW

    def silent(self) -> Verdict:
        """Nothing has followed: a scanner that sends no Enter has ended, or a program has typed."""
        if self._run.scan().codes():
            return self._scanned(self._run)
        if self._burst.scan().codes():
            return self._scanned(self._burst)
        return Verdict.GIVE_BACK if self.sure else Verdict.PASS

    def forget_burst(self) -> None:
        """What it typed was given back."""
        self._burst.clear()

    def _of_no_letter(self, begins: bool) -> Verdict:
        if begins:
            return Verdict.FIRST
        return Verdict.SWALLOW if self.sure else Verdict.PASS

    def _verdict_at_the_end(self) -> Verdict:
        """A whole code is a scan even when it came slowly; anything else only when it came fast."""
        if self._run.keys >= WHOLE_CODE and self._run.scan().codes():
            return self._scanned(self._run)
        if self.sure:
            return self._scanned(self._burst) if self._burst.keys >= SHORTEST_SCAN else Verdict.GIVE_BACK
        self._burst.clear()
        return Verdict.PASS

    def _scanned(self, run: _Run) -> Verdict:
        self.scan, self.scan_was_whole_run = run.scan(), run is self._run
        self._ended_at = max(self._run.last_at, self._burst.last_at)
        self._burst.clear()
        self._run.clear()
        return Verdict.SCANNED

    def _trails(self, press: Press) -> bool:
        """Whether a key is the rest of a scan that is over: a second Enter, a control character."""
        harmful = press.ends or press.chord or not press.text.isprintable()
        if not harmful or self.sure or not self.sends(press.at):
            return False
        self._ended_at = press.at
        return True
