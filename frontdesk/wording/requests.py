"""The states of a special request: what it is now, and the button that moves it on."""

from frontdesk.domain.requests import RequestState
from frontdesk.texts import Texts


def state_name(texts: Texts, state: RequestState) -> str:
    """What a request is."""
    match state:
        case RequestState.OPEN:
            return texts.pgettext("state of a request", "Open")
        case RequestState.IN_PROGRESS:
            return texts.pgettext("state of a request", "In progress")
        case RequestState.READY:
            return texts.pgettext("state of a request", "Ready")
        case RequestState.FULFILLED:
            return texts.pgettext("state of a request", "Handed over")
        case RequestState.DECLINED:
            return texts.pgettext("state of a request", "Declined")
        case RequestState.CANCELLED:
            return texts.pgettext("state of a request", "Cancelled")


def move_name(texts: Texts, to: RequestState) -> str:
    """What the button says that moves a request to this state."""
    match to:
        case RequestState.OPEN:
            return texts.pgettext("button that moves a request", "Open again")
        case RequestState.IN_PROGRESS:
            return texts.pgettext("button that moves a request", "Start")
        case RequestState.READY:
            return texts.pgettext("button that moves a request", "It is ready")
        case RequestState.FULFILLED:
            return texts.pgettext("button that moves a request", "Hand over")
        case RequestState.DECLINED:
            return texts.pgettext("button that moves a request", "Decline")
        case RequestState.CANCELLED:
            return texts.pgettext("button that moves a request", "Cancel request")
