"""Messages to a customer: written in their language, for a person to send. The app itself sends nothing."""

from enum import StrEnum


class MessageKind(StrEnum):
    """What a message is for. Each is a whole text in every language that customers are addressed in."""

    BIRTHDAY = "BIRTHDAY"
    ANNIVERSARY = "ANNIVERSARY"
    THANKS = "THANKS"
    REASSURE = "REASSURE"
    MISSED = "MISSED"
    RENEW = "RENEW"
    READY = "READY"
    SORRY = "SORRY"
    ASK_HOW = "ASK_HOW"
