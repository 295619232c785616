"""Today's list in words: the groups, what to do as a whole sentence, and when."""

from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.surprises import FILLS_THE_CARD, LOOKED_BACK_WEEKS
from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.texts import Texts
from frontdesk.wording.dates import day as day_words
from frontdesk.wording.dates import day_of_year, overdue, promise, weekday
from frontdesk.wording.follow_ups import due_words, follow_up_task
from frontdesk.wording.playbooks import situation_name
from frontdesk.wording.response_news import answer_task


def group_name(texts: Texts, kind: TodayKind) -> str:
    """The heading over the items of a kind."""
    match kind:
        case TodayKind.RECOVERY:
            return texts.pgettext("today", "Put right")
        case TodayKind.UPSET_EXPECTED:
            return texts.pgettext("today", "Upset, and may come in today")
        case TodayKind.PROMISE_DUE:
            return texts.pgettext("today", "Promised")
        case TodayKind.RESPONSE:
            return texts.pgettext("today", "Answers to acknowledge")
        case TodayKind.PASS_NOT_RENEWED:
            return texts.pgettext("today", "Passes that were not renewed")
        case TodayKind.FOLLOW_UP:
            return texts.pgettext("today", "To follow up")
        case TodayKind.FIRST_DAY:
            return texts.pgettext("today", "New: reassure them")
        case TodayKind.BIRTHDAY:
            return texts.pgettext("today", "Birthdays")
        case TodayKind.ANNIVERSARY:
            return texts.pgettext("today", "Years with us")
        case TodayKind.GONE_QUIET:
            return texts.pgettext("today", "Missed")
        case TodayKind.SURPRISE:
            return texts.pgettext("today", "A small surprise")
        case TodayKind.STAFF_THANKS:
            return texts.pgettext("today", "Thanks to pass on")
        case TodayKind.STAFF_REQUEST:
            return texts.pgettext("today", "Asked of the manager")


def task(texts: Texts, item: TodayItem, today: date) -> str:
    """What to do, as a sentence; what a person typed stays as typed."""
    match item.kind:
        case TodayKind.RECOVERY | TodayKind.UPSET_EXPECTED:
            return _upset(texts, item)
        case TodayKind.PROMISE_DUE:
            return texts.gettext("Promised: {what}").format(what=item.text)
        case TodayKind.RESPONSE:
            return answer_task(texts, item)
        case TodayKind.PASS_NOT_RENEWED:
            return _not_renewed(texts, item)
        case TodayKind.FOLLOW_UP:
            return follow_up_task(texts, FollowUpKind(item.about), item.text)
        case TodayKind.FIRST_DAY:
            return _first_day(texts, item, today)
        case TodayKind.BIRTHDAY:
            return _birthday(texts, item, today)
        case TodayKind.ANNIVERSARY:
            return _anniversary(texts, item, today)
        case TodayKind.GONE_QUIET:
            return _missed(texts, item.number)
        case TodayKind.SURPRISE:
            return _surprise(texts, item)
        case TodayKind.STAFF_THANKS:
            return _thanks(texts, item)
        case TodayKind.STAFF_REQUEST:
            return texts.gettext("{name} asks something of the manager.").format(name=item.name)


def moment(texts: Texts, item: TodayItem, zone: ZoneInfo, now: int) -> str:
    """When it is due or happened, in a few words; empty where the task says it or no time matters."""
    match item.kind:
        case TodayKind.PROMISE_DUE if item.at is not None:
            late = item.is_late(now)
            return overdue(texts, item.at, now) if late else promise(texts, item.at, zone, now)
        case TodayKind.FOLLOW_UP:
            return due_words(texts, item.day, day_at(now, zone))
        case TodayKind.RECOVERY | TodayKind.RESPONSE | TodayKind.STAFF_THANKS | TodayKind.STAFF_REQUEST if (
            item.at is not None
        ):
            return day_words(texts, item.at, zone, now)
    return ""


def beware(texts: Texts, item: TodayItem) -> str:
    """What to mind with this person; empty for most."""
    if item.about == QUIETLY:
        return texts.gettext("Does not want to be greeted by name.")
    return ""


