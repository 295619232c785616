"""Cards before a camera. Nothing here knows whose they are: that is asked as for any other scan."""

from __future__ import annotations

from frontdesk.domain.finding.scans import Scan


def card_seen(levels: bytes, width: int, height: int, line: int) -> Scan | None:
    """The card in a grey picture, if there is one; other codes, of which the world is full, are none.

    Slow: it belongs on a worker. `line` is how many bytes a line of the picture takes.
    """
    from frontdesk.media.codes import read_codes  # nobody needs it before a camera is on

    seen = (Scan(text) for text in read_codes(levels, width, height, line))
    return next((scan for scan in seen if scan.codes()), None)
