"""Forgetting somebody for good, searched for as bytes in every file."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from anyascii import anyascii

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.finding.folding import fold
from frontdesk.domain.finding.sounds.keys import readings
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.privacy.erasing import ErasedMany, WhyErased
from frontdesk.domain.refusals import Refused
from frontdesk.services.trust.backups import restore
from frontdesk.storage.privacy.personal_data import PLACES
from frontdesk.texts import texts_for
from frontdesk.wording.privacy import what_goes, what_stays
from tests.services.counter_acts import enrol, hire, refusal
from tests.services.feedback.feedback_acts import draft, issue, take
from tests.services.privacy.everywhere import CALLED, ELSE, NAME, somebody_everywhere

TYPED = (
    NAME,
    *NAME.split(),
    CALLED,
    *ELSE.split(),
    "Zyzzyspoken",
    "quux@example.com",
    "quuxnote",
    "55124821",
)


def bytes_left(folder: Path) -> set[tuple[str, str]]:
    """Which form of whatever was typed stands in which file of a folder."""
    forms = {form for typed in TYPED for form in _forms(typed)}
    needles = {form: [form.encode(), form.encode("utf-16-le"), form.encode("utf-16-be")] for form in forms}
    files = [file for file in folder.rglob("*") if file.is_file()]
    content = {file.name: file.read_bytes() for file in files}
    return {
        (name, form)
        for name, held in content.items()
        for form, coded in needles.items()
        if any(each in held for each in coded)
    }


def _forms(typed: str) -> Iterator[str]:
    latin = anyascii(typed)
    for form in (typed, latin, fold(typed), *(sound for word in latin.split() for sound in readings(word))):
        yield from (each for each in (form, form.lower(), form.upper(), form.title()) if len(each) > 4)


def erase(desk: FrontDesk, *ids: int, act: Callable[[], Act] | None = None) -> ErasedMany:
    return desk.erasing.erase_each(
        act or desk.act, ids, WhyErased.ASKED, progress=lambda at, of: None, cancelled=lambda: False
    )


def test_the_shop_of_these_tests_has_words_in_every_place_that_can_hold_some(desk: FrontDesk) -> None:
    keys = json.dumps([somebody_everywhere(desk), 2])
    db = desk.store.read()
    for place in PLACES:
        assert db.value(f"SELECT count(*) FROM {place.table} WHERE {PLACES.rows_of(place.table)}", (keys,)), (
            place.table
        )


def test_no_byte_of_a_name_is_left_in_any_file_and_the_sums_are(desk: FrontDesk, paths: Paths) -> None:
    customer = somebody_everywhere(desk)
    other = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Zyta")).result().customer.id
    before = _sums(desk)
    assert any(form == NAME for _, form in bytes_left(paths.data))

    done = erase(desk, customer)

    assert (done.erased, done.missed, done.clean) == (1, 0, True)
    assert bytes_left(paths.data) == set()
    assert _sums(desk) == before
    assert [hit for typed in ("zyzzy", "4821", "quux") for hit in desk.search.find(typed)] == []
    assert [hit.customer_id for hit in desk.search.find("zyta")] == [other]
    desk.close()
    assert bytes_left(paths.data) == set()


def _sums(desk: FrontDesk) -> list[object]:
    db = desk.store.read()
    tables = ("visit", "card", "ledger_entry", "redemption", "request", "feedback_response", "gesture")
    counts = [
        db.value(f"SELECT count(*) FROM {table} WHERE at > 1") for table in tables if table != "redemption"
    ]
    faults = sorted((fault.code, fault.where, fault.row) for fault in desk.verifier.verify().faults)
    return [
        counts[:3],
        db.value("SELECT sum(stamps) FROM ledger_entry"),
        db.value("SELECT sum(balance) FROM card"),
        faults,
    ]


def test_what_goes_and_what_is_owed_is_told_before(desk: FrontDesk) -> None:
    customer = somebody_everywhere(desk)
    other = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("La", note=f"sister of {NAME}"))
    other.result()

    plan = desk.erasing.plan(desk.act(), customer)

    assert (plan.name, plan.theirs.records, plan.theirs.photos, plan.elsewhere) == (NAME, 2, 1, 1)
    assert (plan.standing.requests, plan.standing.complaints) == (1, 1)
    texts = texts_for("en")
    goes, stays = what_goes(texts, plan), what_stays(texts, plan)
    others = ("absence_step", "request_decline", "feedback_step", "follow_up_step", "staff_thanks")
    db = desk.store.read()
    assert plan.theirs.others >= sum(bool(db.value(f"SELECT count(*) FROM {table}")) for table in others)
    assert f"{plan.theirs.others} other notes about them, such as why they were silent" in goes
    assert any("picture" in line for line in goes)
    assert any("as proof of what was agreed" in line for line in stays)


def test_nobody_but_a_manager_forgets_anybody(desk: FrontDesk) -> None:
    customer = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    cashier = hire(desk, role=Role.CASHIER)

    def as_cashier() -> Act:
        act = desk.act()
        return Act(act.gesture, cashier, act.till_id, act.at)

    for trying in (
        lambda: desk.erasing.plan(as_cashier(), customer),
        lambda: erase(desk, customer, act=as_cashier),
        lambda: desk.erasing.lately(as_cashier()),
    ):
        with pytest.raises(Refused) as raised:
            trying()
        assert refusal(raised)[0] == "ONLY_MANAGER"
    assert desk.customers.get(customer).name == "Noy"
    assert (
        desk.store.submit(lambda: desk.store.write().value("SELECT count(*) FROM refused_act")).result() == 3
    )


def test_a_list_that_is_refused_half_way_leaves_nothing_of_whom_it_had_come_to(
    desk: FrontDesk, paths: Paths
) -> None:
    customer, other = somebody_everywhere(desk), enrol(desk, "Somebody Else")
    acts = [desk.act(), replace(desk.act(), staff_id=hire(desk))]
    with pytest.raises(Refused):
        erase(desk, customer, other, act=lambda: acts.pop(0))
    assert bytes_left(paths.data) == set()
    assert desk.customers.get(other).name == "Somebody Else"


def test_nothing_brings_them_back(desk: FrontDesk) -> None:
    customer = somebody_everywhere(desk)
    merge = desk.merging.of(customer)[0]
    left = desk.submit(desk.leaving.leave, desk.act(), customer).result()
    erase(desk, customer)

    for method, argument in (
        (desk.customers.bring_back, customer),
        (desk.leaving.come_back, customer),
        (desk.leaving.take_back, left.gesture),
        (desk.merging.unmerge, merge.id),
        (desk.customers.edit, customer),
    ):
        rest = (CustomerDraft("Back"),) if method == desk.customers.edit else ()
        with pytest.raises(Refused) as raised:
            desk.submit(method, desk.act(), argument, *rest).result()
        assert refusal(raised)[0] == "UNKNOWN_CUSTOMER"
    assert [one.name for one in desk.leaving.gone()] == []
    assert erase(desk, customer).missed == 1


def test_no_word_comes_back_over_a_card_that_they_still_have(desk: FrontDesk, paths: Paths) -> None:
    customer = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(NAME)).result().customer.id
    card = issue(desk, customer)
    take(desk, card, draft(liked=f"It is me, {NAME}"))
    erase(desk, customer)

    with pytest.raises(Refused) as raised:
        take(desk, card, draft(liked=f"Me again, {NAME}"))
    assert refusal(raised)[0] == "ANSWERED_TODAY"
    assert bytes_left(paths.data) == set()


def test_a_backup_that_brings_them_back_is_forgotten_again_before_anybody_sees_them(
    desk: FrontDesk,
    paths: Paths,
    clock: Callable[[], int],
    tmp_path: Path,
    expect_log: Callable[[str], None],
) -> None:
    expect_log("restored a backup")
    customer = somebody_everywhere(desk)
    made = desk.backups.make()
    erase(desk, customer)
    desk.close()

    restore(paths, made.path, clock=clock)
    assert any(form == NAME for _, form in bytes_left(paths.data))  # it was really brought back
    with closing(open_desk(paths, clock=clock)) as again:
        assert again.search.find("zyzzy") == ()
        again.settle_in()
        assert bytes_left(paths.data) == set()
        assert again.erasing.lately(again.act())[0].again

    # On another computer there is the folder of backups and nothing else.
    moved = tmp_path / "stick"
    shutil.copytree(paths.backups, moved)
    elsewhere = paths_for(tmp_path / "elsewhere" / "shop")
    restore(elsewhere, moved / made.path.name, clock=clock)
    with closing(open_desk(elsewhere, clock=clock)) as there:
        assert there.search.find("zyzzy") == ()
        there.settle_in()
        assert bytes_left(elsewhere.data) == set()


def test_what_a_kill_left_to_clear_is_cleared_at_the_next_start(
    desk: FrontDesk, paths: Paths, clock: Callable[[], int]
) -> None:
    customer = somebody_everywhere(desk)
    desk.submit(desk.erasing.erase, desk.act(), customer, WhyErased.ASKED).result()
    assert bytes_left(paths.data)
    desk.close()
    with closing(open_desk(paths, clock=clock)) as again:
        again.settle_in()
        assert bytes_left(paths.data) == set()
