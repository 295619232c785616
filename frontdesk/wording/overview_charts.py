"""The small pictures of the overview: steps and parts with their names, and the numbers as they are read."""

from collections.abc import Callable
from datetime import date

from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.office.charts import ChartData, ChartPoint, Shape
from frontdesk.domain.office.overview import FEW, Figure, FigureName, Overview, SlippingFigure, Told
from frontdesk.domain.office.periods import Part, PeriodKind, Step
from frontdesk.texts import Texts
from frontdesk.wording.dates import (
    day_of_year,
    month_of_year,
    short_date,
    short_month,
    short_weekday,
    time_of_day,
    weekday,
)
from frontdesk.wording.numbers import count
from frontdesk.wording.overview_names import figure_name, span_words
from frontdesk.wording.questions import mood_name

_A_WEEK = 7


def chart(texts: Texts, shown: Overview, figure: Figure) -> ChartData:
    """A figure as a picture: how it went step by step, or what it is a part of."""
    if figure.course:
        return _course(texts, shown, figure)
    if figure.name is FigureName.MOOD:
        return _faces(texts, shown, figure.now)
    return _shares(texts, shown, figure.name, _parts(texts, shown, figure))


def slipping_chart(texts: Texts, shown: Overview, told: SlippingFigure) -> ChartData:
    parts = [(texts.gettext("Quiet"), told.quiet), (texts.gettext("Seem lost"), told.lost)]
    return _shares(texts, shown, FigureName.SLIPPING, parts)


def _shares(texts: Texts, shown: Overview, name: FigureName, parts: list[tuple[str, int]]) -> ChartData:
    return ChartData(
        Shape.SHARES,
        figure_name(texts, name),
        texts.gettext("Which"),
        texts.gettext("How many"),
        tuple(ChartPoint(label, value, count(texts, value)) for label, value in parts),
        period=span_words(texts, shown),
    )


def _parts(texts: Texts, shown: Overview, figure: Figure) -> list[tuple[str, int]]:
    value, of = int(figure.now.value or 0), figure.now.of
    match figure.name:
        case FigureName.REGULARS:
            return [(texts.gettext("Regulars"), value), (texts.gettext("Others"), of - value)]
        case FigureName.RETURNING:
            first = texts.gettext("First time")
            return [(texts.gettext("Again"), value), (first, of - value)]
        case FigureName.PROMISES:
            return [(texts.gettext("Kept"), value), (texts.gettext("Not kept"), of - value)]
        case FigureName.DOOR:
            names = (
                texts.gettext("Within {n} s").format(n=shown.greet_within_s),
                texts.gettext("Later"),
                texts.gettext("Not noted"),
            )
            return list(zip(names, figure.now.parts, strict=True))
    raise ValueError(figure.name)


def _faces(texts: Texts, shown: Overview, now: Told) -> ChartData:
    """From bad to very good; of too few there is no picture."""
    faces = zip(Mood, now.parts if now.of >= FEW else (), strict=False)
    return ChartData(
        Shape.BARS,
        figure_name(texts, FigureName.MOOD),
        texts.gettext("Face"),
        texts.gettext("How many"),
        tuple(ChartPoint(mood_name(texts, mood), n, count(texts, n)) for mood, n in faces),
        period=span_words(texts, shown),
    )


def _course(texts: Texts, shown: Overview, figure: Figure) -> ChartData:
    label, name = _namer(texts, shown)
    points = []
    for place, (part, value) in enumerate(zip(shown.parts, figure.course, strict=True)):
        before = figure.course_before[place] if place < len(figure.course_before) else None
        points.append(
            ChartPoint(
                label(part),
                value,
                count(texts, value) if value is not None else "",
                before,
                count(texts, before) if before is not None else "",
                name(part),
            )
        )
    if shown.step is Step.HOUR:
        points = _while_open(points)
    return ChartData(
        Shape.BARS,
        figure_name(texts, figure.name),
        _step_name(texts, shown.step),
        figure_name(texts, figure.name),
        tuple(points),
        before=_before_name(texts, shown) if figure.course_before else "",
        period=span_words(texts, shown),
    )


def _while_open(points: list[ChartPoint]) -> list[ChartPoint]:
    """The hours between the first and the last in which anything was: a night of nothing tells nothing."""
    busy = [place for place, point in enumerate(points) if point.value or point.before]
    return points[busy[0] : busy[-1] + 1] if busy else []


def _namer(texts: Texts, shown: Overview) -> tuple[Callable[[Part], str], Callable[[Part], str]]:
    """What stands below a bar, and what the table says instead."""

    def hour(part: Part) -> str:
        return time_of_day(texts, part.hour * 60)

    def dated(part: Part) -> str:
        said = texts.gettext("{weekday}, {date}")
        return said.format(weekday=weekday(texts, part.day), date=day_of_year(texts, part.day))

    def of_day(write: Callable[[Texts, date], str]) -> Callable[[Part], str]:
        return lambda part: write(texts, part.day)

    match shown.step:
        case Step.HOUR:
            return hour, hour
        case Step.DAY:
            return of_day(short_weekday if shown.span.days <= _A_WEEK else short_date), dated
        case Step.WEEK:
            week = texts.gettext("From {day}")
            return of_day(short_date), lambda part: week.format(day=day_of_year(texts, part.day))
        case Step.MONTH:
            return of_day(short_month), of_day(month_of_year)
        case Step.QUARTER:
            quarter = texts.gettext("From {month}")
            return of_day(month_of_year), lambda part: quarter.format(month=month_of_year(texts, part.day))
        case Step.YEAR:
            return (lambda part: str(part.day.year)), (lambda part: str(part.day.year))


def _step_name(texts: Texts, step: Step) -> str:
    return {
        Step.HOUR: texts.gettext("Hour"),
        Step.DAY: texts.gettext("Day"),
        Step.WEEK: texts.gettext("Week"),
        Step.MONTH: texts.gettext("Month"),
        Step.QUARTER: texts.gettext("Quarter"),
        Step.YEAR: texts.gettext("Year"),
    }[step]


def _before_name(texts: Texts, shown: Overview) -> str:
    """What the hatched bars are."""
    if shown.span.days == 1:
        day = weekday(texts, shown.span.first)
        if len(shown.compared) == 1:
            return texts.gettext("The {weekday} before").format(weekday=day)
        return texts.gettext("A usual {weekday}").format(weekday=day)
    match shown.period.kind:
        case PeriodKind.THIS_WEEK:
            return texts.gettext("Last week")
        case PeriodKind.THIS_MONTH:
            return texts.gettext("Last month")
    return texts.gettext("Before")
