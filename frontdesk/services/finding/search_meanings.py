"""What was typed, in all that it may mean: words, a phone, a number and a letter, another keyboard."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from frontdesk.domain.finding.hits import Found, Hit
from frontdesk.domain.finding.keyboards import readings
from frontdesk.domain.people.phones import search_digits
from frontdesk.services.finding.search_order import ranked
from frontdesk.services.finding.search_reasons import why
from frontdesk.services.finding.search_ways import (
    SURELY_LIKE,
    Candidate,
    Way,
    candidates,
    is_anybody_sure,
    sure_candidates,
)
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Row
from frontdesk.storage.finding import search
from frontdesk.storage.finding.search_keys import typed_words
from frontdesk.storage.store import Store

MOST_TOKENS: Final = 6
MOST_TOGETHER: Final = 3
ENDING: Final = 4
MOST_CHARACTERS: Final = 100
SHORTEST_MEANT: Final = 3
_BY_KIND: Final = re.compile(r"\d+|\D+")


class Finder:
    """`hits` makes tiles of rows; `chances` says how likely each of some customers is to be here now."""

    def __init__(
        self,
        store: Store,
        shop: ShopService,
        hits: Callable[[Iterable[Row]], tuple[Hit, ...]],
        chances: Callable[[Sequence[int]], Mapping[int, float]],
    ) -> None:
        self._store = store
        self._shop = shop
        self._hits = hits
        self._chances = chances

    def search(self, text: str, limit: int) -> Found:
        """The hits; where those are only vaguely like what was typed, and another keyboard surely means
        somebody, these come first.
        """
        best = self.best(text, limit)
        if len(text) < SHORTEST_MEANT or (best and _is_sure(best[0])):
            return Found(self.shown(text, best))
        meant = self._meant(text, limit)
        if meant is None:
            return Found(self.shown(text, best))
        other, others = meant
        first = self.shown(other, others)
        seen = {hit.customer_id for hit in first}
        after = (hit for hit in self.shown(text, best) if hit.customer_id not in seen)
        return Found((*first, *after)[:limit], other)

    def _meant(self, text: str, limit: int) -> tuple[str, list[Candidate]] | None:
        """What another keyboard layout would have typed, and whom that surely means; None for nobody."""
        typed = ((other, typed_words(other)[:MOST_TOKENS]) for _, other in readings(text[:MOST_CHARACTERS]))
        ways = [(other, tokens) for other, tokens in typed if tokens]
        db = self._store.read()
        if is_anybody_sure(db, [tokens for _, tokens in ways]):
            for other, tokens in ways:
                found = sure_candidates(db, tokens, limit)
                if found:
                    return other, self._in_order(found, tokens)[:limit]
        return None

    def best(self, text: str, limit: int) -> list[Candidate]:
        """Who may be meant, the likeliest first."""
        db = self._store.read()
        for tokens in self._readings(text):
            found = candidates(db, tokens, limit)
            if found:
                return self._in_order(found, tokens)[:limit]
        return []

    def _in_order(self, found: Sequence[Candidate], tokens: Sequence[str]) -> list[Candidate]:
        return ranked(found, tokens, self._chances([candidate.row[0] for candidate in found]))

    def shown(self, text: str, best: Sequence[Candidate]) -> tuple[Hit, ...]:
        """The tiles of who was found, each with why."""
        if not best:
            return ()
        db, programme = self._store.read(), self._shop.facts().main_programme
        rows = search.by_ids(db, [found.row[0] for found in best], programme.id if programme else 0)
        return why(db, typed_words(text), best, self._hits(rows))

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


def _is_sure(found: Candidate) -> bool:
    return found.way <= Way.BEGINS or (found.way is Way.NEAR and found.like >= SURELY_LIKE)
