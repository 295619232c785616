"""PINs: who may give one, what a right and a wrong one do, also over restarts, and the way back in."""

import random
from contextlib import closing

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Role
from frontdesk.domain.days import HOUR
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.services.team.pin_tries import RECOVERY_STANDS_FOR
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, refusal
from tests.services.team.pin_acts import CASHIERS, MANAGERS, OWNERS, prove, quick, with_pins, with_ticks

WRONG = "194860"


def tries(desk: FrontDesk) -> list[tuple[int, int]]:
    """Who was tried, and whether they passed."""
    return list(desk.store.read().run("SELECT member_id, passed FROM pin_try ORDER BY id"))


def refused(desk: FrontDesk, member: int, pin: str) -> tuple[str, int]:
    """By what code a PIN is refused, and how long it says to wait."""
    with pytest.raises(Refused) as caught:
        desk.pins.open(desk.act(), member, pin)
    return caught.value.code.value, caught.value.facts.get("seconds", 0)


def all_with_pins(desk: FrontDesk) -> tuple[int, int, int]:
    """As `with_pins`, and the cashier has one, too. The owner is at the till."""
    owner, manager, cashier = with_pins(desk)
    prove(desk, owner, OWNERS)
    desk.pins.set_pin(desk.act(), cashier, CASHIERS)
    desk.pins.close(desk.key)
    desk.key = b""
    return owner, manager, cashier


# --- who may give one ---


def test_a_shop_without_pins_goes_by_roles_as_it_did(desk: FrontDesk) -> None:
    hire(desk, "Kham", Role.MANAGER)
    assert not desk.pins.in_use()
    assert [each.has_pin for each in desk.pins.holders(Role.MANAGER)] == [False, False]
    assert desk.pins.left(desk.pins.enter(desk.staff_id).key) > 0
    with_pins(desk)
    with pytest.raises(Refused, match="PIN_NEEDED"):
        desk.pins.enter(desk.staff_id)


def test_the_first_pin_is_an_owners_own(desk: FrontDesk) -> None:
    quick(desk)
    owner, manager = desk.staff_id, hire(desk, "Kham", Role.MANAGER)
    for actor, member in ((owner, manager), (manager, manager)):
        desk.staff_id = actor
        with pytest.raises(Refused, match="OWNER_PIN_FIRST"):
            desk.pins.set_pin(desk.act(), member, MANAGERS)
    desk.staff_id = hire(desk, "La")
    with pytest.raises(Refused, match="ONLY_MANAGER"):
        desk.pins.set_pin(desk.act(), desk.staff_id, CASHIERS)
    desk.staff_id = owner
    assert desk.pins.set_pin(desk.act(), owner, OWNERS).key
    assert desk.pins.in_use()


def test_who_sets_their_own_has_proved_it_and_nobody_else_has(desk: FrontDesk) -> None:
    quick(desk)
    saved = desk.pins.set_pin(desk.act(), desk.staff_id, OWNERS)
    with pytest.raises(Refused) as caught:
        hire(desk, "Kham", Role.MANAGER)
    assert refusal(caught) == ("PIN_NEEDED", "ENTER_PIN")
    desk.key = saved.key
    hire(desk, "Kham", Role.MANAGER)


def test_the_same_act_again_proves_nothing(desk: FrontDesk) -> None:
    quick(desk)
    act = desk.act()
    assert desk.pins.set_pin(act, desk.staff_id, OWNERS).key
    assert not desk.pins.set_pin(act, desk.staff_id, OWNERS).key


@pytest.mark.parametrize(
    ("who", "whose", "code"),
    [
        ("owner", "manager", ""),
        ("owner", "cashier", ""),
        ("owner", "owner", ""),
        ("manager", "manager", ""),
        ("manager", "cashier", ""),
        ("manager", "owner", "ONLY_MANAGER"),
        ("manager", "other", "ONLY_MANAGER"),
        ("cashier", "cashier", "ONLY_MANAGER"),
        ("cashier", "manager", "ONLY_MANAGER"),
    ],
)
def test_whose_pin_one_may_set_and_take_away(desk: FrontDesk, who: str, whose: str, code: str) -> None:
    other = hire(desk, "Noy", Role.MANAGER)
    owner, manager, cashier = with_pins(desk)
    staff = {"owner": owner, "manager": manager, "cashier": cashier, "other": other}
    if who != "cashier":
        prove(desk, staff[who], {"owner": OWNERS, "manager": MANAGERS}[who])
    desk.staff_id = staff[who]
    if code:
        with pytest.raises(Refused, match=code):
            desk.pins.set_pin(desk.act(), staff[whose], "480371")
        with pytest.raises(Refused, match=code):
            desk.submit(desk.pins.take_away, desk.act(), staff[whose]).result()
        return
    desk.pins.set_pin(desk.act(), staff[whose], "480371")
    desk.pins.open(desk.act(), staff[whose], "480371")


