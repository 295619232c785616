"""What this computer has for the counter: Qt's libraries, a screen, a printer, a camera, fonts.

Qt ends the process when it cannot open a window, so it is always tried in another one.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from frontdesk.commands.findings import Finding, good, worth_knowing, wrong
from frontdesk.commands.qt_libraries import DRAWING, WINDOW, line_to_run, missing
from frontdesk.config import resource_path
from frontdesk.texts import Texts

PATIENCE_SECONDS: Final = 60
SCRIPTS: Final = ("NotoSans", "NotoSansLao", "NotoSansThai", "NotoSansKhmer", "NotoSansGeorgian")

_OPEN_A_WINDOW: Final = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
QWidget().winId()
print(app.platformName())
"""
_LIST_PRINTERS: Final = """
import json
from PySide6.QtWidgets import QApplication
from PySide6.QtPrintSupport import QPrinterInfo
app = QApplication([])
print(json.dumps(QPrinterInfo.availablePrinterNames()))
"""
_LIST_CAMERAS: Final = """
import json
try:
    from PySide6.QtMultimedia import QMediaDevices
except ImportError:
    print("null")
else:
    from PySide6.QtCore import QCoreApplication
    app = QCoreApplication([])
    print(json.dumps([each.description() for each in QMediaDevices.videoInputs()]))
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What another process said, and whether it came to its end."""

    came_through: bool
    said: str


def examine_machine(texts: Texts, environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Everything about the computer itself, the shop's data apart."""
    lacking = missing(DRAWING) if sys.platform.startswith("linux") else ()
    if lacking:
        yield _lacking("drawing", texts, lacking)
    else:
        yield _window(texts, environment)
        yield _printer(texts)
        yield _camera(texts)
    yield _fonts(texts)


def _window(texts: Texts, environment: Mapping[str, str]) -> Finding:
    on_linux = sys.platform.startswith("linux")
    lacking = missing(WINDOW) if on_linux else ()
    if on_linux and not has_display(environment):
        return worth_knowing(
            "window",
            texts.gettext("There is no screen here, so no window can open. The other commands work."),
            line_to_run(lacking)
            if lacking
            else texts.gettext("Run this in a terminal on the desktop of the computer at the counter."),
        )
    opened = ask(_OPEN_A_WINDOW, environment)
    if opened.came_through:
        return good("window", texts.gettext("A window can open ({platform}).").format(platform=opened.said))
    if lacking:
        return _lacking("window", texts, lacking)
    return wrong(
        "window",
        texts.gettext("No window can open. Qt says: {reason}").format(reason=opened.said),
        texts.gettext("Check that you are at the desktop of this computer, and that its screen is named."),
    )


def _lacking(about: str, texts: Texts, libraries: tuple[str, ...]) -> Finding:
    sentence = texts.ngettext(
        "The system library {libraries} is missing, and no window can open.",
        "The system libraries {libraries} are missing, and no window can open.",
        len(libraries),
    )
    return wrong(about, sentence.format(libraries=", ".join(libraries)), line_to_run(libraries))


def _printer(texts: Texts) -> Finding:
    answer = ask(_LIST_PRINTERS, {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    names = _names(answer)
    if names:
        return good("printer", texts.gettext("Printers: {names}.").format(names=", ".join(names)))
    remedy = texts.gettext("Add a printer in the system's settings. Saving as PDF works without one.")
    if sys.platform.startswith("linux") and shutil.which("lpstat") is None:
        remedy = "sudo apt-get install -y cups"
    return worth_knowing("printer", texts.gettext("No printer was found."), remedy)


def _camera(texts: Texts) -> Finding:
    answer = ask(_LIST_CAMERAS, {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if not answer.came_through or answer.said == "null":
        return worth_knowing(
            "camera",
            texts.gettext("The part for cameras is not installed. Photos from files work without it."),
            'python -m pip install "frontdesk[camera]"',
        )
    names = _names(answer)
    if names:
        return good("camera", texts.gettext("Cameras: {names}.").format(names=", ".join(names)))
    return worth_knowing(
        "camera",
        texts.gettext("No camera was found."),
        texts.gettext("Plug one in, or allow programs to use it in the system's settings."),
    )


def _fonts(texts: Texts) -> Finding:
    lacking = [name for name in SCRIPTS if not resource_path("fonts", f"{name}-Regular.ttf").is_file()]
    if not lacking:
        return good("fonts", texts.gettext("The fonts for every script are there."))
    return wrong(
        "fonts",
        texts.gettext("Fonts are missing: {names}.").format(names=", ".join(lacking)),
        texts.gettext("Install Front Desk anew: its own fonts were not found beside it."),
    )


def has_display(environment: Mapping[str, str]) -> bool:
    """Is there a screen that a window could open on?"""
    return bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM")
    )


def ask(script: str, environment: Mapping[str, str]) -> Answer:
    """Run a few lines of Python in another process and give the line that says most."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=dict(environment),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(False, type(error).__name__)
    if done.returncode == 0:
        return Answer(True, done.stdout.strip().splitlines()[-1])
    lines = done.stderr.strip().splitlines() or [str(done.returncode)]
    # Qt begins with its reason and goes on with advice for programmers; Python ends with its reason.
    return Answer(False, lines[0] if lines[0].startswith("qt.") else lines[-1])


def _names(answer: Answer) -> list[str]:
    if not answer.came_through:
        return []
    try:
        names = json.loads(answer.said)
    except ValueError:
        return []
    return [str(name) for name in names]
