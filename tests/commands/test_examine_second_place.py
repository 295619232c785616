"""What the doctor says of the second place for backups."""

import shutil
from pathlib import Path

from frontdesk.bootstrap import FrontDesk
from frontdesk.commands.examine_second_place import examine_second_place
from frontdesk.commands.findings import State
from frontdesk.texts import texts_for
from tests.conftest import FakeClock

TEXTS = texts_for("en")


def test_it_says_how_the_second_place_stands(desk: FrontDesk, tmp_path: Path, clock: FakeClock) -> None:
    def said() -> tuple[State, str, str]:
        (finding,) = examine_second_place(desk.paths, TEXTS, clock.at)
        return finding.state, finding.sentence, finding.remedy

    state, sentence, remedy = said()
    assert (state, sentence) == (State.WORTH_KNOWING, "The backups have no second place.")
    assert "Backups and safety" in remedy
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.safety.choose(desk.act(), stick)
    desk.safety.copy_now(desk.act())
    assert said()[0] is State.GOOD
    clock.forward(days=5)
    shutil.rmtree(stick)
    state, sentence, remedy = said()
    assert (state, sentence) == (State.WORTH_KNOWING, "Backup in the second place: 5 days old.")
    assert "not there now" in remedy


def test_a_store_that_cannot_be_read_is_told_elsewhere(desk: FrontDesk) -> None:
    desk.close()
    desk.paths.store.write_bytes(b"nothing")
    assert examine_second_place(desk.paths, TEXTS, 0) == ()
