"""Practising on a copy of the shop, in sentences."""

from frontdesk.domain.faults import StoreFault
from frontdesk.texts import Texts


def no_copy_sentence(texts: Texts, fault: StoreFault | None) -> str:
    """Why there is no copy to practise on, and what helps. The shop itself is as it was."""
    match fault:
        case StoreFault.DISK_FULL:
            return texts.gettext(
                "There is too little room on the disk for a copy to practise on. "
                "Make some room, then try again. Nothing has changed in the shop."
            )
        case StoreFault.READ_ONLY_FOLDER:
            return texts.gettext(
                "No copy to practise on can be made beside the shop's folder. Give yourself the right to "
                "write there, and take away what else lies in the practice folder. Nothing has changed in "
                "the shop."
            )
    return texts.gettext(
        "The copy to practise on could not be made. It is written in the log, and nothing has changed in the "
        "shop."
    )


def what_is_real(texts: Texts) -> tuple[str, ...]:
    """What somebody is told before a practice begins: what in it is real and what is not."""
    return (
        texts.gettext(
            "You practise on a copy of the shop as it is now: real people, real faces, their real stamps."
        ),
        texts.gettext(
            "Nothing that you do there counts. When you go back, the copy is deleted and all is forgotten."
        ),
        texts.gettext(
            "Nothing goes to anybody: no message, no backup, nothing on the customer's screen. What is "
            "printed has PRACTICE written across it."
        ),
        texts.gettext(
            "The real counter goes on behind it. One tap brings you back, also while a customer is waiting."
        ),
    )
