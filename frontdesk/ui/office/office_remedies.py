"""What helps after a refusal in the office, as a button in its notice bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.notice import Remedy as Helping
from frontdesk.wording.refusals import remedy_name

if TYPE_CHECKING:
    from frontdesk.ui.office.workplace import Workplace


def remedy_of(error: object, place: Workplace) -> Helping | None:
    """None where nothing that helps can be done from here, or it was no refusal."""
    if not isinstance(error, Refused) or error.remedy is None:
        return None
    act = _act(error, place)
    return Helping(remedy_name(LANGUAGE.texts, error.remedy), act) if act is not None else None


def _act(error: Refused, place: Workplace) -> Callable[[], object] | None:
    match error.remedy:
        case Remedy.ENTER_PIN | Remedy.CALL_MANAGER:
            return place.lock_wanted.emit  # whoever may do it opens the office, as themselves
        case Remedy.OPEN_SETTINGS:
            part = "feedback" if error.code is RefusalCode.NO_FEEDBACK_LINK else "programmes"
            return lambda: place.open(SheetName.SETTINGS, part=part)
        case Remedy.WELCOME_BACK:
            return lambda: _welcome_back(place, error.facts["customer"])
    return None


def _welcome_back(place: Workplace, customer_id: int) -> None:
    from frontdesk.ui.contact.coming_back import ComingAndGoing

    ComingAndGoing(place.lent).welcome_back(customer_id)
