"""How safe the shop's data is, in words: the second place, the age of what is there, and backups tried
out.
"""

from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.domain.days import DAY
from frontdesk.domain.trust.safety import Drill, DrillFault, PlaceFault, SafetyGlance, SecondPlace, is_cloud
from frontdesk.texts import Texts
from frontdesk.wording.dates import promise


def here_sentence(texts: Texts, glance: SafetyGlance, zone: ZoneInfo, now: int) -> str:
    """The last good backup on this computer."""
    if glance.backup_at is None:
        return texts.gettext("There is no good backup on this computer yet. Make one now.")
    when = promise(texts, glance.backup_at, zone, now)
    return texts.gettext("The last good backup on this computer is of {when}.").format(when=when)


def there_sentence(texts: Texts, place: SecondPlace, zone: ZoneInfo, now: int) -> str:
    """The last good copy in the second place."""
    if place.folder is None:
        return texts.gettext(
            "There is no second place yet. If this computer is stolen or burns, its backups are gone with it."
        )
    if place.copied_at is None:
        return texts.gettext("There is no good copy in the second place yet.")
    when = promise(texts, place.copied_at, zone, now)
    return texts.gettext("The last good copy in the second place is of {when}.").format(when=when)


def glance_sentence(texts: Texts, glance: SafetyGlance, zone: ZoneInfo, now: int) -> str:
    """The one thing that matters most now: no backup, no good copy, a backup to be tried out; else its
    age.
    """
    if glance.backup_at is None:
        return here_sentence(texts, glance, zone, now)
    if glance.drill_due and not glance.is_worrying(now):
        return drilled_sentence(texts, glance, zone, now)
    return there_sentence(texts, glance.place, zone, now)


def quiet_line(texts: Texts, place: SecondPlace, now: int) -> str:
    """For the counter, in a few words: the copy is older than the owner wants. Empty where it is not."""
    if not place.is_old(now):
        return ""
    if place.copied_at is None:
        return texts.gettext("No backup in the second place yet")
    days = max((now - place.copied_at) // DAY, 1)
    return texts.ngettext(
        "Backup in the second place: {n} day old", "Backup in the second place: {n} days old", days
    ).format(n=days)


def place_fault_sentence(texts: Texts, fault: PlaceFault | None) -> str:
    """Why there is no new copy, or why a folder cannot be the second place; what helps."""
    if fault is None:
        return ""
    return {
        PlaceFault.NOT_A_FOLDER: texts.gettext(
            "There is no such folder. Plug the stick in, then choose again."
        ),
        PlaceFault.IN_THE_SHOP: texts.gettext(
            "This folder belongs to the shop itself. Choose one on a stick, or on another computer."
        ),
        PlaceFault.NOT_THERE: texts.gettext(
            "The second place is not there now. Plug the stick in, or connect to the network; the copy is "
            "then made by itself."
        ),
        PlaceFault.READ_ONLY: texts.gettext(
            "Front Desk may not write into the second place. Unlock the stick, or give yourself the right to "
            "write there."
        ),
        PlaceFault.FULL: texts.gettext(
            "The second place is full. Make room there, or choose another. The older copies are still good."
        ),
        PlaceFault.PULLED_OUT: texts.gettext(
            "The second place went away while the copy was written. Nothing is lost: it is made again when "
            "the place is back."
        ),
        PlaceFault.NOT_WHOLE: texts.gettext(
            "The copy was not what was written, and does not count. The stick may be worn out: take another "
            "one."
        ),
        PlaceFault.NO_BACKUP: texts.gettext("There is no good backup to copy yet."),
    }[fault]


def cloud_sentence(texts: Texts, folder: Path | None) -> str:
    """A word of warning for a folder that leaves the house by itself."""
    if folder is None or not is_cloud(folder):
        return ""
    return texts.gettext(
        "This folder seems to go to somebody else's computers by itself. The backups hold the names and "
        "phone numbers of all customers: use it only if you may, and if you trust them."
    )


def drill_sentence(texts: Texts, drill: Drill, zone: ZoneInfo, now: int) -> str:
    """What came of trying a backup out, to be read by whoever did it."""
    when = promise(texts, drill.made_at, zone, now)
    if drill.found is None:
        return _bad_drill(texts, drill.fault or DrillFault.DAMAGED, when)
    customers = texts.ngettext("{n} customer", "{n} customers", drill.found.customers).format(
        n=f"{drill.found.customers:,}"
    )
    said = _held(texts, drill).format(when=when, customers=customers, n=f"{drill.found.entries:,}")
    if drill.found.customers == drill.now.customers:
        return said
    shop = texts.ngettext(
        "The shop has {n} customer now.", "The shop has {n} customers now.", drill.now.customers
    )
    return f"{said} {shop.format(n=f'{drill.now.customers:,}')}"


def _held(texts: Texts, drill: Drill) -> str:
    """How much a good backup holds, against the shop of now."""
    assert drill.found is not None
    if drill.found == drill.now:
        return texts.ngettext(
            "This backup is good. It is of {when} and holds {customers} and {n} entry in the books, as many "
            "as the shop has now.",
            "This backup is good. It is of {when} and holds {customers} and {n} entries in the books, as "
            "many as the shop has now.",
            drill.found.entries,
        )
    fewer = drill.now.entries - drill.found.entries
    if fewer <= 0:
        return texts.ngettext(
            "This backup is good. It is of {when} and holds {customers} and {n} entry in the books.",
            "This backup is good. It is of {when} and holds {customers} and {n} entries in the books.",
            drill.found.entries,
        )
    said = texts.ngettext(
        "This backup is good. It is of {when} and holds {customers} and {n} entry in the books, {fewer} "
        "fewer than now.",
        "This backup is good. It is of {when} and holds {customers} and {n} entries in the books, {fewer} "
        "fewer than now.",
        drill.found.entries,
    )
    return said.replace("{fewer}", f"{fewer:,}")


def _bad_drill(texts: Texts, fault: DrillFault, when: str) -> str:
    return {
        DrillFault.DAMAGED: texts.gettext(
            "The backup of {when} cannot be read whole. Make a new one now, and try that one out."
        ),
        DrillFault.NEWER: texts.gettext("The backup of {when} was written by a newer Front Desk."),
        DrillFault.BOOKS: texts.gettext(
            "The backup of {when} can be read, but its books are not as they were written. Keep the older "
            "ones, and check the shop's books."
        ),
        DrillFault.NO_ROOM: texts.gettext(
            "There is not enough room on the disk to try the backup of {when} out. Make some room first."
        ),
        DrillFault.GONE: texts.gettext("The backup of {when} is not there any more."),
    }[fault].format(when=when)


def drilled_sentence(texts: Texts, glance: SafetyGlance, zone: ZoneInfo, now: int) -> str:
    """When a backup was last tried out, and whether it is time again."""
    if glance.drilled_at is None:
        return texts.gettext(
            "No backup has been tried out yet. Only one that was brought back is sure to work."
        )
    when = promise(texts, glance.drilled_at, zone, now)
    if glance.drill_due:
        return texts.gettext("A backup was last tried out {when}. It is time to do it again.").format(
            when=when
        )
    return texts.gettext("A backup was last tried out {when}, and was good.").format(when=when)
