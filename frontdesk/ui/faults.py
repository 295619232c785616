"""What went wrong, in words for the notice bar."""

import logging

from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.services.errors import NotSaved, NotSure
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.refusals import input_sentence, refusal_sentence

log = logging.getLogger(__name__)


def sentence_for(error: Exception) -> str:
    """One sentence for staff: what was not done, and the nearest thing that helps."""
    match error:
        case Refused():
            return refusal_sentence(LANGUAGE.texts, error)
        case BadInput():
            return input_sentence(LANGUAGE.texts, error)
        case NotSure():
            return tr("It is not certain that this was saved. Look at the card before you try again.")
        case NotSaved():
            return tr("Nothing was saved. Try again, and look at the disk if it happens again.")
    return _other_sentence(error)


def _other_sentence(error: Exception) -> str:
    """Photos and files have their own sentences; anything else is a fault of ours and goes to the log."""
    if isinstance(error, ValueError) and hasattr(error, "code"):
        return input_sentence(LANGUAGE.texts, error)
    log.error("an act failed unexpectedly: %s", type(error).__name__, exc_info=error)
    return tr("Something went wrong and was written to the log. Nothing else was changed.")
