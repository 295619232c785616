"""What becomes of the rows of an imported file, and what they lack, in words for whoever mends the file."""

from frontdesk.domain.importing.import_batches import Fate, PreviewRow, ReadyRewards
from frontdesk.domain.importing.imports import BadRow, Column, LeftOut, RowFault
from frontdesk.texts import Texts


def outcome_sentences(texts: Texts, row: PreviewRow | BadRow) -> str:
    """What happens with a row: how it comes in and which of its values do not, or why it cannot at all."""
    if isinstance(row, BadRow):
        return row_sentence(texts, row.reason)
    left_out = (value_sentence(texts, each) for each in row.left_out)
    return " ".join((_fate_sentence(texts, row), *left_out))


def row_sentence(texts: Texts, fault: RowFault) -> str:
    """Why a whole row does not come in."""
    return {
        RowFault.NO_NAME: texts.gettext("There is no name in this row."),
        RowFault.TOO_LONG: texts.gettext("Something in this row is too long."),
        RowFault.TOO_MANY_CELLS: texts.gettext("This row has more cells than the table has columns."),
        RowFault.BROKEN_ROW: texts.gettext("This row is damaged."),
        RowFault.CARD_NOT_ENDED: texts.gettext("This contact card breaks off before its end."),
        RowFault.NOT_A_PERSON: texts.gettext("This is a company or a group, not a person."),
    }[fault]


def value_sentence(texts: Texts, left: LeftOut) -> str:
    """Why one value of a row does not come in, naming it."""
    match left.reason:
        case RowFault.STAMPS_NOT_ADDED:
            said = texts.gettext("The stamps are not added: this customer's card has some already.")
        case RowFault.HAS_LEFT:
            said = texts.gettext(
                "They left, and are not brought in again. Menu, Who left, Welcome back gives them all"
                " they had."
            )
        case RowFault.BAD_PHOTO:
            said = texts.gettext("The photo could not be read and is left out.")
        case RowFault.PHOTO_ELSEWHERE:
            said = texts.gettext("The photo is only a link, and links are not followed.")
        case RowFault.BAD_PHONE:
            said = texts.gettext("{field}: “{value}” could not be read and is kept in the note.")
        case RowFault.TOO_LONG:
            said = texts.gettext("{field}: “{value}…” is too long and is left out.")
        case _:
            said = texts.gettext("{field}: “{value}” could not be read and is left out.")
    return said.format(field=column_name(texts, left.column), value=left.detail)


def left_out_sentence(texts: Texts, rows: int) -> str:
    """Of how many rows something does not come in; empty when all of them come in whole."""
    said = texts.ngettext(
        "{n} row has something that does not come in.",
        "{n} rows have something that does not come in.",
        rows,
    )
    return said.format(n=rows) if rows else ""


def ready_sentence(texts: Texts, ready: ReadyRewards) -> str:
    """What the shop would owe on the first day; empty when nobody brings several full cards."""
    said = texts.ngettext(
        "{n} customer brings {stamps} stamps: {rewards} rewards ready at once.",
        "{n} customers bring {stamps} stamps: {rewards} rewards ready at once.",
        ready.customers,
    )
    many = said.format(n=ready.customers, stamps=ready.stamps, rewards=ready.rewards)
    return many if ready.customers else ""


def column_name(texts: Texts, column: Column) -> str:
    """What a column holds, as a heading says it."""
    return {
        Column.NAME: texts.gettext("Name"),
        Column.GIVEN_NAME: texts.gettext("Given name"),
        Column.MIDDLE_NAME: texts.gettext("Middle name"),
        Column.FAMILY_NAME: texts.gettext("Family name"),
        Column.NICKNAME: texts.gettext("Likes to be called"),
        Column.COMPANY: texts.gettext("Company"),
        Column.PHONE: texts.gettext("Phone"),
        Column.EMAIL: texts.gettext("E-mail"),
        Column.BIRTHDAY: texts.gettext("Birthday"),
        Column.NOTE: texts.gettext("Good to know"),
        Column.REFERENCE: texts.gettext("Reference"),
        Column.STAMPS: texts.gettext("Stamps"),
        Column.VISITS: texts.gettext("Visits"),
        Column.FIRST_VISIT: texts.gettext("First visit"),
        Column.LAST_VISIT: texts.gettext("Last visit"),
        Column.SPOKEN: texts.gettext("How to say it"),
        Column.LANGUAGE: texts.gettext("Language"),
        Column.GREET_BY_NAME: texts.gettext("Greet by name"),
        Column.ON_SCREEN: texts.gettext("Name on the customer's screen"),
        Column.ALLERGY: texts.gettext("Allergy"),
        Column.PREFERENCE: texts.gettext("Likes"),
        Column.CONSENTS: texts.gettext("Agreed to"),
        Column.PHOTO: texts.gettext("Photo"),
    }[column]


def _fate_sentence(texts: Texts, row: PreviewRow) -> str:
    match row.fate:
        case Fate.NEW:
            return texts.gettext("New.")
        case Fate.MATCHED:
            return texts.gettext("Completes {name}, who is here already.").format(name=row.matched_name)
        case Fate.LEFT:
            return texts.gettext("Known as {name}.").format(name=row.matched_name)
        case Fate.UNCHANGED:
            return texts.gettext("Here already as {name}.").format(name=row.matched_name)
