"""The inbox of answers: a page of it at a time, however many there are."""

from frontdesk.domain.feedback.inbox import InboxPage, Shown
from frontdesk.storage.feedback import response_inbox, responses
from frontdesk.storage.store import Store


class ResponseInbox:
    """Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, shown: Shown, most: int) -> InboxPage:
        """The first `most` of the answers that are asked for, and how many there are."""
        db = self._store.read()
        listed = responses.some(db, response_inbox.keys(db, shown, most))
        counts = response_inbox.counts(db)
        found = response_inbox.found(db, shown)
        return InboxPage(shown, listed, found, counts.waiting, counts.unhappy, ever=counts.ever)

    def waiting(self) -> int:
        """How many wait for somebody."""
        return response_inbox.waiting(self._store.read())
