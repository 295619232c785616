"""The figures of what customers are worth, recounted from the bare rows, one by one and without haste."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from frontdesk.bootstrap import FrontDesk

DAY = 86_400_000
YEAR = 365 * DAY


@dataclass
class Recount:
    """The store's rows, and what they come to as of `at`."""

    desk: FrontDesk
    at: int

    def __post_init__(self) -> None:
        self.customers = {row["id"]: row for row in self._rows("customer")}
        self.visits = [row for row in self._rows("visit") if not row["void"]]
        self.by_root: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for visit in sorted(self.visits, key=lambda each: each["at"]):
            self.by_root[self.root(visit["customer_id"])].append(visit)

    def _rows(self, table: str) -> list[dict[str, Any]]:
        db = self.desk.store.read()
        names = [row[1] for row in db.run(f"PRAGMA table_info({table})")]
        return [dict(zip(names, row, strict=True)) for row in db.run(f"SELECT * FROM {table}")]

    def root(self, customer_id: int) -> int:
        return int(self.customers[customer_id]["root_id"])

    def listed(self, root: int) -> bool:
        return self.customers[root]["archived_at"] is None and self.customers[root]["erased_at"] is None

    def returned(self) -> tuple[int, int, set[int]]:
        new = again = 0
        not_again = set()
        for root, visits in self.by_root.items():
            first = visits[0]["at"]
            if not self.at - 60 * DAY - YEAR <= first < self.at - 60 * DAY:
                continue
            came = any(first + DAY // 2 < each["at"] <= first + 60 * DAY for each in visits)
            new, again = new + 1, again + came
            if not came and self.listed(root):
                not_again.add(root)
        return new, again, not_again

    def gaps(self) -> dict[int, float]:
        found = {}
        for root, visits in self.by_root.items():
            first, last = visits[0]["at"], visits[-1]["at"]
            regular = len(visits) >= 5 and last - first >= 14 * DAY and last >= self.at - YEAR
            if regular and self.listed(root):
                found[root] = (last - first) / DAY / (len(visits) - 1)
        return found

    def paid(self) -> tuple[int, int, Counter[int]]:
        """Visits of the last year, of how many it is known what they brought, and who brought how much."""
        prices = {row["id"]: row["price"] for row in self._rows("product")}
        bought, noted = Counter[int](), Counter[int]()
        for row in self._rows("visit_item"):
            bought[row["visit_id"]] += 0 if row["void"] else prices[row["product_id"]]
        for row in self._rows("purchase"):
            noted[row["visit_id"]] += 0 if row["void"] else row["amount"]
        people, all_of, priced = Counter[int](), 0, 0
        for visit in self.visits:
            if visit["at"] >= self.at - YEAR:
                amount = noted[visit["id"]] or bought[visit["id"]]
                all_of, priced = all_of + 1, priced + (amount > 0)
                people[self.root(visit["customer_id"])] += amount
        return all_of, priced, people

    def faces(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for root in self.gaps():
            lately = [each["staff_id"] for each in self.by_root[root] if each["at"] >= self.at - YEAR]
            [(staff, times)] = Counter(lately).most_common(1)
            if times * 2 > len(lately):
                found[staff].add(root)
        return dict(found)

    def brought(self) -> set[tuple[int, int, int]]:
        first: dict[int, int] = {}
        for row in self._rows("referral"):
            friend, referrer = self.root(row["friend_id"]), self.root(row["referrer_id"])
            stands = row["undone_gesture_id"] is None and friend != referrer
            if stands and self.listed(friend) and self.listed(referrer):
                first.setdefault(friend, referrer)
        return {(friend, by, len(self.by_root.get(friend, ()))) for friend, by in first.items()}

    def owed(self) -> tuple[int, int, dict[int, int]]:
        """Rewards that are ready, stamps beyond them, and whose: as the shop says to whoever leaves."""
        ready = left = 0
        people = {}
        for root, row in self.customers.items():
            if row["root_id"] != root or row["erased_at"] is not None:
                continue
            mine = 0
            for card in (each.card for each in self.desk.leaving.balance(root, self.at).kept):
                taken = sum(offer.reward.price * times for offer, times in card.in_turn())
                mine += card.rewards_ready
                left += max(card.balance, 0) - taken
            ready += mine
            if mine and self.listed(root):
                people[root] = mine
        return ready, left, people

    def taken(self) -> tuple[int, int, int]:
        reversed_ = {row["reverses_id"] for row in self._rows("ledger_entry")}
        worth = {row["entry_id"]: row["worth"] for row in self._rows("redemption")}
        stand = [
            worth.get(row["id"], 0)
            for row in self._rows("ledger_entry")
            if row["kind"] == "REDEEMED" and row["id"] not in reversed_
        ]
        return len(stand), sum(each > 0 for each in stand), sum(stand)
