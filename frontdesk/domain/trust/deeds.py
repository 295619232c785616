"""Who did what: every act that was recorded, and every one that was refused, as the owner reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final


class DeedSource(IntEnum):
    """Where it is written. Of two at the same moment the greater one counts as the later."""

    ACT = 0
    REFUSED = 1


class DeedGroup(StrEnum):
    """What sort of thing it was; REFUSED is of every sort."""

    STAMPS = "STAMPS"
    REWARDS = "REWARDS"
    GIVEN = "GIVEN"
    CUSTOMERS = "CUSTOMERS"
    CARE = "CARE"
    REQUESTS = "REQUESTS"
    COMPLAINTS = "COMPLAINTS"
    ANSWERS = "ANSWERS"
    SETTINGS = "SETTINGS"
    TEAM = "TEAM"
    DATA = "DATA"
    PRIVACY = "PRIVACY"
    REFUSED = "REFUSED"


OF_BOTH: Final = frozenset({"LEAVE", "COME_BACK"})
"""Of a customer where the act names one, else of one of the staff."""

_KINDS: Final = {
    DeedGroup.STAMPS: """STAMP UNDO MOVE ADOPT OPEN_TICKET NAME_TICKET DROP_TICKET UNDO_TICKET CLAIM
        PRINT_SHEET KEY_IN EXPIRE SELL_PASS USE_PASS""",
    DeedGroup.REWARDS: "REDEEM",
    DeedGroup.GIVEN: "GOODWILL KEY_FREE LET_FREE",
    DeedGroup.CUSTOMERS: """ENROL EDIT SET_PHOTO REMOVE_PHOTO ARCHIVE BRING_BACK LEAVE COME_BACK LEAVE_REASON
        UNDO_LEAVE MERGE UNMERGE NOTE_FACT CHECK_FACT UNDO_FACT BROUGHT UNDO_BROUGHT JOIN_GROUP LEAVE_GROUP
        MEMBER_CARDS REISSUE_CARD SAY_TWO_PEOPLE READ_DOUBLES READ_HISTORY SEE_CUSTOMERS READ_OVERVIEW
        READ_WORTH TAKE_OUT_CHOSEN COPY_CHOSEN SAVE_FILTER RENAME_FILTER REMOVE_FILTER BRING_BACK_FILTER
        ARRANGE_COLUMNS""",
    DeedGroup.CARE: """ARRIVE GREET_ARRIVAL DROP_ARRIVAL UNDO_ARRIVAL FOLLOW_UP END_FOLLOW_UP UNDO_FOLLOW_UP
        CONTACT UNDO_CONTACT ABSENCE UNDO_ABSENCE TICK_TODAY UNDO_TICK READ_CARE_FIGURES""",
    DeedGroup.REQUESTS: """ASK MOVE_REQUEST UNDO_REQUEST CHANGE_REQUEST UNDO_REQUEST_CHANGE PICTURE_REQUEST
        ANSWER_WISH UNDO_ANSWER_WISH""",
    DeedGroup.COMPLAINTS: """RECORD_RECOVERY MOVE_RECOVERY CHANGE_RECOVERY DESCRIBE_RECOVERY TICK_RECOVERY
        UNDO_RECOVERY CALL_FOR_RECOVERY CALL_MANAGER ANSWER_CALL""",
    DeedGroup.ANSWERS: """ISSUE_FEEDBACK TAKE_RESPONSE EDIT_RESPONSE TAKE_ON_RESPONSE MOVE_RESPONSE
        LINK_RESPONSE REPLY_RESPONSE TELL_RESPONSE SAY_RESPONSE UNDO_RESPONSE BRING_ANSWERS
        READ_ANSWER_FIGURES""",
    DeedGroup.SETTINGS: """OPEN_SHOP SAVE_SETTINGS ADD_PRODUCT SAVE_PRODUCT RETIRE_PRODUCT ADD_PROGRAMME
        SAVE_PROGRAMME CHANGE_TERMS SET_SPAN RETIRE_PROGRAMME SAVE_LIMITS SAVE_CARE_RULES SAVE_PLAYBOOK
        RENAME_TILL CHANGE_FEEDBACK_RULES REWORD_QUESTION WRITE_CARE_SHEET SET_LOGO REMOVE_LOGO UNDO_LOGO""",
    DeedGroup.TEAM: """TAKE_OVER ADD_STAFF RENAME_STAFF CHANGE_ROLE LEAVE COME_BACK SET_STAFF_PHOTO
        REMOVE_STAFF_PHOTO SET_PIN TAKE_PIN_AWAY TRY_PIN NEW_RECOVERY_CODE STAFF_CARD
        REVOKE_STAFF_CARD PLAN_SHIFT SAY_HERE BEGIN_SHIFT ASK_MANAGER
        ANSWER_STAFF WITHDRAW_ASKED UNDO_ASKED THANK_STAFF PASS_THANKS_ON UNDO_THANKS QUIZ""",
    DeedGroup.DATA: """IMPORT UNDO_IMPORT TAKE_OUT_CUSTOMERS TAKE_OUT_ANSWERS TAKE_OUT_DEEDS READ_DEEDS
        TAKE_OUT_EVERYTHING KEEP_KEY_SHEET TAKE_KEY_SHEET CHECK_LEDGER CLOSE_DAY READ_DAY READ_UNUSUAL
        CHOOSE_SECOND_PLACE FORGET_SECOND_PLACE COPY_TO_SECOND_PLACE SET_SAFETY_DAYS LOOK_AT_SAFETY
        CHOOSE_COLUMNS TRY_BACKUP BRING_BACK_BACKUP""",
    DeedGroup.PRIVACY: """ERASE ERASE_AGAIN KEEP_PERSON UNDO_KEEP SAVE_RETENTION TAKE_OUT_PERSON READ_CONSENTS
        READ_SILENT READ_ERASURES""",
}

KINDS: Final[Mapping[DeedGroup, frozenset[str]]] = MappingProxyType(
    {group: frozenset(kinds.split()) for group, kinds in _KINDS.items()}
)
"""Every kind of act that the services record or refuse: a test holds them against the source."""


@dataclass(frozen=True, slots=True)
class DeedPlace:
    """Where it stands in the trail."""

    at: int
    source: DeedSource
    id: int


@dataclass(frozen=True, slots=True)
class DeedsAsked:
    """Which ones: each that is set narrows them down. `since` counts, `until` no more."""

    staff_id: int | None = None
    till_id: int | None = None
    group: DeedGroup | None = None
    kind: str = ""
    customer_id: int | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Whom:
    """A customer, as the record says that answers for them; one who was erased has no name."""

    id: int
    name: str
    erased: bool = False


@dataclass(frozen=True, slots=True)
class DeedFacts:
    """What is known of an act beside who, when and for whom, as far as a table tells it cheaply.

    `number` counts stamps, people or papers, by its kind; `what` names a thing or holds a code; `member` is
    one of the staff and `other` another customer whom it is about; `card` is the
    card, in a shop that has several; `was` and `became` tell a change.
    """

    number: int = 0
    what: str = ""
    member: str = ""
    other: Whom | None = None
    was: str = ""
    became: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One of them. `reason` is the code of a refusal; `undoes` what it took back, `undone_by` who took it
    back. A deed without a `customer` is about nobody, or about somebody whom the shop does not know.
    """

    place: DeedPlace
    kind: str
    staff_id: int
    staff: str
    till: str
    customer: Whom | None = None
    reason: str = ""
    undoes: Deed | None = None
    undone_by: str = ""
    facts: DeedFacts = DeedFacts()

    @property
    def refused(self) -> bool:
        return self.place.source is DeedSource.REFUSED


@dataclass(frozen=True, slots=True)
class DeedPage:
    """Newest first. `more` says where to go on; None at the end."""

    deeds: tuple[Deed, ...]
    more: DeedPlace | None


@dataclass(frozen=True, slots=True)
class DeedChoices:
    """By whom and where anything can have been done: everybody who works or worked here, every till."""

    staff: tuple[tuple[int, str], ...]
    tills: tuple[tuple[int, str], ...]


def group_of(kind: str, *, of_customer: bool) -> DeedGroup | None:
    """What sort of thing a kind of act is; None for one that is not known here."""
    if kind in OF_BOTH:
        return DeedGroup.CUSTOMERS if of_customer else DeedGroup.TEAM
    return next((group for group, kinds in KINDS.items() if kind in kinds), None)
