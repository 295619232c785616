"""The figures of what customers are worth as the page shows them, from the report that was reckoned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from frontdesk.domain.office.reward_debt import Owing
from frontdesk.domain.office.worth import Brought, Face, WorthReport
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.worth.worth_list import Line
from frontdesk.wording import worth
from frontdesk.wording.worth import Price
from frontdesk.wording.worth_explained import Chapter, Figure

Say = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Told:
    """One figure: its sentence, and the people whom it counts. `over` is what is said over their list, where
    that is another sentence; `lines` say something of the first of them, where there is something to say.
    """

    figure: Figure
    say: Say
    people: tuple[int, ...] = ()
    over: Say | None = None
    lines: tuple[Line, ...] = ()


def chapters(report: WorthReport, price: Price) -> tuple[tuple[Chapter, tuple[Told, ...]], ...]:
    """Everything that the report says, in the order in which it is shown."""
    return (
        (Chapter.COME, _how_they_come(report)),
        (Chapter.BRING, _what_they_bring(report, price)),
        (Chapter.GIVE, _what_is_given(report, price)),
        (Chapter.KNOW, _whose_face(report)),
    )


def _how_they_come(report: WorthReport) -> tuple[Told, ...]:
    returned, rhythm, brought = report.returned, report.rhythm, report.brought
    return (
        Told(
            Figure.RETURNED,
            lambda: worth.returned_sentence(LANGUAGE.texts, returned),
            returned.not_again,
            lambda: worth.not_again_sentence(LANGUAGE.texts, returned),
        ),
        Told(Figure.RHYTHM, lambda: worth.rhythm_sentence(LANGUAGE.texts, rhythm), rhythm.people),
        Told(
            Figure.BROUGHT,
            lambda: worth.brought_sentence(LANGUAGE.texts, brought),
            tuple(each.friend_id for each in brought),
            lines=tuple(
                _line(report, each.friend_id, partial(_brought, each, report.names.get(each.referrer_id, "")))
                for each in brought
                if each.friend_id in report.names
            ),
        ),
    )


def _what_they_bring(report: WorthReport, price: Price) -> tuple[Told, ...]:
    ticket, coming = report.ticket, report.coming
    return (
        Told(Figure.TICKET, lambda: worth.ticket_sentence(LANGUAGE.texts, ticket, price), ticket.people),
        Told(
            Figure.COMING,
            lambda: worth.coming_sentence(LANGUAGE.texts, coming, price),
            report.rhythm.people if coming.known else (),
            lines=tuple(
                _line(report, who, partial(_likely, likely, price, in_money=coming.in_money))
                for who, likely in coming.first
            ),
        ),
    )


def _what_is_given(report: WorthReport, price: Price) -> tuple[Told, ...]:
    debt, savings = report.debt, report.savings
    ever = Told(
        Figure.SAVED,
        lambda: worth.saved_sentence(LANGUAGE.texts, savings.ever, price, ever=True),
        savings.people,
    )
    lately = Told(
        Figure.SAVED, lambda: worth.saved_sentence(LANGUAGE.texts, savings.lately, price, ever=False)
    )
    return (
        Told(
            Figure.OWED,
            lambda: worth.owed_sentence(LANGUAGE.texts, debt, price),
            debt.people,
            lines=tuple(_line(report, each.customer_id, partial(_owing, each, price)) for each in debt.first),
        ),
        Told(Figure.ON_THE_WAY, lambda: worth.on_the_way_sentence(LANGUAGE.texts, debt, price)),
        # In its first year a shop would be told the same twice.
        *((lately, ever) if savings.lately != savings.ever else (ever,)),
    )


def _whose_face(report: WorthReport) -> tuple[Told, ...]:
    if not report.faces:
        return (Told(Figure.FACES, lambda: worth.no_face_sentence(LANGUAGE.texts, report.staff)),)
    return tuple(Told(Figure.FACES, partial(_face, face), face.people) for face in report.faces)


def _line(report: WorthReport, who: int, say: Say) -> Line:
    return Line(who, report.names[who], say)


def _face(face: Face) -> str:
    return worth.face_sentence(LANGUAGE.texts, face)


def _brought(each: Brought, referrer: str) -> str:
    return worth.brought_line(LANGUAGE.texts, each, referrer or tr("Somebody we do not know"))


def _likely(likely: float, price: Price, *, in_money: bool) -> str:
    return worth.coming_line(LANGUAGE.texts, likely, price, in_money=in_money)


def _owing(each: Owing, price: Price) -> str:
    return worth.owing_line(LANGUAGE.texts, each, price)
