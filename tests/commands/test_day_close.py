"""`day-close` as it is called at the end of a day, and `verify --anchor` later."""

import argparse
from pathlib import Path

import pytest

from frontdesk.commands import day_close, verify
from frontdesk.commands.console import CommandFailed
from frontdesk.config import Paths, paths_for
from frontdesk.texts import texts_for
from tests.saved_shop import put_saved_shop

TEXTS = texts_for("en")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    return paths


def call(paths: Paths, *words: str) -> int:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    for each in (day_close, verify):
        each.add_parser(commands)
    args = parser.parse_args(words)
    return (verify if args.command == verify.NAME else day_close).run(args, paths, TEXTS)


def test_what_the_slip_says_is_what_verify_compares(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slip = tmp_path / "slip.pdf"
    assert call(paths, "day-close", "--out", str(slip)) == 0
    told = capsys.readouterr().out
    anchor = told.split()[-1]
    assert str(slip) in told
    assert slip.read_bytes().startswith(b"%PDF")
    assert call(paths, "verify", "--anchor", anchor) == 0
    assert f"{anchor} fits" in capsys.readouterr().out


def test_without_a_name_the_slip_is_named_by_its_day(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(paths, "day-close") == 0
    assert len(list(tmp_path.glob("day-close-20??-??-??.pdf"))) == 1


def test_a_slip_without_a_place_is_not_done(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="could not be written"):
        call(paths, "day-close", "--out", str(tmp_path / "nowhere" / "slip.pdf"))
