"""`frontdesk doctor` on machines that lack something: real files, and answers that such a machine gives."""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from frontdesk.commands import doctor, examine_machine, examine_shop
from frontdesk.commands.cli import Clock, main
from frontdesk.commands.examine_machine import Answer, ask
from frontdesk.commands.findings import Finding, State
from frontdesk.config import Paths, paths_for
from frontdesk.services.trust.backups import BackupService
from frontdesk.storage import database, opening
from frontdesk.storage.shop import save_value
from frontdesk.texts import texts_for

SAVED = Path(__file__).parent.parent / "databases"
TEXTS = texts_for("en")
AFTER = 1_760_000_000_000
NOBODY = 65534
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    paths.create()
    paths.store.write_bytes((SAVED / "v1.sqlite3").read_bytes())
    return paths


def shop(paths: Paths, now: int = AFTER) -> dict[str, Finding]:
    return {finding.about: finding for finding in examine_shop.examine_shop(paths, TEXTS, now)}


def no_window(paths: Paths, language: str | None, clock: Clock | None) -> int:
    raise AssertionError("a command opened the window")


def machine(**environment: str) -> dict[str, Finding]:
    return {finding.about: finding for finding in examine_machine.examine_machine(TEXTS, environment)}


def test_a_shop_in_order_has_nothing_to_mend(paths: Paths) -> None:
    paths.chain_key.write_bytes((SAVED / "v1.key").read_bytes())
    with opening.opened(paths.store, read_only=False) as db:
        save_value(db, "key.sheet_printed", "2025-10-09", AFTER)
    BackupService(paths, lambda: AFTER).make()
    found = shop(paths)
    assert found.pop("second place").state is State.WORTH_KNOWING  # a shop may do without one
    assert list(found) == ["engine", "folder", "disk", "store", "clock", "backup", "key"]
    assert {found[about].state for about in found if about != "disk"} == {State.GOOD}
    assert {finding.remedy for finding in found.values() if finding.about != "disk"} == {""}
    assert list(paths.data.glob(".frontdesk-doctor*")) == []


def test_a_folder_that_takes_no_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = shop(paths_for(tmp_path / "file" / "shop"))
    assert found["folder"].state is State.WRONG
    assert "--data" in found["folder"].remedy
    assert found["store"].state is State.WORTH_KNOWING


