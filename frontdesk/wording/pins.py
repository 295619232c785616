"""What the sheet with a recovery code says, and what is said of somebody's PIN."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from frontdesk.texts import Texts


@dataclass(frozen=True, slots=True)
class CodeSheetWords:
    """From the top of the sheet to its bottom."""

    title: str
    printed: str
    purpose: str
    keeping: str
    secret: str
    using: str
    letters: str


def code_sheet_words(texts: Texts, name: str, day: date) -> CodeSheetWords:
    """The sentences on the recovery code of `name` that was printed on `day`."""
    return CodeSheetWords(
        title=texts.gettext("Recovery code of {name}").format(name=name),
        printed=texts.gettext("Printed on {day}").format(day=format_date(day, "long", locale=texts.language)),
        purpose=texts.gettext(
            "It is for the day on which the PIN is forgotten. It works once, and a new PIN is chosen right "
            "after."
        ),
        keeping=texts.gettext(
            "Keep this sheet where you keep the shop's papers: not beside the computer, and not as a photo."
        ),
        secret=texts.gettext(
            "Whoever has this sheet can do in Front Desk what its owner may do. Is it lost? Print a new one: "
            "then this one does not work any more."
        ),
        using=texts.gettext(
            "Where Front Desk asks for the PIN, tap the name, then “PIN lost? Use the printed code”. "
            "Type the two lines, or scan the square."
        ),
        letters=texts.gettext(
            "There is no letter O, I, L or U in it. Small letters will do, and a slip is named by its line."
        ),
    )


def pin_sentence(texts: Texts, name: str, *, has_pin: bool, has_code: bool, wants_code: bool) -> str:
    """What proves who somebody of the staff is, and what a manager lacks for the day it is forgotten."""
    if not has_pin:
        return texts.gettext("{name} has no PIN.").format(name=name)
    if has_code:
        return texts.gettext("{name} has a PIN, and a printed recovery code.").format(name=name)
    if wants_code:
        return texts.gettext(
            "{name} has a PIN, and no recovery code that works. Print a new code now, for the day on which "
            "the PIN is forgotten."
        ).format(name=name)
    return texts.gettext("{name} has a PIN.").format(name=name)


def shop_pin_sentence(texts: Texts, *, in_use: bool) -> str:
    """What PINs mean for the whole shop, for whoever is not technical."""
    if in_use:
        return texts.gettext(
            "What only a manager may do needs a manager's PIN. Print a recovery code for each of them, for "
            "the day on which a PIN is forgotten."
        )
    return texts.gettext(
        "Nobody has a PIN: whoever taps the name of a manager can do what a manager may. To change that, "
        "give the owner a PIN first (the key beside the name), then the managers."
    )
