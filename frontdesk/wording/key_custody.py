"""The key of the ledger in plain words: where it is, what its sheet says, what became of one typed in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date

from frontdesk.domain.trust.key_custody import Entered, KeyPlace, KeyState
from frontdesk.domain.trust.recovery_code import BadRecoveryCode
from frontdesk.texts import Texts


def place_sentence(texts: Texts, state: KeyState) -> str:
    """Where the key is."""
    match state.place:
        case KeyPlace.KEYRING:
            return texts.gettext(
                "The key of the ledger is in this computer's own keyring, apart from the shop's data."
            )
        case KeyPlace.FILE:
            sentence = texts.gettext(
                "The key of the ledger is in the file {file}, which only this computer's login can read."
            )
        case KeyPlace.FILE_FOR_GOOD:
            sentence = texts.gettext(
                "The key of the ledger is in the file {file}, because this computer's keyring could not be "
                "opened when it was needed."
            )
        case KeyPlace.KEYRING_AWAY:
            return texts.gettext(
                "The key of the ledger is not in the shop's folder, and this computer's keyring cannot be "
                "opened now. If it stays so, the next stamp begins with a new key."
            )
        case KeyPlace.NOWHERE:
            return texts.gettext(
                "The key of the ledger is not on this computer. Enter it from the recovery sheet, with the "
                "window closed: frontdesk key --enter. Without it, the next stamp begins with a new key."
            )
    return sentence.format(file=state.file)


def sheet_reminder(texts: Texts) -> str:
    """What to do while no sheet of the present key was printed."""
    return texts.gettext(
        "Its recovery sheet was not printed yet. Print it, and keep it away from the computer."
    )


def no_key_sentence(texts: Texts) -> str:
    """Why there is no sheet to print."""
    return texts.gettext(
        "The key cannot be had now, so there is no sheet to print. Unlock this computer's keyring, then try "
        "again."
    )


def saved_sentence(texts: Texts, file: Path) -> str:
    """A PDF of the sheet was written."""
    return texts.gettext(
        "The recovery sheet is in {file}. Print it, then delete the file: whoever reads it has the key."
    ).format(file=file.name)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What the recovery sheet says, from its top to its bottom."""

    title: str
    printed: str
    purpose: str
    keeping: str
    secret: str
    using: str
    letters: str


def sheet_words(texts: Texts, day: date) -> SheetWords:
    """The sentences on the recovery sheet that was printed on `day`."""
    return SheetWords(
        title=texts.gettext("Recovery sheet for the ledger's key"),
        printed=texts.gettext("Printed on {day}").format(day=format_date(day, "long", locale=texts.language)),
        purpose=texts.gettext(
            "This key vouches that nobody rewrote a stamp. If the computer is lost or replaced, it lets "
            "Front Desk go on checking every entry that was made until then."
        ),
        keeping=texts.gettext(
            "Keep this sheet where you keep the shop's papers: not beside the computer, and not as a photo."
        ),
        secret=texts.gettext(
            "Whoever has this sheet and the computer can rewrite the books unseen. The key opens nothing "
            "else, and no customer's data is in it."
        ),
        using=texts.gettext(
            "To use it, close Front Desk on the computer and run: frontdesk key --enter. Then type the four "
            "lines, or scan the square."
        ),
        letters=texts.gettext(
            "There is no letter O, I, L or U in it. Small letters will do, and a slip is named by its line."
        ),
    )


def entered_sentence(texts: Texts, entered: Entered) -> str:
    """What became of a key that was typed in."""
    return {
        Entered.CURRENT: texts.gettext("The key is in its place. The ledger goes on with it."),
        Entered.EARLIER: texts.gettext(
            "The key is in its place beside the present one. The earlier entries can be checked again."
        ),
        Entered.ALREADY_HERE: texts.gettext("This key is here already. Nothing was changed."),
        Entered.STRANGE: texts.gettext(
            "This is a key, but no entry of this shop was made with it. Nothing was changed. Look for the "
            "sheet with this shop's name, or for an older one."
        ),
    }[entered]


def bad_code_sentence(texts: Texts, bad: BadRecoveryCode) -> str:
    """What does not fit in what was typed."""
    if bad.line:
        return texts.gettext("Line {line} is not as it is on a recovery sheet. Look at it again.").format(
            line=bad.line
        )
    return texts.gettext("A recovery sheet has four lines, each of sixteen letters and digits.")
