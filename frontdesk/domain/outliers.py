"""draft"""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Final

from frontdesk.domain.outlier_cards import bursts, busy_cards
from frontdesk.domain.outlier_facts import LedgerLine, OutlierReport, Severity
from frontdesk.domain.outlier_log import DAY_MS, REFERENCE_BLOCKS, date_of, lay_out
from frontdesk.domain.outlier_pairs import one_pairs
from frontdesk.domain.outlier_staff import staff_rates

USUAL_DAYS: Final = 7
FEWEST_DAYS: Final = 28
FEWEST_OPEN_DAYS: Final = 10


def find_outliers(
    lines: Sequence[LedgerLine], now: int, zone: tzinfo, days: int = USUAL_DAYS
) -> OutlierReport:
    log = lay_out(lines, now, zone, days)
    open_days = {stamping.day for stamping in log.stampings}
    known = log.last_day - min(open_days, default=log.last_day) + 1
    first, last = date_of(log.last_day - days + 1), date_of(log.last_day)
    before = sum(log.block(day) > 0 for day in open_days)
    if known < max(FEWEST_DAYS, 4 * days) or before < FEWEST_OPEN_DAYS:
        return OutlierReport(False, first, last, known)
    found = [*busy_cards(log), *one_pairs(log), *bursts(log), *staff_rates(log)]
    found.sort(key=lambda each: (each.severity is Severity.LOOK, -each.count / max(each.usual, 0.5)))
    return OutlierReport(True, first, last, known, tuple(found))


def reads_from(now: int, days: int = USUAL_DAYS) -> int:
    """The earliest time whose entries a report at `now` takes into account."""
    return now - ((REFERENCE_BLOCKS + 1) * days + 2) * DAY_MS
