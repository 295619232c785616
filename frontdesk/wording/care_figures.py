"""Every figure of how the shop cares for its people as a whole sentence, and what would fill an empty one."""

from typing import Final

from frontdesk.domain.care.care_figures import CareFigure, FigureKind, Unit
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.contact_points import ContactPoint, Gap, Shortfall
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.people.facts import Reason
from frontdesk.domain.people.leaving import LeavingReason
from frontdesk.domain.regulars.absences import AwayReason
from frontdesk.texts import Texts
from frontdesk.wording import facts, leaving, requests, slipping
from frontdesk.wording.contact_points import contact_point_name
from frontdesk.wording.numbers import count
from frontdesk.wording.response_figures import answered_share

CHAPTERS: Final = (
    (FigureKind.PROMISES_KEPT, FigureKind.PROMISES_EARLY, FigureKind.PRICES_KEPT),
    (FigureKind.DECLINED, FigureKind.ASKED_AGAIN),
    (FigureKind.COMPLAINTS, FigureKind.PUT_RIGHT),
    (FigureKind.ANSWERED_HAPPY, FigureKind.ACKNOWLEDGED),
    (FigureKind.GREETED_IN_TIME, FigureKind.GREETED_AFTER, FigureKind.GREETING_NOT_NOTED),
    (
        FigureKind.QUIET,
        FigureKind.LOST,
        FigureKind.WHY_AWAY,
        FigureKind.CAME_BACK,
        FigureKind.SAID_FINE,
    ),
    (FigureKind.WHY_THEY_COME,),
    (FigureKind.CONTACT_POINT,),
    (FigureKind.LEFT, FigureKind.NOT_RENEWED),
)
"""Which figures stand together."""


def span_name(texts: Texts, span: CareSpan) -> str:
    match span:
        case CareSpan.THIS_WEEK:
            return texts.gettext("This week")
        case CareSpan.FOUR_WEEKS:
            return texts.gettext("Four weeks")
        case CareSpan.THREE_MONTHS:
            return texts.gettext("Three months")
        case CareSpan.SINCE_OPENING:
            return texts.gettext("Since opening")


def chapter_name(texts: Texts, first: FigureKind) -> str:
    """The heading over the figures that stand together, by the first of them."""
    return {
        FigureKind.PROMISES_KEPT: texts.gettext("What we promised"),
        FigureKind.DECLINED: texts.gettext("What we could not do, and what is asked for again"),
        FigureKind.COMPLAINTS: texts.gettext("When something went wrong"),
        FigureKind.ANSWERED_HAPPY: texts.gettext("What they answer when we ask"),
        FigureKind.GREETED_IN_TIME: texts.gettext("At the door"),
        FigureKind.QUIET: texts.gettext("Who no longer comes"),
        FigureKind.WHY_THEY_COME: texts.gettext("Why they come"),
        FigureKind.CONTACT_POINT: texts.gettext("Where expected and received part"),
        FigureKind.LEFT: texts.gettext("Who left"),
    }[first]


def figure_sentence(texts: Texts, figure: CareFigure) -> str:
    """What a figure says. It has something to measure."""
    if figure.unit is Unit.SHARE:
        met = round((figure.value or 0) * figure.of)
        share = round((figure.value or 0) * 100)
        return _share(texts, figure).format(n=count(texts, figure.of), met=count(texts, met), share=share)
    n, about = round(figure.value or 0), about_name(texts, figure)
    if figure.kind is FigureKind.LEFT and about:
        said = texts.ngettext("{n} left: {about}.", "{n} left: {about}.", n)
    else:
        said = _count(texts, figure.kind, n)
    return said.format(n=count(texts, n), of=count(texts, figure.of), about=about)


def about_name(texts: Texts, figure: CareFigure) -> str:
    """The reason, the place or the wish that a figure is about; empty where it is about none."""
    if not figure.about and figure.kind is not FigureKind.DECLINED:
        return ""
    match figure.kind:
        case FigureKind.DECLINED:
            reason = DeclineReason(figure.about or DeclineReason.OTHER)
            return requests.decline_reason_name(texts, reason)
        case FigureKind.WHY_AWAY:
            return slipping.away_reason_name(texts, AwayReason(figure.about))
        case FigureKind.WHY_THEY_COME:
            return facts.reason_name(texts, Reason(figure.about))
        case FigureKind.CONTACT_POINT:
            return contact_point_name(texts, ContactPoint(figure.about))
        case FigureKind.LEFT:
            return leaving.reason_name(texts, LeavingReason(figure.about))
    return figure.about


