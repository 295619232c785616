"""The figures of an overview counted anew, row by row, by somebody who does not know how they are made."""

from collections import Counter
from collections.abc import Iterator
from statistics import median

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.days import DAY
from frontdesk.domain.office.overview import FigureName, Told
from frontdesk.storage.database import Row

LAPSES = 600_000


class Recount:
    """All rows of a shop as they are now."""

    def __init__(self, desk: FrontDesk) -> None:
        self.db = desk.store.read()
        self.root = dict[int, int](self._rows("SELECT id, root_id FROM customer"))
        self.prior: Counter[int] = Counter()
        for id_, visits in self._rows("SELECT id, prior_visits FROM customer WHERE prior_visits > 0"):
            self.prior[self.root[id_]] += visits
        self.gone = {
            id_ for (id_,) in self._rows("SELECT id FROM customer WHERE archived_at > 0 OR erased_at > 0")
        }
        rows = self._rows("SELECT customer_id, at FROM visit WHERE void = 0")
        self.visits = [(self.root[id_], at) for id_, at in rows]
        self.entries = list(self._entries())

    def told(self, name: FigureName, since: int, until: int, within_s: int) -> Told:
        came = self.who(FigureName.VISITS, since, until)
        match name:
            case FigureName.VISITS:
                return Told(sum(since <= at < until for _, at in self.visits), len(came))
            case FigureName.REGULARS | FigureName.NEW | FigureName.RETURNING:
                return Told(len(self.who(name, since, until)), len(came))
            case FigureName.STAMPS:
                return Told(
                    sum(stamps for _, kind, stamps in self._given(since, until) if kind != "REDEEMED")
                )
            case FigureName.REWARDS:
                return Told(sum(kind == "REDEEMED" for _, kind, _ in self._given(since, until)))
            case FigureName.PROMISES:
                return self._promises(since, until)
            case FigureName.MOOD:
                return self._mood(since, until)
            case FigureName.DOOR:
                return self._door(since, until, within_s)
        raise ValueError(name)

    def who(self, name: FigureName, since: int, until: int) -> set[int]:
        """The people of a figure, also those who left."""
        came = {who for who, at in self.visits if since <= at < until}
        match name:
            case FigureName.VISITS:
                return came
            case FigureName.REGULARS:
                return {who for who in came if self._is_regular(who)}
            case FigureName.NEW:
                return {who for who in came if min(self._of(who)) >= since and who not in self.prior}
            case FigureName.RETURNING:
                return came - self.who(FigureName.NEW, since, until)
            case FigureName.STAMPS:
                return {who for who, kind, _ in self._given(since, until) if kind != "REDEEMED"}
            case FigureName.REWARDS:
                return {who for who, kind, _ in self._given(since, until) if kind == "REDEEMED"}
        raise ValueError(name)

    def _is_regular(self, who: int) -> bool:
        days = self._of(who)
        return len(days) + self.prior[who] >= 5 and max(days) - min(days) >= 14 * DAY

    def _of(self, who: int) -> list[int]:
        return [at for other, at in self.visits if other == who]

    def _given(self, since: int, until: int) -> list[tuple[int, str, int]]:
        return [(who, kind, stamps) for who, kind, stamps, at in self.entries if since <= at < until]

    def _entries(self) -> Iterator[tuple[int, str, int, int]]:
        """What stands of stamps that were given and rewards that were taken."""
        reversed_ = {id_ for (id_,) in self._rows("SELECT reverses_id FROM ledger_entry") if id_}
        rows = self._rows(
            "SELECT e.id, k.customer_id, e.kind, e.stamps, e.at FROM ledger_entry AS e"
            " JOIN card AS k ON k.id = e.card_id JOIN programme AS p ON p.id = k.programme_id"
            " WHERE p.kind = 'STAMPS'"
        )
        for id_, customer, kind, stamps, at in rows:
            if id_ not in reversed_ and kind in ("EARNED", "GOODWILL", "REDEEMED"):
                yield self.root[customer], kind, stamps, at

    def _promises(self, since: int, until: int) -> Told:
        undone = {id_ for (id_,) in self._rows("SELECT undoes_id FROM gesture") if id_}
        done: dict[int, int] = {}
        for request, to, at, gesture in self._rows(
            "SELECT request_id, to_state, at, gesture_id FROM request_event"
            " WHERE gesture_id NOT IN (SELECT id FROM gesture WHERE undoes_id > 0) ORDER BY at DESC"
        ):
            if to in ("READY", "FULFILLED") and gesture not in undone:
                done[request] = at
        kept = of = 0
        for id_, promised, state in self._rows("SELECT id, promised_at, state FROM request"):
            if promised is not None and since <= promised < until and state not in ("DECLINED", "CANCELLED"):
                of += 1
                kept += id_ in done and done[id_] <= promised
        return Told(kept, of)

    def _mood(self, since: int, until: int) -> Told:
        moods = [
            mood
            for mood, at, state in self._rows("SELECT mood, came_at, state FROM feedback_response")
            if mood is not None and since <= at < until and state != "SET_ASIDE"
        ]
        mean = sum(moods) / len(moods) if moods else None
        return Told(mean, len(moods), tuple(moods.count(face) for face in range(1, 6)))

    def _door(self, since: int, until: int, within_s: int) -> Told:
        after, not_noted = list[int](), 0
        for id_, at in self._rows("SELECT id, at FROM arrival"):
            if not since <= at < until:
                continue
            steps = self._rows(f"SELECT state, at FROM arrival_step WHERE arrival_id = {id_} ORDER BY id")
            state, said_at = steps[-1] if steps else ("WAITING", 0)
            if state == "GREETED" and 0 <= said_at - at <= LAPSES:
                after.append(said_at - at)
            elif state == "GREETED" or (state == "WAITING" and not -60_000 <= until - at <= LAPSES):
                not_noted += 1
        in_time = sum(each <= within_s * 1000 for each in after)
        middle = median(after) / 1000 if after else None
        return Told(middle, len(after), (in_time, len(after) - in_time, not_noted))

    def _rows(self, sql: str) -> list[Row]:
        return list(self.db.run(sql))
