"""What became of a receipt, for staff: what is wrong at the printer, and what helps."""

from frontdesk.domain.paper.receipts import (
    DevicePrinter,
    NetworkPrinter,
    QueuePrinter,
    ReceiptFate,
    ReceiptPrinter,
)
from frontdesk.texts import Texts


def receipt_sentence(texts: Texts, fate: ReceiptFate, printer: ReceiptPrinter | None) -> str:
    """One sentence or two."""
    place = _place(printer)
    match fate:
        case ReceiptFate.DONE:
            return texts.gettext("It was sent to the receipt printer.")
        case ReceiptFate.CANCELLED:
            return texts.gettext("Stopped. What had reached the receipt printer may still come out.")
        case ReceiptFate.NO_PRINTER:
            return texts.gettext(
                "No receipt printer is set. Write where it is under Settings, Cards and printing."
            )
        case ReceiptFate.UNREACHABLE:
            said = texts.gettext(
                "The receipt printer at {place} does not answer. Is it switched on, and in this network?"
            )
        case ReceiptFate.REFUSED:
            said = texts.gettext(
                "What is at {place} takes no receipts there. Check the printer's address and its port."
            )
        case ReceiptFate.BROKE_OFF:
            said = texts.gettext("The receipt printer stopped in the middle. Look at it, then try again.")
        case ReceiptFate.STUCK:
            said = texts.gettext("The receipt printer takes nothing. Has it paper, and is its cover shut?")
        case ReceiptFate.NO_DEVICE:
            said = texts.gettext("There is no printer at {place}. Is it switched on and plugged in?")
        case ReceiptFate.NO_RIGHT:
            said = texts.gettext(
                "This user may not print on {place}. Add this user to the group lp, then log in anew."
            )
        case ReceiptFate.NO_QUEUE:
            said = texts.gettext("This computer has no printer queue called {place}. Check its name.")
        case ReceiptFate.NO_CUPS:
            said = texts.gettext(
                "This computer lacks the program lp, which printer queues need. Install cups-client, or use "
                "the printer's own address."
            )
        case ReceiptFate.FAILED:
            said = texts.gettext("The receipt did not come out. Look at the printer, then try again.")
    return said.format(place=place)


def _place(printer: ReceiptPrinter | None) -> str:
    match printer:
        case NetworkPrinter(host, port):
            return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        case DevicePrinter(path):
            return path
        case QueuePrinter(name):
            return name
    return ""
