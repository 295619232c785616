"""What cares for people: the greeting, requests, complaints, who is missed, today, the team."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.feedback_services import FeedbackServices

if TYPE_CHECKING:
    from frontdesk.services.arrivals import ArrivalService
    from frontdesk.services.care_figures import CareFigureService
    from frontdesk.services.care_rules import CareRulesService
    from frontdesk.services.care_sheets import CareSheetService
    from frontdesk.services.contact_points import ContactPointService
    from frontdesk.services.contacting import ContactingService
    from frontdesk.services.facts import FactService
    from frontdesk.services.follow_ups import FollowUpService
    from frontdesk.services.greetings import GreetingService, LineSource
    from frontdesk.services.hand_over import HandOverService
    from frontdesk.services.leaving import LeavingService
    from frontdesk.services.manager_calls import ManagerCallService
    from frontdesk.services.offers import OfferService
    from frontdesk.services.pasted_answers import PastedAnswers
    from frontdesk.services.playbooks import PlaybookService
    from frontdesk.services.quiz import QuizService
    from frontdesk.services.recoveries import RecoveryService
    from frontdesk.services.recovery_news import RecoveryNews
    from frontdesk.services.request_details import RequestDetailService
    from frontdesk.services.response_files import ResponseFiles
    from frontdesk.services.responses import ResponseService
    from frontdesk.services.shifts import ShiftService
    from frontdesk.services.slipping import SlippingService
    from frontdesk.services.staff_requests import StaffRequestService
    from frontdesk.services.staff_thanks import StaffThanksService
    from frontdesk.services.staffing import StaffingService
    from frontdesk.services.suggesting import SuggestingService
    from frontdesk.services.today import TodayService


class CareServices(FeedbackServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def staffing(self) -> "StaffingService":
        from frontdesk.services.staffing import StaffingService

        return StaffingService(self.store)

    @cached_property
    def manager_calls(self) -> "ManagerCallService":
        from frontdesk.services.manager_calls import ManagerCallService

        return ManagerCallService(self.store, self.shop)

    @cached_property
    def playbooks(self) -> "PlaybookService":
        from frontdesk.services.playbooks import PlaybookService

        return PlaybookService(self.store)

    @cached_property
    def recoveries(self) -> "RecoveryService":
        from frontdesk.services.recoveries import RecoveryService

        return RecoveryService(self.store, self.playbooks, self.manager_calls, self.goodwill)

    @cached_property
    def responses(self) -> "ResponseService":
        from frontdesk.services.response_cards import ResponseCards
        from frontdesk.services.response_sequels import ResponseSequels
        from frontdesk.services.responses import ResponseService

        cards = ResponseCards(self.store, self.code_key)
        sequels = ResponseSequels(self.store, self.recoveries)
        return ResponseService(self.store, self.shop, self.questions, cards, sequels)

    @cached_property
    def pasted_answers(self) -> "PastedAnswers":
        from frontdesk.services.pasted_answers import PastedAnswers

        return PastedAnswers(self.questions, self.responses.card)

    @cached_property
    def response_files(self) -> "ResponseFiles":
        from frontdesk.services.response_files import ResponseFiles

        return ResponseFiles(
            self.store, self.shop, self.questions, self.responses, self.pasted_answers, self.act
        )

    @cached_property
    def recovery_news(self) -> "RecoveryNews":
        from frontdesk.services.recovery_news import RecoveryNews

        return RecoveryNews(self.store, self.shop, self.wall)

    @cached_property
    def care_rules(self) -> "CareRulesService":
        from frontdesk.services.care_rules import CareRulesService

        return CareRulesService(self.store)

    @cached_property
    def follow_ups(self) -> "FollowUpService":
        from frontdesk.services.follow_ups import FollowUpService

        return FollowUpService(self.store, self.shop)

    @cached_property
    def request_details(self) -> "RequestDetailService":
        from frontdesk.services.request_details import RequestDetailService

        return RequestDetailService(self.store)

    @cached_property
    def offers(self) -> "OfferService":
        from frontdesk.services.offers import OfferService

        return OfferService(self.store)

    @cached_property
    def contact_points(self) -> "ContactPointService":
        from frontdesk.services.contact_points import ContactPointService

        return ContactPointService(self.store)

    @cached_property
    def today_list(self) -> "TodayService":
        from frontdesk.services.pass_calls import PassCalls
        from frontdesk.services.surprising import SurpriseProposals
        from frontdesk.services.today import TodayService
        from frontdesk.services.today_people import PeopleOfToday

        people = PeopleOfToday(self.store, self.shop)
        pass_calls = PassCalls(self.store, self.shop, self.passes)
        surprises = SurpriseProposals(self.store, self.shop, self.loyalty.cards)
        return TodayService(
            self.store,
            lambda: (
                self.recovery_news,
                self.response_news,
                self.requests,
                self.follow_ups,
                pass_calls,
                people,
                self.slipping,
                surprises,
                self.staff_thanks,
                self.staff_requests,
            ),
        )

    @cached_property
    def hand_over(self) -> "HandOverService":
        from frontdesk.services.hand_over import HandOverService

        return HandOverService(self.store, self.shop, self.today_list, self.shifts)

    @cached_property
    def facts(self) -> "FactService":
        from frontdesk.services.facts import FactService

        return FactService(self.store)

    @cached_property
    def greetings(self) -> "GreetingService":
        from frontdesk.services.greetings import GreetingService

        return GreetingService(
            self.store, self.shop, self.loyalty, self.passes, self.suggesting, self._line_sources()
        )

    def _line_sources(self) -> "tuple[LineSource, ...]":
        """Who else has something to say when somebody is greeted, each with a `greeting_lines` of its own."""
        return (self.recovery_news, self.response_news, self.offers, self.follow_ups, self.slipping)

    @cached_property
    def slipping(self) -> "SlippingService":
        from frontdesk.services.slipping import SlippingService

        return SlippingService(self.store, self.shop, self.now)

    @cached_property
    def suggesting(self) -> "SuggestingService":
        from frontdesk.services.suggesting import SuggestingService

        return SuggestingService(self.store, self.shop)

    @cached_property
    def contacting(self) -> "ContactingService":
        from frontdesk.services.contacting import ContactingService

        return ContactingService(self.store, self.shop)

    @cached_property
    def care_sheets(self) -> "CareSheetService":
        from frontdesk.services.care_sheets import CareSheetService

        return CareSheetService(self.store, self.shop)

    @cached_property
    def leaving(self) -> "LeavingService":
        from frontdesk.services.leaving import LeavingService

        return LeavingService(self.store, self.shop)

    @cached_property
    def care_figures(self) -> "CareFigureService":
        from frontdesk.services.care_figures import CareFigureService

        sources = (
            self.requests.figures,
            self.offers.figures,
            self.recovery_news.figures,
            self.response_news.figures,
            self.arrivals.figures,
            self.slipping.figures,
            self.facts.figures,
            self.leaving.figures,
            self.passes.figures,
        )
        return CareFigureService(self.store, self.shop, sources, self.contact_points.gaps)

    @cached_property
    def quiz(self) -> "QuizService":
        from frontdesk.services.quiz import QuizService

        return QuizService(self.store, self.shop)

    @cached_property
    def arrivals(self) -> "ArrivalService":
        from frontdesk.services.arrivals import ArrivalService

        return ArrivalService(self.store)

    @cached_property
    def shifts(self) -> "ShiftService":
        from frontdesk.services.shifts import ShiftService

        return ShiftService(self.store, self.shop)

    @cached_property
    def staff_requests(self) -> "StaffRequestService":
        from frontdesk.services.staff_requests import StaffRequestService

        return StaffRequestService(self.store, self.shop)

    @cached_property
    def staff_thanks(self) -> "StaffThanksService":
        from frontdesk.services.staff_thanks import StaffThanksService

        return StaffThanksService(self.store, self.shop)
