"""What every service of an open shop is made from."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.ids import Source
from frontdesk.services.care.requests import RequestService
from frontdesk.services.finding.search import SearchService
from frontdesk.services.regulars.wall import WallService
from frontdesk.services.shop import ShopService
from frontdesk.storage.store import Store
from frontdesk.storage.trust.custody import ChainKey, Custody

Clock = Callable[[], int]


@dataclass
class OpenShop:
    """An open store, who is at the till, and the services that the first frame needs."""

    paths: Paths
    store: Store
    clock: Clock
    source: Source
    staff_id: int
    till_id: int
    keeper: Custody
    chain_key: ChainKey
    code_key: bytes
    shop: ShopService
    search: SearchService
    wall: WallService
    requests: RequestService
    closers: ExitStack
    key: bytes = b""
    """The proof of whoever is at the till, while it stands."""

    def now(self) -> int:
        """UTC in milliseconds, by the desk's clock."""
        return self.clock()

    def act(self, at: int | None = None) -> Act:
        """A fresh gesture by whoever is at this till; make it once when the finger comes down."""
        moment = self.now() if at is None else at
        return Act(self.source.new_id(moment), self.staff_id, self.till_id, moment, self.key)
