"""The door timer: somebody came in, and somebody greets them."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.days import MINUTE, WEEK
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.arrivals import LAPSES_AFTER, Arrival, ArrivalState, Greetings, greetings_of
from frontdesk.services.gesture import begin
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import care_rules
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import arrivals
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ArrivalSaved:
    """An arrival as it now stands; `gesture` undoes what was done, None where nothing was."""

    arrival: Arrival
    gesture: bytes | None
    changes: Changes


_BEFORE: Final = {
    "ARRIVE": ArrivalState.DROPPED,
    "GREET_ARRIVAL": ArrivalState.WAITING,
    "DROP_ARRIVAL": ArrivalState.WAITING,
}
"""What an arrival is once such an act is taken back."""


class ArrivalService:
    """Nobody says who came in: an arrival knows no customer, and nothing but a tap answers it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self, now: int) -> tuple[Arrival, ...]:
        """Who came in and was not greeted yet, whoever waits longest first."""
        found = arrivals.between(self._store.read(), now - LAPSES_AFTER, now + MINUTE + 1)
        return tuple(each for each in found if each.waits(now))

    def week(self, now: int) -> Greetings:
        """What the greetings of the last seven days come to."""
        return self._greetings(now - WEEK, now)[0]

    def came(self, act: Act) -> ArrivalSaved:
        """Somebody came in."""
        db = self._store.write()
        begun = begin(self._store, act, "ARRIVE")
        if begun is not None:
            arrivals.add(db, self._store.new_id, act, begun.id)
        return self._saved(db, act)

    def greet(self, act: Act, arrival_id: int, by_id: int | None = None) -> ArrivalSaved:
        """Whoever acts greets them, or `by_id`; the first one to say so is the one who is noted.

        Raises `Refused` UNKNOWN_STAFF, and `LookupError` where there is no such arrival.
        """
        db, by = self._store.write(), act.staff_id if by_id is None else by_id
        if gestures.find(db, act.gesture) is None and shop.role_of(db, by) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        return self._step(act, "GREET_ARRIVAL", arrival_id, ArrivalState.GREETED, by)

    def drop(self, act: Act, arrival_id: int) -> ArrivalSaved:
        """They went again, or the key was a mistake. Raises `LookupError` where there is no such arrival."""
        return self._step(act, "DROP_ARRIVAL", arrival_id, ArrivalState.DROPPED)

    def undo(self, act: Act, gesture: bytes) -> ArrivalSaved:
        """Take the last act at the door back: who was greeted or went waits again; who came in did not.

        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, MOVED_ON.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _BEFORE)
        if undone is None:
            return self._saved(db, act)
        arrival_id = arrivals.made_by(db, undone.id)
        assert arrival_id is not None, "such an act is about an arrival"
        check_last(undone, arrivals.last_step(db, arrival_id))
        begun = begin(self._store, act, "UNDO_ARRIVAL", undoes_id=undone.id)
        if begun is not None:
            back = _BEFORE[undone.kind]
            arrivals.add_step(db, self._store.new_id, act, begun.id, arrival_id, back)
        return self._saved(db, act)

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """After how long a span's arrivals were greeted, how many in time, and how many nobody noted.

        They have no names: an arrival is opened by who greeted it.
        """
        greetings, found = self._greetings(since, until)
        in_time = care_rules.rules(self._store.read()).greet_within_s * 1000
        after = [(each, each.greeted_after()) for each in found]
        timed = [(each, spent) for each, spent in after if spent is not None]
        return (
            CareFigure(
                FigureKind.GREETED_IN_TIME,
                greetings.in_time,
                Unit.SHARE,
                greetings.measured,
                people=tuple(_counted(each, met=spent <= in_time) for each, spent in timed),
            ),
            CareFigure(
                FigureKind.GREETED_AFTER,
                greetings.median_s,
                Unit.SECONDS,
                greetings.measured,
                people=tuple(_counted(each) for each, _ in timed),
            ),
            CareFigure(
                FigureKind.GREETING_NOT_NOTED,
                greetings.not_noted,
                of=greetings.measured + greetings.not_noted,
            ),
        )

    def _greetings(self, since: int, until: int) -> tuple[Greetings, tuple[Arrival, ...]]:
        db = self._store.read()
        found = arrivals.between(db, since, until)
        return greetings_of(found, care_rules.rules(db).greet_within_s, until), found

    def _step(
        self, act: Act, kind: str, arrival_id: int, state: ArrivalState, by_id: int | None = None
    ) -> ArrivalSaved:
        """Only one who waits gets an answer: a second one changes nothing."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._saved(db, act)
        if arrivals.get(db, arrival_id).state is not ArrivalState.WAITING:
            return ArrivalSaved(arrivals.get(db, arrival_id), None, Changes(arrivals=True))
        begun = begin(self._store, act, kind)
        if begun is not None:
            arrivals.add_step(db, self._store.new_id, act, begun.id, arrival_id, state, by_id)
        return self._saved(db, act)

    @staticmethod
    def _saved(db: Db, act: Act) -> ArrivalSaved:
        """What this act did, now or when it was first asked for."""
        gesture_id = gestures.find(db, act.gesture)
        arrival_id = arrivals.made_by(db, gesture_id) if gesture_id is not None else None
        if arrival_id is None:
            raise LookupError(act.gesture.hex())
        return ArrivalSaved(arrivals.get(db, arrival_id), act.gesture, Changes(arrivals=True))


def _counted(arrival: Arrival, *, met: bool = True) -> Counted:
    return Counted(None, arrival.greeter, arrival.at, met=met)
