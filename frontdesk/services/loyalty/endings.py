"""When stamps of one person's card end, read from the store: the counter says it, the sweep does it."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty import expiry
from frontdesk.domain.loyalty.cards import Ending, Lot
from frontdesk.domain.loyalty.expiry import Due
from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Programme
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import expiry as kept
from frontdesk.storage.regulars import visits


def ending_at(
    db: Db, root_id: int, programme: Programme, balance: int, lots: tuple[Lot, ...], at: int, zone: ZoneInfo
) -> Ending | None:
    """How many stamps of a card end next and when, as things stand at `at`; `lots` is what is left of it."""
    rule = programme.terms_at(at).expiry
    if rule is None:
        return None
    found = dues(db, root_id, programme, balance, lots, at, zone)
    return expiry.ending(found, rule, kept.warned_at(db, root_id, programme.id), at, zone)


def dues(
    db: Db, root_id: int, programme: Programme, balance: int, lots: tuple[Lot, ...], at: int, zone: ZoneInfo
) -> tuple[Due, ...]:
    """Whatever of a card can end, and when; nothing where the programme's stamps never do."""
    rule = programme.terms_at(at).expiry
    can_end = expiry.endable(programme, balance, at, lots)
    if rule is None or not can_end:
        return ()
    since = expiry.ruled_since(programme, at)
    if rule.basis is ExpiryBasis.IDLE:
        return _idle(db, root_id, rule, can_end, max(since, lots[0].at), at, zone)
    return _aged(db, rule, can_end, since, at, zone)


def _idle(
    db: Db, root_id: int, rule: Expiry, lots: tuple[Lot, ...], since: int, at: int, zone: ZoneInfo
) -> tuple[Due, ...]:
    """All of it together, counted from when they were last here."""
    seen = max(visits.summary(db, root_id).last_at or since, since)
    if _is_near(rule, seen, at, zone):
        seen = max(seen, kept.settled_visit(db, root_id) or seen, kept.settled_entry(db, lots[0].entry_id))
    ends = expiry.ends_at(rule, seen, zone)
    return tuple(Due(lot, ends) for lot in lots)


def _aged(
    db: Db, rule: Expiry, lots: tuple[Lot, ...], since: int, at: int, zone: ZoneInfo
) -> tuple[Due, ...]:
    """Each entry's stamps on their own."""
    found = []
    for lot in lots:
        earned = max(since, lot.at)
        if _is_near(rule, earned, at, zone):
            earned = max(earned, kept.settled_entry(db, lot.entry_id))
        found.append(Due(replace(lot, at=earned), expiry.ends_at(rule, earned, zone)))
    return tuple(found)


def _is_near(rule: Expiry, counted_from: int, at: int, zone: ZoneInfo) -> bool:
    """Is it time to warn? Only then is it worth asking whether the clock was right."""
    return expiry.ends_at(rule, counted_from, zone) <= expiry.announced(rule, at, zone)
