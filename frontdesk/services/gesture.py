"""How every act begins: the right is checked, and what writes is recorded once."""

from dataclasses import dataclass
from typing import Final

from frontdesk.config import paths_for
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_proofs
from frontdesk.storage.trust import refused_acts

LEAVES_THE_SHOP: Final = frozenset(
    {
        *("TAKE_OUT_CUSTOMERS", "TAKE_OUT_CHOSEN", "TAKE_OUT_PERSON", "TAKE_OUT_EVERYTHING"),
        *("TAKE_OUT_ANSWERS", "TAKE_OUT_DEEDS", "TAKE_KEY_SHEET"),
        *("CHOOSE_SECOND_PLACE", "COPY_TO_SECOND_PLACE"),
    }
)
"""By these the shop's people or its keys go out of the shop. A copy to practise on, where a tap on a name is
enough, is no way out: the people in it are real, and so is the key of their cards.
"""

RANK: Final = {Role.CASHIER: 0, Role.MANAGER: 1, Role.OWNER: 2}


@dataclass(frozen=True, slots=True)
class Begun:
    """A recorded act inside its transaction: `role` is what whoever acts may do, `unproved` says that their
    name would give them more.
    """

    db: Db
    id: int
    role: Role = Role.CASHIER
    unproved: bool = False

    @property
    def remedy(self) -> Remedy:
        """What helps at a cashier's limit: their own PIN, or somebody who may go beyond it."""
        return Remedy.ENTER_PIN if self.unproved else Remedy.CALL_MANAGER


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

    Raises `Refused` ONLY_MANAGER or PIN_NEEDED when whoever acts has not the right that the act needs.
    """
    db = store.write()
    if gestures.find(db, act.gesture) is not None:
        return None
    role = check_role(store, act, needs, kind, customer_id)
    gesture_id = gestures.record(db, act, kind, customer_id, undoes_id)
    if gesture_id is None:
        return None
    unproved = role is Role.CASHIER and shop.role_of(db, act.staff_id) is not role
    return Begun(db, gesture_id, role, unproved)


def number_of(db: Db, act: Act) -> int:
    """The key of an act that is recorded, by now or before."""
    gesture_id = gestures.find(db, act.gesture)
    if gesture_id is None:
        raise LookupError(act.gesture.hex())
    return gesture_id


def role_of(store: Store, act: Act) -> Role | None:
    """What whoever acts may do: None where they work here no longer.

    In a shop that has PINs, whoever has not proved to be a manager may do what a cashier may: their name is
    one tap away for everybody.
    """
    db = store.read()
    role = shop.role_of(db, act.staff_id)
    if role in {None, Role.CASHIER} or not staff_proofs.in_use(db):
        return role
    return role if store.proofs.stands(act.key, act.staff_id) else Role.CASHIER


def check_role(store: Store, act: Act, needs: Role, kind: str, customer_id: int | None = None) -> Role:
    """What whoever acts may do, if it is enough. For what is only read, too: `kind` names it in the record of
    what was refused.

    Raises `Refused` PIN_NEEDED for whoever has the role and has not proved it (NOT_IN_PRACTICE where that
    cannot be done), ONLY_MANAGER for whoever has not the role, or has left. From a copy to practise on
    nothing leaves the shop, whoever asks: NOT_IN_PRACTICE.
    """
    if kind in LEAVES_THE_SHOP and paths_for(store.path.parent).is_practice():
        raise Refused(RefusalCode.NOT_IN_PRACTICE)
    role = role_of(store, act)
    if role is not None and RANK[role] >= RANK[needs]:
        return role
    named = shop.role_of(store.read(), act.staff_id)
    if named is not None and RANK[named] >= RANK[needs]:
        blanked = staff_proofs.is_blanked(store.read())
        refused = (
            Refused(RefusalCode.NOT_IN_PRACTICE)
            if blanked
            else Refused(RefusalCode.PIN_NEEDED, Remedy.ENTER_PIN)
        )
    else:
        refused = Refused(RefusalCode.ONLY_MANAGER, Remedy.CALL_MANAGER)
    # A job of its own: what is refused leaves nothing of itself.
    reason = refused.code.value
    store.submit(lambda: refused_acts.record(store.write(), store.new_id, act, kind, reason, customer_id))
    raise refused


def check_an_owner_can_help(db: Db) -> None:
    """After a change of who has a PIN: is there an owner with one, where any is in use? Otherwise nobody
    could ever act as an owner again. Raises `Refused` OWNER_PIN_FIRST.
    """
    if staff_proofs.in_use(db) and not staff_proofs.owner_has(db):
        raise Refused(RefusalCode.OWNER_PIN_FIRST)


def check_not_erased(db: Db, table: str, row_id: int) -> None:
    """No word comes back, and nothing goes on, in what belonged to whoever was erased. `table` has a
    `customer_id`. Raises `Refused` UNKNOWN_CUSTOMER.
    """
    if customers.is_of_erased(db, table, row_id):
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)


def root_of(db: Db, customer_id: int) -> int:
    """The record that answers for a customer. Raises `Refused` UNKNOWN_CUSTOMER."""
    root = customers.root_of(db, customer_id)
    if root is None:
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
    return root
