"""A stamp committed durably through the service, against the same statements in bare apsw."""

from pathlib import Path
from statistics import median

import apsw

from frontdesk.bootstrap import FrontDesk
from tests.benchmarks.figures import Figure, percentile, timed

ROUNDS = 500


class Recorder:
    """Writes down the statements of one stamp as the service runs them."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, tuple[object, ...]]] = []

    def __call__(self, cursor: apsw.Cursor, sql: str, values: tuple[object, ...] | None) -> bool:
        self.statements.append((sql, tuple(values or ())))
        return True


def run(desk: FrontDesk, scratch: Path) -> list[Figure]:
    customer = 1
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()
    service, floor = [], []
    recorder = Recorder()
    desk.submit(lambda: desk.store.write().connection().__setattr__("exec_trace", recorder)).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()
    desk.submit(lambda: desk.store.write().connection().__setattr__("exec_trace", None)).result()
    bare = _Bare(_copy(desk, scratch), recorder.statements)
    for _ in range(ROUNDS):
        service.append(timed(lambda: desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()))
        floor.append(timed(lambda: bare.stamp(desk.act().gesture)))
    bare.close()
    added = median(service) - median(floor)
    pair = f"{median(service):.2f} against {median(floor):.2f}, p99 {percentile(service, 0.99):.1f}"
    figures = f"adds {added:.2f} ms ({pair})"
    what = "stamp committed durably through the service, against the same statements in bare apsw, p50"
    return [Figure(what, figures, "adds ≤ 0.3 ms", added <= 0.3)]


def _copy(desk: FrontDesk, scratch: Path) -> Path:
    target = scratch / "bare.sqlite3"
    source, copy = apsw.Connection(str(desk.paths.store)), apsw.Connection(str(target))
    with copy.backup("main", source, "main") as backup:
        backup.step(-1)
    source.close()
    copy.close()
    return target


class _Bare:
    """Replays the recorded statements of a stamp with fresh ids, as a program without our layers would."""

    def __init__(self, path: Path, statements: list[tuple[str, tuple[object, ...]]]) -> None:
        self._db = apsw.Connection(str(path))
        for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=1", "recursive_triggers=1"):
            self._db.execute(f"PRAGMA {pragma}")
        skip = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
        self._statements = [each for each in statements if not each[0].startswith(skip)]

    def stamp(self, gesture: bytes) -> None:
        execute = self._db.execute
        execute("BEGIN IMMEDIATE")
        gesture_id = None
        for sql, values in self._statements:
            fresh = list(values)
            if sql.startswith("INSERT INTO gesture"):
                fresh[0] = gesture
                execute(sql, fresh)
                gesture_id = self._db.last_insert_rowid()
            elif sql.startswith("INSERT INTO ledger_entry"):
                head = "SELECT max(chain_no) + 1 FROM ledger_entry WHERE epoch_id = ?"
                number = next(execute(head, (values[12],)))[0]
                fresh[0], fresh[10], fresh[13] = gesture, gesture_id, number
                execute(sql, fresh)
            else:
                list(execute(sql, fresh))
        execute("COMMIT")

    def close(self) -> None:
        self._db.close()
