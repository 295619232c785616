"""Twenty-five times the program is killed while the page takes answers."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.feedback.questions import Topic
from frontdesk.web.answering import Answering
from frontdesk.web.server import PageServer
from tests.web.answering_under_fire import ALL_DAY, MOST_ANSWERS, fields_of
from tests.web.conftest import Phone

KILLS = 25


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")
def test_twenty_five_kills_lose_no_answer_that_was_thanked_for_and_double_none(
    desk: FrontDesk, paths: Paths, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    cards = desk.submit(desk.feedback.issue, desk.act(), KILLS * MOST_ANSWERS, "lo").result().cards
    desk.close()
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join(card.code for card in cards), encoding="ascii")
    script = Path(__file__).with_name("answering_under_fire.py")
    seed = int.from_bytes(os.urandom(4), "big")
    record_property("seed", seed)
    told = subprocess.run(
        [sys.executable, str(script), str(paths.data), str(codes), str(KILLS), str(seed)],
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
    ).stdout.split("\n")[:-1]
    said = {code: word == "thanked" for word, code in map(str.split, told)}
    assert sum(said.values()) > KILLS

    reopened = open_desk(paths)
    try:
        assert lost(reopened, [code for code, thanked in said.items() if thanked]) == []
        # Whoever was not thanked presses Send again, on the same page: nobody has answered twice.
        answering = Answering(reopened, reopened.submit, ALL_DAY)
        server = PageServer(answering.answer, answering.turn, ALL_DAY)
        phone = Phone(server.start("127.0.0.1", 0))
        assert {phone.post(f"/{code}", fields_of(code).encode()).status for code in said} == {303}
        server.stop()
        assert lost(reopened, list(said)) == []
        kept = reopened.responses.between(0, reopened.now() + 1)
        assert len(kept) == len(said)
        assert all(len(reopened.responses.story(each.id).steps) == 1 for each in kept)
    finally:
        reopened.close()


def lost(desk: FrontDesk, codes: list[str]) -> list[str]:
    """Those of which the store has no answer, or another one."""
    kept = {each.card_id: each.said_of(Topic.BETTER) for each in desk.responses.between(0, desk.now() + 1)}
    cards = {code: desk.responses.card_of_code(code) for code in codes}
    said = {code: kept.get(card.id) if card else None for code, card in cards.items()}
    return [code for code, answer in said.items() if answer is None or answer.words != code]
