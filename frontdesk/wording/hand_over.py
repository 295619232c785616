"""The words on a shift's hand-over, in the language of the counter."""

from dataclasses import dataclass, replace
from itertools import groupby

from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.team.hand_over import WENT_WRONG, HandOver
from frontdesk.texts import Texts
from frontdesk.wording.dates import clock_time, full_date
from frontdesk.wording.today import group_name, moment, task


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing to do, each in a line."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandOverWords:
    """What the page says from its top to its bottom. Without `sections` there is `nothing` to hand over."""

    title: str
    when: str
    duty: str
    sections: tuple[Section, ...]
    note: str
    nothing: str
    unnamed: str
    left_out: str = ""


def hand_over_words(texts: Texts, page: HandOver) -> HandOverWords:
    """The sentences of a page."""
    sections = tuple(
        Section(group_name(texts, kind), tuple(_line(texts, item, page) for item in items))
        for kind, items in groupby(page.items, key=lambda item: item.kind)
    )
    time = clock_time(texts, page.at, page.zone)
    return HandOverWords(
        title=texts.gettext("For the next shift"),
        when=texts.gettext("{day}, {time}").format(day=full_date(texts, page.day), time=time),
        duty=texts.gettext("Here today: {names}").format(names=", ".join(page.duty)) if page.duty else "",
        sections=sections,
        note=texts.gettext("To know: {note}").format(note=page.note) if page.note else "",
        nothing="" if sections else texts.gettext("Nothing is open. Have a good shift."),
        unnamed=texts.gettext("A name in brackets: greet them without it.") if page.unsaid else "",
        left_out=_left_out(texts, page.left_out),
    )


def more_words(texts: Texts, count: int) -> str:
    """What there was no room for."""
    return texts.ngettext("and {n} more", "and {n} more", count).format(n=count)


def _left_out(texts: Texts, count: int) -> str:
    """So that the page's count and Today's add up."""
    if not count:
        return ""
    return texts.ngettext(
        "Only in Today: {n} more, such as surprises and who is missed.",
        "Only in Today: {n} more, such as surprises and who is missed.",
        count,
    ).format(n=count)


def _said(texts: Texts, item: TodayItem, page: HandOver) -> str:
    """What to do."""
    if item.kind is TodayKind.PROMISE_DUE:  # the heading says already that it is promised
        return item.text
    if item.kind not in WENT_WRONG:
        return task(texts, item, page.day)
    if item.number:
        return texts.gettext("ask whether it is right for them now; what it was is in Today")
    return texts.gettext("something to put right; what it is, is in Today")


def _line(texts: Texts, item: TodayItem, page: HandOver) -> str:
    """Who, what to do, when, and whose it is."""
    if item.name and item.customer_id in page.unsaid:
        item = replace(item, name=texts.gettext("({name})").format(name=item.name))
    said = _said(texts, item, page)
    when = moment(texts, item, page.zone, page.at)
    if item.kind is TodayKind.STAFF_THANKS:  # its sentence names both
        return said
    owner, name = item.owner, item.name
    if name and when and owner:
        line = texts.gettext("{name}: {task} ({when}, {owner})")
    elif name and (when or owner):
        line = texts.gettext("{name}: {task} ({when})")
    elif name:
        line = texts.gettext("{name}: {task}")
    else:
        line = texts.gettext("{task} ({when})") if when or owner else "{task}"
    return line.format(name=name, task=said, when=when or owner, owner=owner)
