"""The counter as the program opens it, its first frame painted, in the process of a benchmark."""

import gc
from pathlib import Path

from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for
from frontdesk.domain.shop import Theme
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.garbage import Garbage
from frontdesk.ui.look.style import LOOK

LEARNING_MS = 4000
"""By then the wall has learnt who comes when, and who slips away is seen."""


def open_counter(app: QApplication, folder: Path) -> CounterWindow:
    desk = open_desk(paths_for(folder))
    LOOK.wear(app, Theme.LIGHT)
    window = CounterWindow(desk, Bridge(desk), demo=True)
    window.resize(1366, 768)
    window.show()
    gc.freeze()
    Garbage(window)
    window.prepare()
    window.attending.learn()
    window.housekeeping.sweep_daily()
    return window


def close_counter(window: CounterWindow) -> None:
    window.bridge.close()
    window.close()
    window.desk.close()