def todo_sentence(texts: Texts, count: int, pressing: int) -> str:
    """How much there is to do, and how much of it presses."""
    if not pressing:
        return texts.ngettext("{n} thing to do.", "{n} things to do.", count).format(n=count)
    return texts.ngettext(
        "{n} thing to do, {pressing} of them now.",
        "{n} things to do, {pressing} of them now.",
        count,
    ).format(n=count, pressing=pressing)


def _upset(texts: Texts, item: TodayItem) -> str:
    what = item.text or situation_name(texts, item.about)
    if item.kind is TodayKind.UPSET_EXPECTED and not item.number:
        return texts.gettext("Likely to come in. Say first that you know: {what}").format(what=what)
    if item.number:
        return texts.gettext("This was put right. Ask whether it is right for them now: {what}").format(
            what=what
        )
    return texts.gettext("Put this right: {what}").format(what=what)


def _not_renewed(texts: Texts, item: TodayItem) -> str:
    ended = day_of_year(texts, item.day)
    if not item.text:
        return texts.gettext("Not renewed since {date}. Call today.").format(date=ended)
    return texts.gettext("{what}: not renewed since {date}. Call today.").format(what=item.text, date=ended)


def _first_day(texts: Texts, item: TodayItem, today: date) -> str:
    if item.day >= today:
        return texts.gettext("Here for the first time today. Give them something to take home.")
    if item.number == 1:
        return texts.gettext("Was here for the first time yesterday. Ask if all is well.")
    return texts.gettext("Was here for the first time on {weekday}. Ask if all is well.").format(
        weekday=weekday(texts, item.day)
    )


def _birthday(texts: Texts, item: TodayItem, today: date) -> str:
    days = (item.day - today).days
    if days == 0:
        return texts.gettext("It is their birthday today. Give them a card.")
    if days == 1:
        return texts.gettext("Their birthday is tomorrow. Have a card ready.")
    if days < 0:
        return texts.gettext("Their birthday was yesterday. A card still pleases.")
    return texts.gettext("Their birthday is on {weekday}. Have a card ready.").format(
        weekday=weekday(texts, item.day)
    )


def _anniversary(texts: Texts, item: TodayItem, today: date) -> str:
    if item.day <= today:
        said = texts.ngettext(
            "Has been coming for {n} year today. Say thank you.",
            "Has been coming for {n} years today. Say thank you.",
            item.number,
        )
        return said.format(n=item.number)
    said = texts.ngettext(
        "Will have been coming for {n} year on {weekday}. Have a card ready.",
        "Will have been coming for {n} years on {weekday}. Have a card ready.",
        item.number,
    )
    return said.format(n=item.number, weekday=weekday(texts, item.day))


def _missed(texts: Texts, days: int) -> str:
    return texts.ngettext(
        "Not here for {n} day, longer than usual. Call and ask how things are.",
        "Not here for {n} days, longer than usual. Call and ask how things are.",
        days,
    ).format(n=days)


def _surprise(texts: Texts, item: TodayItem) -> str:
    if item.about == FILLS_THE_CARD:
        said = texts.ngettext(
            "Came {n} time in {weeks} weeks, and may come today. One stamp as a surprise fills the card.",
            "Came {n} times in {weeks} weeks, and may come today. One stamp as a surprise fills the card.",
            item.number,
        )
    else:
        said = texts.ngettext(
            "Came {n} time in {weeks} weeks, and may come today. Give a stamp that nobody promised.",
            "Came {n} times in {weeks} weeks, and may come today. Give a stamp that nobody promised.",
            item.number,
        )
    return said.format(n=item.number, weeks=LOOKED_BACK_WEEKS)


def _thanks(texts: Texts, item: TodayItem) -> str:
    if item.name and item.text:
        said = texts.gettext("{name} thanked {member}: {words}")
    elif item.name:
        said = texts.gettext("{name} thanked {member}. Pass it on.")
    elif item.text:
        said = texts.gettext("A customer thanked {member}: {words}")
    else:
        said = texts.gettext("A customer thanked {member}. Pass it on.")
    return said.format(name=item.name, member=item.owner, words=item.text)
