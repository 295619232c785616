"""The office across text of another size, for which both windows are made anew; and what a start imports."""

import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.shop import Theme
from frontdesk.ui.application import run_counter
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.fonts import wear_text_size
from frontdesk.ui.look.style import LOOK
from tests.ui.office.test_window import place_of, room_of

KEY = b"the owner's proof"


def counter() -> CounterWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, CounterWindow))


def test_whoever_makes_the_text_larger_there_stays_where_they_are(
    qapp: QApplication, desk: FrontDesk, people: list[int]
) -> None:
    seen: list[tuple[bool, bool, int]] = []

    def make_larger() -> None:
        office = counter().office
        office.come()
        desk.proofs.give(KEY, desk.staff_id)
        office.let_in(desk.staff_id, KEY)
        place = place_of(office)
        place.go_to(room_of(place, SheetName.SETTINGS, "limits"))
        place.text_size.step(1)
        QTimer.singleShot(1500, qapp, look_and_close)

    def look_and_close() -> None:
        office = counter().office
        there = not office.locked and place_of(office).room is room_of(
            place_of(office), SheetName.SETTINGS, "limits"
        )
        seen.append((office.isVisible(), there, desk.shop.settings().text_size))
        counter().close()

    QTimer.singleShot(300, qapp, make_larger)
    try:
        assert run_counter(desk, qapp, demo=True).code == 0
    finally:
        wear_text_size(qapp, 100)
        LOOK.wear(qapp, Theme.LIGHT)
    assert seen == [(True, True, 125)]


def test_the_first_frame_waits_for_nothing_of_the_office() -> None:
    script = "import sys, frontdesk.ui.application; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not [name for name in loaded.split() if name.startswith(("frontdesk.ui.office", "argon2"))]
