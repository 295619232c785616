"""Leaving, in words for the staff: nothing pleads, and nobody has to say why."""

from zoneinfo import ZoneInfo

from frontdesk.domain.people.leaving import LeavingReason, Left
from frontdesk.texts import Texts
from frontdesk.wording.dates import day


def reason_name(texts: Texts, reason: LeavingReason) -> str:
    """A reason as a chip says it."""
    return {
        LeavingReason.MOVED: texts.gettext("Moves away"),
        LeavingReason.NO_NEED: texts.gettext("Needs it no more"),
        LeavingReason.ANOTHER_SHOP: texts.gettext("Goes somewhere else"),
        LeavingReason.PRICE: texts.gettext("The price"),
        LeavingReason.NOT_HAPPY: texts.gettext("Was not happy"),
        LeavingReason.NO_DATA: texts.gettext("Wants to be on no list"),
        LeavingReason.OTHER: texts.gettext("Another reason"),
    }[reason]


def left_sentence(texts: Texts, left: Left, zone: ZoneInfo, now: int) -> str:
    """Since when somebody is gone, and why where they said so."""
    when = day(texts, left.at, zone, now)
    if left.reason is None:
        return texts.gettext("left {when}").format(when=when)
    return texts.gettext("left {when}: {reason}").format(when=when, reason=reason_name(texts, left.reason))
