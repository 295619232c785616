"""`frontdesk import FILE`: customers from another system's CSV or vCard file, seen before they are saved."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import progress_line, say
from frontdesk.config import Paths
from frontdesk.texts import Texts
from frontdesk.wording.imports import left_out_sentence, row_sentence

if TYPE_CHECKING:
    from frontdesk.domain.import_batches import ImportDone, ImportPreview

NAME: Final = "import"
ROWS_SHOWN: Final = 20


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="bring customers in from a CSV or vCard file",
        description="Bring customers in from Square, Google, a phone or a spreadsheet (CSV, vCard).",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the CSV or vCard file")
    parser.add_argument("--dry-run", action="store_true", help="show what would come in, and save nothing")
    parser.add_argument(
        "--photos-agreed",
        action="store_true",
        help="bring photos too: everybody on them agreed that the shop keeps them",
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Preview, then import. Refuses while the shop's window is open; a preview alone does not mind it."""
    from frontdesk.bootstrap import open_desk

    desk = open_desk(paths, beside=args.dry_run)
    try:
        with progress_line(texts.gettext("Reading the file")) as progress:
            preview = desk.imports.preview(args.file, progress)
        _say_preview(texts, preview)
        if args.dry_run:
            say(texts.gettext("Nothing was saved: this was only a look."))
            return 0
        with progress_line(texts.gettext("Bringing customers in")) as progress:
            done = desk.imports.run(preview, progress, photos_allowed=args.photos_agreed)
        _say_done(texts, done, photos_left=preview.photos if not args.photos_agreed else 0)
        return 0
    finally:
        desk.close()


def _say_preview(texts: Texts, preview: "ImportPreview") -> None:
    say(
        texts.gettext(
            "New: {new}. Known, with something to add: {matched}. Known already: {unchanged}. "
            "Cannot come in: {bad}."
        ).format(new=preview.new, matched=preview.matched, unchanged=preview.unchanged, bad=preview.bad)
    )
    if preview.left_out:
        say(left_out_sentence(texts, preview.left_out))
    troubles = [(row.line, row.reason) for row in preview.bad_rows]
    troubles += [(row.line, left.reason) for row in preview.rows for left in row.left_out]
    for line, reason in sorted(troubles)[:ROWS_SHOWN]:
        say(texts.gettext("Line {line}: {reason}").format(line=line, reason=row_sentence(texts, reason)))
    more = len(troubles) - ROWS_SHOWN
    if more > 0:
        say(texts.ngettext("and {n} more line", "and {n} more lines", more).format(n=more))


def _say_done(texts: Texts, done: "ImportDone", photos_left: int) -> None:
    say(
        texts.gettext("Added: {added}. Completed with what was missing: {updated}.").format(
            added=done.added, updated=done.updated
        )
    )
    if photos_left:
        say(
            texts.ngettext(
                "{n} photo stayed out. If these people agreed to photos, import again with --photos-agreed.",
                "{n} photos stayed out. If these people agreed to photos, import again with --photos-agreed.",
                photos_left,
            ).format(n=photos_left)
        )
    if done.batch_id is not None:
        say(texts.gettext("The whole import can be undone in the settings, under Import."))