def test_without_the_proof_nobody_sets_any(desk: FrontDesk) -> None:
    owner, manager, cashier = with_pins(desk)
    for actor in (owner, manager):
        desk.staff_id = actor
        for member in (owner, manager, cashier):
            with pytest.raises(Refused, match=r"PIN_NEEDED|ONLY_MANAGER"):
                desk.pins.set_pin(desk.act(), member, "480371")


def test_a_pin_that_will_not_do_is_refused_before_anything_is_written(desk: FrontDesk) -> None:
    quick(desk)
    with pytest.raises(BadInput, match="PIN_GUESSABLE"):
        desk.pins.set_pin(desk.act(), desk.staff_id, "123456")
    with pytest.raises(BadInput, match="PIN_OF_SIX"):
        desk.pins.set_pin(desk.act(), desk.staff_id, "4803")
    assert not desk.pins.in_use()


def test_an_owner_with_a_pin_stays_as_long_as_managers_have_one(desk: FrontDesk) -> None:
    """Otherwise nobody could ever do again what only an owner may."""
    owner, manager, _ = with_pins(desk)
    prove(desk, owner, OWNERS)
    second = hire(desk, "Noy", Role.OWNER)
    with pytest.raises(Refused, match="OWNER_PIN_FIRST"):
        desk.submit(desk.pins.take_away, desk.act(), owner).result()
    with pytest.raises(Refused, match="OWNER_PIN_FIRST"):
        desk.submit(desk.staffing.change_role, desk.act(), owner, Role.MANAGER).result()
    desk.submit(desk.pins.take_away, desk.act(), manager).result()
    desk.submit(desk.pins.take_away, desk.act(), owner).result()
    assert not desk.pins.in_use()
    desk.staff_id = second
    desk.pins.set_pin(desk.act(), second, OWNERS)


def test_what_a_cashier_was_given_does_not_make_a_manager(desk: FrontDesk) -> None:
    owner, manager, cashier = with_pins(desk)
    prove(desk, manager, MANAGERS)
    desk.pins.set_pin(desk.act(), cashier, "480371")
    prove(desk, owner, OWNERS)
    desk.submit(desk.staffing.change_role, desk.act(), cashier, Role.OWNER).result()
    assert refused(desk, cashier, "480371")[0] == "NO_PIN"
    desk.submit(desk.staffing.change_role, desk.act(), cashier, Role.CASHIER).result()
    assert desk.pins.asked_at_the_till(cashier)  # taken back, it is as it was


# --- a proof ---


def test_a_right_pin_gives_a_proof_that_ends_by_disuse_and_by_closing(desk: FrontDesk) -> None:
    owner, _, _ = with_pins(desk)
    ticks = with_ticks(desk)
    prove(desk, owner, OWNERS)
    ticks.at += 100
    hire(desk, "Lu")
    ticks.at += 100
    hire(desk, "Vi")
    ticks.at += 121
    with pytest.raises(Refused, match="PIN_NEEDED"):
        hire(desk, "Mai")
    prove(desk, owner, OWNERS)
    desk.pins.close(desk.key)
    with pytest.raises(Refused, match="PIN_NEEDED"):
        hire(desk, "Mai")


@pytest.mark.parametrize("change", ["role", "leaving", "pin", "gone"])
def test_a_proof_ends_with_what_it_rested_on(desk: FrontDesk, change: str) -> None:
    owner, manager, _ = with_pins(desk)
    opened = desk.pins.open(desk.act(), manager, MANAGERS)
    prove(desk, owner, OWNERS)
    match change:
        case "role":
            desk.submit(desk.staffing.change_role, desk.act(), manager, Role.CASHIER).result()
        case "leaving":
            desk.submit(desk.staffing.leave, desk.act(), manager).result()
        case "pin":
            desk.pins.set_pin(desk.act(), manager, "480371")
        case "gone":
            desk.submit(desk.pins.take_away, desk.act(), manager).result()
    assert desk.pins.left(opened.key) == 0
    assert desk.pins.left(desk.key) > 0


def test_who_takes_the_till_over_ends_the_proof_of_who_was_there(desk: FrontDesk) -> None:
    owner, _, cashier = with_pins(desk)
    prove(desk, owner, OWNERS)
    was = desk.key
    desk.take_over(cashier).result()
    assert (desk.key, desk.pins.left(was)) == (b"", 0)


