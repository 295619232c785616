"""Two records of one person: put together, nothing is lost; taken apart, each has its own."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def stamp(desk: FrontDesk, customer_id: int, count: int) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer_id, count).result()


@pytest.fixture
def twins(desk: FrontDesk) -> tuple[int, int]:
    """One person enrolled twice: with 3 stamps and an allergy, and with 4 stamps, a phone and a request."""
    first = enrol(desk, CustomerDraft("ສົມສັກ ວົງສາ", allergy="peanuts"))
    second = enrol(desk, CustomerDraft("Somsak V.", phone="020 5555 1234", email="s@example.com"))
    stamp(desk, first, 3)
    stamp(desk, second, 4)
    desk.submit(desk.requests.ask, desk.act(), second, "Birthday cake").result()
    return first, second


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.loyalty.cards(customer_id, desk.now())[0].balance


def test_a_merged_person_has_what_both_had(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    merged = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    greeting = desk.greetings.open(absorbed, desk.now())
    assert greeting.customer.id == kept
    assert greeting.customer.phone == "020 5555 1234"
    assert greeting.cards[0].balance == 7
    assert [request.what for request in greeting.requests] == ["Birthday cake"]
    assert [fact.text for fact in greeting.facts] == ["peanuts"]
    assert greeting.merged_names == ("Somsak V.",)
    assert merged.changes.customers == {kept, absorbed}


def test_search_finds_a_merged_person_once_under_every_name(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    for query in ("ສົມ", "somsak", "1234"):
        assert [hit.customer_id for hit in desk.search.find(query)] == [kept]
    assert desk.search.find("somsak")[0].balance == 7


def test_a_reward_earned_by_both_can_be_taken_once(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    assert desk.submit(desk.loyalty.redeem, desk.act(), absorbed).result().card.balance == 2
    with pytest.raises(Refused):
        desk.submit(desk.loyalty.redeem, desk.act(), kept).result()


def test_taken_apart_each_has_its_own_and_what_came_since_stays(
    desk: FrontDesk, twins: tuple[int, int]
) -> None:
    kept, absorbed = twins
    merged = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    stamp(desk, absorbed, 2)  # since they are one, this goes to the kept record
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert (balance(desk, kept), balance(desk, absorbed)) == (5, 4)
    assert desk.customers.get(kept).phone == ""
    assert desk.customers.get(absorbed).phone == "020 5555 1234"
    assert [hit.customer_id for hit in desk.search.find("1234")] == [absorbed]
    assert desk.greetings.open(kept, desk.now()).requests == ()


def test_a_field_that_was_changed_since_is_not_emptied(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    merged = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    draft = desk.customers.draft(kept)
    changed = CustomerDraft(draft.name, phone="020 7777 0000", email=draft.email, allergy=draft.allergy)
    desk.submit(desk.customers.edit, desk.act(), kept, changed).result()
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert desk.customers.get(kept).phone == "020 7777 0000"
    assert desk.customers.get(kept).email == ""


def test_three_records_come_apart_in_any_order(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    third = enrol(desk, CustomerDraft("Sak"))
    stamp(desk, third, 2)
    inner = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    outer = desk.submit(desk.merging.merge, desk.act(), third, kept).result()
    assert (balance(desk, absorbed), desk.customers.get(third).phone) == (9, "020 5555 1234")
    desk.submit(desk.merging.unmerge, desk.act(), inner.merge.id).result()
    assert (balance(desk, third), balance(desk, kept), desk.customers.get(third).phone) == (5, 5, "")
    desk.submit(desk.merging.unmerge, desk.act(), outer.merge.id).result()
    assert (balance(desk, third), balance(desk, kept), balance(desk, absorbed)) == (2, 3, 4)


def test_a_stamp_from_before_the_merge_is_still_undone_exactly(
    desk: FrontDesk, twins: tuple[int, int]
) -> None:
    kept, absorbed = twins
    entry = desk.loyalty.history(absorbed)[0]
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    assert desk.submit(desk.loyalty.undo, desk.act(), entry.gesture).result().card.balance == 3


def test_one_record_is_not_merged_with_itself(desk: FrontDesk, twins: tuple[int, int]) -> None:
    kept, absorbed = twins
    merged = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    for other in (kept, absorbed):
        with pytest.raises(Refused) as refused:
            desk.submit(desk.merging.merge, desk.act(), kept, other).result()
        assert refused.value.code is RefusalCode.SAME_PERSON
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    with pytest.raises(Refused) as again:
        desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert again.value.code is RefusalCode.NOT_MERGED


def test_merging_twice_with_one_gesture_is_one_merge(desk: FrontDesk, twins: tuple[int, int]) -> None:
    act = desk.act()
    first = desk.submit(desk.merging.merge, act, *twins).result()
    assert desk.submit(desk.merging.merge, act, *twins).result().merge == first.merge


def test_taking_apart_twice_with_one_gesture_is_done_once(desk: FrontDesk, twins: tuple[int, int]) -> None:
    merged = desk.submit(desk.merging.merge, desk.act(), *twins).result()
    act = desk.act()
    first = desk.submit(desk.merging.unmerge, act, merged.merge.id).result()
    again = desk.submit(desk.merging.merge, desk.act(), *twins).result()
    assert desk.submit(desk.merging.unmerge, act, merged.merge.id).result().merge == first.merge
    assert desk.merging.of(twins[0]) == (again.merge,)


@pytest.mark.parametrize("sort", ["stamp", "request"])
def test_an_undone_act_takes_its_visit_from_whom_it_is_counted_for(desk: FrontDesk, sort: str) -> None:
    visitor, kept = enrol(desk, CustomerDraft("A")), enrol(desk, CustomerDraft("B"))
    stamped = desk.submit(desk.loyalty.add_stamps, desk.act(), visitor).result()
    merged = desk.submit(desk.merging.merge, desk.act(), kept, visitor).result()
    if sort == "stamp":
        since = desk.submit(desk.loyalty.add_stamps, desk.act(), kept).result().gesture
    else:
        since = desk.submit(desk.requests.ask, desk.act(), kept, "Cake").result().gesture
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    desk.submit(desk.loyalty.undo, desk.act(), stamped.gesture).result()
    assert desk.greetings.open(visitor, desk.now()).summary.visits == 1
    undo = desk.loyalty.undo if sort == "stamp" else desk.requests.undo
    desk.submit(undo, desk.act(), since).result()
    assert [desk.greetings.open(id_, desk.now()).summary.visits for id_ in (visitor, kept)] == [0, 0]
    assert desk.verifier.verify().ok


def test_look_alikes_share_a_phone_or_a_name(desk: FrontDesk) -> None:
    one = enrol(desk, CustomerDraft("Keo Vong", phone="020 5555 1234"))
    same_phone = enrol(desk, CustomerDraft("K. V.", phone="+856 20 55551234"))
    same_name = enrol(desk, CustomerDraft("KEO VONG"))
    enrol(desk, CustomerDraft("Maly"))
    assert {hit.customer_id for hit in desk.merging.look_alikes(one)} == {same_phone, same_name}


def test_what_was_rewritten_while_merged_is_lost_on_neither_record(desk: FrontDesk) -> None:
    milk, nuts = (enrol(desk, CustomerDraft(allergy, allergy=allergy)) for allergy in ("milk", "nuts"))
    merged = desk.submit(desk.merging.merge, desk.act(), milk, nuts).result()
    both = replace(desk.customers.draft(milk), allergy="milk\nnuts and almonds")
    desk.submit(desk.customers.edit, desk.act(), milk, both).result()
    assert set(desk.customers.draft(nuts).allergy.splitlines()) == {"milk", "nuts and almonds"}
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert set(desk.customers.draft(milk).allergy.splitlines()) == {"milk", "nuts and almonds"}
    assert desk.customers.draft(nuts).allergy == "nuts"


def test_an_allergy_outlives_a_clock_that_was_set_back_while_merged(
    desk: FrontDesk, clock: FakeClock, twins: tuple[int, int]
) -> None:
    """The order of acts says what went after the merge, and no clock."""
    kept, absorbed = twins
    noted = desk.submit(desk.facts.note, desk.act(), absorbed, FactKind.ALLERGY, "Peanuts").result()
    merge = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result().merge
    clock.forward(hours=-1)
    desk.submit(desk.facts.changed, desk.act(), noted.fact.id, "Peanuts and sesame").result()
    desk.submit(desk.merging.unmerge, desk.act(), merge.id).result()
    assert "Peanuts" in {fact.text for fact in desk.facts.of(absorbed)}
    assert "Peanuts and sesame" in {fact.text for fact in desk.facts.of(kept)}


def test_what_was_taken_away_before_the_merge_does_not_come_back(desk: FrontDesk, clock: FakeClock) -> None:
    milk, nuts = (enrol(desk, CustomerDraft(allergy, allergy=allergy)) for allergy in ("milk", "nuts"))
    desk.submit(desk.customers.edit, desk.act(), nuts, CustomerDraft("nuts")).result()
    clock.forward(minutes=1)
    merged = desk.submit(desk.merging.merge, desk.act(), milk, nuts).result()
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert desk.customers.draft(nuts).allergy == ""


def test_two_long_notes_together_do_not_stand_in_the_way_of_an_edit(desk: FrontDesk) -> None:
    one, other = (enrol(desk, CustomerDraft(letter, note=letter * 1500)) for letter in "xy")
    desk.submit(desk.merging.merge, desk.act(), one, other).result()
    whole = desk.customers.draft(one)
    changed = replace(whole, phone="020 5555 1234")
    assert desk.submit(desk.customers.edit, desk.act(), one, changed).result().customer.phone
    assert desk.customers.draft(one).note == whole.note
    longer = replace(whole, note=whole.note + "z")
    with pytest.raises(BadInput):
        desk.submit(desk.customers.edit, desk.act(), one, longer).result()


WILLING = CustomerDraft("A", birthday=Birthday(3, 4), consents=frozenset({Purpose.PHOTO, Purpose.BIRTHDAY}))


def enrol_pictured(desk: FrontDesk, draft: CustomerDraft = WILLING) -> int:
    enrolled = desk.submit(desk.customers.enrol, desk.act(), draft, Photo(b"thumb", b"full")).result()
    return enrolled.customer.id


def withdraw_all(desk: FrontDesk, customer_id: int) -> None:
    unwilling = replace(desk.customers.draft(customer_id), consents=frozenset())
    desk.submit(desk.customers.edit, desk.act(), customer_id, unwilling).result()


@pytest.mark.parametrize("refuser_is_kept", [True, False])
def test_a_no_on_one_record_holds_for_both_whoever_said_yes_last(
    desk: FrontDesk, refuser_is_kept: bool
) -> None:
    refuser = enrol_pictured(desk)
    withdraw_all(desk, refuser)
    willing = enrol_pictured(desk)
    kept, absorbed = (refuser, willing) if refuser_is_kept else (willing, refuser)
    merged = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    assert not merged.customer.has_photo
    assert merged.customer.birthday is None
    assert desk.photos.thumb(kept) is None
    assert desk.customers.draft(kept).consents == frozenset()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.customers.set_photo, desk.act(), kept, Photo(b"thumb", b"full")).result()
    assert refused.value.code is RefusalCode.NO_PHOTO_CONSENT


def test_a_yes_since_the_merge_holds_and_is_not_put_into_the_other_mouth(desk: FrontDesk) -> None:
    refuser = enrol_pictured(desk)
    withdraw_all(desk, refuser)
    kept = enrol(desk, CustomerDraft("B"))
    merged = desk.submit(desk.merging.merge, desk.act(), kept, refuser).result()
    asked = replace(desk.customers.draft(kept), consents=frozenset({Purpose.PHOTO}))
    desk.submit(desk.customers.edit, desk.act(), kept, asked).result()
    assert (
        desk.submit(desk.customers.set_photo, desk.act(), kept, Photo(b"t", b"f")).result().customer.has_photo
    )
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert desk.customers.draft(kept).consents == {Purpose.PHOTO}
    assert desk.customers.draft(refuser).consents == frozenset()


def test_what_is_taken_back_while_merged_stays_taken_back_on_each(desk: FrontDesk) -> None:
    willing, kept = enrol_pictured(desk), enrol(desk, CustomerDraft("B"))
    merged = desk.submit(desk.merging.merge, desk.act(), kept, willing).result()
    assert merged.customer.birthday == Birthday(3, 4)
    withdraw_all(desk, kept)
    assert desk.customers.get(kept).birthday is None
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    apart = desk.customers.get(willing)
    assert (apart.has_photo, apart.birthday) == (False, None)
    assert desk.customers.draft(willing).consents == frozenset()


@pytest.mark.parametrize("wish", ["on_screen", "greet_by_name"])
@pytest.mark.parametrize("says_no", ["kept", "absorbed"])
def test_whoever_of_the_two_did_not_want_it_decides(desk: FrontDesk, says_no: str, wish: str) -> None:
    """To be on the screen, and to be called by name."""
    kept, absorbed = (
        enrol(desk, replace(CustomerDraft("Somsak"), **{wish: record != says_no}))
        for record in ("kept", "absorbed")
    )
    merge = desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result().merge
    assert not getattr(desk.customers.get(kept), wish)
    renamed = replace(desk.customers.draft(kept), name="Somsak V.")
    desk.submit(desk.customers.edit, desk.act(), kept, renamed).result()
    desk.submit(desk.merging.unmerge, desk.act(), merge.id).result()
    assert [getattr(desk.customers.get(each), wish) for each in (kept, absorbed)] == [
        record != says_no for record in ("kept", "absorbed")
    ]


@pytest.mark.parametrize("wish", ["on_screen", "greet_by_name"])
def test_a_merged_person_may_say_anew_what_they_want(desk: FrontDesk, wish: str) -> None:
    kept = enrol(desk, CustomerDraft("Somsak"))
    absorbed = enrol(desk, replace(CustomerDraft("Somsak"), **{wish: False}))
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    for wanted in (True, False, True):
        draft = replace(desk.customers.draft(kept), **{wish: wanted})
        desk.submit(desk.customers.edit, desk.act(), kept, draft).result()
        assert getattr(desk.customers.get(kept), wish) is wanted
