"""What cares for people: the greeting, requests, complaints, who is missed, today, the team."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.feedback_services import FeedbackServices

if TYPE_CHECKING:
    from frontdesk.services.care.care_figures import CareFigureService
    from frontdesk.services.care.care_rules import CareRulesService
    from frontdesk.services.care.care_sheets import CareSheetService
    from frontdesk.services.care.contact_points import ContactPointService
    from frontdesk.services.care.contacting import ContactingService
    from frontdesk.services.care.follow_ups import FollowUpService
    from frontdesk.services.care.manager_calls import ManagerCallService
    from frontdesk.services.care.offers import OfferService
    from frontdesk.services.care.playbooks import PlaybookService
    from frontdesk.services.care.recoveries import RecoveryService
    from frontdesk.services.care.recovery_news import RecoveryNews
    from frontdesk.services.care.request_details import RequestDetailService
    from frontdesk.services.care.today import TodayService
    from frontdesk.services.feedback.pasted_answers import PastedAnswers
    from frontdesk.services.feedback.response_files import ResponseFiles
    from frontdesk.services.feedback.responses import ResponseService
    from frontdesk.services.people.facts import FactService
    from frontdesk.services.people.leaving import LeavingService
    from frontdesk.services.regulars.arrivals import ArrivalService
    from frontdesk.services.regulars.greetings import GreetingService, LineSource
    from frontdesk.services.regulars.slipping import SlippingService
    from frontdesk.services.regulars.suggesting import SuggestingService
    from frontdesk.services.team.hand_over import HandOverService
    from frontdesk.services.team.quiz import QuizService
    from frontdesk.services.team.shifts import ShiftService
    from frontdesk.services.team.staff_requests import StaffRequestService
    from frontdesk.services.team.staff_thanks import StaffThanksService
    from frontdesk.services.team.staffing import StaffingService


class CareServices(FeedbackServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def staffing(self) -> "StaffingService":
        from frontdesk.services.team.staffing import StaffingService

        return StaffingService(self.store)

    @cached_property
    def manager_calls(self) -> "ManagerCallService":
        from frontdesk.services.care.manager_calls import ManagerCallService

        return ManagerCallService(self.store, self.shop)

    @cached_property
    def playbooks(self) -> "PlaybookService":
        from frontdesk.services.care.playbooks import PlaybookService

        return PlaybookService(self.store)

    @cached_property
    def recoveries(self) -> "RecoveryService":
        from frontdesk.services.care.recoveries import RecoveryService

        return RecoveryService(self.store, self.playbooks, self.manager_calls, self.goodwill)

    @cached_property
    def responses(self) -> "ResponseService":
        from frontdesk.services.feedback.response_cards import ResponseCards
        from frontdesk.services.feedback.response_sequels import ResponseSequels
        from frontdesk.services.feedback.responses import ResponseService

        cards = ResponseCards(self.store, self.code_key)
        sequels = ResponseSequels(self.store, self.recoveries)
        return ResponseService(self.store, self.shop, self.questions, cards, sequels)

    @cached_property
    def pasted_answers(self) -> "PastedAnswers":
        from frontdesk.services.feedback.pasted_answers import PastedAnswers

        return PastedAnswers(self.questions, self.responses.card)

    @cached_property
    def response_files(self) -> "ResponseFiles":
        from frontdesk.services.feedback.response_files import ResponseFiles

        return ResponseFiles(
            self.store, self.shop, self.questions, self.responses, self.pasted_answers, self.act
        )

    @cached_property
    def recovery_news(self) -> "RecoveryNews":
        from frontdesk.services.care.recovery_news import RecoveryNews

        return RecoveryNews(self.store, self.shop, self.wall)

    @cached_property
    def care_rules(self) -> "CareRulesService":
        from frontdesk.services.care.care_rules import CareRulesService

        return CareRulesService(self.store)

    @cached_property
    def follow_ups(self) -> "FollowUpService":
        from frontdesk.services.care.follow_ups import FollowUpService

        return FollowUpService(self.store, self.shop)

    @cached_property
    def request_details(self) -> "RequestDetailService":
        from frontdesk.services.care.request_details import RequestDetailService

        return RequestDetailService(self.store)

    @cached_property
    def offers(self) -> "OfferService":
        from frontdesk.services.care.offers import OfferService

        return OfferService(self.store)

    @cached_property
    def contact_points(self) -> "ContactPointService":
        from frontdesk.services.care.contact_points import ContactPointService

        return ContactPointService(self.store)

    @cached_property
    def today_list(self) -> "TodayService":
        from frontdesk.services.care.surprising import SurpriseProposals
        from frontdesk.services.care.today import TodayService
        from frontdesk.services.care.today_people import PeopleOfToday
        from frontdesk.services.loyalty.pass_calls import PassCalls

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
        from frontdesk.services.team.hand_over import HandOverService

        return HandOverService(self.store, self.shop, self.today_list, self.shifts)

    @cached_property
    def facts(self) -> "FactService":
        from frontdesk.services.people.facts import FactService

        return FactService(self.store)

    @cached_property
    def greetings(self) -> "GreetingService":
        from frontdesk.services.regulars.greetings import GreetingService

        return GreetingService(
            self.store, self.shop, self.loyalty, self.passes, self.suggesting, self._line_sources()
        )

    def _line_sources(self) -> "tuple[LineSource, ...]":
        """Who else has something to say when somebody is greeted, each with a `greeting_lines` of its own."""
        return (self.recovery_news, self.response_news, self.offers, self.follow_ups, self.slipping)

    @cached_property
    def slipping(self) -> "SlippingService":
        from frontdesk.services.regulars.slipping import SlippingService

        return SlippingService(self.store, self.shop, self.now)

    @cached_property
    def suggesting(self) -> "SuggestingService":
        from frontdesk.services.regulars.suggesting import SuggestingService

        return SuggestingService(self.store, self.shop)

    @cached_property
    def contacting(self) -> "ContactingService":
        from frontdesk.services.care.contacting import ContactingService

        return ContactingService(self.store, self.shop)

    @cached_property
    def care_sheets(self) -> "CareSheetService":
        from frontdesk.services.care.care_sheets import CareSheetService

        return CareSheetService(self.store, self.shop)

    @cached_property
    def leaving(self) -> "LeavingService":
        from frontdesk.services.people.leaving import LeavingService

        return LeavingService(self.store, self.shop)

    @cached_property
    def care_figures(self) -> "CareFigureService":
        from frontdesk.services.care.care_figures import CareFigureService

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
        from frontdesk.services.team.quiz import QuizService

        return QuizService(self.store, self.shop)

    @cached_property
    def arrivals(self) -> "ArrivalService":
        from frontdesk.services.regulars.arrivals import ArrivalService

        return ArrivalService(self.store)

    @cached_property
    def shifts(self) -> "ShiftService":
        from frontdesk.services.team.shifts import ShiftService

        return ShiftService(self.store, self.shop)

    @cached_property
    def staff_requests(self) -> "StaffRequestService":
        from frontdesk.services.team.staff_requests import StaffRequestService

        return StaffRequestService(self.store, self.shop)

    @cached_property
    def staff_thanks(self) -> "StaffThanksService":
        from frontdesk.services.team.staff_thanks import StaffThanksService

        return StaffThanksService(self.store, self.shop)