def test_who_has_a_pin_gives_it_at_the_till(desk: FrontDesk) -> None:
    """Otherwise who used up their own limit would go on under another one's name."""
    noi = hire(desk, "Noi")
    owner, manager, cashier = all_with_pins(desk)
    assert [desk.pins.asked_at_the_till(each) for each in (owner, manager, cashier)] == [True, True, True]
    desk.take_over(noi).result()
    for who, pin in ((cashier, CASHIERS), (owner, OWNERS), (manager, MANAGERS)):
        for key in (b"", b"no proof"):
            with pytest.raises(Refused) as caught:
                desk.take_over(who, key).result()
            assert refusal(caught) == ("PIN_NEEDED", "ENTER_PIN")
        opened = desk.pins.open(desk.act(), who, pin)
        desk.take_over(who, opened.key).result()
        assert (desk.staff_id, bool(desk.key)) == (who, who != cashier)
    hire(desk, "Lu")  # a manager's PIN gives the proof at once


@pytest.mark.parametrize("over", [False, True])
def test_a_till_that_was_lent_goes_back_once_and_asks_nothing(desk: FrontDesk, *, over: bool) -> None:
    owner, manager, cashier = all_with_pins(desk)
    ticks = with_ticks(desk)
    desk.staff_id = cashier
    keys = list[bytes]()
    for who, pin in ((manager, MANAGERS), (owner, OWNERS)):  # the manager could not do it alone
        keys.append(desk.pins.open(desk.act(), who, pin).key)
        desk.take_over(who, keys[-1], lent=True).result()
    if over:
        ticks.at += 1_000
    with pytest.raises(Refused, match="PIN_NEEDED"):
        desk.take_over(manager, keys[1]).result()
    desk.take_over(cashier, keys[1]).result()
    assert (desk.staff_id, desk.key, desk.pins.left(keys[1])) == (cashier, b"", 0)
    for who in (owner, cashier):
        with pytest.raises(Refused, match="PIN_NEEDED"):
            desk.take_over(who, keys[1]).result()


# --- wrong ones ---


def test_wrong_tries_wait_longer_and_longer_and_a_right_one_ends_it(desk: FrontDesk) -> None:
    owner, manager, _ = with_pins(desk)
    ticks = with_ticks(desk)
    waits = list[int]()
    for _ in range(5):
        waits.append(refused(desk, owner, WRONG)[1])
        ticks.at += waits[-1]
    assert waits == [1, 1, 30, 60, 120]
    assert refused(desk, owner, WRONG) == ("WRONG_PIN", 240)
    assert refused(desk, owner, OWNERS) == ("PIN_WAITS", 240)  # a right one, too
    assert len(tries(desk)) == 6  # what was not looked at was no try
    assert (desk.pins.wait(owner), desk.pins.wait(manager)) == (240, 0)
    desk.pins.open(desk.act(), manager, MANAGERS)  # nobody waits for another one's slips
    ticks.at += 240
    desk.pins.open(desk.act(), owner, OWNERS)
    assert refused(desk, owner, WRONG) == ("WRONG_PIN", 1)


def test_who_leads_the_shop_shares_twelve_tries_and_each_cashier_has_their_own(desk: FrontDesk) -> None:
    owner, manager, cashier = all_with_pins(desk)
    ticks = with_ticks(desk)
    for _ in range(12):
        ticks.at += desk.pins.wait(cashier)
        refused(desk, cashier, WRONG)
    assert desk.pins.wait(cashier) == 600
    assert (desk.pins.wait(owner), desk.pins.wait(manager)) == (0, 0)
    ticks.at += 3600
    for who in (owner, manager) * 6:  # turning to another gains nothing
        ticks.at += desk.pins.wait(who)
        refused(desk, who, WRONG)
    assert min(desk.pins.wait(owner), desk.pins.wait(manager)) > 600
    desk.pins.open(desk.act(), cashier, CASHIERS)


def test_another_ones_success_takes_no_wrong_try_back(desk: FrontDesk) -> None:
    owner, manager, _ = with_pins(desk)
    ticks = with_ticks(desk)
    for _ in range(3):
        ticks.at += refused(desk, owner, WRONG)[1]
    desk.pins.open(desk.act(), manager, MANAGERS)
    assert refused(desk, owner, WRONG) == ("WRONG_PIN", 60)


