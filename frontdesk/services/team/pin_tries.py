"""Somebody says who they are: the try is written first, then looked at, then its proof is given."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from frontdesk.domain.acts import Act, StaffMember
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.team.pins import ProofKind, can_be_pin, digits_of, wait
from frontdesk.domain.text import BadInput, InputFault
from frontdesk.domain.trust.recovery_code import BadRecoveryCode, read_lines
from frontdesk.services.team.pin_hashing import PinHashing
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_proofs, staffing

CODE_LINES: Final = 2
RECOVERY_STANDS_FOR: Final = 600.0
"""Seconds in which a new PIN is thought of and typed; after them the code is typed again."""
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Opened:
    """Who proved who they are. Acts that carry `key` are theirs, as long as the proof stands."""

    member: StaffMember
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class _Trying:
    id: int
    member: StaffMember
    kept: staff_proofs.Kept


class PinTries:
    """What is public here is for a worker: it goes to the writer by itself, and waits for it."""

    def __init__(self, store: Store, hashing: PinHashing, token: Callable[[int], bytes]) -> None:
        self._store, self._hashing, self._token = store, hashing, token
        self._ran_before: int | None = None
        self._recovery = (b"", 0, 0.0)
        """What the last right code gave, whose it was, and when: good for a new PIN and for nothing else."""

    def wait(self, member_id: int) -> int:
        """For how many seconds more no PIN of theirs is tried; 0: now one is."""
        db = self._store.read()
        return _seconds(self._wait(db, member_id, self._ran(db)))

    def open(self, act: Act, member_id: int, typed: str) -> Opened:
        """See `PinService.open`."""
        pin = digits_of(typed)
        if not can_be_pin(pin):
            raise BadInput(InputFault.PIN_DIGITS)
        return self._prove(act, member_id, ProofKind.PIN, pin)

    def recover(self, act: Act, member_id: int, typed: str) -> Opened:
        """See `PinService.recover`."""
        try:
            secret = read_lines(typed, CODE_LINES)
        except BadRecoveryCode as bad:
            raise BadInput(InputFault.NOT_A_PIN_CODE, bad.line) from None
        return self._prove(act, member_id, ProofKind.RECOVERY, secret.hex())

    def give_proof(self, staff_id: int) -> bytes:
        """A fresh key that proves it."""
        key = self._token(_KEY_BYTES)
        self._store.proofs.give(key, staff_id)
        return key

    def recovering(self, act: Act, member_id: int) -> bool:
        """Whether whoever acts came by their own code, and has no new PIN yet."""
        key, whose, at = self._recovery
        stands = self._store.proofs.ticks() - at < RECOVERY_STANDS_FOR
        return stands and member_id == act.staff_id and (key, whose) == (act.key, member_id)

    def end_recovery(self) -> None:
        """There is a new PIN: the key that a code gave is used up, too."""
        self._recovery = (b"", 0, 0.0)

    def _prove(self, act: Act, member_id: int, kind: ProofKind, secret: str) -> Opened:
        only_beside(self._store)
        fresh = replace(act, gesture=self._store.new_id(act.at))  # each try counts, also a repeated one
        trying = self._store.submit(lambda: self._write_try(fresh, member_id, kind), fresh).result()
        if not self._hashing.matches(trying.kept.hashed, secret):
            if kind is ProofKind.RECOVERY:
                raise Refused(RefusalCode.WRONG_RECOVERY_CODE)
            raise Refused(RefusalCode.WRONG_PIN, seconds=self.wait(member_id))
        self._store.submit(lambda: self._note_pass(trying, kind)).result()
        return Opened(trying.member, self._key_of(kind, member_id))

    def _key_of(self, kind: ProofKind, member_id: int) -> bytes:
        if kind is ProofKind.PIN:
            return self.give_proof(member_id)
        key = self._token(_KEY_BYTES)
        self._recovery = (key, member_id, self._store.proofs.ticks())
        return key

    def _write_try(self, act: Act, member_id: int, kind: ProofKind) -> _Trying:
        db = self._store.write()
        member = member_here(db, member_id)
        kept = counting(db, member, kind)
        if kept is None:
            raise Refused(RefusalCode.NO_PIN if kind is ProofKind.PIN else RefusalCode.NO_RECOVERY_CODE)
        if not kept.can_match:
            raise Refused(RefusalCode.NOT_IN_PRACTICE)
        ran = self._ran(db)
        left = self._wait(db, member_id, ran) if kind is ProofKind.PIN else 0
        if left:
            raise Refused(RefusalCode.PIN_WAITS, seconds=_seconds(left))
        gesture_id = gestures.record(db, act, "TRY_PIN")
        assert gesture_id is not None, "its id is fresh"
        try_id = staff_proofs.add_try(db, self._store.new_id, act, gesture_id, member_id, kind, ran)
        return _Trying(try_id, member, kept)

    def _note_pass(self, trying: _Trying, kind: ProofKind) -> None:
        """It was right, if it still is what proves it. A code stands until the new PIN does."""
        db, member = self._store.write(), trying.member
        if counting(db, member_here(db, member.id), kind) != trying.kept:
            raise Refused(RefusalCode.NO_PIN)
        staff_proofs.note_pass(db, trying.id)

    def _ran(self, db: Db) -> int:
        """The program's own time, in milliseconds: what tries tell of it, and for how long it ran since."""
        last = staff_proofs.ran(db)
        if self._ran_before is None:
            self._ran_before = last
        return max(self._ran_before + int(self._store.proofs.ran() * 1000), last)

    @staticmethod
    def _wait(db: Db, member_id: int, ran: int) -> int:
        return wait(staff_proofs.standing(db, member_id), staff_proofs.wrong_together(db, member_id), ran)


def only_beside(store: Store) -> None:
    """What waits for the writer must not run on it."""
    if store.in_job:
        raise RuntimeError("this waits for the writer: run it beside, not on it")


def counting(db: Db, member: StaffMember, kind: ProofKind) -> staff_proofs.Kept | None:
    """What proves who somebody is in the role that they have."""
    kept = staff_proofs.kept(db, member.id, kind)
    return kept if kept is not None and kept.counts_for(member.role) else None


def member_here(db: Db, staff_id: int) -> StaffMember:
    """Somebody who works here. Raises `Refused` UNKNOWN_STAFF."""
    found = staffing.member(db, staff_id)
    if found is None or shop.role_of(db, staff_id) is None:
        raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
    return found


def _seconds(milliseconds: int) -> int:
    return -(-milliseconds // 1000)
