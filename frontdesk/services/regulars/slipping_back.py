"""Somebody who was missed is here again: what is known of it, for whoever greets them on that day."""

from typing import Final

from frontdesk.domain.days import day_at
from frontdesk.domain.regulars.absences import Absence, StepKind
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.open_days import OpenDays
from frontdesk.domain.regulars.slipping import is_missed, long_silences
from frontdesk.services.regulars.slipping_lesson import Ground, moment_of
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import absences, habits

TOLD_BY: Final = 150
"""The latest visits: a rhythm forgets what is older."""


def greeting_lines(db: Db, root_id: int, ground: Ground, opening: OpenDays) -> list[GreetingLine]:
    """That they were missed: before the first act of their visit, and for the rest of that day."""
    days = sorted({day_at(at, ground.zone).toordinal() for at in habits.begun(db, root_id, TOLD_BY)})
    ended = (each for each in long_silences(days, ground.today, opening) if each.came in (None, ground.today))
    silence = next(ended, None)
    if silence is None or not is_missed(silence, ground.rules.false_alarms):
        return []
    since, until = moment_of(silence.last, ground.zone), moment_of(ground.today + 1, ground.zone)
    return [
        GreetingLine(
            LineKind.BACK_AFTER_LONG,
            number=ground.today - silence.last,
            at=since,
            every=silence.every,
            absence=_absence(db, root_id, moment_of(silence.last + 1, ground.zone), until),
        )
    ]


def _absence(db: Db, root_id: int, since: int, until: int) -> Absence:
    """What was noted while they were away: the latest reason and words, when somebody reached them."""
    steps = [each for each in absences.steps_of(db, [root_id]).get(root_id, ()) if since <= each.at < until]
    written = [at for at in absences.written_to(db, [root_id]).get(root_id, ()) if since <= at < until]
    called = [step.at for step in steps if step.kind is StepKind.CALLED]
    return Absence(
        next((step.reason for step in steps if step.reason is not None), None),
        max([*called, *written], default=None),
        next((step.note for step in steps if step.note), ""),
    )