def gap_sentence(texts: Texts, gap: Gap) -> str:
    """How much of what was expected at a point of contact was not received, and in what way."""
    point = contact_point_name(texts, gap.point)
    if not gap.unmet:
        return texts.ngettext(
            "{point}: the one thing that was expected was received.",
            "{point}: all {n} things that were expected were received.",
            gap.expected,
        ).format(point=point, n=gap.expected)
    ways = ", ".join(_shortfall(texts, way, n) for way, n in gap.ways)
    return texts.ngettext(
        "{point}: of {n} thing that was expected, {unmet} was not received ({ways}).",
        "{point}: of {n} things that were expected, {unmet} were not received ({ways}).",
        gap.expected,
    ).format(point=point, n=gap.expected, unmet=gap.unmet, ways=ways)


def nothing_sentence(texts: Texts, first: FigureKind) -> str:
    """What is said where a chapter has nothing to measure yet, and what would fill it."""
    return {
        FigureKind.PROMISES_KEPT: texts.gettext(
            "Nothing to measure yet. Give a request a time, and it is counted when that time has come."
        ),
        FigureKind.DECLINED: texts.gettext("Nothing was declined, and nothing was asked for three times."),
        FigureKind.COMPLAINTS: texts.gettext(
            "No complaint was noted. Most people say nothing and stay away: ask how it was, and note what "
            "they say."
        ),
        FigureKind.ANSWERED_HAPPY: texts.gettext(
            "No answer came back yet. Hand out a feedback card with F10."
        ),
        FigureKind.GREETED_IN_TIME: texts.gettext(
            "Nothing to measure yet. Press Space when somebody comes in, and once more when they are greeted."
        ),
        FigureKind.QUIET: texts.gettext(
            "Nobody is missed. Whoever comes regularly and then does not is counted here."
        ),
        FigureKind.WHY_THEY_COME: texts.gettext(
            "Nothing to measure yet. Ask a regular why they come, and note it under what is known of them."
        ),
        FigureKind.CONTACT_POINT: texts.gettext(
            "Nothing to measure yet. Tap on a request or a complaint where in the visit it belongs."
        ),
        FigureKind.LEFT: texts.gettext("Nobody left, and no pass ran out."),
    }[first]


def _share(texts: Texts, figure: CareFigure) -> str:
    """A sentence of {n}, of which {met} did, which is {share} percent."""
    match figure.kind:
        case FigureKind.PROMISES_KEPT | FigureKind.PROMISES_EARLY | FigureKind.PRICES_KEPT:
            return _promised(texts, figure)
        case FigureKind.PUT_RIGHT:
            return texts.ngettext(
                "Of {n} complaint, {met} is right again, as the customer says ({share} %).",
                "Of {n} complaints, {met} are right again, as the customers say ({share} %).",
                figure.of,
            )
        case FigureKind.GREETED_IN_TIME:
            return texts.ngettext(
                "Of {n} person who came in, {met} was greeted in time ({share} %).",
                "Of {n} people who came in, {met} were greeted in time ({share} %).",
                figure.of,
            )
        case FigureKind.ANSWERED_HAPPY | FigureKind.ACKNOWLEDGED | FigureKind.SAID_FINE:
            return answered_share(texts, figure)
        case FigureKind.CAME_BACK:
            return _came_back(texts, figure)
        case FigureKind.NOT_RENEWED:
            return texts.ngettext(
                "Of {n} pass that ran out, {met} was not renewed ({share} %).",
                "Of {n} passes that ran out, {met} were not renewed ({share} %).",
                figure.of,
            )
    raise ValueError(figure.kind)


