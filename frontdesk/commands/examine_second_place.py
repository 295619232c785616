"""How the second place for backups stands: whether there is one, whether it is there, how old its copy is."""

from frontdesk.commands.findings import Finding, good, worth_knowing
from frontdesk.config import Paths
from frontdesk.texts import Texts


def examine_second_place(paths: Paths, texts: Texts, now: int) -> tuple[Finding, ...]:
    """Nothing of a shop whose store cannot be read: that is told elsewhere."""
    from frontdesk.domain.trust.safety import PlaceFault
    from frontdesk.storage.database import StoreError
    from frontdesk.storage.opening import DAMAGED_ROW, opened
    from frontdesk.storage.trust.second_place import is_there, place_in
    from frontdesk.wording.safety import place_fault_sentence, quiet_line

    try:
        with opened(paths.store) as db:
            place = place_in(db)
    except (StoreError, ValueError, *DAMAGED_ROW):
        return ()
    if place.folder is None:
        remedy = texts.gettext("Choose one in the back office, under “Backups and safety”.")
        return (worth_knowing("second place", texts.gettext("The backups have no second place."), remedy),)
    if place.is_old(now):
        fault = place.fault if is_there(place.folder) else PlaceFault.NOT_THERE
        helps = place_fault_sentence(texts, fault)
        return (worth_knowing("second place", f"{quiet_line(texts, place, now)}.", helps),)
    said = texts.gettext("The copy in the second place is as new as you want it, in {folder}.")
    return (good("second place", said.format(folder=place.folder)),)
