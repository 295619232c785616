"""The ledger check for whoever may ask for it: all entries, held against their chain, and against a slip."""

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.trust.verifier import Verifier
from frontdesk.storage.store import Store
from frontdesk.storage.trust import ledger_checks


@dataclass(frozen=True, slots=True)
class LastCheck:
    """When all of the ledger was last checked from here, and who asked for it."""

    at: int
    by: str


class _Stopped(Exception):
    """Nobody wants to know any more."""


class LedgerCheck:
    """A manager's. It reads the store beside the window, whose acts go on."""

    def __init__(self, store: Store, verifier: Verifier) -> None:
        self._store, self._verifier = store, verifier

    def check(
        self,
        act: Act,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> VerifyReport | None:
        """Check everything; None where it was `cancelled`. That it was checked is kept, and by whom.

        Slow, for a worker thread. Raises `Refused` ONLY_MANAGER, PIN_NEEDED, and as `Verifier.verify` does.
        """
        check_role(self._store, act, Role.MANAGER, "CHECK_LEDGER")

        def tell(done: int, total: int) -> None:
            if cancelled():
                raise _Stopped
            progress(done, total)

        try:
            report = self._verifier.verify(tell)
        except _Stopped:
            return None
        # Whoever began it had the right; their proof may have ended while it ran.
        self._store.submit(lambda: begin(self._store, act, "CHECK_LEDGER"), act).result()
        return report

    def compare(self, act: Act, anchor: PaperAnchor) -> AnchorVerdict:
        """Hold the ledger against a slip; it says something only of one that `check` found in order. Slow in
        a large shop. Raises as `check` does.
        """
        check_role(self._store, act, Role.MANAGER, "CHECK_LEDGER")
        return self._verifier.compare(anchor)

    def last(self, act: Act) -> LastCheck | None:
        """Raises `Refused` ONLY_MANAGER, PIN_NEEDED."""
        check_role(self._store, act, Role.MANAGER, "CHECK_LEDGER")
        found = ledger_checks.last(self._store.read())
        return LastCheck(*found) if found is not None else None
