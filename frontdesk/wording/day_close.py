"""The words on the day-close slip, in the language of the counter."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frontdesk.domain.day_close import DayClose, StaffDay
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date

STAFF_SHOWN: Final = 5
COMMAND: Final = "frontdesk verify --anchor {anchor}"


@dataclass(frozen=True, slots=True)
class SlipWords:
    """What the slip says, from its top to its bottom; `lines` are the day's figures, each with its words.

    `staff` is a table, its heading first; empty where nobody did anything. `command` is typed as it stands.
    """

    title: str
    when: str
    lines: tuple[tuple[str, str], ...]
    staff: tuple[tuple[str, ...], ...]
    count_label: str
    hash_label: str
    purpose: str
    command: str


def slip_words(texts: Texts, close: DayClose) -> SlipWords:
    """The sentences of a slip; without an entry in the ledger there is nothing to keep yet."""
    sums = close.sums
    figures: tuple[tuple[str, int], ...] = (
        (texts.gettext("Stamps given"), sums.stamps),
        (texts.gettext("Stamps that came as a gift"), sums.gifts),
        (texts.gettext("Rewards taken"), sums.rewards),
        (texts.gettext("Stamps given as a thank-you"), sums.goodwill),
        (texts.gettext("Stamps that ended"), sums.expired),
    )
    if sums.adopted:
        figures = (*figures, (texts.gettext("Stamps taken over from paper cards"), sums.adopted))
    purpose = texts.gettext(
        "Keep this slip away from the computer: it shows later whether a stamp up to this moment was changed "
        "or taken away."
    )
    nothing = texts.gettext("There are no stamps in the books yet, so there is nothing to keep.")
    return SlipWords(
        title=texts.gettext("End of the day"),
        when=texts.gettext("{day}, {time}").format(day=full_date(texts, close.day), time=close.time),
        lines=tuple((words, str(number)) for words, number in figures),
        staff=_staff(texts, close.staff),
        count_label=texts.gettext("Entries in the books"),
        hash_label=texts.gettext("The last of them"),
        purpose=purpose if close.anchor else nothing,
        command=COMMAND.format(anchor=close.anchor) if close.anchor else "",
    )


def _staff(texts: Texts, staff: tuple[StaffDay, ...]) -> tuple[tuple[str, ...], ...]:
    """Paper cards have a column of their own on days on which any were taken over."""
    if not staff:
        return ()
    heading = ["", texts.gettext("Stamps"), texts.gettext("Thank-yous"), texts.gettext("Rewards")]
    shown, rest = staff[:STAFF_SHOWN], staff[STAFF_SHOWN:]
    if rest:
        name = texts.ngettext("{n} other", "{n} others", len(rest)).format(n=len(rest))
        shown = (*shown, StaffDay(name, *(sum(each) for each in zip(*map(_counts, rest), strict=True))))
    columns = 4 if any(each.adopted for each in shown) else 3
    if columns == 4:
        heading.append(texts.gettext("From paper"))
    rows = ((each.name, *map(str, _counts(each)[:columns])) for each in shown)
    return (tuple(heading), *rows)


def _counts(day: StaffDay) -> tuple[int, int, int, int]:
    return day.stamps, day.goodwill, day.rewards, day.adopted


def saved_sentence(texts: Texts, file: Path) -> str:
    """A PDF of the slip was written."""
    return texts.gettext("The slip of today is in {file}. Print it and keep it.").format(file=file)
