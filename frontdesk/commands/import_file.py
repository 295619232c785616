"""`frontdesk import FILE`: customers from another system's CSV or vCard file, seen before they are saved; or
a whole shop from an archive, where there is none yet.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.console import assert_shop, progress_line, say
from frontdesk.config import Paths
from frontdesk.domain.importing.archives import ENDING
from frontdesk.texts import Texts
from frontdesk.wording.imports import (
    left_out_sentence,
    outcome_sentences,
    ready_sentence,
    row_sentence,
    value_sentence,
)

if TYPE_CHECKING:
    from frontdesk.domain.importing.import_batches import ImportDone, ImportPreview, PreviewRow

NAME: Final = "import"
TROUBLES_SHOWN: Final = 20
ROWS_SHOWN: Final = 200


def add_parser(subparsers: Any) -> None:
    """Add this command's words."""
    parser = subparsers.add_parser(
        NAME,
        help="bring customers in from a CSV or vCard file, or a whole shop from an archive",
        description="Bring customers in from Square, Google, a phone or a spreadsheet (CSV, vCard). Or make a"
        " shop of a ZIP that “frontdesk export --everything” has written, where there is none yet.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the CSV or vCard file, or the archive (ZIP)")
    parser.add_argument("--dry-run", action="store_true", help="only show who would come in; save nothing")
    parser.add_argument(
        "--photos-agreed",
        action="store_true",
        help="bring photos too: everybody on them agreed that the shop keeps them",
    )


def run(args: argparse.Namespace, paths: Paths, texts: Texts) -> int:
    """Preview, then import. Refuses while the shop's window is open; a preview alone does not mind it."""
    if args.file.suffix.lower() == ENDING:
        return _held(args.file, texts) if args.dry_run else _whole_shop(args.file, paths, texts)
    assert_shop(paths, texts)
    from frontdesk.bootstrap import open_desk
    from frontdesk.commands.shell_owner import act_as_owner

    desk = open_desk(paths, beside=args.dry_run)
    try:
        act_as_owner(desk)
        with progress_line(texts.gettext("Reading the file")) as progress:
            preview = desk.imports.preview(args.file, progress)
        _say_preview(texts, preview)
        if args.dry_run:
            _say_lines(texts, _rows(texts, preview), ROWS_SHOWN)
            say(texts.gettext("Nothing was saved: this was only a look."))
            return 0
        _say_lines(texts, _troubles(texts, preview), TROUBLES_SHOWN)
        with progress_line(texts.gettext("Bringing customers in")) as progress:
            done = desk.imports.run(preview, progress, photos_allowed=args.photos_agreed)
        _say_done(texts, done, photos_left=preview.photos if not args.photos_agreed else 0)
        return 0
    finally:
        desk.close()


def _held(archive: Path, texts: Texts) -> int:
    """Say which shop is in an archive."""
    from frontdesk.services.importing.archive import look_into
    from frontdesk.wording.archive import held_sentence

    say(held_sentence(texts, look_into(archive)))
    say(texts.gettext("Nothing was saved: this was only a look."))
    return 0


def _whole_shop(archive: Path, paths: Paths, texts: Texts) -> int:
    """Make the shop of an archive, and put it in its place as a backup is."""
    from frontdesk.bootstrap import system_clock
    from frontdesk.services.importing.archive import take_in
    from frontdesk.services.trust.backups import restore
    from frontdesk.wording.archive import faults_sentence, ledger_sentence, taken_in_sentence

    with progress_line(texts.gettext("Reading the file")) as progress:
        taken = take_in(paths, archive, clock=system_clock, progress=progress)
    assert taken is not None, "nobody cancels it here"
    restore(paths, taken.made.path, clock=system_clock)
    said = (taken_in_sentence(texts, taken.described), faults_sentence(texts, taken.faults))
    for sentence in (*said, ledger_sentence(texts)):
        if sentence:
            say(sentence)
    return 0


def _say_preview(texts: Texts, preview: "ImportPreview") -> None:
    say(
        texts.gettext(
            "New: {new}. Known, with something to add: {matched}. Known already: {unchanged}. "
            "Cannot come in: {bad}."
        ).format(new=preview.new, matched=preview.matched, unchanged=preview.unchanged, bad=preview.bad)
    )
    if preview.left_out:
        say(left_out_sentence(texts, preview.left_out))
    if preview.ready.customers:
        say(ready_sentence(texts, preview.ready))


def _rows(texts: Texts, preview: "ImportPreview") -> list[tuple[int, str]]:
    """Every row; first those that somebody may want to mend, then the others, as they stand in the file."""
    bad = [(row.line, _cells(row.detail, outcome_sentences(texts, row))) for row in preview.bad_rows]
    to_mend_first = sorted(preview.rows, key=lambda row: (not row.left_out, row.line))
    return bad + [(row.line, _row(texts, row)) for row in to_mend_first]


def _row(texts: Texts, row: "PreviewRow") -> str:
    stamps = texts.ngettext("{n} stamp", "{n} stamps", row.stamps).format(n=row.stamps) if row.stamps else ""
    return _cells(row.name, row.phone, stamps, outcome_sentences(texts, row))


def _cells(*cells: str) -> str:
    return " · ".join(filter(None, cells))


def _troubles(texts: Texts, preview: "ImportPreview") -> list[tuple[int, str]]:
    """What does not come in, in the order of the file."""
    bad = [(row.line, row_sentence(texts, row.reason)) for row in preview.bad_rows]
    left_out = [(row.line, value_sentence(texts, left)) for row in preview.rows for left in row.left_out]
    return sorted([*bad, *left_out])


def _say_lines(texts: Texts, lines: list[tuple[int, str]], most: int) -> None:
    for line, said in lines[:most]:
        say(texts.gettext("Line {line}: {reason}").format(line=line, reason=said))
    more = len(lines) - most
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
        say(texts.gettext("The whole import can be undone in the settings, under “Import and export”."))
