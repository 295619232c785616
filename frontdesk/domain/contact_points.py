"""Points of contact: where in a visit something was expected, and something was received."""

from enum import StrEnum


class ContactPoint(StrEnum):
    """One tag of a request, a complaint or an answer, in the order in which a visit goes."""

    SIGN = "SIGN"
    DOOR = "DOOR"
    QUEUE = "QUEUE"
    ORDER = "ORDER"
    PRODUCT = "PRODUCT"
    SERVICE = "SERVICE"
    PLACE = "PLACE"
    PAYING = "PAYING"
    LEAVING = "LEAVING"
