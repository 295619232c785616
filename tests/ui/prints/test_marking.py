"""Nothing of a practice reaches paper without its mark: whoever prints past the common way marks it too."""

from pathlib import Path

import frontdesk.ui

UI = Path(frontdesk.ui.__file__).parent
WAYS_OUT = ("save_cards", "write_pdf(", "paint_pages(", "QPrinter(", "QPdfWriter(", "receipt_image(")
COMMON_WAY = UI / "prints" / "printer.py"


def test_every_page_that_brings_something_to_paper_asks_for_the_mark() -> None:
    sources = {file: file.read_text(encoding="utf-8") for file in UI.rglob("*.py") if file != COMMON_WAY}
    printing = {file for file, source in sources.items() if any(way in source for way in WAYS_OUT)}
    unmarked = [str(file.relative_to(UI)) for file in printing if "mark_of(" not in sources[file]]
    assert not unmarked, f"prints without the mark of a practice (see ui/prints/marking.py): {unmarked}"
    assert len(printing) >= 3  # or it looks for what is no longer called so
