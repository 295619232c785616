"""The search service against the same statements in bare apsw, on 100,000 customers."""

import random
from statistics import median

import apsw

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.folding import words
from frontdesk.storage import search
from tests.benchmarks.figures import Figure, in_turn, percentile

ROUNDS = 400
LIMIT = 24


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


def run(desk: FrontDesk) -> list[Figure]:
    bare = apsw.Connection(str(desk.paths.store), flags=apsw.SQLITE_OPEN_READONLY)
    bare.pragma("cache_size", -16_000)
    ratios, service_times = [], []
    for text in queries(desk, ROUNDS):
        (service, floor) = in_turn(
            lambda text=text: desk.search.find(text, LIMIT), lambda text=text: _bare(bare, text), rounds=3
        )
        service_times.append(median(service))
        ratios.append(median(service) / median(floor))
    ratio = median(ratios)
    bare.close()
    spread = (
        f"{ratio:.2f}× (p50 {median(service_times):.2f} ms, p99 {percentile(service_times, 0.99):.2f} ms)"
    )
    return [
        Figure("search service against the same statements in bare apsw, p50", spread, "≤ 1.5×", ratio <= 1.5)
    ]


def _bare(connection: apsw.Connection, text: str) -> list[tuple[object, ...]]:
    """The statements that the service runs for `text`, and nothing else."""
    tokens = [text] if text.isdecimal() else words(text)  # as the service reads it
    if not tokens:
        return []
    rows = list(connection.execute(search.BY_WORDS, (search.match_words(tokens), 1)))
    if len(rows) == search.CANDIDATES:
        rows += connection.execute(search.BY_WORDS, (search.match_whole(tokens), 1))
    if len(rows) < LIMIT and all(len(token) >= search.SHORTEST_PART for token in tokens):
        rows += connection.execute(search.BY_PARTS, (search.match_parts(tokens), 1))
    return rows
