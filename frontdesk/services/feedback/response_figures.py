"""What the answers to feedback cards add up to, for the manager: slow, so never on the window's thread."""

from collections.abc import Callable, Sequence
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.care.care_spans import CareSpan, begin_of
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.response_figures import (
    Face,
    Handed,
    ResponseSummary,
    by_batch,
    by_box,
    by_host,
    by_week,
    tally,
)
from frontdesk.domain.feedback.response_news import Came
from frontdesk.domain.feedback.said_often import MOST_COMPARED, Remark, remarks, said_again
from frontdesk.services.gesture import check_role
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import response_figures, response_news
from frontdesk.storage.feedback.response_figures import Said
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]
_STEPS: Final = 3


class ResponseFigureService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def summary(
        self,
        act: Act,
        span: CareSpan,
        *,
        progress: Progress = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ResponseSummary | None:
        """All figures from the span's beginning up to the act's time; None when it was cancelled.

        Raises `Refused` ONLY_MANAGER.
        """
        db, zone = self._store.read(), self._shop.facts().zone
        check_role(self._store, act, Role.MANAGER, "READ_ANSWER_FIGURES")
        since, until = begin_of(span, act.at, zone), act.at + 1  # what came this very moment counts
        faces = response_figures.faces(db, since, until)
        progress(1, _STEPS)
        if cancelled():
            return None
        batches, hosts = _handed(db, since, until, faces)
        progress(2, _STEPS)
        if cancelled():
            return None
        told = response_figures.said(db, since, until)
        ticks = [(id_, topic, point) for id_, _, topic, point, _ in told if point is not None]
        liked = _remarks(told, lambda topic: topic is Topic.LIKED)
        to_mend = _remarks(told, lambda topic: topic is not Topic.LIKED)
        summary = ResponseSummary(
            span,
            tally(faces),
            by_week(faces, zone),
            (*by_box(ticks, Topic.LIKED), *said_again(liked)),
            (*by_box(ticks, Topic.DISLIKED), *said_again(to_mend)),
            batches,
            hosts,
            MOST_COMPARED if max(len(liked), len(to_mend)) > MOST_COMPARED else None,
        )
        progress(_STEPS, _STEPS)
        return summary

    def listed(self, response_ids: Sequence[int]) -> list[Came]:
        """These answers as a list shows them, in this order; what was set aside since is not among them."""
        db = self._store.read()
        came = response_news.with_gist(db, response_news.those(db, response_ids))
        place = {id_: number for number, id_ in enumerate(response_ids)}
        return sorted(came, key=lambda each: place[each.response_id])


def _handed(
    db: Db, since: int, until: int, faces: Sequence[Face]
) -> tuple[tuple[Handed, ...], tuple[Handed, ...]]:
    """By batch and by who is on the cards. Answers to cards are all that came, for a rate is one of cards;
    those to a code that many share are the span's `faces`.
    """
    batches, hosts = response_figures.batches(db, since, until), response_figures.hosts(db)
    shared = {each.id for each in batches if each.shared}
    told = [
        *response_figures.faces_of(db, [each.id for each in batches if not each.shared]),
        *(face for face in faces if face.batch_id in shared),
    ]
    return by_batch(batches, told, hosts), by_host(batches, told, hosts)


def _remarks(told: Sequence[Said], of: Callable[[Topic], bool]) -> list[Remark]:
    """What was written to some of the questions, the latest first."""
    return [
        remark
        for id_, at, topic, _, words in told
        if words and of(topic)
        for remark in remarks(id_, words, at)
    ]
