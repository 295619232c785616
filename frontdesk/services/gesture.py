"""How every act begins: the right is checked, and what writes is recorded once."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

_RANK: Final = {Role.CASHIER: 0, Role.MANAGER: 1, Role.OWNER: 2}


@dataclass(frozen=True, slots=True)
class Begun:
    """A recorded act inside its transaction."""

    db: Db
    id: int


def begin(
    store: Store,
    act: Act,
    kind: str,
    *,
    customer_id: int | None = None,
    undoes_id: int | None = None,
    needs: Role = Role.CASHIER,
) -> Begun | None:
    """Record `act` in the present transaction; None when it was recorded before, and nothing is to be done.

    Raises `Refused` ONLY_MANAGER when whoever acts has not the role that the act needs.
    """
    db = store.write()
    if gestures.find(db, act.gesture) is not None:
        return None
    check_role(db, act, needs)
    gesture_id = gestures.record(db, act, kind, customer_id, undoes_id)
    return Begun(db, gesture_id) if gesture_id is not None else None


def number_of(db: Db, act: Act) -> int:
    """The key of an act that is recorded, by now or before."""
    gesture_id = gestures.find(db, act.gesture)
    if gesture_id is None:
        raise LookupError(act.gesture.hex())
    return gesture_id


def check_role(db: Db, act: Act, needs: Role) -> None:
    """For what is only read, too. Raises `Refused` ONLY_MANAGER for whoever has not the role, or has left."""
    role = shop.role_of(db, act.staff_id)
    if role is None or _RANK[role] < _RANK[needs]:
        raise Refused(RefusalCode.ONLY_MANAGER, Remedy.CALL_MANAGER)


def root_of(db: Db, customer_id: int) -> int:
    """The record that answers for a customer. Raises `Refused` UNKNOWN_CUSTOMER."""
    root = customers.root_of(db, customer_id)
    if root is None:
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
    return root
