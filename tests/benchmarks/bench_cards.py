"""A thousand feedback cards to one PDF, and every one of them read back by two readers."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from frontdesk.domain.paper.codes import CodeKind, new_code
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.page import BUSINESS_CARDS
from frontdesk.printing.session import ensure_gui
from frontdesk.printing.sheet import write_pdf
from frontdesk.texts import CUSTOMER_LANGUAGES
from tests.benchmarks.figures import Figure, timed
from tests.printing.feedback_samples import sample

CARDS = 1000
DPI = 300
MOST_SECONDS = 10.0


def cards() -> list[FeedbackPrint]:
    """Cards in every language, with a face, each with a code and a customer of its own."""
    languages = list(CUSTOMER_LANGUAGES)
    key = bytes(range(32))
    made = []
    for number in range(CARDS):
        code = new_code(CodeKind.FEEDBACK, key, number.to_bytes(5, "big"))
        language = languages[number % len(languages)]
        made.append(sample(language=language, code=code, number=number, name=f"Regular {number}"))
    return made


def run(scratch: Path) -> list[Figure]:
    ensure_gui()
    path, prints = scratch / "cards.pdf", cards()
    seconds = timed(lambda: write_pdf(path, prints, BUSINESS_CARDS, "Feedback cards")) / 1000
    expected = [each.card.url for each in prints]
    readers = {"zxing": [text for page in _pages(path) for text in _zxing(page)]}
    if shutil.which("zbarimg") is not None:
        readers["zbar"] = [text for page in _pages(path) for text in _zbar(page, scratch)]
    read = ", ".join(f"{name} reads {len(set(texts) & set(expected))}" for name, texts in readers.items())
    all_read = all(texts == expected for texts in readers.values())
    size = path.stat().st_size / 1e6
    return [
        Figure(
            f"{CARDS:,} cards to PDF",
            f"{seconds:.1f} s, {size:.1f} MB; {read}",
            f"≤ {MOST_SECONDS:.0f} s, all decode",
            seconds <= MOST_SECONDS and all_read,
        )
    ]


def _pages(path: Path) -> Iterator[list[Image.Image]]:
    """Each page cut into its cards, as they come from a 300 dpi printer."""
    scale = DPI / 25.4
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            sheet = page.render(scale=DPI / 72).to_pil().convert("L")
            yield [
                sheet.crop(tuple(round(side * scale) for side in place.getCoords()))
                for place in BUSINESS_CARDS.places()
            ]


def _zxing(page: list[Image.Image]) -> list[str]:
    return [found.text for card in page for found in zxingcpp.read_barcodes(card)]


def _zbar(page: list[Image.Image], scratch: Path) -> list[str]:
    files = [scratch / f"card-{number}.pgm" for number in range(len(page))]
    for card, file in zip(page, files, strict=True):
        card.save(file)
    ran = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--nodbus", *files], capture_output=True, text=True, check=False
    )
    return ran.stdout.split()
