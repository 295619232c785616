"""Where a line of the trail leads: to the customer, to the settings that it changed, to the books."""

from __future__ import annotations

from typing import Final

from frontdesk.domain.trust.deeds import Deed, DeedGroup, group_of
from frontdesk.ui.counter.sheets import Counter, SheetName

_SETTINGS: Final = {
    "SAVE_LIMITS": "limits",
    "SAVE_CARE_RULES": "caring",
    "CHANGE_FEEDBACK_RULES": "feedback",
    "REWORD_QUESTION": "feedback",
    "SAVE_PLAYBOOK": "playbooks",
    "WRITE_CARE_SHEET": "products",
    "ADD_PRODUCT": "products",
    "SAVE_PRODUCT": "products",
    "RETIRE_PRODUCT": "products",
    "ADD_PROGRAMME": "programmes",
    "SAVE_PROGRAMME": "programmes",
    "CHANGE_TERMS": "programmes",
    "SET_SPAN": "programmes",
    "RETIRE_PROGRAMME": "programmes",
    "SET_LOGO": "prints",
    "REMOVE_LOGO": "prints",
    "UNDO_LOGO": "prints",
}
_BOOKS: Final = frozenset({"CHECK_LEDGER", "CLOSE_DAY", "READ_DAY"})


def where_it_leads(counter: Counter, deed: Deed) -> None:
    """Open it; a line of nobody and of nothing that has a page leads nowhere."""
    if deed.customer is not None:
        if not deed.customer.erased:
            counter.choose(deed.customer.id)
        return
    group = group_of(deed.kind, of_customer=False)
    if deed.kind in _BOOKS:
        counter.open(SheetName.LEDGER_CHECK)
    elif group is DeedGroup.SETTINGS:
        counter.open(SheetName.SETTINGS, part=_SETTINGS.get(deed.kind, "shop"), alone=True)
    elif group is DeedGroup.TEAM:
        counter.open(SheetName.TEAM)
    elif group is DeedGroup.REQUESTS:
        counter.open(SheetName.REQUESTS)
    elif group is DeedGroup.ANSWERS:
        counter.open(SheetName.RESPONSES)
