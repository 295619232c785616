"""What the overview calls its periods and figures, what each counts, and what fills one that is empty."""

from frontdesk.domain.office.overview import FigureName, Overview
from frontdesk.domain.office.periods import PeriodKind
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date, weekday


def period_name(texts: Texts, kind: PeriodKind) -> str:
    return {
        PeriodKind.TODAY: texts.pgettext("period", "Today"),
        PeriodKind.YESTERDAY: texts.pgettext("period", "Yesterday"),
        PeriodKind.THIS_WEEK: texts.pgettext("period", "This week"),
        PeriodKind.FOUR_WEEKS: texts.pgettext("period", "4 weeks"),
        PeriodKind.THIS_MONTH: texts.pgettext("period", "This month"),
        PeriodKind.TWELVE_MONTHS: texts.pgettext("period", "12 months"),
        PeriodKind.ALL: texts.pgettext("period", "All"),
        PeriodKind.DAYS: texts.pgettext("period", "From – to"),
    }[kind]


def span_words(texts: Texts, shown: Overview) -> str:
    """The days of an overview, as a heading or a saved picture has them."""
    first, last = shown.span.first, shown.span.last
    if first == last:
        return texts.gettext("{weekday}, {date}").format(
            weekday=weekday(texts, first), date=full_date(texts, first)
        )
    return texts.gettext("{first} to {last}").format(
        first=full_date(texts, first), last=full_date(texts, last)
    )


def figure_name(texts: Texts, name: FigureName) -> str:
    """The heading of a figure."""
    return {
        FigureName.VISITS: texts.gettext("Visits"),
        FigureName.REGULARS: texts.gettext("Regulars"),
        FigureName.NEW: texts.gettext("For the first time"),
        FigureName.RETURNING: texts.gettext("Known from before"),
        FigureName.SLIPPING: texts.gettext("Slipping away"),
        FigureName.STAMPS: texts.gettext("Stamps"),
        FigureName.REWARDS: texts.gettext("Rewards"),
        FigureName.PROMISES: texts.gettext("Promises kept"),
        FigureName.MOOD: texts.gettext("How they felt"),
        FigureName.DOOR: texts.gettext("Greeted at the door"),
    }[name]


def explained(texts: Texts, name: FigureName) -> str:
    """What a figure counts, for who wants to know exactly."""
    return {
        FigureName.VISITS: texts.gettext(
            "A visit is all that one person does here within half an hour: a stamp, an order, a request."
            " Visits of who left since are counted, too; lists of people are without them."
        ),
        FigureName.REGULARS: texts.gettext(
            "A regular is who has come five times or more, over two weeks at least."
        ),
        FigureName.NEW: texts.gettext(
            "Their first visit of all is in this time. Who came before there was this counter, as an import"
            " says, is not new."
        ),
        FigureName.RETURNING: texts.gettext("They came in this time, and had been here before it."),
        FigureName.SLIPPING: texts.gettext(
            "Regulars who are away for longer than is usual for them. Days on which the shop was closed do"
            " not count."
        ),
        FigureName.STAMPS: texts.gettext(
            "For what was bought, as a gift, or to make good. What was taken back is not counted."
        ),
        FigureName.REWARDS: texts.gettext("Taken for stamps. What was taken back is not counted."),
        FigureName.PROMISES: texts.gettext(
            "A promise counts in the time for which it was given. What was declined or called off does not."
        ),
        FigureName.MOOD: texts.gettext(
            "The faces of feedback cards, from 1 (bad) to 5 (very good). Answers set aside are not counted."
        ),
        FigureName.DOOR: texts.gettext(
            "From the tap when somebody came in to the tap when they were greeted. Where nobody tapped it is"
            " not noted."
        ),
    }[name]


def nothing(texts: Texts, name: FigureName) -> str:
    """That there is none, and what would fill it."""
    return {
        FigureName.VISITS: texts.gettext("Nobody came."),
        FigureName.REGULARS: texts.gettext("No regular came."),
        FigureName.NEW: texts.gettext("Nobody came for the first time."),
        FigureName.RETURNING: texts.gettext("Nobody came who had been here before this time began."),
        FigureName.STAMPS: texts.gettext("No stamp was given."),
        FigureName.REWARDS: texts.gettext("No reward was taken."),
        FigureName.PROMISES: texts.gettext(
            "No promise was due. Give a request a time, and it counts when that has come."
        ),
        FigureName.MOOD: texts.gettext("No answer came. Hand out a feedback card with F10."),
        FigureName.DOOR: texts.gettext(
            "Nobody was noted. Press Space when somebody comes in, and again when they are greeted."
        ),
    }[name]


def first_steps(texts: Texts) -> str:
    """What a shop is told in which nobody has come yet."""
    return texts.gettext(
        "Nothing to count yet. Find or add somebody at the counter and stamp their card: that is the first"
        " visit."
    )
