"""The shop that was saved when a schema was released, brought to the present one as an opening would."""

from pathlib import Path

from frontdesk.config import Paths
from frontdesk.storage.migrations import migrate
from frontdesk.storage.opening import opened
from frontdesk.storage.trust import epochs

SAVED = Path(__file__).parent / "databases"
KEY = (SAVED / "v1.key").read_bytes()


def put_saved_store(path: Path) -> None:
    """Put the store at `path`, its epochs sealed, without the backup that an opening makes first."""
    path.write_bytes((SAVED / "v1.sqlite3").read_bytes())
    migrate(path)
    with opened(path, read_only=False) as db:
        epochs.adopt_epochs(db, lambda: KEY)


def put_saved_shop(paths: Paths) -> None:
    """Put the store and its key where a shop has them."""
    paths.create()
    put_saved_store(paths.store)
    paths.chain_key.write_bytes(KEY)
