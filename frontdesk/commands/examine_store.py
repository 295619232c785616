"""How the shop's data itself stands: the store, the clock beside it, the backups.

Only what can work is suggested: no backup of a store that cannot be read, no restore without a backup, and
never a restore over data that only needs the right to write, or another program to let go of it.
"""

from collections.abc import Callable, Generator, Iterator
from typing import Final

from frontdesk.commands.findings import Finding, good, worth_knowing, wrong
from frontdesk.config import Paths
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.texts import Texts

OLD_BACKUP: Final = 2 * DAY
FAST_CLOCK: Final = 5 * MINUTE
BUILT_AFTER: Final = 1_735_689_600_000
"""2025: a clock that shows an earlier time has lost it, as one with an empty battery does."""

CommandLine = Callable[[str], str]


def plain_line(words: str) -> str:
    """The line that has these words of ours done for the usual shop."""
    return f"frontdesk {words}"


def examine_store(paths: Paths, texts: Texts, now: int, command_line: CommandLine) -> Iterator[Finding]:
    """The store, or that there is none; then its backups, if it has or had any."""
    from frontdesk.domain.trust.backups import furthest_first
    from frontdesk.storage.trust.backups import list_backups

    backups = furthest_first(list_backups(paths.backups), now)
    restore = command_line("restore --latest") if backups else ""
    if paths.store.exists():
        can_be_read = yield from _store(paths, texts, now, restore)
    elif not backups:
        yield worth_knowing(
            "store", texts.gettext("There is no shop in {folder} yet.").format(folder=paths.data)
        )
        return
    else:
        can_be_read = False
        yield wrong(
            "store",
            texts.gettext(
                "There is no shop in {folder} any more, but there are backups of one. "
                "Restore it before you open Front Desk there."
            ).format(folder=paths.data),
            restore,
        )
    make_one = command_line("backup") if can_be_read else ""
    yield _backups(paths, texts, now, [made for made in backups if not made.why], make_one)


def no_right(folder: object, texts: Texts) -> Finding:
    """Whoever asks may not write there; the data is as it was."""
    return wrong(
        "folder",
        texts.gettext("You have no right to write in {folder}.").format(folder=folder),
        texts.gettext("Give yourself the right to write there, or name another folder with --data."),
    )


def _store(paths: Paths, texts: Texts, now: int, restore: str) -> Generator[Finding, None, bool]:
    """What is found; returns whether the store can be read."""
    from frontdesk.storage.database import StoreError
    from frontdesk.storage.migrations import refuse_newer
    from frontdesk.storage.opening import opened, schema_version

    try:
        with opened(paths.store) as db:
            refuse_newer(schema_version(db))
            last_act: int = db.value("SELECT coalesce(max(at), 0) FROM gesture")
    except StoreError as error:
        yield _unreadable(paths, texts, error, restore)
        return False
    yield good("store", texts.gettext("The shop's data can be read."))
    yield _clock(texts, last_act, now)
    return True


def _unreadable(paths: Paths, texts: Texts, error: Exception, restore: str) -> Finding:
    from frontdesk.storage.migrations import NewerFile
    from frontdesk.storage.opening import DamagedStore, HeldByAnother, NoRoom, NotAStore

    match error:
        case NewerFile():
            return wrong(
                "store",
                texts.gettext("The shop's data was written by a newer Front Desk."),
                "python -m pip install --upgrade frontdesk",
            )
        case DamagedStore() | NotAStore():
            remedy = restore or texts.gettext(
                "Without a backup to restore, keep this folder as it is, and ask for help."
            )
        case HeldByAnother():
            remedy = texts.gettext("Another program holds it. Close that program, then try again.")
        case NoRoom():
            remedy = texts.gettext("Make room on the disk: backups and photos need it.")
        case _:
            # Rights, or a disk that fails: the data may be whole, and a restore would only put it aside.
            return wrong(
                "store",
                texts.gettext("The shop's data in {folder} cannot be opened ({reason}).").format(
                    folder=paths.data, reason=type(error).__name__
                ),
                texts.gettext("Give yourself the right to read and write there, then try again."),
            )
    return wrong(
        "store",
        texts.gettext("The shop's data cannot be read ({reason}).").format(reason=type(error).__name__),
        remedy,
    )


def _clock(texts: Texts, last_act: int, now: int) -> Finding:
    if now < BUILT_AFTER or last_act > now + FAST_CLOCK:
        return wrong(
            "clock",
            texts.gettext("This computer's clock is behind: something was already done later than now."),
            texts.gettext(
                "Set the date and time in the system's settings, best by itself from the internet."
            ),
        )
    return good("clock", texts.gettext("The clock agrees with what was done last."))


def _backups(paths: Paths, texts: Texts, now: int, made: list[BackupMade], make_one: str) -> Finding:
    """The ordinary ones; `make_one` is the line that makes one, empty where none can be made."""
    if not made:
        return wrong("backup", texts.gettext("There is no backup that can be read."), make_one)
    sentence = _age_sentence(texts, now - made[0].at, paths)
    if abs(now - made[0].at) > OLD_BACKUP:
        return worth_knowing("backup", sentence, make_one)
    return good("backup", sentence)


def _age_sentence(texts: Texts, age: int, paths: Paths) -> str:
    hours = age // HOUR
    if hours < 1:
        return texts.gettext("The last good backup is less than an hour old, in {folder}.").format(
            folder=paths.backups
        )
    return texts.ngettext(
        "The last good backup is {n} hour old, in {folder}.",
        "The last good backup is {n} hours old, in {folder}.",
        hours,
    ).format(n=hours, folder=paths.backups)
