"""Behind the lock: what is under way goes on, no page asks for anything, and what it missed it reads once."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.team.proofs import STANDS_FOR
from frontdesk.services.gesture import check_role
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office import overview_sheet
from frontdesk.ui.office.privacy_sheet import PersonPrivacySheet
from frontdesk.ui.office.rooms import WINGS
from frontdesk.ui.office.window import OfficeWindow
from frontdesk.ui.office.workplace import Workplace
from tests.services.counter_acts import tap
from tests.services.team.pin_acts import MANAGERS, OWNERS, with_pins
from tests.ui.office.conftest import Ticks
from tests.ui.office.test_window import place_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows, drawn into memory

ALL = Changes(requests=True, shop=True, calls=True, everything=True, tickets=True, arrivals=True, team=True)
ALL |= Changes(today=True, recoveries=True, playbooks=True, responses=True, feedback_rules=True)


@pytest.fixture
def owner(desk: FrontDesk) -> int:
    return with_pins(desk)[0]


def open_with_pin(desk: FrontDesk, office: OfficeWindow, staff_id: int, pin: str = OWNERS) -> Workplace:
    opened = desk.pins.open(desk.act(), staff_id, pin)
    office.let_in(staff_id, opened.key)
    return place_of(office)


def settle(qtbot: QtBot, place: Workplace) -> None:
    qtbot.waitUntil(lambda: not place.bridge.busy, timeout=20_000)


def refusals(desk: FrontDesk) -> list[object]:
    return list(desk.store.read().run("SELECT kind, reason FROM refused_act"))


def pages(place: Workplace, customer_id: int) -> Iterator[str]:
    """Each page in turn, alone."""
    for wing in WINGS:
        for room in wing.rooms:
            place.go_to(room)
            yield room.say()
    for name, facts in (
        (SheetName.PERSON, {}),
        (SheetName.PRIVACY, {"part": "erase"}),
        (SheetName.PRIVACY, {"part": "tell"}),
        (SheetName.WHO_DID_WHAT, {}),
    ):
        place.open(name, customer_id=customer_id, **facts)
        yield f"{name} {facts}"


def test_no_page_reads_behind_the_lock_and_after_the_pin_each_is_as_it_should_be(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    people: list[int],
    owner: int,
    locked: OfficeWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview_sheet, "_ANEW_AFTER_MS", 0)
    place = open_with_pin(desk, locked, owner)
    for at, page in enumerate(pages(place, people[1])):
        settle(qtbot, place)
        locked.lock()
        tap(desk, people[at % len(people)])
        window.bridge.changed.emit(ALL | Changes.of(*people))
        LANGUAGE.speak("lo")
        QApplication.processEvents()  # a page that waits a moment before it reads
        LANGUAGE.speak("en")
        settle(qtbot, place)
        assert not refusals(desk), page
        open_with_pin(desk, locked, owner)
        QApplication.processEvents()
        settle(qtbot, place)
        assert not refusals(desk), page
        said = [each.text() for each in place.pages.findChildren(QLabel) if each.isVisible()]
        assert not [each for each in said if "manager's PIN" in each], page


def test_what_was_missed_is_read_once(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, people: list[int], owner: int, locked: OfficeWindow
) -> None:
    place, heard = open_with_pin(desk, locked, owner), list[Changes]()
    place.bridge.changed.connect(heard.append)
    locked.lock()
    for id_ in people:
        window.bridge.changed.emit(Changes.of(id_, requests=id_ == people[0]))
    assert not heard
    open_with_pin(desk, locked, owner)
    assert heard == [Changes.of(*people, requests=True)]


def test_what_is_asked_for_behind_the_lock_is_begun_with_the_next_proof(
    qtbot: QtBot, desk: FrontDesk, owner: int, locked: OfficeWindow, ticks: Ticks
) -> None:
    place, acts = open_with_pin(desk, locked, owner), list[Act]()

    def read(act: Act) -> None:
        check_role(desk.store, act, Role.MANAGER, "READ")
        acts.append(act)

    settle(qtbot, place)
    ticks.at += STANDS_FOR
    place.bridge.work(read, place.desk.act())  # the watch has not looked at its clock yet
    locked.lock()
    place.bridge.work(read, place.desk.act())
    settle(qtbot, place)
    assert not acts
    open_with_pin(desk, locked, owner)
    qtbot.waitUntil(lambda: [act.key for act in acts] == [place.desk.key] * 2)
    assert not refusals(desk)


def test_what_is_under_way_goes_on_however_often_it_is_locked(
    qtbot: QtBot, desk: FrontDesk, owner: int, locked: OfficeWindow, ticks: Ticks
) -> None:
    """As erasing many does, which makes an act for each."""
    place, steps = open_with_pin(desk, locked, owner), [Event(), Event(), Event()]
    settle(qtbot, place)
    first, keys = place.desk.key, list[bytes]()

    def long_job(began: Act) -> str:
        for step in steps:
            step.wait(5)
            for act in (began, place.desk.act()):
                check_role(desk.store, act, Role.MANAGER, "GO_ON")
            keys.append(act.key)
        return "done"

    done: list[str] = []
    place.bridge.work(long_job, place.desk.act(), done=done.append)
    locked.lock()
    ticks.at += 2 * STANDS_FOR
    assert locked.locked
    assert not desk.proofs.left(first)
    steps[0].set()
    qtbot.waitUntil(lambda: len(keys) == 1)
    open_with_pin(desk, locked, owner)
    again = place.desk.key
    steps[1].set()
    qtbot.waitUntil(lambda: len(keys) == 2)
    locked.lock()
    steps[2].set()
    qtbot.waitUntil(lambda: done == ["done"])
    assert keys == [first, again, again]
    settle(qtbot, place)
    assert not any(desk.proofs.stands(key, owner) for key in keys)
    assert not refusals(desk)


def test_a_pin_that_is_set_on_the_way_opens_nothing_behind_the_lock(
    qtbot: QtBot, desk: FrontDesk, owner: int, locked: OfficeWindow
) -> None:
    place, may_end = open_with_pin(desk, locked, owner), Event()
    settle(qtbot, place)

    def set_late(act: Act) -> None:
        may_end.wait(5)
        desk.pins.set_pin(act, owner, MANAGERS)

    place.bridge.work(set_late, place.desk.act())
    locked.lock()
    may_end.set()
    settle(qtbot, place)
    assert not desk.proofs.stands(place.desk.key, owner)
    open_with_pin(desk, locked, owner, MANAGERS)


def test_an_erasure_is_confirmed_anew_after_the_lock_and_is_nothing_to_anybody_else(
    qtbot: QtBot, desk: FrontDesk, people: list[int], locked: OfficeWindow
) -> None:
    owner, manager, _ = with_pins(desk)
    place = open_with_pin(desk, locked, owner)
    sheet = place.open(SheetName.PRIVACY, customer_id=people[1], part="erase")
    assert isinstance(sheet, PersonPrivacySheet)
    settle(qtbot, place)
    confirm = sheet.erase.confirm
    confirm.read.setChecked(True)
    assert confirm.erase.isEnabled()
    locked.lock()
    assert open_with_pin(desk, locked, owner) is place
    assert sheet.isVisible()
    assert not confirm.read.isChecked()
    assert not confirm.erase.isEnabled()
    confirm.read.setChecked(True)
    locked.lock()
    others = open_with_pin(desk, locked, manager, MANAGERS)
    assert others is not place
    assert not others.findChildren(PersonPrivacySheet)
    assert desk.customers.get(people[1]).name == "Maria Oliveira"
