"""`frontdesk cards`: feedback cards with codes of their own, in each format, as a PDF."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import CommandFailed, progress_line, say
from frontdesk.config import Paths
from frontdesk.domain.feedback.feedback_cards import SHARED, CardFormat
from frontdesk.domain.finding.folding import words
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts
from frontdesk.wording.prints import language_name

if TYPE_CHECKING:
    from frontdesk.bootstrap import FrontDesk
    from frontdesk.domain.feedback.feedback_cards import FeedbackCard
    from frontdesk.domain.people.customers import Customer

NAME: Final = "cards"
USUAL_COUNTS: Final = {CardFormat.CARD: 10, CardFormat.FORM: 4}
"""A page full; of any other format there is one."""
_FORMATS: Final = {each.value.lower(): each for each in CardFormat if each is not CardFormat.SCREEN}


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="print feedback cards to a PDF",
        description="Record feedback cards, each with a code of its own, and write them to a PDF to print.",
    )
    parser.add_argument(
        "--count", type=_count, metavar="N", help="how many cards (a page full, or 1 with --customer)"
    )
    parser.add_argument(
        "--format",
        dest="card_format",
        choices=list(_FORMATS),
        default="card",
        help="card (the usual), form (A6, all questions), tent, poster, or receipt",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the PDF to write")
    parser.add_argument(
        "--language",
        dest="card_language",
        choices=list(CUSTOMER_LANGUAGES),
        metavar="CODE",
        help=f"the language on the cards: {', '.join(CUSTOMER_LANGUAGES)} (the customer's, or else the one "
        "that the settings have for cards)",
    )
    parser.add_argument("--customer", metavar="NAME", help="one customer, by name or phone, to thank by name")


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Issue and write the cards. Works beside an open window."""
    from frontdesk.bootstrap import open_desk

    desk = open_desk(paths, beside=True)
    try:
        customer = _customer(desk, args.customer, texts) if args.customer else None
        own = customer.language if customer else ""
        language = args.card_language or own or desk.shop.settings().cards_language
        customer_id = customer.id if customer else None
        _check_place(args.out, texts)
        format = _FORMATS[args.card_format]
        count = args.count or (1 if customer else USUAL_COUNTS.get(format, 1))
        issued = desk.submit(
            desk.feedback.issue, desk.act(), count, language, customer_id, format=format
        ).result()
        name = customer.told_name if customer and format not in SHARED else ""
        _write(args.out, issued.cards, desk, name, texts)
    finally:
        desk.close()
    say(
        texts.ngettext(
            "{n} card was written to {file}. Its language: {language}.",
            "{n} cards were written to {file}. Their language: {language}.",
            count,
        ).format(n=count, file=args.out, language=language_name(texts, language))
    )
    return 0


def _check_place(path: Path, texts: Texts) -> None:
    """Before cards are recorded: one that was is on the books, printed or not."""
    from frontdesk.printing.part_file import PartFile

    try:
        PartFile(path.absolute()).discard()
    except OSError as error:
        raise CommandFailed(_no_place_sentence(texts, path)) from error


def _no_place_sentence(texts: Texts, path: Path) -> str:
    return texts.gettext(
        "{file} could not be written. Name a file in a folder that exists, on a disk with room."
    ).format(file=path)


def _write(
    path: Path, cards: "tuple[FeedbackCard, ...]", desk: "FrontDesk", customer_name: str, texts: Texts
) -> None:
    from frontdesk.printing.feedback_prints import feedback_page, feedback_print
    from frontdesk.printing.sheet import CannotWrite, write_pdf

    setting = desk.feedback.setting(cards[0].language)
    prints = [feedback_print(card, setting, customer_name) for card in cards]
    paper = desk.shop.settings().receipt_width
    layout = feedback_page(prints[0], single=len(prints) == 1, paper=paper)
    try:
        with progress_line(texts.gettext("Drawing cards")) as progress:
            write_pdf(path.absolute(), prints, layout, texts.gettext("Feedback cards"), progress)
    except CannotWrite as error:
        raise CommandFailed(_no_place_sentence(texts, path)) from error


def _customer(desk: "FrontDesk", text: str, texts: Texts) -> "Customer":
    """The one customer that is meant: by the whole name, before names that begin with it.

    Two of a name are no guess to make on a printed card.
    """
    hits = desk.search.find(text)
    if not hits:
        raise CommandFailed(
            texts.gettext("Nobody here is called that. Try a part of the name, or the phone.")
        )
    meant = [hit for hit in hits if words(hit.name) == words(text)] or hits
    if len(meant) > 1:
        raise CommandFailed(texts.gettext("More than one customer fits. Write the full name, or the phone."))
    return desk.customers.get(meant[0].customer_id)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError("must be a number above 0")
    return int(text)
