"""The overview in words: each figure, what it is compared with, and what fills it, in whole sentences."""

from statistics import mean

from babel.numbers import format_decimal

from frontdesk.domain.office.overview import FEW, Figure, FigureName, Overview, SlippingFigure, Told, Trend
from frontdesk.domain.office.periods import PeriodKind
from frontdesk.texts import Texts
from frontdesk.wording.dates import weekday
from frontdesk.wording.numbers import count
from frontdesk.wording.overview_names import nothing

_LONG_WAIT_S = 120


def number(texts: Texts, figure: Figure) -> str:
    """A figure as it stands on its card; a dash where too little was measured to say."""
    return _value(texts, figure.name, figure.now) or "–"


def sentence(texts: Texts, shown: Overview, figure: Figure) -> str:
    """What a figure says, and what it was before. Two sentences, each whole."""
    told = _told(texts, figure, shown.greet_within_s)
    if not shown.compared and not (figure.now.value or figure.now.of):
        return told
    return " ".join(filter(None, (told, comparison(texts, shown, figure))))


def comparison(texts: Texts, shown: Overview, figure: Figure) -> str:
    """What the figure was before; that there is too little to compare with; nothing where all is shown."""
    if shown.period.kind is PeriodKind.ALL:
        return ""
    if not shown.compared:
        if shown.span.days > 1:
            return texts.gettext("Nothing before it to compare with yet.")
        day = weekday(texts, shown.span.first)
        return texts.gettext("No {weekday} before it to compare with yet.").format(weekday=day)
    value = _before(texts, figure)
    if not value:
        return texts.gettext("Too little before it to compare with.")
    return compared_with(texts, shown, value)


def compared_with(texts: Texts, shown: Overview, value: str) -> str:
    """Of when it was `value`."""
    if shown.span.days == 1:
        return _on_weekdays(texts, shown).format(weekday=weekday(texts, shown.span.first), value=value)
    match shown.period.kind:
        case PeriodKind.THIS_WEEK:
            said = texts.gettext("Last week, up to the same day and hour, it was {value}.")
        case PeriodKind.THIS_MONTH:
            said = texts.gettext("Last month, up to the same day and hour, it was {value}.")
        case PeriodKind.FOUR_WEEKS:
            said = texts.gettext("In the 4 weeks before it was {value}.")
        case PeriodKind.TWELVE_MONTHS:
            said = texts.gettext("In the 12 months before it was {value}.")
        case _:
            said = texts.gettext("In the {n} days before it was {value}.")
    return said.format(n=shown.span.days, value=value)


def trend_name(texts: Texts, trend: Trend | None) -> str:
    """Beside a number: is it more than it was? Nothing where that cannot be said."""
    match trend:
        case Trend.MORE:
            return texts.gettext("more than before")
        case Trend.FEWER:
            return texts.gettext("fewer than before")
        case Trend.SAME:
            return texts.gettext("about as before")
    return ""


def slipping_sentence(texts: Texts, shown: Overview, told: SlippingFigure) -> str:
    """Who is missed now, and how many began to be in this time and before."""
    now = told.quiet + told.lost
    if not now:
        return texts.gettext("No regular is missed.")
    said = texts.ngettext(
        "{n} regular is missed now: {quiet} quiet, {lost} seem lost.",
        "{n} regulars are missed now: {quiet} quiet, {lost} seem lost.",
        now,
    ).format(n=count(texts, now), quiet=count(texts, told.quiet), lost=count(texts, told.lost))
    if shown.span.days == 1:
        return said
    if not told.began_before:
        began = texts.ngettext(
            "In this time {n} began to be missed.", "In this time {n} began to be missed.", told.began
        ).format(n=count(texts, told.began))
        return f"{said} {began}"
    began = texts.gettext("In this time {n} began to be missed, in the time before {before}.")
    before = count(texts, mean(told.began_before))
    return f"{said} {began.format(n=count(texts, told.began), before=before)}"


def _told(texts: Texts, figure: Figure, within_s: int) -> str:
    now = figure.now
    if figure.name is FigureName.DOOR:
        return _door(texts, now, within_s)
    if figure.name is FigureName.MOOD:
        return _mood(texts, now)
    if figure.name is FigureName.PROMISES:
        return _promises(texts, now)
    n, of = int(now.value or 0), now.of
    if not n:
        return nothing(texts, figure.name)
    said = _counted(texts, figure.name, n).format(n=count(texts, n), of=count(texts, of))
    return f"{said} {_people(texts, of)}" if figure.name is FigureName.VISITS else said


