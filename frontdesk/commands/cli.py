"""The command line: one parser, the commands as modules that are imported only when they are called.

A command module has `NAME`, `add_parser(subparsers)` and `run(args, paths, texts) -> int`. Exit codes: 0
done, 1 not done (with one sentence on stderr), 2 wrong usage, 130 interrupted.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Protocol, cast

from frontdesk import __version__
from frontdesk.commands.console import CommandFailed, assert_shop, fail
from frontdesk.commands.qt_libraries import missing_for_window
from frontdesk.config import Paths, default_paths, demo_paths, paths_for
from frontdesk.logs import LOG_FILE, log_uncaught_exceptions, start_logging, stop_logging
from frontdesk.texts import LANGUAGES, SOURCE_LANGUAGE, Texts, texts_for

logger = logging.getLogger(__name__)

NOT_DONE: Final = 1
INTERRUPTED: Final = 130

COMMANDS: Final[Mapping[str, str]] = {
    "demo": "frontdesk.commands.demo.command",
    "import": "frontdesk.commands.import_file",
    "export": "frontdesk.commands.export",
    "cards": "frontdesk.commands.cards",
    "backup": "frontdesk.commands.backup",
    "restore": "frontdesk.commands.restore",
    "verify": "frontdesk.commands.verify",
    "day-close": "frontdesk.commands.day_close",
    "outliers": "frontdesk.commands.outliers",
    "key": "frontdesk.commands.key",
    "doctor": "frontdesk.commands.doctor",
}
NEED_A_SHOP: Final = frozenset({"export", "cards", "backup", "verify", "day-close", "key", "outliers"})
KEEP_NO_LOG: Final = frozenset({"demo"})  # it throws the folder away that the log would lie in

OTHER_LANGUAGE: Final = frozenset({"cards"})  # its --language is that of the customer who gets the card

Clock = Callable[[], int]
ShowCounter = Callable[[Paths, str | None, Clock | None], int]
"""Opens the window on a shop, in a language or in the shop's own, by a clock or by the system's; returns the
exit code."""


class Command(Protocol):
    """What a command module has."""

    NAME: str

    def add_parser(self, subparsers: Any) -> None: ...

    def run(self, args: argparse.Namespace, paths: Paths, texts: Texts) -> int: ...


def main(argv: Sequence[str], show_counter: ShowCounter) -> int:
    """Do what the arguments say. `show_counter` is handed in, because commands/ knows no window."""
    _speak_any_script()
    modules = _modules_for(argv)
    args = _parser(modules).parse_args(argv)
    texts = texts_for(args.language or _language_of(os.environ))
    paths = _paths(args)

    def show(shop: Paths, clock: Clock | None = None) -> int:
        return _logged(shop, texts, lambda: _show(texts, lambda: show_counter(shop, args.language, clock)))

    args.show = show
    if args.command is None:
        return show(paths)
    command = modules[args.command]
    if command.NAME in KEEP_NO_LOG or not paths.data.is_dir():
        return _answered(paths, texts, lambda: _run(command, args, paths, texts))
    return _logged(paths, texts, lambda: _run(command, args, paths, texts))


def _modules_for(argv: Sequence[str]) -> dict[str, Command]:
    """Only the commands that may be meant: the window needs none of them, help and a wrong word need all."""
    named = [name for name in COMMANDS if name in argv]
    if not named and _needs_all(argv):
        named = list(COMMANDS)
    return {name: cast(Command, importlib.import_module(COMMANDS[name])) for name in named}


def _needs_all(argv: Sequence[str]) -> bool:
    values = {"--data", "--language"}
    words = [word for before, word in pairwise(["", *argv]) if before not in values]
    return any(not word.startswith("-") or word in ("-h", "--help") for word in words)


def _parser(modules: Mapping[str, Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frontdesk",
        description="The counter of a shop that knows its customers. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"frontdesk {__version__}")
    _add_data(parser, default=None)
    _add_language(parser, default=None)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, module in modules.items():
        module.add_parser(subparsers)
        # SUPPRESS: what stands before the command must not be undone by its own silence.
        _add_data(subparsers.choices[name], default=argparse.SUPPRESS)
        if name not in OTHER_LANGUAGE:
            _add_language(subparsers.choices[name], default=argparse.SUPPRESS)
    return parser


def _add_data(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument("--data", metavar="DIR", default=default, help="the shop's folder")


def _add_language(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "--language", metavar="CODE", default=default, choices=list(LANGUAGES), help="en or lo"
    )


def _paths(args: argparse.Namespace) -> Paths:
    if args.data is not None:
        return paths_for(Path(args.data))
    return demo_paths() if args.command == "demo" else default_paths()


def _run(command: Command, args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    if command.NAME in NEED_A_SHOP:
        assert_shop(paths, texts)
    return command.run(args, paths, texts)


def _show(texts: Texts, show_counter: Callable[[], int]) -> int:
    lacking = missing_for_window()
    if lacking:
        from frontdesk.commands.known_faults import missing_libraries

        raise CommandFailed(missing_libraries(texts, lacking))
    stop_catching = log_uncaught_exceptions()
    try:
        return show_counter()
    finally:
        stop_catching()


def _logged(paths: Paths, texts: Texts, act: Callable[[], int]) -> int:
    """Do it with the shop's own log open. What needs the folder says itself that it cannot be used."""
    handler = start_logging(paths)
    try:
        return _answered(paths, texts, act)
    finally:
        stop_logging(handler)


def _answered(paths: Paths, texts: Texts, act: Callable[[], int]) -> int:
    """Do it; whatever goes wrong becomes one sentence; what we did not foresee goes to the log too."""
    try:
        return act()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from frontdesk.commands.known_faults import known_sentence  # what goes well does not wait for it

        sentence = known_sentence(texts, error, paths.data)
        if sentence is None:
            logger.exception("a command failed unexpectedly")
            sentence = texts.gettext(
                "Something went wrong that Front Desk did not foresee. Its log says more: {log}"
            ).format(log=paths.logs / LOG_FILE)
        fail(sentence)
        return NOT_DONE


def _language_of(environment: Mapping[str, str]) -> str:
    """The language of whoever sits at the terminal, if it is one of ours."""
    named = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    code = named.split(".")[0].split("_")[0].lower()
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def _speak_any_script() -> None:
    """Names come in five scripts; a terminal that cannot write them shows "?" instead of stopping."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
