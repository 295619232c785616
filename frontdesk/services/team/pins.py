"""PINs: who has one, who may give one, and the proof that a right one gives.

What takes as long as argon2 does is for a worker: such a method goes to the writer itself, and waits for it.
No PIN, code or hash is in a refusal, an act or the log.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.acts import Act, Changes, Role, StaffMember
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.team.pins import CODE_BYTES, PinCode, ProofKind, new_pin
from frontdesk.domain.trust.recovery_code import lines_of
from frontdesk.services.gesture import RANK, begin, check_an_owner_can_help
from frontdesk.services.shop import ShopService
from frontdesk.services.team.pin_hashing import PinHashing
from frontdesk.services.team.pin_tries import Opened, PinTries, counting, member_here, only_beside
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_proofs

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["Opened", "PinHolder", "PinSaved", "PinService"]


@dataclass(frozen=True, slots=True)
class PinHolder:
    """Somebody who works here, and what proves who they are."""

    member: StaffMember
    has_pin: bool
    has_code: bool


@dataclass(frozen=True, slots=True)
class PinSaved:
    """Somebody's PIN is another one now, or there is none. `key` is the proof of whoever set their own; it is
    empty for whoever set another's.
    """

    member: StaffMember
    changes: Changes
    key: bytes = field(default=b"", repr=False)


class PinService:
    """`hasher` is for tests, which have no time for argon2's own parameters."""

    def __init__(
        self,
        store: Store,
        shop_service: ShopService,
        token: Callable[[int], bytes],
        hasher: "PasswordHasher | None" = None,
    ) -> None:
        self._store, self._shop, self._token = store, shop_service, token
        self._hashing = PinHashing(hasher)
        self._tries = PinTries(store, self._hashing, token)

    # --- asking ---

    def in_use(self) -> bool:
        """Whether any manager or owner has a PIN: without one, the role alone gives the right."""
        return staff_proofs.in_use(self._store.read())

    def holders(self, needs: Role = Role.CASHIER) -> tuple[PinHolder, ...]:
        """Who works here and may do what `needs` may, in the order they came."""
        db = self._store.read()
        return tuple(
            PinHolder(
                each,
                counting(db, each, ProofKind.PIN) is not None,
                counting(db, each, ProofKind.RECOVERY) is not None,
            )
            for each in shop.staff(db)
            if RANK[each.role] >= RANK[needs]
        )

    def asked_at_the_till(self, staff_id: int) -> bool:
        """Whether they have a PIN: they prove who they are when they take the till over."""
        return staff_proofs.is_asked(self._store.read(), staff_id)

    def wait(self, member_id: int) -> int:
        """For how many seconds more no PIN of theirs is tried; 0: now one is."""
        return self._tries.wait(member_id)

    def left(self, key: bytes) -> float:
        """For how many seconds more a proof stands unless it is used; 0 where it stands no longer."""
        return self._store.proofs.left(key)

    def renew(self, opened: Opened) -> bool:
        """Whoever proved it is still there: the two minutes begin anew. False where the proof is over."""
        return self._store.proofs.stands(opened.key, opened.member.id)

    def close(self, key: bytes) -> None:
        """The proof proves nothing any more."""
        self._store.proofs.end(key)

    def enter(self, member_id: int) -> Opened:
        """Let somebody in by their name alone, where no PIN is in use. Raises `Refused` PIN_NEEDED."""
        if self.in_use():
            raise Refused(RefusalCode.PIN_NEEDED, Remedy.ENTER_PIN)
        return Opened(member_here(self._store.read(), member_id), self._tries.give_proof(member_id))

    # --- proving (for a worker) ---

    def open(self, act: Act, member_id: int, typed: str) -> Opened:
        """Prove to be this member by their PIN. The try counts before it is looked at.

        Raises `Refused` WRONG_PIN (`seconds` to wait), PIN_WAITS (`seconds`), NO_PIN, UNKNOWN_STAFF,
        NOT_IN_PRACTICE, and `BadInput` for what can be no PIN; that is no try.
        """
        return self._tries.open(act, member_id, typed)

    def recover(self, act: Act, member_id: int, typed: str) -> Opened:
        """Prove it by the printed code, also while a PIN would wait. Its key is good for one's own `set_pin`
        alone, and the code stands until that is done: whoever was kept from it types the code again.

        Raises `Refused` WRONG_RECOVERY_CODE, NO_RECOVERY_CODE, UNKNOWN_STAFF, NOT_IN_PRACTICE, and `BadInput`
        NOT_A_PIN_CODE with the line that has a slip; that is no try.
        """
        return self._tries.recover(act, member_id, typed)

    # --- giving, taking away (`set_pin` and `new_code` are for a worker) ---

    def set_pin(self, act: Act, member_id: int, typed: str) -> PinSaved:
        """Give somebody a PIN, or another one. In a shop that has none everybody sets their own, an owner the
        first; else one's own takes one's own proof, a cashier's a manager, anybody's an owner.

        Raises `Refused` PIN_NEEDED, ONLY_MANAGER, OWNER_PIN_FIRST, UNKNOWN_STAFF, and `BadInput` for a PIN
        that will not do (domain/team/pins.py).
        """
        only_beside(self._store)
        role = member_here(self._store.read(), member_id).role
        hashed = self._hashing.hash(new_pin(typed, role))
        saved, anew = self._store.submit(lambda: self._set(act, member_id, role, hashed), act).result()
        own = anew and member_id == act.staff_id
        return replace(saved, key=self._proof_after(act)) if own else saved

    def take_away(self, act: Act, member_id: int) -> PinSaved:
        """From now on they have neither PIN nor recovery code. Raises as `set_pin` does."""
        return self._set(act, member_id, Role.CASHIER, "", kind="TAKE_PIN_AWAY")[0]

    def new_code(self, act: Act, member_id: int) -> PinCode:
        """A recovery code in place of the one before; what is given here is nowhere kept.

        Raises `Refused` as `set_pin` does, and NO_PIN for whoever has none to recover.
        """
        only_beside(self._store)
        secret = self._token(CODE_BYTES)
        hashed = self._hashing.hash(secret.hex())
        member = self._store.submit(lambda: self._keep_code(act, member_id, hashed), act).result()
        facts = self._shop.facts()
        return PinCode(
            member,
            datetime.fromtimestamp(act.at / 1000, facts.zone).date(),
            facts.settings.language,
            lines_of(secret),
            Changes(shop=True),
        )

    def _set(
        self, act: Act, member_id: int, made_for: Role, hashed: str, *, kind: str = "SET_PIN"
    ) -> tuple[PinSaved, bool]:
        """False with it where the act was recorded before."""
        db = self._store.write()
        member = member_here(db, member_id)
        recovering = bool(hashed) and self._tries.recovering(act, member_id)
        needs = Role.CASHIER if recovering else self._right_over(act, member)
        begun = begin(self._store, act, kind, needs=needs)
        if begun is not None:
            if not staff_proofs.in_use(db) and member_id != act.staff_id:
                raise Refused(RefusalCode.OWNER_PIN_FIRST)
            self._keep(db, act, begun.id, member_id, ProofKind.PIN, made_for, hashed)
            if not hashed or staff_proofs.code_was_used(db, member_id):
                self._keep(db, act, begun.id, member_id, ProofKind.RECOVERY, made_for, "")
            check_an_owner_can_help(db)
            self._store.proofs.end_all_of(member_id)
            self._tries.end_recovery()
        return PinSaved(member, Changes(shop=True)), begun is not None

    def _keep_code(self, act: Act, member_id: int, hashed: str) -> StaffMember:
        db = self._store.write()
        member = member_here(db, member_id)
        begun = begin(self._store, act, "NEW_RECOVERY_CODE", needs=self._right_over(act, member))
        if begun is not None:
            if counting(db, member, ProofKind.PIN) is None:
                raise Refused(RefusalCode.NO_PIN)
            self._keep(db, act, begun.id, member_id, ProofKind.RECOVERY, member.role, hashed)
        return member

    def _keep(
        self, db: Db, act: Act, gesture_id: int, member_id: int, kind: ProofKind, made_for: Role, hashed: str
    ) -> None:
        staff_proofs.keep(db, self._store.new_id, act, gesture_id, member_id, kind, made_for, hashed)

    def _right_over(self, act: Act, member: StaffMember) -> Role:
        """What it takes to change what proves who somebody is."""
        own = member.id == act.staff_id
        if own and self._store.proofs.stands(act.key, act.staff_id):
            return Role.CASHIER
        return Role.MANAGER if own or member.role is Role.CASHIER else Role.OWNER

    def _proof_after(self, act: Act) -> bytes:
        """Whoever set their own need not give it at once."""
        if not act.key:
            return self._tries.give_proof(act.staff_id)
        self._store.proofs.give(act.key, act.staff_id)
        return act.key
