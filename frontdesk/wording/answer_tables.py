"""What becomes of the rows of a hosted form's table, in words for whoever brings it in."""

from frontdesk.domain.feedback.response_tables import (
    AnswersBrought,
    AnswersPreview,
    BadAnswerRow,
    ReadyAnswer,
    RowTrouble,
)
from frontdesk.texts import Texts
from frontdesk.wording.questions import box_name, mood_name


def preview_sentence(texts: Texts, preview: AnswersPreview) -> str:
    """How many are new, known and left out."""
    new = texts.ngettext("{n} answer is new.", "{n} answers are new.", preview.new).format(n=preview.new)
    said = [new if preview.new else texts.gettext("There is no new answer in this file.")]
    if preview.known:
        known = texts.ngettext(
            "{n} came in before and is left as it is.",
            "{n} came in before and are left as they are.",
            preview.known,
        )
        said.append(known.format(n=preview.known))
    if preview.bad:
        bad = texts.ngettext("{n} row cannot come in.", "{n} rows cannot come in.", len(preview.bad))
        said.append(bad.format(n=len(preview.bad)))
    return " ".join(said)


def left_alone_sentence(texts: Texts, headers: tuple[str, ...]) -> str:
    """Which columns say nothing to us; empty where all of them do."""
    named = ", ".join(f"“{header}”" for header in headers)
    return texts.gettext("Left alone: {columns}").format(columns=named) if headers else ""


def row_words(texts: Texts, row: ReadyAnswer) -> str:
    """What a row says, in one line; a time that could not be read is named."""
    face = mood_name(texts, row.draft.mood) if row.draft.mood is not None else ""
    boxes = [box_name(texts, each.point) for each in row.draft.answers if each.point is not None]
    said = " · ".join(filter(None, (face, *boxes, *(each.words for each in row.draft.answers))))
    if not row.unread_time:
        return said
    unread = texts.gettext("“{time}” is no time we can read: it counts as of now.")
    return f"{said} · {unread.format(time=row.unread_time)}"


def trouble_words(texts: Texts, row: BadAnswerRow) -> str:
    """The line, and why it does not come in."""
    reason = trouble_sentence(texts, row.trouble)
    return texts.gettext("Line {line}: {reason}").format(line=row.line, reason=reason)


def trouble_sentence(texts: Texts, trouble: RowTrouble) -> str:
    match trouble:
        case RowTrouble.NO_CODE:
            return texts.gettext("There is no card's code in this row.")
        case RowTrouble.UNKNOWN_CARD:
            return texts.gettext("No feedback card of this shop has this code.")
        case RowTrouble.NOTHING_SAID:
            return texts.gettext("No question is answered in this row.")
        case RowTrouble.TOO_LONG:
            return texts.gettext("Something in this row is too long.")
        case RowTrouble.TOO_MANY_CELLS:
            return texts.gettext("This row has more cells than the table has columns.")
        case RowTrouble.BROKEN_ROW:
            return texts.gettext("This row is damaged.")
        case RowTrouble.WAS_SET_ASIDE:
            return texts.gettext("This answer had been set aside.")
        case RowTrouble.ANSWERED_TODAY:
            return texts.gettext("This card has its answer of that day already.")
        case RowTrouble.ENOUGH_ANSWERS:
            return texts.gettext("Too many answers came on this code within one hour.")
        case RowTrouble.SENT_AGAIN:
            return texts.gettext("They sent the form once more within the hour: the later row counts.")
        case RowTrouble.STAYS:
            return texts.gettext("This answer was changed, or somebody sees to it: it stays.")


def brought_sentence(texts: Texts, done: AnswersBrought) -> str:
    """What came in, and how many were not happy."""
    count = len(done.gestures)
    if not count:
        return texts.gettext("No answer came in.")
    said = [texts.ngettext("{n} answer came in.", "{n} answers came in.", count).format(n=count)]
    if done.stopped:
        said.append(texts.gettext("It was stopped there: the same file brings the rest."))
    if done.unhappy:
        unhappy = texts.ngettext(
            "{n} was not happy: it is first among the answers.",
            "{n} were not happy: they are first among the answers.",
            done.unhappy,
        )
        said.append(unhappy.format(n=done.unhappy))
    return " ".join(said)


def taken_back_sentence(texts: Texts, done: AnswersBrought) -> str:
    """What taking all of them back did."""
    if not done.refused:
        return texts.gettext("The answers are set aside, and the file may come in again.")
    kept = texts.ngettext(
        "The answers are set aside. {n} stays: it was changed, or somebody sees to it.",
        "The answers are set aside. {n} stay: they were changed, or somebody sees to them.",
        len(done.refused),
    )
    return kept.format(n=len(done.refused))
