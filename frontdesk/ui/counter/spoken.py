"""What the counter tells a screen reader: who is greeted, what was found, what the notice bar says.

A loudspeaker is heard by whoever stands at the counter. So the name of who asked not to be called by it is
never told aloud, in whichever sentence it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.titles import without_title
from frontdesk.domain.regulars.greeting import Greeting
from frontdesk.ui.announcing import Announcer
from frontdesk.ui.language import tr

if TYPE_CHECKING:
    from frontdesk.ui.counter.results import Results
    from frontdesk.ui.counter.window import CounterWindow

_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")
"""Thai, Lao and Khmer: a name stands beside other words without a space."""


class Unsaid:
    """The names that are not to be heard, of everybody whom the counter had to do with since it was opened.

    Notices do not carry whom they are about: one that forgot would give a name away. Whom an act touched is
    in its `Changes`, and whoever was greeted or found was named to `mind` before.
    """

    def __init__(self, desk: Any) -> None:
        self._desk = desk
        self._to_ask: set[int] = set()
        self._names: set[str] = set()

    def mind(self, customer_ids: Iterable[int]) -> None:
        """These may be spoken of from now on. They are asked when something is next told."""
        self._to_ask.update(customer_ids)

    def names(self) -> tuple[str, ...]:
        """All of them, short forms too."""
        if self._to_ask:
            found = self._desk.customers.names_unsaid(self._to_ask)
            self._names |= found | {without_title(name) for name in found}
            self._to_ask.clear()
        return tuple(self._names)


class CounterAnnouncer(Announcer):
    """Follows one window; `results` are made later than it, and told to it then."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._counter = window
        self._unsaid = Unsaid(window.desk)
        window.notices.said.connect(lambda: self._tell_all(window.notices.text, "notice"))
        window.attending.greeted.connect(self._on_greeted)
        window.bridge.changed.connect(self._on_changed)

    def follow_results(self, results: Results) -> None:
        results.turned.connect(lambda: self._on_results(results))

    def _on_results(self, results: Results) -> None:
        self._unsaid.mind(hit.customer_id for hit in results.hits() if not hit.by_name)
        self._tell_all(lambda: results.spoken() if self._counter.attending.searching else "", "results")

    def _on_changed(self, changes: Changes) -> None:
        """It comes after the notice of an act, and before anything is told of it."""
        self._unsaid.mind(changes.customers)

    def _on_greeted(self, greeting: Greeting | None) -> None:
        """What is told after somebody left the counter may still be about them."""
        if greeting is not None:
            self._unsaid.mind((greeting.customer.id,))
            self._tell_all(self._counter.greeting.spoken, "greeting")

    def _tell_all(self, what: Callable[[], str], about: str) -> None:
        self.say(lambda: unnamed(what(), self._unsaid.names()), about)


def unnamed(said: str, names: Iterable[str]) -> str:
    """A sentence in which none of these names is heard."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        around = "{}" if _WITHOUT_SPACES.search(name) else r"(?<!\w){}(?!\w)"
        said = re.sub(around.format(re.escape(name)), lambda found: tr("this customer"), said)
    return said
