"""Questions to the table of all customers by name: kept, called otherwise, put away and brought back."""

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.people.customer_filters import CustomerFilter
from frontdesk.domain.people.customer_table import FilterSaved, SavedFilter
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import clean_name
from frontdesk.services.gesture import begin, check_role
from frontdesk.storage.database import Db
from frontdesk.storage.people import saved_filters
from frontdesk.storage.store import Store


class SavedFilterService:
    """All of it needs a manager. An undo is the act that leads back: `before` says to what."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, act: Act) -> tuple[SavedFilter, ...]:
        """Those that are offered. Raises `Refused` ONLY_MANAGER, PIN_NEEDED."""
        check_role(self._store, act, Role.MANAGER, "SEE_CUSTOMERS")
        return saved_filters.standing(self._store.read())

    def save(self, act: Act, name: str, asked: CustomerFilter) -> FilterSaved:
        """Keep what is asked under a name; one of that name asks this from now on. Raises `BadInput`."""
        name, db = clean_name(name), self._store.write()
        before = _of_name(db, name)
        begun = begin(self._store, act, "SAVE_FILTER", needs=Role.MANAGER)
        if begun is None:
            return self._saved(before.id if before else 0)
        if before is not None:
            saved_filters.ask_anew(db, before.id, asked)
            return self._saved(before.id, before)
        return self._saved(saved_filters.add(db, self._store.new_id, act, begun.id, name, asked))

    def rename(self, act: Act, filter_id: int, name: str) -> FilterSaved:
        """Raises `BadInput`, `Refused` NOTHING_TO_UNDO where there is no such filter, NAME_TAKEN."""
        begun = begin(self._store, act, "RENAME_FILTER", needs=Role.MANAGER)
        name, before = clean_name(name), self._get(filter_id)
        if begun is not None:
            _check_free(begun.db, name, filter_id)
            saved_filters.rename(self._store.write(), filter_id, name)
        return self._saved(filter_id, before)

    def remove(self, act: Act, filter_id: int) -> FilterSaved:
        """Put it away; `bring_back` undoes it."""
        begun = begin(self._store, act, "REMOVE_FILTER", needs=Role.MANAGER)
        before = self._get(filter_id)
        if begun is not None:
            saved_filters.set_gone(self._store.write(), filter_id, act.at)
        return self._saved(filter_id, before)

    def bring_back(self, act: Act, filter_id: int) -> FilterSaved:
        """Undo `remove`. Raises `Refused` NAME_TAKEN where another one has its name by now."""
        begun = begin(self._store, act, "BRING_BACK_FILTER", needs=Role.MANAGER)
        gone = self._get(filter_id)
        if begun is not None:
            _check_free(begun.db, gone.name, filter_id)
            saved_filters.set_gone(self._store.write(), filter_id, None)
        return self._saved(filter_id)

    def _get(self, filter_id: int) -> SavedFilter:
        found = saved_filters.get(self._store.write(), filter_id)
        if found is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        return found

    def _saved(self, filter_id: int, before: SavedFilter | None = None) -> FilterSaved:
        db = self._store.write()
        return FilterSaved(saved_filters.standing(db), saved_filters.get(db, filter_id), before)


def _of_name(db: Db, name: str) -> SavedFilter | None:
    return next((each for each in saved_filters.standing(db) if each.name == name), None)


def _check_free(db: Db, name: str, filter_id: int) -> None:
    """Two of one name could not be told apart, and `save` would overwrite the first."""
    other = _of_name(db, name)
    if other is not None and other.id != filter_id:
        raise Refused(RefusalCode.NAME_TAKEN)
