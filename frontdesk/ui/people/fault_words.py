"""What is wrong with a form's field, as the sentence that stands beside it."""

from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.form_state import OLDEST_YEAR, Fault, FormFault
from frontdesk.wording.refusals import input_sentence, refusal_sentence


def fault_words(fault: Fault) -> str:
    """One sentence for the cashier, in the language spoken now."""
    match fault:
        case BadInput():
            return input_sentence(LANGUAGE.texts, fault)
        case FormFault.NO_SUCH_DAY:
            return tr("There is no such day. Check the day and the month.")
        case FormFault.DAY_AND_MONTH:
            return tr("A birthday needs its day and its month. The year may be left out.")
        case FormFault.NO_SUCH_YEAR:
            return tr("Check the year. It lies between {first} and now.", first=OLDEST_YEAR)
        case FormFault.NO_BIRTHDAY_CONSENT:
            return tr("A birthday needs the customer's yes. Ask and tick the box, or leave it empty.")
        case FormFault.NO_PHOTO_CONSENT:
            return refusal_sentence(LANGUAGE.texts, Refused(RefusalCode.NO_PHOTO_CONSENT))
