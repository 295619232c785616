"""What the table of all customers shows, and what came of asking it."""

from array import array
from dataclasses import dataclass, field

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.customer_filters import CustomerFilter
from frontdesk.domain.people.customer_states import CustomerState
from frontdesk.domain.people.customers import Birthday, Purpose


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One person, as a line of the table shows them. `gap` are the days from one visit to the next, None
    where there is no habit yet; `group` is whose card they collect on, or their own name where others
    collect on theirs; `served_by` is who served at least half of three visits or more.
    """

    id: int
    name: str
    called: str
    has_photo: bool
    phone: str
    language: str
    first_at: int | None
    last_at: int | None
    visits: int
    gap: int | None
    stamps: int
    rewards: int
    birthday: Birthday | None
    consents: frozenset[Purpose]
    state: CustomerState
    since: int
    group: str = ""
    served_by: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Who answers to a question, in its order. `of` is how many there are in all, `visits` and `stamps` the
    sums of those who were found. `whole` is False of the first lines, which come before the rest is read.
    """

    ids: "array[int]"
    count: int
    of: int
    visits: int = 0
    stamps: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A question that the shop gave a name."""

    id: int
    name: str
    filter: CustomerFilter


@dataclass(frozen=True, slots=True)
class FilterSaved:
    """The filters as they stand; `saved` is the one that an act was about, `before` what it was until then.
    Nobody but the page that asked shows them.
    """

    filters: tuple[SavedFilter, ...]
    saved: SavedFilter | None = None
    before: SavedFilter | None = None
    changes: Changes = field(default_factory=Changes)
