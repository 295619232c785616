"""What the back office asks and does: figures, who did what, everything out and in, forgetting people."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.care_services import CareServices

if TYPE_CHECKING:
    from frontdesk.services.importing.archive import ArchiveService
    from frontdesk.services.people.doubles import DoubleService
    from frontdesk.services.trust.audit_trail import AuditTrail


class OfficeServices(CareServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def doubles(self) -> "DoubleService":
        from frontdesk.services.people.doubles import DoubleService

        return DoubleService(self.store)

    @cached_property
    def archive(self) -> "ArchiveService":
        from frontdesk.services.importing.archive import ArchiveService

        return ArchiveService(self.store, self.now)

    @cached_property
    def audit(self) -> "AuditTrail":
        from frontdesk.services.trust.audit_trail import AuditTrail

        return AuditTrail(self.store)
