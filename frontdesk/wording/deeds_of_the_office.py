"""What was done about the shop itself, by the kind of act: the most telling sentence first."""

from __future__ import annotations

from functools import cache

from frontdesk.texts import Texts
from frontdesk.wording.deeds_for_people import Told


@cache
def of_the_office(texts: Texts) -> Told:
    """Each sentence yet to be filled with who and what."""
    return {**_rules(texts), **_programmes(texts), **_team(texts), **_together(texts), **_data(texts)}


def _rules(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "OPEN_SHOP": (gettext("{staff} opened the shop"),),
        "SAVE_SETTINGS": (
            gettext("{staff} changed the settings: {became}"),
            gettext("{staff} changed the settings"),
        ),
        "SAVE_LIMITS": (
            gettext("{staff} changed the limits: {became}"),
            gettext("{staff} changed the limits"),
        ),
        "RENAME_TILL": (
            gettext("{staff} changed what the till is called: {was} → {became}"),
            gettext("{staff} changed what the till is called"),
        ),
        "SAVE_CARE_RULES": (gettext("{staff} changed the rules of caring"),),
        "CHANGE_FEEDBACK_RULES": (gettext("{staff} changed the rules of feedback"),),
        "REWORD_QUESTION": (gettext("{staff} reworded a question of the feedback card"),),
        "SAVE_PLAYBOOK": (gettext("{staff} changed what to do when something goes wrong"),),
        "WRITE_CARE_SHEET": (gettext("{staff} wrote a take-home sheet"),),
        "SET_LOGO": (gettext("{staff} set the shop's logo"),),
        "REMOVE_LOGO": (gettext("{staff} removed the shop's logo"),),
        "ADD_PRODUCT": (
            gettext("{staff} added something that is sold: {what}"),
            gettext("{staff} added something that is sold"),
        ),
        "SAVE_PRODUCT": (
            gettext("{staff} changed {what}: {became}"),
            gettext("{staff} changed {what}"),
            gettext("{staff} changed something that is sold"),
        ),
        "RETIRE_PRODUCT": (
            gettext("{staff} changed whether {what} is sold"),
            gettext("{staff} changed whether something is sold"),
        ),
    }


def _programmes(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "ADD_PROGRAMME": (
            gettext("{staff} began a stamp card or pass: {what}"),
            gettext("{staff} began a stamp card or pass"),
        ),
        "SAVE_PROGRAMME": (
            gettext("{staff} changed what {what} promises"),
            gettext("{staff} changed a stamp card or pass"),
        ),
        "CHANGE_TERMS": (
            gettext("{staff} changed what {what} promises"),
            gettext("{staff} changed what a stamp card or pass promises"),
        ),
        "SET_SPAN": (gettext("{staff} changed how long a stamp card or pass runs"),),
        "RETIRE_PROGRAMME": (gettext("{staff} ended a stamp card or pass"),),
    }


def _team(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "TAKE_OVER": (gettext("{staff} took over the till"),),
        "ADD_STAFF": (
            gettext("{staff} took {member} on"),
            gettext("{staff} took somebody on"),
        ),
        "RENAME_STAFF": (
            gettext("{staff} changed the name of one of us: {was} → {became}"),
            gettext("{staff} changed the name of one of us"),
        ),
        "CHANGE_ROLE": (
            gettext("{staff} changed the role of {member}: {was} → {became}"),
            gettext("{staff} changed somebody's role"),
        ),
        "LEAVE": (
            gettext("{staff} noted that {member} works here no longer"),
            gettext("{staff} noted that somebody works here no longer"),
        ),
        "COME_BACK": (
            gettext("{staff} noted that {member} works here again"),
            gettext("{staff} noted that somebody works here again"),
        ),
        "SET_STAFF_PHOTO": (
            gettext("{staff} put a photo of {member} in place"),
            gettext("{staff} put a photo of one of us in place"),
        ),
        "REMOVE_STAFF_PHOTO": (
            gettext("{staff} removed the photo of {member}"),
            gettext("{staff} removed the photo of one of us"),
        ),
        "SET_PIN": (
            gettext("{staff} set the PIN of {member}"),
            gettext("{staff} set a PIN"),
        ),
        "TAKE_PIN_AWAY": (
            gettext("{staff} took the PIN of {member} away"),
            gettext("{staff} took a PIN away"),
        ),
        "NEW_RECOVERY_CODE": (
            gettext("{staff} had a new recovery code made for {member}"),
            gettext("{staff} had a new recovery code made"),
        ),
        "TRY_PIN": (gettext("Somebody typed a PIN"),),
        "STAFF_CARD": (
            gettext("{staff} made a staff card for {member}"),
            gettext("{staff} printed staff cards"),
        ),
        "REVOKE_STAFF_CARD": (
            gettext("{staff} made the staff card of {member} stop working"),
            gettext("{staff} made a staff card stop working"),
        ),
    }


def _together(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "PLAN_SHIFT": (
            gettext("{staff} planned when {member} works"),
            gettext("{staff} planned who works when"),
        ),
        "SAY_HERE": (
            gettext("{staff} noted of {member}: {became}"),
            gettext("{staff} noted who is here"),
        ),
        "BEGIN_SHIFT": (gettext("{staff} began the day"),),
        "ASK_MANAGER": (gettext("{staff} asked the manager something"),),
        "ANSWER_STAFF": (gettext("{staff} answered what one of us had asked"),),
        "WITHDRAW_ASKED": (gettext("{staff} took back a question to the manager"),),
        "THANK_STAFF": (
            gettext("{staff} wrote down a customer's thanks for {member}"),
            gettext("{staff} wrote down a customer's thanks for one of us"),
        ),
        "PASS_THANKS_ON": (gettext("{staff} passed a customer's thanks on"),),
        "QUIZ": (gettext("{staff} practised names and faces"),),
    }


def _data(texts: Texts) -> Told:
    gettext = texts.gettext
    return {
        "IMPORT": (
            gettext("{staff} brought customers in from {what}: {n}"),
            gettext("{staff} brought customers in from a file"),
        ),
        "TAKE_OUT_DEEDS": (gettext("{staff} saved who did what as a table"),),
        "TAKE_OUT_CUSTOMERS": (gettext("{staff} saved all customers as a table"),),
        "TAKE_OUT_ANSWERS": (gettext("{staff} saved the answers to feedback cards as a table"),),
        "TAKE_OUT_EVERYTHING": (gettext("{staff} took everything out as one archive"),),
        "CHOOSE_SECOND_PLACE": (gettext("{staff} chose where backups are copied to"),),
        "FORGET_SECOND_PLACE": (gettext("{staff} let backups be copied nowhere any more"),),
        "COPY_TO_SECOND_PLACE": (gettext("{staff} copied the backups to the second place"),),
        "SET_SAFETY_DAYS": (gettext("{staff} changed when an old backup is warned of"),),
        "CHOOSE_COLUMNS": (gettext("{staff} said what the columns of a table hold"),),
        "TRY_BACKUP": (gettext("{staff} tried a backup out beside the shop"),),
        "KEEP_KEY_SHEET": (gettext("{staff} noted that the recovery sheet is kept"),),
        "TAKE_KEY_SHEET": (gettext("{staff} took the recovery sheet of the books' key out"),),
        "CHECK_LEDGER": (gettext("{staff} had the shop's books checked"),),
        "CLOSE_DAY": (
            gettext("{staff} closed the day with its slip: {what}"),
            gettext("{staff} closed the day with its slip"),
        ),
    }
