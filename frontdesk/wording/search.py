"""Why somebody is among those found, when their name does not say so itself."""

from frontdesk.domain.finding.hits import FoundBy, Hit
from frontdesk.texts import Texts


def why_found(texts: Texts, hit: Hit) -> str:
    """What matched what was typed; empty where the name says it."""
    match hit.found_by:
        case FoundBy.SOUND:
            return texts.gettext("Sounds like it")
        case FoundBy.PHONE:
            return texts.gettext("Phone: {number}").format(number=hit.matched)
        case FoundBy.NOTE:
            return texts.gettext("Note: {note}").format(note=hit.matched)
        case FoundBy.USUAL:
            return texts.gettext("Usually: {products}").format(products=hit.matched)
        case FoundBy.NAME:
            return ""
