"""Find somebody by whatever the cashier has."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.finding.hits import Badge, FoundBy
from frontdesk.domain.finding.keyboards import readings
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
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
    def badge(draft: CustomerDraft, stamps: int = 0, asks: bool = False, upset: bool = False) -> Badge | None:
        id_ = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
        if stamps:
            desk.submit(desk.loyalty.add_stamps, desk.act(), id_, stamps).result()
        if asks:
            desk.submit(desk.requests.ask, desk.act(), id_, "cake").result()
        if upset:
            desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, id_).result()
        (tile,) = [hit for hit in desk.wall.tiles(desk.now(), 50) if hit.customer_id == id_]
        return tile.badge

    today = Birthday(desk.today().month, desk.today().day)
    assert badge(CustomerDraft("A", allergy="nuts"), stamps=5, asks=True, upset=True) is Badge.ALLERGY
    assert badge(CustomerDraft("U", birthday=today), stamps=5, asks=True, upset=True) is Badge.COMPLAINT
    assert badge(CustomerDraft("B", birthday=today), stamps=5, asks=True) is Badge.REQUEST
    assert badge(CustomerDraft("C", birthday=today), stamps=5) is Badge.REWARD
    assert badge(CustomerDraft("D", birthday=today), stamps=4) is Badge.BIRTHDAY
    assert badge(CustomerDraft("E")) is None


def test_a_reward_of_any_running_programme_goes_before_a_birthday(desk: FrontDesk) -> None:
    lunch = stamp_card("Lunch card", 2, "drink")
    second = desk.submit(desk.programmes.add, desk.act(), lunch).result().programme
    today = Birthday(desk.today().month, desk.today().day)
    draft = CustomerDraft("Noy", birthday=today)
    noy = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id

    def badge() -> Badge | None:
        (tile,) = [hit for hit in desk.wall.tiles(desk.now(), 50) if hit.customer_id == noy]
        return tile.badge

    for expected in (Badge.BIRTHDAY, Badge.REWARD):
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy, programme_id=second.id).result()
        assert badge() is expected
    assert desk.search.find("noy")[0].badge is Badge.REWARD
    desk.submit(desk.programmes.retire, desk.act(), second.id).result()
    assert badge() is Badge.BIRTHDAY


def test_a_scanned_card_is_its_holder_and_a_reissue_revokes_it(desk: FrontDesk, ids: dict[str, int]) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [ids["zoe"]]).result()
    (same,) = desk.submit(desk.member_cards.codes_for, desk.act(), [ids["zoe"]]).result()
    assert same.code == card.code
    assert desk.search.by_scan(Scan(card.code.lower())) == ids["zoe"]
    fresh = desk.submit(desk.member_cards.reissue, desk.act(), ids["zoe"]).result()
    assert desk.search.by_scan(Scan(fresh.code)) == ids["zoe"]
    with pytest.raises(Refused) as refused:
        desk.search.by_scan(Scan(card.code))
    assert refused.value.code is RefusalCode.CODE_REVOKED


def test_a_code_that_we_did_not_sign_or_issue_is_unknown(desk: FrontDesk, ids: dict[str, int]) -> None:
    (feedback,) = desk.submit(desk.feedback.issue, desk.act(), 1, "lo").result().cards
    for code in ("M0000000000000000", "hello", "", f"M{feedback.code[1:]}"):
        with pytest.raises(Refused) as refused:
            desk.search.by_scan(Scan(code))
        assert refused.value.code is RefusalCode.UNKNOWN_CODE
    with pytest.raises(Refused) as ours:
        desk.search.by_scan(Scan(feedback.code))
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


def first(desk: FrontDesk, typed: str) -> str:
    hits = desk.search.find(typed)
    return hits[0].name if hits else ""


def add(desk: FrontDesk, name: str, **more: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name, **more)).result().customer.id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sonsak", "ສົມສັກ ວົງສາ"),
        ("somsk", "ສົມສັກ ວົງສາ"),
        ("smosak", "ສົມສັກ ວົງສາ"),
        ("somsak vongsaa", "ສົມສັກ ວົງສາ"),
        ("somsakvongsa", "ສົມສັກ ວົງສາ"),
        ("wongsa", "ສົມສັກ ວົງສາ"),
        ("ໂສຂາ", "សុខា ចាន់"),
        ("სომსაკ", "ສົມສັກ ວົງສາ"),
        ("Сокха", "សុខា ចាន់"),
        ("beridse", "გიორგი ბერიძე"),
        ("oberin", "Zoë O'Brien-Müller"),
    ],
)
def test_another_script_and_a_slip_of_the_finger(
    desk: FrontDesk, ids: dict[str, int], typed: str, name: str
) -> None:
    assert first(desk, typed) == name


@pytest.mark.parametrize("letter", ["s", "S", "ສ", "ส", "so", "ສົ", "z", "g"])
def test_one_letter_and_two_find_somebody(desk: FrontDesk, ids: dict[str, int], letter: str) -> None:
    assert desk.search.find(letter)


@pytest.mark.parametrize("typed", ["1234 s", "s 1234", "1234s", "s1234", "1234 ສ", "som 1234"])
def test_last_four_digits_and_a_letter(desk: FrontDesk, ids: dict[str, int], typed: str) -> None:
    add(desk, "Anna", phone="020 7777 1234")
    assert first(desk, typed) == "ສົມສັກ ວົງສາ"


@pytest.mark.parametrize("typed", ["02055551234", "+8562055551234", "8562055551234", "2055551234", "5512"])
def test_a_number_is_one_number_however_it_is_written(
    desk: FrontDesk, ids: dict[str, int], typed: str
) -> None:
    assert first(desk, typed) == "ສົມສັກ ວົງສາ"


def test_a_note_finds_and_a_name_is_before_it(desk: FrontDesk, ids: dict[str, int]) -> None:
    rider = add(desk, "Khamla", note="Comes by bike\nAlways a blue helmet")
    add(desk, "Lena", allergy="peanuts")
    (hit,) = desk.search.find("blue helmet")
    assert (hit.customer_id, hit.found_by, hit.matched) == (rider, FoundBy.NOTE, "Always a blue helmet")
    assert first(desk, "peanut") == "Lena"
    add(desk, "Helmet Kohl")
    assert [found.name for found in desk.search.find("helmet")] == ["Helmet Kohl", "Khamla"]
    desk.submit(desk.customers.edit, desk.act(), rider, CustomerDraft("Khamla")).result()
    assert desk.search.find("blue helmet") == ()


def test_what_they_usually_take_finds_them(desk: FrontDesk, ids: dict[str, int], clock: FakeClock) -> None:
    added = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Oat flat white")).result()
    assert added.product is not None
    for days in (9, 5, 2):
        act = desk.act(clock.at - days * 86_400_000)
        desk.submit(desk.loyalty.add_items, act, ids["zoe"], (added.product.id,)).result()
    (hit,) = desk.search.find("oat flat white")
    assert (hit.customer_id, hit.found_by, hit.matched) == (ids["zoe"], FoundBy.USUAL, "Oat flat white")
    assert desk.search.find("flat wh")[0].customer_id == ids["zoe"]


def test_who_is_likelier_now_is_first_among_namesakes(desk: FrontDesk) -> None:
    ann, anna = add(desk, "Noy Ann"), add(desk, "Noy Bee")
    for likelier in (ann, anna):
        desk.search.chances = lambda ids, now, likelier=likelier: {id_: id_ == likelier for id_ in ids}
        assert desk.search.find("noy")[0].customer_id == likelier


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "a*",
        "NEAR(a b)",
        "a AND",
        "col:x",
        "' OR 1=1 --",
        "\\",
        "\ue000som",
        "🙂🙂",
        "ក្" * 100,
        "ສ" * 200,
        "x" * 200,
        "\u0000",
        "٤٨٢١",
        "1" * 60,
        "+",
        "00",
        "-",
        "{}",
        "ๆ",
        "ํ",
        "a b c d e f g h",
    ],
)
def test_nothing_that_can_be_typed_breaks_it(desk: FrontDesk, ids: dict[str, int], typed: str) -> None:
    desk.search.search(typed)
    add(desk, f"Name {typed[:150]}")
    desk.search.search(typed)


def test_letters_of_another_layout_are_offered_and_shown(desk: FrontDesk, ids: dict[str, int]) -> None:
    slipped = dict(readings("ສົມສັກ"))["en"]
    found = desk.search.search(slipped)
    assert (found.hits[0].customer_id, found.meant) == (ids["somsak"], "ສົມສັກ")
    thai = dict(readings("giorgi"))["th"]
    assert desk.search.search(thai).meant == "giorgi"
    assert desk.search.search("somsak").meant == ""
    assert desk.search.search("xyzzyqq").meant == ""


def test_who_is_surely_meant_under_another_layout_comes_before_who_is_vaguely_like_it(
    desk: FrontDesk,
) -> None:
    meant = add(desk, "Somsak")
    slipped = dict(readings("somsak"))["lo"]
    strangers = {add(desk, f"ກິ່ງແກ້ວ{slipped}{end}") for end in ("ຈັນ", "ດວງ", "ສີດາ")}
    assert strangers & {hit.customer_id for hit in desk.search.find(slipped)}
    found = desk.search.search(slipped)
    assert (found.hits[0].customer_id, found.meant) == (meant, "somsak")
    assert strangers & {hit.customer_id for hit in found.hits}, "those that were typed come after"


def test_who_is_written_so_comes_before_who_only_sounds_so(desk: FrontDesk) -> None:
    add(desk, "Noy")
    add(desk, "ສີພັນ ວົງສາ", called="ນ້ອຍ", spoken="Noy")
    noi = add(desk, "ນ້ອຍ ພົມມະຈັນ", called="ນ້ອຍ", spoken="Noi Phommachanh")
    assert desk.search.find("noi")[0].customer_id == noi


def test_who_is_called_just_this_comes_before_who_has_it_among_their_names(desk: FrontDesk) -> None:
    for family in ("Vongsa", "Keola", "Phommachan"):
        add(desk, f"Pany {family}")
    pany = add(desk, "ປານີ", spoken="-")
    assert desk.search.find("pany")[0].customer_id == pany


def test_a_merged_record_finds_who_answers_for_it_by_sound(desk: FrontDesk, ids: dict[str, int]) -> None:
    other = add(desk, "ບຸນມີ")
    desk.submit(desk.merging.merge, desk.act(), ids["zoe"], other).result()
    assert desk.search.find("bounmy")[0].customer_id == ids["zoe"]


def test_a_hit_says_that_it_only_sounds_so_unless_the_name_is_there_to_see(desk: FrontDesk) -> None:
    add(desk, "Noy")
    add(desk, "ນ້ອຍ", spoken="-")
    by_name = {hit.name: hit.found_by for hit in desk.search.find("noy")}
    assert by_name == {"Noy": FoundBy.NAME, "ນ້ອຍ": FoundBy.SOUND}


def test_a_written_beginning_goes_before_what_only_sounds_so(desk: FrontDesk) -> None:
    for name in ("Raj van Dijk", "Rachel Collins"):
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result()
    assert [hit.name for hit in desk.search.find("rach")][:2] == ["Rachel Collins", "Raj van Dijk"]
