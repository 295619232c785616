"""Whose photo a person of several records shows."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo


def enrol(desk: FrontDesk, name: str, picture: bytes | None = None) -> int:
    draft = CustomerDraft(name, consents=frozenset({Purpose.PHOTO}))
    photo = Photo(picture, picture) if picture else None
    return desk.submit(desk.customers.enrol, desk.act(), draft, photo).result().customer.id


@pytest.mark.parametrize("newer_is_kept", [False, True])
def test_their_own_photo_goes_before_that_of_a_merged_record(desk: FrontDesk, newer_is_kept: bool) -> None:
    ids = {name: enrol(desk, name, name.encode()) for name in ("Older", "Newer")}
    kept, absorbed = ("Newer", "Older") if newer_is_kept else ("Older", "Newer")
    desk.submit(desk.merging.merge, desk.act(), ids[kept], ids[absorbed]).result()
    for id_ in ids.values():  # whichever record is asked, it is one person
        assert (desk.photos.thumb(id_), desk.photos.full(id_)) == (kept.encode(), kept.encode())


def test_a_merged_records_photo_is_better_than_none(desk: FrontDesk) -> None:
    kept, absorbed = enrol(desk, "Noy"), enrol(desk, "Noy S.", b"noy")
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    assert desk.photos.thumb(kept) == b"noy"
