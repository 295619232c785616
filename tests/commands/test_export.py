"""`frontdesk export`: every customer, in a file that comes back unchanged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.config import Paths
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseDraft, WayBack
from frontdesk.domain.people.customers import CustomerDraft
from tests.commands.conftest import opened
from tests.services.counter_acts import hire

Run = Callable[..., int]


def enrol(shop: Paths, *people: str) -> None:
    with opened(shop) as desk:
        for name in people:
            desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result()


def test_every_customer_is_in_the_file(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enrol(shop, "Noy", "ສົມສັກ")
    out = tmp_path / "out.csv"
    assert frontdesk("export", str(out)) == 0
    assert "2 customers were written" in capsys.readouterr().out
    text = out.read_text(encoding="utf-8-sig")
    assert "Noy" in text
    assert "ສົມສັກ" in text


def test_an_export_works_beside_an_open_window(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    enrol(shop, "Noy")
    with opened(shop):
        assert frontdesk("export", str(tmp_path / "out.csv")) == 0


def test_whoever_stands_at_the_till_the_shell_is_the_owners(
    frontdesk: Run, shop: Paths, tmp_path: Path
) -> None:
    enrol(shop, "Noy")
    with opened(shop) as desk:
        desk.take_over(hire(desk)).result()
    assert frontdesk("export", str(tmp_path / "out.csv")) == 0


@pytest.mark.parametrize("place", ["nowhere/out.csv", "."])
def test_a_place_that_takes_no_file_is_said(
    frontdesk: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    assert frontdesk("export", str(tmp_path / place)) == 1
    assert "folder that exists" in capsys.readouterr().err


def test_there_must_be_a_shop(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    shop.store.unlink()
    assert frontdesk("export", str(tmp_path / "out.csv")) == 1
    assert not shop.store.exists()


def test_answers_go_out_with_the_word_for_it(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop) as desk:
        (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "en").result().cards
        said = ResponseDraft(Mood.GOOD, name="=Noi")
        desk.submit(desk.responses.take, desk.act(), card.id, said, WayBack.PAPER).result()
    out = tmp_path / "answers.csv"

    assert frontdesk("export", str(out), "--answers") == 0
    assert f"1 answer was written to {out}." in capsys.readouterr().out
    assert f",{card.code},4," in out.read_text("utf-8-sig")
    assert ",'=Noi," in out.read_text("utf-8-sig")


def test_everything_goes_out_and_makes_the_same_shop_elsewhere(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], expect_log: object
) -> None:
    enrol(shop, "Noy", "ສົມສັກ")
    out = tmp_path / "all.zip"
    assert frontdesk("export", "--everything", str(out)) == 0
    assert "2 customers" in capsys.readouterr().out

    assert frontdesk("import", str(out)) == 1  # there is a shop here
    assert "already" in capsys.readouterr().err
    shutil.rmtree(shop.data)
    assert frontdesk("import", str(out), "--dry-run") == 0
    assert "holds “" in capsys.readouterr().out
    assert not shop.store.exists()
    assert frontdesk("import", str(out)) == 0
    assert "with 2 customers" in capsys.readouterr().out
    expect_log("restored a backup")
    with opened(shop) as desk:
        assert [hit.name for hit in desk.search.find("noy")] == ["Noy"]


def test_a_shop_with_pins_is_its_owners_at_the_shell(frontdesk: Run, shop: Paths, tmp_path: Path) -> None:
    enrol(shop, "Noy")
    with opened(shop) as desk:
        desk.pins.set_pin(desk.act(), desk.staffing.owner().id, "583914")
    assert frontdesk("export", "--everything", str(tmp_path / "all.zip")) == 0
