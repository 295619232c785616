"""A version of a programme's terms as the text in which it is kept, and back.

Every rule is written out, also one that is as usual: what is usual may change with the program, what was
promised never does. Which rules there are is the `format`; another rule is another format. A text of a format
that this program does not know, or with another set of rules than its format has, is refused whole: half a
promise is none. Products are named by their uid, which is the same on every till.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, TypeVar

from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    PassTerms,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.said import Said
from frontdesk.storage.database import StoreError

FORMAT: Final = 1

UNKNOWN: Final = 0
"""A product that this till does not know yet: nothing is it, and the rule still names something."""

_BESIDE_THE_TEXT: Final = {"starts_at", "id"}

_Part = TypeVar("_Part")
_Parsers = Mapping[str, Callable[[Any], Any]]


class UnknownPromise(StoreError):
    """Terms that were written by a newer program, or by none of ours; they must not be read by halves."""


def as_text(terms: Terms, uid_of: Mapping[int, bytes]) -> str:
    """The promise as JSON; `uid_of` names the products. Raises `KeyError` for one that there is not."""
    written = {"format": FORMAT, **_plain(terms, uid_of)}
    return json.dumps(written, ensure_ascii=False, sort_keys=True)


def as_terms(text: str, id_of: Mapping[str, int], *, id_: int, starts_at: int) -> Terms:
    """The promise as it was kept. A product that this till does not know yet is `UNKNOWN`.

    Raises `UnknownPromise`.
    """
    kept: dict[str, Any] = json.loads(text)
    if (found := kept.pop("format", None)) != FORMAT:
        raise UnknownPromise(f"terms {id_} have the format {found}, this program knows {FORMAT}")

    def products(uids: list[str]) -> tuple[int, ...]:
        return tuple(id_of.get(uid, UNKNOWN) for uid in uids)

    named: _Parsers = {"products": products, "categories": tuple}
    accrual: _Parsers = {**named, "basis": Basis, "boosts": _each(Boost, _BOOST)}
    reward: _Parsers = {**named, "kind": RewardKind, "what": said_from}
    parts: _Parsers = {
        "rewards": _each(Reward, reward),
        "accrual": lambda rules: _made(Accrual, rules, accrual),
        "expiry": lambda rules: None if rules is None else _made(Expiry, rules, {"basis": ExpiryBasis}),
        "gifts": lambda rules: _made(Gifts, rules),
        "passes": lambda rules: None if rules is None else _made(PassTerms, rules),
    }
    return _made(Terms, {**kept, "starts_at": starts_at, "id": id_}, parts)


def names_products(text: str) -> bool:
    """Might a promise name a product? Asked of each text, so without reading it."""
    return '"products": ["' in text


def said_as_text(said: Said) -> str:
    return json.dumps(_said(said), ensure_ascii=False, sort_keys=True)


def said_from(words: Mapping[str, str], usual: str = "") -> Said:
    """Words by language code, the usual ones under the empty code."""
    others = tuple(sorted((code, text) for code, text in words.items() if code))
    return Said(words.get("", usual), others)


def _plain(value: Any, uid_of: Mapping[int, bytes]) -> Any:
    if isinstance(value, Said):
        return _said(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each, uid_of) for each in value]
    if not is_dataclass(value):
        return value
    rules = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Terms):
        rules = {name: rule for name, rule in rules.items() if name not in _BESIDE_THE_TEXT}
    if "products" in rules:
        rules["products"] = tuple(uid_of[id_].hex() for id_ in rules["products"])
    return {name: _plain(rule, uid_of) for name, rule in rules.items()}


def _said(said: Said) -> dict[str, str]:
    return {"": said.usual, **dict(said.others)}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_BOOST: Final[_Parsers] = {"weekdays": tuple, "first_day": _day, "last_day": _day}


def _each(kind: type[_Part], parsers: _Parsers) -> Callable[[list[dict[str, Any]]], tuple[_Part, ...]]:
    return lambda kept: tuple(_made(kind, each, parsers) for each in kept)


def _made(kind: type[_Part], kept: dict[str, Any], parsers: _Parsers | None = None) -> _Part:
    """The part of the terms of which `kept` has the rules. Raises `UnknownPromise` unless just these."""
    names = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    if kept.keys() != names:
        raise UnknownPromise(f"{kind.__name__} with {sorted(kept.keys() ^ names)} too much or too little")
    known = parsers or {}
    return kind(**{name: known[name](rule) if name in known else rule for name, rule in kept.items()})
