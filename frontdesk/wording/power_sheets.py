"""The words on a power-cut sheet, and what is said when it is keyed in; in the language of the counter."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from frontdesk.domain.days import day_at
from frontdesk.domain.paper.power_sheets import (
    GOES_STALE,
    Free,
    KeyedLine,
    KeyedOutcome,
    KeyedSum,
    PowerSheet,
    SheetRow,
)
from frontdesk.texts import Texts
from frontdesk.wording.dates import clock_time, full_date


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What the sheet says, from its top to its bottom; `columns` are the headings of its table."""

    title: str
    number: str
    printed: str
    how: str
    columns: tuple[str, ...]
    ready: str
    keying: str
    unnamed: str


def paper_words(texts: Texts, sheet: PowerSheet, zone: ZoneInfo) -> PaperWords:
    """The sentences of a sheet."""
    printed, stale = day_at(sheet.made_at, zone), day_at(sheet.made_at + GOES_STALE, zone)
    return PaperWords(
        title=texts.gettext("When the power is out"),
        number=texts.gettext("Sheet {n}").format(n=sheet.number),
        printed=texts.gettext("Printed on {day}, {time}. Print a new one by {stale}.").format(
            day=full_date(texts, printed),
            time=clock_time(texts, sheet.made_at, zone),
            stale=full_date(texts, stale),
        ),
        how=texts.gettext(
            "For each visit: write the time, tick a box for each stamp, and the circle for a free one. "
            "Not on the list, or here again? Write the name on an empty line."
        ),
        columns=(
            texts.gettext("No."),
            texts.gettext("Name"),
            texts.gettext("Has"),
            texts.gettext("Time"),
            texts.gettext("Stamps"),
            texts.gettext("Free one"),
        ),
        ready=texts.gettext("free one ready"),
        keying=texts.gettext(
            "When the power is back: open the menu, then “Power-cut sheet”, choose this sheet, and key in "
            "each line: its number, the time, the stamps."
        ),
        unnamed=""
        if all(row.by_name for row in sheet.rows)
        else texts.gettext("A name in brackets: greet them without it."),
    )


def name_on_paper(texts: Texts, row: SheetRow) -> str:
    """Who a line is of; in brackets who is not to be called by name, for paper has no other way to say so."""
    return row.name if row.by_name else texts.gettext("({name})").format(name=row.name)


def page_words(texts: Texts, page: int, pages: int) -> str:
    """Which page it is; nothing on the only one."""
    if pages == 1:
        return ""
    return texts.gettext("Page {page} of {pages}").format(page=page, pages=pages)


def has_words(texts: Texts, stamps: int, goal: int) -> str:
    """What a card had when the sheet was printed; what is above the goal is only counted."""
    if not goal or stamps > goal:
        return str(stamps)
    return texts.gettext("{n} of {goal}").format(n=stamps, goal=goal)


# --- keying it in ---


def sum_sentence(texts: Texts, found: KeyedSum) -> str:
    """What was keyed in so far adds up to."""
    if found.open:
        said = texts.gettext(
            "Stamps: {stamps}. People: {people}. Given free: {free}. Free ones still open: {open}."
        )
    else:
        said = texts.gettext("Stamps: {stamps}. People: {people}. Given free: {free}.")
    return said.format(stamps=found.stamps, people=found.people, free=found.free, open=found.open)


def keyed_sentence(texts: Texts, outcome: KeyedOutcome, zone: ZoneInfo) -> str:
    """What came of a line, just now or before."""
    line = outcome.line
    if line is None:
        return texts.gettext("Taken back. The line can be keyed in anew.")
    time = clock_time(texts, line.came_at, zone)
    if outcome.repeated:
        return texts.gettext("Line {line} at {time} is keyed in already. Nothing was given twice.").format(
            line=line.line, time=time
        )
    if line.free is Free.OPEN:
        return texts.gettext(
            "{name}, {time}: noted. The card has no free one to give now; it waits for the manager."
        ).format(name=line.name, time=time)
    stands = has_words(texts, outcome.card.balance, outcome.card.goal)
    return texts.gettext("{name}, {time}: keyed in. The card has {stands}.").format(
        name=line.name, time=time, stands=stands
    )


def line_words(texts: Texts, line: KeyedLine) -> str:
    """What a line that was keyed in gave."""
    said = [texts.ngettext("{n} stamp", "{n} stamps", line.earned).format(n=line.earned)]
    if line.earned < line.stamps:
        said.append(
            texts.gettext("{n} ticked, the rest was over what a visit or a day gives").format(n=line.stamps)
        )
    free = free_words(texts, line.free)
    parts = [free, *said] if line.free is Free.OPEN else [*said, free]  # what asks for an act comes first
    return " · ".join(filter(None, parts))


def free_words(texts: Texts, free: Free) -> str:
    """What became of a free one; empty where there was none."""
    match free:
        case Free.TAKEN:
            return texts.gettext("free one taken")
        case Free.LET_BE:
            return texts.gettext("free one on the house")
        case Free.OPEN:
            return texts.gettext("free one still open")
        case Free.NONE:
            return ""
