"""Follow-ups in words: what is to be done, by when, how often, and as a line of the greeting."""

from datetime import date

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.texts import Texts
from frontdesk.wording.dates import DAYS_BY_NAME, day_of_year, full_date, weekday

_WEEK, _MONTH = 7, 30


def follow_up_name(texts: Texts, kind: FollowUpKind) -> str:
    """The kind in a word or two, as it is chosen."""
    match kind:
        case FollowUpKind.CALL:
            return texts.pgettext("follow-up", "Call")
        case FollowUpKind.NOTE:
            return texts.pgettext("follow-up", "Thank-you note")
        case FollowUpKind.BIRTHDAY_CARD:
            return texts.pgettext("follow-up", "Birthday card")
        case FollowUpKind.REASSURE:
            return texts.pgettext("follow-up", "Ask if all is well")
        case FollowUpKind.RENEWAL:
            return texts.pgettext("follow-up", "Renewal")
        case FollowUpKind.RECOVERY:
            return texts.pgettext("follow-up", "Put right")
        case FollowUpKind.OTHER:
            return texts.pgettext("follow-up", "Something else")


def follow_up_task(texts: Texts, kind: FollowUpKind, text: str) -> str:
    """What to do, as a sentence; what a person typed about it stays as typed."""
    if not text:
        return _plain_task(texts, kind)
    match kind:
        case FollowUpKind.CALL:
            said = texts.gettext("Call: {text}")
        case FollowUpKind.NOTE:
            said = texts.gettext("Write a thank-you note: {text}")
        case FollowUpKind.BIRTHDAY_CARD:
            said = texts.gettext("Give the birthday card: {text}")
        case FollowUpKind.REASSURE:
            said = texts.gettext("Ask if all is well: {text}")
        case FollowUpKind.RENEWAL:
            said = texts.gettext("Talk about the renewal: {text}")
        case FollowUpKind.RECOVERY:
            said = texts.gettext("Put right: {text}")
        case FollowUpKind.OTHER:
            said = texts.gettext("To do: {text}")
    return said.format(text=text)


def follow_up_here(texts: Texts, kind: FollowUpKind | None, text: str, name: str) -> str:
    """The line of the greeting: what was to be done for them, now that they stand here. What was to be said
    on the telephone is said at once.
    """
    if text:
        return texts.gettext("To follow up: {text}").format(text=text)
    match kind:
        case FollowUpKind.CALL:
            said = texts.gettext("You meant to call {name}. Ask now how things are.")
        case FollowUpKind.NOTE:
            said = texts.gettext("You meant to write {name} a note. Say thank you now.")
        case FollowUpKind.BIRTHDAY_CARD:
            said = texts.gettext("There is a birthday card to give to {name}.")
        case FollowUpKind.REASSURE:
            said = texts.gettext("Ask {name} if all is well.")
        case FollowUpKind.RENEWAL:
            said = texts.gettext("Ask {name} whether to renew.")
        case FollowUpKind.RECOVERY:
            said = texts.gettext("Ask {name} whether it is right again.")
        case _:
            said = texts.gettext("There is something to follow up with {name}.")
    return said.format(name=name)


def due_words(texts: Texts, due: date, today: date) -> str:
    """By when, as one says it: "today", "tomorrow", "Friday", a date; or how many days it is behind."""
    days = (due - today).days
    if days < 0:
        return texts.ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    if days == 0:
        return texts.pgettext("due", "today")
    if days == 1:
        return texts.pgettext("due", "tomorrow")
    if days <= DAYS_BY_NAME:
        return weekday(texts, due)
    return full_date(texts, due) if due.year != today.year else day_of_year(texts, due)


def cadence_name(texts: Texts, every_days: int) -> str:
    """How often it is due: once, or again and again."""
    if not every_days:
        return texts.pgettext("follow-up", "Only once")
    if every_days % _WEEK == 0:
        weeks = every_days // _WEEK
        return texts.ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)
    if every_days % _MONTH == 0:
        months = every_days // _MONTH
        return texts.ngettext("Every month", "Every {n} months", months).format(n=months)
    return texts.ngettext("Every day", "Every {n} days", every_days).format(n=every_days)


def _plain_task(texts: Texts, kind: FollowUpKind) -> str:
    match kind:
        case FollowUpKind.CALL:
            return texts.gettext("Call and ask how things are.")
        case FollowUpKind.NOTE:
            return texts.gettext("Write a thank-you note.")
        case FollowUpKind.BIRTHDAY_CARD:
            return texts.gettext("Give or send the birthday card.")
        case FollowUpKind.REASSURE:
            return texts.gettext("Ask if all is well with what they bought.")
        case FollowUpKind.RENEWAL:
            return texts.gettext("Ask whether to renew.")
        case FollowUpKind.RECOVERY:
            return texts.gettext("Ask whether it is right again.")
        case FollowUpKind.OTHER:
            return texts.gettext("Do what was agreed.")
