"""Who did what, in a whole sentence for the owner: what was done, what was taken back, what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.refusals import RefusalCode
from frontdesk.domain.trust.deeds import OF_BOTH, Deed, DeedGroup, Whom, group_of
from frontdesk.texts import Texts
from frontdesk.wording.deed_words import OF_SETTINGS, change_words, code_words, tried
from frontdesk.wording.deeds_for_people import for_people
from frontdesk.wording.deeds_of_the_office import of_the_office
from frontdesk.wording.deeds_refused import wanted
from frontdesk.wording.deeds_with_stamps import with_stamps

_TRIED: Final = "TRY_PIN"
_TAKES_BACK: Final = "UNDO"
"""So begins the kind of every act that says of another one that it no longer holds."""


def deed_sentence(texts: Texts, deed: Deed) -> str:
    """What somebody did, and that it was taken back where it was; or wanted to do, and why it was refused."""
    if deed.refused:
        return f"{_wanted(texts, deed)} {refused_sentence(texts, deed.reason)}"
    said = _done(texts, deed)
    if not deed.undone_by:
        return said
    return texts.gettext("{what} (taken back by {staff})").format(what=said, staff=deed.undone_by)


def customer_words(texts: Texts, customer: Whom | None) -> str:
    """Whom it was for."""
    if customer is None:
        return texts.gettext("somebody we do not know")
    return texts.gettext("somebody who was erased") if customer.erased else customer.name


def refused_sentence(texts: Texts, reason: str) -> str:
    """Why it was not done."""
    if reason == RefusalCode.PIN_NEEDED:
        return texts.gettext("Refused: they had not shown by their PIN that it is them.")
    if reason == RefusalCode.ONLY_MANAGER:
        return texts.gettext("Refused: only somebody with more rights may.")
    return texts.gettext("Refused.")


def group_name(texts: Texts, group: DeedGroup) -> str:
    """What the filter calls a sort of acts."""
    return {
        DeedGroup.STAMPS: texts.gettext("Stamps and passes"),
        DeedGroup.REWARDS: texts.gettext("Rewards"),
        DeedGroup.GIVEN: texts.gettext("Given free"),
        DeedGroup.CUSTOMERS: texts.gettext("Customers"),
        DeedGroup.CARE: texts.gettext("Caring"),
        DeedGroup.REQUESTS: texts.gettext("Requests"),
        DeedGroup.COMPLAINTS: texts.gettext("Complaints"),
        DeedGroup.ANSWERS: texts.gettext("Feedback"),
        DeedGroup.SETTINGS: texts.gettext("Settings"),
        DeedGroup.TEAM: texts.gettext("Team and till"),
        DeedGroup.DATA: texts.gettext("Data and books"),
        DeedGroup.PRIVACY: texts.gettext("Privacy"),
        DeedGroup.REFUSED: texts.gettext("Refused"),
    }[group]


def table_heading(texts: Texts) -> tuple[str, ...]:
    """The columns of `table_row`."""
    return (
        texts.gettext("When"),
        texts.gettext("Who"),
        texts.gettext("At which till"),
        texts.gettext("What sort of act"),
        texts.gettext("Customer"),
        texts.gettext("What was done"),
    )


def table_row(texts: Texts, deed: Deed, zone: ZoneInfo) -> tuple[str, ...]:
    """One act as a line of a table; when, as a spreadsheet can sort it."""
    group = group_of(deed.kind, of_customer=deed.customer is not None)
    return (
        f"{datetime.fromtimestamp(deed.place.at / 1000, zone):%Y-%m-%d %H:%M:%S}",
        deed.staff,
        deed.till,
        group_name(texts, group if group is not None and not deed.refused else DeedGroup.REFUSED),
        customer_words(texts, deed.customer) if deed.customer is not None else "",
        deed_sentence(texts, deed),
    )


def _done(texts: Texts, deed: Deed) -> str:
    if deed.kind.startswith(_TAKES_BACK):
        if deed.undoes is None:
            return texts.gettext("{staff} took something back").format(staff=deed.staff)
        said = _done(texts, deed.undoes)
        return texts.gettext("{staff} took this back: {what}").format(staff=deed.staff, what=said)
    telling = tried(texts, deed.facts.became) if deed.kind == _TRIED else with_stamps(texts, deed)
    if telling:
        return _filled(texts, deed, (telling,))
    of_staff = deed.kind in OF_BOTH and deed.customer is None
    people = {} if of_staff else for_people(texts)
    templates = people.get(deed.kind) or of_the_office(texts).get(deed.kind)
    # A newer program's act in this store: better said so than not at all.
    return _filled(texts, deed, templates or (texts.gettext("{staff} did something that has no words here"),))


def _wanted(texts: Texts, deed: Deed) -> str:
    said = wanted(texts).get(deed.kind) or texts.gettext("{staff} wanted to do something at the till.")
    return _filled(texts, deed, (said,))


def _filled(texts: Texts, deed: Deed, templates: Sequence[str]) -> str:
    """The most telling of these sentences for which everything is known; the last one asks for the least."""
    facts = deed.facts
    known = {
        "staff": deed.staff,
        "customer": customer_words(texts, deed.customer),
        "other": customer_words(texts, facts.other) if facts.other is not None else "",
        "member": facts.member,
        "n": str(facts.number) if facts.number else "",
        "what": code_words(texts, deed.kind, facts.what),
        "card": facts.card,
        "was": code_words(texts, deed.kind, facts.was),
        "became": code_words(texts, deed.kind, facts.became),
    }
    if deed.kind in OF_SETTINGS:
        known["became"] = change_words(texts, facts.was, facts.became)
    telling = (each for each in templates if all(known[name] for name in known if f"{{{name}}}" in each))
    return next(telling, templates[-1]).format(**known)
