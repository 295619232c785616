"""What was done for people, by the kind of act: the most telling sentence first, the plainest last."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from frontdesk.texts import Texts

Told = Mapping[str, tuple[str, ...]]


@cache
def for_people(texts: Texts) -> Told:
    """Each sentence yet to be filled with who, whom and what."""
    return {
        **_at_the_till(texts),
        **_known(texts),
        **_cared(texts),
        **_asked(texts),
        **_answered(texts),
        **_kept(texts),
    }


def _at_the_till(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "OPEN_TICKET": (
            gettext("{staff} made a ticket to be named later: {what}"),
            gettext("{staff} made a ticket to be named later"),
        ),
        "NAME_TICKET": (gettext("{staff} wrote a new name on a ticket: {became}"),),
        "DROP_TICKET": (gettext("{staff} put a ticket away without a face: {became}"),),
        "PRINT_SHEET": (
            gettext("{staff} printed power-cut sheet number {n}"),
            gettext("{staff} printed a power-cut sheet"),
        ),
        "KEY_FREE": (gettext("{staff} took the reward of a power-cut sheet from the card of {customer}"),),
        "LET_FREE": (gettext("{staff} let a free one of a power-cut sheet be on the house for {customer}"),),
        "ARRIVE": (gettext("{staff} noted that somebody came in"),),
        "GREET_ARRIVAL": (gettext("{staff} noted that somebody at the door was greeted"),),
        "DROP_ARRIVAL": (gettext("{staff} noted that somebody went again"),),
    }


def _known(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "ENROL": (gettext("{staff} took on a new customer: {customer}"),),
        "EDIT": (gettext("{staff} changed what is known of {customer}"),),
        "SET_PHOTO": (gettext("{staff} put a photo of {customer} in place"),),
        "REMOVE_PHOTO": (gettext("{staff} removed the photo of {customer}"),),
        "ARCHIVE": (gettext("{staff} put {customer} away"),),
        "BRING_BACK": (gettext("{staff} brought {customer} back onto the lists"),),
        "LEAVE": (gettext("{staff} noted that {customer} leaves us"),),
        "COME_BACK": (gettext("{staff} noted that {customer} came back to us"),),
        "LEAVE_REASON": (gettext("{staff} noted why {customer} left us"),),
        "MERGE": (
            gettext("{staff} joined the record of {what} with the one of {customer}"),
            gettext("{staff} joined two records of {customer}"),
        ),
        "UNMERGE": (gettext("{staff} took two records of {customer} apart again"),),
        "NOTE_FACT": (gettext("{staff} noted something about {customer}"),),
        "CHECK_FACT": (gettext("{staff} asked {customer} whether what is noted is still so"),),
        "BROUGHT": (
            gettext("{staff} noted that {other} brought {customer}"),
            gettext("{staff} noted who brought {customer}"),
        ),
        "JOIN_GROUP": (
            gettext("{staff} let {customer} share the card of {other}"),
            gettext("{staff} let {customer} share a card"),
        ),
        "LEAVE_GROUP": (gettext("{staff} noted that {customer} shares a card no longer"),),
        "MEMBER_CARDS": (gettext("{staff} printed member cards"),),
        "REISSUE_CARD": (gettext("{staff} gave {customer} a new card, and the old one stopped working"),),
    }


def _cared(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "FOLLOW_UP": (gettext("{staff} planned something to do for {customer}"),),
        "END_FOLLOW_UP": (gettext("{staff} saw to something that was planned for {customer}"),),
        "CONTACT": (
            gettext("{staff} wrote to {customer}: {what} ({became})"),
            gettext("{staff} wrote to {customer}"),
        ),
        "ABSENCE": (gettext("{staff} noted what became of {customer}'s silence"),),
        "TICK_TODAY": (gettext("{staff} ticked something in Today"),),
        "CALL_MANAGER": (gettext("A customer asked for the manager while {staff} was at the till"),),
        "ANSWER_CALL": (gettext("{staff} answered a call for the manager"),),
        "CALL_FOR_RECOVERY": (gettext("{staff} called the manager for a complaint of {customer}"),),
        "RECORD_RECOVERY": (
            gettext("{staff} noted a complaint of {customer}: {what}"),
            gettext("{staff} noted a complaint of {customer}"),
        ),
        "MOVE_RECOVERY": (
            gettext("{staff} noted of a complaint of {customer} ({what}): {became}"),
            gettext("{staff} noted how far a complaint of {customer} is"),
        ),
        "CHANGE_RECOVERY": (
            gettext("{staff} changed a complaint of {customer}: {what}"),
            gettext("{staff} changed a complaint of {customer}"),
        ),
        "DESCRIBE_RECOVERY": (gettext("{staff} wrote down more about a complaint of {customer}"),),
        "TICK_RECOVERY": (gettext("{staff} ticked a step of putting a complaint of {customer} right"),),
    }


def _asked(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "ASK": (
            gettext("{staff} wrote down a request of {customer}: {what}"),
            gettext("{staff} wrote down a request of {customer}"),
        ),
        "MOVE_REQUEST": (
            gettext("{staff} moved a request of {customer} on ({what}): {became}"),
            gettext("{staff} moved a request of {customer} on"),
        ),
        "CHANGE_REQUEST": (
            gettext("{staff} changed a request of {customer}: {what}"),
            gettext("{staff} changed a request of {customer}"),
        ),
        "PICTURE_REQUEST": (gettext("{staff} changed the picture of a request of {customer}"),),
        "ANSWER_WISH": (gettext("{staff} answered what is asked for again and again"),),
    }


def _answered(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "ISSUE_FEEDBACK": (
            gettext("{staff} made feedback cards: {n}"),
            gettext("{staff} made feedback cards"),
        ),
        "TAKE_RESPONSE": (gettext("An answer to a feedback card came in while {staff} was at the till"),),
        "EDIT_RESPONSE": (gettext("An answer to a feedback card was changed by whoever has the card"),),
        "TAKE_ON_RESPONSE": (gettext("{staff} took an answer to a feedback card on"),),
        "MOVE_RESPONSE": (
            gettext("{staff} noted of an answer to a feedback card: {became}"),
            gettext("{staff} noted how far an answer to a feedback card is"),
        ),
        "LINK_RESPONSE": (gettext("{staff} noted whose answer to a feedback card it is: {customer}"),),
        "REPLY_RESPONSE": (gettext("{staff} replied to an answer to a feedback card"),),
        "TELL_RESPONSE": (gettext("{staff} wrote down what was done about an answer to a feedback card"),),
        "SAY_RESPONSE": (gettext("{staff} told {customer} what came of their answer"),),
        "BRING_ANSWERS": (gettext("{staff} brought answers in from a file"),),
    }


def _kept(texts: Texts) -> Told:
    """What is kept of people, taken along, and forgotten."""
    gettext = texts.gettext
    return {
        "SAY_TWO_PEOPLE": (gettext("{staff} said that {customer} and a like record are two people"),),
        "TAKE_OUT_CHOSEN": (gettext("{staff} saved chosen customers as a table"),),
        "COPY_CHOSEN": (gettext("{staff} copied chosen customers"),),
        "TAKE_OUT_PERSON": (gettext("{staff} took out everything about {customer}"),),
        "SAVE_FILTER": (gettext("{staff} kept a filter of the table of customers"),),
        "RENAME_FILTER": (gettext("{staff} gave a filter of the table of customers another name"),),
        "REMOVE_FILTER": (gettext("{staff} removed a filter of the table of customers"),),
        "BRING_BACK_FILTER": (gettext("{staff} brought a filter of the table of customers back"),),
        "ARRANGE_COLUMNS": (gettext("{staff} arranged the columns of the table of customers"),),
        "ERASE": (gettext("{staff} erased a customer for good"),),
        "ERASE_AGAIN": (gettext("A customer was erased once more, after an older backup was brought back"),),
        "KEEP_PERSON": (gettext("{staff} keeps {customer}, who was silent for long"),),
        "SAVE_RETENTION": (gettext("{staff} changed how long customers are kept who come no more"),),
    }
