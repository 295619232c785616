"""The codes and values that acts keep, in words; a name of the shop's own stands as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from frontdesk.domain.acts import Role
from frontdesk.domain.care.messages import Keepsake, MessageKind, Way
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.feedback.responses import ResponseState
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.texts import Texts
from frontdesk.wording.contact import kind_name, way_name
from frontdesk.wording.dates import full_date
from frontdesk.wording.goodwill import reason_name
from frontdesk.wording.playbooks import situation_name
from frontdesk.wording.recoveries import recovery_state_name
from frontdesk.wording.requests import state_name
from frontdesk.wording.responses import response_state_name

_RECOVERIES: Final = frozenset({"RECORD_RECOVERY", "MOVE_RECOVERY", "CHANGE_RECOVERY"})
OF_SETTINGS: Final = frozenset({"SAVE_LIMITS", "SAVE_SETTINGS", "SAVE_PRODUCT"})
"""Acts that keep what differs as a document: `change_words`."""


def code_words(texts: Texts, kind: str, value: str) -> str:
    """What a value of an act of this kind means; as it stands where it is no code."""
    if not value:
        return ""
    if kind == "CLOSE_DAY":
        return full_date(texts, date.fromisoformat(value))
    if kind == "SAY_HERE":
        return texts.gettext("is here") if value == "HERE" else texts.gettext("is not here")
    if kind in _RECOVERIES and value not in set(RecoveryState):
        return situation_name(texts, value)
    for codes, word in _WORDS.get(kind, ()):
        if value in set(codes):
            said: str = word(texts, codes(value))
            return said
    return value


def role_name(texts: Texts, role: Role) -> str:
    return {
        Role.CASHIER: texts.gettext("Cashier"),
        Role.MANAGER: texts.gettext("Manager"),
        Role.OWNER: texts.gettext("Owner"),
    }[role]


def tried(texts: Texts, how: str) -> str:
    """That somebody was to prove who they are, and how it went; yet to be filled with who."""
    return {
        "PIN_RIGHT": texts.gettext("{member} opened with the PIN"),
        "PIN_WRONG": texts.gettext("A wrong PIN for {member}"),
        "RECOVERY_RIGHT": texts.gettext("{member} opened with the recovery code"),
        "RECOVERY_WRONG": texts.gettext("A wrong recovery code for {member}"),
    }.get(how, "")


def change_words(texts: Texts, was: str, became: str) -> str:
    """What differs between two documents of settings: the name of each, and what it was and is where that is
    a number or a word of the shop's own.
    """
    before, after = (json.loads(document) if document else {} for document in (was, became))
    named = _setting_names(texts)
    return "; ".join(_change(texts, named[key], before.get(key), after[key]) for key in after if key in named)


def _change(texts: Texts, name: str, before: Any, after: Any) -> str:
    if before in (None, "") or after in (None, ""):
        return name
    return texts.gettext("{name} {was} → {became}").format(name=name, was=before, became=after)


def _setting_names(texts: Texts) -> dict[str, str]:
    """As the settings call them; what is not here is not told."""
    return {
        "card_stamps": texts.gettext("Stamps for one customer"),
        "card_hours": texts.gettext("within hours"),
        "staff_stamps": texts.gettext("Stamps by one member of staff a day"),
        "paper_stamps": texts.gettext("Paper-card stamps by one member of staff a day"),
        "goodwill": texts.gettext("Goodwill stamps by one member of staff a day"),
        "surprises": texts.gettext("Surprise stamps of the whole shop a week"),
        "name": texts.gettext("Name"),
        "price": texts.gettext("Price"),
        "stamps": texts.gettext("Stamps"),
        "category": texts.gettext("Sort"),
        "currency": texts.gettext("Currency"),
        "country": texts.gettext("Country"),
        "zone": texts.gettext("Time zone"),
        "phone": texts.gettext("Telephone"),
        "email": texts.gettext("E-mail"),
        "address": texts.gettext("Address"),
        "feedback_link": texts.gettext("Feedback link"),
        "language": texts.gettext("Language of this counter"),
        "customer_language": texts.gettext("Language of cards and customers"),
        "text_size": texts.gettext("Text size"),
        "theme": texts.gettext("Light or dark"),
        "printer": texts.gettext("Printer"),
        "receipt_printer": texts.gettext("Receipt printer"),
    }


_WORDS: Final[dict[str, tuple[tuple[Any, Callable[..., str]], ...]]] = {
    "GOODWILL": ((GoodwillReason, reason_name),),
    "ASK": ((RequestState, state_name),),
    "MOVE_REQUEST": ((RequestState, state_name),),
    "MOVE_RECOVERY": ((RecoveryState, recovery_state_name),),
    "MOVE_RESPONSE": ((ResponseState, response_state_name),),
    "CONTACT": ((MessageKind, kind_name), (Keepsake, kind_name), (Way, way_name)),
    "CHANGE_ROLE": ((Role, role_name),),
}
