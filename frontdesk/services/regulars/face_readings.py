"""How a name is said, below a face on the wall, for the first frame: the rules of sounds come after it."""

from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.customers import SPOKEN_BETWEEN
from frontdesk.domain.people.scripts import Script, script_of


def face_reading(hit: Hit, reader: Script) -> str:
    """Only for letters that the cashier does not read; empty where nothing need be said."""
    if script_of(hit.address) in (reader, Script.LATIN, Script.OTHER):
        return ""
    if hit.spoken and reader is not Script.LAO:
        return hit.spoken.split(SPOKEN_BETWEEN)[0]
    from frontdesk.services.people.saying import reading_of

    return reading_of(hit, reader)
