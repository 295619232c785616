"""What is unusual in the ledger, for the owner to look at first."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.trust.outliers.facts import OutlierReport
from frontdesk.domain.trust.outliers.report import USUAL_DAYS, find_outliers, reads_from
from frontdesk.services.gesture import check_role
from frontdesk.services.shop import ShopService
from frontdesk.storage.store import Store
from frontdesk.storage.trust import outliers


@dataclass(frozen=True, slots=True)
class NamesInReport:
    """Whom the findings speak of, by id."""

    staff: dict[int, str]
    customers: dict[int, str]


class OutlierService:
    """Only reads; may be called on any thread, and is best called beside the counter's. It names members of
    staff: each method raises `Refused` ONLY_MANAGER, PIN_NEEDED.
    """

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def report(self, act: Act, days: int = USUAL_DAYS) -> OutlierReport:
        """What is unusual in the `days` up to the act, against the thirteen times as many before them."""
        check_role(self._store, act, Role.MANAGER, "READ_UNUSUAL")
        lines = outliers.lines_since(self._store.read(), reads_from(act.at, days), act.at)
        return find_outliers(lines, act.at, self._shop.facts().zone, days)

    def names(self, act: Act, report: OutlierReport) -> NamesInReport:
        """The names to put into the sentences of `report`."""
        check_role(self._store, act, Role.MANAGER, "READ_UNUSUAL")
        db = self._store.read()
        staff = {each.staff_id for each in report.findings if each.staff_id is not None}
        customers = {id_ for each in report.findings for id_ in each.customer_ids}
        return NamesInReport(outliers.staff_names(db, staff), outliers.customer_names(db, customers))
