"""What is asked for again and again, shown to the manager as a hint: should the shop offer it?"""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.asked_again import Answer, WishKind, kinds, parts, same_kind, to_suggest
from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind
from frontdesk.domain.days import DAY
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.visits import THIS_VISIT
from frontdesk.services.gesture import begin
from frontdesk.services.undoing import to_undo
from frontdesk.storage import gestures
from frontdesk.storage.care import offers, requests
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store

LOOKED_BACK = 365 * DAY
TOLD_FOR = 90 * DAY
"""So long a greeting says what could not be done for somebody."""


@dataclass(frozen=True, slots=True)
class OfferAnswered:
    """An answer, which `gesture` takes back; or one that was taken back."""

    gesture: bytes
    changes: Changes


class OfferService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def to_suggest(self, now: int) -> tuple[WishKind, ...]:
        """What was asked for three times or more, within a year and since it was answered last; compares
        thousands of texts, so not on the UI thread.
        """
        db = self._store.read()
        found = kinds(offers.wishes(db, now - LOOKED_BACK, now + 1))
        return to_suggest(found, offers.answered(db))

    def greeting_lines(self, db: Db, root_id: int, now: int) -> tuple[GreetingLine, ...]:
        """What could not be done for them lately; `number` is 1 where the shop has come to offer it since.
        Nothing in the visit in which it was declined: they have just heard it.
        """
        request = requests.declined_last(db, root_id, now - TOLD_FOR)
        if request is None or request.declined is None or now - request.declined.at < THIS_VISIT:
            return ()
        asked, declined = parts(request.what), request.declined
        has_it = any(
            at >= request.asked_at and same_kind(asked, parts(what))
            for what, at in offers.offered(db, now - TOLD_FOR)
        )
        return (
            GreetingLine(
                LineKind.REQUEST_DECLINED,
                request.what,
                int(has_it),
                declined.at,
                subject=request.id,
                request=request,
            ),
        )

    def answer(self, act: Act, kind: WishKind, answer: Answer) -> OfferAnswered:
        """It goes quiet, until it was asked for three times more. Raises `Refused` ONLY_MANAGER,
        UNKNOWN_REQUEST.
        """
        db, request_id = self._store.write(), kind.latest.request_id
        if gestures.find(db, act.gesture) is None and requests.get(db, request_id) is None:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        begun = begin(self._store, act, "ANSWER_WISH", needs=Role.MANAGER)
        if begun is not None:
            offers.add_answer(db, self._store.new_id, act, begun.id, request_id, answer)
        return OfferAnswered(act.gesture, Changes(requests=True))

    def undo(self, act: Act, gesture: bytes) -> OfferAnswered:
        """The hint is back. Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, ONLY_MANAGER."""
        db = self._store.write()
        undone = to_undo(db, act, gesture, ("ANSWER_WISH",))
        if undone is not None:
            begin(self._store, act, "UNDO_ANSWER_WISH", undoes_id=undone.id, needs=Role.MANAGER)
        return OfferAnswered(act.gesture, Changes(requests=True))

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """What was asked for three times or more in that time: how often, `of` how many people."""
        found = kinds(offers.wishes(self._store.read(), since, until))
        return tuple(
            CareFigure(
                FigureKind.ASKED_AGAIN,
                len(kind.wishes),
                of=kind.people,
                about=kind.what,
                people=tuple(
                    Counted(wish.customer_id, wish.name, wish.at, wish.what) for wish in reversed(kind.wishes)
                ),
            )
            for kind in to_suggest(found, {})
        )
