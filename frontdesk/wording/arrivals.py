"""The door in words: who waits for how long, who was greeted, and what a week of that comes to."""

from frontdesk.domain.regulars.arrivals import Arrival, Greetings
from frontdesk.texts import Texts


def stopwatch(milliseconds: int) -> str:
    """Minutes and seconds as a watch shows them, such as 0:12."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def waiting_line(texts: Texts, count: int, milliseconds: int, *, long: bool) -> str:
    """How many wait, and how long the first of them; a wait that is `long` says so in words, too."""
    if long:
        said = texts.ngettext("{n} still waiting · {time}", "{n} still waiting · {time}", count)
    else:
        said = texts.ngettext("{n} waiting · {time}", "{n} waiting · {time}", count)
    return said.format(n=count, time=stopwatch(milliseconds))


def greeted_line(texts: Texts, arrival: Arrival) -> str:
    """Who greeted them, and how soon where that was measured."""
    after = arrival.greeted_after()
    if after is None:
        return texts.gettext("{name} greeted them.").format(name=arrival.greeter)
    return texts.gettext("{name} greeted them after {time}.").format(
        name=arrival.greeter, time=stopwatch(after)
    )


def week_line(texts: Texts, week: Greetings, within_s: int) -> str:
    """What the last seven days came to; empty where nobody came in."""
    if week.median_s is None or week.in_time is None:
        return _not_noted(texts, week.not_noted) if week.not_noted else ""
    said = texts.gettext(
        "In the last seven days half were greeted within {median} seconds, and {share}% within {within}."
    ).format(median=round(week.median_s), share=round(week.in_time * 100), within=within_s)
    return f"{said} {_not_noted(texts, week.not_noted)}" if week.not_noted else said


def _not_noted(texts: Texts, count: int) -> str:
    return texts.ngettext("{n} greeting was not noted.", "{n} greetings were not noted.", count).format(
        n=count
    )
