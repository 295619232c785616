"""`frontdesk key`: the sheet is written, typed in again, and the key is never said."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands import cli
from frontdesk.config import Paths, paths_for
from frontdesk.domain.trust import chain
from frontdesk.domain.trust.recovery_code import recovery_code, recovery_lines
from frontdesk.storage.trust.custody import known_keys
from frontdesk.storage.trust.epochs import current_epoch

Run = Callable[..., int]
Said = Callable[[], str]


@pytest.fixture
def shop(tmp_path: Path) -> Paths:
    """A closed shop whose key has made an entry's epoch."""
    paths = paths_for(tmp_path / "shop")
    with opened(paths) as desk:
        begin_epoch(desk)
    return paths


@contextmanager
def opened(paths: Paths) -> Iterator[FrontDesk]:
    desk = open_desk(paths)
    try:
        yield desk
    finally:
        desk.close()


def begin_epoch(desk: FrontDesk) -> None:
    """What the first entry with a key does."""
    desk.submit(
        lambda: current_epoch(desk.store.write(), desk.till_id, desk.chain_key(), desk.now())
    ).result()


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that has the next command read this from a pipe."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def square_in(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=2).to_pil()
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


def test_what_is_on_the_sheet_brings_the_key_back(
    frontdesk: Run,
    shop: Paths,
    tmp_path: Path,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = shop.chain_key.read_bytes()
    pdf = tmp_path / "sheet.pdf"
    assert frontdesk("key", "--sheet", str(pdf)) == 0
    assert "delete the file" in capsys.readouterr().out
    code = square_in(pdf)
    shop.chain_key.unlink()
    typed(code)
    assert frontdesk("key", "--enter") == 0
    assert "The ledger goes on with it" in capsys.readouterr().out
    assert shop.chain_key.read_bytes() == key


def test_an_old_key_is_put_beside_the_new_one(
    frontdesk: Run, shop: Paths, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    old = shop.chain_key.read_bytes()
    shop.chain_key.unlink()
    with opened(shop) as desk:
        begin_epoch(desk)
    new = shop.chain_key.read_bytes()
    typed("\n".join(recovery_lines(old)))
    assert frontdesk("key", "--enter") == 0
    assert "beside the present one" in capsys.readouterr().out
    assert known_keys(shop) == {chain.key_mark(key): key for key in (old, new)}
    assert shop.chain_key.read_bytes() == new


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (
            lambda lines: [*lines[:2], lines[2][:-1] + ("A" if lines[2][-1] != "A" else "B"), lines[3]],
            "Line 3",
        ),
        (lambda lines: lines[:3], "four lines"),
        (lambda lines: [], "four lines"),
        (lambda lines: recovery_lines(b"another shop's key, 32 bytes long"[:32]), "no entry of this shop"),
    ],
    ids=["slip", "short", "nothing", "another shop's"],
)
def test_what_is_not_this_shops_key_is_refused_in_words_and_changes_nothing(
    frontdesk: Run,
    shop: Paths,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    slip: Callable[[tuple[str, ...]], list[str]],
    said: str,
) -> None:
    key = shop.chain_key.read_bytes()
    shop.chain_key.unlink()
    typed("\n".join(slip(recovery_lines(key))))
    assert frontdesk("key", "--enter") == 1
    assert said in capsys.readouterr().err
    assert list(shop.chain_key.parent.iterdir()) == []


