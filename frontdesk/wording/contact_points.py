"""The points of contact of a visit, each in a word or two."""

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.texts import Texts


def contact_point_name(texts: Texts, point: ContactPoint) -> str:
    """Where in a visit it was, as on a chip."""
    match point:
        case ContactPoint.SIGN:
            return texts.pgettext("point of contact", "Sign, advert")
        case ContactPoint.DOOR:
            return texts.pgettext("point of contact", "Door")
        case ContactPoint.QUEUE:
            return texts.pgettext("point of contact", "Queue")
        case ContactPoint.ORDER:
            return texts.pgettext("point of contact", "Ordering")
        case ContactPoint.PRODUCT:
            return texts.pgettext("point of contact", "Product")
        case ContactPoint.SERVICE:
            return texts.pgettext("point of contact", "Service")
        case ContactPoint.PLACE:
            return texts.pgettext("point of contact", "Room, table")
        case ContactPoint.PAYING:
            return texts.pgettext("point of contact", "Paying")
        case ContactPoint.LEAVING:
            return texts.pgettext("point of contact", "Leaving")
