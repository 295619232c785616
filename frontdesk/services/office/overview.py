"""The overview: how the shop stands with its people in a period, told to its manager."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.office.overview import FigureName, Overview, SlippingFigure
from frontdesk.domain.office.periods import Period
from frontdesk.services.gesture import check_role
from frontdesk.services.office.overview_reading import OverviewReading
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import request_figures
from frontdesk.storage.feedback import response_figures
from frontdesk.storage.office import overview, overview_people
from frontdesk.storage.store import Store

if TYPE_CHECKING:
    from frontdesk.domain.care.care_figures import Counted
    from frontdesk.services.regulars.arrivals import ArrivalService
    from frontdesk.services.regulars.slipping import SlippingService

Progress = Callable[[int, int], None]


class OverviewService:
    """Nothing here is for the UI thread. What a number counts is asked for by the overview it stands in."""

    def __init__(
        self, store: Store, shop: ShopService, slipping: "SlippingService", arrivals: "ArrivalService"
    ) -> None:
        self._store, self._shop = store, shop
        self._slipping, self._arrivals = slipping, arrivals

    def report(
        self,
        act: Act,
        period: Period,
        *,
        progress: Progress = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Overview | None:
        """All figures but who slips away, of one moment; None when it was cancelled.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        self._check(act)
        with self._store.read().one_moment() as db:
            return OverviewReading(db, self._shop, act.at, period).report(progress, cancelled)

    def slipping(self, act: Act, shown: Overview) -> SlippingFigure:
        """Who is missed as of the act's time, and how many began to be in what is shown. Slow on the first
        call of a day. Raises as `report`.
        """
        self._check(act)
        standing = self._slipping.standing(act.at)
        began, *began_before = self._slipping.began(
            act.at, [(span.first, span.last) for span in (shown.span, *shown.compared)]
        )
        return SlippingFigure(len(standing.quiet), len(standing.lost), began, tuple(began_before))

    def people(self, act: Act, shown: Overview, name: FigureName) -> tuple[int, ...]:
        """Whom a number counts, as the store has it now; without whoever left. Raises as `report`,
        `KeyError` for a figure that counts no people.
        """
        self._check(act)
        if name is FigureName.SLIPPING:
            standing = self._slipping.standing(act.at)
            return (*standing.quiet, *standing.lost)
        db, span = self._store.read(), (shown.span.since, shown.span.until)
        if name in _ON_CARDS:
            return _ON_CARDS[name](db, *span)
        return _WHO_CAME[name](db, *span, overview.visits(db, [span])[0])

    def promises(self, act: Act, shown: Overview) -> "tuple[Counted, ...]":
        """The promises, those first that were not kept. Raises as `report`."""
        from frontdesk.domain.care.request_figures import figures

        self._check(act)
        span = (shown.span.since, shown.span.until)
        kept, *_ = figures(request_figures.followed(self._store.read(), *span), *span)
        return kept.people

    def answers(self, act: Act, shown: Overview) -> tuple[int, ...]:
        """The answers with a face, the latest first. Raises as `report`."""
        self._check(act)
        faces = response_figures.faces(self._store.read(), shown.span.since, shown.span.until)
        told = sorted((-face.came_at, -face.response_id) for face in faces if face.mood is not None)
        return tuple(-response_id for _, response_id in told)

    def arrivals(self, act: Act, shown: Overview) -> "tuple[Counted, ...]":
        """Who came in and was greeted, and whether in time. Raises as `report`."""
        self._check(act)
        in_time, *_ = self._arrivals.figures(shown.span.since, shown.span.until)
        return in_time.people

    def _check(self, act: Act) -> None:
        check_role(self._store, act, Role.MANAGER, "READ_OVERVIEW")


_WHO_CAME: Final = {
    FigureName.VISITS: overview_people.who,
    FigureName.REGULARS: overview_people.regulars,
    FigureName.NEW: overview_people.newcomers,
    FigureName.RETURNING: overview_people.returning,
}
_ON_CARDS: Final = {
    FigureName.STAMPS: overview_people.stamped,
    FigureName.REWARDS: overview_people.rewarded,
}
