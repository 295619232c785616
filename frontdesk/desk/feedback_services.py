"""What asks how the shop is doing: the cards, the questions, the answers and what comes of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.record_services import RecordServices

if TYPE_CHECKING:
    from frontdesk.services.feedback import FeedbackService


class FeedbackServices(RecordServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def feedback(self) -> "FeedbackService":
        from frontdesk.services.feedback import FeedbackService
        from frontdesk.services.printed_cards import CodeMaker

        return FeedbackService(self.store, self.shop, CodeMaker(self.code_key, self.source.token))
