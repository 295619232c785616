"""What came from a scanner, and which codes it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.domain.paper.codes import code_within


@dataclass(frozen=True, slots=True)
class Scan:
    """What the keys typed, and the same keys by their place on a Latin keyboard where the system tells it."""

    typed: str
    by_place: str = ""

    def codes(self) -> tuple[str, ...]:
        """The codes that it may mean, the likeliest first; none when it is no card of any shop.

        A scanner under another layout types other letters, and more than one code may be behind them: only
        the signature tells which was meant.
        """
        meant = map(code_within, self.readings())
        return tuple(dict.fromkeys(code for code in meant if code))

    def readings(self) -> tuple[str, ...]:
        """What may have been scanned, as it was typed and as its keys would have typed it elsewhere."""
        from frontdesk.domain.finding.keyboards import keys_of  # nobody scans before the first frame

        return tuple(filter(None, (self.typed, self.by_place, *keys_of(self.typed))))
