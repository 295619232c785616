"""All figures of how the shop cares for its people, gathered for the manager from every room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.care.care_figures import CareFigure, FigureKind
from frontdesk.domain.care.care_spans import CareSpan, begin_of
from frontdesk.domain.care.contact_points import Gap
from frontdesk.services.gesture import check_role
from frontdesk.services.shop import ShopService
from frontdesk.storage.store import Store

Source = Callable[[int, int], tuple[CareFigure, ...]]
Gaps = Callable[[int, int], tuple[Gap, ...]]
Progress = Callable[[int, int], None]

_ORDER: Final = {kind: place for place, kind in enumerate(FigureKind)}


@dataclass(frozen=True, slots=True)
class CareReport:
    """The figures of one span in their order, and where in a visit expected and received part, the widest gap
    first.
    """

    span: CareSpan
    figures: tuple[CareFigure, ...]
    gaps: tuple[Gap, ...]

    def of(self, kind: FigureKind) -> tuple[CareFigure, ...]:
        """The figures of a kind that have something to measure."""
        return tuple(each for each in self.figures if each.kind is kind and each.measured)


class CareFigureService:
    """Asks each of the `sources` in turn. Slow: nothing here is for the UI thread."""

    def __init__(self, store: Store, shop: ShopService, sources: Sequence[Source], gaps: Gaps) -> None:
        self._store, self._shop = store, shop
        self._sources, self._gaps = sources, gaps

    def report(
        self,
        act: Act,
        span: CareSpan,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> CareReport | None:
        """The figures from the span's beginning up to the act's time; None when it was cancelled.

        Raises `Refused` ONLY_MANAGER.
        """
        check_role(self._store, act, Role.MANAGER, "READ_CARE_FIGURES")
        since = begin_of(span, act.at, self._shop.facts().zone)
        found, total = list[CareFigure](), len(self._sources) + 1
        for done, source in enumerate(self._sources):
            if cancelled():
                return None
            if progress is not None:
                progress(done, total)
            found += source(since, act.at)
        gaps = self._gaps(since, act.at)
        if progress is not None:
            progress(total, total)
        return CareReport(span, tuple(sorted(found, key=lambda each: _ORDER[each.kind])), gaps)