def test_at_a_terminal_each_line_is_checked_as_it_is_typed(
    frontdesk: Run, shop: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = shop.chain_key.read_bytes()
    shop.chain_key.unlink()
    first, *rest = recovery_lines(key)
    answers = iter([first.lower(), "nonsense", *rest])
    asked = list[str]()

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert frontdesk("key", "--enter") == 0
    assert [prompt.split()[1] for prompt in asked] == ["1", "2", "2", "3", "4"]
    assert "Line 2" in capsys.readouterr().err
    assert shop.chain_key.read_bytes() == key


def test_a_scan_at_a_terminal_fills_in_all_lines(
    frontdesk: Run, shop: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = shop.chain_key.read_bytes()
    shop.chain_key.unlink()
    monkeypatch.setattr("builtins.input", lambda prompt: recovery_code(key))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert frontdesk("key", "--enter") == 0
    assert shop.chain_key.read_bytes() == key


def test_an_open_window_keeps_its_key(
    frontdesk: Run, shop: Paths, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(recovery_code(shop.chain_key.read_bytes()))
    with opened(shop):
        assert frontdesk("key", "--enter") == 1
    assert "Front Desk" in capsys.readouterr().err


def test_the_owner_is_told_where_the_key_is_and_reminded_until_a_sheet_is_printed(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("key", "--show-place") == 0
    said = capsys.readouterr().out
    assert str(shop.chain_key) in said
    assert "not printed yet" in said
    assert frontdesk("key", "--sheet", str(tmp_path / "sheet.pdf")) == 0
    capsys.readouterr()
    assert frontdesk("key", "--show-place") == 0
    assert "not printed yet" not in capsys.readouterr().out
    shop.chain_key.unlink()
    assert frontdesk("key", "--show-place") == 0
    assert "not on this computer" in capsys.readouterr().out
    with opened(shop) as desk:
        begin_epoch(desk)  # with a new key, which is on no sheet
    assert frontdesk("key", "--show-place") == 0
    assert "not printed yet" in capsys.readouterr().out


def test_a_sheet_that_could_not_be_written_does_not_count(
    frontdesk: Run, shop: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("key", "--sheet", str(tmp_path / "nowhere" / "sheet.pdf")) == 1
    assert "could not be written" in capsys.readouterr().err
    assert frontdesk("key", "--show-place") == 0
    assert "not printed yet" in capsys.readouterr().out


def test_the_key_is_in_no_log_no_output_and_nowhere_in_the_store(
    frontdesk: Run,
    shop: Paths,
    tmp_path: Path,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    key = shop.chain_key.read_bytes()
    frontdesk("key", "--sheet", str(tmp_path / "sheet.pdf"))
    frontdesk("key", "--show-place")
    shop.chain_key.unlink()
    typed(recovery_code(key)[:-1] + "!")
    frontdesk("key", "--enter")
    typed(recovery_code(key))
    frontdesk("key", "--enter")
    said = capsys.readouterr()
    logs = "".join(file.read_text(encoding="utf-8") for file in shop.logs.iterdir())
    words = said.out + said.err + logs + caplog.text
    store = b"".join(file.read_bytes() for file in shop.data.glob("frontdesk.sqlite3*"))
    for line in recovery_lines(key):
        assert line.replace(" ", "") not in words.replace(" ", "")
    assert key.hex() not in words
    assert key not in store
    with opened(shop) as desk:
        kept = desk.store.read().value("SELECT value FROM setting WHERE key = 'key.sheet_printed'")
    assert len(kept) == len("2026-11-22")


def test_doctor_tells_too(frontdesk: Run, shop: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    frontdesk("doctor")
    said = capsys.readouterr().out
    assert str(shop.chain_key) in said
    assert "key --sheet" in said


def test_a_cashier_gets_no_sheet(shop: Paths, frontdesk: Run, tmp_path: Path) -> None:
    with opened(shop) as desk:
        desk.submit(lambda: desk.store.write().run("UPDATE staff SET role = 'CASHIER'")).result()
    assert frontdesk("key", "--sheet", str(tmp_path / "sheet.pdf")) == 1
    assert not (tmp_path / "sheet.pdf").exists()


def test_without_a_shop_there_is_no_key_to_speak_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["key", "--show-place", "--data", str(tmp_path / "none")], lambda *_: 9) == 1
    assert "There is no shop" in capsys.readouterr().err
