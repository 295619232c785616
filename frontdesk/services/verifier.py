"""Is everything as the program left it? Reads the whole store, so nothing here is for the UI thread."""

from collections.abc import Callable

from frontdesk.config import Paths
from frontdesk.domain.verification import VerifyReport
from frontdesk.storage import keys
from frontdesk.storage.backups import ends_in_backups
from frontdesk.storage.verify import verify_store

Progress = Callable[[int, int], None]


class Verifier:
    """Works beside an open window, in this process or another: it only reads."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def verify(self, progress: Progress | None = None) -> VerifyReport:
        """Check the file, the ledger's chain, every sum, and the ledger's end against the backups.

        Raises `NotAStore`, `NewerFile`, `HeldByAnother` or `CannotOpen`.
        """
        return verify_store(
            self._paths.store,
            keys.load(self._paths.chain_key),
            progress,
            ends_in_backups(self._paths.backups),
        )
