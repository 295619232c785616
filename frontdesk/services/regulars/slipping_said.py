"""Who had answered a feedback card and then stopped coming, and how many of them had said fine."""

from collections.abc import Iterable, Sequence

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.people.leaving import Left
from frontdesk.domain.regulars.absences import Missed
from frontdesk.domain.regulars.said_fine import Stopped
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import last_answers
from frontdesk.storage.people import leaving


def said_fine(db: Db, people: Iterable[Missed]) -> tuple[Stopped, ...]:
    """Those whose last answer was fine: who is missed, in their order, then who left, the last one first."""
    return tuple(each for each in _stopped(db, people, leaving.gone(db)) if each.said.fine)


def figure(db: Db, people: Iterable[Missed], since: int, until: int) -> CareFigure:
    """Of those who are missed now, or left between two moments, and had answered: how many had said fine."""
    stopped = _stopped(db, people, leaving.all_left(db, since, until))
    told = tuple(
        Counted(each.customer_id, each.name, each.said.at, each.said.gist.words, each.said.fine)
        for each in stopped
    )
    share = sum(each.met for each in told) / len(told) if told else None
    return CareFigure(FigureKind.SAID_FINE, share, Unit.SHARE, len(told), people=told)


def _stopped(db: Db, people: Iterable[Missed], left: Sequence[Left]) -> list[Stopped]:
    missed = [each for each in people if each.fine is None]
    gone = [each.customer_id for each in missed] + [each.customer_id for each in left]
    said = last_answers.last_said(db, gone)
    return [
        *(
            Stopped(each.customer_id, each.name, said[each.customer_id], missed=each)
            for each in missed
            if each.customer_id in said
        ),
        *(
            Stopped(each.customer_id, each.name, said[each.customer_id], left=each)
            for each in left
            if each.customer_id in said
        ),
    ]
