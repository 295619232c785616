"""What keeps the records: people, their pictures and codes, lists in and out, backups, the key."""

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.desk.stamp_services import StampServices

if TYPE_CHECKING:
    from frontdesk.services.finding.search_upkeep import SearchUpkeep
    from frontdesk.services.importing.exports import ExportService
    from frontdesk.services.importing.imports import ImportService
    from frontdesk.services.paper.printed_cards import MemberCardService
    from frontdesk.services.people.customers import CustomerService
    from frontdesk.services.people.merging import MergeService
    from frontdesk.services.people.photos import PhotoService
    from frontdesk.services.team.practice import PracticeService
    from frontdesk.services.trust.backups import BackupService
    from frontdesk.services.trust.key_keeping import KeyService
    from frontdesk.services.trust.verifier import Verifier


class RecordServices(StampServices):
    """Each is made, and its module imported, when it is first asked for."""

    @cached_property
    def customers(self) -> "CustomerService":
        from frontdesk.services.people.customers import CustomerService

        return CustomerService(self.store, self.shop)

    @cached_property
    def photos(self) -> "PhotoService":
        from frontdesk.services.people.photos import PhotoService

        return PhotoService(self.store)

    @cached_property
    def member_cards(self) -> "MemberCardService":
        from frontdesk.services.paper.printed_cards import CodeMaker, MemberCardService

        return MemberCardService(self.store, CodeMaker(self.code_key, self.source.token))

    @cached_property
    def merging(self) -> "MergeService":
        from frontdesk.services.people.merging import MergeService

        return MergeService(self.store, self.search)

    @cached_property
    def imports(self) -> "ImportService":
        from frontdesk.services.importing.imports import ImportService

        # It makes and submits acts itself, in the name of whoever is at the till by then.
        return ImportService(self.store, self.shop, self.loyalty, self.photos, act=self.act, now=self.now)

    @cached_property
    def exports(self) -> "ExportService":
        from frontdesk.services.importing.exports import ExportService

        return ExportService(self.store, self.shop, act=self.act)

    @cached_property
    def search_upkeep(self) -> "SearchUpkeep":
        from frontdesk.services.finding.search_upkeep import SearchUpkeep

        return SearchUpkeep(self.store)

    @cached_property
    def backups(self) -> "BackupService":
        from frontdesk.services.trust.backups import BackupService

        return BackupService(self.paths, self.clock)

    @cached_property
    def key_keeping(self) -> "KeyService":
        from frontdesk.services.trust.key_keeping import KeyService

        return KeyService(self.store, self.shop, self.keeper, self.chain_key)

    @cached_property
    def verifier(self) -> "Verifier":
        from frontdesk.services.trust.verifier import Verifier

        return Verifier(self.paths, self.keeper)

    @cached_property
    def practice(self) -> "PracticeService":
        from frontdesk.services.team.practice import PracticeService

        return PracticeService(self.store, self.paths, self.clock)
