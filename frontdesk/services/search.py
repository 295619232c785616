"""Find a customer by any part of a name, the end of a phone number, or a scanned card."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from frontdesk.domain.codes import CodeKind, read_code
from frontdesk.domain.customers import Birthday
from frontdesk.domain.greeting import BIRTHDAY_AHEAD
from frontdesk.domain.hits import Badge, Found, Hit
from frontdesk.domain.keyboards import readings
from frontdesk.domain.phones import search_digits
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.scans import Scan
from frontdesk.services.finding import Candidate, Way, candidates
from frontdesk.services.found_by import why
from frontdesk.services.ranking import ranked
from frontdesk.services.shop import ShopService
from frontdesk.storage import codes, search
from frontdesk.storage.database import Row
from frontdesk.storage.search_keys import typed_words
from frontdesk.storage.store import Store

MOST_TOKENS: Final = 6
MOST_TOGETHER: Final = 3
ENDING: Final = 4
MOST_CHARACTERS: Final = 100
SHORTEST_MEANT: Final = 3
_BY_KIND: Final = re.compile(r"\d+|\D+")


class SearchService:
    """`code_key` is the store's key for printed codes; `now` tells the time, in UTC milliseconds."""

    chances: Callable[[Sequence[int], int], Mapping[int, float]] | None = None
    """How likely each of some customers is to be here at a moment; without it, habit decides."""

    def __init__(self, store: Store, shop: ShopService, code_key: bytes, now: Callable[[], int]) -> None:
        self._store = store
        self._shop = shop
        self._code_key = code_key
        self._now = now

    def find(self, text: str, limit: int = 24) -> tuple[Hit, ...]:
        """Customers that match what was typed so far, the likeliest first; nothing typed finds nobody.

        Never raises for what a person can type: quotes, brackets and stars are only characters here.
        """
        return self._shown(text, self._best(text, limit))

    def search(self, text: str, limit: int = 24) -> Found:
        """`find`, and what may have been meant if the keyboard speaks another language than the cashier."""
        best = self._best(text, limit)
        if best and (best[0].way <= Way.BEGINS or len(text) < SHORTEST_MEANT):
            return Found(self._shown(text, best))
        for _, other in readings(text[:MOST_CHARACTERS]):
            meant = [found for found in self._best(other, limit) if found.way <= Way.BEGINS]
            if meant:
                return Found(self._shown(text, best) or self._shown(other, meant), other)
        return Found(self._shown(text, best))

    def _best(self, text: str, limit: int) -> list[Candidate]:
        """Who may be meant, the likeliest first."""
        db = self._store.read()
        for tokens in self._readings(text):
            found = candidates(db, tokens, limit)
            if found:
                return ranked(found, tokens, self._chances(found))[:limit]
        return []

    def _chances(self, found: Sequence[Candidate]) -> Mapping[int, float]:
        if self.chances is None:
            return {}
        return self.chances([candidate.row[0] for candidate in found], self._now())

    def _shown(self, text: str, best: Sequence[Candidate]) -> tuple[Hit, ...]:
        if not best:
            return ()
        db, programme = self._store.read(), self._shop.facts().main_programme
        ids = [candidate.row[0] for candidate in best]
        hits = self.hits(search.by_ids(db, ids, programme.id if programme else 0))
        return why(db, typed_words(text), best, hits)

    def hits(self, rows: Iterable[Row], today: date | None = None) -> tuple[Hit, ...]:
        """Tiles for rows of storage.search, with the shop's main programme on them."""
        programme = self._shop.facts().main_programme
        goal = programme.price_at(self._now()) if programme else 0
        return tuple(_hit(row, goal, today) for row in rows)

    def by_code(self, raw: str) -> int:
        """The customer of a code that was typed; raises as `by_scan` does."""
        return self.by_scan(Scan(raw))

    def by_scan(self, scan: Scan) -> int:
        """The customer whose member card was scanned.

        Raises `Refused` UNKNOWN_CODE, CODE_REVOKED, and FEEDBACK_CODE for a feedback card of ours.
        """
        read = (read_code(raw, self._code_key) for raw in scan.codes())
        code = next((each for each in read if each is not None), None)
        if code is not None and code.kind is CodeKind.FEEDBACK:
            raise Refused(RefusalCode.FEEDBACK_CODE, Remedy.SEARCH_BY_NAME)
        found = codes.holder(self._store.read(), code.code) if code and code.kind is CodeKind.MEMBER else None
        if found is None:
            raise Refused(RefusalCode.UNKNOWN_CODE, Remedy.SEARCH_BY_NAME)
        if found.revoked:
            raise Refused(RefusalCode.CODE_REVOKED, Remedy.REISSUE_CARD)
        return found.customer_id

    def _readings(self, text: str) -> list[list[str]]:
        """What the typed text may mean, the likelier first: words, or the digits of a phone.

        Up to four digits are the end of a number, whose first may be a 0; or its beginning, dialled with one.
        Digits and letters in one word may be the end of a number and the beginning of a name: "4821s".
        """
        short = text[:MOST_CHARACTERS]
        if not any(char.isdecimal() for char in short) or any(char.isalpha() for char in short):
            tokens = typed_words(short)[:MOST_TOKENS]
            apart = [part for token in tokens for part in _BY_KIND.findall(token)][:MOST_TOKENS]
            together = ["".join(tokens)] if 1 < len(tokens) <= MOST_TOGETHER else tokens
            return [list(way) for way in dict.fromkeys(map(tuple, (tokens, apart, together))) if way]
        plain = "".join(str(int(char)) for char in short if char.isdecimal())
        national = search_digits(short, self._shop.facts().phone_prefix)
        digits = [plain, national] if len(plain) <= ENDING else [national]
        return [[number] for number in dict.fromkeys(digits) if number]


def _hit(row: Row, goal: int, today: date | None) -> Hit:
    id_, name, called, spoken, tail, month, day, photo, visits, last_at, _, balance, allergy, request = row
    badge = None
    if allergy:
        badge = Badge.ALLERGY
    elif request:
        badge = Badge.REQUEST
    elif goal and balance >= goal:
        badge = Badge.REWARD
    elif month and today is not None and 0 <= Birthday(month, day).days_from(today) <= BIRTHDAY_AHEAD:
        badge = Badge.BIRTHDAY
    return Hit(id_, name, called, spoken, tail, bool(photo), visits, last_at, balance, goal, badge)
