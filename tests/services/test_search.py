"""Find somebody by whatever the cashier has."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.customers import Birthday, CustomerDraft
from frontdesk.domain.hits import Badge
from frontdesk.domain.refusals import RefusalCode, Refused
from tests.conftest import FakeClock

PEOPLE = {
    "somsak": CustomerDraft("ສົມສັກ ວົງສາ", spoken="Somsak", phone="+856 20 5555 1234"),
    "somchai": CustomerDraft("สมชาย ใจดี", spoken="Somchai", phone="+66 81 234 5678"),
    "sokha": CustomerDraft("សុខា ចាន់", spoken="Sokha"),
    "giorgi": CustomerDraft("გიორგი ბერიძე", called="Gio"),
    "zoe": CustomerDraft("Zoë O'Brien-Müller", phone="020 7777 8888"),
}


@pytest.fixture
def ids(desk: FrontDesk) -> dict[str, int]:
    return {
        key: desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
        for key, draft in PEOPLE.items()
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ສົມ", "somsak"),
        ("ວົງ", "somsak"),
        ("somsak", "somsak"),
        ("omsa", "somsak"),
        ("55551234", "somsak"),
        ("020 5555", "somsak"),
        ("+856 20 5555", "somsak"),
        ("008562055551234", "somsak"),
        ("สมช", "somchai"),
        ("ใจดี", "somchai"),
        ("+66 81 234", "somchai"),
        ("5678", "somchai"),
        ("សុ", "sokha"),
        ("ចាន់", "sokha"),
        ("გიორ", "giorgi"),
        ("ბერ", "giorgi"),
        ("gio", "giorgi"),
        ("zoe", "zoe"),
        ("ZOË", "zoe"),
        ("o'brien", "zoe"),
        ("muller", "zoe"),
        ("zo mu", "zoe"),
        ("៧៧៧៧", "zoe"),
    ],
)
def test_any_part_of_a_name_in_any_script_and_the_end_of_a_phone(
    desk: FrontDesk, ids: dict[str, int], typed: str, found: str
) -> None:
    assert desk.search.find(typed)[0].customer_id == ids[found]


@pytest.mark.parametrize("typed", ["", " ", "xyzzy", "ກຸ", "99999", "somsak zoe"])
def test_what_nobody_has_finds_nobody(desk: FrontDesk, ids: dict[str, int], typed: str) -> None:
    assert desk.search.find(typed) == ()


def test_the_end_of_a_phone_is_before_its_middle(desk: FrontDesk, ids: dict[str, int]) -> None:
    found = [hit.customer_id for hit in desk.search.find("1234")]
    assert found == [ids["somsak"], ids["somchai"]]


def test_who_comes_often_and_lately_is_first_and_a_whole_name_before_them(
    desk: FrontDesk, clock: FakeClock
) -> None:
    def add(name: str) -> int:
        return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id

    noy, noyna, noylin = add("Noy"), add("Noyna"), add("Noylin")
    for days in range(5):
        desk.submit(desk.loyalty.add_stamps, desk.act(clock.at - days * 86_400_000), noyna).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(clock.at), noylin).result()
    assert [hit.customer_id for hit in desk.search.find("no")] == [noyna, noylin, noy]
    assert [hit.customer_id for hit in desk.search.find("noy")] == [noy, noyna, noylin]


def test_a_tile_says_the_most_important_thing_only(desk: FrontDesk) -> None:
    def badge(draft: CustomerDraft, stamps: int = 0, asks: bool = False) -> Badge | None:
        id_ = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
        if stamps:
            desk.submit(desk.loyalty.add_stamps, desk.act(), id_, stamps).result()
        if asks:
            desk.submit(desk.requests.ask, desk.act(), id_, "cake").result()
        (tile,) = [hit for hit in desk.wall.tiles(desk.now(), 50) if hit.customer_id == id_]
        return tile.badge

    today = Birthday(desk.today().month, desk.today().day)
    assert badge(CustomerDraft("A", allergy="nuts", birthday=today), stamps=5, asks=True) is Badge.ALLERGY
    assert badge(CustomerDraft("B", birthday=today), stamps=5, asks=True) is Badge.REQUEST
    assert badge(CustomerDraft("C", birthday=today), stamps=5) is Badge.REWARD
    assert badge(CustomerDraft("D", birthday=today), stamps=4) is Badge.BIRTHDAY
    assert badge(CustomerDraft("E")) is None


def test_a_scanned_card_is_its_holder_and_a_reissue_revokes_it(desk: FrontDesk, ids: dict[str, int]) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [ids["zoe"]]).result()
    (same,) = desk.submit(desk.member_cards.codes_for, desk.act(), [ids["zoe"]]).result()
    assert same.code == card.code
    assert desk.search.by_code(card.code.lower()) == ids["zoe"]
    fresh = desk.submit(desk.member_cards.reissue, desk.act(), ids["zoe"]).result()
    assert desk.search.by_code(fresh.code) == ids["zoe"]
    with pytest.raises(Refused) as refused:
        desk.search.by_code(card.code)
    assert refused.value.code is RefusalCode.CODE_REVOKED


def test_a_code_that_we_did_not_sign_or_issue_is_unknown(desk: FrontDesk, ids: dict[str, int]) -> None:
    (feedback,) = desk.submit(desk.feedback.issue, desk.act(), 1, "lo").result().cards
    for code in ("M0000000000000000", "hello", "", f"M{feedback.code[1:]}"):
        with pytest.raises(Refused) as refused:
            desk.search.by_code(code)
        assert refused.value.code is RefusalCode.UNKNOWN_CODE
    with pytest.raises(Refused) as ours:
        desk.search.by_code(feedback.code)
    assert ours.value.code is RefusalCode.FEEDBACK_CODE


def test_who_was_just_served_steps_back_on_the_wall(
    desk: FrontDesk, ids: dict[str, int], clock: FakeClock
) -> None:
    for week in range(1, 5):
        for name in ("somsak", "zoe"):
            act = desk.act(clock.at - week * 7 * 86_400_000)
            desk.submit(desk.loyalty.add_stamps, act, ids[name]).result()
    desk.wall.refresh(clock.at)
    assert {hit.customer_id for hit in desk.wall.tiles(clock.at, 2)} == {ids["somsak"], ids["zoe"]}
    desk.submit(desk.loyalty.add_stamps, desk.act(), ids["zoe"]).result()
    tiles = [hit.customer_id for hit in desk.wall.tiles(clock.at, 5)]
    assert tiles[0] == ids["somsak"]
    assert tiles[1] == ids["zoe"]  # before those who never came


def test_an_ending_that_begins_with_0_and_a_name_with_an_apostrophe(
    desk: FrontDesk, ids: dict[str, int]
) -> None:
    odd = CustomerDraft("Noy", phone="020 5555 0761")
    noy = desk.submit(desk.customers.enrol, desk.act(), odd).result().customer.id
    assert [hit.customer_id for hit in desk.search.find("0761")] == [noy]
    assert noy in {hit.customer_id for hit in desk.search.find("0205")}
    assert [hit.customer_id for hit in desk.search.find("obrien")] == [ids["zoe"]]


def test_who_has_just_this_name_is_found_among_sixty_that_begin_with_it(desk: FrontDesk) -> None:
    exact = desk.submit(
        desk.customers.enrol, desk.act(), CustomerDraft("Noy", phone="020 5000 4321")
    ).result()
    for number in range(60):
        draft = CustomerDraft(f"Noyna {number}", phone=f"020 4321 {1000 + number}")
        desk.submit(desk.customers.enrol, desk.act(), draft).result()
    for typed in ("Noy", "4321"):
        assert desk.search.find(typed)[0].customer_id == exact.customer.id
