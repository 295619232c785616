"""What asks how the shop is doing: the cards, the questions, the answers and what comes of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.record_services import RecordServices

if TYPE_CHECKING:
    from frontdesk.services.feedback import FeedbackService
    from frontdesk.services.feedback_rules import FeedbackRulesService
    from frontdesk.services.logo import LogoService
    from frontdesk.services.questions import QuestionService
    from frontdesk.services.replying import ReplyService
    from frontdesk.services.response_figures import ResponseFigureService
    from frontdesk.services.response_inbox import ResponseInbox
    from frontdesk.services.response_news import ResponseNews


class FeedbackServices(RecordServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def feedback(self) -> "FeedbackService":
        from frontdesk.services.feedback import FeedbackService
        from frontdesk.services.printed_cards import CodeMaker

        maker = CodeMaker(self.code_key, self.source.token)
        asked = (self.questions, self.feedback_rules)
        return FeedbackService(self.store, self.shop, *asked, self.logo, maker)

    @cached_property
    def feedback_rules(self) -> "FeedbackRulesService":
        from frontdesk.services.feedback_rules import FeedbackRulesService

        return FeedbackRulesService(self.store)

    @cached_property
    def questions(self) -> "QuestionService":
        from frontdesk.services.questions import QuestionService

        return QuestionService(self.store)

    @cached_property
    def logo(self) -> "LogoService":
        from frontdesk.services.logo import LogoService

        return LogoService(self.store, self.shop)

    @cached_property
    def response_news(self) -> "ResponseNews":
        from frontdesk.services.response_news import ResponseNews

        return ResponseNews(self.store, self.shop)

    @cached_property
    def response_figures(self) -> "ResponseFigureService":
        from frontdesk.services.response_figures import ResponseFigureService

        return ResponseFigureService(self.store, self.shop)

    @cached_property
    def response_inbox(self) -> "ResponseInbox":
        from frontdesk.services.response_inbox import ResponseInbox

        return ResponseInbox(self.store)

    @cached_property
    def replies(self) -> "ReplyService":
        from frontdesk.services.replying import ReplyService

        return ReplyService(self.store, self.shop)
