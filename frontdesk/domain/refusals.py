"""Refusals: a code and the nearest remedy, never a bare bool. The sentences live in wording/refusals.py."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Why an act was not done. Nothing was written when one of these is raised."""

    STAMPS_SHORT = "STAMPS_SHORT"
    TOO_MANY_AT_ONCE = "TOO_MANY_AT_ONCE"
    ENOUGH_FOR_NOW = "ENOUGH_FOR_NOW"
    CARD_LIMIT = "CARD_LIMIT"
    STAFF_LIMIT = "STAFF_LIMIT"
    PAPER_LIMIT = "PAPER_LIMIT"
    GOODWILL_SPENT = "GOODWILL_SPENT"
    SURPRISES_SPENT = "SURPRISES_SPENT"
    NOT_THIS_PRODUCT = "NOT_THIS_PRODUCT"
    TOO_DEAR = "TOO_DEAR"
    NO_SUCH_REWARD = "NO_SUCH_REWARD"
    PROGRAMME_NOT_BEGUN = "PROGRAMME_NOT_BEGUN"
    REDEEMING_OVER = "REDEEMING_OVER"
    NOT_EARNED_THIS_WAY = "NOT_EARNED_THIS_WAY"
    PASS_OVER = "PASS_OVER"
    PASS_USED_UP = "PASS_USED_UP"
    NO_PASS = "NO_PASS"
    NOTHING_TO_MOVE = "NOTHING_TO_MOVE"
    UNKNOWN_PRODUCT = "UNKNOWN_PRODUCT"
    TICKET_GONE = "TICKET_GONE"
    ALREADY_ADOPTED = "ALREADY_ADOPTED"
    NO_SUCH_LINE = "NO_SUCH_LINE"
    NOT_YET = "NOT_YET"
    BEFORE_THE_SHEET = "BEFORE_THE_SHEET"
    TOO_LONG_AGO = "TOO_LONG_AGO"
    IN_A_GROUP = "IN_A_GROUP"
    NO_GROUP = "NO_GROUP"
    CARD_IN_USE = "CARD_IN_USE"
    ALREADY_BROUGHT = "ALREADY_BROUGHT"
    BROUGHT_THEM = "BROUGHT_THEM"
    UNKNOWN_STAFF = "UNKNOWN_STAFF"
    LAST_OWNER = "LAST_OWNER"
    AT_THE_TILL = "AT_THE_TILL"
    PROGRAMME_RETIRED = "PROGRAMME_RETIRED"
    NO_PROGRAMME = "NO_PROGRAMME"
    ALREADY_UNDONE = "ALREADY_UNDONE"
    NOTHING_TO_UNDO = "NOTHING_TO_UNDO"
    UNKNOWN_CUSTOMER = "UNKNOWN_CUSTOMER"
    UNKNOWN_CODE = "UNKNOWN_CODE"
    FEEDBACK_CODE = "FEEDBACK_CODE"
    CODE_REVOKED = "CODE_REVOKED"
    WRONG_STATE = "WRONG_STATE"
    MOVED_ON = "MOVED_ON"
    UNKNOWN_REQUEST = "UNKNOWN_REQUEST"
    FACT_GONE = "FACT_GONE"
    UNKNOWN_FOLLOW_UP = "UNKNOWN_FOLLOW_UP"
    FOLLOW_UP_OVER = "FOLLOW_UP_OVER"
    UNKNOWN_RECOVERY = "UNKNOWN_RECOVERY"
    RECOVERY_MOVED_ON = "RECOVERY_MOVED_ON"
    NOBODYS_RECOVERY = "NOBODYS_RECOVERY"
    SAME_PERSON = "SAME_PERSON"
    NOT_MERGED = "NOT_MERGED"
    NO_PHOTO_CONSENT = "NO_PHOTO_CONSENT"
    ONLY_MANAGER = "ONLY_MANAGER"
    NO_FEEDBACK_LINK = "NO_FEEDBACK_LINK"
    NO_MESSAGE_CONSENT = "NO_MESSAGE_CONSENT"
    LEFT_US = "LEFT_US"


class Remedy(StrEnum):
    """The nearest thing that would help."""

    ADD_STAMPS = "ADD_STAMPS"
    GIVE_GOODWILL = "GIVE_GOODWILL"
    CHOOSE_ANOTHER = "CHOOSE_ANOTHER"
    RENEW_PASS = "RENEW_PASS"
    CALL_MANAGER = "CALL_MANAGER"
    REISSUE_CARD = "REISSUE_CARD"
    SEARCH_BY_NAME = "SEARCH_BY_NAME"
    ASK_CONSENT = "ASK_CONSENT"
    OPEN_SETTINGS = "OPEN_SETTINGS"
    WELCOME_BACK = "WELCOME_BACK"


class Refused(Exception):
    """An act that the shop's rules do not allow.

    `facts` holds only numbers and codes (for instance ``short=2``), never a name, so that a refusal
    may be logged.
    """

    def __init__(self, code: RefusalCode, remedy: Remedy | None = None, **facts: int) -> None:
        super().__init__(code.value)
        self.code = code
        self.remedy = remedy
        self.facts = facts
