"""Customers brought in from other systems' files, and taken out again as a whole.

An import is one act in many slices. Each slice is a short job of the writer, so that a stamp in between
never waits. The first job records the act, the others carry it on. Whatever stops an import (a crash, a full
disk, somebody's wish) leaves what came in until then as an unfinished batch: it can be undone, or the same
file is run again and brings the rest.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.importing.import_batches import (
    Fate,
    ImportBatch,
    ImportDone,
    ImportPreview,
    ReadyRewards,
)
from frontdesk.domain.importing.imports import ReadFile
from frontdesk.domain.people.photos import BadPhoto, Photo
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import clean_line
from frontdesk.interchange.files import read_file
from frontdesk.services.gesture import Begun, begin
from frontdesk.services.importing.import_matching import Incoming, InFile, Match
from frontdesk.services.importing.import_plan import ImportPlan
from frontdesk.services.importing.import_rows import RowUndoer, RowWriter, Slice, has_left
from frontdesk.services.loyalty.stamping import LoyaltyService
from frontdesk.services.people.photos import PhotoService
from frontdesk.services.shop import ShopService
from frontdesk.storage.importing import imports
from frontdesk.storage.importing.column_choices import chosen_columns
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]

SLICE_SECONDS: Final = 0.012
"""A slice ends after the row with which this is passed; with its commit it stays under 20 ms."""

ROWS_AHEAD: Final = 50
READING_SHARE: Final = 70
SOURCE_LIMIT: Final = 200

_Planned = tuple[Incoming, Match, Photo | None]


class ImportService:
    """`preview`, `run` and `undo` are slow and belong on a worker thread; they submit their own writes.

    `act` makes the act of whoever is at the till; `now` is UTC in milliseconds.
    """

    def __init__(
        self,
        store: Store,
        shop: ShopService,
        loyalty: LoyaltyService,
        photos: PhotoService,
        act: Callable[[], Act],
        now: Callable[[], int],
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._shop = shop
        self._loyalty = loyalty
        self._photos = photos
        self._act = act
        self._now = now
        self._timer = timer
        self._one_at_a_time = Lock()

    # --- looking ---

    def batches(self) -> tuple[ImportBatch, ...]:
        """Every import that brought something, the latest first."""
        return imports.batches(self._store.read())

    def preview(self, path: Path, progress: Progress | None = None) -> ImportPreview:
        """What importing a file would do; writes nothing. Raises `BadFile`.

        `progress` may raise to stop it.
        """
        tell = progress or _silent
        chosen = chosen_columns(self._store.read())
        file = read_file(path, lambda done, total: tell(done * READING_SHARE // max(total, 1), 100), chosen)
        rest = 100 - READING_SHARE
        plan = self._plan(file)
        rows = tuple(plan.preview(lambda done, total: tell(READING_SHARE + done * rest // total, 100)))
        tell(100, 100)
        programme = self._shop.facts().main_programme
        fates = [row.fate for row in rows]
        return ImportPreview(
            kind=file.kind,
            source=clean_line(path.name[:SOURCE_LIMIT]),
            new=fates.count(Fate.NEW),
            matched=fates.count(Fate.MATCHED),
            unchanged=fates.count(Fate.UNCHANGED) + fates.count(Fate.LEFT),
            bad=len(file.bad),
            left_out=sum(bool(row.left_out) for row in rows),
            photos=sum(row.photo is not None for row in file.rows),
            rows=rows,
            bad_rows=file.bad,
            ready=ReadyRewards.of(plan.brought.values(), programme.price_at(self._now()))
            if programme
            else ReadyRewards(),
            file=file,
        )

    def _plan(self, file: ReadFile) -> ImportPlan:
        return ImportPlan(self._store.read(), self._shop, file, self._now())

    # --- bringing in ---

    def run(
        self,
        preview: ImportPreview,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        photos_allowed: bool = False,
    ) -> ImportDone:
        """Bring in what the preview showed, matched anew: running it twice adds nobody twice.

        Photos come in only when the shop says that the people on them agreed (`photos_allowed`), which is
        recorded as their consent. Raises `Refused` ONLY_MANAGER, and NO_PROGRAMME where old stamps have no
        card to go to; `NotSaved` or `NotSure` leave an unfinished import.
        """
        if not (preview.new or preview.matched or (photos_allowed and preview.photos)):
            return ImportDone(None, 0, 0, Changes(), left_out=preview.left_out)
        if self._shop.facts().main_programme is None and any(row.stamps for row in preview.file.rows):
            raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)
        with self._one_at_a_time:
            return self._run(preview, progress or _silent, cancelled or _never, photos_allowed)

    def _run(
        self, preview: ImportPreview, tell: Progress, cancelled: Callable[[], bool], photos_allowed: bool
    ) -> ImportDone:
        act = self._act()
        batch_id, gesture_id = self._store.submit(
            lambda: self._begin_batch(act, preview.source), act
        ).result()
        done = ImportDone(batch_id, 0, 0, Changes(everything=True))
        rows, total = self._plan(preview.file).matched(), len(preview.file.rows)
        at = 0
        while chunk := list(islice(rows, ROWS_AHEAD)):
            planned, bad_photos = self._with_photos(chunk, photos_allowed)
            done = replace(done, photos_left_out=done.photos_left_out + bad_photos)
            while planned:
                if cancelled():
                    return replace(done, stopped=True)
                part = partial(self._bring_in, act, gesture_id, batch_id, preview.file, planned)
                count, added, updated, left_out = self._store.submit(part).result()
                del planned[:count]
                done = replace(
                    done,
                    added=done.added + added,
                    updated=done.updated + updated,
                    left_out=done.left_out + left_out,
                )
                at += count
                tell(at, total)
        self._store.submit(lambda: imports.finish(self._store.write(), batch_id)).result()
        return done

    def _begin_batch(self, act: Act, source: str) -> tuple[int, int]:
        begun = begin(self._store, act, "IMPORT", needs=Role.MANAGER)
        assert begun is not None, "an import makes its own act"
        return imports.add_batch(begun.db, self._store.new_id, act, begun.id, source), begun.id

    def _with_photos(
        self, chunk: list[tuple[Incoming, Match]], photos_allowed: bool
    ) -> tuple[list[_Planned], int]:
        """Make pictures fit to keep, here and not on the writer's thread; and how many were no pictures."""
        planned: list[_Planned] = []
        bad = 0
        for row, match in chunk:
            photo = None
            if photos_allowed and row.photo is not None:
                try:
                    photo = self._photos.prepare(row.photo)
                except BadPhoto:
                    bad += 1
            planned.append((row, match, photo))
        return planned, bad

    def _bring_in(
        self, act: Act, gesture_id: int, batch_id: int, file: ReadFile, planned: list[_Planned]
    ) -> tuple[int, int, int, int]:
        """One slice, in the writer: how many rows it took, added, updated, and did not take in whole."""
        db = self._store.write()
        writer = RowWriter(self._slice(act, gesture_id), batch_id)
        count = added = updated = 0
        until = self._timer() + SLICE_SECONDS
        for row, match, photo in planned:
            known = self._known(batch_id, file, match)
            if known is None and has_left(db, match):
                writer.left_out += 1
            elif known is None:
                writer.add(row, photo)
                added += 1
            elif writer.complete(known, row, photo):
                updated += 1
            count += 1
            if self._timer() >= until:
                break
        imports.count(db, batch_id, added, updated)
        return count, added, updated, writer.left_out

    def _known(self, batch_id: int, file: ReadFile, match: Match) -> int | None:
        """The record that answers for a match now; None when there is none, or it was taken out meanwhile."""
        db = self._store.write()
        if isinstance(match, InFile):
            id_ = imports.customer_of_line(db, batch_id, file.rows[match.row].line)
        else:
            id_ = match.customer_id if match else None
        return customers.root_of(db, id_) if id_ is not None else None

    # --- taking out ---

    def undo(self, batch_id: int, progress: Progress | None = None) -> ImportDone:
        """Take a whole import back, finished or not. A repeat after a crash goes on where it broke off.

        Customers whom it added are taken out of sight, unless they have visits of their own by now or were
        merged: those stay, and are counted as `kept`. Stamps are reversed exactly, for all. What it had
        filled in is emptied again unless somebody changed it since.
        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, ONLY_MANAGER.
        """
        tell = progress or _silent
        with self._one_at_a_time:
            fresh = self._act()
            act, gesture_id, undone_id = self._store.submit(
                lambda: self._begin_undo(fresh, batch_id), fresh
            ).result()
            done = ImportDone(batch_id, 0, 0, Changes(everything=True))
            total, at = imports.item_count(self._store.read(), batch_id), 0
            below: int | None = imports.NEWEST
            while below is not None:
                part = partial(self._take_out, act, gesture_id, undone_id, batch_id, below)
                below, added, updated, kept = self._store.submit(part).result()
                done = replace(
                    done, added=done.added + added, updated=done.updated + updated, kept=done.kept + kept
                )
                at += added + updated + kept
                tell(at, total)
            return done

    def _begin_undo(self, fresh: Act, batch_id: int) -> tuple[Act, int, int]:
        """The act that undoes, its key, and the key of the act that is undone."""
        found = imports.batch(self._store.write(), batch_id)
        if found is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        batch, undone_id = found
        if batch.undone:
            raise Refused(RefusalCode.ALREADY_UNDONE)
        under_way = imports.undo_under_way(self._store.write(), undone_id)
        if under_way is not None:
            return *under_way, undone_id
        begun = begin(self._store, fresh, "UNDO_IMPORT", undoes_id=undone_id, needs=Role.MANAGER)
        assert begun is not None, "an undo makes its own act"
        return fresh, begun.id, undone_id

    def _take_out(
        self, act: Act, gesture_id: int, undone_id: int, batch_id: int, below: int
    ) -> tuple[int | None, int, int, int]:
        """One slice, in the writer: where it came to (None at the end); how many went out, back, stayed."""
        db = self._store.write()
        undoer = RowUndoer(self._slice(act, gesture_id), undone_id)
        items = imports.items_before(db, batch_id, below, ROWS_AHEAD)
        out = back = kept = 0
        until = self._timer() + SLICE_SECONDS
        for item in items:
            below = item.id
            if not item.added:
                undoer.put_back(item)
                back += 1
            elif undoer.remove(item):
                out += 1
            else:
                kept += 1
            if self._timer() >= until:
                break
        if not items:
            imports.mark_undone(db, batch_id, gesture_id)
        return (below if items else None), out, back, kept

    def _slice(self, act: Act, gesture_id: int) -> Slice:
        begun = Begun(self._store.write(), gesture_id)
        return Slice(self._store.new_id, self._loyalty, act, begun, self._shop.settings().language)


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""


def _never() -> bool:
    return False
