"""Two records that are one person, put together and taken apart again.

The rule: nothing is moved. The absorbed record points at the kept one, and the person has what both have.
Taken apart, each has what was ever recorded on it; what came while they were one was recorded on the kept
record and stays there. What was known of the absorbed record and rewritten meanwhile stands on both then:
an allergy may be doubled, never lost. Fields that the kept record lacked are filled in, and emptied again
unless somebody changed them since.

A no outlives both: a photo or birthday that either record refused is removed from both at the merge, and a
consent taken back while they are one stays taken back on each.
"""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.finding.folding import words
from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.customers import Customer, Merge
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.finding.search import SearchService
from frontdesk.services.gesture import begin, root_of
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.people import customers, facts, merging
from frontdesk.storage.people.customers import Fields
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge made or undone, and the kept customer as they now stand."""

    merge: Merge
    customer: Customer
    changes: Changes


class MergeService:
    def __init__(self, store: Store, finder: SearchService) -> None:
        self._store = store
        self._finder = finder

    def of(self, customer_id: int) -> tuple[Merge, ...]:
        """The merges that still stand for this person, the latest first."""
        db = self._store.read()
        return merging.merges_into(db, root_of(db, customer_id))

    def look_alikes(self, customer_id: int, limit: int = 5) -> tuple[Hit, ...]:
        """Other customers with this one's phone or name."""
        db = self._store.read()
        root_id = root_of(db, customer_id)
        customer = customers.get(db, root_id)
        if customer is None:
            return ()
        queries = [customer.phone, " ".join(words(customer.name)), " ".join(words(customer.address))]
        found: dict[int, Hit] = {}
        for query in queries:
            for hit in self._finder.find(query, limit + 1) if query else ():
                if hit.customer_id != root_id:
                    found.setdefault(hit.customer_id, hit)
        return tuple(found.values())[:limit]

    def merge(self, act: Act, kept_id: int, absorbed_id: int) -> Merged:
        """Raises `Refused` SAME_PERSON, UNKNOWN_CUSTOMER."""
        db = self._store.write()
        done = merging.merge_made_by(db, act.gesture)
        if done is not None:
            return self._merged(db, done)
        kept, absorbed = root_of(db, kept_id), root_of(db, absorbed_id)
        if kept == absorbed:
            raise Refused(RefusalCode.SAME_PERSON)
        begun = begin(self._store, act, "MERGE", customer_id=kept)
        if begun is None:
            raise Refused(RefusalCode.NOT_MERGED)
        mine = customers.columns(db, kept, customers.FILLABLE)
        theirs = customers.columns(db, absorbed, customers.FILLABLE)
        filled = {
            name: theirs[name]
            for name in customers.FILLABLE
            if mine[name] in ("", None) and theirs[name] not in ("", None)
        }
        customers.update(db, kept, filled)
        merging.add_merge(db, self._store.new_id, act, begun.id, kept, absorbed, filled)
        for said in customers.consents(db, kept):
            if not said.granted:
                customers.forget(db, kept, said.purpose)
        made = merging.merge_made_by(db, act.gesture)
        assert made is not None
        return self._merged(db, made)

    def unmerge(self, act: Act, merge_id: int) -> Merged:
        """Raises `Refused` NOT_MERGED when another act undid it before."""
        db = self._store.write()
        done = merging.merge_undone_by(db, act.gesture)
        if done is not None:
            return self._merged(db, done)
        standing = merging.merge_by_id(db, merge_id)
        if standing is None:
            raise Refused(RefusalCode.NOT_MERGED)
        begun = begin(self._store, act, "UNMERGE", customer_id=standing.kept_id)
        if begun is None:
            raise Refused(RefusalCode.NOT_MERGED)
        take_apart(db, standing, begun.id)
        return self._merged(db, standing)

    @staticmethod
    def _merged(db: Db, merge: Merge) -> Merged:
        kept = customers.get(db, root_of(db, merge.kept_id))
        if kept is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        return Merged(merge, kept, Changes.of(merge.kept_id, merge.absorbed_id))


def take_apart(db: Db, merge: Merge, gesture_id: int) -> None:
    """Within an act: each record has again what was ever recorded on it."""
    filled = merging.undo_merge(db, merge, gesture_id)
    facts.recall(db, merge.absorbed_id, merge)
    _take_back(db, merge.kept_id, filled)
    search_index.index(db, customers.root_of(db, merge.kept_id, archived=True) or merge.kept_id)


def _take_back(db: Db, record_id: int, filled: Fields) -> None:
    """Empty what was filled in and not changed since, and what the record gave on when it was merged."""
    now = customers.columns(db, record_id, customers.FILLABLE)
    emptied = {name: value for name, value in filled.items() if now[name] == value}
    customers.update(db, record_id, {name: _empty(name) for name in emptied})
    given = merging.passed_on(db, record_id) if emptied else None
    if given is not None:
        kept_id, fields = given
        _take_back(db, kept_id, {name: value for name, value in fields.items() if emptied.get(name) == value})


def _empty(column: str) -> str | None:
    return None if column.startswith("birth_") else ""
