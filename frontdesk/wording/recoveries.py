"""Complaints in words: how one stands, what moves it on, and what was just done about it."""

from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.texts import Texts


def recovery_state_name(texts: Texts, state: RecoveryState) -> str:
    """How far it is."""
    match state:
        case RecoveryState.OPEN:
            return texts.pgettext("state of a complaint", "Open")
        case RecoveryState.CONTACTED:
            return texts.pgettext("state of a complaint", "Talked with them")
        case RecoveryState.RESOLVED:
            return texts.pgettext("state of a complaint", "Put right: do they say so too?")
        case RecoveryState.CONFIRMED:
            return texts.pgettext("state of a complaint", "Right again, as they say")
        case RecoveryState.WITHDRAWN:
            return texts.pgettext("state of a complaint", "Recorded by mistake")


def recovery_move_name(texts: Texts, to: RecoveryState) -> str:
    """What the button says that moves it there."""
    match to:
        case RecoveryState.OPEN:
            return texts.pgettext("button that moves a complaint", "Not right after all")
        case RecoveryState.CONTACTED:
            return texts.pgettext("button that moves a complaint", "I talked with them")
        case RecoveryState.RESOLVED:
            return texts.pgettext("button that moves a complaint", "It is put right")
        case RecoveryState.CONFIRMED:
            return texts.pgettext("button that moves a complaint", "They say it is right")
        case RecoveryState.WITHDRAWN:
            return texts.pgettext("button that moves a complaint", "Recorded by mistake")


def moved_sentence(texts: Texts, situation: str, name: str, state: RecoveryState) -> str:
    """What was just done; a stranger has no name."""
    said = recovery_state_name(texts, state)
    if not name:
        return texts.gettext("{situation}: {state}").format(situation=situation, state=said)
    return texts.gettext("{situation} ({name}): {state}").format(situation=situation, name=name, state=said)


def recorded_sentence(texts: Texts, situation: str, name: str, *, called: bool) -> str:
    """A complaint was just written down."""
    if called and name:
        said = texts.gettext("Noted for {name}: {situation}. The manager is told.")
    elif called:
        said = texts.gettext("Noted: {situation}. The manager is told.")
    elif name:
        said = texts.gettext("Noted for {name}: {situation}.")
    else:
        said = texts.gettext("Noted: {situation}.")
    return said.format(name=name, situation=situation)


def given_for_it(texts: Texts, stamps: int, price: str = "") -> str:
    """What it has cost so far, also in money where that is known; empty where nothing was given."""
    if not stamps:
        return ""
    if price:
        return texts.ngettext(
            "{n} stamp was given for this complaint, worth about {price}.",
            "{n} stamps were given for this complaint, worth about {price}.",
            stamps,
        ).format(n=stamps, price=price)
    return texts.ngettext(
        "{n} stamp was given for this complaint.", "{n} stamps were given for this complaint.", stamps
    ).format(n=stamps)
