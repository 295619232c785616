"""The command line: what opens, what is refused, which exit code it gives, and what it does not load."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk import __version__
from frontdesk.commands import cli
from frontdesk.config import Paths, default_paths, paths_for
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.logs import LOG_FILE

ExpectLog = Callable[[str], None]


class Window:
    """Stands in for the counter: remembers what it was opened on."""

    def __init__(self, code: int = 0, error: Exception | None = None) -> None:
        self.code, self.error = code, error
        self.opened: list[tuple[Paths, str | None]] = []

    def __call__(self, paths: Paths, language: str | None, clock: cli.Clock | None) -> int:
        self.opened.append((paths, language))
        if self.error is not None:
            raise self.error
        return self.code


def test_without_a_command_the_counter_of_the_real_shop_opens() -> None:
    window = Window(code=3)
    assert cli.main([], window) == 3
    assert window.opened == [(default_paths(), None)]


def test_folder_and_language_reach_the_window(tmp_path: Path) -> None:
    window = Window()
    assert cli.main(["--data", str(tmp_path / "shop"), "--language", "lo"], window) == 0
    assert window.opened == [(paths_for(tmp_path / "shop"), "lo")]


@pytest.mark.parametrize("before", [True, False])
def test_the_folder_may_stand_before_or_after_the_command(
    before: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "nowhere")]
    words = ["export", str(tmp_path / "out.csv")]
    assert cli.main([*data, *words] if before else [*words, *data], Window()) == 1
    assert str(tmp_path / "nowhere") in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["stamp"],
        ["--language", "xx"],
        ["cards"],
        ["cards", "--out", "a.pdf", "--count", "0"],
        ["demo", "--seed"],
    ],
)
def test_wrong_usage_is_exit_code_two(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(wrong, Window())
    assert ended.value.code == 2
    assert "usage: frontdesk" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"], Window())
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"\n    {name} " in shown for name in cli.COMMANDS)


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"], Window())
    assert capsys.readouterr().out == f"frontdesk {__version__}\n"


def test_a_refusal_is_one_sentence_and_no_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    window = Window(error=Refused(RefusalCode.NO_FEEDBACK_LINK))
    assert cli.main(["--data", str(tmp_path / "shop")], window) == 1
    said = capsys.readouterr().err
    assert said.startswith("A feedback card needs a second way back")
    assert "Traceback" not in said


def test_what_nobody_foresaw_goes_to_the_log_with_its_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expect_log: ExpectLog
) -> None:
    expect_log("failed unexpectedly")
    assert cli.main(["--data", str(tmp_path / "shop")], Window(error=ZeroDivisionError("x"))) == 1
    said = capsys.readouterr().err
    log = paths_for(tmp_path / "shop").logs / LOG_FILE
    assert str(log) in said
    assert "Traceback" not in said
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_missing_system_library_is_named_with_the_line_that_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert cli.main(["--data", str(tmp_path / "shop")], Window(error=missing)) == 1
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert "sudo apt-get install -y libegl1" in said


def test_an_interrupt_is_exit_code_130(tmp_path: Path) -> None:
    def interrupted(paths: Paths, language: str | None, clock: cli.Clock | None) -> int:
        raise KeyboardInterrupt

    assert cli.main(["--data", str(tmp_path / "shop")], interrupted) == 130


def test_a_folder_that_cannot_be_made_is_left_to_the_window_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    window = Window(code=1)
    assert cli.main(["--data", str(tmp_path / "file" / "shop")], window) == 1
    assert window.opened == [(paths_for(tmp_path / "file" / "shop"), None)]
    assert capsys.readouterr().err == ""


def test_where_no_log_can_be_written_a_shop_is_looked_at_all_the_same(
    frontdesk: Callable[..., int], shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in shop.logs.iterdir():
        file.unlink()
    shop.logs.rmdir()
    shop.logs.write_text("in the way")
    assert frontdesk("verify") == 0
    assert "in order" in capsys.readouterr().out
    assert frontdesk("export", str(tmp_path / "out.csv")) == 1
    assert capsys.readouterr().err.startswith(f"Front Desk may not write into {shop.data}.")


def test_a_file_that_is_no_store_is_said_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = paths_for(tmp_path / "shop")
    paths.create()
    paths.store.write_bytes(b"a shopping list" * 100)
    assert cli.main(["export", str(tmp_path / "out.csv"), "--data", str(paths.data)], Window()) == 1
    assert "does not hold a shop" in capsys.readouterr().err
    assert paths.store.read_bytes() == b"a shopping list" * 100


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "lo_LA.UTF-8"}, "lo"),
        ({"LC_ALL": "C", "LANG": "lo_LA.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "lo_LA", "LANG": "en_US"}, "lo"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_a_command_speaks_the_terminals_language_if_it_knows_it(
    environment: dict[str, str], language: str
) -> None:
    assert cli._language_of(environment) == language


@pytest.mark.parametrize(
    ("statement", "kept_out"),
    [
        ("cli.main([], lambda *facts: 0)", {"apsw", "peewee", "PySide6", "PIL", "babel", "qrcode"}),
        ("import frontdesk.commands.doctor", {"apsw", "peewee", "PySide6"}),
    ],
)
def test_the_start_loads_nothing_that_it_does_not_need(
    statement: str, kept_out: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"import sys\nfrom frontdesk.commands import cli\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not kept_out & set(done.stdout.split())
