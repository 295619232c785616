"""Whose turn it was: by whom the other customers were served around a time of the day."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from frontdesk.domain.outliers.shop_log import Stamping

DOUBT: Final = 0.02
"""Nobody is ever certain to serve, nor certain not to."""


class Served:
    """Whom the customers of some days were served by, around any time of the day."""

    def __init__(self, stampings: Iterable[Stamping], near: int) -> None:
        self._near = near
        self._all: list[int] = []
        self._by_staff: dict[int, list[int]] = defaultdict(list)
        for stamping in sorted(stampings, key=lambda each: each.minute):
            self._all.append(stamping.minute)
            self._by_staff[stamping.staff].append(stamping.minute)

    def share(self, minute: int, staff: int, own: Sequence[Stamping]) -> float:
        """This one's part of the customers near `minute`, without the card's `own` visits of those days.

        Where nobody came near, the whole day counts. Half a customer of each side stands for doubt.
        """
        near = [s.staff for s in own if abs(s.minute - minute) <= self._near]
        counted = self._around(self._all, minute) - len(near)
        mine = self._around(self._by_staff[staff], minute) - near.count(staff)
        if not counted:
            counted = len(self._all) - len(own)
            mine = len(self._by_staff[staff]) - sum(s.staff == staff for s in own)
        return min(1 - DOUBT, (mine + 0.5) / (counted + (1.0 if mine < counted else 0.5)))

    def _around(self, minutes: Sequence[int], minute: int) -> int:
        return bisect_right(minutes, minute + self._near) - bisect_left(minutes, minute - self._near)
