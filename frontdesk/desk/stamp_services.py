"""What counts stamps, passes and money: the ledger and all that writes to it."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.open_shop import OpenShop

if TYPE_CHECKING:
    from frontdesk.services.loyalty.expiring import ExpiringService
    from frontdesk.services.loyalty.goodwill import GoodwillService
    from frontdesk.services.loyalty.groups import GroupService
    from frontdesk.services.loyalty.limits import LimitService
    from frontdesk.services.loyalty.moving import MovingService
    from frontdesk.services.loyalty.passes import PassService
    from frontdesk.services.loyalty.programmes import ProgrammeService
    from frontdesk.services.loyalty.stamping import LoyaltyService
    from frontdesk.services.loyalty.tickets import TicketService
    from frontdesk.services.loyalty.value import ValueService
    from frontdesk.services.paper.adopting import AdoptingService
    from frontdesk.services.paper.day_close import DayCloseService
    from frontdesk.services.paper.keying_in import KeyingInService
    from frontdesk.services.paper.power_sheets import PowerSheetService
    from frontdesk.services.people.referrals import ReferralService
    from frontdesk.services.trust.outliers import OutlierService
    from frontdesk.storage.loyalty.ledger import Ledger


class StampServices(OpenShop):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def ledger(self) -> "Ledger":
        """What appends to the ledger; services that write to it share it."""
        from frontdesk.storage.loyalty.ledger import Ledger

        return Ledger(self.chain_key, self.store.new_id)

    @cached_property
    def loyalty(self) -> "LoyaltyService":
        from frontdesk.services.loyalty.stamping import LoyaltyService

        return LoyaltyService(self.store, self.ledger, self.shop)

    @cached_property
    def expiring(self) -> "ExpiringService":
        from frontdesk.services.loyalty.expiring import ExpiringService

        return ExpiringService(self.store, self.ledger, self.shop, act=self.act)

    @cached_property
    def goodwill(self) -> "GoodwillService":
        from frontdesk.services.loyalty.goodwill import GoodwillService

        return GoodwillService(self.store, self.ledger, self.shop)

    @cached_property
    def moving(self) -> "MovingService":
        from frontdesk.services.loyalty.moving import MovingService

        return MovingService(self.store, self.ledger, self.shop)

    @cached_property
    def tickets(self) -> "TicketService":
        from frontdesk.services.loyalty.tickets import TicketService

        return TicketService(self.store, self.ledger, self.shop)

    @cached_property
    def adopting(self) -> "AdoptingService":
        from frontdesk.services.paper.adopting import AdoptingService

        return AdoptingService(self.store, self.ledger, self.shop)

    @cached_property
    def referrals(self) -> "ReferralService":
        from frontdesk.services.people.referrals import ReferralService

        return ReferralService(self.store, self.ledger, self.shop)

    @cached_property
    def passes(self) -> "PassService":
        from frontdesk.services.loyalty.passes import PassService

        return PassService(self.store, self.ledger, self.shop)

    @cached_property
    def programmes(self) -> "ProgrammeService":
        from frontdesk.services.loyalty.programmes import ProgrammeService

        return ProgrammeService(self.store, self.chain_key)

    @cached_property
    def limits(self) -> "LimitService":
        from frontdesk.services.loyalty.limits import LimitService

        return LimitService(self.store)

    @cached_property
    def groups(self) -> "GroupService":
        from frontdesk.services.loyalty.groups import GroupService

        return GroupService(self.store, self.loyalty)

    @cached_property
    def power_sheets(self) -> "PowerSheetService":
        from frontdesk.services.paper.power_sheets import PowerSheetService

        return PowerSheetService(self.store, self.shop, self.wall)

    @cached_property
    def keying_in(self) -> "KeyingInService":
        from frontdesk.services.paper.keying_in import KeyingInService

        return KeyingInService(self.store, self.ledger, self.shop, self.loyalty)

    @cached_property
    def outliers(self) -> "OutlierService":
        from frontdesk.services.trust.outliers import OutlierService

        return OutlierService(self.store, self.shop)

    @cached_property
    def value(self) -> "ValueService":
        from frontdesk.services.loyalty.value import ValueService

        return ValueService(self.store, self.shop)

    @cached_property
    def day_close(self) -> "DayCloseService":
        from frontdesk.services.paper.day_close import DayCloseService

        return DayCloseService(self.store, self.shop, self.till_id)
