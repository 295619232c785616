"""Who did what: newest first, a page at a time, by person, till, kind, customer and day; told in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.programmes import Look, ProgrammeDraft, Reward, Terms
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.domain.trust.deeds import Deed, DeedGroup, DeedsAsked
from frontdesk.storage import gestures
from frontdesk.texts import texts_for
from frontdesk.wording.deeds import deed_sentence
from tests.conftest import FakeClock

EN = texts_for("en")
ALL = DeedsAsked()


def said(desk: FrontDesk, asked: DeedsAsked = ALL) -> list[str]:
    return [deed_sentence(EN, deed) for deed in desk.audit.page(desk.act(), asked).deeds]


def somsak(desk: FrontDesk, name: str = "Somsak") -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def noi(desk: FrontDesk) -> int:
    return desk.submit(desk.staffing.add_staff, desk.act(), "Noi", Role.CASHIER).result().id


def by(act: Act, staff_id: int) -> Act:
    return replace(act, staff_id=staff_id)


def test_each_act_is_a_sentence_the_newest_first(desk: FrontDesk) -> None:
    customer = somsak(desk)
    given = desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 2).result()
    desk.submit(desk.goodwill.give, desk.act(), customer, GoodwillReason.KINDNESS).result()
    desk.submit(desk.loyalty.undo, desk.act(), given.gesture).result()
    assert said(desk) == [
        "Noy took this back: Noy gave 2 stamps to Somsak",
        "Noy gave 1 stamp to Somsak as a thank-you: For a kindness",
        "Noy gave 2 stamps to Somsak (taken back by Noy)",
        "Noy took on a new customer: Somsak",
        "Noy opened the shop",
    ]
    assert said(desk, DeedsAsked(group=DeedGroup.GIVEN)) == [
        "Noy gave 1 stamp to Somsak as a thank-you: For a kindness"
    ]


def test_a_shop_of_several_cards_is_told_which_one(desk: FrontDesk) -> None:
    customer = somsak(desk)
    second = ProgrammeDraft(Look(Said("Lunch")), Terms((Reward(1, 5, Said("soup")),)))
    desk.submit(desk.programmes.add, desk.act(), second).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 2).result()
    card = desk.programmes.all()[0].look.names.speak("en")
    assert said(desk)[0] == f"Noy gave Somsak 2 stamps on the card “{card}”"


def test_what_a_setting_was_and_became_is_told(desk: FrontDesk) -> None:
    limits = desk.limits.get()
    desk.submit(desk.limits.save, desk.act(), replace(limits, card_stamps=99)).result()
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Tea", 15_000)).result()
    tea = desk.shop.products()[0]
    desk.submit(desk.shop.save_product, desk.act(), replace(tea, price=20_000)).result()
    kham = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    desk.submit(desk.staffing.change_role, desk.act(), kham.id, Role.MANAGER).result()
    desk.submit(desk.staffing.leave, desk.act(), kham.id).result()
    assert said(desk)[:-1] == [
        "Noy noted that Kham works here no longer",
        "Noy changed the role of Kham: Cashier → Manager",
        "Noy took Kham on",
        "Noy changed Tea: Price 15000 LAK → 20000 LAK",
        "Noy added something that is sold: Tea",
        "Noy changed the limits: Stamps for one customer 20 → 99",
    ]


def test_what_was_refused_is_told_with_why(desk: FrontDesk) -> None:
    cashier = noi(desk)
    with pytest.raises(Refused):
        desk.submit(desk.limits.save, by(desk.act(), cashier), desk.limits.get()).result()
    sentence = "Noi wanted to change the limits. Refused: only somebody with more rights may."
    assert said(desk)[0] == sentence
    assert said(desk, DeedsAsked(group=DeedGroup.REFUSED)) == [sentence]
    assert said(desk, DeedsAsked(group=DeedGroup.SETTINGS))[0] == sentence
    assert said(desk, DeedsAsked(group=DeedGroup.STAMPS)) == []


def test_it_is_narrowed_down_by_whom_where_what_and_when(desk: FrontDesk, clock: FakeClock) -> None:
    cashier, customer = noi(desk), somsak(desk)
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, by(desk.act(), cashier), customer).result()
    stamped = ["Noi gave 1 stamp to Somsak"]
    assert said(desk, DeedsAsked(staff_id=cashier)) == stamped
    assert said(desk, DeedsAsked(group=DeedGroup.STAMPS)) == stamped
    assert said(desk, DeedsAsked(kind="STAMP", staff_id=cashier, till_id=desk.till_id)) == stamped
    assert said(desk, DeedsAsked(till_id=desk.till_id + 1)) == []
    assert said(desk, DeedsAsked(since=desk.now())) == stamped
    assert stamped[0] not in said(desk, DeedsAsked(until=desk.now()))
    assert said(desk, DeedsAsked(since=desk.now() - 2 * DAY, group=DeedGroup.TEAM)) == ["Noy took Noi on"]


def test_of_a_customer_all_records_count_also_the_act_that_took_them_on(desk: FrontDesk) -> None:
    kept, absorbed = somsak(desk), somsak(desk, "Somsak B")
    desk.submit(desk.loyalty.add_stamps, desk.act(), absorbed).result()
    desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result()
    told = [deed_sentence(EN, deed) for deed in desk.audit.of_customer(desk.act(), absorbed)]
    assert told == [
        "Noy joined the record of Somsak B with the one of Somsak",
        "Noy gave 1 stamp to Somsak",
        "Noy took on a new customer: Somsak",
        "Noy took on a new customer: Somsak",
    ]
    assert said(desk, DeedsAsked(customer_id=kept, group=DeedGroup.STAMPS)) == ["Noy gave 1 stamp to Somsak"]


def test_who_was_erased_has_no_name_in_it(desk: FrontDesk) -> None:
    customer = somsak(desk)
    sql, values = "UPDATE customer SET erased_at = ? WHERE id = ?", (desk.now(), customer)
    desk.store.submit(lambda: list(desk.store.write().run(sql, values))).result()
    assert said(desk)[0] == "Noy took on a new customer: somebody who was erased"


def test_the_pages_are_the_whole_trail_each_line_once(desk: FrontDesk) -> None:
    """Acts and refusals of one moment, too: by the place where a page ended the next one begins."""
    cashier, customer = noi(desk), somsak(desk)
    for _ in range(4):
        desk.submit(desk.loyalty.add_stamps, desk.act(), customer).result()
        with pytest.raises(Refused):
            desk.submit(desk.limits.save, by(desk.act(), cashier), desk.limits.get()).result()
    whole = desk.audit.page(desk.act(), ALL, limit=50)
    found, after = list[Deed](), None
    while True:
        page = desk.audit.page(desk.act(), ALL, after, limit=3)
        found += page.deeds
        after = page.more
        if after is None:
            break
    assert tuple(found) == whole.deeds
    assert len(found) == 11
    assert [deed.place.at for deed in found] == sorted((deed.place.at for deed in found), reverse=True)


def test_only_a_manager_reads_it_and_the_trail_says_who_wanted_to(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        desk.audit.page(by(desk.act(), noi(desk)), ALL)
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    desk.submit(lambda: None).result()
    assert said(desk)[0] == "Noi wanted to see who did what. Refused: only somebody with more rights may."


def test_it_is_taken_out_as_a_table_that_runs_no_formula_and_that_is_on_record(
    desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    somsak(desk, "=1+1")
    clock.forward(minutes=1)
    path, told = tmp_path / "who.csv", list[int]()
    count = desk.audit.take_out(
        desk.act(), path, ALL, EN, desk.zone, progress=lambda done, total: told.append(done)
    )
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[1:] == [
        "2026-11-19 08:30:00,Noy,Till 1,Customers,'=1+1,Noy took on a new customer: =1+1",
        "2026-11-19 08:30:00,Noy,Till 1,Settings,,Noy opened the shop",
    ]
    assert (count, told) == (2, [2])
    assert said(desk)[0] == "Noy saved who did what as a table"
    with pytest.raises(Refused):
        desk.audit.take_out(by(desk.act(), noi(desk)), path, ALL, EN, desk.zone)


def test_a_table_that_nobody_wants_any_more_leaves_nothing(desk: FrontDesk, tmp_path: Path) -> None:
    customer = somsak(desk)
    path = tmp_path / "who.csv"
    act = desk.act()

    def one_more_page() -> None:
        for at in range(501):
            gestures.record(desk.store.write(), desk.act(act.at - at - 1), "EDIT", customer)

    desk.store.submit(one_more_page).result()
    assert desk.audit.take_out(act, path, ALL, EN, desk.zone, cancelled=lambda: True) is None
    assert list(tmp_path.glob("who*")) == []
