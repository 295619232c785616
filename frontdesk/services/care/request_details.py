"""The details of a request: whose it is, its axis, prices, point of contact, and what it looks like."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.request_ticket import RequestTicket
from frontdesk.domain.care.requests import Detail, PictureKind, RequestChanged, SpecialRequest
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.gesture import begin, check_not_erased
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import request_details, requests
from frontdesk.storage.care.request_details import Change
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers, facts
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class PictureSaved:
    """A request after a picture was put or taken away. `before` is the one that was there: putting that
    undoes it. Of an act that is `repeated` nobody knows any more what was there, for no trace of it stays.
    """

    request: SpecialRequest
    kind: PictureKind
    before: Photo | None
    changes: Changes
    repeated: bool = False


class RequestDetailService:
    """Every change is written down and can be taken back. Raises `Refused` UNKNOWN_REQUEST throughout."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def give_to(self, act: Act, request_id: int, staff_id: int) -> RequestChanged:
        """Somebody else's from now on. Raises `Refused` UNKNOWN_STAFF too."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is None and shop.role_of(db, staff_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF)
        return self._change(act, request_id, Detail.OWNER, str(staff_id))

    def set_axis(self, act: Act, request_id: int, axis: Axis) -> RequestChanged:
        return self._change(act, request_id, Detail.AXIS, axis.value)

    def set_quoted(self, act: Act, request_id: int, price: int | None) -> RequestChanged:
        """The price that was said, in the currency's least unit; None for none."""
        return self._change(act, request_id, Detail.QUOTED, "" if price is None else str(price))

    def set_final(self, act: Act, request_id: int, price: int | None) -> RequestChanged:
        """The price that it came to."""
        return self._change(act, request_id, Detail.FINAL, "" if price is None else str(price))

    def set_contact_point(self, act: Act, request_id: int, point: ContactPoint | None) -> RequestChanged:
        return self._change(act, request_id, Detail.CONTACT_POINT, point.value if point is not None else "")

    def undo(self, act: Act, gesture: bytes) -> RequestChanged:
        """Set a detail as it was before. Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, WRONG_STATE when
        it was changed again since.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, ("CHANGE_REQUEST",))
        if undone is None:
            return self._repeated(db, act)
        done = request_details.change_of(db, undone.id)
        assert done is not None, "such an act changed a detail"
        last_id = request_details.last_change(db, done.request_id, done.detail)
        check_last(undone, last_id, RefusalCode.WRONG_STATE)
        back = Change(done.request_id, done.detail, done.became, done.was)
        return self._write(act, back, "UNDO_REQUEST_CHANGE", undone.id)

    def picture(self, request_id: int, kind: PictureKind) -> Photo | None:
        """The picture of that kind; reads bytes, so not for each row of a list."""
        return request_details.picture(self._store.read(), request_id, kind)

    def ticket(self, request_id: int, language: str, now: int) -> RequestTicket:
        """What is printed for the kitchen or the bench, in the language of the counter."""
        db = self._store.read()
        request = _get(db, request_id)
        customer = customers.get(db, request.customer_id)
        by_name = customer is not None and customer.greet_by_name
        pictures = (request_details.picture(db, request_id, kind) for kind in PictureKind)
        settings = shop.settings(db)
        return RequestTicket(
            ShopSigns(settings.name, settings.contacts),
            language,
            request,
            request.customer_name if by_name else "",
            tuple(fact.text for fact in facts.of(db, request.customer_id) if fact.kind is FactKind.ALLERGY),
            tuple(picture.full for picture in pictures if picture is not None),
            now,
        )

    def put_picture(self, act: Act, request_id: int, kind: PictureKind, taken: Photo | None) -> PictureSaved:
        """Keep a picture of the thing, or take it away (None): nothing of it is kept then."""
        db = self._store.write()
        check_not_erased(db, "request", request_id)
        request = _get(db, request_id)
        before = request_details.picture(db, request_id, kind)
        begun = begin(self._store, act, "PICTURE_REQUEST", customer_id=request.customer_id)
        if begun is None:
            return PictureSaved(request, kind, None, _changes(request), repeated=True)
        request_details.put_picture(db, self._store.new_id, act, begun.id, request_id, kind, taken)
        return PictureSaved(_get(db, request_id), kind, before, _changes(request))

    def _change(self, act: Act, request_id: int, detail: Detail, became: str) -> RequestChanged:
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        was = request_details.value(db, request_id, detail)
        return self._write(act, Change(request_id, detail, was, became), "CHANGE_REQUEST")

    def _write(self, act: Act, change: Change, kind: str, undoes_id: int | None = None) -> RequestChanged:
        db = self._store.write()
        check_not_erased(db, "request", change.request_id)
        request = _get(db, change.request_id)
        begun = begin(self._store, act, kind, customer_id=request.customer_id, undoes_id=undoes_id)
        if begun is not None:
            request_details.change(db, self._store.new_id, act, begun.id, change)
        return self._changed(db, act, change)

    def _repeated(self, db: Db, act: Act) -> RequestChanged:
        gesture_id = gestures.find(db, act.gesture)
        change = request_details.change_of(db, gesture_id) if gesture_id is not None else None
        if change is None:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        return self._changed(db, act, change)

    @staticmethod
    def _changed(db: Db, act: Act, change: Change) -> RequestChanged:
        request = _get(db, change.request_id)
        return RequestChanged(request, change.detail, act.gesture, _changes(request))


def _get(db: Db, request_id: int) -> SpecialRequest:
    request = requests.get(db, request_id)
    if request is None:
        raise Refused(RefusalCode.UNKNOWN_REQUEST)
    return request


def _changes(request: SpecialRequest) -> Changes:
    return Changes.of(request.customer_id, requests=True)
