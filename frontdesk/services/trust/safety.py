"""Is the shop's data safe? A second place for its backups, and how old all of it is. None of it is for the UI
thread, and none of it stands in the counter's way.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.safety import (
    FEWEST_DAYS,
    MOST_DAYS,
    PlaceFault,
    SafetyGlance,
    SecondPlace,
    drill_is_due,
)
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.shop import ShopService
from frontdesk.services.trust.backups import BackupService
from frontdesk.storage.database import Db
from frontdesk.storage.shop import save_value
from frontdesk.storage.store import Store
from frontdesk.storage.trust import drills, second_place
from frontdesk.storage.trust.second_place import COPIED, DAYS, FAULT, FOLDER, FOLDER_OF, NoSecondPlace

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_LOOK_EVERY: Final = 0.2
"""Seconds after which a copy that waits for another looks whether it is still wanted."""


@dataclass(frozen=True, slots=True)
class PlaceSaved:
    """The second place as it is set now; `fault` is why the folder that was chosen cannot be it."""

    place: SecondPlace
    fault: PlaceFault | None = None
    changes: Changes = field(default_factory=lambda: Changes(shop=True))


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in both places, the latest first; `there` is None where the second place is not at hand."""

    here: tuple[BackupMade, ...]
    there: tuple[BackupMade, ...] | None
    glance: SafetyGlance


class _Stopped(Exception):
    """Whoever waited for the copy wants it no more."""


