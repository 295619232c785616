"""Photos for human eyes: made fit to keep, and given out again."""

from frontdesk.domain.people.photos import Photo
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store


class PhotoService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def prepare(self, source: bytes) -> Photo:
        """Make a picture fit to keep; up to a second, so not on the UI thread. Raises `BadPhoto`."""
        from frontdesk.media.photos import prepare_photo  # Pillow is not needed for the first frame

        return prepare_photo(source)

    def thumb(self, customer_id: int) -> bytes | None:
        """256 px square WEBP, or None."""
        return customers.photo(self._store.read(), customer_id, full=False)

    def full(self, customer_id: int) -> bytes | None:
        """At most 512 px WEBP, or None."""
        return customers.photo(self._store.read(), customer_id, full=True)
