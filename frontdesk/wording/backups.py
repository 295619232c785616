"""Backups in words: when one was made, why, and how much is in it."""

from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.faults import StoreFault
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.texts import Texts
from frontdesk.wording.dates import promise

_MEGABYTE: Final = 1_000_000


def made_when(texts: Texts, made: BackupMade, zone: ZoneInfo, now: int) -> str:
    """The day and the minute, so that no two are called the same: "yesterday at 15:30"."""
    return promise(texts, made.at, zone, now)


def why_sentence(texts: Texts, made: BackupMade) -> str:
    """Why it was made."""
    if made.why == "before-restore":
        return texts.gettext("Kept when another backup was brought back.")
    if made.why == "before-migration":
        return texts.gettext("Kept before a newer Front Desk opened the shop.")
    if made.why == "from-archive":
        return texts.gettext("Made of a file with a whole shop.")
    return texts.gettext("Made while the shop was open.")


def size_sentence(texts: Texts, made: BackupMade) -> str:
    """How far its books go; or that it is none to rely on."""
    if not made.good:
        return texts.gettext("It cannot be read any more.")
    size = f"{made.bytes / _MEGABYTE:.1f}"
    return texts.ngettext(
        "{n} entry in the books, {size} MB.", "{n} entries in the books, {size} MB.", made.entries
    ).format(n=made.entries, size=size)


def found_sentence(texts: Texts, kept: KeptShop, now: int) -> str:
    """For somebody who starts anew, perhaps without wanting to: an earlier shop is still there."""
    when = made_when(texts, kept.made, kept.zone, now)
    if not kept.name:
        return texts.gettext("There are backups of a shop here, the latest of {when}. Bring it back?").format(
            when=when
        )
    return texts.gettext(
        "There are backups of “{shop}” here, the latest of {when}. Bring the shop back?"
    ).format(shop=kept.name, when=when)


def hourly_failed_sentence(texts: Texts, fault: StoreFault | None) -> str:
    """Nobody asked for this backup, so nobody's act has failed: only the backup, and what would help it."""
    match fault:
        case StoreFault.DISK_FULL:
            return texts.gettext("The hourly backup was not made: the disk is full. Make some room on it.")
        case StoreFault.READ_ONLY_FOLDER:
            return texts.gettext(
                "The hourly backup was not made: Front Desk may not write into the folder of the backups. "
                "Give yourself the right to write there."
            )
        case StoreFault.DAMAGED | StoreFault.BACKUP_FAILED:
            return texts.gettext(
                "The hourly backup was not made: the copy was not what the shop's data is. "
                "Keep the backups that you have, and ask for help."
            )
        case _:
            return texts.gettext("The hourly backup was not made: it is tried again in an hour.")
