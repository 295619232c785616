"""What comes back from the writer and from slow work arrives on the window's thread, or not at all."""

import threading

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.ui.bridge import Bridge


def test_done_comes_on_this_thread_and_changes_follow(
    qtbot: QtBot, desk: FrontDesk, people: list[int]
) -> None:
    bridge = Bridge(desk)
    threads: list[threading.Thread] = []
    with qtbot.waitSignal(bridge.changed) as changed:
        bridge.submit(
            desk.loyalty.add_stamps,
            desk.act(),
            people[0],
            done=lambda outcome: threads.append(threading.current_thread()),
        )
    assert threads == [threading.main_thread()]
    assert changed.args[0].customers == {people[0]}
    assert not bridge.busy


def test_a_refusal_is_a_sentence(qtbot: QtBot, desk: FrontDesk, people: list[int]) -> None:
    bridge = Bridge(desk)
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.submit(desk.loyalty.redeem, desk.act(), people[0])
    said, error = refused.args
    assert said == "5 more stamps, and the reward is ready."
    assert isinstance(error, Refused)
    assert error.remedy is Remedy.ADD_STAMPS


def test_the_caller_may_take_the_refusal(qtbot: QtBot, desk: FrontDesk, people: list[int]) -> None:
    bridge = Bridge(desk)
    taken: list[Exception] = []
    bridge.submit(desk.loyalty.redeem, desk.act(), people[0], refused=lambda said, error: taken.append(error))
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], Refused)
    assert taken[0].code is RefusalCode.STAMPS_SHORT


def test_nobody_is_told_who_is_gone(qtbot: QtBot, desk: FrontDesk, people: list[int]) -> None:
    bridge = Bridge(desk)
    widget = QObject()
    told: list[object] = []
    bridge.submit(desk.loyalty.add_stamps, desk.act(), people[0], done=told.append, owner=widget)
    shiboken6.delete(widget)
    qtbot.waitUntil(lambda: not bridge.busy)
    assert told == []
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == 1


def test_slow_work_reports_and_can_be_cancelled(qtbot: QtBot, desk: FrontDesk) -> None:
    bridge = Bridge(desk)
    steps: list[tuple[int, int]] = []
    done: list[str] = []

    def slow(progress, cancelled) -> str:  # type: ignore[no-untyped-def]
        progress(1, 2)
        assert waiting.wait(10)
        return "stopped" if cancelled() else "finished"

    waiting = threading.Event()
    job = bridge.work(
        slow, done=done.append, progress=lambda at, total: steps.append((at, total)), cancellable=True
    )
    qtbot.waitUntil(lambda: steps == [(1, 2)])
    job.cancel()
    waiting.set()
    qtbot.waitUntil(lambda: done == ["stopped"])
    bridge.close()


def test_a_fault_of_ours_is_logged_and_said(qtbot: QtBot, desk: FrontDesk, expect_log) -> None:  # type: ignore[no-untyped-def]
    bridge = Bridge(desk)
    expect_log("failed unexpectedly: ZeroDivisionError")
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.work(lambda: 1 / 0)
    assert "Something went wrong" in refused.args[0]
    bridge.close()


def test_after_it_was_closed_nothing_is_begun(qtbot: QtBot, desk: FrontDesk) -> None:
    """A minute begins while the window goes: no worker is there any more, and none is made."""
    begun: list[int] = []
    for made_workers in (True, False):
        bridge = Bridge(desk)
        if made_workers:
            bridge.work(int)
        bridge.close()
        job = bridge.work(begun.append, 1, done=begun.append)
        assert job.cancelled()
        assert not bridge.busy
        assert begun == []
