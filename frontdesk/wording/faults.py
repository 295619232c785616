"""Faults as sentences: of what was typed, of photos and files, and of the store itself."""

from pathlib import Path
from typing import Final

from frontdesk.domain.faults import StoreFault
from frontdesk.domain.feedback.response_tables import MOST_ROWS
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.people.phones import MOST_DIGITS
from frontdesk.domain.people.photos import PHOTO_BYTES_LIMIT, PHOTO_PIXELS_LIMIT, BadPhoto, PhotoFault
from frontdesk.domain.text import BadInput, InputFault
from frontdesk.texts import Texts

MILLION = 1_000_000


def input_sentence(texts: Texts, bad: BadInput | BadPhoto | BadFile) -> str:
    """Why a typed value, a photo or a file was not taken, and what would be."""
    match bad:
        case BadPhoto():
            return _photo_sentence(texts, bad.code)
        case BadFile():
            return _file_sentence(texts, bad.code)
        case BadInput():
            return _typed_sentence(texts, bad)


def store_fault_sentence(texts: Texts, fault: StoreFault, folder: Path | None = None) -> str:
    """What became of the shop's data, and what to do now. `folder` is what the fault is about, if known."""
    if fault is StoreFault.READ_ONLY_FOLDER and folder is not None:
        return texts.gettext(
            "Front Desk may not write into {folder}. "
            "Give yourself the right to write there, or choose another folder."
        ).format(folder=folder)
    return (_unsaved_sentences(texts) | _unopened_sentences(texts) | _backup_sentences(texts))[fault]


def _unsaved_sentences(texts: Texts) -> dict[StoreFault, str]:
    """Of an act while the shop is open."""
    return {
        StoreFault.NOT_SAVED: texts.gettext("That was not saved, and nothing has changed. Please try again."),
        StoreFault.DISK_FULL: texts.gettext(
            "The disk is full, so that was not saved. Make some room on it, then try again."
        ),
        StoreFault.STORE_BUSY: texts.gettext(
            "Another program holds the shop's data, so that was not saved. Wait a moment, then try again."
        ),
        StoreFault.STORE_GONE: texts.gettext(
            "The shop's file was moved, deleted or replaced while it was open, so that was not saved. "
            "Close Front Desk, put the file back or restore the latest backup, then open it again."
        ),
        StoreFault.NOT_SURE: texts.gettext(
            "It is not certain that this was saved. Look first, and do it again only if it is missing."
        ),
    }


def _unopened_sentences(texts: Texts) -> dict[StoreFault, str]:
    """Of a shop that cannot be opened."""
    return {
        StoreFault.STORE_IN_USE: texts.gettext(
            "Front Desk is open on this shop. Close its window first, then try again."
        ),
        StoreFault.NEWER_FILE: texts.gettext(
            "This shop's data was written by a newer Front Desk, and nothing was touched. "
            "Install the newer version, then open it again."
        ),
        StoreFault.NOT_A_STORE: texts.gettext(
            "This file does not hold a shop of Front Desk, and nothing was touched. "
            "Choose another one, or restore a backup."
        ),
        StoreFault.DAMAGED: texts.gettext(
            "This shop's data is damaged and cannot be read. Restore the latest backup."
        ),
        StoreFault.NOT_BROUGHT_UP: texts.gettext(
            "This shop's data could not be brought to this version, and it is as it was before. "
            "Keep using the version that you had, and ask for help."
        ),
        StoreFault.NEEDS_ITS_FOLDER: texts.gettext(
            "Front Desk cannot read this shop while its folder is read-only: its latest changes lie in a "
            "file that only a writable folder lets it read. Copy the folder to a place that can be written, "
            "then try again."
        ),
        StoreFault.READ_ONLY_FOLDER: texts.gettext(
            "Front Desk may not write into the shop's folder. "
            "Give yourself the right to write there, or choose another folder."
        ),
    }


def _backup_sentences(texts: Texts) -> dict[StoreFault, str]:
    """Of a backup, where the shop itself is well."""
    return {
        StoreFault.DAMAGED_BACKUP: texts.gettext(
            "This backup is damaged and cannot be read, and nothing was changed. Choose another one."
        ),
        StoreFault.BACKUP_FAILED: texts.gettext(
            "The backup was not what the shop's data is, and was thrown away. "
            "Keep the backups that you have, and ask for help."
        ),
    }


def _typed_sentence(texts: Texts, bad: BadInput) -> str:
    if bad.code in _OF_PINS:
        return _pin_sentence(texts, bad)
    if bad.code is InputFault.TOO_LONG and bad.limit is not None:
        return texts.ngettext(
            "This is too long. {n} character fits here.",
            "This is too long. Up to {n} characters fit here.",
            bad.limit,
        ).format(n=bad.limit)
    return {
        InputFault.EMPTY: texts.gettext("Please write something here first."),
        InputFault.TOO_LONG: texts.gettext("This is too long. Please make it shorter."),
        InputFault.NOT_A_PHONE: texts.gettext(
            "This does not look like a phone number. Check its digits, or leave it out."
        ),
        InputFault.TOO_MANY_DIGITS: texts.gettext("A phone number has at most {n} digits.").format(
            n=bad.limit or MOST_DIGITS
        ),
        InputFault.NOT_A_LINK: texts.gettext(
            "This is not a link, an e-mail address or a phone number. Copy a link whole, from its https:// "
            "to its end."
        ),
        InputFault.LINK_NOT_ALLOWED: texts.gettext(
            "This kind of link does not work on a card. Use one that begins with https://, sms: or mailto:."
        ),
        InputFault.LINK_RECIPIENT: texts.gettext(
            "This link does not say clearly who gets the message. Check the number, address or account in it."
        ),
        InputFault.NOT_A_HOST: texts.gettext(
            "This is no address of a computer. Choose one of this computer's, as in 192.168.1.10."
        ),
        InputFault.NOT_AN_EMAIL: texts.gettext(
            "This does not look like an e-mail address. Check it, or leave it out."
        ),
        InputFault.NOT_A_RECEIPT_PRINTER: texts.gettext(
            "This is no printer's place. Write its address, such as 192.168.1.50, or /dev/usb/lp0, or cups: "
            "and the name of a queue."
        ),
    }[bad.code]


