"""The search service against the same statements in bare apsw, and how often a name is found by its sound."""

import csv
import random
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import apsw

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from tests.benchmarks import shops
from tests.benchmarks.figures import Figure, in_turn, percentile

ROUNDS = 400
LIMIT = 24
SHOWN = 3
OTHERS = 4000
NAMES = Path(__file__).parents[1] / "data" / "names_open.tsv"
NOBODYS_GUESS = "-"
"""How the name is said, so that the service does not fill it in and the search has to know it."""

Statement = tuple[str, tuple[object, ...]]


def queries(desk: FrontDesk, count: int, seed: int = 2) -> list[str]:
    """What cashiers type: the first one to five characters of a name, or the end of a phone number."""
    rng = random.Random(seed)
    rows = list(desk.store.read().run("SELECT name, spoken, phone_digits FROM customer ORDER BY id"))
    typed = []
    for _ in range(count):
        name, spoken, phone = rng.choice(rows)
        text = rng.choice([name, name, spoken or name, phone[-4:] or name])
        typed.append(text[: rng.randrange(1, 6)])
    return typed


def slips(desk: FrontDesk, count: int, seed: int = 3) -> Iterator[str]:
    """Whole first names with one letter changed: what is the slowest to find."""
    rng = random.Random(seed)
    rows = list(desk.store.read().run("SELECT spoken FROM customer WHERE spoken <> '' ORDER BY id"))
    for _ in range(count):
        word = rng.choice(rows)[0].split()[0]
        at = rng.randrange(len(word))
        yield word[:at] + rng.choice("abdeghiklmnoprstuv") + word[at + 1 :]


def run(desk: FrontDesk, scratch: Path) -> list[Figure]:
    with closing(shops.fill(scratch, OTHERS, visits_each=0)) as smaller:
        return [_ratio(desk), _slowest(desk), _by_sound(smaller)]


def _ratio(desk: FrontDesk) -> Figure:
    bare = apsw.Connection(str(desk.paths.store), flags=apsw.SQLITE_OPEN_READONLY)
    bare.pragma("cache_size", -16_000)
    ratios, service_times = [], []
    for text in queries(desk, ROUNDS):
        statements = _statements(desk, text)
        (service, floor) = in_turn(
            lambda text=text: desk.search.search(text, LIMIT),
            lambda statements=statements: _replay(bare, statements),
            rounds=3,
        )
        service_times.append(median(service))
        ratios.append(median(service) / median(floor))
    bare.close()
    ratio = median(ratios)
    spread = (
        f"{ratio:.2f}× (p50 {median(service_times):.2f} ms, p99 {percentile(service_times, 0.99):.2f} ms)"
    )
    what = "search service against the same statements in bare apsw, p50"
    return Figure(what, spread, "≤ 1.5×", ratio <= 1.5)


def _statements(desk: FrontDesk, text: str) -> list[Statement]:
    """What the service asks the store for one search."""
    said: list[Statement] = []

    def note(cursor: object, sql: str, values: Iterable[object] | None) -> bool:
        said.append((sql, tuple(values or ())))
        return True

    connection = desk.store.read().connection()
    connection.exec_trace = note
    desk.search.search(text, LIMIT)
    connection.exec_trace = None
    return said


def _replay(bare: apsw.Connection, statements: list[Statement]) -> None:
    for sql, values in statements:
        list(bare.execute(sql, values))


def _slowest(desk: FrontDesk) -> Figure:
    times = []
    for text in slips(desk, ROUNDS):
        (service,) = in_turn(lambda text=text: desk.search.search(text, LIMIT), rounds=3)
        times.append(median(service))
    worst = percentile(times, 0.99)
    what = "search for a name with a slip of the finger, p99"
    return Figure(what, f"{worst:.1f} ms (p50 {median(times):.1f})", "≤ 16 ms", worst <= 16)


def _by_sound(desk: FrontDesk) -> Figure:
    """Names of the open list, added to the shop, and found by their usual Latin spelling among all others."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        pairs = [(row["native"], row["latin"]) for row in csv.DictReader(file, delimiter="\t")]
    for native, _ in pairs:
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(native, spoken=NOBODYS_GUESS)).result()
    found = sum(
        native in [hit.name for hit in desk.search.find(latin, LIMIT)[:SHOWN]] for native, latin in pairs
    )
    share = found / len(pairs)
    what = "names in eleven scripts found by their usual spelling, in the first three of 4,200"
    return Figure(what, f"{share:.0%} ({found} of {len(pairs)})", "≥ 90%", share >= 0.9)
