"""What keeps phones from the shop's own page, told where its answers would come in."""

from __future__ import annotations

from typing import Final

from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.prose import ProseStrip

_FAULTS: Final = (Standing.NOT_HERE, Standing.TAKEN, Standing.FAILED)


class PageFaultStrip(ProseStrip):
    """Hidden while nothing does: the cards that are out lead to nothing, and only the owner can mend it."""

    def __init__(self) -> None:
        super().__init__("warn", "wifi-off")
        PAGE_STATE.changed.connect(self._say)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.setText(PAGE_STATE.sentence() if PAGE_STATE.standing in _FAULTS else "")
