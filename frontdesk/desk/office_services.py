"""What the back office asks and does: figures, who did what, everything out and in, forgetting people."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.care_services import CareServices

if TYPE_CHECKING:
    from frontdesk.services.importing.archive import ArchiveService
    from frontdesk.services.importing.column_choices import ColumnChoices
    from frontdesk.services.office.first_steps import FirstStepService
    from frontdesk.services.office.overview import OverviewService
    from frontdesk.services.office.worth import WorthService
    from frontdesk.services.people.customer_table import CustomerTableService
    from frontdesk.services.people.doubles import DoubleService
    from frontdesk.services.people.history import HistoryService
    from frontdesk.services.people.saved_filters import SavedFilterService
    from frontdesk.services.privacy.consents import ConsentService
    from frontdesk.services.privacy.erasing import ErasingService
    from frontdesk.services.privacy.retention import RetentionService
    from frontdesk.services.privacy.telling import TellingService
    from frontdesk.services.team.pins import PinService
    from frontdesk.services.team.staff_cards import StaffCardService
    from frontdesk.services.team.tills import TillService
    from frontdesk.services.trust.audit_trail import AuditTrail
    from frontdesk.services.trust.drill import DrillService
    from frontdesk.services.trust.ledger_check import LedgerCheck
    from frontdesk.services.trust.returning import ReturnService
    from frontdesk.services.trust.safety import SafetyService


class OfficeServices(CareServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def tills(self) -> "TillService":
        from frontdesk.services.team.tills import TillService

        return TillService(self.store)

    @cached_property
    def doubles(self) -> "DoubleService":
        from frontdesk.services.people.doubles import DoubleService

        return DoubleService(self.store)

    @cached_property
    def archive(self) -> "ArchiveService":
        from frontdesk.services.importing.archive import ArchiveService

        return ArchiveService(self.store, self.now)

    @cached_property
    def staff_cards(self) -> "StaffCardService":
        from frontdesk.services.paper.printed_cards import CodeMaker
        from frontdesk.services.team.staff_cards import StaffCardService

        return StaffCardService(self.store, CodeMaker(self.code_key, self.source.token), self.code_key)

    @cached_property
    def audit(self) -> "AuditTrail":
        from frontdesk.services.trust.audit_trail import AuditTrail

        return AuditTrail(self.store)

    @cached_property
    def overview(self) -> "OverviewService":
        from frontdesk.services.office.overview import OverviewService

        return OverviewService(self.store, self.shop, self.slipping, self.arrivals)

    @cached_property
    def worth(self) -> "WorthService":
        from frontdesk.services.office.worth import WorthService

        return WorthService(self.store, self.shop)

    @cached_property
    def pins(self) -> "PinService":
        from frontdesk.services.team.pins import PinService

        return PinService(self.store, self.shop, self.source.token)

    @cached_property
    def erasing(self) -> "ErasingService":
        from frontdesk.services.privacy.erasing import ErasingService

        return ErasingService(self.store, self.paths, self.leaving, self.practice)

    @cached_property
    def retention(self) -> "RetentionService":
        from frontdesk.services.privacy.retention import RetentionService

        return RetentionService(self.store, self.shop, self.erasing)

    @cached_property
    def consents(self) -> "ConsentService":
        from frontdesk.services.privacy.consents import ConsentService

        return ConsentService(self.store)

    @cached_property
    def telling(self) -> "TellingService":
        from frontdesk.services.privacy.telling import TellingService

        return TellingService(self.store, self.shop)

    @cached_property
    def history(self) -> "HistoryService":
        from frontdesk.services.people.history import HistoryService

        return HistoryService(self.store, self.audit)

    @cached_property
    def customer_table(self) -> "CustomerTableService":
        from frontdesk.services.people.customer_table import CustomerTableService

        return CustomerTableService(self.store, self.shop, self.slipping)

    @cached_property
    def saved_filters(self) -> "SavedFilterService":
        from frontdesk.services.people.saved_filters import SavedFilterService

        return SavedFilterService(self.store)

    @cached_property
    def ledger_check(self) -> "LedgerCheck":
        from frontdesk.services.trust.ledger_check import LedgerCheck

        return LedgerCheck(self.store, self.verifier)

    @cached_property
    def safety(self) -> "SafetyService":
        from frontdesk.services.trust.safety import SafetyService

        return SafetyService(self.store, self.shop, self.paths, self.backups, self.now)

    @cached_property
    def drill(self) -> "DrillService":
        from frontdesk.services.trust.drill import DrillService

        return DrillService(self.store, self.paths, self.keeper, self.now)

    @cached_property
    def column_choices(self) -> "ColumnChoices":
        from frontdesk.services.importing.column_choices import ColumnChoices

        return ColumnChoices(self.store)

    @cached_property
    def first_steps(self) -> "FirstStepService":
        from frontdesk.services.office.first_steps import FirstStepService

        return FirstStepService(self.store, self.shop, self.programmes, self.pins)

    @cached_property
    def returning(self) -> "ReturnService":
        from frontdesk.services.trust.returning import ReturnService

        return ReturnService(self.store)
