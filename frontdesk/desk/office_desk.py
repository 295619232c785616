"""The desk of the back office: the same shop, and acts by whoever opened the office, with their proof."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from frontdesk.desk.front_desk import FrontDesk
from frontdesk.domain.acts import Act

if TYPE_CHECKING:
    from frontdesk.services.feedback.response_files import ResponseFiles
    from frontdesk.services.importing.exports import ExportService
    from frontdesk.services.importing.imports import ImportService


class OfficeDesk:
    """Everything that is not here is the till's desk's: services are shared, and so is what they have learnt.

    Whoever is at the till stays there, and their acts stay theirs. `key` is the proof that was given for
    `staff_id`; once it stands no longer, what needs a manager is refused.
    """

    def __init__(self, desk: FrontDesk, staff_id: int, key: bytes) -> None:
        self._desk, self.staff_id, self.key = desk, staff_id, key

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)

    def act(self, at: int | None = None) -> Act:
        """A fresh gesture by whoever opened the office."""
        moment = self._desk.now() if at is None else at
        return Act(self._desk.source.new_id(moment), self.staff_id, self._desk.till_id, moment, self.key)

    # These make acts themselves: here, in the name of whoever opened the office.

    @cached_property
    def imports(self) -> "ImportService":
        from frontdesk.services.importing.imports import ImportService

        desk = self._desk
        return ImportService(desk.store, desk.shop, desk.loyalty, desk.photos, act=self.act, now=desk.now)

    @cached_property
    def exports(self) -> "ExportService":
        from frontdesk.services.importing.exports import ExportService

        return ExportService(self._desk.store, self._desk.shop, act=self.act)

    @cached_property
    def response_files(self) -> "ResponseFiles":
        from frontdesk.services.feedback.response_files import ResponseFiles

        desk = self._desk
        asked = (desk.questions, desk.responses, desk.pasted_answers)
        return ResponseFiles(desk.store, desk.shop, *asked, self.act)
