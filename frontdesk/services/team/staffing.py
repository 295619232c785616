"""Who works here, and who of them is at the till."""

from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role, StaffMember
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import clean_name
from frontdesk.services.gesture import begin, check_an_owner_can_help
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_proofs, staffing
from frontdesk.storage.trust import acts_about

MOST_ON_DUTY: Final = 4


@dataclass(frozen=True, slots=True)
class StaffSaved:
    """Somebody of the staff as they now stand; `before` is what they were."""

    member: StaffMember
    before: StaffMember
    changes: Changes


class StaffingService:
    """A cashier is the manager's to take on and to let go; managers and owners are the owner's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def staff(self) -> tuple[StaffMember, ...]:
        """Who works here, in the order they came."""
        return shop.staff(self._store.read())

    def owner(self) -> StaffMember:
        """The first owner: in their name acts whoever has the computer itself, at its shell."""
        return next(each for each in self.staff() if each.role is Role.OWNER)

    def gone(self) -> tuple[StaffMember, ...]:
        """Who worked here once, the latest to leave first."""
        return staffing.gone(self._store.read())

    def on_duty(self, here: int, since: int, now: int, most: int = MOST_ON_DUTY) -> tuple[StaffMember, ...]:
        """Who is here, whoever is at the till (`here`) first: see `shifts.on_duty`."""
        from frontdesk.domain.team.shifts import on_duty  # the first frame asks for names only
        from frontdesk.storage.team import shifts

        db = self._store.read()
        working = {each.id: each for each in shop.staff(db)}
        acted, said = staffing.acted_lately(db, since, now), shifts.said_here(db, since, now)
        return tuple(working[each] for each in on_duty(here, acted, said) if each in working)[:most]

    def thumb(self, staff_id: int) -> bytes | None:
        """256 px square WEBP, or None; `Portraits` asks for it, as it asks for a customer's."""
        photo = staffing.photo(self._store.read(), staff_id)
        return photo.thumb if photo is not None else None

    def full(self, staff_id: int) -> bytes | None:
        """At most 512 px WEBP, or None."""
        photo = staffing.photo(self._store.read(), staff_id)
        return photo.full if photo is not None else None

    def photo(self, staff_id: int) -> Photo | None:
        return staffing.photo(self._store.read(), staff_id)

    def set_photo(self, act: Act, staff_id: int, photo: Photo) -> StaffSaved:
        """Show their face to customers. Raises `Refused` ONLY_MANAGER, UNKNOWN_STAFF."""
        db = self._store.write()
        before = _member(db, staff_id)
        begun = begin(self._store, act, "SET_STAFF_PHOTO", needs=Role.MANAGER)
        if begun is not None:
            staffing.set_photo(db, act, begun.id, staff_id, photo)
            acts_about.note(db, begun.id, member_id=staff_id)
        return _saved(db, before)

    def remove_photo(self, act: Act, staff_id: int) -> StaffSaved:
        """Raises `Refused` ONLY_MANAGER, UNKNOWN_STAFF."""
        db = self._store.write()
        before = _anybody(db, staff_id)
        begun = begin(self._store, act, "REMOVE_STAFF_PHOTO", needs=Role.MANAGER)
        if begun is not None:
            staffing.remove_photo(db, staff_id)
            acts_about.note(db, begun.id, member_id=staff_id)
        return _saved(db, before)

    def add_staff(self, act: Act, name: str, role: Role) -> StaffMember:
        """Take somebody on, in a role no higher than one's own. Raises `Refused` ONLY_MANAGER, `BadInput`.

        Whoever is taken on has the act's id for their own: so a repeated act finds the one it hired.
        """
        needs = Role.OWNER if role is Role.OWNER else Role.MANAGER
        begun = begin(self._store, act, "ADD_STAFF", needs=needs)
        db = self._store.write()
        if begun is not None:
            shop.add_staff(db, lambda _: act.gesture, clean_name(name), role, act.at)
        return shop.staff_by_uid(db, act.gesture)

    def rename_staff(self, act: Act, staff_id: int, name: str) -> StaffSaved:
        """Raises `Refused` ONLY_MANAGER, UNKNOWN_STAFF, and `BadInput` for a name that cannot be."""
        db = self._store.write()
        before = _member(db, staff_id)
        begun = begin(self._store, act, "RENAME_STAFF", needs=Role.OWNER)
        if begun is not None:
            shop.rename_staff(db, staff_id, clean_name(name))
            acts_about.note(db, begun.id, member_id=staff_id, was=before.name, became=clean_name(name))
        return _saved(db, before)

    def change_role(self, act: Act, staff_id: int, role: Role) -> StaffSaved:
        """Raises `Refused` ONLY_MANAGER, UNKNOWN_STAFF, LAST_OWNER, and OWNER_PIN_FIRST where no owner with a
        PIN would be left for the managers who have one. A cashier's PIN proves no manager (pins.py).
        """
        db = self._store.write()
        before = _member(db, staff_id)
        begun = begin(self._store, act, "CHANGE_ROLE", needs=Role.OWNER)
        if begun is not None:
            if role is not Role.OWNER:
                _keep_an_owner(db, before)
            staffing.change_role(db, staff_id, role)
            acts_about.note(db, begun.id, member_id=staff_id, was=before.role.value, became=role.value)
            self._prove_anew(db, staff_id)
        return _saved(db, before)

    def leave(self, act: Act, staff_id: int) -> StaffSaved:
        """Somebody no longer works here. What they did stays theirs, and they may come back.

        Raises `Refused`: AT_THE_TILL (somebody else takes over first), LAST_OWNER, OWNER_PIN_FIRST (as
        `change_role` does), ONLY_MANAGER, UNKNOWN_STAFF.
        """
        db = self._store.write()
        before = _anybody(db, staff_id)
        begun = begin(self._store, act, "LEAVE", needs=_over(before.role))
        if begun is not None:
            _member(db, staff_id)
            if act.staff_id == staff_id:
                raise Refused(RefusalCode.AT_THE_TILL, Remedy.CHOOSE_ANOTHER)
            _keep_an_owner(db, before)
            staffing.leave(db, staff_id, act.at)
            acts_about.note(db, begun.id, member_id=staff_id)
            self._prove_anew(db, staff_id)
        return _saved(db, before)

    def come_back(self, act: Act, staff_id: int) -> StaffSaved:
        """Somebody who left works here again, in the role they had. Raises `Refused` as `leave` does."""
        db = self._store.write()
        before = _anybody(db, staff_id)
        begun = begin(self._store, act, "COME_BACK", needs=_over(before.role))
        if begun is not None:
            staffing.leave(db, staff_id, None)
            acts_about.note(db, begun.id, member_id=staff_id)
            self._prove_anew(db, staff_id)
        return _saved(db, before)

    def take_over(self, act: Act, staff_id: int) -> StaffSaved:
        """From now on `staff_id` is at this till, also after the next start. The act is recorded as theirs,
        whoever was there before. Who has a PIN proves it by `act.key`: what is stamped in their name counts
        against their limits. So does the key by which their till was lent. Raises `Refused` UNKNOWN_STAFF,
        PIN_NEEDED.
        """
        db = self._store.write()
        member = _member(db, staff_id)
        if begin(self._store, replace(act, staff_id=staff_id), "TAKE_OVER") is not None:
            proofs = self._store.proofs
            known = proofs.stands(act.key, staff_id) or proofs.lent_by(act.key) == staff_id
            if not known and staff_proofs.is_asked(db, staff_id):
                raise Refused(RefusalCode.PIN_NEEDED, Remedy.ENTER_PIN)
            staffing.stand_at(db, staff_id, act.at)
        return _saved(db, member)

    def _prove_anew(self, db: Db, staff_id: int) -> None:
        """Somebody has other rights now: what proved who they were does no longer."""
        check_an_owner_can_help(db)
        self._store.proofs.end_all_of(staff_id)


def _over(role: Role) -> Role:
    """Who may take somebody of this role on, and let them go?"""
    return Role.MANAGER if role is Role.CASHIER else Role.OWNER


def _member(db: Db, staff_id: int) -> StaffMember:
    """Somebody who works here. Raises `Refused` UNKNOWN_STAFF."""
    if shop.role_of(db, staff_id) is None:
        raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
    return _anybody(db, staff_id)


def _anybody(db: Db, staff_id: int) -> StaffMember:
    """Somebody who works here, or did once. Raises `Refused` UNKNOWN_STAFF."""
    found = staffing.member(db, staff_id)
    if found is None:
        raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
    return found


def _keep_an_owner(db: Db, leaving: StaffMember) -> None:
    """Raises `Refused` LAST_OWNER when without this one nobody would own the shop."""
    owners = [each.id for each in shop.staff(db) if each.role is Role.OWNER]
    if owners == [leaving.id]:
        raise Refused(RefusalCode.LAST_OWNER)


def _saved(db: Db, before: StaffMember) -> StaffSaved:
    return StaffSaved(_anybody(db, before.id), before, Changes(shop=True))