def _promised(texts: Texts, figure: CareFigure) -> str:
    match figure.kind:
        case FigureKind.PROMISES_KEPT:
            return texts.ngettext(
                "Of {n} promise, {met} was kept ({share} %).",
                "Of {n} promises, {met} were kept ({share} %).",
                figure.of,
            )
        case FigureKind.PROMISES_EARLY:
            return texts.ngettext(
                "Of {n} promise with a time to aim for, {met} was done by that time ({share} %).",
                "Of {n} promises with a time to aim for, {met} were done by that time ({share} %).",
                figure.of,
            )
        case FigureKind.PRICES_KEPT:
            return texts.ngettext(
                "Of {n} price that was told beforehand, {met} was kept ({share} %).",
                "Of {n} prices that were told beforehand, {met} were kept ({share} %).",
                figure.of,
            )
    raise ValueError(figure.kind)


def _came_back(texts: Texts, figure: CareFigure) -> str:
    """Of those who were missed and heard from us, which `about` says, or who heard nothing."""
    if figure.about:
        return texts.ngettext(
            "Of {n} regular who was missed and heard from us, {met} came back ({share} %).",
            "Of {n} regulars who were missed and heard from us, {met} came back ({share} %).",
            figure.of,
        )
    return texts.ngettext(
        "Of {n} regular who was missed and heard nothing, {met} came back ({share} %).",
        "Of {n} regulars who were missed and heard nothing, {met} came back ({share} %).",
        figure.of,
    )


def _count(texts: Texts, kind: FigureKind, n: int) -> str:
    """A sentence of a count {n}, of {of}, that is about {about}."""
    match kind:
        case FigureKind.DECLINED:
            return texts.ngettext(
                "{n} request was declined: {about}.", "{n} requests were declined: {about}.", n
            )
        case FigureKind.ASKED_AGAIN:
            return texts.ngettext("Asked for {n} time: {about}.", "Asked for {n} times: {about}.", n)
        case FigureKind.COMPLAINTS:
            return texts.ngettext("{n} complaint was noted.", "{n} complaints were noted.", n)
        case FigureKind.GREETED_AFTER:
            return texts.ngettext(
                "Half of them were greeted within {n} second.",
                "Half of them were greeted within {n} seconds.",
                n,
            )
        case FigureKind.GREETING_NOT_NOTED:
            return texts.ngettext(
                "Of {n} more person who came in, nobody noted the greeting.",
                "Of {n} more people who came in, nobody noted the greeting.",
                n,
            )
        case FigureKind.QUIET | FigureKind.LOST | FigureKind.WHY_AWAY:
            return _away(texts, kind, n)
        case FigureKind.WHY_THEY_COME:
            return texts.ngettext(
                "{about}: {n} of the {of} who were asked.", "{about}: {n} of the {of} who were asked.", n
            )
        case FigureKind.CONTACT_POINT:
            return texts.ngettext("{about}: {n} request.", "{about}: {n} requests.", n)
        case FigureKind.LEFT:
            return texts.ngettext("{n} customer left.", "{n} customers left.", n)
    raise ValueError(kind)


def _away(texts: Texts, kind: FigureKind, n: int) -> str:
    match kind:
        case FigureKind.QUIET:
            return texts.ngettext(
                "{n} regular is quiet: longer away than usual, but not for so long that it seems lost.",
                "{n} regulars are quiet: longer away than usual, but not for so long that they seem lost.",
                n,
            )
        case FigureKind.LOST:
            return texts.ngettext(
                "{n} regular seems lost: away for so long that few come back by themselves.",
                "{n} regulars seem lost: away for so long that few come back by themselves.",
                n,
            )
        case FigureKind.WHY_AWAY:
            return texts.ngettext("{n} stayed away: {about}.", "{n} stayed away: {about}.", n)
    raise ValueError(kind)


def _shortfall(texts: Texts, way: Shortfall, n: int) -> str:
    match way:
        case Shortfall.LATE:
            return texts.ngettext("{n} late", "{n} late", n).format(n=n)
        case Shortfall.OVER_PRICE:
            return texts.ngettext("{n} dearer than told", "{n} dearer than told", n).format(n=n)
        case Shortfall.DECLINED:
            return texts.ngettext("{n} declined", "{n} declined", n).format(n=n)
        case Shortfall.COMPLAINT:
            return texts.ngettext("{n} complaint", "{n} complaints", n).format(n=n)
        case Shortfall.DISLIKED:
            return texts.ngettext("{n} disliked", "{n} disliked", n).format(n=n)
