"""What somebody wanted to do and may not, by the kind of act. Nothing of it was done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from frontdesk.texts import Texts


@cache
def wanted(texts: Texts) -> Mapping[str, str]:
    """Each sentence yet to be filled with who, and whom where a customer is named."""
    return {**_to_change(texts), **_with_people(texts), **_to_see(texts), **_with_data(texts)}


def _to_change(texts: Texts) -> Mapping[str, str]:
    gettext = texts.gettext
    return {
        "OPEN_SHOP": gettext("{staff} wanted to open the shop."),
        "SAVE_SETTINGS": gettext("{staff} wanted to change the settings."),
        "SAVE_LIMITS": gettext("{staff} wanted to change the limits."),
        "SAVE_CARE_RULES": gettext("{staff} wanted to change the rules of caring."),
        "RENAME_TILL": gettext("{staff} wanted to change what the till is called."),
        "CHANGE_FEEDBACK_RULES": gettext("{staff} wanted to change the rules of feedback."),
        "REWORD_QUESTION": gettext("{staff} wanted to reword a question of the feedback card."),
        "SAVE_PLAYBOOK": gettext("{staff} wanted to change what to do when something goes wrong."),
        "WRITE_CARE_SHEET": gettext("{staff} wanted to write a take-home sheet."),
        "SET_LOGO": gettext("{staff} wanted to set the shop's logo."),
        "REMOVE_LOGO": gettext("{staff} wanted to remove the shop's logo."),
        "UNDO_LOGO": gettext("{staff} wanted to have the logo of before."),
        "ADD_PRODUCT": gettext("{staff} wanted to add something that is sold."),
        "SAVE_PRODUCT": gettext("{staff} wanted to change something that is sold."),
        "RETIRE_PRODUCT": gettext("{staff} wanted to change whether something is sold."),
        "ADD_PROGRAMME": gettext("{staff} wanted to begin a stamp card or pass."),
        "SAVE_PROGRAMME": gettext("{staff} wanted to change a stamp card or pass."),
        "CHANGE_TERMS": gettext("{staff} wanted to change what a stamp card or pass promises."),
        "SET_SPAN": gettext("{staff} wanted to change how long a stamp card or pass runs."),
        "RETIRE_PROGRAMME": gettext("{staff} wanted to end a stamp card or pass."),
        "ANSWER_WISH": gettext("{staff} wanted to answer what is asked for again and again."),
        "UNDO_ANSWER_WISH": gettext("{staff} wanted to take back the answer to what is asked for again."),
        "IMPORT": gettext("{staff} wanted to bring customers in from a file."),
        "UNDO_IMPORT": gettext("{staff} wanted to take back what was brought in from a file."),
        "BRING_ANSWERS": gettext("{staff} wanted to bring answers in from a file."),
    }


def _with_people(texts: Texts) -> Mapping[str, str]:
    gettext = texts.gettext
    return {
        "ADD_STAFF": gettext("{staff} wanted to take somebody on."),
        "RENAME_STAFF": gettext("{staff} wanted to change the name of one of us."),
        "CHANGE_ROLE": gettext("{staff} wanted to change somebody's role."),
        "LEAVE": gettext("{staff} wanted to note that somebody works here no longer."),
        "COME_BACK": gettext("{staff} wanted to note that somebody works here again."),
        "SET_STAFF_PHOTO": gettext("{staff} wanted to put a photo of one of us in place."),
        "REMOVE_STAFF_PHOTO": gettext("{staff} wanted to remove the photo of one of us."),
        "SET_PIN": gettext("{staff} wanted to set a PIN."),
        "TAKE_PIN_AWAY": gettext("{staff} wanted to take a PIN away."),
        "NEW_RECOVERY_CODE": gettext("{staff} wanted to have a new recovery code made."),
        "STAFF_CARD": gettext("{staff} wanted to make a staff card."),
        "REVOKE_STAFF_CARD": gettext("{staff} wanted to make a staff card stop working."),
        "PLAN_SHIFT": gettext("{staff} wanted to plan who works when."),
        "ANSWER_STAFF": gettext("{staff} wanted to answer what one of us had asked."),
        "UNDO_ASKED": gettext("{staff} wanted to take back the answer to what one of us had asked."),
        "ADOPT": gettext("{staff} wanted to take over a paper card of {customer}."),
        "CLAIM": gettext("{staff} wanted to give an old ticket to {customer}."),
        "KEY_IN": gettext("{staff} wanted to key in a line of a power-cut sheet from days ago."),
        "LET_FREE": gettext("{staff} wanted to let a free one be on the house for {customer}."),
        "MOVE_RECOVERY": gettext("{staff} wanted to say how far a complaint of {customer} is."),
        "UNDO_RECOVERY": gettext("{staff} wanted to take back a complaint of {customer}."),
        "MOVE_RESPONSE": gettext("{staff} wanted to set an answer to a card aside, or bring it back."),
        "UNDO_RESPONSE": gettext("{staff} wanted to take back what was done about an answer."),
    }


def _to_see(texts: Texts) -> Mapping[str, str]:
    gettext = texts.gettext
    return {
        "READ_DEEDS": gettext("{staff} wanted to see who did what."),
        "READ_DAY": gettext("{staff} wanted to see how a day was closed."),
        "READ_UNUSUAL": gettext("{staff} wanted to see what is unusual."),
        "READ_OVERVIEW": gettext("{staff} wanted to see how the shop stands."),
        "READ_WORTH": gettext("{staff} wanted to see what customers are worth."),
        "READ_DOUBLES": gettext("{staff} wanted to see which records look like one person."),
        "READ_HISTORY": gettext("{staff} wanted to see the whole history of {customer}."),
        "READ_CONSENTS": gettext("{staff} wanted to see what customers agreed to."),
        "READ_SILENT": gettext("{staff} wanted to see who was silent for long."),
        "READ_ERASURES": gettext("{staff} wanted to see who was erased when."),
        "SEE_CUSTOMERS": gettext("{staff} wanted to see the table of all customers."),
        "LOOK_AT_SAFETY": gettext("{staff} wanted to see where the backups are."),
        "READ_CARE_FIGURES": gettext("{staff} wanted to see the figures of caring."),
        "READ_ANSWER_FIGURES": gettext("{staff} wanted to see the figures of the answers."),
        "TAKE_OUT_DEEDS": gettext("{staff} wanted to save who did what as a table."),
        "TAKE_OUT_CUSTOMERS": gettext("{staff} wanted to save all customers as a table."),
        "TAKE_OUT_ANSWERS": gettext("{staff} wanted to save the answers to feedback cards as a table."),
        "KEEP_KEY_SHEET": gettext("{staff} wanted to note that the recovery sheet is kept."),
        "TAKE_KEY_SHEET": gettext("{staff} wanted to take the recovery sheet of the books' key out."),
        "CHECK_LEDGER": gettext("{staff} wanted to have the shop's books checked."),
    }


def _with_data(texts: Texts) -> Mapping[str, str]:
    gettext = texts.gettext
    return {
        "TAKE_OUT_CHOSEN": gettext("{staff} wanted to save chosen customers as a table."),
        "COPY_CHOSEN": gettext("{staff} wanted to copy chosen customers."),
        "TAKE_OUT_PERSON": gettext("{staff} wanted to take out everything about {customer}."),
        "TAKE_OUT_EVERYTHING": gettext("{staff} wanted to take everything out as one archive."),
        "SAY_TWO_PEOPLE": gettext("{staff} wanted to say that two records are two people."),
        "SAVE_FILTER": gettext("{staff} wanted to keep a filter of the table of customers."),
        "RENAME_FILTER": gettext("{staff} wanted to give a filter of the table of customers another name."),
        "REMOVE_FILTER": gettext("{staff} wanted to remove a filter of the table of customers."),
        "BRING_BACK_FILTER": gettext("{staff} wanted to bring a filter of the table of customers back."),
        "ARRANGE_COLUMNS": gettext("{staff} wanted to arrange the columns of the table of customers."),
        "ERASE": gettext("{staff} wanted to erase {customer} for good."),
        "KEEP_PERSON": gettext("{staff} wanted to keep {customer}, who was silent for long."),
        "UNDO_KEEP": gettext("{staff} wanted {customer} to be proposed for erasing after all."),
        "SAVE_RETENTION": gettext("{staff} wanted to change how long customers are kept who come no more."),
        "CHOOSE_SECOND_PLACE": gettext("{staff} wanted to choose where backups are copied to."),
        "FORGET_SECOND_PLACE": gettext("{staff} wanted backups to be copied nowhere any more."),
        "COPY_TO_SECOND_PLACE": gettext("{staff} wanted to copy the backups to the second place."),
        "SET_SAFETY_DAYS": gettext("{staff} wanted to change when an old backup is warned of."),
        "CHOOSE_COLUMNS": gettext("{staff} wanted to say what the columns of a table hold."),
        "BRING_BACK_BACKUP": gettext("{staff} wanted to bring a backup back."),
        "TRY_BACKUP": gettext("{staff} wanted to try a backup out beside the shop."),
    }
