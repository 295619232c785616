"""Figures of the answers to feedback cards, as sentences that say on how many answers they rest."""

from frontdesk.domain.care_figures import CareFigure, FigureKind
from frontdesk.texts import Texts


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
