"""Find a customer by any part of a name, the end of a phone number, or a scanned card."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from frontdesk.domain.codes import CodeKind, read_code
from frontdesk.domain.customers import Birthday
from frontdesk.domain.days import DAY
from frontdesk.domain.folding import words
from frontdesk.domain.greeting import BIRTHDAY_AHEAD
from frontdesk.domain.hits import Badge, Hit
from frontdesk.domain.phones import search_digits
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.scans import Scan
from frontdesk.services.shop import ShopService
from frontdesk.storage import codes, search
from frontdesk.storage.database import Row
from frontdesk.storage.store import Store

HALF_LIFE_MS: Final = 60 * DAY
MOST_TOKENS: Final = 6
ENDING: Final = 4
MOST_CHARACTERS: Final = 100


class SearchService:
    """`code_key` is the store's key for printed codes; `now` tells the time, in UTC milliseconds."""

    def __init__(self, store: Store, shop: ShopService, code_key: bytes, now: Callable[[], int]) -> None:
        self._store = store
        self._shop = shop
        self._code_key = code_key
        self._now = now

    def find(self, text: str, limit: int = 24) -> tuple[Hit, ...]:
        """Customers that match what was typed so far, the likeliest first; nothing typed finds nobody.

        Never raises for what a person can type: quotes, brackets and stars are only characters here.
        """
        for tokens in self._readings(text):
            rows = self._rows(tokens, limit)
            if rows:
                whole = " ".join(tokens)
                ranked = sorted(rows, key=lambda row: _likelihood(row, whole), reverse=True)
                return self.hits(ranked[:limit])
        return ()

    def _rows(self, tokens: list[str], limit: int) -> list[Row]:
        programme = self._shop.facts().main_programme
        programme_id = programme.id if programme else 0
        db = self._store.read()
        rows = list(search.by_words(db, tokens, programme_id))
        if len(rows) == search.CANDIDATES:
            # Only the latest are looked at: whoever has just this name or ending must not be missed.
            _join(rows, search.by_whole_words(db, tokens, programme_id))
        if len(rows) < limit and all(len(token) >= search.SHORTEST_PART for token in tokens):
            _join(rows, search.by_parts(db, tokens, programme_id))
        return rows

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
        """
        short = text[:MOST_CHARACTERS]
        if not any(char.isdecimal() for char in short) or any(char.isalpha() for char in short):
            tokens = words(short)[:MOST_TOKENS]
            return [tokens] if tokens else []
        plain = "".join(str(int(char)) for char in short if char.isdecimal())
        national = search_digits(short, self._shop.facts().phone_prefix)
        readings = [plain, national] if len(plain) <= ENDING else [national]
        return [[digits] for digits in dict.fromkeys(readings) if digits]


def _join(rows: list[Row], more: Iterable[Row]) -> None:
    """Add the rows of customers who are not there yet."""
    seen = {row[0] for row in rows}
    rows += [row for row in more if row[0] not in seen]


def _likelihood(row: Row, whole: str) -> tuple[bool, float, int]:
    """A whole name or the last four of a phone come first, then who comes often and lately."""
    # Folding keeps a name's length, or all but; so only a name as long as what was typed is worth folding.
    exact = row[4] == whole or any(
        len(text) == len(whole) and " ".join(words(text)) == whole for text in row[1:4]
    )
    last_at, habit = row[9], row[10]
    return exact, habit * 2.0 ** ((last_at or 0) / HALF_LIFE_MS - 340), row[8]


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