_OF_PINS: Final = frozenset(
    {
        InputFault.PIN_DIGITS,
        InputFault.PIN_OF_SIX,
        InputFault.PIN_TOO_SHORT,
        InputFault.PIN_TOO_LONG,
        InputFault.PIN_GUESSABLE,
        InputFault.NOT_A_PIN_CODE,
    }
)


def _pin_sentence(texts: Texts, bad: BadInput) -> str:
    match bad.code:
        case InputFault.PIN_DIGITS:
            return texts.gettext("A PIN has digits only.")
        case InputFault.PIN_OF_SIX:
            return texts.gettext("The PIN of a manager or an owner has six digits.")
        case InputFault.PIN_TOO_SHORT:
            return texts.gettext("A PIN has at least {n} digits.").format(n=bad.limit)
        case InputFault.PIN_TOO_LONG:
            return texts.gettext("A PIN has at most {n} digits.").format(n=bad.limit)
        case InputFault.PIN_GUESSABLE:
            return texts.gettext(
                "This PIN is one of the first that anybody would try. "
                "Choose digits that are no row, no pattern, no date and no year."
            )
        case _ if bad.limit:
            return texts.gettext(
                "Line {n} of the recovery code is not as it is printed. Look at it again, letter by letter."
            ).format(n=bad.limit)
        case _:
            return texts.gettext("The recovery code has two lines. Type both, as they are printed.")


def _photo_sentence(texts: Texts, code: PhotoFault) -> str:
    return {
        PhotoFault.NOT_A_PICTURE: texts.gettext(
            "This file is not a picture that Front Desk can read. Choose a JPEG, PNG or WEBP photo."
        ),
        PhotoFault.TOO_MANY_BYTES: texts.gettext(
            "This photo is larger than {n} MB. Choose a smaller one."
        ).format(n=PHOTO_BYTES_LIMIT // MILLION),
        PhotoFault.TOO_MANY_PIXELS: texts.gettext(
            "This photo has more than {n} million pixels. Choose a smaller one."
        ).format(n=PHOTO_PIXELS_LIMIT // MILLION),
        PhotoFault.BROKEN: texts.gettext("This photo is damaged. Choose another one, or take it again."),
    }[code]


def _file_sentence(texts: Texts, code: FileFault) -> str:
    return {
        FileFault.UNREADABLE: texts.gettext(
            "This file could not be opened. Check that it is still there and that you may read it."
        ),
        FileFault.EMPTY: texts.gettext("This file is empty. Export it again, or choose another one."),
        FileFault.TOO_BIG: texts.gettext("This file is too big. Split it into smaller ones, then try again."),
        FileFault.NOT_TEXT: texts.gettext(
            "This is not a list that Front Desk can read. Choose a CSV or vCard file."
        ),
        FileFault.SPREADSHEET: texts.gettext(
            "This is a spreadsheet. Open it, save it as CSV, then choose the new file."
        ),
        FileFault.UNKNOWN_LETTERS: texts.gettext(
            "The letters in this file could not be read. Save it as CSV in UTF-8, then try again."
        ),
        FileFault.NO_KNOWN_COLUMNS: texts.gettext(
            "This file has no column of names. Write “Name” over that column, then try again."
        ),
        FileFault.NO_CODE_COLUMN: texts.gettext(
            "This file has no column with the codes of cards. Write “Code” over that column, then try again."
        ),
        FileFault.TOO_MANY_ROWS: texts.gettext(
            "This table has more than {n} rows, which is too many at once. Split it into smaller ones, then "
            "bring them in one after the other."
        ).format(n=f"{MOST_ROWS:,}"),
        FileFault.NOT_AN_ARCHIVE: texts.gettext(
            "This file is not a whole shop that Front Desk has written. Nothing was changed."
        ),
        FileFault.DAMAGED_ARCHIVE: texts.gettext(
            "This file of a shop is damaged or not all there, and nothing was changed. Copy it here once "
            "more, or take another one."
        ),
        FileFault.NEWER_ARCHIVE: texts.gettext(
            "This file of a shop was written by a newer Front Desk, and nothing was changed. Install the "
            "newer version, then try again."
        ),
        FileFault.STRANGE_ARCHIVE: texts.gettext(
            "This file of a shop holds things that Front Desk never writes. It may have been made to do "
            "harm, so nothing of it was used."
        ),
        FileFault.NOT_EMPTY: texts.gettext(
            "There is a shop here already, and a whole shop can only be brought to a place where there is "
            "none. Nothing was changed."
        ),
    }[code]
