"""The demo shop on disk: a real shop, the same for the same seed and day, and true to what was drawn."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo import portraits
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.requests import OPEN_STATES
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.customers import Purpose
from frontdesk.services.importing.archive import take_in
from tests.services.importing.stores_compared import differences

TODAY = date(2026, 11, 21)
CUSTOMERS = 24
MINUTE = 60_000


def built(folder: Path, *, seed: int = 7, customers: int = CUSTOMERS) -> Path:
    paths = paths_for(folder)
    build(make_demo(customers, seed, TODAY), paths, lambda done, total: None)
    return paths.store


def dump(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table: ids, times, codes, hashes, photos."""
    db = apsw.Connection(str(store), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: list(db.execute(f'SELECT * FROM "{name}"')) for name in names}
    finally:
        db.close()


@pytest.fixture(scope="module")
def drawn() -> DemoShop:
    return make_demo(CUSTOMERS, 7, TODAY)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    store = built(tmp_path_factory.mktemp("demo") / "shop")
    noon = int(datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths_for(store.parent), clock=lambda: noon)
    yield opened
    opened.close()


def test_the_same_seed_and_day_give_the_same_store_to_the_last_byte(tmp_path: Path) -> None:
    first, second = dump(built(tmp_path / "a")), dump(built(tmp_path / "b"))
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first["ledger_entry"]) > 100
    keys = [paths_for(tmp_path / name).chain_key.read_bytes() for name in ("a", "b")]
    assert keys[0] == keys[1]


def test_another_seed_gives_another_shop(tmp_path: Path) -> None:
    first, second = dump(built(tmp_path / "a")), dump(built(tmp_path / "b", seed=8))
    assert first["customer"] != second["customer"]
    assert first["secret"] != second["secret"]


def test_drawing_beside_or_at_once_gives_the_same_portraits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = dump(built(tmp_path / "a", customers=6))["photo"]
    monkeypatch.setattr(portraits, "WORTH_A_POOL", 0)
    assert dump(built(tmp_path / "b", customers=6))["photo"] == at_once
    assert at_once


def test_the_owner_asks_in_her_own_words_and_can_be_reached(desk: FrontDesk) -> None:
    for language in ("en", "lo"):
        own = [each.topic for each in desk.questions.asked(language) if each.version is not None]
        assert own == [Topic.LIKED, Topic.BETTER]
    assert not desk.feedback_rules.rules().page_on
    assert len(desk.shop.settings().contacts) == 2


def test_the_store_holds_what_was_drawn(desk: FrontDesk, drawn: DemoShop) -> None:
    rows = dump(desk.paths.store)
    assert len(rows["customer"]) == len(drawn.people)
    assert len(rows["visit"]) == len(drawn.visits)
    # The free coffee of a reward is no item: it was not paid for, and earns nothing.
    assert len(rows["visit_item"]) == sum(len(visit.items) - visit.redeems for visit in drawn.visits)
    assert len(rows["request"]) == len(drawn.requests)
    assert len(rows["photo"]) == sum(person.portrait is not None for person in drawn.people)
    assert [member.name for member in desk.staffing.staff()] == [member.name for member in drawn.staff]
    assert all(member.has_photo for member in desk.staffing.staff())


def here(desk: FrontDesk, drawn: DemoShop) -> Iterator[tuple[DemoPerson, Hit]]:
    """All but the few who left."""
    gone = {each.name for each in desk.leaving.all_left(0, desk.now())}
    for person in drawn.people:
        if (person.called or person.name) not in gone:
            (hit,) = [hit for hit in desk.search.find(person.name) if hit.name == person.name]
            yield person, hit


def test_every_card_has_the_stamps_that_its_owner_earned(desk: FrontDesk, drawn: DemoShop) -> None:
    expected: Counter[str] = Counter()
    for visit in drawn.visits:
        person = drawn.people[visit.person]
        expected[person.name] += visit.stamps - drawn.programme.goal * visit.redeems
    for person, hit in here(desk, drawn):
        told = desk.recoveries.of(hit.customer_id)
        as_thanks = sum(desk.recoveries.story(each.id).given for each in told)
        balance = desk.loyalty.cards(hit.customer_id, desk.now())[0].balance
        assert balance == expected[person.name] + as_thanks


def test_open_requests_wait_in_the_states_that_were_drawn(desk: FrontDesk, drawn: DemoShop) -> None:
    waiting = Counter((each.what, each.state) for each in desk.requests.due())
    assert waiting == Counter((each.what, each.state) for each in drawn.requests if each.state in OPEN_STATES)


def test_consents_are_kept_in_the_words_of_the_customers_language(desk: FrontDesk, drawn: DemoShop) -> None:
    for person, hit in here(desk, drawn):
        said = desk.customers.consents(hit.customer_id)
        assert {consent.purpose for consent in said} == set(person.consents)
        assert all("Café Mekong" in consent.wording for consent in said)
        assert all(consent.language == person.language for consent in said)
        assert (desk.photos.thumb(hit.customer_id) is not None) == (Purpose.PHOTO in person.consents)


def test_the_year_grows_in_order_and_ends_before_the_demo_day(desk: FrontDesk) -> None:
    db = apsw.Connection(str(desk.paths.store), flags=apsw.SQLITE_OPEN_READONLY)
    times = [row[0] for row in db.execute("SELECT at FROM gesture ORDER BY id")]
    db.close()
    midnight = int(datetime(2026, 11, 21, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    assert max(times) < midnight
    # The last acts of one visit may come seconds after the first of the next customer's.
    assert all(after - before > -MINUTE for before, after in pairwise(times))


def test_a_shop_without_customers_can_be_built(tmp_path: Path) -> None:
    store = built(tmp_path / "empty", customers=0)
    rows = dump(store)
    assert rows["customer"] == []
    assert len(rows["product"]) == 17


def test_the_demo_year_goes_out_whole_and_comes_in_equal(desk: FrontDesk, tmp_path: Path) -> None:
    made = desk.archive.everything(desk.act(), tmp_path / "year.zip")
    assert made is not None
    assert made.pictures > CUSTOMERS
    other = paths_for(tmp_path / "elsewhere")
    other.create()
    shutil.copy(desk.paths.chain_key, other.chain_key)
    taken = take_in(other, made.path, clock=desk.now)
    assert taken is not None
    assert differences(desk.paths.store, taken.made.path) == {}
    assert taken.faults == 0
