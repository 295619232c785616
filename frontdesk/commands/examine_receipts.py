"""The receipt printer, where the shop has one: does it answer? Asked only when somebody wants to know."""

from collections.abc import Iterator
from contextlib import suppress

from frontdesk.commands.findings import Finding, good, worth_knowing
from frontdesk.config import Paths
from frontdesk.domain.paper.receipts import ReceiptFate, parse_receipt_printer
from frontdesk.texts import Texts


def examine_receipts(paths: Paths, texts: Texts) -> Iterator[Finding]:
    """Nothing is printed. A shop that cannot be read is told elsewhere."""
    from frontdesk.printing.receipt_out import reach_receipt_printer
    from frontdesk.storage import shop
    from frontdesk.storage.database import StoreError
    from frontdesk.storage.opening import opened
    from frontdesk.wording.receipts import receipt_sentence

    place = ""
    with suppress(StoreError), opened(paths.store) as db:
        place = shop.settings(db).receipt_printer
    printer = parse_receipt_printer(place)
    if printer is None:
        yield worth_knowing("receipts", receipt_sentence(texts, ReceiptFate.NO_PRINTER, None))
        return
    fate = reach_receipt_printer(printer)
    if fate is ReceiptFate.DONE:
        yield good("receipts", texts.gettext("The receipt printer answers."))
    else:
        yield worth_knowing("receipts", receipt_sentence(texts, fate, printer))
