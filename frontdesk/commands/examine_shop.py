"""What the shop's data lies on: the engine, the folder, the disk."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from frontdesk.commands.examine_key import examine_key
from frontdesk.commands.examine_page import examine_page
from frontdesk.commands.examine_second_place import examine_second_place
from frontdesk.commands.examine_store import CommandLine, examine_store, no_right, plain_line
from frontdesk.commands.findings import Finding, good, worth_knowing, wrong
from frontdesk.config import Paths
from frontdesk.texts import Texts

MEGABYTE: Final = 1_000_000
TOO_LITTLE_ROOM: Final = 100 * MEGABYTE
LITTLE_ROOM: Final = 1000 * MEGABYTE
NO_RIGHT: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def examine_shop(
    paths: Paths, texts: Texts, now: int | None = None, command_line: CommandLine = plain_line
) -> Iterator[Finding]:
    """Everything about the shop's data. `now` is UTC in milliseconds.

    `command_line` makes the line to type of a command's words: for this shop, where it is not the usual one.
    """
    moment = time.time_ns() // 1_000_000 if now is None else now
    try:
        from frontdesk.storage import database
    except ImportError as error:
        yield _no_engine(texts, str(error))
        return
    try:
        database.assert_engine()
    except database.WrongEngine as error:
        yield _no_engine(texts, str(error))
        return
    yield good("engine", texts.gettext("The database engine is sound."))
    yield from _folder(paths, texts)
    yield _room(paths, texts)
    yield from examine_store(paths, texts, moment, command_line)
    yield from examine_second_place(paths, texts, moment)
    yield from examine_key(paths, texts, command_line)
    yield from examine_page(paths, texts)


def _no_engine(texts: Texts, reason: str) -> Finding:
    return wrong(
        "engine",
        texts.gettext("The database engine cannot be used: {reason}").format(reason=reason),
        'python -m pip install --force-reinstall "apsw>=3.53"',
    )


def _folder(paths: Paths, texts: Texts) -> Iterator[Finding]:
    """Can the folder be written, and does it keep what is written?"""
    from frontdesk.storage.database import NotDurable, assert_durable, connect
    from frontdesk.storage.migrations import migrate
    from frontdesk.storage.opening import meaning

    try:
        with tempfile.TemporaryDirectory(dir=_standing(paths.data), prefix=".frontdesk-doctor-") as folder:
            trial = Path(folder) / "trial.sqlite3"
            migrate(trial)
            db = connect(trial)
            db.connect()
            try:
                assert_durable(db)
            finally:
                db.close()
    except NotDurable:
        yield wrong(
            "folder",
            texts.gettext("{folder} does not keep data through a power cut.").format(folder=paths.data),
            texts.gettext("Choose a folder on this computer's own disk with --data, not a network share."),
        )
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_RIGHT:
            yield no_right(_standing(paths.data), texts)
            return
        reason = type(meaning(error) if isinstance(error, OSError) else error).__name__
        yield wrong(
            "folder",
            texts.gettext("{folder} cannot be written ({reason}).").format(folder=paths.data, reason=reason),
            texts.gettext("Give yourself the right to write there, or name another folder with --data."),
        )
    else:
        yield good(
            "folder", texts.gettext("{folder} can be written, and keeps it.").format(folder=paths.data)
        )


def _room(paths: Paths, texts: Texts) -> Finding:
    free = shutil.disk_usage(_standing(paths.data)).free
    sentence = texts.gettext("{n} MB are free on the disk.").format(n=free // MEGABYTE)
    remedy = texts.gettext("Make room on the disk: backups and photos need it.")
    if free < TOO_LITTLE_ROOM:
        return wrong("disk", sentence, remedy)
    return worth_knowing("disk", sentence, remedy) if free < LITTLE_ROOM else good("disk", sentence)


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.parents) if os.path.lexists(each))
