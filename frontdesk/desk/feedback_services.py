"""What asks how the shop is doing: the cards, the questions, the answers and what comes of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.record_services import RecordServices

if TYPE_CHECKING:
    from frontdesk.services.feedback.feedback_cards import FeedbackService
    from frontdesk.services.feedback.feedback_rules import FeedbackRulesService
    from frontdesk.services.feedback.questions import QuestionService
    from frontdesk.services.feedback.replying import ReplyService
    from frontdesk.services.feedback.response_figures import ResponseFigureService
    from frontdesk.services.feedback.response_inbox import ResponseInbox
    from frontdesk.services.feedback.response_news import ResponseNews
    from frontdesk.services.paper.logo import LogoService


class FeedbackServices(RecordServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def feedback(self) -> "FeedbackService":
        from frontdesk.services.feedback.feedback_cards import FeedbackService
        from frontdesk.services.paper.printed_cards import CodeMaker

        maker = CodeMaker(self.code_key, self.source.token)
        asked = (self.questions, self.feedback_rules)
        return FeedbackService(self.store, self.shop, *asked, self.logo, maker)

    @cached_property
    def feedback_rules(self) -> "FeedbackRulesService":
        from frontdesk.services.feedback.feedback_rules import FeedbackRulesService

        return FeedbackRulesService(self.store)

    @cached_property
    def questions(self) -> "QuestionService":
        from frontdesk.services.feedback.questions import QuestionService

        return QuestionService(self.store)

    @cached_property
    def logo(self) -> "LogoService":
        from frontdesk.services.paper.logo import LogoService

        return LogoService(self.store, self.shop)

    @cached_property
    def response_news(self) -> "ResponseNews":
        from frontdesk.services.feedback.response_news import ResponseNews

        return ResponseNews(self.store, self.shop)

    @cached_property
    def response_figures(self) -> "ResponseFigureService":
        from frontdesk.services.feedback.response_figures import ResponseFigureService

        return ResponseFigureService(self.store, self.shop)

    @cached_property
    def response_inbox(self) -> "ResponseInbox":
        from frontdesk.services.feedback.response_inbox import ResponseInbox

        return ResponseInbox(self.store)

    @cached_property
    def replies(self) -> "ReplyService":
        from frontdesk.services.feedback.replying import ReplyService

        return ReplyService(self.store, self.shop)
