"""How the shop does with those who slip away: who is quiet, who is lost, why, and who came back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.regulars.absences import AbsenceStep, AwayReason, Missed, StepKind
from frontdesk.domain.regulars.slipping import Missing, Silence, missed_from
from frontdesk.services.regulars.slipping_lesson import Ground, moment_of
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import absences

CONTACTED: Final = "CONTACTED"
"""What the figure of who came back is about where somebody had called or written to them; else it has no
code.
"""


def figures(
    db: Db,
    people: Sequence[Missed],
    before: Mapping[int, Sequence[Silence]],
    ground: Ground,
    since: int,
    until: int,
) -> tuple[CareFigure, ...]:
    """Quiet and lost are those of now; a reason, and a return, those of between the two moments."""
    return (
        _standing(FigureKind.QUIET, Missing.QUIET, people, ground),
        _standing(FigureKind.LOST, Missing.LOST, people, ground),
        *_reasons(db, since, until),
        *_came_back(db, before, ground, since, until),
    )


def _standing(kind: FigureKind, state: Missing, people: Sequence[Missed], ground: Ground) -> CareFigure:
    told = tuple(
        Counted(each.customer_id, each.name, moment_of(each.silence.last, ground.zone))
        for each in people
        if each.state is state and each.fine is None
    )
    return CareFigure(kind, float(len(told)), of=len(people), people=told)


def _reasons(db: Db, since: int, until: int) -> Iterator[CareFigure]:
    """Each reason that was given, and by whom: the latest of each person."""
    latest: dict[int, AbsenceStep] = {}
    for root_id, step in absences.noted_between(db, since, until):
        if step.kind is StepKind.ASKED:
            latest[root_id] = step
    for reason in AwayReason:
        told = [(root_id, step.at, step.note) for root_id, step in latest.items() if step.reason is reason]
        if told:
            people = absences.counted(db, told)
            yield CareFigure(
                FigureKind.WHY_AWAY, float(len(told)), of=len(latest), about=reason.value, people=people
            )


def _came_back(
    db: Db, before: Mapping[int, Sequence[Silence]], ground: Ground, since: int, until: int
) -> Iterator[CareFigure]:
    """Of those who began to be missed between the moments: who came again since, with and without a word."""
    began = [
        (root_id, silence)
        for root_id, several in before.items()
        for silence in several
        if since <= _missed_at(silence, ground) < until
    ]
    root_ids = {root_id for root_id, _ in began}
    reached, known = _reached(db, root_ids), absences.people(db, root_ids)
    for contacted in (True, False):
        people = tuple(
            _counted(root_id, known[root_id].name, silence, ground)
            for root_id, silence in began
            if root_id in known and _was_reached(reached.get(root_id, ()), silence, ground) is contacted
        )
        share = sum(each.met for each in people) / len(people) if people else None
        about = CONTACTED if contacted else ""
        yield CareFigure(FigureKind.CAME_BACK, share, Unit.SHARE, len(people), about, people)


def _counted(root_id: int, name: str, silence: Silence, ground: Ground) -> Counted:
    """When they came again, or when they had come last."""
    at = moment_of(silence.came if silence.came is not None else silence.last, ground.zone)
    return Counted(root_id, name, at, met=silence.came is not None)


def began(
    before: Mapping[int, Sequence[Silence]], ground: Ground, spans: Sequence[tuple[date, date]]
) -> list[int]:
    """How many began to be missed in each span of days."""
    days = [_missed_from(silence, ground) for several in before.values() for silence in several]
    return [sum(first.toordinal() <= day <= last.toordinal() for day in days) for first, last in spans]


def _missed_at(silence: Silence, ground: Ground) -> int:
    return moment_of(_missed_from(silence, ground), ground.zone)


def _missed_from(silence: Silence, ground: Ground) -> int:
    """About the day on which they began to be missed: closed days are not looked up again for a figure."""
    return silence.last + missed_from(silence.gap, ground.rules.false_alarms)


def _reached(db: Db, root_ids: set[int]) -> dict[int, list[int]]:
    """When these people were called or written to."""
    reached = {root_id: list(moments) for root_id, moments in absences.written_to(db, root_ids).items()}
    for root_id, steps in absences.steps_of(db, root_ids).items():
        called = (step.at for step in steps if step.kind is StepKind.CALLED)
        reached.setdefault(root_id, []).extend(called)
    return reached


def _was_reached(moments: Sequence[int], silence: Silence, ground: Ground) -> bool:
    end = moment_of(silence.came if silence.came is not None else ground.today + 1, ground.zone)
    return any(moment_of(silence.last + 1, ground.zone) <= at < end for at in moments)