def test_a_share_that_does_not_keep_data_is_found(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(db: database.Db) -> None:
        raise database.NotDurable("journal_mode=delete")

    monkeypatch.setattr(database, "assert_durable", refuse)
    assert "network share" in shop(paths)["folder"].remedy


def test_an_engine_too_old_is_found_and_its_line_given(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "OLDEST_SQLITE", (99, 0, 0))
    found = shop(paths)
    assert list(found) == ["engine"]
    assert "pip install" in found["engine"].remedy


def test_an_engine_that_is_not_there_is_found(paths: Paths) -> None:
    script = (
        "import sys; sys.modules['apsw'] = None\n"
        "from pathlib import Path; from frontdesk.config import paths_for\n"
        "from frontdesk.texts import texts_for\n"
        "from frontdesk.commands.examine_shop import examine_shop\n"
        "print([f.about + f.state for f in examine_shop(paths_for(Path(sys.argv[1])), texts_for('en'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(paths.data)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.stdout == "['engineWRONG']\n"


@pytest.mark.parametrize(
    ("free", "state"), [(99, State.WRONG), (999, State.WORTH_KNOWING), (1000, State.GOOD)]
)
def test_the_room_on_the_disk_is_judged(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, free: int, state: State
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(0, 0, free * 1_000_000))
    assert shop(paths)["disk"].state is state


def test_a_store_that_cannot_be_read_is_restored_and_that_works(
    paths: Paths, expect_log: Callable[[str], None]
) -> None:
    expect_log("the store that is replaced cannot be read")
    expect_log("restored a backup")
    BackupService(paths, lambda: AFTER).make()
    paths.store.write_bytes(b"no store" * 1000)
    found = shop(paths)
    assert found["store"].state is State.WRONG
    assert found["store"].remedy == "frontdesk restore --latest"
    assert found["backup"].remedy == ""
    assert "clock" not in found
    assert main(["restore", "--latest", "--data", str(paths.data)], no_window) == 0
    assert shop(paths)["store"].state is State.GOOD


def test_without_a_backup_neither_a_restore_nor_a_backup_is_suggested(paths: Paths) -> None:
    paths.store.write_text("a text")
    found = shop(paths)
    assert "ask for help" in found["store"].remedy
    assert (found["backup"].state, found["backup"].remedy) == (State.WRONG, "")


def test_a_shop_that_is_gone_is_restored_before_it_is_opened(paths: Paths) -> None:
    BackupService(paths, lambda: AFTER).make()
    shutil.rmtree(paths.data)
    found = shop(paths, AFTER + 72 * 3_600_000)
    assert found["store"].state is State.WRONG
    assert f"no shop in {paths.data} any more" in found["store"].sentence
    assert found["store"].remedy == "frontdesk restore --latest"
    assert (found["backup"].state, found["backup"].remedy) == (State.WORTH_KNOWING, "")
    assert not paths.data.exists()


def test_a_store_that_another_program_holds_is_not_restored(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    BackupService(paths, lambda: AFTER).make()
    monkeypatch.setattr(opening.opened, "__kwdefaults__", {"read_only": True, "busy_seconds": 0.01})
    holder = apsw.Connection(str(paths.store))
    holder.execute("PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE").fetchall()
    try:
        assert "Close that program" in shop(paths)["store"].remedy
    finally:
        holder.close()


@contextmanager
def read_only(home: Path) -> Iterator[None]:
    """Take the right to write away; from root, who may write everywhere, by being somebody else."""
    inside = [home, *home.rglob("*")]
    for each in inside:
        each.chmod(0o555 if each.is_dir() else 0o444)
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)
        for each in inside:
            each.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing there")
def test_a_shop_in_a_read_only_folder_lacks_a_right_and_nothing_else() -> None:
    with tempfile.TemporaryDirectory() as home:  # pytest's own folders are closed to others
        paths = paths_for(Path(home) / "shop")
        paths.create()
        paths.store.write_bytes((SAVED / "v1.sqlite3").read_bytes())
        BackupService(paths, lambda: AFTER).make()
        with read_only(Path(home)):
            found = shop(paths)
    assert found["folder"].sentence == f"You have no right to write in {paths.data}."
    assert found["folder"].state is State.WRONG
    assert not [finding for finding in found.values() if "restore" in finding.remedy]


def test_a_newer_store_asks_for_a_newer_program(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    from frontdesk.storage import migrations

    monkeypatch.setattr(migrations.refuse_newer, "__defaults__", (0,))
    assert "--upgrade" in shop(paths)["store"].remedy


@pytest.mark.parametrize("now", [0, 1_751_000_000_000])
def test_a_clock_that_is_behind_is_found(paths: Paths, now: int) -> None:
    assert shop(paths, now)["clock"].state is State.WRONG


def test_backups_are_missed_or_called_old(paths: Paths) -> None:
    assert shop(paths)["backup"].state is State.WRONG
    BackupService(paths, lambda: AFTER).make()
    assert "less than an hour old" in shop(paths)["backup"].sentence
    assert "is 1 hour old" in shop(paths, AFTER + 3_600_000)["backup"].sentence
    late = shop(paths, AFTER + 72 * 3_600_000)["backup"]
    assert (late.state, late.remedy) == (State.WORTH_KNOWING, "frontdesk backup")
    assert "72 hours old" in late.sentence


def test_another_process_is_asked_and_may_end_badly() -> None:
    here = dict(os.environ)
    assert ask("print('first'); print('last')", here) == Answer(True, "last")
    assert ask("raise ValueError('reason')", here) == Answer(False, "ValueError: reason")
    assert not ask("import os; os.abort()", here).came_through
    told = ask("import sys; sys.exit('qt.qpa.xcb: no display\\nAvailable plugins are: none')", here)
    assert told == Answer(False, "qt.qpa.xcb: no display")


def test_one_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine_machine, "PATIENCE_SECONDS", 0.2)
    assert ask("import sys; sys.stdin.read() or input()", dict(os.environ)) in (
        Answer(False, "TimeoutExpired"),
        Answer(False, "EOFError: EOF when reading a line"),
    )


def answering(monkeypatch: pytest.MonkeyPatch, said: dict[str, Answer]) -> None:
    """Let other processes answer by a word in the question."""
    monkeypatch.setattr(
        examine_machine,
        "ask",
        lambda script, environment: next(answer for word, answer in said.items() if word in script),
    )
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(examine_machine, "missing", lambda libraries: ())


WORKING = {
    "winId": Answer(True, "xcb"),
    "QPrinterInfo": Answer(True, '["Counter"]'),
    "QMediaDevices": Answer(True, '["Webcam"]'),
}


def test_a_machine_with_everything_has_nothing_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, WORKING)
    found = machine(DISPLAY=":0")
    assert list(found) == ["window", "printer", "camera", "fonts"]
    assert {finding.state for finding in found.values()} == {State.GOOD}
    assert "Counter" in found["printer"].sentence
    assert "Webcam" in found["camera"].sentence


def test_missing_libraries_come_with_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, {**WORKING, "winId": Answer(False, "qt.qpa.plugin: no xcb")})
    monkeypatch.setattr(
        examine_machine, "missing", lambda libraries: tuple(set(libraries) & {"libxcb-cursor.so.0"})
    )
    found = machine(DISPLAY=":0")
    assert found["window"].state is State.WRONG
    assert found["window"].remedy == "sudo apt-get install -y libxcb-cursor0"
    assert machine()["window"].remedy == "sudo apt-get install -y libxcb-cursor0"
    monkeypatch.setattr(examine_machine, "missing", lambda libraries: tuple(set(libraries) & {"libGL.so.1"}))
    found = machine(DISPLAY=":0")
    assert list(found) == ["drawing", "fonts"]
    assert found["drawing"].remedy == "sudo apt-get install -y libgl1"


