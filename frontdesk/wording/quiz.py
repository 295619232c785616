"""The name-and-face quiz, in sentences: what is asked, whether it was right, and what a round came to."""

from collections.abc import Sequence
from datetime import date, timedelta

from frontdesk.texts import Texts
from frontdesk.wording.dates import DAYS_BY_NAME, day_of_year, weekday

_NAMED = 3
"""So many names are said; of more than one further only how many."""


def missing_sentence(texts: Texts, n: int) -> str:
    """What it takes for a quiz."""
    return texts.ngettext(
        "The quiz shows the faces of your regulars. It takes {n} more customer with a photo, who agreed to "
        "it: greet somebody, then Edit, then the photo.",
        "The quiz shows the faces of your regulars. It takes {n} more customers with a photo, who agreed to "
        "it: greet somebody, then Edit, then the photo.",
        n,
    ).format(n=n)


def verdict(texts: Texts, name: str, *, known: bool) -> str:
    if known:
        return texts.gettext("Yes, this is {name}.").format(name=name)
    return texts.gettext("This is {name}. You will see this face again.").format(name=name)


def score_sentence(texts: Texts, known: int, of: int) -> str:
    """What a round came to, kindly."""
    if known == of:
        return texts.ngettext(
            "All {n} known. They will feel it.", "All {n} known. They will feel it.", of
        ).format(n=of)
    if known:
        return texts.gettext("{known} of {n} known.").format(known=known, n=of)
    return texts.gettext("New faces, every one. Each round makes it easier.")


def again_sentence(texts: Texts, names: Sequence[str], when: date, today: date) -> str:
    """Who is asked again, and when."""
    said, n = names_in_a_row(texts, names), len(names)
    if when <= today + timedelta(days=1):
        return texts.ngettext("{names} comes again tomorrow.", "{names} come again tomorrow.", n).format(
            names=said
        )
    days = (when - today).days
    day = weekday(texts, when) if days <= DAYS_BY_NAME else day_of_year(texts, when)
    return texts.ngettext("{names} comes again: {day}.", "{names} come again: {day}.", n).format(
        names=said, day=day
    )


def names_in_a_row(texts: Texts, names: Sequence[str]) -> str:
    """Names as one says them one after the other, a long row cut short."""
    from babel.lists import format_list  # no page that opens at the start has a row of names

    said = list(names)
    if len(said) > _NAMED + 1:
        more = len(said) - _NAMED
        said[_NAMED:] = [texts.ngettext("{n} more", "{n} more", more).format(n=more)]
    return format_list(said, locale=texts.language)
