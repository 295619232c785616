"""Keep the search index as this version of the program writes it, beside the counter."""

from collections.abc import Callable
from typing import Final

from frontdesk.storage.finding import search_renewal
from frontdesk.storage.store import Store

SLICE_SECONDS: Final = 0.012
"""With its commit a slice stays under 20 ms, so that a stamp never waits for it."""


class SearchUpkeep:
    """Runs on a worker's thread and writes through the writer, in slices."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def renew(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Write every entry anew that needs it. What is not done when it is cancelled is done next time."""
        if search_renewal.is_current(self._store.read()):
            return
        while not cancelled():
            if self._store.submit(self._slice).result():
                return

    def _slice(self) -> bool:
        return search_renewal.renew_some(self._store.write(), SLICE_SECONDS)
