"""Who acts when a command is typed: the owner. Nobody stands at a shell as a cashier stands at the till.

No PIN is asked for there: whoever may run a command on the shop's folder may read its file, too.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from frontdesk.bootstrap import FrontDesk

_PROOF_BYTES: Final = 16


def act_as_owner(desk: "FrontDesk") -> None:
    """From now on the acts of this command are the owner's, and proven."""
    desk.staff_id, desk.key = desk.staffing.owner().id, desk.source.token(_PROOF_BYTES)
    desk.store.proofs.give(desk.key, desk.staff_id)