def test_a_try_counts_before_it_is_looked_at(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, _, _ = with_pins(desk)

    def killed(hashed: str, secret: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(desk.pins._hashing, "matches", killed)
    with pytest.raises(KeyboardInterrupt):
        desk.pins.open(desk.act(), owner, OWNERS)
    assert tries(desk) == [(owner, 0)]


def test_what_can_be_no_pin_is_no_try(desk: FrontDesk) -> None:
    owner, _, cashier = with_pins(desk)
    for typed in ("", "12", "abcdef", "1" * 13):
        with pytest.raises(BadInput):
            desk.pins.open(desk.act(), owner, typed)
    assert refused(desk, cashier, "480371")[0] == "NO_PIN"
    assert tries(desk) == []


@pytest.fixture
def shop(paths: Paths, clock: FakeClock, desk: FrontDesk) -> Paths:
    """A shop with PINs that is closed."""
    with_pins(desk)
    desk.close()
    return paths


def test_neither_a_restart_nor_a_clock_makes_a_wait_shorter(shop: Paths, clock: FakeClock) -> None:
    with closing(quick(open_desk(shop, clock=clock))) as desk:
        ticks = with_ticks(desk)
        for _ in range(4):
            ticks.at += refused(desk, desk.staff_id, WRONG)[1]
        ticks.at -= 1
        assert desk.pins.wait(desk.staff_id) == 1
    for years in (10, -20, 0):
        clock.forward(days=365 * years)
        with closing(quick(open_desk(shop, clock=clock))) as desk:
            ticks = with_ticks(desk)
            assert refused(desk, desk.staff_id, OWNERS) == ("PIN_WAITS", 60)
            ticks.at += 59  # not long enough, and the next start knows nothing of it
    with closing(quick(open_desk(shop, clock=clock))) as desk:
        with_ticks(desk).at += 60
        assert desk.pins.open(desk.act(), desk.staff_id, OWNERS)


def test_never_more_than_twelve_wrong_ones_in_any_hour(desk: FrontDesk, clock: FakeClock) -> None:
    """Somebody tries all, starts the program anew, sets the clock; and the owner passes again and again."""
    staff = all_with_pins(desk)
    drawn, ticks, real = random.Random(2026), with_ticks(desk), 0.0
    leaders, cashiers = list[float](), list[float]()
    for _ in range(600):
        who = drawn.choice(staff)
        match drawn.choice(("wait", "wait", "restart", "clock", "owner", "try", "try")):
            case "wait":
                idle = max(desk.pins.wait(who), drawn.choice((0, 1, 60)))
                ticks.at, real = ticks.at + idle, real + idle
            case "restart":
                ticks = with_ticks(desk)
                quick(desk)
            case "clock":
                clock.forward(days=drawn.choice((-400, -1, 1, 400)))
            case "owner" if not desk.pins.wait(staff[0]):
                desk.pins.open(desk.act(), staff[0], OWNERS)
            case "try":
                if refused(desk, who, WRONG)[0] == "WRONG_PIN":
                    (cashiers if who == staff[2] else leaders).append(real)
    for when in (leaders, cashiers):
        assert len(when) > 30
        assert all(sum(at <= each < at + HOUR / 1000 for each in when) <= 12 for at in when)


# --- the way back in ---


def coded(desk: FrontDesk) -> tuple[int, str]:
    """The owner, and their recovery code as it is printed."""
    owner, _, _ = with_pins(desk)
    prove(desk, owner, OWNERS)
    code = desk.pins.new_code(desk.act(), owner)
    desk.pins.close(desk.key)
    desk.key = b""
    return owner, "\n".join(code.lines)


def test_the_printed_code_opens_also_while_a_pin_waits_and_once(desk: FrontDesk) -> None:
    owner, code = coded(desk)
    with_ticks(desk)
    assert [each.has_code for each in desk.pins.holders(Role.OWNER)] == [True]
    refused(desk, owner, WRONG)
    assert refused(desk, owner, OWNERS)[0] == "PIN_WAITS"
    opened = desk.pins.recover(desk.act(), owner, code.lower().replace(" ", "-"))
    desk.key = opened.key
    desk.key = desk.pins.set_pin(desk.act(), owner, "480371").key
    assert desk.pins.open(desk.act(), owner, "480371")
    with pytest.raises(Refused, match="NO_RECOVERY_CODE"):
        desk.pins.recover(desk.act(), owner, code)


@pytest.mark.parametrize("kept_from_it", ["long", "restart"])
def test_whoever_was_kept_from_choosing_a_new_pin_types_the_code_again(
    desk: FrontDesk, paths: Paths, clock: FakeClock, kept_from_it: str
) -> None:
    owner, code = coded(desk)
    ticks = with_ticks(desk)
    desk.key = desk.pins.recover(desk.act(), owner, code).key
    ticks.at += RECOVERY_STANDS_FOR
    if kept_from_it == "restart":
        desk.close()
        desk = quick(open_desk(paths, clock=clock))
    with pytest.raises(Refused, match="PIN_NEEDED"):
        desk.pins.set_pin(desk.act(), owner, "480371")
    desk.key = desk.pins.recover(desk.act(), owner, code).key
    ticks.at += RECOVERY_STANDS_FOR - 1
    desk.key = desk.pins.set_pin(desk.act(), owner, "480371").key
    assert not desk.pins.holders(Role.OWNER)[0].has_code
    desk.close()


def test_what_a_code_gives_is_good_for_a_new_pin_and_for_nothing_else(desk: FrontDesk) -> None:
    owner, code = coded(desk)
    desk.key = desk.pins.recover(desk.act(), owner, code).key
    for act in (
        lambda: hire(desk, "Lu"),
        lambda: desk.pins.new_code(desk.act(), owner),
        lambda: desk.submit(desk.pins.take_away, desk.act(), owner).result(),
    ):
        with pytest.raises(Refused, match="PIN_NEEDED"):
            act()
    before = desk.act()
    desk.key = desk.pins.set_pin(before, owner, "480371").key
    hire(desk, "Lu")
    desk.pins.close(desk.key)
    with pytest.raises(Refused, match="PIN_NEEDED"):
        desk.pins.set_pin(desk.act(), owner, "739206")


@pytest.mark.parametrize(
    "value",
    [
        "BOSS$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$c29tZWhhc2g",
        "OWNER$argon2id$garbage",
        f"OWNER$argon2id$v=19$m=400000,t=60,p=1$c29tZXNhbHRzb21lc2FsdA${'A' * 43}",
    ],
)
def test_what_argon2_never_made_is_a_pin_that_nothing_matches(desk: FrontDesk, value: str) -> None:
    owner, code = coded(desk)
    sql = "UPDATE staff_proof SET value = ? WHERE member_id = ? AND kind = 'PIN' AND value > ''"
    desk.store.submit(lambda: desk.store.write().run(sql, (value, owner))).result()
    assert desk.pins.holders(Role.OWNER)[0].has_pin
    assert refused(desk, owner, OWNERS)[0] == "WRONG_PIN"
    desk.key = desk.pins.recover(desk.act(), owner, code).key
    assert desk.pins.set_pin(desk.act(), owner, "480371").key


def test_a_newer_code_takes_the_place_of_the_one_before(desk: FrontDesk) -> None:
    owner, code = coded(desk)
    prove(desk, owner, OWNERS)
    desk.pins.new_code(desk.act(), owner)
    with pytest.raises(Refused, match="WRONG_RECOVERY_CODE"):
        desk.pins.recover(desk.act(), owner, code)
    assert tries(desk)[-1] == (owner, 0)


def test_a_slip_of_a_letter_is_told_and_is_no_try(desk: FrontDesk) -> None:
    owner, code = coded(desk)
    before = tries(desk)
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(BadInput, match="NOT_A_PIN_CODE") as caught:
        desk.pins.recover(desk.act(), owner, slip)
    assert caught.value.limit == 2
    assert tries(desk) == before


# --- what is kept ---


def test_no_pin_code_or_hash_is_to_be_read_anywhere(
    desk: FrontDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    owner, code = coded(desk)
    with pytest.raises(Refused) as caught:
        desk.pins.open(desk.act(), owner, WRONG)
    assert WRONG not in repr(caught.value) + str(caught.value.facts)
    opened = desk.pins.recover(desk.act(), owner, code)
    desk.key = opened.key
    saved = desk.pins.set_pin(desk.act(), owner, "480371")
    assert opened.key.hex() not in repr(opened).encode().hex()
    assert repr(opened.key) not in repr(opened) + repr(saved)
    hashes = [value for (value,) in desk.store.read().run("SELECT value FROM staff_proof WHERE value > ''")]
    assert len(hashes) == 2  # the manager's and the new one: what was before is emptied
    for secret in (OWNERS, WRONG, "480371", code.split()[0], *hashes):
        assert secret not in caplog.text


def test_it_waits_for_the_writer_and_must_not_run_on_it(desk: FrontDesk) -> None:
    owner, _, _ = with_pins(desk)
    with pytest.raises(RuntimeError, match="beside"):
        desk.submit(desk.pins.open, desk.act(), owner, OWNERS).result()
