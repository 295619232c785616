"""A copy of the shop to practise on: made beside it while it goes on, and thrown away.

The copy has a key of its own: what is stamped in it is chained with a key that nobody believes, and the real
one never leaves its place. Only a folder that is marked as for practice is ever emptied.
"""

import logging
import shutil
from typing import Final

from frontdesk.config import PRACTICE_MARK_TEXT, Paths
from frontdesk.storage import shop
from frontdesk.storage.opening import CannotOpen, meaning, opened
from frontdesk.storage.team import staff_proofs
from frontdesk.storage.trust import epochs, keys
from frontdesk.storage.trust.backups import Progress, copy_store

log = logging.getLogger(__name__)

_OWNER_ONLY: Final = 0o700
_NO_SCREEN: Final = ("shop.customer_screen", "false")
"""A customer's screen stays with the real counter."""


def make_copy(paths: Paths, at: int, watch: Progress, *, free: bool) -> Paths:
    """Copy the shop at `paths`, open or not, into its practice folder, and give the copy's place. No PIN can
    be guessed there: where it is `free` there is none, else there are some that nothing matches.

    What was left there of an earlier practice goes first. `watch` hears how far it is and may raise to end
    it: nothing is left then, nor after any error. Raises `NoRoom`, `CannotOpen`, or what reading it does.
    """
    place = paths.practice
    try:
        remove_copy(paths)
        _make_folder(place)
        place.create()
        copy_store(paths.store, place.store, watch=watch)
        _make_its_own(place, at, free=free)
    except OSError as error:
        remove_copy(paths)
        raise meaning(error) from error
    except BaseException:
        remove_copy(paths)
        raise
    log.info("a copy to practise on was made")
    return place


def remove_copy(paths: Paths) -> bool:
    """Remove the practice folder of the shop at `paths`, if it is one. False when something of it stays.

    Its mark goes last: what a kill leaves of it is still known for what it is.
    """
    place = paths.practice
    if not place.is_practice():
        return True
    folder = place.practice_mark.parent
    try:
        for each in folder.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            elif each != place.practice_mark:
                each.unlink()
        place.practice_mark.unlink()
        folder.rmdir()
    except OSError as error:
        log.warning("the copy to practise on was not removed: %s", type(error).__name__)
        return False
    return True


def _make_folder(place: Paths) -> None:
    """The folder with its mark. Raises `CannotOpen` where somebody else has put something there."""
    folder = place.practice_mark.parent
    if folder.is_symlink():
        raise CannotOpen("the practice folder leads somewhere else")
    folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    if any(folder.iterdir()):
        raise CannotOpen("the practice folder holds something else")
    folder.chmod(_OWNER_ONLY)
    place.practice_mark.write_text(PRACTICE_MARK_TEXT, encoding="utf-8")


def _make_its_own(place: Paths, at: int, *, free: bool) -> None:
    """Begin a stretch of its ledger with its own key: at the first stamp, sealing each card would be felt."""
    key = keys.load_or_make(place.chain_key)
    with opened(place.store, read_only=False) as db:
        db.run("BEGIN IMMEDIATE")
        shop.save_value(db, *_NO_SCREEN, at)
        staff_proofs.blank(db, free=free)
        for (till_id,) in list(db.run("SELECT id FROM till WHERE is_local = 1")):
            epochs.current_epoch(db, till_id, key, at)
        db.run("COMMIT")
