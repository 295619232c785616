"""The services of an open shop, each made when it is first asked for."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.ids import Source
from frontdesk.services.requests import RequestService
from frontdesk.services.search import SearchService
from frontdesk.services.shop import ShopService
from frontdesk.services.wall import WallService
from frontdesk.storage.custody import ChainKey, Custody
from frontdesk.storage.store import Store

if TYPE_CHECKING:
    from frontdesk.services.adopting import AdoptingService
    from frontdesk.services.arrivals import ArrivalService
    from frontdesk.services.backups import BackupService
    from frontdesk.services.care_figures import CareFigureService
    from frontdesk.services.care_rules import CareRulesService
    from frontdesk.services.care_sheets import CareSheetService
    from frontdesk.services.contact_points import ContactPointService
    from frontdesk.services.contacting import ContactingService
    from frontdesk.services.customers import CustomerService
    from frontdesk.services.day_close import DayCloseService
    from frontdesk.services.expiring import ExpiringService
    from frontdesk.services.exports import ExportService
    from frontdesk.services.facts import FactService
    from frontdesk.services.follow_ups import FollowUpService
    from frontdesk.services.goodwill import GoodwillService
    from frontdesk.services.greetings import GreetingService, LineSource
    from frontdesk.services.groups import GroupService
    from frontdesk.services.hand_over import HandOverService
    from frontdesk.services.imports import ImportService
    from frontdesk.services.key_keeping import KeyService
    from frontdesk.services.keying_in import KeyingInService
    from frontdesk.services.leaving import LeavingService
    from frontdesk.services.limits import LimitService
    from frontdesk.services.loyalty import LoyaltyService
    from frontdesk.services.manager_calls import ManagerCallService
    from frontdesk.services.merging import MergeService
    from frontdesk.services.moving import MovingService
    from frontdesk.services.offers import OfferService
    from frontdesk.services.outliers import OutlierService
    from frontdesk.services.passes import PassService
    from frontdesk.services.photos import PhotoService
    from frontdesk.services.power_sheets import PowerSheetService
    from frontdesk.services.playbooks import PlaybookService
    from frontdesk.services.practice import PracticeService
    from frontdesk.services.printed_cards import FeedbackService, MemberCardService
    from frontdesk.services.programmes import ProgrammeService
    from frontdesk.services.recoveries import RecoveryService
    from frontdesk.services.recovery_news import RecoveryNews
    from frontdesk.services.quiz import QuizService
    from frontdesk.services.referrals import ReferralService
    from frontdesk.services.request_details import RequestDetailService
    from frontdesk.services.search_upkeep import SearchUpkeep
    from frontdesk.services.shifts import ShiftService
    from frontdesk.services.staff_requests import StaffRequestService
    from frontdesk.services.staff_thanks import StaffThanksService
    from frontdesk.services.slipping import SlippingService
    from frontdesk.services.staffing import StaffingService
    from frontdesk.services.suggesting import SuggestingService
    from frontdesk.services.tickets import TicketService
    from frontdesk.services.today import TodayService
    from frontdesk.services.value import ValueService
    from frontdesk.services.verifier import Verifier
    from frontdesk.storage.ledger import Ledger

Clock = Callable[[], int]


@dataclass
class Services:
    """What a shop is made of. A service that the first frame does not need is imported when it is first asked
    for.
    """

    paths: Paths
    store: Store
    clock: Clock
    source: Source
    staff_id: int
    till_id: int
    keeper: Custody
    chain_key: ChainKey
    code_key: bytes
    shop: ShopService
    search: SearchService
    wall: WallService
    requests: RequestService
    closers: ExitStack

    @cached_property
    def ledger(self) -> "Ledger":
        """What appends to the ledger; services that write to it share it."""
        from frontdesk.storage.ledger import Ledger

        return Ledger(self.chain_key, self.store.new_id)

    @cached_property
    def loyalty(self) -> "LoyaltyService":
        from frontdesk.services.loyalty import LoyaltyService

        return LoyaltyService(self.store, self.ledger, self.shop)

    @cached_property
    def expiring(self) -> "ExpiringService":
        from frontdesk.services.expiring import ExpiringService

        return ExpiringService(self.store, self.ledger, self.shop, act=self.act)

    @cached_property
    def goodwill(self) -> "GoodwillService":
        from frontdesk.services.goodwill import GoodwillService

        return GoodwillService(self.store, self.ledger, self.shop)

    @cached_property
    def moving(self) -> "MovingService":
        from frontdesk.services.moving import MovingService

        return MovingService(self.store, self.ledger, self.shop)

    @cached_property
    def tickets(self) -> "TicketService":
        from frontdesk.services.tickets import TicketService

        return TicketService(self.store, self.ledger, self.shop)

    @cached_property
    def adopting(self) -> "AdoptingService":
        from frontdesk.services.adopting import AdoptingService

        return AdoptingService(self.store, self.ledger, self.shop)

    @cached_property
    def referrals(self) -> "ReferralService":
        from frontdesk.services.referrals import ReferralService

        return ReferralService(self.store, self.ledger, self.shop)

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
    def recovery_news(self) -> "RecoveryNews":
        from frontdesk.services.recovery_news import RecoveryNews

        return RecoveryNews(self.store, self.shop, self.wall)

    @cached_property
    def groups(self) -> "GroupService":
        from frontdesk.services.groups import GroupService

        return GroupService(self.store, self.loyalty)

    @cached_property
    def power_sheets(self) -> "PowerSheetService":
        from frontdesk.services.power_sheets import PowerSheetService

        return PowerSheetService(self.store, self.shop, self.wall)

    @cached_property
    def keying_in(self) -> "KeyingInService":
        from frontdesk.services.keying_in import KeyingInService

        return KeyingInService(self.store, self.ledger, self.shop, self.loyalty)

    @cached_property
    def passes(self) -> "PassService":
        from frontdesk.services.passes import PassService

        return PassService(self.store, self.ledger, self.shop)

    @cached_property
    def programmes(self) -> "ProgrammeService":
        from frontdesk.services.programmes import ProgrammeService

        return ProgrammeService(self.store, self.chain_key)

    @cached_property
    def limits(self) -> "LimitService":
        from frontdesk.services.limits import LimitService

        return LimitService(self.store)

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
        return (self.recovery_news, self.offers, self.follow_ups, self.slipping)

    @cached_property
    def slipping(self) -> "SlippingService":
        from frontdesk.services.slipping import SlippingService

        return SlippingService(self.store, self.shop, self.now)

    @cached_property
    def suggesting(self) -> "SuggestingService":
        from frontdesk.services.suggesting import SuggestingService

        return SuggestingService(self.store, self.shop)

    @cached_property
    def customers(self) -> "CustomerService":
        from frontdesk.services.customers import CustomerService

        return CustomerService(self.store, self.shop)

    @cached_property
    def photos(self) -> "PhotoService":
        from frontdesk.services.photos import PhotoService

        return PhotoService(self.store)

    @cached_property
    def feedback(self) -> "FeedbackService":
        from frontdesk.services.printed_cards import CodeMaker, FeedbackService

        return FeedbackService(self.store, self.shop, CodeMaker(self.code_key, self.source.token))

    @cached_property
    def member_cards(self) -> "MemberCardService":
        from frontdesk.services.printed_cards import CodeMaker, MemberCardService

        return MemberCardService(self.store, CodeMaker(self.code_key, self.source.token))

    @cached_property
    def merging(self) -> "MergeService":
        from frontdesk.services.merging import MergeService

        return MergeService(self.store, self.search)

    @cached_property
    def outliers(self) -> "OutlierService":
        from frontdesk.services.outliers import OutlierService

        return OutlierService(self.store, self.shop)

    @cached_property
    def imports(self) -> "ImportService":
        from frontdesk.services.imports import ImportService

        # It makes and submits acts itself, in the name of whoever is at the till by then.
        return ImportService(self.store, self.shop, self.loyalty, self.photos, act=self.act, now=self.now)

    @cached_property
    def exports(self) -> "ExportService":
        from frontdesk.services.exports import ExportService

        return ExportService(self.store, self.shop, act=self.act)

    @cached_property
    def backups(self) -> "BackupService":
        from frontdesk.services.backups import BackupService

        return BackupService(self.paths, self.clock)

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
            self.arrivals.figures,
            self.slipping.figures,
            self.facts.figures,
            self.leaving.figures,
            self.passes.figures,
        )
        return CareFigureService(self.store, self.shop, sources, self.contact_points.gaps)

    @cached_property
    def practice(self) -> "PracticeService":
        from frontdesk.services.practice import PracticeService

        return PracticeService(self.paths, self.clock)

    @cached_property
    def quiz(self) -> "QuizService":
        from frontdesk.services.quiz import QuizService

        return QuizService(self.store, self.shop)

    @cached_property
    def value(self) -> "ValueService":
        from frontdesk.services.value import ValueService

        return ValueService(self.store)

    @cached_property
    def search_upkeep(self) -> "SearchUpkeep":
        from frontdesk.services.search_upkeep import SearchUpkeep

        return SearchUpkeep(self.store)

    @cached_property
    def key_keeping(self) -> "KeyService":
        from frontdesk.services.key_keeping import KeyService

        return KeyService(self.store, self.shop, self.keeper, self.chain_key)

    @cached_property
    def day_close(self) -> "DayCloseService":
        from frontdesk.services.day_close import DayCloseService

        return DayCloseService(self.store, self.shop, self.till_id)

    @cached_property
    def verifier(self) -> "Verifier":
        from frontdesk.services.verifier import Verifier

        return Verifier(self.paths, self.keeper)

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

    def now(self) -> int:
        """UTC in milliseconds, by the desk's clock."""
        return self.clock()

    def act(self, at: int | None = None) -> Act:
        """A fresh gesture by whoever is at this till; make it once when the finger comes down."""
        moment = self.now() if at is None else at
        return Act(self.source.new_id(moment), self.staff_id, self.till_id, moment)
