"""What turns the checkout into something that runs: constraints, the runner, the licences."""

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONSTRAINTS = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")


def load_runner() -> ModuleType:
    spec = importlib.util.spec_from_file_location("runner", ROOT / "packaging" / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


runner = load_runner()


def pins() -> dict[str, Version]:
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    return {
        canonicalize_name(name): Version(version) for name, version in (line.split("==") for line in lines)
    }


def all_requirements() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(text) for texts in (PROJECT["dependencies"], *extras) for text in texts]


def needed_by(requirement: Requirement) -> set[str]:
    """Return the names of everything that this requirement brings along, as far as it is installed."""
    seen: set[str] = set()
    waiting = [requirement]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in seen:
            continue
        seen.add(name)
        try:
            brings = importlib.metadata.requires(one.name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # the camera extra, and what belongs to another system
        environments = [{"extra": extra} for extra in ("", *one.extras)]
        for text in brings:
            brought = Requirement(text)
            if not brought.marker or any(brought.marker.evaluate(each) for each in environments):
                waiting.append(brought)
    return seen


@pytest.mark.parametrize("requirement", all_requirements(), ids=str)
def test_each_dependency_is_pinned_with_all_that_it_brings(requirement: Requirement) -> None:
    assert needed_by(requirement) <= set(pins())
    assert pins()[canonicalize_name(requirement.name)] in requirement.specifier


def test_constraints_are_names_and_versions_and_nothing_else() -> None:
    for line in CONSTRAINTS.splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9.]+", line), line
    assert "://" not in CONSTRAINTS
    assert "sha256" not in CONSTRAINTS


def test_pyside_and_its_parts_are_of_one_version_below_6_12() -> None:
    versions = {pins()[name] for name in ("pyside6-essentials", "pyside6-addons", "shiboken6")}
    assert len(versions) == 1
    assert max(versions) < Version("6.12")


def test_what_is_not_ours_lies_beside_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ROOT / "resources/icons/LICENSE").read_text(encoding="utf-8")
    for file in PROJECT["license-files"]:
        assert (ROOT / file).is_file()


def test_fonts_stay_small() -> None:
    assert sum(file.stat().st_size for file in (ROOT / "resources" / "fonts").iterdir()) < 2_500_000


def test_the_runner_needs_nothing_but_the_standard_library() -> None:
    """-I -S: no site-packages at all, as on a bare machine."""
    command = [sys.executable, "-I", "-S", str(ROOT / "packaging" / "run.py"), "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    for word in ("demo", "app", "test", "check", "bench"):
        assert f"packaging/run.py {word}" in told.stdout


def test_an_unknown_word_shows_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["tset"]) == 2
    assert "packaging/run.py test" in capsys.readouterr().out


def test_without_a_screen_the_demo_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit) as stopped:
        runner.main(["demo"])
    assert "There is no screen here" in str(stopped.value)
    assert "demo --no-window" in str(stopped.value)


@pytest.mark.parametrize(
    ("environment", "on_x"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({}, False),
    ],
)
def test_libraries_of_x_are_asked_for_only_where_x_is_used(environment: dict[str, str], on_x: bool) -> None:
    assert runner.draws_on_x(environment) is on_x


def test_missing_libraries_are_named_with_the_line_that_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runner.sys, "platform", "linux")
    monkeypatch.setattr(runner, "is_root", lambda: False)
    monkeypatch.setattr(runner, "is_missing", lambda library: library.startswith("libxcb-cursor"))
    with pytest.raises(SystemExit) as stopped:
        runner.ensure_qt_libraries(window=True)
    assert "sudo apt-get update && sudo apt-get install -y libxcb-cursor0\n" in str(stopped.value)


def test_root_gets_missing_libraries_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(runner.sys, "platform", "linux")
    monkeypatch.setattr(runner, "is_root", lambda: True)
    monkeypatch.setattr(runner.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(runner, "is_missing", lambda library: library == "libEGL.so.1")
    monkeypatch.setattr(runner.subprocess, "call", lambda command, env: calls.append(command) or 0)
    runner.ensure_qt_libraries(window=False)
    assert [call[:2] for call in calls] == [["apt-get", "update"], ["apt-get", "install"]]
    assert calls[1][-1] == "libegl1"


def test_a_library_that_is_not_there_is_missing() -> None:
    assert runner.is_missing("libno-such-thing-frontdesk.so.1")


def test_the_environment_is_made_again_when_what_it_is_made_from_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    constraints = tmp_path / "constraints.txt"
    constraints.write_text("peewee==4.5.3\n", encoding="utf-8")
    monkeypatch.setattr(runner, "CONSTRAINTS", constraints)
    before = runner.fingerprint()
    assert runner.fingerprint() == before
    constraints.write_text("peewee==4.5.4\n", encoding="utf-8")
    assert runner.fingerprint() != before


def test_an_environment_that_fits_is_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[set[str]] = []
    monkeypatch.setattr(runner, "VENV", tmp_path)
    monkeypatch.setattr(runner, "MADE_FROM", tmp_path / "made-from.txt")
    monkeypatch.setattr(runner, "create_venv", lambda: runner.venv_python().parent.mkdir() or None)
    monkeypatch.setattr(runner, "install_project", lambda extras: installed.append(extras))
    runner.ensure_environment()
    runner.venv_python().touch()
    runner.ensure_environment()
    runner.ensure_environment("dev")
    runner.ensure_environment()
    assert installed == [set(), {"dev"}]


def test_check_runs_everything_and_fails_if_one_part_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def run(python: Path, *arguments: str, **_: str) -> int:
        ran.append(arguments[1])
        return int(arguments[1] == "mypy")

    monkeypatch.setattr(runner, "ensure_qt_libraries", lambda *, window: None)
    monkeypatch.setattr(runner, "ensure_environment", lambda *extras: Path("python"))
    monkeypatch.setattr(runner, "run", run)
    assert runner.main(["check"]) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]
    assert "found something to mend: mypy" in capsys.readouterr().err
