"""Those who are missed, with what a list shows of them: names, what was done, whether to let them be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from frontdesk.domain.days import day_at
from frontdesk.domain.regulars.absences import AbsenceStep, Missed, StepKind, lets_be
from frontdesk.domain.regulars.slipping import Missing, missing
from frontdesk.services.regulars.slipping_lesson import Absent, Ground, moment_of
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import absences


def described(db: Db, absent: Mapping[int, Absent], ground: Ground) -> Iterator[Missed]:
    """These people in their order, without those who left or were put away."""
    people = absences.people(db, absent)
    steps, written = absences.steps_of(db, absent), absences.written_to(db, absent)
    for root_id, each in absent.items():
        person = people.get(root_id)
        if person is None:
            continue
        came_at = moment_of(each.silence.last + 1, ground.zone)
        since = tuple(step for step in steps.get(root_id, ()) if step.at >= came_at)
        yield Missed(
            root_id,
            person.name,
            person.has_photo,
            missing(each.silence, each.chance),
            each.silence,
            ground.today - each.silence.last,
            each.chance,
            each.worth,
            since,
            _reached_at(since, written.get(root_id, ()), came_at),
            _fine(steps.get(root_id, ()), each, ground),
            person.by_name,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is missed and not let be, who is missed most first."""

    quiet: tuple[int, ...]
    lost: tuple[int, ...]


def standing(db: Db, absent: Mapping[int, Absent], ground: Ground) -> Standing:
    """As `described`, but only who they are: a count needs nobody's name. Nearly nobody is let be, so only
    those are looked at of whom something was noted.
    """
    noted = {id_: absent[id_] for id_ in absences.noted_of(db, absent)}
    let_be = {each.customer_id for each in described(db, noted, ground) if each.fine is not None}
    found: dict[Missing, list[int]] = {state: [] for state in Missing}
    for root_id in absences.listed(db, absent):
        if root_id not in let_be:
            each = absent[root_id]
            found[missing(each.silence, each.chance)].append(root_id)
    return Standing(tuple(found[Missing.QUIET]), tuple(found[Missing.LOST]))


def _reached_at(steps: tuple[AbsenceStep, ...], written: Sequence[int], came_at: int) -> int | None:
    called = [step.at for step in steps if step.kind is StepKind.CALLED]
    return max([*called, *(at for at in written if at >= came_at)], default=None)


def _fine(steps: Sequence[AbsenceStep], absent: Absent, ground: Ground) -> AbsenceStep | None:
    """By which step nobody is to miss them today, the latest of them."""
    for step in steps:
        noted_on = day_at(step.at, ground.zone).toordinal()
        if lets_be(step, absent.silence.last, noted_on, ground.day):
            return step
    return None
