"""Figures of the answers to feedback cards, as sentences that say on how many answers they rest."""

from zoneinfo import ZoneInfo

from babel.numbers import format_decimal

from frontdesk.domain.care.care_figures import CareFigure, FigureKind
from frontdesk.domain.days import day_at
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.response_figures import Handed, Tally, WeekMood
from frontdesk.domain.feedback.said_often import SaidOften
from frontdesk.texts import Texts
from frontdesk.wording.dates import day_of_year, full_date
from frontdesk.wording.questions import box_name


def answered_share(texts: Texts, figure: CareFigure) -> str:
    """A sentence of {n}, of which {met} did, which is {share} percent."""
    match figure.kind:
        case FigureKind.ANSWERED_HAPPY:
            return texts.ngettext(
                "Of {n} answer with a face, {met} was happy ({share} %).",
                "Of {n} answers with a face, {met} were happy ({share} %).",
                figure.of,
            )
        case FigureKind.ACKNOWLEDGED:
            return texts.ngettext(
                "Of {n} answer, {met} was acknowledged ({share} %).",
                "Of {n} answers, {met} were acknowledged ({share} %).",
                figure.of,
            )
        case FigureKind.SAID_FINE:
            return texts.ngettext(
                "Of {n} who stopped coming and had answered a card, {met} had said it was fine ({share} %).",
                "Of {n} who stopped coming and had answered a card, {met} had said it was fine ({share} %).",
                figure.of,
            )
    raise ValueError(figure.kind)


def all_sentence(texts: Texts, tally: Tally) -> str:
    """What came back in all, and what it says of the mood, where it says anything."""
    came = len(tally.ids)
    if not came:
        return texts.gettext("No answer came back in this time. Hand out a feedback card with F10.")
    if not tally.enough:
        return texts.ngettext(
            "{n} answer came back: too few to say how you are doing.",
            "{n} answers came back: too few to say how you are doing.",
            came,
        ).format(n=came)
    return texts.ngettext(
        "{n} answer came back. Of {faces} faces the mean is {mean} of 5; {unhappy} were not happy.",
        "{n} answers came back. Of {faces} faces the mean is {mean} of 5; {unhappy} were not happy.",
        came,
    ).format(n=came, faces=tally.faces, mean=_mean(texts, tally), unhappy=tally.unhappy)


def week_sentence(texts: Texts, week: WeekMood) -> str:
    """The mood of one week, or that too few answered to say."""
    day, tally = day_of_year(texts, week.first), week.tally
    if not tally.enough:
        return texts.ngettext(
            "Week of {day}: {n} answer, too few to say.",
            "Week of {day}: {n} answers, too few to say.",
            len(tally.ids),
        ).format(day=day, n=len(tally.ids))
    return texts.ngettext(
        "Week of {day}: {n} answer. Of {faces} faces the mean is {mean} of 5; {share} % were not happy.",
        "Week of {day}: {n} answers. Of {faces} faces the mean is {mean} of 5; {share} % were not happy.",
        len(tally.ids),
    ).format(
        day=day,
        n=len(tally.ids),
        faces=tally.faces,
        mean=_mean(texts, tally),
        share=round(tally.unhappy_share * 100),
    )


def batch_sentence(texts: Texts, handed: Handed, zone: ZoneInfo) -> str:
    """How many cards of a batch came back. Of a code that many share nobody knows how many saw it."""
    what = _batch_name(texts, handed, zone)
    if not handed.cards:
        return texts.ngettext(
            "{what}: {n} answer. Nobody knows how many saw it.",
            "{what}: {n} answers. Nobody knows how many saw it.",
            len(handed.tally.ids),
        ).format(what=what, n=len(handed.tally.ids))
    return _came_back(texts, what, handed)


def host_sentence(texts: Texts, handed: Handed) -> str:
    """How many of the cards came back that show one of the staff, or that they handed over."""
    return _came_back(texts, handed.host or texts.gettext("Cards without a face"), handed)


def often_sentence(texts: Texts, said: SaidOften) -> str:
    """How many said it: a box, or words of one kind as they were written most often."""
    n = len(said.ids)
    if said.point is not None:
        what = box_name(texts, said.point)
        return texts.ngettext("{what}: ticked {n} time.", "{what}: ticked {n} times.", n).format(
            what=what, n=n
        )
    return texts.ngettext("“{words}”: in {n} answer.", "“{words}”: in {n} answers.", n).format(
        words=said.words, n=n
    )


def format_name(texts: Texts, format: CardFormat) -> str:
    """What was printed, as a heading says it."""
    match format:
        case CardFormat.CARD:
            return texts.pgettext("feedback cards", "Cards")
        case CardFormat.FORM:
            return texts.pgettext("feedback cards", "Cards with all questions")
        case CardFormat.TENT:
            return texts.pgettext("feedback cards", "Table tent")
        case CardFormat.POSTER:
            return texts.pgettext("feedback cards", "Poster")
        case CardFormat.RECEIPT:
            return texts.pgettext("feedback cards", "Receipts")
        case CardFormat.SCREEN:
            return texts.pgettext("feedback cards", "Customer's screen")


def _batch_name(texts: Texts, handed: Handed, zone: ZoneInfo) -> str:
    if handed.format is None:
        return texts.gettext("Handed over one by one")
    name = format_name(texts, handed.format)
    if handed.at is None:
        return name
    printed = full_date(texts, day_at(handed.at, zone))
    if handed.host:
        return texts.gettext("{what} with {name}, {date}").format(what=name, name=handed.host, date=printed)
    return texts.gettext("{what}, {date}").format(what=name, date=printed)


def _came_back(texts: Texts, what: str, handed: Handed) -> str:
    if not handed.enough:
        said = texts.ngettext(
            "{what}: of {n} card, {answered} came back; too few to say.",
            "{what}: of {n} cards, {answered} came back; too few to say.",
            handed.cards,
        )
    else:
        said = texts.ngettext(
            "{what}: of {n} card, {answered} came back ({share} %).",
            "{what}: of {n} cards, {answered} came back ({share} %).",
            handed.cards,
        )
    share = round(handed.share * 100)
    return said.format(what=what, n=handed.cards, answered=handed.answered, share=share)


def _mean(texts: Texts, tally: Tally) -> str:
    return str(format_decimal(round(tally.mean, 1), format="0.0", locale=texts.language))
