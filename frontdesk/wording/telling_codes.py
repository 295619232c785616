"""What the store's fixed words mean to the person whom they are about."""

from frontdesk.texts import Texts


def noted_as(texts: Texts, kind: str) -> str:
    """As what something was noted."""
    return {
        "ALLERGY": texts.gettext("Allergy"),
        "PREFERENCE": texts.gettext("What you like"),
        "NOTE": texts.gettext("Note"),
        "WHY": texts.gettext("Why you come"),
    }.get(kind, kind)


def entry_as(texts: Texts, kind: str) -> str:
    """What happened on a card."""
    return {
        "EARNED": texts.gettext("Earned"),
        "REDEEMED": texts.gettext("Taken as a reward"),
        "GOODWILL": texts.gettext("A gift from us"),
        "EXPIRED": texts.gettext("Ended"),
        "REVERSED": texts.gettext("Corrected"),
        "CARRIED_OVER": texts.gettext("Brought from before"),
    }.get(kind, kind)


def silence_as(texts: Texts, kind: str) -> str:
    """What was done about it that somebody had not come for long."""
    return {
        "CALLED": texts.gettext("We got in touch with you"),
        "ASKED": texts.gettext("Why you had not come for some time"),
        "FINE": texts.gettext("You had not come for some time, and we noted that all is well"),
    }.get(kind, kind)


def state_as(texts: Texts, state: str) -> str:
    """How a request or a complaint stands."""
    return {
        "READY": texts.gettext("Ready for you"),
        "FULFILLED": texts.gettext("Done for you"),
        "DECLINED": texts.gettext("We could not do it"),
        "CANCELLED": texts.gettext("Cancelled"),
        "CONFIRMED": texts.gettext("Put right, as you said"),
        "WITHDRAWN": texts.gettext("Noted by mistake"),
    }.get(state, texts.gettext("Still open"))
