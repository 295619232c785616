"""The five short questions of a feedback card, its faces and its boxes, as a customer reads them."""

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.texts import Texts
from frontdesk.wording.contact_points import contact_point_name


def question_text(texts: Texts, topic: Topic) -> str:
    """The question that comes with the program."""
    match topic:
        case Topic.VISIT:
            return texts.gettext("How was this visit?")
        case Topic.LIKED:
            return texts.gettext("What did you like?")
        case Topic.DISLIKED:
            return texts.gettext("What did you not like?")
        case Topic.CHANGE:
            return texts.gettext("What would you change?")
        case Topic.BETTER:
            return texts.gettext("What could we do better?")


def mood_name(texts: Texts, mood: Mood) -> str:
    """What a face says, for whoever does not see it."""
    match mood:
        case Mood.BAD:
            return texts.pgettext("face of a visit", "Bad")
        case Mood.POOR:
            return texts.pgettext("face of a visit", "Not good")
        case Mood.FAIR:
            return texts.pgettext("face of a visit", "All right")
        case Mood.GOOD:
            return texts.pgettext("face of a visit", "Good")
        case Mood.VERY_GOOD:
            return texts.pgettext("face of a visit", "Very good")


def box_name(texts: Texts, point: ContactPoint) -> str:
    """What a box is for: short, and in a customer's words rather than in the shop's."""
    match point:
        case ContactPoint.PRODUCT:
            return texts.pgettext("box of a feedback card", "What I had")
        case ContactPoint.SERVICE:
            return texts.pgettext("box of a feedback card", "The people")
        case ContactPoint.QUEUE:
            return texts.pgettext("box of a feedback card", "Waiting")
        case ContactPoint.PLACE:
            return texts.pgettext("box of a feedback card", "The place")
        case ContactPoint.ORDER:
            return texts.pgettext("box of a feedback card", "Ordering")
        case ContactPoint.PAYING:
            return texts.pgettext("box of a feedback card", "Paying")
        case _:
            return contact_point_name(texts, point)
