"""What the counter tells a screen reader: who is greeted, what was found, what the notice bar says.

A loudspeaker is heard by whoever stands at the counter. So the name of who asked not to be called by it is
never told aloud, in whichever sentence it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.domain.greeting import Greeting
from frontdesk.ui.announcing import Announcer
from frontdesk.ui.language import tr

if TYPE_CHECKING:
    from frontdesk.ui.counter.results import Results
    from frontdesk.ui.counter.window import CounterWindow


class CounterAnnouncer(Announcer):
    """Follows one window; `results` are made later than it, and told to it then."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._counter = window
        self._unsaid: tuple[str, ...] = ()
        window.notices.said.connect(lambda: self._tell_all(window.notices.text, "notice"))
        window.attending.greeted.connect(self._on_greeted)

    def follow_results(self, results: Results) -> None:
        results.turned.connect(
            lambda: self.say(lambda: results.spoken() if self._counter.attending.searching else "", "results")
        )

    def _on_greeted(self, greeting: Greeting | None) -> None:
        """What is told after somebody left the counter may still be about them."""
        if greeting is not None:
            customer = greeting.customer
            self._unsaid = () if customer.greet_by_name else (customer.name, customer.called)
            self._tell_all(self._counter.greeting.spoken, "greeting")

    def _tell_all(self, what: Callable[[], str], about: str) -> None:
        self.say(lambda: unnamed(what(), self._unsaid), about)


def unnamed(said: str, names: tuple[str, ...]) -> str:
    """A sentence in which none of these names is heard."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        said = said.replace(name, tr("this customer"))
    return said
