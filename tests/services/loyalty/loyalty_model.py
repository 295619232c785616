"""What the loyalty engine must do, told a second time: plain lists, nothing cached, nothing stored.

Written from the rules (the README's words, the docstrings of domain/ and services/), to be held against the
services by test_loyalty_machine.py. Only the facts are shared with the product: terms, products, birthdays.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Reward, Span, Terms
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.regulars.visits import Product
from tests.services.loyalty.loyalty_facts import (
    DAY,
    MINUTE,
    Doing,
    Entry,
    Held,
    No,
    Noted,
    Scheme,
    Visit,
    as_good,
    days_to,
    for_items,
    is_named,
    names,
    times,
)


class Model:
    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.schemes: dict[int, Scheme] = {}
        self.birthdays: dict[int, Birthday | None] = {}
        self.parent: dict[int, int] = {}
        self.entries: list[Entry] = []
        self.visits: list[Visit] = []
        self.noted: list[Noted] = []
        self.held: list[Held] = []
        self.done: dict[bytes, tuple[str, int]] = {}
        """Acts that were done: their kind and when."""
        self.undone: set[bytes] = set()
        self.limits = Limits()
        self._back: list[Callable[[], object]] = []

    # --- what can be asked ---

    def root(self, record: int) -> int:
        while record in self.parent:
            record = self.parent[record]
        return record

    def of(self, person: int, programme: int | None = None) -> Iterator[Entry]:
        for entry in self.entries:
            if self.root(entry.record) == person and programme in (None, entry.programme):
                yield entry

    def balance(self, person: int, programme: int) -> int:
        return sum(entry.stamps for entry in self.of(person, programme))

    def visits_of(self, person: int) -> list[Visit]:
        return [visit for visit in self.visits if self.root(visit.record) == person and not visit.void]

    def left(self, person: int, programme: int) -> list[Entry]:
        """One element for each stamp that is neither spent nor ended: the latest earned are what is left."""
        stamps = []
        for entry in self.of(person, programme):
            if entry.fill and not entry.taken_back:
                ended = sum(-e.stamps for e in self.entries if e.ended is entry and not e.taken_back)
                stamps += [entry] * (entry.stamps - ended)
        stamps.sort(key=lambda entry: (entry.earned_at, self.entries.index(entry)))
        balance = self.balance(person, programme)
        return stamps[-balance:] if balance > 0 else []

    def offers(self, person: int, programme: int, at: int) -> list[tuple[Reward, int, bool]]:
        """Reward, how often, and whether it is kept from older terms."""
        scheme, balance = self.schemes[programme], self.balance(person, programme)
        begins, until = scheme.span.starts_at, scheme.span.redeem_until
        if balance <= 0 or (begins is not None and at < begins) or (until is not None and at >= until):
            return []
        present = sorted(scheme.terms(at).rewards, key=lambda reward: reward.price)
        found = [(each, balance // each.price, False) for each in present if each.price <= balance]
        begun = [version for version in scheme.versions if version[0] <= at]
        left = self.left(person, programme) if len(begun) > 1 else []
        for (since, older), (changed_at, _) in pairwise(begun):
            before = sum(stamp.earned_at < changed_at for stamp in left)
            for reward in older.rewards if changed_at - since >= 60 * MINUTE else ():
                if before >= reward.price and not any(as_good(each, reward) for each, _, _ in found):
                    found.append((reward, before // reward.price, True))
        return found

    def earns(self, programme: int, at: int) -> bool:
        return self.schemes[programme].span.retired_at is None and self._earned(programme, at)

    def _earned(self, programme: int, at: int) -> bool:
        """Did it earn then, though it was retired since?"""
        span = self.schemes[programme].span
        begun = span.starts_at is None or span.starts_at <= at
        ends = [end for end in (span.ends_at, span.retired_at) if end is not None]
        return begun and all(at < end for end in ends)

    # --- what can be done ---

    def add_stamps(
        self,
        doing: Doing,
        record: int,
        count: int,
        programme: int | None = None,
        people: int = 1,
    ) -> None:
        main = self._earning(programme, doing.at)
        person = self.root(record)
        visit = self._attend(person, doing.at)
        by_visit = self.schemes[main].terms(doing.at).accrual.basis is Basis.VISIT
        heads = max(count, people) if by_visit else people
        gave = 0
        for each in dict.fromkeys([main, *self._with(Basis.VISIT, doing.at)]):
            gave += self._earn(doing, person, each, visit, taps=count, people=heads)
        if not gave:
            raise No("ENOUGH_FOR_NOW")
        self.done[doing.act] = ("STAMP", doing.at)

    def add_items(self, doing: Doing, record: int, products: tuple[Product, ...], people: int = 1) -> None:
        self._earning(None, doing.at)
        person = self.root(record)
        visit = self._attend(person, doing.at)
        self._note(Noted(doing.act, visit, doing.at, products))
        naming = [
            each
            for each in self._with(Basis.ITEM, doing.at)
            if any(names(self.schemes[each].terms(doing.at).accrual, product) for product in products)
        ]
        for each in naming + self._with(Basis.VISIT, doing.at):
            self._earn(doing, person, each, visit, items=products, people=people)
        self.done[doing.act] = ("STAMP", doing.at)

    def add_amount(self, doing: Doing, record: int, amount: int, people: int = 1) -> None:
        counting = self._with(Basis.AMOUNT, doing.at)
        if not counting:
            raise No("NOT_EARNED_THIS_WAY")
        person = self.root(record)
        visit = self._attend(person, doing.at)
        self._note(Noted(doing.act, visit, doing.at, amount=amount))
        for each in counting + self._with(Basis.VISIT, doing.at):
            self._earn(doing, person, each, visit, amount=amount, people=people)
        self.done[doing.act] = ("STAMP", doing.at)

    def redeem(self, doing: Doing, record: int, programme: int, reward: Reward | None) -> None:
        """`reward` None is the cheapest that is ready."""
        person, scheme = self.root(record), self.schemes[programme]
        until = scheme.span.redeem_until
        if until is not None and doing.at >= until:
            raise No("REDEEMING_OVER")
        ready = [each for each, _, _ in self.offers(person, programme, doing.at)]
        if not ready or (reward is not None and reward not in ready):
            raise No("STAMPS_SHORT")
        visit = self._attend(person, doing.at)
        price = (reward or min(ready, key=lambda each: each.price)).price
        self._write(doing, person, programme, "REDEEMED", -price, visit=visit)
        self.done[doing.act] = ("REDEEM", doing.at)

    def give(self, doing: Doing, record: int, reason: str, count: int, programme: int) -> None:
        """Goodwill is no visit, and brings no gifts."""
        self._check_goodwill(doing, reason, count)
        where = self._earning(programme, doing.at)
        self._write(doing, self.root(record), where, "GOODWILL", count, reason)
        self.done[doing.act] = ("GOODWILL", doing.at)

    def undo(self, doing: Doing, undone: bytes) -> None:
        kind, done_at = self.done.get(undone, ("UNDO", 0))
        if kind == "UNDO":
            raise No("NOTHING_TO_UNDO")
        if undone in self.undone:
            raise No("ALREADY_UNDONE")
        standing = [e for e in self.entries if e.act == undone and e.kind != "REVERSED" and not e.taken_back]
        noted = [each for each in self.noted if each.act == undone and not each.void]
        touched = [entry.visit for entry in standing if entry.visit] + [each.visit for each in noted]
        for entry in standing:
            self._take_back(doing, entry)
        for each in noted:
            self._set(each, "void", True)
        self.done[doing.act] = ("UNDO", doing.at)
        self.undone.add(undone)
        earned = {entry.programme for entry in standing if entry.base or entry.reason == "BOOST"}
        for visit in dict.fromkeys(touched):
            if earned or noted:
                self._reckon(doing, visit, done_at, earned)
            left = [e for e in self.entries if e.visit is visit and e.kind != "REVERSED" and not e.taken_back]
            if not left and not self._bought_in(visit):
                self._set(visit, "void", True)

    def merge(self, kept: int, absorbed: int) -> None:
        if self.root(kept) == self.root(absorbed):
            raise No("SAME_PERSON")
        self.parent[self.root(absorbed)] = self.root(kept)

    def unmerge(self, absorbed: int) -> None:
        del self.parent[absorbed]

    def change(self, programme: int, terms: Terms, since: int) -> None:
        versions = self.schemes[programme].versions
        versions.append((since, terms))
        versions.sort(key=lambda version: version[0])

    def run(self, programme: int, span: Span) -> None:
        self.schemes[programme].span = span

    def attempt(self, doing: Doing, what: Callable[[Doing], object]) -> None:
        """Do it wholly, or (raising `No`) not at all; nothing where it was done before."""
        if doing.act in self.done:
            return
        self._back.clear()
        try:
            what(doing)
        except No:
            for step in reversed(self._back):
                step()
            raise

    # --- how a purchase earns ---

    def _earn(
        self,
        doing: Doing,
        person: int,
        programme: int,
        visit: Visit,
        *,
        taps: int = 0,
        items: Sequence[Product] = (),
        amount: int = 0,
        people: int = 1,
    ) -> int:
        """Give what a purchase earns in one programme, and the gifts; how many stamps for buying."""
        accrual = self.schemes[programme].terms(doing.at).accrual
        wish = taps
        if accrual.basis is Basis.VISIT:
            wish = max(accrual.stamps * people - self._base_in(visit, programme), 0)
        elif accrual.basis is Basis.AMOUNT:
            paid = sum(each.amount for each in self._bought_in(visit))
            wish += max(paid // accrual.step * accrual.stamps - self._base_in(visit, programme, "AMOUNT"), 0)
        else:
            wish = taps * (accrual.stamps if is_named(accrual) else 1) + for_items(accrual, items)
        base = max(min(wish, self._room(accrual, person, programme, visit, doing.at, people)), 0)
        if wish > base:
            self._grow(self.held, Held(doing.act, visit, programme, wish - base, people, doing.at))
        if not base:
            return 0
        boost = base * (times(accrual.boosts, self._local(doing.at)) - 1)
        self._check_limits(doing, person, base + boost)
        self._write(doing, person, programme, "EARNED", base, "AMOUNT" if amount else "", visit)
        self._write(doing, person, programme, "EARNED", boost, "BOOST", visit)
        self._give_gifts(doing, person, programme, visit)
        return base + boost

    def _give_gifts(self, doing: Doing, person: int, programme: int, visit: Visit) -> None:
        gifts = self.schemes[programme].terms(doing.at).gifts
        if gifts.welcome and not self._had(person, programme, "WELCOME"):
            since = doing.at
            for begins, terms in reversed([v for v in self.schemes[programme].versions if v[0] <= doing.at]):
                if not terms.gifts.welcome:
                    break
                since = begins
            standing = [e for e in self.of(person, programme) if not e.taken_back]
            old = any(
                e.kind == "CARRIED_OVER" or (e.kind == "EARNED" and e.earned_at < since) for e in standing
            )
            if not old:
                self._write(doing, person, programme, "EARNED", gifts.welcome, "WELCOME", visit)
        born = self.birthdays[person]
        if gifts.birthday and born is not None:
            near = days_to(born, self._local(doing.at).date()) <= gifts.birthday_days
            if near and not self._had(person, programme, "BIRTHDAY", doing.at - 300 * DAY):
                self._write(doing, person, programme, "EARNED", gifts.birthday, "BIRTHDAY", visit)

    def _room(self, accrual: Accrual, person: int, programme: int, visit: Visit, at: int, people: int) -> int:
        """What the caps leave."""
        room = 10**9
        if accrual.most_per_visit is not None:
            room = accrual.most_per_visit * people - self._base_in(visit, programme)
        if accrual.most_per_day is not None:
            today = self._local(at).date()
            had = [e for e in self.of(person, programme) if e.base and not e.taken_back]
            had_today = sum(e.stamps for e in had if self._local(e.earned_at).date() == today)
            room = min(room, accrual.most_per_day * people - had_today)
        return max(room, 0)

    def _check_limits(self, doing: Doing, person: int, stamps: int) -> None:
        """A cashier may give so much for buying, to one person and in a day; what lies ahead counts too."""
        if not doing.is_cashier:
            return
        bought = [e for e in self.entries if (e.base or e.reason == "BOOST") and not e.taken_back]
        since = doing.at - self.limits.card_hours * 60 * MINUTE
        had = sum(e.stamps for e in bought if self.root(e.record) == person and e.at >= since)
        if self.limits.card_stamps and had + stamps > self.limits.card_stamps:
            raise No("CARD_LIMIT")
        gave = sum(e.stamps for e in bought if e.staff == doing.staff and self._is_today(e.at, doing.at))
        if self.limits.staff_stamps and gave + stamps > self.limits.staff_stamps:
            raise No("STAFF_LIMIT")

    def _check_goodwill(self, doing: Doing, reason: str, stamps: int) -> None:
        """A cashier's kindness is limited by the day, everybody's surprises by the week."""
        given = [e for e in self.entries if e.kind == "GOODWILL" and not e.taken_back]
        if reason == "SURPRISE":
            mine = [e for e in given if e.reason == "SURPRISE" and e.at > doing.at - 7 * DAY]
            if sum(e.stamps for e in mine) + stamps > self.limits.surprises:
                raise No("SURPRISES_SPENT")
        elif doing.is_cashier:
            mine = [e for e in given if e.reason != "SURPRISE" and e.staff == doing.staff]
            if sum(e.stamps for e in mine if self._is_today(e.at, doing.at)) + stamps > self.limits.goodwill:
                raise No("GOODWILL_SPENT")

    def _is_today(self, at: int, now: int) -> bool:
        """On the day of `now` or after it: a clock that was set back gives no second budget."""
        return self._local(at).date() >= self._local(now).date()

    # --- how a visit is reckoned anew ---

    def _reckon(self, doing: Doing, visit: Visit, at: int, earned: set[int]) -> None:
        """What is left of a visit earns what it would have earned without what was taken back. `earned`:
        the programmes in which that had earned something.
        """
        person, day = self.root(visit.record), self._local(at).date()
        for programme in self.schemes:
            changes = [since for since, _ in self.schemes[programme].versions]
            if not self._earned(programme, at) or any(visit.at < since <= visit.last for since in changes):
                continue
            accrual = self.schemes[programme].terms(at).accrual
            concerned = [visit]
            if accrual.most_per_day:
                concerned += [
                    each.visit
                    for each in self._held(programme)
                    if self.root(each.visit.record) == person and not each.visit.void
                    if self._local(each.visit.at).date() == day
                ]
            stood_in = set()
            for each in dict.fromkeys(concerned):
                for entry in self._earned_in(each, programme):
                    if self.done[entry.act][0] == "UNDO" and (entry.base or entry.reason == "BOOST"):
                        self._take_back(doing, entry)
                        stood_in.add(each)
            for each in dict.fromkeys(concerned):
                if accrual.basis is not Basis.VISIT or each in stood_in or programme in earned:
                    self._give_missing(doing, each, programme, accrual, at)

    def _held(self, programme: int) -> list[Held]:
        return [each for each in self.held if each.programme == programme and each.act not in self.undone]

    def _lower(self, doing: Doing, visit: Visit, programme: int, right: int) -> None:
        by_amount = [entry for entry in self._earned_in(visit, programme) if entry.reason == "AMOUNT"]
        for entry in reversed(by_amount):
            if self._base_in(visit, programme, "AMOUNT") <= right:
                return
            with_it = [e for e in self._earned_in(visit, programme) if e.act == entry.act]
            for each in with_it:
                if each.reason in ("AMOUNT", "BOOST") and each.record == entry.record:
                    self._take_back(doing, each)

    def _give_missing(self, doing: Doing, visit: Visit, programme: int, accrual: Accrual, at: int) -> None:
        held = [each for each in self._held(programme) if each.visit is visit]
        if accrual.basis is Basis.ITEM:
            for each in held:
                self._give(doing, visit, programme, accrual, each.stamps, each.people, each.at)
            return
        people = max((each.people for each in held), default=1)
        hours = sorted(each.at for each in self._bought_in(visit)) or [at]
        if accrual.basis is Basis.AMOUNT:
            right = sum(each.amount for each in self._bought_in(visit)) // accrual.step * accrual.stamps
            self._lower(doing, visit, programme, right)
            missing = right - self._base_in(visit, programme, "AMOUNT")
        else:
            others = [e for n in self.schemes for e in self._earned_in(visit, n)]
            bought = [e for e in others if e.base and self.done[e.act][0] != "UNDO"]
            missing = accrual.stamps - self._base_in(visit, programme)
            missing = missing if bought or self._bought_in(visit) else 0
        hour = hours[-1] if accrual.basis is Basis.AMOUNT else hours[0]
        self._give(doing, visit, programme, accrual, missing, people, hour)

    def _give(
        self,
        doing: Doing,
        visit: Visit,
        programme: int,
        accrual: Accrual,
        missing: int,
        people: int,
        at: int,
    ) -> None:
        person = self.root(visit.record)
        base = min(missing, self._room(accrual, person, programme, visit, at, people))
        if base > 0:
            boost = base * (times(accrual.boosts, self._local(at)) - 1)
            reason = "AMOUNT" if accrual.basis is Basis.AMOUNT else ""
            self._write(doing, person, programme, "EARNED", base, reason, visit, at)
            self._write(doing, person, programme, "EARNED", boost, "BOOST", visit, at)

    # --- small facts ---

    def _attend(self, person: int, at: int) -> Visit:
        """An act within half an hour of a visit's last one, before or after it, joins that visit."""
        near = [
            visit
            for visit in self.visits_of(person)
            if at - DAY <= visit.at <= at + 30 * MINUTE and visit.last >= at - 30 * MINUTE
        ]
        if near:
            visit = min(near, key=lambda each: abs(each.last - at))
            self._set(visit, "last", max(visit.last, at))
            return visit
        visit = Visit(person, at, at)
        self._grow(self.visits, visit)
        return visit

    def _bought_in(self, visit: Visit) -> list[Noted]:
        return [each for each in self.noted if each.visit is visit and not each.void]

    def _earned_in(self, visit: Visit, programme: int) -> list[Entry]:
        mine = (e for e in self.entries if e.visit is visit and e.programme == programme)
        return [e for e in mine if e.kind == "EARNED" and not e.taken_back]

    def _base_in(self, visit: Visit, programme: int, reason: str | None = None) -> int:
        base = [entry for entry in self._earned_in(visit, programme) if entry.base]
        return sum(entry.stamps for entry in base if reason in (None, entry.reason))

    def _had(self, person: int, programme: int, reason: str | None = None, since: int = 0) -> bool:
        return any(
            e.kind in ("EARNED", "CARRIED_OVER") and not e.taken_back and e.at >= since
            for e in self.of(person, programme)
            if reason in (None, e.reason)
        )

    def _earning(self, programme: int | None, at: int) -> int:
        running = [each for each in self.schemes if self.earns(each, at)]
        if programme is None and running:
            return running[0]
        if programme not in running:
            raise No("PROGRAMME_RETIRED")
        return programme

    def _with(self, basis: Basis, at: int) -> list[int]:
        running = (each for each in self.schemes if self.earns(each, at))
        return [each for each in running if self.schemes[each].terms(at).accrual.basis is basis]

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self.zone)

    # --- writing, so that it can be taken back when the act is refused ---

    def _write(
        self,
        doing: Doing,
        person: int,
        programme: int,
        kind: str,
        stamps: int,
        reason: str = "",
        visit: Visit | None = None,
        earned_at: int | None = None,
    ) -> None:
        if stamps:
            who = (doing.at, doing.act, doing.staff)
            since = doing.at if earned_at is None else min(earned_at, doing.at)
            self._grow(self.entries, Entry(person, programme, kind, stamps, reason, *who, visit, since))

    def _take_back(self, doing: Doing, entry: Entry) -> None:
        """Once, and with it the end of its stamps."""
        for ending in [e for e in self.entries if e.ended is entry and not e.taken_back]:
            self._take_back(doing, ending)
        self._set(entry, "taken_back", True)
        who = (doing.at, doing.act, doing.staff)
        back = Entry(entry.record, entry.programme, "REVERSED", -entry.stamps, "", *who, entry.visit)
        self._grow(self.entries, back)

    def _note(self, noted: Noted) -> None:
        self._grow(self.noted, noted)

    def _grow(self, rows: list, row: object) -> None:
        rows.append(row)
        self._back.append(rows.pop)

    def _set(self, row: object, name: str, value: object) -> None:
        before = getattr(row, name)
        setattr(row, name, value)
        self._back.append(lambda: setattr(row, name, before))
