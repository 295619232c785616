"""Who came for a shared card: the caps of a visit and a day count for each of them."""

from frontdesk.domain.acts import Act
from frontdesk.services.gesture import Begun
from frontdesk.storage.loyalty import groups
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import NewId


def note_came(
    begun: Begun, act: Act, new_id: NewId, holder_visit_id: int, holder_id: int, who_id: int, people: int
) -> int:
    """Note that `who_id` came for so many people, in a visit of their own; of a card that nobody shares
    nothing is noted. Gives for how many people was bought in the card's visit so far.
    """
    db = begun.db
    if who_id == holder_id and not groups.is_shared(db, holder_id):
        return people
    visit_id = holder_visit_id
    if who_id != holder_id:
        visit_id = visits.attend(db, new_id, act, begun.id, who_id).visit_id
    groups.came(db, act, begun.id, visit_id, holder_visit_id, people)
    return groups.people_in(db, holder_id, holder_visit_id)
