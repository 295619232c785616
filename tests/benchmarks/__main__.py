"""Runs every benchmark and prints the table; ``--readme`` also writes it into README.md.

Exit code 1 when a figure does not hold. Shops of 10,000 and 100,000 are made first, which takes a minute
or two.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import (
    bench_busy_day,
    bench_cards,
    bench_counter,
    bench_customers_table,
    bench_deeds,
    bench_greeting,
    bench_ledger,
    bench_outliers,
    bench_overview,
    bench_page,
    bench_search,
    bench_slipping,
    bench_stamp,
    bench_start,
    bench_suite,
    bench_today,
    bench_verify,
    bench_wall,
    bench_worth,
    five_years,
    shops,
)
from tests.benchmarks.figures import Figure

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- figures: begin (the table that the benchmarks print) -->", "<!-- figures: end -->"


def measure(scratch: Path, *, suite: bool) -> Iterator[Figure]:
    print("making a shop of 10,000 …", file=sys.stderr)
    shops.fill(scratch, 10_000).close()
    yield from bench_start.run(scratch / "shop-10000")
    print("making a shop of 100,000 …", file=sys.stderr)
    desk = shops.fill(scratch, 100_000)
    yield from bench_search.run(desk, scratch)
    yield from bench_stamp.run(desk, scratch)
    yield from bench_slipping.speed(desk)
    yield from bench_greeting.run(desk)
    yield from bench_today.run(desk)
    desk.close()
    yield from bench_counter.run(scratch / "shop-100000")
    yield from bench_customers_table.run(scratch / "shop-100000")
    yield from bench_page.run(scratch / "shop-10000")
    print("a busy day …", file=sys.stderr)
    yield from bench_busy_day.run(scratch / "shop-100000")
    print("five years of 1,000,000 visits …", file=sys.stderr)
    yield from bench_worth.run(five_years.fill(scratch / "shop-100000", scratch / "shop-five-years"))
    yield from bench_overview.run(scratch / "shop-five-years")
    print("making a ledger of 1,000,000 …", file=sys.stderr)
    yield from bench_verify.run(scratch)
    yield from bench_ledger.run(scratch)
    yield from bench_cards.run(scratch)
    yield from bench_deeds.run(scratch)
    yield from bench_outliers.run()
    yield from bench_wall.run()
    yield from bench_slipping.run()
    if suite:
        yield from bench_suite.run()


def table(figures: list[Figure]) -> str:
    rows = ["| What | Measured | Hold | |", "|---|---|---|---|"]
    rows += [f"| {f.what} | {f.measured} | {f.hold} | {'✓' if f.held else '✗'} |" for f in figures]
    return "\n".join(rows)


def write_readme(said: str) -> None:
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    machine = f"Python {platform.python_version()}, {platform.system()}, two shared cores."
    README.write_text(f"{before}{BEGIN}\n{said}\n\n{machine}\n{END}{after}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    parser.add_argument("--no-suite", action="store_true", help="leave the test suite's own time out")
    args = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(Path(folder), suite=not args.no_suite):
            print(
                f"{'ok  ' if figure.held else 'MISS'} {figure.what}: {figure.measured} ({figure.hold})",
                flush=True,
            )
            figures.append(figure)
    said = table(figures)
    print(f"\n{said}")
    if args.readme:
        write_readme(said)
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
