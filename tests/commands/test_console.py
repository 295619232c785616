"""Commands speak to people on stdout and stderr, and show how far they are."""

import io
import sys

import pytest

from frontdesk.commands.console import fail, progress_line, say


class Terminal(io.StringIO):
    """Takes what is written, and says that somebody is watching."""

    def isatty(self) -> bool:
        return True


def test_results_and_faults_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    say("done")
    fail("not done")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("done\n", "not done\n")


def test_lao_is_printed_without_its_invisible_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    say("ຂອບໃຈ\u200bຫຼາຍໆ")
    assert capsys.readouterr().out == "ຂອບໃຈຫຼາຍໆ\n"


def test_a_log_file_gets_a_line_at_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_line("Reading") as show:
        for done in range(0, 1001, 7):
            show(done, 1000)
        show(1000, 1000)
    said = capsys.readouterr()
    assert said.err.splitlines() == [f"Reading {tenth} %" for tenth in range(10, 101, 10)]
    assert said.out == ""


def test_a_job_of_nothing_is_whole_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_line("Reading") as show:
        show(0, 0)
    assert capsys.readouterr().err == "Reading 100 %\n"


def test_a_terminal_gets_one_line_that_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress_line("Reading") as show:
        show(1, 2)
        show(2, 2)
    drawn = terminal.getvalue()
    assert "\n" not in drawn
    assert "Reading [" + "█" * 15 + "·" * 15 + "]  50 %" in drawn
    last = drawn.split("\r")
    assert last[-1] == ""
    assert last[-2].strip() == ""
    assert len(last[-2]) == len(last[-3])


def test_the_line_is_wiped_when_the_job_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def fail_half_way() -> None:
        with progress_line("Reading") as show:
            show(2, 2)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail_half_way()
    assert terminal.getvalue().endswith("\r")
