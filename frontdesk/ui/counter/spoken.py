"""What the counter tells a screen reader: who is greeted, what was found, what the notice bar says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontdesk.ui.announcing import Announcer

if TYPE_CHECKING:
    from frontdesk.ui.counter.results import Results
    from frontdesk.ui.counter.window import CounterWindow


class CounterAnnouncer(Announcer):
    """Follows one window; `results` are made later than it, and told to it then."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._counter = window
        window.notices.said.connect(lambda: self.say(window.notices.text, "notice"))
        window.attending.greeted.connect(self._on_greeted)

    def follow_results(self, results: Results) -> None:
        results.turned.connect(
            lambda: self.say(lambda: results.spoken() if self._counter.attending.searching else "", "results")
        )

    def _on_greeted(self, greeting: object) -> None:
        if greeting is not None:
            self.say(self._counter.greeting.spoken, "greeting")
