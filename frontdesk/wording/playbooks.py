"""The playbooks that ship, in words for staff; what is said to the customer is in wording/playbooks_said.py.

They are safe to follow: help comes before everything else, nobody says what made somebody unwell, and the
customer is never argued with.
"""

from collections.abc import Callable
from itertools import count
from typing import Final

from frontdesk.domain.care.playbooks import ALOUD, KINDS, Playbook, Situation, Step, StepKind, shipped
from frontdesk.texts import Texts
from frontdesk.wording.playbooks_said import said_aloud


def situation_name(texts: Texts, situation: str, own_name: str = "") -> str:
    """What the button says. One of the shop's own, or one that it calls otherwise, has `own_name`."""
    known = shipped(situation)
    if own_name or known is None:
        return own_name or texts.pgettext("what went wrong", "Something else")
    return {
        Situation.WRONG_ORDER: texts.pgettext("what went wrong", "Wrong order"),
        Situation.WAITED: texts.pgettext("what went wrong", "Waited too long"),
        Situation.RUDE: texts.pgettext("what went wrong", "Somebody was rude"),
        Situation.UNWELL: texts.pgettext("what went wrong", "Unwell after eating"),
        Situation.PRICE: texts.pgettext("what went wrong", "The price"),
        Situation.LOST: texts.pgettext("what went wrong", "Lost something"),
        Situation.DAMAGED: texts.pgettext("what went wrong", "Damaged or broken"),
        Situation.NOT_CLEAN: texts.pgettext("what went wrong", "Not clean"),
        Situation.UNCOMFORTABLE: texts.pgettext("what went wrong", "Too loud, uncomfortable"),
        Situation.OTHER: texts.pgettext("what went wrong", "Something else"),
    }[known]


def step_kind_name(texts: Texts, kind: StepKind) -> str:
    """A word above a step: what it asks of whoever reads it."""
    return {
        StepKind.DO: texts.pgettext("step of a playbook", "Do"),
        StepKind.SAY: texts.pgettext("step of a playbook", "Say"),
        StepKind.ASK: texts.pgettext("step of a playbook", "Ask"),
        StepKind.GIVE: texts.pgettext("step of a playbook", "Give"),
        StepKind.CALL: texts.pgettext("step of a playbook", "Call the manager"),
    }[kind]


def shipped_steps(texts: Texts, customers: Texts, situation: Situation) -> tuple[Step, ...]:
    """The steps in the reader's language; what is said aloud in the customer's too, where that is another."""
    for_staff = iter(_FOR_STAFF[situation](texts))
    aloud = iter(said_aloud(texts, situation))
    theirs = iter(said_aloud(customers, situation))
    differs = customers.language != texts.language
    steps = list[Step]()
    for key, kind in zip(count(1), KINDS[situation], strict=False):
        if kind in ALOUD:
            said = next(theirs)
            steps.append(Step(key, kind, next(aloud), said if differs else ""))
        else:
            steps.append(Step(key, kind, next(for_staff)))
    return tuple(steps)


def call_reason(texts: Texts, playbook: Playbook, time: str) -> str:
    """What the manager is asked to come for, in a few words and without a name."""
    said = texts.gettext("The manager is needed: {situation} ({time})")
    return said.format(situation=playbook.name, time=time)


def _wrong_order(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext(
            "Ask if they had any of it, and if there is something they must not have. If so: as for who is "
            "unwell. Take the wrong one back, and make the right one now, before the next order."
        ),
        texts.gettext("The new one costs nothing. A stamp for the trouble."),
        texts.gettext("If it went wrong before, or they are upset: call the manager."),
    )


def _waited(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Look where their order is. Say honestly how many minutes it still takes."),
        texts.gettext("A stamp for the time they lost."),
        texts.gettext("If they want to leave, or to pay less: the manager decides that."),
    )


def _rude(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext(
            "Listen to the end. Explain nothing, take nobody's side: "
            "you never win an argument with a customer."
        ),
        texts.gettext("The manager is told, and comes to talk with them."),
        texts.gettext("Whoever is meant lets a colleague serve them from now on, where there is one."),
        texts.gettext("A stamp, when they have calmed down. It is no end to the talk."),
    )


def _unwell(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext(
            "Hard to breathe, a swollen face, fainting, strong pain: call the ambulance first. "
            "Do not leave them alone."
        ),
        texts.gettext("The manager is told at once."),
        texts.gettext(
            "Somewhere quiet; who feels faint lies down. Give no medicine; their own pen or inhaler they may "
            "take. Do not say what it was, and promise nothing about the cause: only a doctor can tell."
        ),
        texts.gettext("Write down what they had and when, and how to reach them."),
        texts.gettext(
            "Keep what is left of it, with its wrapping, cool and apart. "
            "Sell no more of it until the manager has decided."
        ),
    )


def _price(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Look together at the price that is shown, and at what was charged."),
        texts.gettext("If less is shown, that price holds. Give the difference back, then mend the sign."),
        texts.gettext(
            "If the price is right, say in one sentence what is in it. Do not argue: offer something that "
            "costs less."
        ),
        texts.gettext("Only the manager gives a discount."),
    )


def _lost(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Look there with them, and in the box where found things are kept."),
        texts.gettext("Write down what it is, where and when it was seen last, and how to reach them."),
        texts.gettext("The manager is told, so that everybody looks."),
        texts.gettext(
            "What is found goes into the box, with the day on it. "
            "Give it only to who can say what it looks like."
        ),
    )


def _damaged(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Take broken glass and hot things out of the way first. Clean up for them."),
        texts.gettext("What they bought here they get anew, at no cost. A stamp for the trouble."),
        texts.gettext("If it is a thing of theirs: write down what it is. Promise no money."),
        texts.gettext("For a thing of theirs, or if somebody is hurt: call the manager."),
    )


def _not_clean(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Clean it now, before anything else, or give them another cup or place."),
        texts.gettext("If it was in what they ate or drank: a new one at no cost, and a stamp."),
        texts.gettext("If it was in what they ate or drank: keep it, and call the manager."),
    )


def _uncomfortable(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Turn the music, the light or the fan down, or offer another place."),
        texts.gettext("Other guests are loud? Ask them yourself, kindly. Do not say who complained."),
        texts.gettext("If they do not listen: the manager talks with them."),
    )


def _other(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Listen to the end. Then say in your own words what you have understood."),
        texts.gettext("Do at once what you can do. Promise only what you can keep, with a time."),
        texts.gettext("If it was our fault: a stamp for the trouble."),
        texts.gettext("If you cannot decide it yourself: call the manager."),
    )


_FOR_STAFF: Final[dict[Situation, Callable[[Texts], tuple[str, ...]]]] = {
    Situation.WRONG_ORDER: _wrong_order,
    Situation.WAITED: _waited,
    Situation.RUDE: _rude,
    Situation.UNWELL: _unwell,
    Situation.PRICE: _price,
    Situation.LOST: _lost,
    Situation.DAMAGED: _damaged,
    Situation.NOT_CLEAN: _not_clean,
    Situation.UNCOMFORTABLE: _uncomfortable,
    Situation.OTHER: _other,
}
