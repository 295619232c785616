"""`frontdesk demo`: made once, used again, and never in the place of anything else."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontdesk.commands import cli
from frontdesk.commands.demo import command
from frontdesk.commands.demo.cafe import CAFE
from frontdesk.config import DEMO_MARK, Paths, demo_paths, paths_for
from frontdesk.storage.lock import StoreLock

ExpectLog = Callable[[str], None]


class Window:
    def __init__(self) -> None:
        self.paths: Paths | None = None
        self.clock: cli.Clock | None = None

    def __call__(self, paths: Paths, language: str | None, clock: cli.Clock | None) -> int:
        self.paths, self.clock = paths, clock
        return 0


def demo(*words: str, window: Window | None = None) -> int:
    small = () if "--customers" in words else ("--customers", "3")
    return cli.main(["demo", *small, *words], window or Window())


def test_the_demo_has_a_folder_of_its_own_and_opens_there(capsys: pytest.CaptureFixture[str]) -> None:
    window = Window()
    assert demo(window=window) == 0
    assert window.paths == demo_paths()
    assert demo_paths().is_demo()
    assert str(demo_paths().data) in capsys.readouterr().out


def test_without_a_window_it_is_only_made() -> None:
    window = Window()
    assert demo("--no-window", window=window) == 0
    assert window.paths is None
    assert demo_paths().store.is_file()


def test_an_equal_demo_is_used_again(capsys: pytest.CaptureFixture[str]) -> None:
    demo("--no-window", "--today", "2026-11-21")
    (demo_paths().data / "trace").write_text("still here")
    demo("--no-window", "--today", "2026-11-21")
    assert (demo_paths().data / "trace").exists()
    assert "is ready in" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change", [["--seed", "8"], ["--today", "2026-11-22"], ["--customers", "4"]], ids=lambda words: words[0]
)
def test_another_recipe_makes_it_anew(change: list[str]) -> None:
    demo("--no-window", "--today", "2026-11-21")
    (demo_paths().data / "trace").write_text("gone soon")
    assert demo("--no-window", *({} if "--today" in change else ["--today", "2026-11-21"]), *change) == 0
    assert not (demo_paths().data / "trace").exists()


def test_a_newer_program_makes_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    demo("--no-window")
    (demo_paths().data / "trace").write_text("gone soon")
    monkeypatch.setattr(command, "__version__", "99")
    demo("--no-window")
    assert not (demo_paths().data / "trace").exists()


def test_a_demo_that_was_interrupted_is_never_taken_for_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(recipe: command.Recipe, today: date, part: Paths, texts: object) -> None:
        part.store.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(command, "_build", interrupted)
        assert demo("--no-window") == 130
    assert not demo_paths().data.exists()
    assert demo("--no-window") == 0
    assert demo_paths().store.read_bytes() != b"half"
    assert not list(demo_paths().data.parent.glob("*.part*"))


def test_what_goes_wrong_in_the_making_is_in_a_log_that_the_sentence_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], expect_log: ExpectLog
) -> None:
    def broken(recipe: command.Recipe, today: date, part: Paths, texts: object) -> None:
        raise ZeroDivisionError("some fault")

    expect_log("making the demo failed")
    monkeypatch.setattr(command, "_build", broken)
    assert demo("--no-window") == 1
    sentence = capsys.readouterr().err
    log = Path(sentence.strip().rpartition(": ")[2])
    assert "some fault" in log.read_text(encoding="utf-8")
    assert "Traceback" not in sentence


def test_a_real_shop_is_refused_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = paths_for(tmp_path / "shop")
    paths.create()
    paths.store.write_bytes(b"a year of stamps")
    assert demo("--data", str(paths.data)) == 1
    assert "nothing in it was touched" in capsys.readouterr().err
    assert paths.store.read_bytes() == b"a year of stamps"
    assert not (paths.data / DEMO_MARK).exists()


def test_any_other_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("dear all")
    assert demo("--data", str(tmp_path / "letters")) == 1
    assert [file.name for file in (tmp_path / "letters").iterdir()] == ["a.txt"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert demo("--data", str(tmp_path / "empty"), "--no-window") == 0
    assert paths_for(tmp_path / "empty").is_demo()


def test_a_demo_that_is_open_is_not_pulled_away(capsys: pytest.CaptureFixture[str]) -> None:
    demo("--no-window")
    with StoreLock(demo_paths().lock):
        assert demo("--no-window", "--seed", "8") == 1
    assert "Close its window first" in capsys.readouterr().err
    assert demo_paths().store.is_file()


@pytest.mark.parametrize("day", ["2020-02-02", "2026-04-15"])
def test_a_demo_lives_on_its_day_at_an_hour_when_people_come(day: str) -> None:
    window = Window()
    demo("--today", day, window=window)
    assert window.clock is not None
    shown = datetime.fromtimestamp(window.clock() / 1000, ZoneInfo(CAFE.zone))
    assert shown.date().isoformat() == day
    assert time(7) <= shown.time() <= time(18)


@pytest.mark.parametrize("wrong", [["--today", "yesterday"], ["--customers", "-1"], ["--customers", "many"]])
def test_wrong_words_are_wrong_usage(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        demo(*wrong)
    assert ended.value.code == 2
