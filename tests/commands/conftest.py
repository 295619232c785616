"""A shop of one's own for commands that need one, and no way to the real one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands import cli
from frontdesk.config import Paths, paths_for
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.shop import ShopSettings

LINK = "https://forms.example.com/r?c={code}"


@pytest.fixture(autouse=True)
def _no_real_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands without ``--data`` find an empty place, and speak English."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@contextmanager
def opened(paths: Paths) -> Iterator[FrontDesk]:
    desk = open_desk(paths)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture
def shop(tmp_path: Path) -> Paths:
    """A shop that has been opened once, and is closed."""
    paths = paths_for(tmp_path / "shop")
    with opened(paths) as desk:
        settings = ShopSettings("Café Lilawadee", feedback_link=LINK)
        card = stamp_card("Coffee card", 5, "1 free coffee")
        desk.submit(desk.shop.open_shop, desk.act(), settings, card).result()
    return paths


def _no_window(paths: Paths, language: str | None, clock: cli.Clock | None) -> int:
    raise AssertionError("a command opened the window")


@pytest.fixture
def frontdesk(shop: Paths) -> Callable[..., int]:
    """Run the program on the shop with these words; returns its exit code."""

    def run(*words: str) -> int:
        return cli.main([*words, "--data", str(shop.data)], _no_window)

    return run
