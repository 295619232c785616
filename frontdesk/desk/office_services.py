"""What the back office asks and does: figures, who did what, everything out and in, forgetting people."""

from frontdesk.desk.care_services import CareServices


class OfficeServices(CareServices):
    """Each is made, and its module imported, when it is first asked for."""