def test_without_a_screen_only_the_window_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, WORKING)
    assert machine()["window"].state is State.WORTH_KNOWING
    answering(monkeypatch, {**WORKING, "winId": Answer(False, "qt.qpa.xcb: could not connect to display :9")})
    found = machine(DISPLAY=":9")["window"]
    assert found.state is State.WRONG
    assert "could not connect to display :9" in found.sentence


@pytest.mark.parametrize("said", [Answer(True, "[]"), Answer(False, "ImportError"), Answer(True, "noise")])
def test_no_printer_is_worth_knowing(monkeypatch: pytest.MonkeyPatch, said: Answer) -> None:
    answering(monkeypatch, {**WORKING, "QPrinterInfo": said})
    monkeypatch.setattr("shutil.which", lambda name: None)
    found = machine(DISPLAY=":0")["printer"]
    assert (found.state, found.remedy) == (State.WORTH_KNOWING, "sudo apt-get install -y cups")
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/lpstat")
    assert "PDF" in machine(DISPLAY=":0")["printer"].remedy


@pytest.mark.parametrize(("said", "word"), [("null", "frontdesk[camera]"), ("[]", "Plug one in")])
def test_no_camera_is_worth_knowing(monkeypatch: pytest.MonkeyPatch, said: str, word: str) -> None:
    answering(monkeypatch, {**WORKING, "QMediaDevices": Answer(True, said)})
    found = machine(DISPLAY=":0")["camera"]
    assert found.state is State.WORTH_KNOWING
    assert word in found.remedy


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answering(monkeypatch, WORKING)
    monkeypatch.setattr(examine_machine, "resource_path", lambda *parts: tmp_path.joinpath(*parts))
    found = machine(DISPLAY=":0")["fonts"]
    assert found.state is State.WRONG
    assert "NotoSansLao" in found.sentence


def test_this_very_machine_answers_for_itself() -> None:
    found = machine(**{**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert found["window"].sentence == "A window can open (offscreen)."
    assert {"printer", "camera", "fonts"} <= set(found)


def test_the_command_says_all_and_its_exit_code_whether_to_mend(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, WORKING)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(0, 0, 10**12))
    monkeypatch.setenv("DISPLAY", ":0")
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    args = parser.parse_args(["doctor"])
    args.data = None
    assert doctor.run(args, paths, TEXTS) == 1
    told = capsys.readouterr().out
    assert "✗ There is no backup that can be read.\n    frontdesk backup\n" in told
    BackupService(paths, lambda: 2_000_000_000_000).make()
    assert doctor.run(args, paths, TEXTS) == 0
    assert "The counter can work on this computer." in capsys.readouterr().out


def test_the_lines_to_type_name_the_folder_where_it_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, WORKING)
    paths = paths_for(tmp_path / "Noy's shop")
    paths.create()
    paths.store.write_bytes((SAVED / "v1.sqlite3").read_bytes())
    assert main(["doctor", "--data", str(paths.data)], no_window) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if "frontdesk backup" in line)
    assert main(shlex.split(line)[1:], no_window) == 0
    assert main(["doctor", "--data", str(paths.data)], no_window) == 0
