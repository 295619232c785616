"""What the owner sets about caring for people, each setting in the sentence that it makes."""

from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.domain.care.requests import target_of
from frontdesk.domain.days import MINUTE
from frontdesk.texts import Texts

_EXAMPLE = 60


def axis_name(texts: Texts, axis: Axis) -> str:
    """In what the shop does more than it promised, as on a chip."""
    match axis:
        case Axis.TIME:
            return texts.pgettext("what a promise is beaten in", "Time")
        case Axis.COST:
            return texts.pgettext("what a promise is beaten in", "Cost")
        case Axis.SERVICE:
            return texts.pgettext("what a promise is beaten in", "Service")


def axis_sentence(texts: Texts, axis: Axis) -> str:
    """What the choice means at the counter."""
    match axis:
        case Axis.TIME:
            return texts.gettext("Sooner than promised. The target stands beside every promised time.")
        case Axis.COST:
            return texts.gettext(
                "For no more than was said. A request asks for the quoted and the final price."
            )
        case Axis.SERVICE:
            return texts.gettext("With something more than was asked for. Say it in the request’s note.")


def margin_sentence(texts: Texts, rules: CareRules) -> str:
    """The margin by an example."""
    if not rules.margin_percent:
        return texts.gettext("0: what is promised is what is aimed for.")
    target = target_of(0, _EXAMPLE * MINUTE, rules.margin_percent) or 0
    return texts.gettext("Promise {promised} minutes, aim for {aim}.").format(
        promised=_EXAMPLE, aim=round(target / MINUTE)
    )


def facts_age_sentence(texts: Texts, rules: CareRules) -> str:
    """When a preference is asked again; an allergy is another matter."""
    return texts.ngettext(
        "What somebody likes is asked again after {n} day. An allergy never goes quiet.",
        "What somebody likes is asked again after {n} days. An allergy never goes quiet.",
        rules.facts_age_days,
    ).format(n=rules.facts_age_days)


def greet_within_sentence(texts: Texts, rules: CareRules) -> str:
    """How soon whoever came in is greeted."""
    return texts.ngettext(
        "Whoever comes in is greeted within {n} second.",
        "Whoever comes in is greeted within {n} seconds.",
        rules.greet_within_s,
    ).format(n=rules.greet_within_s)


def false_alarms_name(texts: Texts, alarms: int) -> str:
    """How readily somebody is said to slip away, as on a chip."""
    if alarms <= 5:
        return texts.pgettext("how many false alarms", "Few")
    if alarms <= 10:
        return texts.pgettext("how many false alarms", "As usual")
    return texts.pgettext("how many false alarms", "Many")


def false_alarms_sentence(texts: Texts, rules: CareRules) -> str:
    """What the choice costs, in names on a list."""
    return texts.gettext(
        "About {n} of 100 regulars a month are named although all is well. More of them means that whoever "
        "really slips away is noticed sooner."
    ).format(n=rules.false_alarms)
