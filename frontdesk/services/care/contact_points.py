"""Where in a visit something was expected, and something else was received."""

from frontdesk.domain.care.contact_points import Gap, Met, Shortfall, gaps
from frontdesk.domain.care.request_figures import Followed
from frontdesk.domain.care.requests import RequestState
from frontdesk.storage.care import request_figures
from frontdesk.storage.feedback import response_points
from frontdesk.storage.store import Store


class ContactPointService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def gaps(self, since: int, until: int) -> tuple[Gap, ...]:
        """Each point of contact that a request, complaint or answer was tagged with, the widest gap first."""
        db = self._store.read()
        requests = (
            Met(each.request.contact_point, _shortfalls(each, until), each.counted())
            for each in request_figures.followed(db, since, until)
            if each.request.contact_point is not None
            and each.request.state is not RequestState.CANCELLED
            and since <= (each.request.promised_at or each.request.asked_at) < until
        )
        complaints = (
            Met(point, frozenset({Shortfall.COMPLAINT}), who)
            for point, who in request_figures.complaints(db, since, until)
        )
        answers = (
            Met(point, frozenset() if liked else frozenset({Shortfall.DISLIKED}), who)
            for point, liked, who in response_points.ticked(db, since, until)
        )
        return gaps((*requests, *complaints, *answers))


def _shortfalls(each: Followed, until: int) -> frozenset[Shortfall]:
    """A request may be late and cost more, too."""
    request = each.request
    found = {
        Shortfall.LATE: each.late(until),
        Shortfall.OVER_PRICE: request.over_price,
        Shortfall.DECLINED: request.state is RequestState.DECLINED,
    }
    return frozenset(way for way, true in found.items() if true)
