"""What a row of an imported file lacks, in words for whoever mends the file."""

from frontdesk.domain.imports import RowFault
from frontdesk.texts import Texts


def row_sentence(texts: Texts, fault: RowFault) -> str:
    """Why a row, or one value of it, does not come in."""
    return _whole_row(texts, fault) or _one_value(texts, fault)


def left_out_sentence(texts: Texts, rows: int) -> str:
    """Of how many rows something does not come in; empty when all of them come in whole."""
    said = texts.ngettext(
        "{n} row has something that does not come in.",
        "{n} rows have something that does not come in.",
        rows,
    )
    return said.format(n=rows) if rows else ""


def _whole_row(texts: Texts, fault: RowFault) -> str:
    return {
        RowFault.NO_NAME: texts.gettext("There is no name in this row."),
        RowFault.TOO_LONG: texts.gettext("Something in this row is too long."),
        RowFault.TOO_MANY_CELLS: texts.gettext("This row has more cells than the table has columns."),
        RowFault.BROKEN_ROW: texts.gettext("This row is damaged."),
        RowFault.CARD_NOT_ENDED: texts.gettext("This contact card breaks off before its end."),
        RowFault.NOT_A_PERSON: texts.gettext("This is a company or a group, not a person."),
    }.get(fault, "")


def _one_value(texts: Texts, fault: RowFault) -> str:
    return {
        RowFault.BAD_EMAIL: texts.gettext("The e-mail address could not be read and is left out."),
        RowFault.BAD_BIRTHDAY: texts.gettext("The birthday could not be read and is left out."),
        RowFault.BAD_NUMBER: texts.gettext("A number could not be read and is left out."),
        RowFault.BAD_PHONE: texts.gettext("The phone number could not be read and is kept in the note."),
        RowFault.BAD_VALUE: texts.gettext("A value could not be read and is left out."),
        RowFault.BAD_PHOTO: texts.gettext("The photo could not be read and is left out."),
        RowFault.PHOTO_ELSEWHERE: texts.gettext("The photo is only a link, and links are not followed."),
        RowFault.STAMPS_NOT_ADDED: texts.gettext(
            "The stamps are not added: this customer's card has some already."
        ),
    }[fault]