def _counted(texts: Texts, name: FigureName, n: int) -> str:
    match name:
        case FigureName.VISITS:
            return texts.ngettext("{n} visit.", "{n} visits.", n)
        case FigureName.REGULARS:
            return texts.ngettext(
                "{n} of those who came ({of}) is a regular.", "{n} of those who came ({of}) are regulars.", n
            )
        case FigureName.NEW:
            return texts.ngettext(
                "{n} person came for the first time.", "{n} people came for the first time.", n
            )
        case FigureName.RETURNING:
            return texts.ngettext(
                "{n} of those who came ({of}) had been here before this time began.",
                "{n} of those who came ({of}) had been here before this time began.",
                n,
            )
        case FigureName.STAMPS:
            return texts.ngettext("{n} stamp was given.", "{n} stamps were given.", n)
        case FigureName.REWARDS:
            return texts.ngettext("{n} reward was taken.", "{n} rewards were taken.", n)
    raise ValueError(name)


def _people(texts: Texts, n: int) -> str:
    return texts.ngettext("{n} person came.", "{n} people came.", n).format(n=count(texts, n))


def _promises(texts: Texts, now: Told) -> str:
    if not now.of:
        return nothing(texts, FigureName.PROMISES)
    return texts.ngettext(
        "{met} of {n} promise was kept in time.", "{met} of {n} promises were kept in time.", now.of
    ).format(met=count(texts, now.value or 0), n=count(texts, now.of))


def _mood(texts: Texts, now: Told) -> str:
    if not now.of:
        return nothing(texts, FigureName.MOOD)
    if now.of < FEW:
        return texts.ngettext(
            "{n} face was tapped, too few to say.", "{n} faces were tapped, too few to say.", now.of
        ).format(n=now.of)
    return texts.ngettext(
        "{n} face was tapped; the mean is {mean} of 5.",
        "{n} faces were tapped; the mean is {mean} of 5.",
        now.of,
    ).format(n=count(texts, now.of), mean=_mean_face(texts, now.value or 0.0))


def _door(texts: Texts, now: Told, within_s: int) -> str:
    if not now.of:
        return nothing(texts, FigureName.DOOR)
    if now.of < FEW:
        return texts.ngettext(
            "{n} who came in was greeted, too few to say after how long.",
            "{n} who came in were greeted, too few to say after how long.",
            now.of,
        ).format(n=now.of)
    said = texts.gettext("Half of {n} were greeted within {wait}, {met} within the {within} s that you set.")
    wait = _wait(texts, now.value or 0.0)
    return said.format(n=count(texts, now.of), wait=wait, met=count(texts, now.parts[0]), within=within_s)


def _on_weekdays(texts: Texts, shown: Overview) -> str:
    if len(shown.compared) == 1:
        if shown.is_over:
            return texts.gettext("On the {weekday} before it was {value}.")
        return texts.gettext("By this hour on the last {weekday} it was {value}.")
    if shown.is_over:
        return texts.gettext("On a {weekday} it was usually {value}.")
    return texts.gettext("By this hour on a {weekday} it was usually {value}.")


def _before(texts: Texts, figure: Figure) -> str:
    """What it was before in a word; empty where that was too little."""
    if figure.name is FigureName.PROMISES:
        kept = sum(each.value or 0 for each in figure.before)
        return _value(texts, figure.name, Told(kept, sum(each.of for each in figure.before)))
    if figure.name in (FigureName.MOOD, FigureName.DOOR):
        of = sum(each.of for each in figure.before)
        weighed = sum((each.value or 0.0) * each.of for each in figure.before)
        return _value(texts, figure.name, Told(weighed / of if of else None, of))
    return count(texts, figure.usual) if figure.usual is not None else ""


def _value(texts: Texts, name: FigureName, told: Told) -> str:
    match name:
        case FigureName.PROMISES:
            said = texts.gettext("{met} of {n}")
            return said.format(met=count(texts, told.value or 0), n=count(texts, told.of)) if told.of else ""
        case FigureName.MOOD:
            return _mean_face(texts, told.value or 0.0) if told.of >= FEW else ""
        case FigureName.DOOR:
            return _wait(texts, told.value or 0.0) if told.of >= FEW else ""
    return count(texts, told.value or 0)


def _mean_face(texts: Texts, value: float) -> str:
    return str(format_decimal(round(value, 1), format="0.0", locale=texts.language))


def _wait(texts: Texts, seconds: float) -> str:
    if seconds >= _LONG_WAIT_S:
        return texts.gettext("{n} min").format(n=round(seconds / 60))
    return texts.gettext("{n} s").format(n=round(seconds))
