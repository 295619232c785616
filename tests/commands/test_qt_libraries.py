"""What Qt needs of a Linux system: found or named, with the line that brings it."""

import runpy
import sys
from pathlib import Path

import pytest

from frontdesk.commands import qt_libraries

RUNNER = Path(__file__).resolve().parents[2] / "packaging" / "run.py"


def test_the_runner_on_a_bare_machine_knows_the_same_libraries() -> None:
    runner = runpy.run_path(str(RUNNER))
    assert runner["QT_LIBRARIES"] == qt_libraries.DRAWING
    assert runner["WINDOW_LIBRARIES"] == qt_libraries.WINDOW


def test_only_what_is_not_there_is_missing() -> None:
    assert qt_libraries.missing({"libc.so.6": "libc6", "libnothing.so.9": "nothing"}) == ("libnothing.so.9",)


def test_the_line_names_packages_and_an_unknown_library_itself() -> None:
    line = qt_libraries.line_to_run(("libxcb-cursor.so.0", "libodd.so.1"))
    assert line == "sudo apt-get install -y libxcb-cursor0 libodd.so.1"


@pytest.mark.parametrize(
    ("environment", "asked_for_x"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({}, False),
    ],
)
def test_the_libraries_of_x_matter_only_where_the_window_opens_through_x(
    environment: dict[str, str], asked_for_x: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    monkeypatch.setattr(sys, "platform", "linux")

    def is_there(library: str) -> bool:
        asked.add(library)
        return True

    monkeypatch.setattr(qt_libraries, "_is_there", is_there)
    assert qt_libraries.missing_for_window(environment) == ()
    assert asked == set(qt_libraries.DRAWING) | (set(qt_libraries.WINDOW) if asked_for_x else set())
