"""`frontdesk demo`: the counter of an invented shop, in a folder of its own, made again for each new day."""

import argparse
import hashlib
import json
import logging
import shutil
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from frontdesk import __version__
from frontdesk.commands.console import CommandFailed, progress_line, say
from frontdesk.commands.demo.cafe import CAFE, open_hours
from frontdesk.config import Paths, paths_for
from frontdesk.logs import LOG_FILE, start_logging, stop_logging
from frontdesk.texts import Texts

if TYPE_CHECKING:
    from frontdesk.bootstrap import Clock

logger = logging.getLogger(__name__)

NAME: Final = "demo"
CUSTOMERS: Final = 300
MOST_CUSTOMERS: Final = 100_000
SEED: Final = 7
MADE_FROM: Final = "demo.json"
MORNING: Final = time(8, 30)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides every byte of a demo shop; kept beside it, so that an equal one is used again."""

    customers: int
    seed: int
    today: str
    version: str
    made_by: str


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="open the counter of a demo shop",
        description="Open the counter of an invented shop, the same for the same seed and day. "
        "It has a folder of its own and never touches a real shop.",
    )
    parser.add_argument("--customers", type=_customers, default=CUSTOMERS, metavar="N", help=f"({CUSTOMERS})")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help=f"({SEED})")
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the day it is there (today)")
    parser.add_argument("--no-window", action="store_true", help="only make the shop")


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Make the demo shop unless it is there already, then open its counter."""
    today = args.today or datetime.now(ZoneInfo(CAFE.zone)).date()
    wanted = Recipe(args.customers, args.seed, today.isoformat(), __version__, _made_by())
    if _made_from(paths) == wanted:
        say(texts.gettext("The demo shop is ready in {folder}").format(folder=paths.data))
    else:
        _refuse_what_is_not_ours(paths, texts)
        _make(wanted, today, paths, texts)
        say(texts.gettext("The demo shop was made in {folder}").format(folder=paths.data))
    if args.no_window:
        return 0
    shown: int = args.show(paths, _clock(today))
    return shown


def _clock(today: date) -> "Clock":
    """The demo shop's clock on `today`: the real hour while the shop would be open, else a busy morning's.

    Whoever looks at the demo at night wants to see the wall of half past eight, not an empty street.
    """
    from frontdesk.bootstrap import system_clock

    zone = ZoneInfo(CAFE.zone)
    real = datetime.now(zone)
    shown = datetime.combine(today, real.time(), zone)
    hours = open_hours(today)
    if hours is None or not hours.opens <= shown.hour * 60 + shown.minute < hours.closes:
        shown = datetime.combine(today, MORNING, zone)
    ahead = (shown - real) // timedelta(milliseconds=1)
    return (lambda: system_clock() + ahead) if ahead else system_clock


def _refuse_what_is_not_ours(paths: Paths, texts: Texts) -> None:
    """Only an empty place or an older demo may be replaced, and no demo that somebody is looking at."""
    from frontdesk.storage.lock import StoreLock

    if paths.is_demo():
        with StoreLock(paths.lock):
            pass
    elif paths.data.exists() and (not paths.data.is_dir() or any(paths.data.iterdir())):
        raise CommandFailed(
            texts.gettext(
                "{folder} holds something else than a demo shop, and nothing in it was touched. "
                "Name another folder with --data."
            ).format(folder=paths.data)
        )


def _make(recipe: Recipe, today: date, paths: Paths, texts: Texts) -> None:
    """Build beside the place, then rename: a demo that was interrupted is never taken for a whole one."""
    part = paths_for(paths.data.with_name(f"{paths.data.name}.part"))
    _remove(part.data, part.backups)
    part.mark_as_demo()
    handler = start_logging(part)
    try:
        _build(recipe, today, part, texts)
    except Exception as error:
        logger.exception("making the demo failed")
        raise CommandFailed(
            texts.gettext("The demo shop could not be made. The log says more: {log}").format(
                log=part.logs / LOG_FILE
            )
        ) from error
    finally:
        stop_logging(handler)
    (part.data / MADE_FROM).write_text(json.dumps(asdict(recipe)), encoding="utf-8")
    _remove(paths.data, part.backups)
    part.data.rename(paths.data)


def _build(recipe: Recipe, today: date, part: Paths, texts: Texts) -> None:
    from frontdesk.commands.demo.build import build
    from frontdesk.commands.demo.shop import make_demo

    with progress_line(texts.gettext("Making the demo shop")) as progress:
        build(make_demo(recipe.customers, recipe.seed, today), part, progress)


def _made_from(paths: Paths) -> Recipe | None:
    """The recipe of the demo that is there, or None if there is none that is whole."""
    if not paths.is_demo() or not paths.store.is_file():
        return None
    try:
        return Recipe(**json.loads((paths.data / MADE_FROM).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _made_by() -> str:
    """A fingerprint of the code that makes the demo, so that a newer program makes its own."""
    content = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        content.update(source.read_bytes())
    return content.hexdigest()[:16]


def _remove(*folders: Path) -> None:
    for folder in folders:
        if folder.is_dir():
            shutil.rmtree(folder)


def _customers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_CUSTOMERS):
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {MOST_CUSTOMERS}")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a day such as 2026-11-21") from None
