"""How each figure of what customers are worth is reckoned, in plain words, and the chapters' names."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from frontdesk.domain.office.worth import Ticket
from frontdesk.texts import Texts


class Chapter(StrEnum):
    """Which figures stand together."""

    COME = "COME"
    BRING = "BRING"
    GIVE = "GIVE"
    KNOW = "KNOW"


class Figure(StrEnum):
    """What is explained."""

    RETURNED = "RETURNED"
    RHYTHM = "RHYTHM"
    BROUGHT = "BROUGHT"
    TICKET = "TICKET"
    COMING = "COMING"
    OWED = "OWED"
    ON_THE_WAY = "ON_THE_WAY"
    SAVED = "SAVED"
    FACES = "FACES"


def chapter_name(texts: Texts, chapter: Chapter) -> str:
    return {
        Chapter.COME: texts.gettext("How they come"),
        Chapter.BRING: texts.gettext("What they bring"),
        Chapter.GIVE: texts.gettext("What you give them, and owe them"),
        Chapter.KNOW: texts.gettext("Whose face they know"),
    }[chapter]


def explained(texts: Texts, figure: Figure, ticket: Ticket, day: Callable[[int], str]) -> str:
    """How a figure is reckoned. `day` says when something was."""
    match figure:
        case Figure.TICKET:
            return texts.gettext(
                "Since {date}. A visit counts with the amount that was noted, or else with what was taken, "
                "at today's prices. A visit with only a stamp has no amount and is left out of the average."
            ).format(date=day(ticket.since))
        case Figure.COMING:
            return _coming(texts)
        case Figure.OWED | Figure.ON_THE_WAY | Figure.SAVED:
            return _given(texts, figure)
    return _come(texts, figure)


def _come(texts: Texts, figure: Figure) -> str:
    match figure:
        case Figure.RETURNED:
            return texts.gettext(
                "Counted are those whose first visit was at most a year and two months ago, and at least "
                "two months: whoever is newer still has time. A second visit on the same day is not coming "
                "again. The list shows those who did not."
            )
        case Figure.RHYTHM:
            return texts.gettext(
                "A regular has come five times or more, over at least two weeks, and within the last year. "
                "The days from the first visit to the last are divided by the visits. The list begins with "
                "those who come most often."
            )
        case Figure.BROUGHT:
            return texts.gettext(
                "As it was noted at the counter who brought whom. Whoever came three times or more is "
                "taken to stay."
            )
        case Figure.FACES:
            return texts.gettext(
                "Regulars of whose visits in the last year one of you served more than half. Let others "
                "greet them, too: who knows only one face leaves with it."
            )
    raise ValueError(figure)


def _coming(texts: Texts) -> str:
    return texts.gettext(
        "How often each regular has come, and how long they have been away, says how often they are likely "
        "to come, and how likely it is that they still do. That is multiplied by what a visit of theirs "
        "brings; where little is known of it, by what a visit brings in your shop. One in four will bring "
        "less than the first amount, and one in four more than the second. The sum of all is told as a "
        "fifth less to a fifth more. Nobody can know it: read it as weather, not as a bill."
    )


def _given(texts: Texts, figure: Figure) -> str:
    match figure:
        case Figure.OWED:
            return texts.gettext(
                "Every reward that could be taken today, at the price of what it gives. Where it may be "
                "one of several things, at what such rewards were worth lately, or else at the middle of "
                "their prices. Whoever left keeps what they earned: it is counted, and not listed. Passes "
                "are paid for, and not counted."
            )
        case Figure.ON_THE_WAY:
            return texts.gettext(
                "The stamps on all cards that do not make up a reward yet, each at its share of the "
                "nearest reward. Many of these cards will never be full: it is the most that may come, not "
                "what will."
            )
        case Figure.SAVED:
            return texts.gettext(
                "The rewards that were taken and not undone, at what they were worth on that day. It is "
                "what your customers saved with you: tell them. The list begins with those who saved most."
            )
    raise ValueError(figure)


def step_names(texts: Texts) -> tuple[str, ...]:
    """How often people come, from nearly each day on: one for each step, and one for less than all."""
    return (
        texts.gettext("Nearly every day"),
        texts.gettext("Some days each week"),
        texts.gettext("About once a week"),
        texts.gettext("About every two weeks"),
        texts.gettext("Less often"),
    )
