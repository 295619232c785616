#!/usr/bin/env python3
"""Make Front Desk's own environment and run something in it. Needs Python 3.11+ and nothing else.

    python3 packaging/run.py demo            the counter of a demo shop
    python3 packaging/run.py app [...]       the program itself, on this computer's shop
    python3 packaging/run.py test [...]      the tests
    python3 packaging/run.py check           style, types and tests, as the build server runs them
    python3 packaging/run.py bench [...]     the benchmarks

What follows the first word is passed on. The environment is `.venv` beside this folder. It is made
again whenever pyproject.toml or constraints.txt change, and never touches another Python.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"
MADE_FROM = VENV / "made-from.txt"

ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")

# What PySide6's wheel leaves to the system on Linux: library → Debian package.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",  # missing on many real desktops too
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
NO_DISPLAY = """\
There is no screen here to show the window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Run this from a desktop session, or make the demo shop without its window:

    python3 packaging/run.py demo --no-window"""


def say(sentence: str) -> None:
    """Tell the person at the terminal, before anything else is printed by others."""
    print(sentence, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with a sentence on what to do next."""
    raise SystemExit(f"\n{sentence}")


# --- the system's part -------------------------------------------------------------------------


def is_root() -> bool:
    """Whether packages of the system may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_missing(library: str) -> bool:
    """Whether the dynamic loader does not find this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of those libraries that this system lacks."""
    return [package for library, package in libraries.items() if is_missing(library)]


def line_to_run(packages: Sequence[str]) -> str:
    """Return the line that installs these packages on Debian, Ubuntu and their relatives."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def install_packages(packages: Sequence[str], reason: str) -> None:
    """Install packages of the system if that is possible here, else say the line that does and stop."""
    if not is_root() or shutil.which("apt-get") is None:
        stop(
            f"{reason}\nOn Debian, Ubuntu and their relatives this line mends it:\n\n"
            f"    {line_to_run(packages)}\n\n"
            "On other systems the packages have similar names. Then run this command again."
        )
    say(f"{reason}\nInstalling {', '.join(packages)} …")
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        if subprocess.call(["apt-get", *command], env=quietly) != 0:
            stop(f"apt-get did not succeed (its words are above). The line again: {line_to_run(packages)}")


def ensure_qt_libraries(*, window: bool) -> None:
    """See to the libraries that Qt needs of a Linux system, for a window on the screen or without one."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages({**QT_LIBRARIES, **(WINDOW_LIBRARIES if window else {})})
    if packages:
        install_packages(packages, "Qt, which draws the window, needs libraries that this system lacks.")


def draws_on_x(environment: Mapping[str, str]) -> bool:
    """Whether Qt will open its window through X: not on Wayland, and not where another platform is named."""
    if environment.get("QT_QPA_PLATFORM"):
        return environment["QT_QPA_PLATFORM"].startswith("xcb")
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown. Elsewhere than on Linux there always is a screen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in names)


# --- the environment ---------------------------------------------------------------------------


def venv_python() -> Path:
    """Return the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """Return what the environment is made from: a change in it makes the environment again."""
    content = hashlib.sha256(sys.version.encode())
    for file in (ROOT / "pyproject.toml", CONSTRAINTS):
        content.update(file.read_bytes())
    return content.hexdigest()


def made_from() -> tuple[str, set[str]]:
    """Return the fingerprint and the extras of the environment as it stands; empty if there is none."""
    if not MADE_FROM.is_file() or not venv_python().exists():
        return "", set()
    made, *extras = MADE_FROM.read_text(encoding="utf-8").split()
    return made, set(extras)


def create_venv() -> None:
    """Make an empty environment in the place of an old one."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        install_packages([package], "This Python comes without the part that makes environments (venv).")
    # Started from inside the old environment, its interpreter cannot make the new one.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]) != 0:
        stop(f"Python could not make an environment in {VENV}; its words are above.")


def install_project(extras: set[str]) -> None:
    """Install this checkout, editable, in the versions that it was tested with."""
    wanted = f"{ROOT}[{','.join(sorted(extras))}]" if extras else str(ROOT)
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--prefer-binary"]
    if not sys.stdout.isatty():
        command.append("--quiet")
    if subprocess.call([*command, "-c", str(CONSTRAINTS), "-e", wanted]) != 0:
        stop(
            "The installation did not succeed; its words are above. The first start needs the internet "
            "(some 200 MB). What is already fetched is kept, so simply run this command again."
        )


def ensure_environment(*extras: str) -> Path:
    """Make the environment if it is missing or out of date, and return its interpreter."""
    made, present = made_from()
    wanted = set(extras)
    if made == fingerprint() and wanted <= present:
        return venv_python()
    if made == fingerprint():
        wanted |= present
        MADE_FROM.unlink()  # until the installation is complete, there is no environment to rely on
        say("Adding the tools for tests to the environment …")
    else:
        say("Making Front Desk's own environment in .venv; this is done once and takes a minute or two …")
        create_venv()
    install_project(wanted)
    MADE_FROM.write_text("\n".join([fingerprint(), *sorted(wanted)]) + "\n", encoding="utf-8")
    return venv_python()


# --- what can be run ---------------------------------------------------------------------------


def run(python: Path, *arguments: str, here: bool = False, **environment: str) -> int:
    """Run the environment's Python at the root of the checkout (or `here`); return its exit code."""
    try:
        return subprocess.call(
            [str(python), *arguments], cwd=None if here else ROOT, env={**os.environ, **environment}
        )
    except KeyboardInterrupt:
        return 130


def demo(arguments: list[str]) -> int:
    """Open the demo shop."""
    prepare_screen(window=not {"--no-window", "--help", "-h"} & set(arguments))
    return run(ensure_environment(), "-m", "frontdesk", "demo", *arguments, here=True)


def app(arguments: list[str]) -> int:
    """Run the program with any of its commands; with none, its window."""
    prepare_screen(window=not arguments)
    return run(ensure_environment(), "-m", "frontdesk", *arguments, here=True)


def prepare_screen(*, window: bool) -> None:
    """See to what drawing needs; if a window is meant to open, there must be a screen for it."""
    if window and not has_display(os.environ):
        stop(NO_DISPLAY)
    ensure_qt_libraries(window=window and draws_on_x(os.environ))


def test(arguments: list[str]) -> int:
    """Run the tests without a screen; pytest's closing line and exit code are the result."""
    ensure_qt_libraries(window=False)
    python = ensure_environment("dev")
    return run(python, "-m", "pytest", *ON_ALL_CORES, *arguments, QT_QPA_PLATFORM="offscreen")


def check(arguments: list[str]) -> int:
    """Run style, types and tests, all of them whatever the others say."""
    ensure_qt_libraries(window=False)
    python = ensure_environment("dev")
    checks = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if run(python, *command) != 0:
            failed.append(name)
    say("== pytest")
    result = test(arguments)
    if failed:
        print(f"Besides the tests, these found something to mend: {', '.join(failed)}.", file=sys.stderr)
    return result or int(bool(failed))


def bench(arguments: list[str]) -> int:
    """Run the benchmarks and print their table."""
    ensure_qt_libraries(window=False)
    python = ensure_environment("dev")
    return run(python, "-m", "tests.benchmarks", *arguments)


WORDS = {"demo": demo, "app": app, "test": test, "check": check, "bench": bench}


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Front Desk needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")
    if not arguments or arguments[0] not in WORDS:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    return WORDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
