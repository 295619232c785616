"""The outlier report: what in the ledger differs from the shop's own habit.

The report looks at a window, the last seven days unless told otherwise, and learns what is usual from the
thirteen windows before it: a quarter of a year, so that a season moves with the shop. It holds no state; run
at the end of each day it says what stands out in the week that ends then. Three sorts of evidence are
weighed, each where it is told how: cards against the shop's records (cards.py), pairs of staff and card
(pairs.py), deeds of one member of staff against the others' (deeds.py).

**What "at most one false alarm a week" means.** An alarm is a finding about a subject (its kind with the
card, the member of staff, or both); the same subject still standing on the following days is the same
alarm, and is counted again when a week has passed. A rate per week is the expected number of such alarms
in a shop in which nobody cheats, over all cards and staff together, when the report is run every day. The
limits are set so: a chance per week for the shop's records (`cards.CHANCE`, by Gumbel's law of block
maxima), a bound on the mean number of pairs (`pairs.FALSE_ALARMS`, by Markov's inequality on e-values, which
is far from reached), a chance per week for deeds (`deeds.CHANCE`, shared among the staff, by Bonferroni).
A real grocer's year, replayed, raises 0.1 to 0.25 a week, whatever the roster, and never more than two in
any seven days; invented kiosks, salons and office corners raise fewer than one in two weeks.

**What can be known in seven days of a friend's card at each shift.** Somebody with four shifts a week or
more leaves four traces or more in seven days, and is found nearly always; with three shifts, four times out
of five; a stamp at only four shifts of five needs some days more. Two shifts a week leave two traces, and two
visits to the same one of the staff are what chance does every day: that takes two to three weeks, and is
not said before. In a one-person shop there are no pairs. Nor is there a way to tell a friend from one more
regular who keeps to hours of their own, where most customers come every day and one person has all of these
hours; nor from a pair that was there before the ledger knew anybody.
"""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Final

from frontdesk.domain.days import DAY
from frontdesk.domain.trust.outliers.cards import bursts, busy_cards
from frontdesk.domain.trust.outliers.deeds import staff_rates
from frontdesk.domain.trust.outliers.facts import LedgerLine, OutlierReport, Severity
from frontdesk.domain.trust.outliers.pairs import one_pairs
from frontdesk.domain.trust.outliers.shop_log import REFERENCE_BLOCKS, ShopLog, date_of, lay_out

USUAL_DAYS: Final = 7
FEWEST_BLOCKS: Final = 4
"""The window and three before it: with fewer, nobody can say what is usual."""
FEWEST_DAYS: Final = 28
FEWEST_OPEN_DAYS: Final = 10


def find_outliers(
    lines: Sequence[LedgerLine], now: int, zone: tzinfo, days: int = USUAL_DAYS
) -> OutlierReport:
    """What stands out in the last `days` of the shop's own days up to `now` (UTC milliseconds).

    `lines` are all entries since `reads_from(now, days)`, in any order; older ones do no harm.
    """
    log = lay_out(lines, now, zone, days)
    first, last = date_of(log.last_day - days + 1), date_of(log.last_day)
    known, needed = _known_days(log), max(FEWEST_DAYS, FEWEST_BLOCKS * days)
    if known < needed or _open_days_before(log) < FEWEST_OPEN_DAYS:
        return OutlierReport(False, first, last, known, needed)
    found = [*busy_cards(log), *one_pairs(log), *bursts(log), *staff_rates(log)]
    found.sort(key=lambda each: (each.severity is Severity.LOOK, -each.count / max(each.usual, 0.5)))
    return OutlierReport(True, first, last, known, needed, tuple(found))


def reads_from(now: int, days: int = USUAL_DAYS) -> int:
    """The earliest time whose entries a report at `now` takes into account."""
    return now - ((REFERENCE_BLOCKS + 1) * days + 2) * DAY


def _known_days(log: ShopLog) -> int:
    return log.last_day - min((s.day for s in log.stampings), default=log.last_day) + 1


def _open_days_before(log: ShopLog) -> int:
    return len({s.day for s in log.stampings if s.block > 0})
