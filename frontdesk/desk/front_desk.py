"""An open shop: who writes to it, what day it is in it, and how it is closed."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from frontdesk.desk.office_services import OfficeServices
from frontdesk.domain.acts import Act, Role
from frontdesk.storage.ballast import ensure_ballast
from frontdesk.storage.database import log_engine
from frontdesk.storage.privacy import traces
from frontdesk.storage.trust.custody import marks_in

if TYPE_CHECKING:
    from frontdesk.domain.team.proofs import Proofs
    from frontdesk.services.team.staffing import StaffSaved

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)


class FrontDesk(OfficeServices):
    """An open shop. Reading methods may be called on any thread, writing ones go through `submit`."""

    @property
    def zone(self) -> ZoneInfo:
        return self.shop.facts().zone

    @property
    def proofs(self) -> "Proofs":
        """Who has lately proved who they are."""
        return self.store.proofs

    def today(self) -> date:
        """The shop's own day."""
        return datetime.fromtimestamp(self.now() / 1000, self.zone).date()

    def take_over(self, staff_id: int, key: bytes = b"", *, lent: bool = False) -> "Future[StaffSaved]":
        """Somebody takes over this till, with the proof that they gave. When the Future resolves, the next
        act is already theirs, and whatever proved who was there before proves nothing more. A cashier's proof
        gives no right: it ends, too. `lent`, it goes back with this key to whoever had it, and asks nothing.
        """
        taken: Future[StaffSaved] = Future()

        def arrived(finished: "Future[StaffSaved]") -> None:
            error = finished.exception()
            if error is not None:
                taken.set_exception(error)
                return
            member, proofs = finished.result().member, self.store.proofs
            kept = key if member.role is not Role.CASHIER and proofs.stands(key, member.id) else b""
            proofs.lend(kept, (proofs.lent_by(self.key) or act.staff_id) if lent else 0)
            for ended in {self.key, key} - {kept}:
                proofs.end(ended)
            self.staff_id, self.key = member.id, kept
            taken.set_result(finished.result())

        act = replace(self.act(), key=key)
        self.submit(self.staffing.take_over, act, staff_id).add_done_callback(arrived)
        return taken

    def submit(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a writing method on the writer's thread. The Future resolves after COMMIT.

        It raises what the method raises; `NotSaved` or `NotSure` (services/errors.py) when the disk fails.
        """
        act = next((arg for arg in args if isinstance(arg, Act)), None)
        return self.store.submit(lambda: method(*args, **kwargs), act)

    def settle_in(self) -> None:
        """What a start owes the shop but the first frame need not wait for: the engine in the log, litter
        cleared, ballast laid, the ledger's key at hand and where it is safest, no byte left of who was
        erased.
        """
        log_engine()
        self.backups.clear_litter()
        self.practice.clear_litter()
        self.drill.clear_litter()
        ensure_ballast(self.paths.ballast)
        self.chain_key.look_ahead()
        self.keeper.settle(marks_in(self.paths.store))
        if traces.are_left(self.store.read()):
            self.erasing.clear()

    def close(self) -> None:
        """Finish what was submitted and let go of the store."""
        self.closers.close()
