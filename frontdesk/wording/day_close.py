"""The words on the day-close slip, in the language of the counter."""

from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final

from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.paper.day_close import DayClose, DaySums, StaffDay
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date

STAFF_SHOWN: Final = 5
CALLS_SHOWN: Final = 8
_BELOW: Final = "– "
COMMAND: Final = "frontdesk verify --anchor {anchor}"


@dataclass(frozen=True, slots=True)
class SlipWords:
    """What the slip says, from its top to its bottom; `lines` are the day's figures, each with its words.

    `staff` is a table, its heading first; empty where nobody did anything. A row of it without a number
    tells of whoever stands above it what was apart from their ordinary stamps. `calls` are those for the
    manager, their heading first. `command` is typed as it stands.
    """

    title: str
    when: str
    lines: tuple[tuple[str, str], ...]
    staff: tuple[tuple[str, ...], ...]
    calls: tuple[str, ...]
    count_label: str
    hash_label: str
    purpose: str
    command: str


def slip_words(texts: Texts, close: DayClose) -> SlipWords:
    """The sentences of a slip; without an entry in the ledger there is nothing to keep yet."""
    purpose = texts.gettext(
        "Keep this slip away from the computer: it shows later whether a stamp up to this moment was changed "
        "or taken away."
    )
    nothing = texts.gettext("There are no stamps in the books yet, so there is nothing to keep.")
    return SlipWords(
        title=texts.gettext("End of the day"),
        when=_when(texts, close),
        lines=_figures(texts, close.sums),
        staff=_staff(texts, close.staff),
        calls=_calls(texts, close.calls),
        count_label=texts.gettext("Entries in the books"),
        hash_label=texts.gettext("The last of them"),
        purpose=purpose if close.anchor else nothing,
        command=COMMAND.format(anchor=close.anchor) if close.anchor else "",
    )


def _when(texts: Texts, close: DayClose) -> str:
    """Of which day, and when it was asked for: the ledger's end on it is the one of then."""
    day = full_date(texts, close.day)
    if close.asked_on is None:
        return texts.gettext("{day}, {time}").format(day=day, time=close.time)
    asked_on = full_date(texts, close.asked_on)
    return texts.gettext("{day}, printed on {later}, {time}").format(day=day, later=asked_on, time=close.time)


def _figures(texts: Texts, sums: DaySums) -> tuple[tuple[str, str], ...]:
    """What a day always has is always said; what for, and what was apart from the till, where it was."""
    always = (
        (texts.gettext("Stamps given"), sums.stamps),
        (texts.gettext("Stamps that came as a gift"), sums.gifts),
        (texts.gettext("Rewards taken"), sums.rewards),
        (texts.gettext("Stamps given as a thank-you"), sums.goodwill),
    )
    what_for = (
        (_BELOW + texts.gettext("of these, to make good what went wrong"), sums.made_good),
        (_BELOW + texts.gettext("of these, as a small surprise"), sums.surprises),
    )
    ended = (texts.gettext("Stamps that ended"), sums.expired)
    apart = (
        (texts.gettext("Complaints noted"), sums.complaints),
        (texts.gettext("Stamps for waiting tickets"), sums.claimed),
        (texts.gettext("Stamps from power-cut sheets"), sums.keyed),
        (texts.gettext("Free ones from power-cut sheets"), sums.free),
        (texts.gettext("Stamps taken over from paper cards"), sums.adopted),
    )
    figures = (*always, *filter(_any, what_for), ended, *filter(_any, apart))
    return tuple((words, str(number)) for words, number in figures)


def _any(figure: tuple[str, int]) -> bool:
    return figure[1] > 0


def _staff(texts: Texts, staff: tuple[StaffDay, ...]) -> tuple[tuple[str, ...], ...]:
    """Each with their ordinary stamps, and below what nobody need have stood at the till for."""
    if not staff:
        return ()
    heading = ("", texts.gettext("Stamps"), texts.gettext("Thank-yous"), texts.gettext("Rewards"))
    shown, rest = staff[:STAFF_SHOWN], staff[STAFF_SHOWN:]
    if rest:
        name = texts.ngettext("{n} other", "{n} others", len(rest)).format(n=len(rest))
        shown = (*shown, StaffDay(name, *map(sum, zip(*(astuple(each)[1:] for each in rest), strict=True))))
    rows = list[tuple[str, ...]]()
    for each in shown:
        rows.append((each.name, str(each.stamps), str(each.goodwill), str(each.rewards)))
        rows += _apart(texts, each)
    return (heading, *rows)


def _apart(texts: Texts, day: StaffDay) -> list[tuple[str, ...]]:
    ticket = texts.ngettext("{n} stamp for waiting tickets", "{n} stamps for waiting tickets", day.claimed)
    sheet = texts.ngettext("{n} stamp from power-cut sheets", "{n} stamps from power-cut sheets", day.keyed)
    free = texts.ngettext("{n} free one from these sheets", "{n} free ones from these sheets", day.free)
    paper = texts.ngettext("{n} stamp from paper cards", "{n} stamps from paper cards", day.adopted)
    new = texts.ngettext("{n} new customer", "{n} new customers", day.enrolled)
    said = ((ticket, day.claimed), (sheet, day.keyed), (free, day.free), (paper, day.adopted))
    return [(_BELOW + words.format(n=n),) for words, n in (*said, (new, day.enrolled)) if n]


def _calls(texts: Texts, calls: tuple[AnsweredCall, ...]) -> tuple[str, ...]:
    """Of very many the latest are named."""
    if not calls:
        return ()
    shown = calls[-CALLS_SHOWN:]
    hidden = len(calls) - len(shown)
    earlier = texts.ngettext("{n} call before these", "{n} calls before these", hidden).format(n=hidden)
    heading = texts.gettext("The manager was asked for")
    return (heading, *((earlier,) if hidden else ()), *(_call(texts, each) for each in shown))


def _call(texts: Texts, call: AnsweredCall) -> str:
    if not call.by:
        return texts.gettext("{time}: nobody answered").format(time=call.time)
    if call.minutes < 1:
        return texts.gettext("{time}: {name} within a minute").format(time=call.time, name=call.by)
    said = texts.ngettext("{time}: {name} after {n} minute", "{time}: {name} after {n} minutes", call.minutes)
    return said.format(time=call.time, name=call.by, n=call.minutes)


def saved_sentence(texts: Texts, file: Path) -> str:
    """A PDF of the slip was written."""
    return texts.gettext("The slip of today is in {file}. Print it and keep it.").format(file=file)
