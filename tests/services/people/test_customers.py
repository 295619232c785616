"""Enrolling and editing: what is typed is cleaned, what is asked is recorded."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput, InputFault
from frontdesk.services.people.customers import CustomerSaved
from tests.conftest import FakeClock

PICTURE = Photo(b"thumb", b"full")
ASKED = {Purpose.PHOTO: "May we keep your photo?", Purpose.MESSAGES: "May we write to you?"}


def enrol(desk: FrontDesk, draft: CustomerDraft, photo: Photo | None = None) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft, photo, ASKED).result().customer.id


def edit(desk: FrontDesk, customer: int, draft: CustomerDraft) -> CustomerSaved:
    return desk.submit(desk.customers.edit, desk.act(), customer, draft).result()


def test_everything_typed_comes_back(desk: FrontDesk) -> None:
    draft = CustomerDraft(
        "ສົມສັກ ວົງສາ",
        called="ສັກ",
        spoken="Sak",
        phone="+856 20 5555 1234",
        email="Sak@Example.com",
        birthday=Birthday(2, 29),
        language="lo",
        greet_by_name=False,
        on_screen=False,
        allergy="peanuts",
        preference="less sweet",
        note="blue helmet\nsits by the window",
        consents=frozenset({Purpose.PHOTO}),
    )
    assert desk.customers.draft(enrol(desk, draft)) == CustomerDraft(
        **{**_fields(draft), "email": "sak@example.com"}
    )


def _fields(draft: CustomerDraft) -> dict:  # type: ignore[type-arg]
    return {name: getattr(draft, name) for name in draft.__slots__}


@pytest.mark.parametrize(
    ("draft", "fault"),
    [
        (CustomerDraft("  \u200b "), InputFault.EMPTY),
        (CustomerDraft("x" * 201), InputFault.TOO_LONG),
        (CustomerDraft("Noy", phone="call me"), InputFault.NOT_A_PHONE),
        (CustomerDraft("Noy", note="n" * 2001), InputFault.TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    desk: FrontDesk, draft: CustomerDraft, fault: InputFault
) -> None:
    with pytest.raises(BadInput) as refused:
        enrol(desk, draft)
    assert refused.value.code is fault
    assert desk.store.read().value("SELECT count(*) FROM customer") == 0
    assert desk.store.read().value("SELECT count(*) FROM gesture WHERE kind = 'ENROL'") == 0


def test_a_name_is_only_ever_a_name(desk: FrontDesk) -> None:
    name = "<b>\"Robert'); DROP TABLE customer;--</b> =1+1 OR *"
    noy = enrol(desk, CustomerDraft(name))
    assert desk.customers.get(noy).name == name
    for query in ('"', "*", "robert'", "NEAR(", "a OR b", "drop table", "{", ":", "-", "^x", "\x00"):
        desk.search.find(query)
    assert [hit.customer_id for hit in desk.search.find("robert drop")] == [noy]


def test_a_second_press_enrols_nobody_else(desk: FrontDesk) -> None:
    act = desk.act()
    first = desk.submit(desk.customers.enrol, act, CustomerDraft("Noy")).result()
    again = desk.submit(desk.customers.enrol, act, CustomerDraft("Noy")).result()
    assert again.customer == first.customer
    assert desk.store.read().value("SELECT count(*) FROM customer") == 1


def test_a_photo_needs_its_consent(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        enrol(desk, CustomerDraft("Noy"), PICTURE)
    assert refused.value.code is RefusalCode.NO_PHOTO_CONSENT
    noy = enrol(desk, CustomerDraft("Noy", consents=frozenset({Purpose.PHOTO})), PICTURE)
    assert desk.photos.thumb(noy) == b"thumb"
    assert desk.photos.full(noy) == b"full"


def test_consent_taken_back_takes_the_photo_away_and_both_words_are_kept(desk: FrontDesk) -> None:
    noy = enrol(desk, CustomerDraft("Noy", consents=frozenset(ASKED)), PICTURE)
    desk.submit(desk.customers.edit, desk.act(), noy, CustomerDraft("Noy"), ASKED).result()
    assert desk.photos.thumb(noy) is None
    assert not desk.customers.get(noy).has_photo
    assert [(said.purpose, said.granted) for said in desk.customers.consents(noy)] == [
        (Purpose.MESSAGES, False),
        (Purpose.PHOTO, False),
    ]
    assert desk.store.read().value("SELECT count(*) FROM consent") == 4
    with pytest.raises(Refused):
        desk.submit(desk.customers.set_photo, desk.act(), noy, PICTURE).result()


def test_consent_taken_back_takes_the_birthday_away_and_undoing_brings_it_back(desk: FrontDesk) -> None:
    born = CustomerDraft("Noy", birthday=Birthday(3, 4, 1990), consents=frozenset({Purpose.BIRTHDAY}))
    noy = enrol(desk, born)
    unwilling = replace(born, consents=frozenset())
    saved = desk.submit(desk.customers.edit, desk.act(), noy, unwilling).result()
    assert saved.customer.birthday is None
    assert saved.before is not None
    undone = desk.submit(desk.customers.edit, desk.act(), noy, saved.before).result()
    assert undone.customer.birthday == born.birthday


def test_a_birthday_told_without_being_asked_stays_through_an_edit(desk: FrontDesk) -> None:
    told = CustomerDraft("Noy", birthday=Birthday(3, 4))
    noy = enrol(desk, told)
    edited = desk.submit(desk.customers.edit, desk.act(), noy, replace(told, name="Noi")).result()
    assert edited.customer.birthday == told.birthday


def test_an_edit_is_undone_by_what_it_gave_back(desk: FrontDesk) -> None:
    noy = enrol(desk, CustomerDraft("Noy", phone="020 5555 1234", allergy="milk"))
    saved = desk.submit(desk.customers.edit, desk.act(), noy, CustomerDraft("Kham", note="tall")).result()
    assert saved.before is not None
    assert [fact.kind for fact in desk.greetings.open(noy, desk.now()).facts] == [FactKind.NOTE]
    desk.submit(desk.customers.edit, desk.act(), noy, saved.before).result()
    assert desk.customers.draft(noy) == saved.before
    assert [hit.customer_id for hit in desk.search.find("noy")] == [noy]
    assert desk.search.find("kham") == ()


def test_an_enrolment_undone_is_found_no_more(desk: FrontDesk) -> None:
    noy = enrol(desk, CustomerDraft("Noy"))
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    assert desk.search.find("noy") == ()
    with pytest.raises(Refused) as refused:
        desk.customers.get(noy)
    assert refused.value.code is RefusalCode.UNKNOWN_CUSTOMER


def test_who_is_taken_off_the_list_comes_back_with_everything(desk: FrontDesk) -> None:
    noy, other = enrol(desk, CustomerDraft("Noy", allergy="milk")), enrol(desk, CustomerDraft("Noi Noy"))
    desk.submit(desk.merging.merge, desk.act(), noy, enrol(desk, CustomerDraft("Kham"))).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 4).result()
    desk.submit(desk.requests.ask, desk.act(), noy, "Birthday cake").result()
    before = desk.greetings.open(noy, desk.now())

    gone = desk.submit(desk.customers.archive, desk.act(), noy).result()
    assert gone.changes.requests
    assert gone.changes.customers == {noy}
    assert [hit.customer_id for hit in desk.search.find("noy")] == [other]
    assert desk.search.find("kham") == ()
    assert [tile.customer_id for tile in desk.wall.tiles(desk.now(), 9)] == [other]
    assert desk.requests.due() == ()
    with pytest.raises(Refused):
        desk.greetings.open(noy, desk.now())

    back = desk.submit(desk.customers.bring_back, desk.act(), noy).result()
    assert back.changes == gone.changes
    assert desk.greetings.open(noy, desk.now()) == before
    assert [hit.customer_id for hit in desk.search.find("kham")] == [noy]
    assert {tile.customer_id for tile in desk.wall.tiles(desk.now(), 9)} == {noy, other}
    assert [request.what for request in desk.requests.due()] == ["Birthday cake"]


def test_a_repeated_act_takes_nobody_off_the_list_again(desk: FrontDesk) -> None:
    noy, act = enrol(desk, CustomerDraft("Noy")), desk.act()
    desk.submit(desk.customers.archive, act, noy).result()
    assert desk.submit(desk.customers.archive, act, noy).result().customer.id == noy
    desk.submit(desk.customers.bring_back, desk.act(), noy).result()
    desk.submit(desk.customers.archive, act, noy).result()
    assert desk.customers.get(noy).name == "Noy"


def test_nobody_is_brought_back_who_never_was_here(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        desk.submit(desk.customers.bring_back, desk.act(), 7).result()
    assert refused.value.code is RefusalCode.UNKNOWN_CUSTOMER


def test_how_to_say_a_name_is_guessed_and_may_be_known_better(desk: FrontDesk) -> None:
    guessed = enrol(desk, CustomerDraft("გიორგი ბერიძე"))
    assert desk.customers.get(guessed).spoken == "Giorgi Beridze"
    known = enrol(desk, CustomerDraft("ແກ້ວ", spoken="Keo"))
    assert desk.customers.get(known).spoken == "Keo"
    assert desk.customers.get(enrol(desk, CustomerDraft("Zoë"))).spoken == ""


def test_a_name_of_200_characters_in_khmer_is_kept_whole(desk: FrontDesk) -> None:
    name = ("សុខា " * 40)[:199] + "ក"
    assert desk.customers.get(enrol(desk, CustomerDraft(name))).name == name


def test_both_what_they_are_called_and_their_name_are_said(desk: FrontDesk) -> None:
    nino = enrol(desk, CustomerDraft("ნინო ბერიძე", called="ნინა"))
    assert desk.customers.get(nino).spoken == "Nina · Nino Beridze"
    assert [hit.customer_id for hit in desk.search.find("beridze")] == [nino]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ຄຳຫຼ້າ", "Khamla"),
        ("ໝອນ", "Mon"),
        ("ໜູ", "Nou"),
        ("ຫວານ", "Van"),
        ("ນ້ອຍ", "Noy"),
        ("ດວງ", "Duang"),
        ("น้อย", "Noi"),
        ("ບຸນມີ", "Bounmi"),
    ],
)
def test_a_name_is_said_as_it_is_heard(desk: FrontDesk, name: str, said: str) -> None:
    assert desk.customers.get(enrol(desk, CustomerDraft(name))).spoken == said


def test_each_line_of_likes_is_known_by_itself_and_keeps_its_age(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk, CustomerDraft("Noy", preference="Oat milk\nBy the window", note="Cello\nand piano"))
    began = clock.at
    clock.forward(days=100)
    edit(
        desk,
        noy,
        replace(desk.customers.draft(noy), preference="Oat milk\nLess sugar", note="Cello\nand piano"),
    )
    noted = {fact.text: fact.noted_at for fact in desk.facts.of(noy)}
    assert noted == {"Oat milk": began, "Less sugar": clock.at, "Cello\nand piano": began}


def test_undoing_an_edit_gives_back_also_how_old_a_fact_is(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk, CustomerDraft("Noy", preference="Oat milk\nBy the window"))
    before = desk.facts.of(noy)
    assert desk.customers.draft(noy).preference == "Oat milk\nBy the window"
    clock.forward(days=100)
    saved = edit(desk, noy, replace(desk.customers.draft(noy), preference="Soy milk"))
    assert [fact.text for fact in desk.facts.of(noy)] == ["Soy milk"]
    clock.forward(minutes=1)
    assert saved.before is not None
    edit(desk, noy, saved.before)
    assert desk.facts.of(noy) == before
    edit(desk, noy, replace(saved.before, preference=""))
    clock.forward(days=1)
    edit(desk, noy, saved.before)
    assert {fact.noted_at for fact in desk.facts.of(noy)} == {clock.at}, "a day later it is learnt anew"