class SafetyService:
    """Of an open shop. What copies and looks runs on a worker, and submits its few words to the writer."""

    def __init__(
        self, store: Store, shop: ShopService, paths: Paths, backups: BackupService, now: Callable[[], int]
    ) -> None:
        self._store, self._shop, self._paths = store, shop, paths
        self._backups, self._now = backups, now
        self._one_at_a_time = Lock()

    # --- looking ---

    def place(self) -> SecondPlace:
        """The second place, as far as the store knows it: nothing is looked at there."""
        return second_place.place_in(self._store.read())

    def glance(self) -> SafetyGlance:
        """How old the backups are, for a line that everybody may read."""
        return self._glance(self._backups.list())

    def kept(self, act: Act) -> Kept:
        """All backups in both places. Raises `Refused` ONLY_MANAGER."""
        check_role(self._store, act, Role.MANAGER, "LOOK_AT_SAFETY")
        here, folder = self._backups.list(), self.place().folder
        there: tuple[BackupMade, ...] | None = None
        if folder is not None:
            try:
                there = second_place.copies(folder)
            except NoSecondPlace:
                log.info("the second place is not at hand")
        return Kept(here, there, self._glance(here))

    def _glance(self, here: tuple[BackupMade, ...]) -> SafetyGlance:
        db = self._store.read()
        good = max((made.at for made in here if made.good), default=None)
        drilled_at, first_at = drills.last_at(db), drills.first_act_at(db)
        due = good is not None and drill_is_due(drilled_at, first_at, self._now())
        return SafetyGlance(second_place.place_in(db), good, drilled_at, due)

    # --- setting ---

    def choose(self, act: Act, folder: Path) -> PlaceSaved:
        """Let this folder be the second place. It is tried first, so this is for a worker's thread.

        Raises `Refused` ONLY_MANAGER.
        """
        check_role(self._store, act, Role.MANAGER, "CHOOSE_SECOND_PLACE")
        folder = folder.expanduser().absolute()
        try:
            if self._is_ours(folder) or self._is_ours(folder / FOLDER):  # which may be a link to it
                raise NoSecondPlace(PlaceFault.IN_THE_SHOP)
            second_place.take_place(folder)
        except NoSecondPlace as none:
            return PlaceSaved(self.place(), none.fault)
        new = {FOLDER_OF: str(folder), COPIED: None, FAULT: None}
        return self._store.submit(lambda: self._set(act, "CHOOSE_SECOND_PLACE", new), act).result()

    def _is_ours(self, folder: Path) -> bool:
        """In a folder of the shop's own, or one that is thrown away at a start."""
        paths = self._paths
        ours = (paths.data, paths.backups, paths.practice.data.parent, drills.scratch_of(paths))
        return any(folder.resolve().is_relative_to(own.resolve()) for own in ours)

    def forget(self, act: Act) -> PlaceSaved:
        """No second place any more; what lies there stays. Raises `Refused` ONLY_MANAGER."""
        return self._set(act, "FORGET_SECOND_PLACE", {FOLDER_OF: None, COPIED: None, FAULT: None})

    def return_to(self, act: Act, before: SecondPlace) -> PlaceSaved:
        """The way back from `forget` and from another choice: the place as it was."""
        new = {
            FOLDER_OF: str(before.folder) if before.folder is not None else None,
            COPIED: before.copied_at,
            FAULT: before.fault,
        }
        return self._set(act, "CHOOSE_SECOND_PLACE", new)

    def set_days(self, act: Act, days: int) -> PlaceSaved:
        """How many days the last copy may be old before it is said. Raises `Refused` ONLY_MANAGER."""
        return self._set(act, "SET_SAFETY_DAYS", {DAYS: min(max(days, FEWEST_DAYS), MOST_DAYS)})

    def _set(self, act: Act, kind: str, values: Mapping[str, object]) -> PlaceSaved:
        begun = begin(self._store, act, kind, needs=Role.MANAGER)
        if begun is not None:
            _save(begun.db, values, act.at)
        return PlaceSaved(second_place.place_in(self._store.read()))

    # --- copying ---

    def keep_up(self) -> SecondPlace | None:
        """Now and then, unasked: back up and copy where it is time. None where it was not."""
        with self._alone(_silent):
            now, place = self._now(), self.place()
            last_act_at = drills.last_act_at(self._store.read()) or 0
            copied_on = self._day(place.copied_at) if place.copied_at is not None else None
            if not place.is_due(now, last_act_at, self._day(now), copied_on):
                return None
            return self._copy(_silent)

    def copy_now(
        self, act: Act, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> SecondPlace | None:
        """Back up and copy now; None when it was cancelled, and when the place is another one by the end.
        One at a time: another copy waits. Raises `Refused` ONLY_MANAGER, and what `BackupService.make` does.
        """
        check_role(self._store, act, Role.MANAGER, "COPY_TO_SECOND_PLACE")

        def tell(done: int, total: int) -> None:
            if cancelled is not None and cancelled():
                raise _Stopped
            if progress is not None:
                progress(done, total)

        try:
            with self._alone(tell):
                return self._copy(tell)
        except _Stopped:
            return None

    @contextmanager
    def _alone(self, tell: Progress) -> Iterator[None]:
        """Two copies of one backup would write to the same file beside its name."""
        while not self._one_at_a_time.acquire(timeout=_LOOK_EVERY):
            tell(0, 1)
        try:
            yield
        finally:
            self._one_at_a_time.release()

    def _copy(self, tell: Progress) -> SecondPlace | None:
        folder = self.place().folder
        if folder is None:
            return None
        try:
            if not second_place.is_there(folder):
                raise NoSecondPlace(PlaceFault.NOT_THERE)
            made = self._backups.make()
            second_place.copy_to(folder, made, self._now(), tell)
        except NoSecondPlace as none:
            log.info("no copy in the second place: %s", none.fault)
            return self._note(folder, {FAULT: none.fault})
        return self._note(folder, {COPIED: made.at, FAULT: None})

    def _note(self, folder: Path, values: Mapping[str, object]) -> SecondPlace | None:
        """What came of a copy to `folder`, while that is the second place; None where it is no more."""
        now = self._now()

        def note() -> SecondPlace | None:
            db = self._store.write()
            if second_place.place_in(db).folder != folder:
                return None
            _save(db, values, now)
            return second_place.place_in(db)

        return self._store.submit(note).result()

    def _day(self, at: int) -> date:
        return datetime.fromtimestamp(at / 1000, UTC).astimezone(self._shop.facts().zone).date()


def _silent(done: int, total: int) -> None:
    """For a copy that nobody watches."""


def _save(db: Db, values: Mapping[str, object], at: int) -> None:
    for key, value in values.items():
        save_value(db, key, json.dumps(value, ensure_ascii=False), at)
